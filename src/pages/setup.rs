//! Setting up an exam: guide, length, time, topics, seed.

use super::heading;
use super::home::{field_of, start_hint};
use crate::app::Dispatch;
use crate::browser::sharing;
use crate::components::{Choice, button, button_if};
use crate::text;
use invigil_engine::app::{Event, SetupChange};
use invigil_engine::view::{GuideView, SetupView, StartBar, TimeView, TopicView};
use yew::prelude::*;

/// The set-up page.
pub(crate) fn setup(view: &SetupView, dispatch: &Dispatch) -> Html {
    let can_start = view.start == StartBar::Ready && view.seed_valid && view.length > 0;
    let unseen = Choice {
        kind: "checkbox",
        name: "unseen",
        label: text::SETUP_UNSEEN.into(),
        hint: "".into(),
        checked: view.unseen_first,
        event: Event::SetupChanged(SetupChange::UnseenFirst(!view.unseen_first)),
    };
    html! {
        <section key="setup" class="setup">
            { heading(text::SETUP_TITLE) }
            { group(text::SETUP_GUIDE, "choices", view.guides.iter().map(guide), dispatch) }
            { group(text::SETUP_LENGTH, "choices chips", view.lengths.iter().map(|n| length(*n, view.length)), dispatch) }
            { length_hint(view) }
            { group(text::SETUP_TIME, "choices", view.times.iter().map(time), dispatch) }
            { unseen.row(dispatch) }
            { topics(view, dispatch) }
            { seed(view, dispatch) }
            <div class="start">
                { button_if(dispatch, Event::SetupStarted, "button primary large", text::START, can_start) }
                { start_hint(view.start) }
            </div>
        </section>
    }
}

/// Choices under a heading.
pub(super) fn group(
    legend: &'static str,
    class: &'static str,
    choices: impl Iterator<Item = Choice>,
    dispatch: &Dispatch,
) -> Html {
    let rows: Html = choices.map(|choice| choice.row(dispatch)).collect();
    html! { <fieldset><legend>{ legend }</legend><div {class}>{ rows }</div></fieldset> }
}

fn guide(guide: &GuideView) -> Choice {
    let (from, until) = (guide.from.map(|day| day.to_string()), guide.until.map(|day| day.to_string()));
    Choice {
        kind: "radio",
        name: "guide",
        label: guide.title.clone().into(),
        hint: text::guide_days(from.as_deref(), until.as_deref()).into(),
        checked: guide.chosen,
        event: Event::SetupChanged(SetupChange::Guide(guide.id.clone())),
    }
}

fn length(length: u32, chosen: u32) -> Choice {
    Choice {
        kind: "radio",
        name: "length",
        label: length.to_string().into(),
        hint: "".into(),
        checked: length == chosen,
        event: Event::SetupChanged(SetupChange::Length(length)),
    }
}

/// What there is to know of the length: what does not count, and where the bank falls short.
fn length_hint(view: &SetupView) -> Html {
    let short = !view.lengths.contains(&view.length) || view.topics_chosen > 0;
    html! {
        <div class="hint">
            if short {
                <p>{ text::most_hint(view.most) }{ " " }{ text::questions(view.length) }{ "." }</p>
            }
            if view.unscored > 0 {
                <p>{ text::unscored_hint(view.unscored) }</p>
            }
            if !view.deviations.is_empty() {
                <p>{ text::DEVIATIONS }</p>
                <ul>
                    { for view.deviations.iter().map(|(title, wanted, got)| html! {
                        <li>{ text::deviation(title, *wanted, *got) }</li>
                    }) }
                </ul>
            }
        </div>
    }
}

fn time(time: &TimeView) -> Choice {
    Choice {
        kind: "radio",
        name: "time",
        label: text::time_choice(time.choice).into(),
        hint: text::minutes(time.minutes).into(),
        checked: time.chosen,
        event: Event::SetupChanged(SetupChange::Time(time.choice)),
    }
}

fn topics(view: &SetupView, dispatch: &Dispatch) -> Html {
    let choice = |topic: &TopicView| Choice {
        kind: "checkbox",
        name: "topic",
        label: topic.title.clone().into(),
        hint: text::questions(topic.questions).into(),
        checked: topic.chosen,
        event: Event::SetupChanged(SetupChange::Topic(topic.id.clone(), !topic.chosen)),
    };
    let all = Event::SetupChanged(SetupChange::AllTopics);
    html! {
        <details class="fold">
            <summary>{ text::SETUP_TOPICS }{ ": " }{ text::topics_chosen(view.topics_chosen) }</summary>
            { button_if(dispatch, all, "button small", text::SETUP_ALL_TOPICS, view.topics_chosen > 0) }
            { group(text::SETUP_TOPICS, "choices topics", view.topics.iter().map(choice), dispatch) }
        </details>
    }
}

fn seed(view: &SetupView, dispatch: &Dispatch) -> Html {
    html! {
        <details class="fold">
            <summary>{ text::SETUP_SEED }</summary>
            { seed_field(view, dispatch) }
            <div class="row">
                { button(dispatch, Event::SetupChanged(SetupChange::NewSeed), "button", text::SETUP_NEW_SEED) }
                { share_buttons(dispatch, view.shareable) }
            </div>
            if view.unseen_first {
                <p class="hint">{ text::SETUP_PERSONAL }</p>
            }
        </details>
    }
}

/// Copy, and, where the system has a sheet for it, share.
pub(super) fn share_buttons(dispatch: &Dispatch, enabled: bool) -> Html {
    html! {
        <>
            { button_if(dispatch, Event::LinkCopyAsked, "button", text::COPY_LINK, enabled) }
            if sharing::can_share() {
                { button_if(dispatch, Event::LinkShareAsked, "button", text::SHARE_LINK, enabled) }
            }
        </>
    }
}

/// The seed as text.
fn seed_field(view: &SetupView, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(field) = field_of(&event) {
            dispatch.emit(Event::SetupChanged(SetupChange::Seed(field.value())));
        }
    });
    let hint = if view.seed_valid { text::SETUP_SEED_HINT } else { text::SETUP_SEED_BAD };
    html! {
        <label class="labelled">
            <span>{ text::SETUP_SEED_LABEL }</span>
            <input
                class="field seed" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false"
                maxlength="10" value={view.seed.clone()} {oninput}
                aria-invalid={(!view.seed_valid).then_some("true")} aria-describedby="seed-hint"
            />
            <span class="hint" id="seed-hint" role="status">{ hint }</span>
        </label>
    }
}

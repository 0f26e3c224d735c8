//! Setting up an exam: guide, length, time, topics, seed.

use super::heading;
use super::home::start_hint;
use crate::browser::sharing;
use crate::components::{Send, use_dispatch, use_send};
use crate::text;
use invigil_engine::app::{Event, SetupChange};
use invigil_engine::view::{GuideView, SetupView, StartBar, TimeView, TopicView};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct SetupProps {
    /// What is shown.
    pub(crate) view: Rc<SetupView>,
}

/// The set-up page.
#[component]
pub(crate) fn Setup(props: &SetupProps) -> Html {
    let view = &props.view;
    let can_start = view.start == StartBar::Ready && view.seed_valid && view.length > 0;
    html! {
        <section class="setup">
            { heading(text::SETUP_TITLE) }
            <fieldset>
                <legend>{ text::SETUP_GUIDE }</legend>
                <div class="choices">{ for view.guides.iter().map(guide) }</div>
            </fieldset>
            <fieldset>
                <legend>{ text::SETUP_LENGTH }</legend>
                <div class="choices chips">{ for view.lengths.iter().map(|length| self::length(*length, view.length)) }</div>
                { length_hint(view) }
            </fieldset>
            <fieldset>
                <legend>{ text::SETUP_TIME }</legend>
                <div class="choices">{ for view.times.iter().map(time) }</div>
            </fieldset>
            <Choice
                kind="checkbox" name="unseen" label={text::SETUP_UNSEEN} hint=""
                checked={view.unseen_first} event={Event::SetupChanged(SetupChange::UnseenFirst(!view.unseen_first))}
            />
            <details class="fold">
                <summary>{ text::SETUP_TOPICS }{ ": " }{ text::topics_chosen(view.topics_chosen) }</summary>
                <Send event={Event::SetupChanged(SetupChange::AllTopics)} class="button small" disabled={view.topics_chosen == 0}>
                    { text::SETUP_ALL_TOPICS }
                </Send>
                <div class="choices topics" role="group" aria-label={text::SETUP_TOPICS}>
                    { for view.topics.iter().map(topic) }
                </div>
            </details>
            <details class="fold">
                <summary>{ text::SETUP_SEED }</summary>
                <SeedField seed={view.seed.clone()} valid={view.seed_valid} />
                <div class="row">
                    <Send event={Event::SetupChanged(SetupChange::NewSeed)}>{ text::SETUP_NEW_SEED }</Send>
                    <Send event={Event::LinkCopyAsked} disabled={!view.shareable}>{ text::COPY_LINK }</Send>
                    if sharing::can_share() {
                        <Send event={Event::LinkShareAsked} disabled={!view.shareable}>{ text::SHARE_LINK }</Send>
                    }
                </div>
                if view.unseen_first {
                    <p class="hint">{ text::SETUP_PERSONAL }</p>
                }
            </details>
            <div class="start">
                <Send event={Event::SetupStarted} class="button primary large" disabled={!can_start}>{ text::START }</Send>
                { start_hint(view.start) }
            </div>
        </section>
    }
}

fn guide(guide: &GuideView) -> Html {
    let (from, until) = (guide.from.map(|day| day.to_string()), guide.until.map(|day| day.to_string()));
    html! {
        <Choice
            key={guide.id.as_str()} kind="radio" name="guide" label={guide.title.clone()}
            hint={text::guide_days(from.as_deref(), until.as_deref())}
            checked={guide.chosen} event={Event::SetupChanged(SetupChange::Guide(guide.id.clone()))}
        />
    }
}

fn length(length: u32, chosen: u32) -> Html {
    html! {
        <Choice
            key={length} kind="radio" name="length" label={length.to_string()} hint=""
            checked={length == chosen} event={Event::SetupChanged(SetupChange::Length(length))}
        />
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

fn time(time: &TimeView) -> Html {
    html! {
        <Choice
            key={text::time_choice(time.choice)} kind="radio" name="time" label={text::time_choice(time.choice)}
            hint={text::minutes(time.minutes)}
            checked={time.chosen} event={Event::SetupChanged(SetupChange::Time(time.choice))}
        />
    }
}

fn topic(topic: &TopicView) -> Html {
    html! {
        <Choice
            key={topic.id.as_str()} kind="checkbox" name="topic" label={topic.title.clone()}
            hint={text::questions(topic.questions)}
            checked={topic.chosen}
            event={Event::SetupChanged(SetupChange::Topic(topic.id.clone(), !topic.chosen))}
        />
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct ChoiceProps {
    /// `radio` or `checkbox`.
    pub(crate) kind: &'static str,
    /// The name of its group.
    pub(crate) name: &'static str,
    /// What it says.
    pub(crate) label: AttrValue,
    /// What it says beside.
    pub(crate) hint: AttrValue,
    /// Whether it is chosen.
    pub(crate) checked: bool,
    /// What choosing it sends.
    pub(crate) event: Event,
}

/// A choice: the whole row is the target.
#[component]
pub(crate) fn Choice(props: &ChoiceProps) -> Html {
    let onchange = use_send::<yew::events::Event>(props.event.clone());
    html! {
        <label class="choice">
            <input type={props.kind} name={props.name} checked={props.checked} {onchange} />
            <span class="choice-label">{ props.label.clone() }</span>
            if !props.hint.is_empty() {
                <span class="choice-hint">{ props.hint.clone() }</span>
            }
        </label>
    }
}

#[derive(Properties, PartialEq)]
struct SeedProps {
    seed: String,
    valid: bool,
}

/// The seed as text.
#[component]
fn SeedField(props: &SeedProps) -> Html {
    let dispatch = use_dispatch();
    let oninput = use_callback(dispatch, |event: InputEvent, dispatch| {
        let field: HtmlInputElement = event.target_unchecked_into();
        dispatch.emit(Event::SetupChanged(SetupChange::Seed(field.value())));
    });
    let hint = if props.valid { text::SETUP_SEED_HINT } else { text::SETUP_SEED_BAD };
    html! {
        <label class="labelled">
            <span>{ text::SETUP_SEED_LABEL }</span>
            <input
                class="field seed" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false"
                maxlength="10" value={props.seed.clone()} {oninput}
                aria-invalid={(!props.valid).then_some("true")} aria-describedby="seed-hint"
            />
            <span class="hint" id="seed-hint" role="status">{ hint }</span>
        </label>
    }
}

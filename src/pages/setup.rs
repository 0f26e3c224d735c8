//! Setting up an exam: guide, length, time, topics, seed.

use super::home::start_hint;
use super::{heading, hint, sheet};
use crate::app::Dispatch;
use crate::browser::{moment, sharing};
use crate::components::{Choice, El, button, button_if, div, el, field_of, fold, para, row};
use crate::text;
use invigil_engine::app::{Event, SetupChange};
use invigil_engine::view::{GuideView, SetupView, StartBar, Stock, TimeView, TopicView};
use yew::Callback;

/// The set-up page.
pub(crate) fn setup(view: &SetupView, dispatch: &Dispatch) -> El {
    let can_start = view.start == StartBar::Ready && view.seed_valid && view.length > 0;
    let unseen = Choice {
        kind: "checkbox",
        name: "unseen",
        label: text::SETUP_UNSEEN.to_owned(),
        hint: String::new(),
        checked: view.unseen_first,
        event: Event::SetupChanged(SetupChange::UnseenFirst(!view.unseen_first)),
    };
    let guides = view.guides.iter().map(guide).collect();
    let lengths = view.lengths.iter().map(|count| length(*count, view.length)).collect();
    let times = view.times.iter().map(time).collect();
    let start = button_if(dispatch, Event::SetupStarted, "button primary large", text::START, can_start);
    sheet("setup", "setup")
        .add(heading(text::SETUP_TITLE))
        .add(group(text::SETUP_GUIDE, "choices", guides, dispatch))
        .add(group(text::SETUP_LENGTH, "choices chips", lengths, dispatch))
        .add(length_hint(view))
        .add(group(text::SETUP_TIME, "choices", times, dispatch))
        .add(unseen.row(dispatch))
        .add(topics(view, dispatch))
        .add(seed(view, dispatch))
        .add(
            div("div", "start")
                .add(start)
                .add(start_hint(view.start))
                .add_if(where_hint(view.start, view.stock)),
        )
}

/// Where the questions are, when an exam can be started.
pub(super) fn where_hint(start: StartBar, stock: Stock) -> Option<El> {
    let words = match stock {
        Stock::Here => text::ALL_HERE,
        Stock::FetchedFirst => text::FETCHED_FIRST,
    };
    (start == StartBar::Ready).then(|| div("p", "hint").text(words))
}

/// Choices under a heading.
pub(super) fn group(
    legend: &'static str,
    class: &'static str,
    choices: Vec<Choice>,
    dispatch: &Dispatch,
) -> El {
    let rows = choices.into_iter().map(|choice| choice.row(dispatch)).collect();
    el("fieldset").add(el("legend").text(legend)).add(div("div", class).list(rows))
}

fn guide(guide: &GuideView) -> Choice {
    let (from, until) = (guide.from.map(moment::date), guide.until.map(moment::date));
    Choice {
        kind: "radio",
        name: "guide",
        label: guide.title.clone(),
        hint: text::guide_days(from.as_deref(), until.as_deref()),
        checked: guide.chosen,
        event: Event::SetupChanged(SetupChange::Guide(guide.id.clone())),
    }
}

fn length(length: u32, chosen: u32) -> Choice {
    Choice {
        kind: "radio",
        name: "length",
        label: text::figures(length),
        hint: String::new(),
        checked: length == chosen,
        event: Event::SetupChanged(SetupChange::Length(length)),
    }
}

/// What there is to know of the length: what does not count, and where the bank falls short.
fn length_hint(view: &SetupView) -> El {
    let mut lines = Vec::new();
    if !view.lengths.contains(&view.length) || view.topics_chosen > 0 {
        lines.push(el("p").words(text::most_hint(view.most, view.length)));
    }
    if view.unscored > 0 {
        lines.push(el("p").words(text::unscored_hint(view.unscored)));
    }
    if !view.deviations.is_empty() {
        let rows = view.deviations.iter().map(|(title, wanted, got)| text::deviation(title, *wanted, *got));
        lines.push(para(text::DEVIATIONS));
        lines.push(el("ul").list(rows.map(|words| el("li").words(words)).collect()));
    }
    div("div", "hint").list(lines)
}

fn time(time: &TimeView) -> Choice {
    Choice {
        kind: "radio",
        name: "time",
        label: text::time_choice(time.choice).to_owned(),
        hint: time.minutes.map_or_else(String::new, |minutes| text::minutes(Some(minutes))),
        checked: time.chosen,
        event: Event::SetupChanged(SetupChange::Time(time.choice)),
    }
}

fn topics(view: &SetupView, dispatch: &Dispatch) -> El {
    let choice = |topic: &TopicView| Choice {
        kind: "checkbox",
        name: "topic",
        label: topic.title.clone(),
        hint: text::questions(topic.questions),
        checked: topic.chosen,
        event: Event::SetupChanged(SetupChange::Topic(topic.id.clone(), !topic.chosen)),
    };
    let all = Event::SetupChanged(SetupChange::AllTopics);
    let choices = view.topics.iter().map(choice).collect();
    fold("fold", text::named_state(text::SETUP_TOPICS, &text::topics_chosen(view.topics_chosen)))
        .add(button(dispatch, all, "button small", text::SETUP_ALL_TOPICS))
        .add(group(text::SETUP_TOPICS, "choices topics", choices, dispatch))
}

fn seed(view: &SetupView, dispatch: &Dispatch) -> El {
    let mut ways =
        vec![button(dispatch, Event::SetupChanged(SetupChange::NewSeed), "button", text::SETUP_NEW_SEED)];
    ways.extend(share_buttons(dispatch, view.shareable));
    fold("fold", text::SETUP_SEED.to_owned())
        .add(seed_field(view, dispatch))
        .add(row(ways))
        .add_if(view.unseen_first.then(|| hint(text::SETUP_PERSONAL.to_owned())))
}

/// Copy, and, where the system has a sheet for it, share.
pub(super) fn share_buttons(dispatch: &Dispatch, enabled: bool) -> Vec<El> {
    let mut ways = vec![button_if(dispatch, Event::LinkCopyAsked, "button", text::COPY_LINK, enabled)];
    if sharing::can_share() {
        ways.push(button_if(dispatch, Event::LinkShareAsked, "button", text::SHARE_LINK, enabled));
    }
    ways
}

/// The seed as text.
fn seed_field(view: &SetupView, dispatch: &Dispatch) -> El {
    let dispatch = dispatch.clone();
    let typed = Callback::from(move |event: web_sys::InputEvent| {
        if let Some(field) = field_of(&event) {
            dispatch.emit(Event::SetupChanged(SetupChange::Seed(field.value())));
        }
    });
    let words = if view.seed_valid { text::SETUP_SEED_HINT } else { text::SETUP_SEED_BAD };
    let field = div("input", "field seed")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "characters")
        .attr("spellcheck", "false")
        .attr("maxlength", "10")
        .attr("aria-describedby", "seed-hint")
        .attr_if(!view.seed_valid, "aria-invalid", "true");
    div("label", "labelled")
        .add(el("span").text(text::SETUP_SEED_LABEL))
        .add(field.value(view.seed.clone()).typed(typed))
        .add(div("span", "hint").attr("id", "seed-hint").attr("role", "status").text(words))
}

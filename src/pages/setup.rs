//! Setting up an exam: guide, length, time, topics, seed.

use super::home::start_hint;
use super::{heading, hint, sheet};
use crate::app::Dispatch;
use crate::browser::{moment, sharing};
use crate::components::{
    Choice, El, button, button_if, div, el, field_of, fold, link_button, para, row, told_fold,
};
use crate::text;
use invigil_engine::app::{Event, Pick, SetupChange, SetupPart, TimeChoice};
use invigil_engine::route::Route;
use invigil_engine::sitting::Way;
use invigil_engine::view::{AreaView, GuideView, SetupView, StartBar, Stock, TimeView, TopicView};
use yew::Callback;

/// The set-up page.
pub(crate) fn setup(view: &SetupView, dispatch: &Dispatch) -> El {
    let can_start = view.start == StartBar::Ready && view.seed_valid && view.length > 0;
    // An exam against the clock begins with its instructions.
    let begin = if view.way == Way::Exam { Event::InstructionsTurned(Some(0)) } else { Event::SetupStarted };
    let start = button_if(dispatch, begin, "button primary large", text::START, can_start);
    sheet("setup", "setup")
        .add(heading(text::SETUP_TITLE))
        .list(choices(view, dispatch, true))
        .add(group(text::SETUP_PICK, "choices", picks(view), dispatch))
        .list(sources(view, dispatch))
        .add(
            div("div", "start")
                .add(start)
                .add(start_hint(view.start))
                .add_if(where_hint(view.start, view.stock)),
        )
        .add(others(view))
}

/// The ways to give an exam to others.
fn others(view: &SetupView) -> El {
    let link = |route: Route, name| link_button(route.to_string(), "button", name);
    div("div", "to-others").add(row(vec![
        link(Route::Share, text::LINK_PAGE_WAY).hidden(view.pick != Pick::Any),
        link(Route::Papers, text::PAPERS_WAY),
        link(Route::Class, text::CLASS_WAY),
    ]))
}

/// Guide, way, length and time; without a length where the questions are chosen one by one.
pub(super) fn choices(view: &SetupView, dispatch: &Dispatch, with_length: bool) -> Vec<El> {
    let guides = view.guides.iter().map(guide).collect();
    let ways = [Way::Exam, Way::Untimed, Way::Reveal].map(|way| self::way(way, view.way)).into();
    let mut choices = vec![
        group(text::SETUP_GUIDE, "choices", guides, dispatch),
        group(text::SETUP_WAY, "choices", ways, dispatch),
    ];
    if with_length {
        choices.push(lengths(view, dispatch));
        choices.push(length_hint(view));
    }
    choices.push(times(view, dispatch));
    choices
}

/// What is drawn from: areas and topics, and by which seed.
pub(super) fn sources(view: &SetupView, dispatch: &Dispatch) -> Vec<El> {
    vec![areas(view, dispatch), topics(view, dispatch), seed(view, dispatch)]
}

/// The times, where the way has a clock and the length does not set it: the exam's own ones by name, more as chips.
fn times(view: &SetupView, dispatch: &Dispatch) -> El {
    let is_named = |time: &&TimeView| !matches!(time.choice, TimeChoice::Times(_));
    let (named, more): (Vec<&TimeView>, Vec<&TimeView>) = view.times.iter().partition(is_named);
    let rows = |times: Vec<&TimeView>| times.into_iter().map(|one| time(*one).row(dispatch)).collect();
    let field = || {
        el("fieldset")
            .add(el("legend").text(text::SETUP_TIME))
            .add(div("div", "choices").list(rows(named)))
            .add(hint(text::TIME_MORE.to_owned()))
            .add(div("div", "choices chips").list(rows(more)))
            .add(hint(text::minutes(view.limit)))
    };
    div("div", "times").add_if((view.lasting.is_none() && !view.times.is_empty()).then(field))
}

fn way(way: Way, chosen: Way) -> Choice {
    Choice {
        kind: "radio",
        name: "way",
        label: text::way(way).0.to_owned(),
        hint: text::way(way).1.to_owned(),
        checked: way == chosen,
        event: Event::SetupChanged(SetupChange::Way(way)),
    }
}

fn picks(view: &SetupView) -> Vec<Choice> {
    let choice = |(pick, hint): (Pick, String)| Choice {
        kind: "radio",
        name: "pick",
        label: text::pick(pick).to_owned(),
        hint,
        checked: pick == view.pick,
        event: Event::SetupChanged(SetupChange::Pick(pick)),
    };
    let missed = text::questions(u32::try_from(view.missed).unwrap_or(u32::MAX));
    let mut picks = vec![(Pick::Any, String::new()), (Pick::UnseenFirst, String::new())];
    if view.missed > 0 || view.pick == Pick::Missed {
        picks.push((Pick::Missed, missed));
    }
    picks.into_iter().map(choice).collect()
}

/// The length: a number of questions, or the minutes that they are to take.
fn lengths(view: &SetupView, dispatch: &Dispatch) -> El {
    let by_number = |length: &u32| view.lasting.is_none() && *length == view.length;
    let numbers = view.lengths.iter().map(|length| self::length(*length, by_number(length)));
    let minutes = view.lastings.iter().map(|minutes| Choice {
        label: text::lasting(*minutes),
        event: Event::SetupChanged(SetupChange::Lasting(*minutes)),
        ..length(*minutes, view.lasting == Some(*minutes))
    });
    let rows = |choices: Vec<Choice>| choices.into_iter().map(|choice| choice.row(dispatch)).collect();
    el("fieldset")
        .add(el("legend").text(text::SETUP_LENGTH))
        .add(div("div", "choices chips").list(rows(numbers.collect())))
        .add(hint(text::SETUP_LASTING.to_owned()))
        .add(div("div", "choices chips").list(rows(minutes.collect())))
        .add(other_length(view, dispatch))
}

/// Any other number of questions.
fn other_length(view: &SetupView, dispatch: &Dispatch) -> El {
    let dispatch = dispatch.clone();
    let changed = Callback::from(move |event: web_sys::Event| {
        if let Some(count) = field_of(&event).and_then(|field| field.value().parse().ok()) {
            dispatch.emit(Event::SetupChanged(SetupChange::Length(count)));
        }
    });
    let field = div("input", "field")
        .attr("type", "number")
        .attr("inputmode", "numeric")
        .attr("min", "1")
        .set("max", view.most.to_string());
    div("label", "labelled")
        .add(el("span").text(text::SETUP_OTHER_LENGTH))
        .add(field.value(view.length.to_string()).change(changed))
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

fn length(length: u32, checked: bool) -> Choice {
    Choice {
        kind: "radio",
        name: "length",
        label: text::figures(length),
        hint: String::new(),
        checked,
        event: Event::SetupChanged(SetupChange::Length(length)),
    }
}

/// What there is to know of the length: what does not count, and where the bank falls short.
fn length_hint(view: &SetupView) -> El {
    let mut lines = Vec::new();
    if !view.lengths.contains(&view.length) || view.topics_chosen + view.areas_chosen > 0 {
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

fn time(time: TimeView) -> Choice {
    let more = matches!(time.choice, TimeChoice::Times(_));
    Choice {
        kind: "radio",
        name: "time",
        label: text::time_choice(time.choice),
        hint: if more { String::new() } else { text::minutes(Some(time.minutes)) },
        checked: time.chosen,
        event: Event::SetupChanged(SetupChange::Time(time.choice)),
    }
}

/// The domains, each with its tasks below it.
fn areas(view: &SetupView, dispatch: &Dispatch) -> El {
    let row = |view: &AreaView| {
        let choice = Choice {
            kind: "checkbox",
            name: "area",
            label: view.title.clone(),
            hint: text::questions(u32::try_from(view.questions).unwrap_or(u32::MAX)),
            checked: view.chosen,
            event: Event::SetupChanged(SetupChange::Area(view.area, !view.chosen)),
        };
        div("div", if view.area.task.is_some() { "task" } else { "domain" }).add(choice.row(dispatch))
    };
    let line = text::named_state(text::SETUP_AREAS, &text::topics_chosen(view.areas_chosen));
    let told = |open| Event::SetupChanged(SetupChange::Opened(SetupPart::Areas, open));
    let fields = || {
        el("fieldset")
            .add(div("legend", "visually-hidden").text(text::SETUP_AREAS))
            .add(div("div", "choices").list(view.areas.iter().map(row).collect()))
    };
    let open = view.open.contains(&SetupPart::Areas);
    told_fold("fold", line, open, dispatch, told).add_if(open.then(fields))
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
    let line = text::named_state(text::SETUP_TOPICS, &text::topics_chosen(view.topics_chosen));
    let told = |open| Event::SetupChanged(SetupChange::Opened(SetupPart::Topics, open));
    let open = view.open.contains(&SetupPart::Topics);
    let choices = view.topics.iter().map(choice).collect();
    told_fold("fold", line, open, dispatch, told)
        .add_if(open.then(|| button(dispatch, all, "button small", text::SETUP_ALL_TOPICS)))
        .add_if(open.then(|| group(text::SETUP_TOPICS, "choices topics", choices, dispatch)))
}

fn seed(view: &SetupView, dispatch: &Dispatch) -> El {
    let mut ways =
        vec![button(dispatch, Event::SetupChanged(SetupChange::NewSeed), "button", text::SETUP_NEW_SEED)];
    ways.extend(share_buttons(dispatch, view.shareable));
    fold("fold", text::SETUP_SEED.to_owned())
        .add(seed_field(view, dispatch))
        .add(row(ways))
        .add_if((view.pick != Pick::Any).then(|| hint(text::SETUP_PERSONAL.to_owned())))
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

//! The confirm page of an exam link: what it is, before anything starts.

use super::home::start_hint;
use super::setup::{share_buttons, where_hint};
use super::{heading, sheet};
use crate::app::Dispatch;
use crate::browser::intl;
use crate::components::{El, button_if, div, el, fact, fold, link_button, para, row};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::ids::QuestionNumber;
use invigil_engine::link::LinkFault;
use invigil_engine::route::Route;
use invigil_engine::sitting::Way;
use invigil_engine::view::{ConfirmView, Since, StartBar};

/// The confirm page.
pub(crate) fn confirm(view: &ConfirmView, dispatch: &Dispatch) -> El {
    let can_start = view.start == StartBar::Ready && view.fault.is_none();
    let mut ways =
        vec![button_if(dispatch, start_event(view), "button primary large", text::START, can_start)];
    ways.extend(share_buttons(dispatch, true));
    let go_on = || el("p").add(link_button(Route::Sitting(None).to_string(), "button", text::CONTINUE));
    sheet("confirm", "confirm")
        .add(heading(text::CONFIRM_TITLE))
        .add(div("p", "lead").text(text::CONFIRM_LEAD))
        .add(super::sharing::own::words(&view.title, &view.line))
        .add(div("dl", "facts").list(facts(view)))
        .add_if(caveat(view))
        .add_if(without(view))
        .add(row(ways))
        .add(start_hint(view.start))
        .add_if(where_hint(view.start, view.stock).filter(|_| view.fault.is_none()))
        .add_if((view.start == StartBar::AtWork).then(go_on))
}

/// What an exam of a link is.
pub(super) fn facts(view: &ConfirmView) -> Vec<El> {
    let topics = if view.listed {
        text::CONFIRM_LISTED.to_owned()
    } else if view.topics.is_empty() {
        text::CONFIRM_ALL_TOPICS.to_owned()
    } else {
        intl::list(&view.topics)
    };
    vec![
        fact(text::FACT_BANK, view.bank.clone()),
        fact(text::FACT_GUIDE, view.guide.clone().unwrap_or_default()),
        fact(text::FACT_QUESTIONS, text::figures(view.length)),
        fact(text::SETUP_WAY, text::way(view.way).0.to_owned()),
        fact(text::FACT_TIME, text::minutes(view.limit)),
        fact(text::FACT_TOPICS, topics),
        fact(text::FACT_SEED, view.seed.to_string()),
    ]
}

/// An exam against the clock begins with its instructions.
fn start_event(view: &ConfirmView) -> Event {
    if view.way == Way::Exam { Event::InstructionsTurned(Some(0)) } else { Event::LinkStarted }
}

/// What stands in the way, or what the reader should know.
fn caveat(view: &ConfirmView) -> Option<El> {
    match &view.fault {
        Some(fault) => {
            let words =
                el("p").add(el("strong").text(text::CONFIRM_BAD)).text(" ").words(text::draw_fault(fault));
            Some(div("div", "notice notice-alert").attr("role", "alert").add(words))
        }
        None => changed(&view.changed),
    }
}

/// What has changed in the bank since the link was made.
fn changed(since: &Since) -> Option<El> {
    let told = |words: String| div("div", "notice").attr("role", "status").add(el("p").words(words));
    Some(match since {
        Since::Nothing => return None,
        Since::Asked => told(text::CONFIRM_CHANGED.to_owned()),
        Since::Unknown => told(text::CHANGED_UNKNOWN.to_owned()),
        Since::Known { revised, fresh } if revised.is_empty() && fresh.is_empty() => {
            told(text::CHANGED_SAME.to_owned())
        }
        Since::Known { revised, fresh } => {
            let line = |kind: &'static str| {
                move |(number, topic): &(QuestionNumber, String)| {
                    el("li").words(text::question_number(number.0, topic)).text(" · ").text(kind)
                }
            };
            let mut lines: Vec<El> = revised.iter().map(line(text::CHANGED_REVISED)).collect();
            lines.extend(fresh.iter().map(line(text::CHANGED_FRESH)));
            told(text::changed_known(revised.len(), fresh.len()))
                .add(fold("fold", text::CHANGED_LIST.to_owned()).add(el("ul").list(lines)))
        }
    })
}

/// The same exam without the questions that are gone.
fn without(view: &ConfirmView) -> Option<El> {
    let (route, gone) = view.without.clone()?;
    Some(div("div", "notice").add(el("p").words(text::changed_gone(gone))).add(row(vec![link_button(
        route,
        "button",
        text::GO_ON_WITHOUT,
    )])))
}

/// A link that cannot be read.
pub(crate) fn bad_link(fault: &LinkFault) -> El {
    sheet("bad-link", "plain")
        .add(heading(text::BAD_LINK_TITLE))
        .add(el("p").attr("role", "alert").words(text::link_fault(fault)))
        .add(para(text::BAD_LINK_ADVICE))
        .add(row(vec![
            link_button(Route::Home.to_string(), "button primary", text::BACK_HOME),
            link_button(Route::Setup.to_string(), "button", text::SET_UP_EXAM),
        ]))
}

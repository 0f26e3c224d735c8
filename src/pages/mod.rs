//! The pages, one to a file: a view in, elements out.

mod about;
mod bank;
mod checked;
mod compare;
mod confirm;
mod display;
mod history;
mod home;
mod instructions;
mod keys;
mod notes;
mod objection;
mod paused;
mod plain;
mod practice;
mod reasons;
mod result;
mod review;
mod settings;
mod setup;
mod sharing;
mod sitting;
#[cfg(test)]
#[cfg(target_arch = "wasm32")]
pub(crate) mod tests;

use crate::app::Dispatch;
use crate::components::{El, dialogs, div, el};
use invigil_engine::view::{PageView, View};
use yew::NodeRef;

/// The page of a view before the second part of the code is there, and the dialog that is closed until then.
pub(crate) fn early(view: &View, dispatch: &Dispatch) -> [El; 2] {
    let page = match &view.page {
        PageView::Home(view) => home::home(view, dispatch),
        _ => plain::waiting(),
    };
    [page, div("dialog", "dialog").key("early")]
}

/// The page of a view, and the dialog over it.
// A gate of the app's second part, so it stays a function of its own; see xtask/src/stage/split.rs.
#[inline(never)]
pub(crate) fn whole(view: &View, dialog: &NodeRef, dispatch: &Dispatch) -> [El; 2] {
    [page_of(&view.page, dispatch), dialogs(view.frame.dialog, &view.page, dialog, dispatch).key("dialog")]
}

/// The page of a view.
pub(crate) fn page_of(page: &PageView, dispatch: &Dispatch) -> El {
    match page {
        PageView::Home(view) => home::home(view, dispatch),
        PageView::Setup(view) => setup::setup(view, dispatch),
        PageView::Confirm(view) => confirm::confirm(view, dispatch),
        PageView::BadLink(fault) => confirm::bad_link(fault),
        PageView::Instructions(view) => instructions::instructions(view, dispatch),
        PageView::Paused(view) => paused::paused(view, dispatch),
        PageView::Sitting(view) => sitting::sitting(view, dispatch),
        PageView::Review(view) => review::review(view, dispatch),
        PageView::NoSitting(last) => plain::no_sitting(last.as_ref()),
        PageView::Result(view) => result::result(view, dispatch),
        PageView::NoAttempt => plain::no_attempt(),
        PageView::Compare(view) => compare::compare(view, dispatch),
        PageView::History(rows) => history::history(rows),
        PageView::Settings(view) => settings::settings(view, dispatch),
        PageView::Keys(view) => keys::keys(view, dispatch),
        PageView::About(view) => about::about(view),
        PageView::Bank(view) => bank::bank(view, dispatch),
        PageView::Notes(view) => notes::notes(view, dispatch),
        PageView::Practice(view) => practice::practice(view, dispatch),
        PageView::Share(view) => sharing::link::share(view, dispatch),
        PageView::Shared(view) => sharing::sent::shared(view, dispatch),
        PageView::OwnPaper(view) => sharing::own::own_paper(view, dispatch),
        PageView::HandedIn(view) => sharing::sent::handed_in(view, dispatch),
        PageView::Desk(view) => sharing::desk::desk(view, dispatch),
        PageView::Class(view) => sharing::class::class(view, dispatch),
        PageView::Twin(view) => sharing::twin::twin(view, dispatch),
        PageView::Waiting => plain::waiting(),
        PageView::NoBank => plain::no_bank(),
        PageView::NotFound(path) => plain::not_found(path),
    }
}

/// A page of its own, so that nothing of the one before it is taken over.
fn sheet(name: &'static str, class: &'static str) -> El {
    div("section", class).key(name)
}

/// The heading of a page, to which the focus goes when the page opens.
fn heading(words: &'static str) -> El {
    el("h1").attr("id", "page-heading").attr("tabindex", "-1").text(words)
}

/// A line of small print.
fn hint(words: String) -> El {
    div("p", "hint").words(words)
}

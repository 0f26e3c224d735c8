//! The dialogs: the browser's own, so that focus, Escape and the cover behind are the browser's work.

use super::{El, button, div, el, row};
use crate::app::Dispatch;
use crate::text;
use invigil_engine::app::{Dialog, Event};
use invigil_engine::view::PageView;
use yew::NodeRef;

/// The dialog element; the root opens and closes it as the engine says.
pub(crate) fn dialogs(dialog: Option<Dialog>, page: &PageView, element: &NodeRef, dispatch: &Dispatch) -> El {
    let stay = if dialog == Some(Dialog::Leave) { text::LEAVE_NO } else { text::CANCEL };
    let (title, words, act, yes, class) = match dialog {
        Some(Dialog::Submit) => {
            let (open, half) = match page {
                PageView::Review(review) => (review.unanswered, review.half),
                _ => (0, 0),
            };
            let words = text::hand_in_text(open, half);
            (text::HAND_IN_TITLE, words, Event::SubmitConfirmed, text::HAND_IN_YES, "button primary")
        }
        Some(Dialog::Erase) => {
            let words = text::ERASE_LEAD.to_owned();
            (text::ERASE_ASK, words, Event::EraseConfirmed, text::ERASE_YES, "button danger")
        }
        Some(Dialog::Leave) => {
            let words = text::LEAVE_TEXT.to_owned();
            (text::LEAVE_ASK, words, Event::LeaveConfirmed, text::LEAVE_YES, "button")
        }
        None => ("", String::new(), Event::DialogClosed, "", "button"),
    };
    div("dialog", "dialog")
        .refer(element)
        .attr("aria-labelledby", "dialog-title")
        .attr("aria-describedby", "dialog-words")
        .on_cancel(dispatch, Event::DialogClosed)
        .add(el("h2").attr("id", "dialog-title").text(title))
        .add(el("p").attr("id", "dialog-words").words(words))
        .add(row(vec![
            button(dispatch, Event::DialogClosed, "button", stay),
            button(dispatch, act, class, yes),
        ]))
}

//! The dialogs: the browser's own, so that focus, Escape and the cover behind are the browser's work.

use super::{Send, use_send};
use crate::text;
use invigil_engine::app::{Dialog, Event};
use invigil_engine::view::PageView;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// The open dialog, if there is one.
#[derive(Properties, PartialEq)]
pub(crate) struct DialogsProps {
    /// Which.
    pub(crate) dialog: Option<Dialog>,
    /// The page behind it.
    pub(crate) page: PageView,
}

/// The dialog element, opened and closed as the engine says.
#[component]
pub(crate) fn Dialogs(props: &DialogsProps) -> Html {
    let element = use_node_ref();
    {
        let element = element.clone();
        use_effect_with(props.dialog, move |dialog| {
            if let Some(element) = element.cast::<HtmlDialogElement>() {
                if dialog.is_some() && !element.open() {
                    // It is in the document and closed, so it can be opened.
                    let _ = element.show_modal();
                } else if dialog.is_none() {
                    element.close();
                }
            }
        });
    }
    let oncancel = use_send::<yew::events::Event>(Event::DialogClosed);
    let (title, words, act, yes) = match props.dialog {
        Some(Dialog::Submit) => {
            let (open, half) = match &props.page {
                PageView::Review(review) => (review.unanswered, review.half),
                _ => (0, 0),
            };
            (text::HAND_IN_TITLE, text::hand_in_text(open, half), Event::SubmitConfirmed, text::HAND_IN_YES)
        }
        Some(Dialog::Erase) => {
            (text::ERASE_ASK, text::ERASE_LEAD.to_owned(), Event::EraseConfirmed, text::ERASE_YES)
        }
        None => ("", String::new(), Event::DialogClosed, ""),
    };
    let class = if props.dialog == Some(Dialog::Erase) { "button danger" } else { "button primary" };
    html! {
        <dialog ref={element} class="dialog" aria-labelledby="dialog-title" {oncancel}>
            <h2 id="dialog-title">{ title }</h2>
            <p>{ words }</p>
            <div class="row">
                <Send event={Event::DialogClosed}>{ text::CANCEL }</Send>
                <Send event={act} {class}>{ yes }</Send>
            </div>
        </dialog>
    }
}

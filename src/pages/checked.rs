//! Reasons as one goes: an answer is checked, and then its worth stands in the place of its options, with the reasons.

use super::reasons::reasons;
use crate::app::Dispatch;
use crate::components::{El, button_if, div};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::view::{ResultItem, SittingView};

/// The button that checks the answer, or what came of it; empty in the other ways to sit.
pub(super) fn checked(view: &SittingView, dispatch: &Dispatch) -> El {
    let complete = view.question.chosen.len() == view.question.wanted && !view.elsewhere;
    let check =
        || button_if(dispatch, Event::AnswerChecked, "button primary large", text::CHECK_ANSWER, complete);
    div("div", "checked").list(match &view.verdict {
        Some(item) => verdict(item),
        None if view.reveals => vec![check()],
        None => Vec::new(),
    })
}

/// What the answer is worth, and why.
fn verdict(item: &ResultItem) -> Vec<El> {
    let (words, class) =
        if item.right { (text::VERDICT_RIGHT, "mark-right") } else { (text::VERDICT_WRONG, "mark-wrong") };
    let title = div("h2", class).attr("id", "verdict").attr("tabindex", "-1").text(words);
    let mut parts = vec![title];
    parts.extend(reasons(item));
    parts
}

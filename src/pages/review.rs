//! The review before handing in.

use super::{heading, sheet};
use crate::app::Dispatch;
use crate::components::{El, button, button_if, clock, div, el, fact, link_button, navigator, para};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::route::Route;
use invigil_engine::view::ReviewView;

/// The review page.
pub(crate) fn review(view: &ReviewView, dispatch: &Dispatch) -> El {
    let counts = vec![
        fact(text::COUNT_ANSWERED, view.answered.to_string()),
        fact(text::COUNT_HALF, view.half.to_string()),
        fact(text::COUNT_UNANSWERED, view.unanswered.to_string()),
        fact(text::COUNT_FLAGGED, view.flagged.to_string()),
    ];
    sheet("review", "review")
        .add(div("header", "exam-bar").add(heading(text::REVIEW_TITLE)).add(clock(view.clock, dispatch)))
        .add(super::sitting::elsewhere(view.elsewhere, dispatch))
        .add(para(text::REVIEW_LEAD))
        .add(div("dl", "counts").list(counts))
        .node(navigator(&view.cells))
        // Handing in stands at the start of its row: where the next question was opened, no second tap ends the exam.
        .add(div("div", "row spread").list(vec![
            button_if(dispatch, Event::SubmitAsked, "button primary", text::HAND_IN, !view.elsewhere),
            link_button(Route::Sitting(None).to_string(), "button", text::BACK_TO_EXAM),
        ]))
        .add(el("p").add(button(dispatch, Event::LeaveAsked, "button quiet", text::LEAVE)))
}

//! The review before handing in.

use super::heading;
use crate::app::Dispatch;
use crate::components::{button, clock, link_button, navigator};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::route::Route;
use invigil_engine::view::ReviewView;
use yew::prelude::*;

/// The review page.
pub(crate) fn review(view: &ReviewView, dispatch: &Dispatch) -> Html {
    html! {
        <div key="review" class="review">
            <header class="exam-bar">
                { heading(text::REVIEW_TITLE) }
                { clock(view.clock) }
            </header>
            <p>{ text::REVIEW_LEAD }</p>
            <dl class="counts">
                { count(view.answered, text::COUNT_ANSWERED) }
                { count(view.half, text::COUNT_HALF) }
                { count(view.unanswered, text::COUNT_UNANSWERED) }
                { count(view.flagged, text::COUNT_FLAGGED) }
            </dl>
            { navigator(&view.cells) }
            <div class="row spread">
                { link_button(Route::Sitting(None).to_string(), "button", text::BACK_TO_EXAM) }
                { button(dispatch, Event::SubmitAsked, "button primary", text::HAND_IN) }
            </div>
        </div>
    }
}

fn count(count: u32, name: &'static str) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ count }</dd></div> }
}

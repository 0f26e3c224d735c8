//! The review before handing in.

use super::heading;
use crate::components::{Clock, Navigator, Send};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::route::Route;
use invigil_engine::view::ReviewView;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ReviewProps {
    /// What is shown.
    pub(crate) view: Rc<ReviewView>,
}

/// The review page.
#[component]
pub(crate) fn Review(props: &ReviewProps) -> Html {
    let view = &props.view;
    html! {
        <div class="review">
            <header class="exam-bar">
                { heading(text::REVIEW_TITLE) }
                <Clock clock={view.clock} />
            </header>
            <p>{ text::REVIEW_LEAD }</p>
            <dl class="counts">
                { count(view.answered, text::COUNT_ANSWERED) }
                { count(view.half, text::COUNT_HALF) }
                { count(view.unanswered, text::COUNT_UNANSWERED) }
                { count(view.flagged, text::COUNT_FLAGGED) }
            </dl>
            <Navigator cells={Rc::clone(&view.cells)} />
            <div class="row spread">
                <a class="button" href={Route::Sitting(None).to_string()}>{ text::BACK_TO_EXAM }</a>
                <Send event={Event::SubmitAsked} class="button primary">{ text::HAND_IN }</Send>
            </div>
        </div>
    }
}

fn count(count: u32, name: &'static str) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ count }</dd></div> }
}

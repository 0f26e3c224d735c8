//! Pages with little on them.

use super::heading;
use crate::components::link_button;
use crate::text;
use invigil_engine::ids::SittingId;
use invigil_engine::route::Route;
use yew::prelude::*;

/// Something has not arrived yet.
pub(crate) fn waiting() -> Html {
    html! { <p class="waiting" role="status">{ text::WAITING }</p> }
}

/// No exam is running; the newest attempt, if there is one, is.
pub(crate) fn no_sitting(last: Option<&SittingId>) -> Html {
    html! {
        <section key="no-sitting">
            { heading(text::NO_SITTING_TITLE) }
            <div class="row">
                { link_button(Route::Setup.to_string(), "button primary", text::SET_UP_EXAM) }
                if let Some(id) = last {
                    { link_button(Route::Attempt(id.clone()).to_string(), "button", text::SEE_RESULT) }
                }
            </div>
        </section>
    }
}

/// The attempt is not here.
pub(crate) fn no_attempt() -> Html {
    html! {
        <section key="no-attempt">
            { heading(text::RESULT_TITLE) }
            <p>{ text::NO_ATTEMPT }</p>
            <div class="row">
                { link_button(Route::History.to_string(), "button primary", text::ALL_RESULTS) }
                { link_button(Route::Settings.to_string(), "button", text::BACKUP_RESTORE) }
            </div>
        </section>
    }
}

/// No such page.
pub(crate) fn not_found(path: &str) -> Html {
    html! {
        <section key="not-found">
            { heading(text::NOT_FOUND_TITLE) }
            <p class="break">{ text::not_found(path) }</p>
            <p>{ link_button(Route::Home.to_string(), "button primary", text::BACK_HOME) }</p>
        </section>
    }
}

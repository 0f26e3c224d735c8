//! Pages with little on them.

use super::heading;
use crate::text;
use invigil_engine::ids::SittingId;
use invigil_engine::route::Route;
use yew::prelude::*;

/// Something has not arrived yet.
#[component]
pub(crate) fn Waiting() -> Html {
    html! { <p class="waiting" role="status">{ text::WAITING }</p> }
}

#[derive(Properties, PartialEq)]
pub(crate) struct NoSittingProps {
    /// The newest attempt.
    pub(crate) last: Option<SittingId>,
}

/// No exam is running.
#[component]
pub(crate) fn NoSitting(props: &NoSittingProps) -> Html {
    let result = props.last.as_ref().map(|id| Route::Attempt(id.clone()).to_string());
    html! {
        <section>
            { heading(text::NO_SITTING_TITLE) }
            <div class="row">
                <a class="button primary" href={Route::Setup.to_string()}>{ text::SET_UP_EXAM }</a>
                if let Some(href) = result {
                    <a class="button" {href}>{ text::SEE_RESULT }</a>
                }
            </div>
        </section>
    }
}

/// The attempt is not here.
#[component]
pub(crate) fn NoAttempt() -> Html {
    html! {
        <section>
            { heading(text::RESULT_TITLE) }
            <p>{ text::NO_ATTEMPT }</p>
            <div class="row">
                <a class="button primary" href={Route::History.to_string()}>{ text::ALL_RESULTS }</a>
                <a class="button" href={Route::Settings.to_string()}>{ text::BACKUP_RESTORE }</a>
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct NotFoundProps {
    /// What was asked for.
    pub(crate) path: String,
}

/// No such page.
#[component]
pub(crate) fn NotFound(props: &NotFoundProps) -> Html {
    html! {
        <section>
            { heading(text::NOT_FOUND_TITLE) }
            <p class="break">{ text::not_found(&props.path) }</p>
            <p><a class="button primary" href={Route::Home.to_string()}>{ text::BACK_HOME }</a></p>
        </section>
    }
}

//! All results, newest first.

use super::heading;
use crate::browser::moment;
use crate::components::link_button;
use crate::text;
use invigil_engine::route::Route;
use invigil_engine::time::DurationMs;
use invigil_engine::view::ResultRow;
use yew::prelude::*;

/// The page of all results.
pub(crate) fn history(results: &[ResultRow]) -> Html {
    html! {
        <section key="history">
            { heading(text::HISTORY_TITLE) }
            if results.is_empty() {
                <p>{ text::HISTORY_EMPTY }</p>
                <p>{ link_button(Route::Setup.to_string(), "button primary", text::SET_UP_EXAM) }</p>
            } else {
                { rows(results) }
            }
        </section>
    }
}

/// Results as a list of links.
pub(crate) fn rows(results: &[ResultRow]) -> Html {
    let row = |row: &ResultRow| html! { <li key={row.result.id.as_str()}>{ line(row) }</li> };
    html! { <ul class="results">{ for results.iter().map(row) }</ul> }
}

fn line(row: &ResultRow) -> Html {
    let result = &row.result;
    let guide = row.guide.clone().unwrap_or_else(|| result.guide.to_string());
    let (right, total) = result.scored;
    html! {
        <a href={Route::Attempt(result.id.clone()).to_string()}>
            <span class="result-score">{ text::scored_right(right, total) }</span>
            <span class="result-band">{ format!("{}–{}", result.band.0, result.band.1) }</span>
            <span class="result-guide">{ guide }</span>
            <span class="result-day">
                { moment::day_and_time(result.ended) }{ " · " }
                { text::duration(DurationMs(i64::from(result.seconds) * 1000)) }
            </span>
        </a>
    }
}

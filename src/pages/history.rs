//! All results, newest first.

use super::heading;
use crate::browser::moment;
use crate::text;
use invigil_engine::route::Route;
use invigil_engine::time::DurationMs;
use invigil_engine::view::ResultRow;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct HistoryProps {
    /// The results.
    pub(crate) rows: Rc<Vec<ResultRow>>,
}

/// The page of all results.
#[component]
pub(crate) fn History(props: &HistoryProps) -> Html {
    html! {
        <section>
            { heading(text::HISTORY_TITLE) }
            if props.rows.is_empty() {
                <p>{ text::HISTORY_EMPTY }</p>
                <p><a class="button primary" href={Route::Setup.to_string()}>{ text::SET_UP_EXAM }</a></p>
            } else {
                <Rows rows={props.rows.to_vec()} />
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct RowsProps {
    /// The results.
    pub(crate) rows: Vec<ResultRow>,
}

/// Results as a list of links.
#[component]
pub(crate) fn Rows(props: &RowsProps) -> Html {
    html! {
        <ul class="results">
            { for props.rows.iter().map(|row| html! { <li key={row.result.id.as_str()}>{ line(row) }</li> }) }
        </ul>
    }
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

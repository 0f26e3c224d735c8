//! All results, newest first.

use super::{heading, sheet};
use crate::browser::moment;
use crate::components::{El, div, el, link_button, para};
use crate::text;
use invigil_engine::ids::SittingId;
use invigil_engine::route::Route;
use invigil_engine::time::DurationMs;
use invigil_engine::view::ResultRow;

/// The page of all results.
pub(crate) fn history(results: &[ResultRow]) -> El {
    let page = sheet("history", "history").add(heading(text::HISTORY_TITLE));
    if results.is_empty() {
        let way = link_button(Route::Setup.to_string(), "button primary", text::SET_UP_EXAM);
        return page.add(para(text::HISTORY_EMPTY)).add(el("p").add(way));
    }
    let ids: Vec<SittingId> = results.iter().take(2).map(|row| row.result.id.clone()).collect();
    page.add(rows(results)).add_if(super::compare::link(&ids))
}

/// Results as a list of links.
pub(crate) fn rows(results: &[ResultRow]) -> El {
    div("ul", "results").list(results.iter().map(line).collect())
}

fn line(row: &ResultRow) -> El {
    let result = &row.result;
    let own = || if result.is_of_own_paper() { text::OWN_PAPER.to_owned() } else { result.guide.to_string() };
    let guide = row.guide.clone().unwrap_or_else(own);
    let score = if result.is_graded() {
        text::scored_right(result.scored.0, result.scored.1)
    } else {
        text::NOT_GRADED_HERE.to_owned()
    };
    let band = || div("span", "result-band").words(text::band(result.band.0, result.band.1));
    let time = text::duration(DurationMs(i64::from(result.seconds) * 1000));
    let link = el("a")
        .set("href", Route::Attempt(result.id.clone()).to_string())
        .add(div("span", "result-score").words(score))
        .add_if(result.before.map(|before| div("span", "result-before").words(text::first_grade(before))))
        .add_if(result.has_band().then(band))
        .add(div("span", "result-guide").words(guide))
        .add(div("span", "result-day").words(moment::day_and_time(result.ended)).text(" · ").words(time));
    el("li").key(result.id.as_str()).add(link)
}

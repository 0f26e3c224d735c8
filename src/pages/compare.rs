//! Two results side by side.

use super::{heading, hint, sheet};
use crate::app::Dispatch;
use crate::browser::moment;
use crate::components::{El, div, el, fold, link_button, row, select, table_head};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::grade::Score;
use invigil_engine::ids::SittingId;
use invigil_engine::route::Route;
use invigil_engine::view::{CompareView, Comparison, Found, Shared, Side};
use yew::Callback;

/// The page of two results.
pub(crate) fn compare(view: &CompareView, dispatch: &Dispatch) -> El {
    let page = sheet("compare", "result").add(heading(text::COMPARE_TITLE)).add(choices(view, dispatch));
    match &view.found {
        Found::Waiting => page.add(hint(text::WAITING.to_owned())),
        Found::Gone => page.add(el("p").text(text::COMPARE_GONE)),
        Found::Both(both) => page.list(self::both(both, true)),
    }
}

/// What two results say beside each other; those of one's own lead to their pages.
pub(super) fn both(both: &Comparison, own: bool) -> Vec<El> {
    vec![figures(both, own), domains(both), shared(both)]
}

/// Which two results are shown.
fn choices(view: &CompareView, dispatch: &Dispatch) -> El {
    let [first, second] = &view.ids;
    let field = |name: &'static str,
                 id: &'static str,
                 here: &SittingId,
                 pair: fn(SittingId, SittingId) -> Event,
                 other: &SittingId| {
        let list = view.choices.iter().map(|row| {
            let result = &row.result;
            let words =
                text::result_choice(&moment::day_and_time(result.ended), result.scored.0, result.scored.1);
            (result.id.to_string(), words, &result.id == here)
        });
        let (dispatch, other) = (dispatch.clone(), other.clone());
        let chosen = Callback::from(move |value: String| {
            if let Some(id) = SittingId::parse(&value) {
                dispatch.emit(pair(id, other.clone()));
            }
        });
        select(id, name, list.collect(), chosen).key(here.as_str())
    };
    row(vec![
        field(text::COMPARE_FIRST, "first", first, Event::PairChosen, second),
        field(
            text::COMPARE_SECOND,
            "second",
            second,
            |second, first| Event::PairChosen(first, second),
            first,
        ),
    ])
}

/// The figures of both.
fn figures(both: &Comparison, own: bool) -> El {
    let line = |name: &'static str, value: &dyn Fn(&Side) -> String| {
        let cells = both.sides.iter().map(|side| el("td").words(value(side)));
        el("tr").add(el("th").attr("scope", "row").text(name)).list(cells.collect())
    };
    let or_nothing = |words: Option<String>| words.unwrap_or_else(|| text::COMPARE_NOTHING.to_owned());
    let mut lines = vec![
        line(text::COMPARE_DAY, &|side| moment::day_and_time(side.started)),
        line(text::COMPARE_GUIDE, &|side| side.guide.clone()),
        line(text::COMPARE_SCORE, &|side| score(side.scored)),
        line(text::COMPARE_BAND, &|side| or_nothing(side.band.map(|band| text::band(band.low, band.high)))),
        line(text::COMPARE_TIME, &|side| text::time_used(side.used, side.limit)),
        line(text::COMPARE_EACH, &|side| text::duration(side.each)),
        line(text::COMPARE_LATE, &|side| or_nothing(side.late.map(text::figures))),
        line(text::COMPARE_CHANGED, &|side| text::figures(side.changes.all())),
    ];
    if both.sides.iter().any(|side| side.changes.all() > 0) {
        lines.push(line(text::COMPARE_WON, &|side| {
            text::signed(i64::from(side.changes.gained) - i64::from(side.changes.lost))
        }));
    }
    let titles = both.sides.iter().zip([text::COMPARE_FIRST, text::COMPARE_SECOND]).map(|(side, name)| {
        let way = el("a").set("href", Route::Attempt(side.id.clone()).to_string()).text(name);
        let cell = el("th").attr("scope", "col");
        if own { cell.add(way) } else { cell.text(name) }
    });
    let head = el("tr").add(el("th").attr("scope", "col").text(text::COMPARE_WHAT)).list(titles.collect());
    el("section")
        .add(div("table", "domains pair").add(el("thead").add(head)).add(el("tbody").list(lines)))
        .add_if(both.difference.map(|difference| el("p").words(text::difference(difference))))
}

fn score(score: Score) -> String {
    let percent = text::percent(score.percent());
    text::compare_share(&text::of(score.right, score.total), &percent)
}

fn domains(both: &Comparison) -> El {
    let line = |(title, scores): &(String, [Option<Score>; 2])| {
        let cells =
            scores.map(|found| el("td").words(found.map_or_else(|| text::COMPARE_NOTHING.to_owned(), score)));
        el("tr").add(el("th").attr("scope", "row").words(title.clone())).list(cells.into())
    };
    let table = div("table", "domains pair")
        .add(table_head(&[text::DOMAIN, text::COMPARE_FIRST, text::COMPARE_SECOND]))
        .add(el("tbody").list(both.domains.iter().map(line).collect()));
    part("compare-domains", text::DOMAINS_TITLE).add(table)
}

fn part(id: &'static str, title: &'static str) -> El {
    el("section").attr("aria-labelledby", id).add(el("h2").attr("id", id).text(title))
}

/// The questions that both had.
fn shared(both: &Comparison) -> El {
    let section = part("shared-title", text::SHARED_TITLE);
    if both.shared.is_empty() {
        return section.add(el("p").text(text::SHARED_NONE));
    }
    let [kept, gained, lost, neither] =
        [[true, true], [false, true], [true, false], [false, false]].map(|right| both.shared_as(right));
    let line = |shared: &Shared| {
        let cells = shared.right.map(|right| el("td").add(mark(right)));
        let name = text::question_number(shared.number.0, &shared.topic);
        el("tr").add(el("th").attr("scope", "row").words(name)).list(cells.into())
    };
    let table = div("table", "domains pair")
        .add(table_head(&[text::QUESTION, text::COMPARE_FIRST, text::COMPARE_SECOND]))
        .add(el("tbody").list(both.shared.iter().map(line).collect()));
    section
        .add(el("p").words(text::shared_counts(both.shared.len(), kept, gained, lost, neither)))
        .add(hint(text::SHARED_NOTE.to_owned()))
        .add(fold("fold", text::SHARED_LIST.to_owned()).add(table))
}

fn mark(right: bool) -> El {
    if right {
        div("span", "mark mark-right").text(text::RIGHT)
    } else {
        div("span", "mark mark-wrong").text(text::WRONG)
    }
}

/// The way from the list of results to the two newest of them.
pub(super) fn link(results: &[SittingId]) -> Option<El> {
    let [newest, before, ..] = results else { return None };
    let route = Route::Compare(before.clone(), newest.clone());
    Some(el("p").add(link_button(route.to_string(), "button", text::COMPARE_NEWEST)))
}

//! Progress as pictures, each with the same figures in a table beside it.

use crate::browser::moment;
use crate::components::{Bar, El, bar_chart, div, el, fold, para, table_head};
use crate::text;
use invigil_engine::study::Calibration;
use invigil_engine::view::{DomainMap, ScoreView, TaskMap};

/// A part of the page: its title, what it says, the picture, and the figures behind a fold.
fn part(title: &'static str, lead: &'static str, picture: El, table: El) -> El {
    div("section", "progress")
        .add(el("h2").text(title))
        .add(para(lead))
        .add(picture)
        .add(fold("fold", text::AS_TABLE.to_owned()).add(table))
}

fn table(head: &[&'static str], lines: Vec<El>) -> El {
    div("table", "figures").add(table_head(head)).add(el("tbody").list(lines))
}

fn line(name: String, cells: Vec<String>) -> El {
    let cells = cells.into_iter().map(|words| el("td").words(words)).collect();
    el("tr").add(el("th").attr("scope", "row").words(name)).list(cells)
}

/// The tasks as tiles, a row a domain. A tile says itself what it shows, so it has no table.
pub(super) fn map(domains: &[DomainMap]) -> El {
    let tile = |task: &TaskMap| {
        // Five steps, from not practised to well known.
        let known = task.recall * task.practised / task.objectives.max(1);
        let step = ["0", "1", "2", "3", "4"]
            .get(usize::try_from(known.div_ceil(250)).unwrap_or(4))
            .copied()
            .unwrap_or("4");
        let recall = if task.practised == 0 {
            text::MAP_UNTOUCHED.to_owned()
        } else {
            text::map_recall(task.recall / 10)
        };
        div("li", "tile")
            .key(&task.title)
            .attr("data-step", step)
            .add(div("span", "tile-title").words(task.title.clone()))
            .add(div("span", "tile-recall").words(recall))
            .add(div("span", "hint").words(text::map_practised(task.practised, task.objectives)))
    };
    let domain = |domain: &DomainMap| {
        div("div", "map-domain")
            .key(&domain.title)
            .add(el("h3").words(domain.title.clone()).text(" · ").words(text::percent(domain.weight)))
            .add(div("ul", "tiles").list(domain.tasks.iter().map(tile).collect()))
    };
    div("section", "progress")
        .add(el("h2").text(text::MAP_TITLE))
        .add(para(text::MAP_LEAD))
        .list(domains.iter().map(domain).collect())
}

/// Reviews that are coming.
pub(super) fn forecast(days: &[u32]) -> El {
    let most = days.iter().copied().max().unwrap_or(0).max(1);
    let bars = (0..).zip(days).map(|(day, due)| Bar {
        height: due * 100 / most,
        above: if *due > 0 { text::figures(*due) } else { String::new() },
        below: if day % 7 == 0 { text::in_days(day) } else { String::new() },
    });
    let picture = bar_chart(text::FORECAST_SAYS, &bars.collect::<Vec<_>>());
    let lines = (0_u32..).zip(days).map(|(day, due)| line(text::in_days(day), vec![text::figures(*due)]));
    part(text::FORECAST_TITLE, text::FORECAST_LEAD, picture, table(&[text::DAY, text::DUE], lines.collect()))
}

/// The scores of attempts.
pub(super) fn scores(scores: &[ScoreView]) -> El {
    let bar = |score: &ScoreView| Bar {
        height: score.percent,
        above: text::figures(score.percent),
        below: String::new(),
    };
    let picture = bar_chart(text::SCORES_SAYS, &scores.iter().map(bar).collect::<Vec<_>>());
    let lines = scores.iter().map(|score| {
        let pace = text::duration(score.pace);
        let cells = vec![text::percent(score.percent), text::figures(score.questions), pace];
        line(moment::day_and_time(score.ended), cells)
    });
    let head = [text::SAT_ON, text::SHARE_RIGHT, text::QUESTIONS_COLUMN, text::PACE_COLUMN];
    let table = table(&head, lines.collect());
    part(text::SCORES_TITLE, text::SCORES_LEAD, picture, table).add(pace(scores))
}

/// The pace of the same attempts: time a question, on average.
fn pace(scores: &[ScoreView]) -> El {
    let seconds = |score: &ScoreView| u32::try_from(score.pace.0 / 1000).unwrap_or(u32::MAX).min(3_600);
    let most = scores.iter().map(seconds).max().unwrap_or(0).max(1);
    let bar = |score: &ScoreView| Bar {
        height: seconds(score) * 100 / most,
        above: text::figures(seconds(score)),
        below: String::new(),
    };
    let picture = bar_chart(text::PACE_CHART_SAYS, &scores.iter().map(bar).collect::<Vec<_>>());
    div("div", "progress").add(el("h3").text(text::PACE_CHART_TITLE)).add(picture)
}

/// How right the learner is by how sure; nothing until it was told ten times.
pub(super) fn calibration(known: &[Calibration]) -> Option<El> {
    let asked: u32 = known.iter().map(|one| one.asked).sum();
    if asked < 10 {
        return None;
    }
    let names = [text::CONFIDENCE_GUESS, text::CONFIDENCE_FAIRLY, text::CONFIDENCE_CERTAIN];
    let share = |one: &Calibration| (one.right * 100).checked_div(one.asked);
    let bar = |(name, one): (&'static str, &Calibration)| Bar {
        height: share(one).unwrap_or(0),
        above: share(one).map_or_else(String::new, text::percent),
        below: name.to_owned(),
    };
    let picture =
        bar_chart(text::CALIBRATION_SAYS, &names.into_iter().zip(known).map(bar).collect::<Vec<_>>());
    let lines = names
        .into_iter()
        .zip(known)
        .map(|(name, one)| line(name.to_owned(), vec![text::calibration_of(one.right, one.asked)]));
    let table = table(&[text::CALIBRATION_HOW, text::SHARE_RIGHT], lines.collect());
    Some(part(text::CALIBRATION_TITLE, text::CALIBRATION_LEAD, picture, table))
}

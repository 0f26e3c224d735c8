//! Scores as pictures: drawn with attributes, since the page's policy admits no inline style. Each has its figures
//! beside it in text; a chart says what it shows, and a bar in a table, whose figures stand in the same cell, is hidden
//! from screen readers.

use super::{El, div};
use crate::text;
use invigil_engine::conduct::Pace;
use invigil_engine::grade::{Band, Score};
use invigil_engine::time::DurationMs;
use invigil_engine::view::Verdict;

/// A scale runs from the left in every language, as its figures do.
fn picture(class: &'static str, view_box: &'static str) -> El {
    div("svg", class).attr("direction", "ltr").attr("viewBox", view_box).attr("focusable", "false")
}

/// A picture that says what it shows.
fn chart(class: &'static str, view_box: &'static str, says: String) -> El {
    picture(class, view_box).attr("role", "img").set("aria-label", says)
}

fn rect(class: &'static str, x: u32, y: u32, width: u32, height: u32, corner: u32) -> El {
    let places = [("x", x), ("y", y), ("width", width), ("height", height), ("rx", corner)];
    places.into_iter().fold(div("rect", class), |rect, (name, value)| rect.set(name, value.to_string()))
}

fn label(words: String, x: u32, y: u32, anchor: &'static str) -> El {
    let label = div("text", "band-label").attr("text-anchor", anchor);
    label.set("x", x.to_string()).set("y", y.to_string()).words(words)
}

/// The band, the scale, and the pass mark.
pub(crate) fn band_chart(band: Band, scale: (u32, u32), pass: u32) -> El {
    let (low, high) = scale;
    let span = high.saturating_sub(low).max(1);
    // A scale of 600 units with room for its labels at both ends.
    let x = |score: u32| 20 + score.clamp(low, high).saturating_sub(low) * 600 / span;
    let (from, to) = (x(band.low), x(band.high));
    let width = (to - from).max(6);
    let mark = x(pass);
    chart("band", "0 0 640 72", text::band_says(&text::band(band.low, band.high), pass))
        .add(rect("band-scale", 20, 30, 600, 12, 6))
        .add(rect("band-range", from.min(620 - width), 26, width, 20, 8))
        .add(rect("band-pass", mark.saturating_sub(1), 18, 3, 36, 0))
        .add(label(pass.to_string(), mark, 12, "middle"))
        .add(label(low.to_string(), 20, 68, "start"))
        .add(label(high.to_string(), 620, 68, "end"))
}

/// A bar as long as the share of right answers, with a line as long as the interval in which the true share may lie.
pub(crate) fn domain_bar(score: Score, verdict: Option<Verdict>) -> El {
    let percent = |hundredths: u32| hundredths.min(10_000) / 100;
    let range = verdict.map(|verdict| (percent(verdict.interval.low), percent(verdict.interval.high)));
    share_bar(score.percent(), range)
}

/// A bar as long as a share in percent, with a line as long as the range in which the true one may lie.
pub(crate) fn share_bar(share: u32, range: Option<(u32, u32)>) -> El {
    let line = |(low, high): (u32, u32)| rect("share-interval", low, 10, high.saturating_sub(low), 2, 0);
    picture("share", "0 0 100 12")
        .attr("aria-hidden", "true")
        .attr("preserveAspectRatio", "none")
        .add(rect("share-whole", 0, 0, 100, 8, 0))
        .add(rect("share-part", 0, 0, share.min(100), 8, 0))
        .add_if(range.map(line))
}

/// The width and height of the pace, and where it begins.
const PACE: (i64, i64) = (560, 176);
const PACE_FROM: (i64, i64) = (64, 190);

/// The time that had passed question by question, beside an even pace.
pub(crate) fn pace_chart(pace: &Pace, questions: u32) -> El {
    let count = i64::from(questions).max(1);
    let whole = pace.even.0.saturating_mul(count);
    let used = pace.passed.last().copied().unwrap_or_default();
    let top = whole.max(used.0).max(1);
    let x = |done: i64| PACE_FROM.0 + PACE.0 * done.min(count) / count;
    let y = |time: i64| PACE_FROM.1 - PACE.1 * (time.clamp(0, top) / 1000) / (top / 1000).max(1);
    let own = (1..).zip(&pace.passed).map(|(done, time)| (x(done), y(time.0)));
    let start = (x(0), y(0));
    let line = |class: &'static str, points: String| div("polyline", class).set("points", points);
    let [left, right, below] = [64, 624, 216];
    chart("pace", "0 0 640 224", text::pace_says(pace.passed.len(), &text::duration(used)))
        .add(line("pace-axis", points([(x(0), y(top)), start, (x(count), y(0))])))
        .add(line("pace-even", points([start, (x(count), y(whole))])))
        .add(line("pace-own", points(std::iter::once(start).chain(own))))
        .add(label(text::duration(DurationMs(top)), left + 8, 16, "start"))
        .add(label(text::figures(0_u32), left, below, "middle"))
        .add(label(text::figures(questions), right, below, "end"))
}

fn points(points: impl IntoIterator<Item = (i64, i64)>) -> String {
    points.into_iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

/// A bar of a chart: its height in percent, and what stands above and below it.
pub(crate) struct Bar {
    pub(crate) height: u32,
    pub(crate) above: String,
    pub(crate) below: String,
}

/// Bars side by side. What it shows stands in a table beside it.
pub(crate) fn bar_chart(says: &'static str, bars: &[Bar]) -> El {
    let count = u32::try_from(bars.len()).unwrap_or(1).max(1);
    let step = 640 / count;
    let wide = (step * 3 / 5).clamp(4, 72);
    let bar = |(place, bar): (u32, &Bar)| {
        let middle = step * place + step / 2;
        let height = bar.height.min(100) * 3 / 2;
        // The first and the last are set inwards: their words are wider than their bars.
        let (x, anchor) = match place {
            0 if count > 4 => (middle - wide / 2, "start"),
            _ => (middle, "middle"),
        };
        let bar_rect = rect("bar", middle - wide / 2, 190 - height, wide, height.max(1), 3);
        let above = label(bar.above.clone(), middle, 180 - height, "middle");
        div("g", "bar-of").list(vec![bar_rect, above, label(bar.below.clone(), x, 222, anchor)])
    };
    chart("bars", "0 0 640 232", says.to_owned())
        .add(rect("bar-ground", 0, 190, 640, 2, 0))
        .list((0..).zip(bars).map(bar).collect())
}

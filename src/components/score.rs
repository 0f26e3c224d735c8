//! Scores as pictures: drawn with attributes, since the page's policy admits no inline style. Each has its figures
//! beside it in text, so that the picture itself is hidden from screen readers.

use super::{El, div};
use invigil_engine::grade::{Band, Score};

/// A scale runs from the left in every language, as its figures do.
fn picture(class: &'static str, view_box: &'static str) -> El {
    div("svg", class)
        .attr("direction", "ltr")
        .attr("viewBox", view_box)
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
}

fn rect(class: &'static str, x: u32, y: u32, width: u32, height: u32, corner: u32) -> El {
    let places = [("x", x), ("y", y), ("width", width), ("height", height), ("rx", corner)];
    places.into_iter().fold(div("rect", class), |rect, (name, value)| rect.set(name, value.to_string()))
}

fn label(words: u32, x: u32, y: u32, anchor: &'static str) -> El {
    let label = div("text", "band-label").attr("text-anchor", anchor);
    label.set("x", x.to_string()).set("y", y.to_string()).words(words.to_string())
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
    picture("band", "0 0 640 72")
        .add(rect("band-scale", 20, 30, 600, 12, 6))
        .add(rect("band-range", from.min(620 - width), 26, width, 20, 8))
        .add(rect("band-pass", mark.saturating_sub(1), 18, 3, 36, 0))
        .add(label(pass, mark, 12, "middle"))
        .add(label(low, 20, 68, "start"))
        .add(label(high, 620, 68, "end"))
}

/// A bar as long as the share of right answers.
pub(crate) fn share_bar(score: Score) -> El {
    picture("share", "0 0 100 8")
        .attr("preserveAspectRatio", "none")
        .add(rect("share-whole", 0, 0, 100, 8, 0))
        .add(rect("share-part", 0, 0, score.percent(), 8, 0))
}

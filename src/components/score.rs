//! Scores as pictures: drawn with attributes, since the page's policy admits no inline style. Each has its figures
//! beside it in text, so that the picture itself is hidden from screen readers.

use invigil_engine::grade::{Band, Score};
use yew::prelude::*;

/// The band, the scale, and the pass mark.
pub(crate) fn band_chart(band: Band, scale: (u32, u32), pass: u32) -> Html {
    let (low, high) = scale;
    let span = high.saturating_sub(low).max(1);
    // A scale of 600 units with room for its labels at both ends.
    let x = |score: u32| 20 + score.clamp(low, high).saturating_sub(low) * 600 / span;
    let (from, to) = (x(band.low), x(band.high));
    let width = (to - from).max(6);
    let start = from.min(620 - width);
    let mark = x(pass).to_string();
    html! {
        <svg class="band" viewBox="0 0 640 72" aria-hidden="true" focusable="false">
            <rect class="band-scale" x="20" y="30" width="600" height="12" rx="6" />
            <rect class="band-range" x={start.to_string()} y="26" width={width.to_string()} height="20" rx="8" />
            <line class="band-pass" x1={mark.clone()} y1="18" x2={mark.clone()} y2="54" />
            <text class="band-label" x={mark} y="12" text-anchor="middle">{ pass }</text>
            <text class="band-label" x="20" y="68">{ low }</text>
            <text class="band-label" x="620" y="68" text-anchor="end">{ high }</text>
        </svg>
    }
}

/// A bar as long as the share of right answers.
pub(crate) fn share_bar(score: Score) -> Html {
    html! {
        <svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="share-whole" x="0" y="0" width="100" height="8" />
            <rect class="share-part" x="0" y="0" width={score.percent().to_string()} height="8" />
        </svg>
    }
}

//! Scores as pictures: drawn with attributes, since the page's policy admits no inline style. Each has its figures
//! beside it in text, so that the picture itself is hidden from screen readers.

use invigil_engine::grade::{Band, Score};
use yew::prelude::*;

/// A band on the exam's scale.
#[derive(Properties, PartialEq)]
pub(crate) struct BandProps {
    /// The band.
    pub(crate) band: Band,
    /// The ends of the scale.
    pub(crate) scale: (u32, u32),
    /// The pass mark.
    pub(crate) pass: u32,
}

/// The band, the scale, and the pass mark.
#[component]
pub(crate) fn BandChart(props: &BandProps) -> Html {
    let (low, high) = props.scale;
    let span = high.saturating_sub(low).max(1);
    // A scale of 600 units with room for its labels at both ends.
    let x = |score: u32| 20 + score.clamp(low, high).saturating_sub(low) * 600 / span;
    let (from, to) = (x(props.band.low), x(props.band.high));
    let width = (to - from).max(6);
    let start = from.min(620 - width);
    let pass = x(props.pass);
    html! {
        <svg class="band" viewBox="0 0 640 72" aria-hidden="true" focusable="false">
            <rect class="band-scale" x="20" y="30" width="600" height="12" rx="6" />
            <rect class="band-range" x={start.to_string()} y="26" width={width.to_string()} height="20" rx="8" />
            <line class="band-pass" x1={pass.to_string()} y1="18" x2={pass.to_string()} y2="54" />
            <text class="band-label" x={pass.to_string()} y="12" text-anchor="middle">{ props.pass }</text>
            <text class="band-label" x="20" y="68">{ low }</text>
            <text class="band-label" x="620" y="68" text-anchor="end">{ high }</text>
        </svg>
    }
}

/// A share as a bar.
#[derive(Properties, PartialEq)]
pub(crate) struct ShareProps {
    /// The score.
    pub(crate) score: Score,
}

/// A bar as long as the share of right answers.
#[component]
pub(crate) fn ShareBar(props: &ShareProps) -> Html {
    html! {
        <svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="share-whole" x="0" y="0" width="100" height="8" />
            <rect class="share-part" x="0" y="0" width={props.score.percent().to_string()} height="8" />
        </svg>
    }
}

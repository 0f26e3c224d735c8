//! The clock: an element that stays empty for Yew, and is filled by hand, so that a second renders nothing.

use super::{El, div, el};
use crate::browser::{moment, page};
use crate::text;
use invigil_engine::time::DurationMs;
use invigil_engine::view::{ClockView, PageView};

const ID: &str = "clock";
/// Five minutes before the end the clock is marked.
const LOW_MS: i64 = 300_000;

/// Time left, in figures that a screen reader reads only on demand.
pub(crate) fn clock(clock: Option<ClockView>) -> El {
    let frame = div("p", "clock");
    if clock.is_none() {
        return frame.text(text::NO_LIMIT);
    }
    let name = div("span", "visually-hidden").text(text::TIME_LEFT).text(": ");
    frame.add(name).add(el("time").attr("id", ID).attr("role", "timer"))
}

/// Brings the clock of a page to the moment.
pub(crate) fn show_time(shown: &PageView) {
    let clock = match shown {
        PageView::Sitting(view) => view.clock,
        PageView::Review(view) => view.clock,
        _ => None,
    };
    let Some(clock) = clock else { return };
    let left = clock.deadline.0.saturating_sub(moment::monotonic().0).clamp(0, clock.limit.0);
    let left = DurationMs(left);
    page::fill(ID, &text::clock(left), &text::spoken_time(left), left.0 <= LOW_MS);
}

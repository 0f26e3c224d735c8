//! The clock: an element that stays empty for Yew, and is filled by hand, so that a second renders nothing.

use super::{El, button, div, el};
use crate::app::Dispatch;
use crate::browser::{moment, page};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::look::{LookChange, Switch};
use invigil_engine::time::DurationMs;
use invigil_engine::view::{ClockView, PageView};
use std::cell::Cell;

thread_local! {
    /// The second that was shown last, and whether the clock is hidden: most events fall into the same one.
    static SHOWN: Cell<(i64, bool)> = const { Cell::new((-1, false)) };
}

const ID: &str = "clock";
/// Five minutes before the end the clock is marked.
const LOW_MS: i64 = 300_000;

/// Time left, in figures that a screen reader reads only on demand; or a button that shows it, for whom a clock disturbs.
pub(crate) fn clock(clock: Option<ClockView>, dispatch: &Dispatch) -> El {
    let Some(clock) = clock else { return div("p", "clock").text(text::NO_LIMIT) };
    let time = el("time").attr("id", ID).attr("role", "timer");
    if clock.hidden {
        let shown = Event::LookChanged(LookChange::Switch(Switch::ClockHidden, false));
        let show = button(dispatch, shown, "button small", text::SHOW_TIME);
        return div("p", "clock clock-quiet").key("quiet").add(time).add(show);
    }
    let name = div("span", "visually-hidden").text(text::TIME_LEFT).text(": ");
    div("p", "clock").key("clock").add(name).add(time)
}

/// Brings the clock of a page to the moment. Where the page was drawn anew, the clock may be a new one and empty.
pub(crate) fn show_time(shown: &PageView, drawn: bool) {
    let clock = match shown {
        PageView::Sitting(view) => view.clock,
        PageView::Review(view) => view.clock,
        _ => None,
    };
    if let Some(clock) = clock {
        show_left(clock, drawn);
    }
}

// A gate of the app's second part, which alone shows a page with a clock, so it stays a function of its own; see
// xtask/src/stage/split.rs.
#[inline(never)]
fn show_left(clock: ClockView, drawn: bool) {
    let left = clock.deadline.0.saturating_sub(moment::monotonic().0).clamp(0, clock.limit.0);
    let left = DurationMs(left);
    let second = ((left.0 + 999) / 1000, clock.hidden);
    let (shown, _) = SHOWN.get();
    // A drawing leaves the next second to its tick; but after a sleep many have gone by.
    let is_due =
        if drawn { shown.abs_diff(second.0) > 1 || page::is_empty(ID) } else { SHOWN.get() != second };
    if !is_due {
        return;
    }
    SHOWN.set(second);
    if clock.hidden {
        // The warnings stay, in words that seldom change.
        let warning = text::warning(left);
        page::fill(ID, &warning, &warning, false);
    } else {
        page::fill(ID, &text::clock(left), &text::spoken_time(left), left.0 <= LOW_MS);
    }
}

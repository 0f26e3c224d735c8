//! Which message names the look and the keys.

use super::{
    SWITCH_CLOCK_HIDDEN, SWITCH_CLOCK_HIDDEN_HINT, SWITCH_CONTRAST, SWITCH_CONTRAST_HINT, SWITCH_PLAIN,
    SWITCH_PLAIN_HINT, SWITCH_WIDE, SWITCH_WIDE_HINT, less_than_left, size_percent,
};
use invigil_engine::look::{Size, Switch};
use invigil_engine::time::DurationMs;

/// The name of a size.
pub(crate) fn size(size: Size) -> String {
    size_percent(size.percent())
}

/// The name of a switch, and what there is to know of it.
pub(crate) fn switch(switch: Switch) -> (&'static str, &'static str) {
    match switch {
        Switch::Wide => (SWITCH_WIDE, SWITCH_WIDE_HINT),
        Switch::Contrast => (SWITCH_CONTRAST, SWITCH_CONTRAST_HINT),
        Switch::Plain => (SWITCH_PLAIN, SWITCH_PLAIN_HINT),
        Switch::ClockHidden => (SWITCH_CLOCK_HIDDEN, SWITCH_CLOCK_HIDDEN_HINT),
    }
}

/// What stands in the place of a hidden clock.
pub(crate) fn warning(left: DurationMs) -> String {
    match (left.0.max(0) + 59_999) / 60_000 {
        ..=1 => less_than_left(1),
        2..=5 => less_than_left(5),
        6..=10 => less_than_left(10),
        _ => String::new(),
    }
}

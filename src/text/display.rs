//! The words of the look and of the keys.

use invigil_engine::look::{Size, Switch};
use invigil_engine::time::DurationMs;

pub(crate) const SIZE: &str = "Text size";
pub(crate) const DISPLAY: &str = "Display";
pub(crate) const SHOW_TIME: &str = "Show time left";

/// The name of a size.
pub(crate) fn size(size: Size) -> String {
    format!("{} %", size.percent())
}

/// The name of a switch, and what there is to know of it.
pub(crate) fn switch(switch: Switch) -> (&'static str, &'static str) {
    match switch {
        Switch::Wide => ("More space", "between letters, words and lines"),
        Switch::Contrast => ("High contrast", "also when the device asks for it"),
        Switch::Plain => (
            "Easier letters for dyslexia",
            "Plain letters, more space, shorter lines, nothing slanted. It helps some readers and not others.",
        ),
        Switch::ClockHidden => {
            ("Hide the clock", "A button shows it. You are still told at 10, 5 and 1 minutes.")
        }
    }
}

/// What stands in the place of a hidden clock.
pub(crate) fn warning(left: DurationMs) -> &'static str {
    match (left.0.max(0) + 59_999) / 60_000 {
        ..=1 => "Less than 1 minute left",
        2..=5 => "Less than 5 minutes left",
        6..=10 => "Less than 10 minutes left",
        _ => "",
    }
}

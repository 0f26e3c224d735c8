//! Times in words and figures.

use invigil_engine::time::{DurationMs, Minutes};

/// A clock: `1:59:07`, or `09:30` below an hour; never below zero.
pub(crate) fn clock(left: DurationMs) -> String {
    // What is left is rounded up, so that the clock shows 0:00 only when time is over.
    let seconds = (left.0.max(0) + 999) / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes:02}:{seconds:02}")
    }
}

/// The same for the ear, in whole minutes.
pub(crate) fn spoken_time(left: DurationMs) -> String {
    let minutes = (left.0.max(0) + 59_999) / 60_000;
    match (several(minutes / 60, "hour"), several(minutes % 60, "minute")) {
        (_, spoken) if minutes < 60 => format!("{spoken} left"),
        (hours, _) if minutes % 60 == 0 => format!("{hours} left"),
        (hours, minutes) => format!("{hours} {minutes} left"),
    }
}

/// A count and its noun: `1 hour`, `2 hours`.
fn several(count: i64, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

/// A span: `4 min 10 s`, `1 h 05 min`.
pub(crate) fn duration(span: DurationMs) -> String {
    let seconds = span.seconds();
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, seconds) => format!("{seconds} s"),
        (0, minutes, seconds) => format!("{minutes} min {seconds:02} s"),
        (hours, minutes, _) => format!("{hours} h {minutes:02} min"),
    }
}

/// A limit: `130 minutes`, `no limit`.
pub(crate) fn minutes(limit: Option<Minutes>) -> String {
    match limit {
        None => "no time limit".to_owned(),
        Some(Minutes(1)) => "1 minute".to_owned(),
        Some(Minutes(minutes)) => format!("{minutes} minutes"),
    }
}

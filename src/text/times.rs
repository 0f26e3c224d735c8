//! Times in words and figures.

use super::{
    LIMIT_NONE, clock_hours, clock_minutes, hours_and_minutes_left, hours_left, limit_minutes, minutes_left,
    span_hours, span_minutes, span_seconds,
};
use invigil_engine::time::{DurationMs, Minutes};

/// A clock: `1:59:07`, or `09:30` below an hour; never below zero.
pub(crate) fn clock(left: DurationMs) -> String {
    // What is left is rounded up, so that the clock shows 0:00 only when time is over.
    let seconds = (left.0.max(0) + 999) / 1000;
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, minutes, seconds) => clock_minutes(minutes, seconds),
        (hours, minutes, seconds) => clock_hours(hours, minutes, seconds),
    }
}

/// The same for the ear, in whole minutes.
pub(crate) fn spoken_time(left: DurationMs) -> String {
    let minutes = (left.0.max(0) + 59_999) / 60_000;
    match (minutes / 60, minutes % 60) {
        (0, minutes) => minutes_left(minutes),
        (hours, 0) => hours_left(hours),
        (hours, minutes) => hours_and_minutes_left(hours, minutes),
    }
}

/// A span: `4 min 10 s`, `1 h 05 min`.
pub(crate) fn duration(span: DurationMs) -> String {
    let seconds = span.seconds();
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, seconds) => span_seconds(seconds),
        (0, minutes, seconds) => span_minutes(minutes, seconds),
        (hours, minutes, _) => span_hours(hours, minutes),
    }
}

/// A limit: `130 minutes`, `no time limit`.
pub(crate) fn minutes(limit: Option<Minutes>) -> String {
    limit.map_or_else(|| LIMIT_NONE.to_owned(), |Minutes(minutes)| limit_minutes(minutes))
}

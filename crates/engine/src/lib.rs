//! The pure core of Invigil: no browser, no clock, no randomness, no I/O.
//!
//! Everything that happens is an event, everything to be done is an effect, and the time and
//! entropy of the moment come in with the event.

pub mod app;
pub mod bank;
pub mod conduct;
pub mod draw;
pub mod exposure;
pub mod form;
pub mod gains;
pub mod grade;
pub mod ids;
pub mod interval;
pub mod keys;
pub mod link;
pub mod look;
pub mod notes;
pub mod objection;
mod order;
pub mod outcome;
pub mod packed;
pub mod regrade;
pub mod review;
pub mod rich_text;
pub mod route;
pub mod search;
pub mod seed;
pub mod sentences;
pub mod share;
pub mod sitting;
pub mod store;
pub mod study;
pub mod time;
pub mod view;

use time::{Millis, Minutes, UnixMillis};

/// The outside world at the moment of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Env {
    /// The wall clock.
    pub now: UnixMillis,
    /// How far local time is ahead of UTC.
    pub utc_offset: Minutes,
    /// The monotonic clock.
    pub monotonic: Millis,
    /// Sixty-four fresh random bits.
    pub entropy: u64,
}

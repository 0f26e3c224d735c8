//! The pure core of Invigil: no browser, no clock, no randomness, no I/O.
//!
//! Everything that happens is an event, everything to be done is an effect, and the time and
//! entropy of the moment come in with the event.

pub mod bank;
pub mod draw;
pub mod exposure;
pub mod ids;
pub mod rich_text;
pub mod seed;
pub mod time;

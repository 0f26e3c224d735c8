//! When a learner is asked what again.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken assumption in a test is a failed test"
)]

mod bank;
mod days;
mod exam;
mod first_answers;
mod hostile;
mod learner;
mod properties;
mod questions;

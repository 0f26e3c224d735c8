//! The figures of a class against plain definitions, by hand, and whatever the input; and its tables, read again.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a broken assumption in a test is a failed test"
)]

mod alarms;
mod by_hand;
mod definitions;
mod properties;
mod support;
mod tables;

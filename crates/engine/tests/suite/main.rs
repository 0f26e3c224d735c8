//! The engine's tests, in one binary so that they link once: the draw, the log, links, what is stored, whole
//! exams, and the rules of the architecture. Unit tests stand beside the code.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "in a test a panic is the report"
)]

mod architecture;
mod draw;
mod golden;
mod handed;
mod journeys;
mod json;
mod links;
mod log;
mod search;
mod shared_links;
mod stored;
mod support;
mod topics;

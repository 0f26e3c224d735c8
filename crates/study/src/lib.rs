//! What a learner's history says: when to practise what again ([`schedule`]), and how likely the exam is passed
//! ([`readiness`]). Pure functions of a history and a day; `crates/tools` runs them in a worker.

pub mod readiness;
pub mod schedule;

//! The study guide: pages of notes, held against the facts of their bank and compiled to what the app reads.
//!
//! `docs/notes-format.md` says what a page is; the rules of `check.rs` are those there.

mod check;
mod compile;
mod numbers;
mod read;
mod report;

pub use check::check_notes;
pub use compile::CompiledNotes;
pub(crate) use compile::compile;
pub use read::{Head, NotesSources, PageSource, load_notes};
pub use report::{NotesReport, Score};

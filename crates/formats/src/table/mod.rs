//! Tables of questions, a line each: what a spreadsheet saves, parted by commas, semicolons, tabs or bars.
//!
//! Which column is what is read from its heading, or guessed where there is none; a column that says nothing known is
//! named in the findings. Cells are words: no markup is read in them.

mod columns;
mod key;
mod read;
mod records;
mod write;

pub(crate) use read::is_likely;
pub use read::read;
pub use write::write;

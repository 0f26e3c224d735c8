//! Questions in Markdown: a heading asks, check boxes are the options, `- [x]` the right ones.
//!
//! Two things are this app's own: a quotation within an option is its reason, and a quotation behind the options explains
//! the question. Anywhere else they are shown as what they are.

mod build;
mod scan;
mod write;

pub(crate) use build::MOST_OF_A_LINE;
pub use build::read;
pub(crate) use scan::check_box;
pub use write::{Keys, write};

//! Which format a text is in, and the one way to read and to write any of them.

use crate::lint;
use crate::markdown;
use invigil_engine::share::draft::{Draft, Format};

/// Reads questions; of no format given, as what it looks like.
pub fn read(text: &str, format: Option<Format>) -> Draft {
    let _ = format;
    let mut draft = markdown::read(text);
    lint::lint(&mut draft);
    draft
}

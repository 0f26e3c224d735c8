//! The one layout of the source files, so that a change shows in a comparison as what it is.

use crate::diagnostic::Diagnostic;
use crate::load;
use serde::Serialize;
use std::io;
use std::path::Path;

/// A file's text in the canonical layout: two spaces, the order of the fields in the types, one
/// line end at the end.
pub(crate) fn canonical<T: Serialize>(file: &T) -> Option<String> {
    let mut text = serde_json::to_string_pretty(file).ok()?;
    text.push('\n');
    Some(text)
}

/// Writes every topic file that can be read in the canonical layout, and names those that changed.
///
/// # Errors
/// What the operating system refused.
pub fn format(questions: &Path) -> io::Result<(Vec<String>, Vec<Diagnostic>)> {
    let (sources, found) = load::load(questions);
    let mut written = Vec::new();
    for file in sources.banks.iter().flat_map(|bank| &bank.files) {
        let Some(text) = canonical(&file.value) else { continue };
        if text != file.text {
            std::fs::write(questions.join(&file.place.file), text)?;
            written.push(file.place.file.clone());
        }
    }
    Ok((written, found))
}

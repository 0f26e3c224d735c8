//! Compiles the message files of a language, in Fluent syntax, to Rust functions. It runs when the app is built
//! (`build.rs`), so no parser and no other language ships. It knows files and words, and nothing of the app.
//!
//! A message without arguments becomes a constant, one with arguments a function that returns a `String`; `start-now`
//! becomes `START_NOW` or `start_now`. English says, in a comment above each message, which arguments there are, in
//! which order the function takes them, and of which kind:
//!
//! ```ftl
//! # $count (Number): how many results were added
//! backup-merged = { $count ->
//!     [one] { $count } result was added.
//!    *[other] { $count } results were added.
//! }
//! ```
//!
//! The rules of plurals, and how a number is written, are asked of the browser when the message is read.

mod check;
mod emit;
mod language;
mod pseudo;
mod read;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

pub use language::{Direction, Language, Locale};

/// The language in which the app is written; every other one is held against it.
pub const SOURCE: &str = "en";

/// What is wrong in a message file, where it stands, and in which message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file, as it lies below the folder of all languages.
    pub file: String,
    /// The line, from 1; 0 where the fault is in no line.
    pub line: usize,
    /// The message's id; empty where the fault is in none.
    pub message: String,
    /// What is wrong, as a sentence.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if !self.message.is_empty() {
            write!(f, ": {}", self.message)?;
        }
        write!(f, ": {}", self.what)
    }
}

/// The Rust source of a locale: that of a folder in `messages`, or one of the two that are made from English for tests.
///
/// # Errors
/// Everything that is wrong in the files, all at once.
pub fn compile(messages: &Path, locale: &str) -> Result<String, Vec<Fault>> {
    let (locale, language) = load(messages, locale)?;
    Ok(emit::rust(&locale, &language))
}

/// What stands in the page itself, where the app is not running: see `page.ftl`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The language of the page.
    pub locale: Locale,
    /// Each message without arguments, by its id.
    pub words: BTreeMap<String, String>,
    /// The ids of those that stand nowhere else.
    pub own: BTreeSet<String>,
}

/// The words of a locale that the page can hold.
///
/// # Errors
/// Everything that is wrong in the files, all at once.
pub fn page(messages: &Path, locale: &str) -> Result<Page, Vec<Fault>> {
    let (locale, language) = load(messages, locale)?;
    let constants = language.messages.iter().filter_map(|message| Some((message, message.constant()?)));
    let words = constants.map(|(message, words)| (message.id.clone(), words)).collect();
    let own = language.messages.iter().filter(|message| message.is_of_the_page());
    Ok(Page { locale, words, own: own.map(|message| message.id.clone()).collect() })
}

fn load(messages: &Path, locale: &str) -> Result<(Locale, Language), Vec<Fault>> {
    let source = read::language(messages, SOURCE)?;
    let declared = check::source(&source)?;
    let english = source.locale()?;
    if let Some(made) = pseudo::locale(locale, &english) {
        return Ok((made, pseudo::language(&declared)));
    }
    if locale == SOURCE {
        return Ok((english, declared));
    }
    let translation = read::language(messages, locale)?;
    let spoken = translation.locale()?;
    Ok((spoken, check::translation(&declared, translation)?))
}

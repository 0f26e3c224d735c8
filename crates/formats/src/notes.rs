//! Findings as they are noted while a text is read: bounded, so that no text makes more of them than it has lines.

use crate::text;
use invigil_engine::share::draft::{Finding, FindingKind};

/// The most findings of a question.
const MOST_OF_A_QUESTION: usize = 24;
/// The most findings of a text as a whole; more than anybody reads.
const MOST_OF_A_TEXT: usize = 200;
/// The most characters of what a finding is about: its first words.
const MOST_ABOUT: usize = 80;

/// A list of findings, and the line that is being read.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub(crate) found: Vec<Finding>,
    pub(crate) line: u32,
}

impl Notes {
    /// Of a line.
    pub(crate) fn at(line: u32) -> Self {
        Self { found: Vec::new(), line }
    }

    /// Notes something about the line that is being read.
    pub(crate) fn say(&mut self, kind: FindingKind, about: &str) {
        say(&mut self.found, kind, self.line, about, MOST_OF_A_QUESTION);
    }
}

/// Notes something about the text as a whole.
pub(crate) fn say_of_all(found: &mut Vec<Finding>, kind: FindingKind, line: u32, about: &str) {
    say(found, kind, line, about, MOST_OF_A_TEXT);
}

fn say(found: &mut Vec<Finding>, kind: FindingKind, line: u32, about: &str, most: usize) {
    let finding = Finding { kind, line, about: text::line(about, MOST_ABOUT) };
    // What stands in the way is never lost to the bound: there are fewer kinds of it than the bound leaves room for.
    let room = found.len() < most || (kind.stands_in_the_way() && found.len() < most * 2);
    if room && !found.contains(&finding) {
        found.push(finding);
    }
}

/// The number of a line, from its place.
pub(crate) fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1)
}

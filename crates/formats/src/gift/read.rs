//! Parts a GIFT text into questions.

use super::body::{self, Body, Markup};
use super::{hide, reveal};
use crate::markdown::MOST_OF_A_LINE;
use crate::notes::{self, Notes};
use crate::text::{self, split_once, trim};
use invigil_engine::share::draft::{Draft, DraftQuestion, FindingKind, Format};

/// Reads the questions of a GIFT text; what is wrong with them is found by [`crate::read`].
pub fn read(text: &str) -> Draft {
    let text = text::prepare(text);
    let mut questions = Vec::new();
    let mut topic = String::new();
    let mut chunk = Chunk::default();
    for (place, line) in text.split('\n').enumerate() {
        let content = trim(line);
        if let Some(path) = content.strip_prefix("$CATEGORY:") {
            questions.extend(chunk.question(&topic));
            topic = text::line(&category(path), MOST_OF_A_LINE);
        } else if content.is_empty() {
            questions.extend(chunk.question(&topic));
        } else if !content.starts_with("//") {
            chunk.add(place, content);
        }
    }
    questions.extend(chunk.question(&topic));
    Draft { format: Format::Gift, title: String::new(), questions, findings: Vec::new() }
}

/// The last part of a path, in which two slashes stand for one that parts nothing.
fn category(path: &str) -> String {
    let mut parts = vec![String::new()];
    let mut signs = trim(path).chars().peekable();
    while let Some(sign) = signs.next() {
        if sign == '/' && signs.next_if_eq(&'/').is_none() {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(sign);
        }
    }
    let last = parts.pop().unwrap_or_default();
    // Above all categories of a course there is one that has no name of its own.
    let rooted = parts.last().is_some_and(|part| part.starts_with('$') && part.ends_with('$'));
    if rooted && last == "top" { String::new() } else { last }
}

/// Lines that belong together.
#[derive(Default)]
struct Chunk {
    /// Its first line and its last, from 0.
    from: usize,
    to: usize,
    text: String,
}

impl Chunk {
    fn add(&mut self, place: usize, content: &str) {
        if self.text.is_empty() {
            self.from = place;
        } else {
            self.text.push('\n');
        }
        self.to = place;
        self.text.push_str(content);
    }

    /// The question that the lines are, and nothing is left.
    fn question(&mut self, topic: &str) -> Option<DraftQuestion> {
        let Self { from, to, text } = std::mem::take(self);
        if text.is_empty() {
            return None;
        }
        let line = notes::number(from);
        let mut question = DraftQuestion {
            line,
            lines: notes::number(to - from),
            topic: topic.to_owned(),
            ..DraftQuestion::default()
        };
        let mut notes = Notes::at(line);
        fill(&hide(&text), &mut question, &mut notes);
        question.findings = notes.found;
        Some(question)
    }
}

/// Reads what is between two empty lines.
fn fill(text: &str, question: &mut DraftQuestion, notes: &mut Notes) {
    let titled = text.strip_prefix("::").and_then(|rest| split_once(rest, "::"));
    let text = trim(titled.map_or(text, |(_, rest)| rest));
    let (markup, text) = Markup::of(text, Markup::Moodle);
    let parts = reading(text, notes);
    let Some(Parts { before, inside, behind }) = parts else {
        question.stem = markup.read(&reveal(text), notes);
        notes.say(FindingKind::OtherKind, "description");
        return;
    };
    let stem = if behind.is_empty() {
        reveal(before)
    } else {
        // A word is missing where the answers stand.
        let blank = if behind.starts_with(['.', ',', '?', '!', ';']) { " _____" } else { " _____ " };
        [&reveal(before), blank, &reveal(behind)].concat()
    };
    question.stem = markup.read(&stem, notes);
    body::fill(inside, markup, question, notes);
}

/// A text before, within and behind its braces.
#[derive(Clone, Copy, PartialEq)]
struct Parts<'a> {
    before: &'a str,
    inside: &'a str,
    behind: &'a str,
}

/// The parts as Moodle reads them; or with whole pairs of braces, where that alone leaves a choice. That there are two
/// ways is said.
fn reading<'a>(text: &'a str, notes: &mut Notes) -> Option<Parts<'a>> {
    let plain = split_once(text, "{").and_then(|(before, rest)| {
        let (inside, behind) = split_once(rest, "}")?;
        Some(Parts { before: trim(before), inside: trim(inside), behind: trim(behind) })
    })?;
    let Some(paired) = balanced(text).filter(|paired| *paired != plain) else { return Some(plain) };
    let asks = |parts: &Parts<'_>| matches!(Body::of(parts.inside), Body::Choice | Body::Truth(_));
    let (taken, other) = if asks(&paired) && !asks(&plain) { (paired, plain) } else { (plain, paired) };
    notes.say(FindingKind::TwoReadings, &reveal(&[other.before, " {", other.inside, "}"].concat()));
    Some(taken)
}

/// The last whole pair of braces outside of formulas.
fn balanced(text: &str) -> Option<Parts<'_>> {
    let mut formula = None;
    let mut open: Vec<usize> = Vec::new();
    let mut last = None;
    let mut before = '\0';
    for (at, sign) in text.char_indices() {
        match (sign, formula) {
            ('$', None) => formula = Some('$'),
            ('$', Some('$')) => formula = None,
            ('(' | '[', None) if before == '\\' => formula = Some(if sign == '(' { ')' } else { ']' }),
            (')' | ']', Some(end)) if before == '\\' && sign == end => formula = None,
            ('{', None) => open.push(at),
            ('}', None) => {
                let from = open.pop()?;
                if open.is_empty() {
                    last = Some((from, at));
                }
            }
            _ => {}
        }
        before = sign;
    }
    let (from, to) = last.filter(|_| open.is_empty())?;
    Some(Parts {
        before: trim(text.get(..from)?),
        inside: trim(text.get(from + 1..to)?),
        behind: trim(text.get(to + 1..)?),
    })
}

//! Aiken: a question, its options behind letters, and `ANSWER: C`. It knows no markup, no reasons and no escapes.
//!
//! More than the format has is read, and said: several letters in an answer. A line is an option only if its letter is
//! the next, so that `U.S. law` begins none.

use crate::html;
use crate::notes::{self, Notes};
use crate::text::{self, is_blank, strip_word, trim};
use invigil_engine::share::draft::{Draft, DraftOption, DraftQuestion, FindingKind, Format};

/// Reads the questions of an Aiken text; what is wrong with them is found by [`crate::read`].
pub fn read(text: &str) -> Draft {
    let text = text::prepare(text);
    let mut reader = Reader::default();
    for (place, line) in text.split('\n').enumerate() {
        reader.line(place, trim(line));
    }
    reader.end();
    Draft { format: Format::Aiken, title: String::new(), questions: reader.questions, findings: Vec::new() }
}

/// Whether a text looks like it.
pub(crate) fn is_likely(text: &str) -> bool {
    let lines = || text.split('\n').map(trim);
    lines().any(|line| label(line).is_some_and(|(letter, _)| letter == 0))
        && lines().any(|line| answer(line).is_some())
}

#[derive(Default)]
struct Reader {
    questions: Vec<DraftQuestion>,
    from: usize,
    to: usize,
    stem: String,
    options: Vec<String>,
    gap: bool,
}

impl Reader {
    fn line(&mut self, place: usize, line: &str) {
        let gap = std::mem::replace(&mut self.gap, line.is_empty());
        if line.is_empty() {
            return;
        }
        if let Some(letters) = answer(line).filter(|_| !self.options.is_empty()) {
            self.to = place;
            self.question(Some(letters));
            return;
        }
        let option = label(line).filter(|(letter, _)| *letter == self.options.len());
        if let Some((_, words)) = option {
            self.begin(place);
            self.options.push(words.to_owned());
        } else {
            if gap && !self.options.is_empty() {
                // Its answer is missing, and something else begins.
                self.question(None);
            }
            self.begin(place);
            let text = self.options.last_mut().unwrap_or(&mut self.stem);
            if !text.is_empty() {
                text.push_str(if gap { "\n\n" } else { "\n" });
            }
            text.push_str(line);
        }
    }

    fn begin(&mut self, place: usize) {
        if self.stem.is_empty() && self.options.is_empty() {
            self.from = place;
        }
        self.to = place;
    }

    fn end(&mut self) {
        if !self.stem.is_empty() || !self.options.is_empty() {
            self.question(None);
        }
    }

    fn question(&mut self, answer: Option<&str>) {
        let line = notes::number(self.from);
        let mut notes = Notes::at(line);
        let key: Vec<usize> = answer.map(letters).unwrap_or_default();
        if key.len() > 1 {
            notes.say(FindingKind::Extension, answer.unwrap_or_default());
        }
        let texts = std::mem::take(&mut self.options);
        let bare = |place: &usize| texts.get(*place).is_none_or(|text| trim(text).is_empty());
        if key.iter().any(bare) {
            notes.say(FindingKind::KeyBeyond, answer.unwrap_or_default());
        }
        let options = texts.iter().enumerate().filter(|(_, text)| !trim(text).is_empty());
        let option = |(place, text): (usize, &String)| DraftOption {
            text: html::plain(text),
            correct: key.contains(&place),
            ..DraftOption::default()
        };
        self.questions.push(DraftQuestion {
            line,
            lines: notes::number(self.to - self.from),
            stem: html::plain(&std::mem::take(&mut self.stem)),
            options: options.map(option).collect(),
            findings: notes.found,
            ..DraftQuestion::default()
        });
    }
}

/// The place of the letter that a line begins with, as in `C. words` or `c) words`, and the words.
fn label(line: &str) -> Option<(usize, &str)> {
    let (letter, rest) = line.split_at_checked(1)?;
    let letter = letter.bytes().next().filter(u8::is_ascii_alphabetic)?.to_ascii_uppercase();
    let words = rest.strip_prefix(['.', ')'])?;
    Some((usize::from(letter - b'A'), trim(words)))
}

/// What stands behind `ANSWER:`.
fn answer(line: &str) -> Option<&str> {
    let behind = trim(trim(strip_word(line, "ANSWER")?).strip_prefix(':')?);
    let apart = |c: char| matches!(c, ',' | ';' | '&' | '.' | ')') || is_blank(c);
    let letters = |part: &str| part.len() < 2 || part.bytes().all(|byte| (b'A'..=b'H').contains(&byte));
    let known =
        behind.chars().all(|c| c.is_ascii_alphabetic() || apart(c)) && behind.split(apart).all(letters);
    (known && !behind.is_empty()).then_some(behind)
}

/// Places of the letters of an answer.
fn letters(answer: &str) -> Vec<usize> {
    let letter = |place: &usize| {
        let named = |byte: u8| usize::from(byte.to_ascii_uppercase().wrapping_sub(b'A')) == *place;
        answer.bytes().any(named)
    };
    (0..26).filter(letter).collect()
}

/// Writes the questions of a draft: their words, on one line each.
pub fn write(draft: &Draft) -> String {
    let mut out = String::new();
    for question in &draft.questions {
        push_stem(&mut out, &text::line(&html::words(&question.stem), usize::MAX));
        out.push('\n');
        let mut key = String::new();
        for (letter, option) in ('A'..='Z').zip(&question.options) {
            out.push(letter);
            out.push_str(". ");
            out.push_str(&text::line(&html::words(&option.text), usize::MAX));
            out.push('\n');
            if option.correct {
                key.push_str(if key.is_empty() { "" } else { ", " });
                key.push(letter);
            }
        }
        if !key.is_empty() {
            out.push_str("ANSWER: ");
            out.push_str(&key);
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

/// A stem; the format has no escapes, so one that would be read as an option or as the key gets a space where it
/// looks like one.
fn push_stem(out: &mut String, stem: &str) {
    let mut signs = stem.chars();
    let label = matches!((signs.next(), signs.next()), (Some(letter), Some('.' | ')')) if letter.is_ascii_alphabetic());
    let place = if label {
        1
    } else if stem.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("ANSWER:")) {
        6
    } else {
        0
    };
    let (before, after) = stem.split_at_checked(place).unwrap_or(("", stem));
    out.push_str(before);
    if place > 0 {
        out.push(' ');
    }
    out.push_str(after);
}

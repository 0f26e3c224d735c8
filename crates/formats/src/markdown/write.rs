//! Writes questions in Markdown: the one text that a paper's code carries, and that its fingerprint is made of. It is
//! frozen: a draft of today must be written the same for ever.

use super::scan::is_contents;
use crate::blocks;
use crate::text::push_number;
use invigil_engine::rich_text::{RichText, Span, Style};
use invigil_engine::share::draft::{Draft, DraftQuestion};

/// Whether a text has the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// What is right, why, and what explains it.
    With,
    /// Questions, options and topics alone.
    Without,
}

/// Writes the questions of a draft.
///
/// `read(write(draft, Keys::With))` has the same questions as a draft that a reader of this crate made, and is written
/// as the same text. A draft from elsewhere comes to that after one round.
pub fn write(draft: &Draft, keys: Keys) -> String {
    let mut out = String::new();
    if !draft.title.is_empty() {
        heading("#", &draft.title, &mut out);
    }
    let mut topic = "";
    for question in &draft.questions {
        if question.topic != topic {
            heading("##", &question.topic, &mut out);
            topic = &question.topic;
        }
        put(question, keys, &mut out);
    }
    out
}

/// A heading of plain words.
fn heading(mark: &str, words: &str, out: &mut String) {
    apart(out);
    out.push_str(mark);
    if !words.is_empty() {
        out.push(' ');
        let first = words.chars().next().filter(|_| is_contents(words));
        if let Some(first) = first {
            // A subject of that name, and not what leads to the questions.
            out.push_str("&#");
            push_number(first as usize, out);
            out.push(';');
        }
        let rest = words.get(first.map_or(0, char::len_utf8)..).unwrap_or_default();
        out.push_str(&blocks::write_line(&[Span { text: rest.to_owned(), style: Style::Plain }]));
    }
    out.push('\n');
}

fn put(question: &DraftQuestion, keys: Keys, out: &mut String) {
    apart(out);
    out.push_str("###");
    stem(&question.stem, out);
    out.push('\n');
    for option in &question.options {
        out.push_str(if option.correct && keys == Keys::With { "- [x]" } else { "- [ ]" });
        let text = blocks::write(&option.text);
        let (first, rest) = first_words(&text);
        if !first.is_empty() {
            out.push(' ');
            out.push_str(first);
        }
        out.push('\n');
        prefixed(rest, "  ", out);
        if keys == Keys::With {
            prefixed(&blocks::write(&option.reason), "  > ", out);
        }
    }
    if keys == Keys::With && !question.explanation.0.is_empty() {
        out.push('\n');
        prefixed(&blocks::write(&question.explanation), "> ", out);
    }
}

/// The first paragraph in the heading, and the rest below it.
fn stem(stem: &RichText, out: &mut String) {
    let text = blocks::write(stem);
    let (first, rest) = first_words(&text);
    if !first.is_empty() {
        out.push(' ');
        out.push_str(first);
    }
    out.push('\n');
    if !rest.is_empty() {
        out.push('\n');
        prefixed(rest.trim_start_matches('\n'), "", out);
    }
}

/// A written text as its first paragraph, if it begins with one, and what follows.
fn first_words(written: &str) -> (&str, &str) {
    let (first, rest) = written.split_once('\n').unwrap_or((written, ""));
    if blocks::begins_a_block(first) { ("", written) } else { (first, rest) }
}

/// Each line behind a prefix; an empty one behind what is seen of it.
fn prefixed(text: &str, prefix: &str, out: &mut String) {
    if text.is_empty() {
        return;
    }
    for line in text.split('\n') {
        out.push_str(if line.is_empty() { prefix.trim_end_matches(' ') } else { prefix });
        out.push_str(line);
        out.push('\n');
    }
}

/// An empty line between what is there and what comes.
fn apart(out: &mut String) {
    if !out.is_empty() {
        out.push('\n');
    }
}

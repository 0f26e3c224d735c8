//! Spans in their one normal form, and how they are spelled in Markdown.
//!
//! Blanks are single spaces, none stands at the ends of a text or of what is strong, stressed or a link, and no span is
//! beside another of its style. So one text has one spelling, and what is spelled is read as the same spans.

use crate::inline;
use crate::text::{is_blank, is_word};
use invigil_engine::rich_text::{Span, Style};

/// Spans as they come to be, in their normal form.
#[derive(Debug, Default)]
pub(crate) struct Spans {
    out: Vec<Span>,
    /// Whether a blank was met that is not yet written.
    space: bool,
}

impl Spans {
    /// Adds text in a style.
    pub(crate) fn text(&mut self, text: &str, style: &Style) {
        if *style == Style::Code {
            return self.code(text);
        }
        for c in text.chars() {
            if is_blank(c) {
                self.space = !self.out.is_empty();
                continue;
            }
            if self.space {
                let inside = self.out.last().is_some_and(|last| last.style == *style);
                self.sign(' ', if inside { style } else { &Style::Plain });
                self.space = false;
            }
            self.sign(c, style);
        }
    }

    /// Adds a piece of code, whose blanks stay.
    fn code(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if std::mem::take(&mut self.space) {
            self.sign(' ', &Style::Plain);
        }
        for c in text.chars() {
            self.sign(if c == '\n' { ' ' } else { c }, &Style::Code);
        }
    }

    fn sign(&mut self, c: char, style: &Style) {
        match self.out.last_mut() {
            Some(last) if last.style == *style => last.text.push(c),
            _ => self.out.push(Span { text: c.into(), style: style.clone() }),
        }
    }

    /// What came of it.
    pub(crate) fn done(self) -> Vec<Span> {
        self.out
    }
}

/// Spans in normal form; what only a bank has becomes plain.
pub(crate) fn normal(spans: &[Span]) -> Vec<Span> {
    let mut out = Spans::default();
    for span in spans {
        let style = if matches!(span.style, Style::Note(_)) { &Style::Plain } else { &span.style };
        out.text(&span.text, style);
    }
    out.done()
}

/// How spans are spelled, on one line.
pub(crate) fn spell(spans: &[Span]) -> String {
    let mut out = String::new();
    for span in &normal(spans) {
        match &span.style {
            Style::Code => spell_code(&span.text, &mut out),
            Style::Strong => wrapped(&span.text, "**", &mut out),
            Style::Emphasis => wrapped(&span.text, "*", &mut out),
            Style::Link(href) => {
                out.push('[');
                spell_plain(&span.text, true, &mut out);
                out.push_str("](");
                for c in href.as_str().chars() {
                    if matches!(c, '\\' | '(' | ')') {
                        out.push('\\');
                    }
                    out.push(c);
                }
                out.push(')');
            }
            Style::Plain | Style::Note(_) => spell_plain(&span.text, false, &mut out),
        }
    }
    out
}

fn wrapped(text: &str, mark: &str, out: &mut String) {
    out.push_str(mark);
    spell_plain(text, false, out);
    out.push_str(mark);
}

/// Between as many backticks as the code has nowhere beside each other.
fn spell_code(text: &str, out: &mut String) {
    let runs = |length: usize| text.split(|c| c != '`').any(|run| run.len() == length);
    let length = (1..=text.len() + 1).find(|length| !runs(*length)).unwrap_or(1);
    let ticks = |out: &mut String| (0..length).for_each(|_| out.push('`'));
    let bare = text.chars().all(|c| c == ' ');
    let pad = text.starts_with('`')
        || text.ends_with('`')
        || (text.starts_with(' ') && text.ends_with(' ') && !bare);
    ticks(out);
    if pad {
        out.push(' ');
    }
    out.push_str(text);
    if pad {
        out.push(' ');
    }
    ticks(out);
}

/// With a backslash before each sign that would be read as more than itself.
fn spell_plain(text: &str, in_label: bool, out: &mut String) {
    let mut before = None;
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let next = rest.chars().nth(1);
        if is_read_as_more(c, before, next, rest, in_label) {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
}

fn is_read_as_more(c: char, before: Option<char>, next: Option<char>, rest: &str, in_label: bool) -> bool {
    match c {
        '`' | '[' => true,
        ']' => in_label,
        '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
        '!' => next.is_none(),
        '*' => !(before.is_some_and(is_blank) && next.is_some_and(is_blank)),
        '_' => !(before.is_some_and(is_word) && next.is_some_and(is_word)),
        '<' => next.is_none_or(|next| next.is_ascii_alphabetic() || next == '/' || next == '!'),
        '&' => inline::entity(rest).is_some(),
        _ => false,
    }
}

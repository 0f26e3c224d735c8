//! Decides at build time what each piece of code is, for the few languages of the sources.
//!
//! It serves a reader's eye and is no parser: whatever it does not know stays plain, and the
//! tokens joined together are always the code.

mod data;
mod script;

use invigil_engine::rich_text::{Token, TokenKind};

/// The languages that a code block may name.
pub(crate) const LANGUAGES: &[&str] = &["json", "yaml", "python", "bash", "text"];

/// What comes before the code at hand.
pub(super) struct Before<'a> {
    /// All the code that was read.
    pub(super) code: &'a str,
}

impl Before<'_> {
    /// The last sign read.
    pub(super) fn last(&self) -> Option<char> {
        self.code.chars().next_back()
    }

    /// The part of the line that was read.
    pub(super) fn line(&self) -> &str {
        self.code.rsplit('\n').next().unwrap_or_default()
    }
}

/// A language: the kind and the length in bytes of what `rest` begins with.
type Rule = fn(before: &Before<'_>, rest: &str) -> (TokenKind, usize);

/// The code as tokens; none when the language is not known.
pub(crate) fn tokens(language: &str, code: &str) -> Option<Vec<Token>> {
    let rule: Rule = match language {
        "json" => data::json,
        "yaml" => data::yaml,
        "python" => script::python,
        "bash" => script::bash,
        "text" => |_, rest| (TokenKind::Plain, rest.len()),
        _ => return None,
    };
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some((before, rest)) = code.split_at_checked(at).filter(|(_, rest)| !rest.is_empty()) {
        let (kind, length) = rule(&Before { code: before }, rest);
        // A rule that stops inside a sign, or at nothing, takes one sign: no code is ever lost.
        let one = rest.chars().next().map_or(1, char::len_utf8);
        let text = rest.get(..length).filter(|text| !text.is_empty()).or(rest.get(..one)).unwrap_or(rest);
        at += text.len();
        match tokens.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(text),
            _ => tokens.push(Token { kind, text: text.to_owned() }),
        }
    }
    Some(tokens)
}

/// The length of a string that begins at once with `quote`, its end included; a line's end or the
/// code's end closes what its author left open.
pub(super) fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, sign) in rest.char_indices().skip(1) {
        match sign {
            '\n' => return at,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if sign == quote => return at + sign.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

/// The length of the signs at the beginning that `accept` takes.
pub(super) fn run(rest: &str, accept: impl Fn(char) -> bool) -> usize {
    rest.find(|sign| !accept(sign)).unwrap_or(rest.len())
}

/// The length of the rest of the line.
pub(super) fn to_line_end(rest: &str) -> usize {
    rest.find('\n').unwrap_or(rest.len())
}

#[cfg(test)]
mod tests;

//! Python and the shell: keywords, strings, numbers, comments, and names where they are made.

use super::{Before, quoted, run, to_line_end};
use invigil_engine::rich_text::TokenKind;

const PYTHON: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

const BASH: &[&str] = &[
    "case", "do", "done", "elif", "else", "esac", "export", "fi", "for", "function", "if", "in", "local",
    "return", "set", "then", "until", "while",
];

fn word_sign(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

pub(super) fn python(before: &Before<'_>, rest: &str) -> (TokenKind, usize) {
    match rest.chars().next() {
        Some('#') => (TokenKind::Comment, to_line_end(rest)),
        Some('"' | '\'') => (TokenKind::Text, python_string(rest)),
        Some(sign) if sign.is_ascii_digit() => {
            (TokenKind::Number, run(rest, |c| c.is_ascii_alphanumeric() || c == '_' || c == '.'))
        }
        Some('@') if before.line().trim().is_empty() => {
            (TokenKind::Name, 1 + run(rest.get(1..).unwrap_or_default(), |c| word_sign(c) || c == '.'))
        }
        Some(sign) if word_sign(sign) => python_word(before, rest),
        Some(sign) => (TokenKind::Plain, sign.len_utf8()),
        None => (TokenKind::Plain, 0),
    }
}

fn python_string(rest: &str) -> usize {
    for triple in ["\"\"\"", "'''"] {
        if let Some(inner) = rest.strip_prefix(triple) {
            return inner.find(triple).map_or(rest.len(), |end| end + 2 * triple.len());
        }
    }
    quoted(rest, rest.chars().next().unwrap_or('"'))
}

fn python_word(before: &Before<'_>, rest: &str) -> (TokenKind, usize) {
    let length = run(rest, word_sign);
    let word = rest.get(..length).unwrap_or_default();
    let after = rest.get(length..).unwrap_or_default();
    let prefix = matches!(word.to_ascii_lowercase().as_str(), "f" | "r" | "b" | "u" | "rb" | "br" | "fr");
    if prefix && after.starts_with(['"', '\'']) {
        return (TokenKind::Text, length + python_string(after));
    }
    let defined = before.code.trim_end().rsplit(|c| !word_sign(c)).next();
    let kind = if PYTHON.contains(&word) {
        TokenKind::Keyword
    } else if matches!(defined, Some("def" | "class")) {
        TokenKind::Name
    } else {
        TokenKind::Plain
    };
    (kind, length)
}

pub(super) fn bash(before: &Before<'_>, rest: &str) -> (TokenKind, usize) {
    let fresh = before.last().is_none_or(|sign| sign.is_whitespace() || ";|&(".contains(sign));
    match rest.chars().next() {
        Some('#') if fresh => (TokenKind::Comment, to_line_end(rest)),
        Some('\'') => (TokenKind::Text, shell_string(rest, '\'')),
        Some('"') => (TokenKind::Text, shell_string(rest, '"')),
        Some('$') => (TokenKind::Name, variable(rest)),
        Some('-') if fresh => (TokenKind::Name, run(rest, |c| word_sign(c) || c == '-')),
        // The escaped sign goes with its backslash, so that an escaped quote begins no string.
        Some('\\') => (TokenKind::Plain, 1 + rest.chars().nth(1).map_or(0, char::len_utf8)),
        Some(sign) if word_sign(sign) => bash_word(fresh, rest),
        Some(sign) => (TokenKind::Plain, sign.len_utf8()),
        None => (TokenKind::Plain, 0),
    }
}

/// A string of the shell, which may run over lines; only in double quotes does a backslash escape.
fn shell_string(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, sign) in rest.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if sign == '\\' && quote == '"' {
            escaped = true;
        } else if sign == quote {
            return at + sign.len_utf8();
        }
    }
    rest.len()
}

fn variable(rest: &str) -> usize {
    let inner = rest.get(1..).unwrap_or_default();
    if inner.starts_with('{') {
        return inner.find('}').map_or(1, |end| end + 2);
    }
    1 + run(inner, word_sign)
}

fn bash_word(fresh: bool, rest: &str) -> (TokenKind, usize) {
    let length = run(rest, |c| word_sign(c) || matches!(c, '-' | '.' | '/' | ':'));
    let word = rest.get(..length).unwrap_or_default();
    let assigned = rest.get(length..).is_some_and(|after| after.starts_with('='));
    let kind = if fresh && BASH.contains(&word) {
        TokenKind::Keyword
    } else if fresh && assigned && word.chars().all(word_sign) {
        TokenKind::Name
    } else if fresh && word.bytes().all(|b| b.is_ascii_digit()) {
        TokenKind::Number
    } else {
        TokenKind::Plain
    };
    (kind, length)
}

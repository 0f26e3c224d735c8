//! JSON and YAML: keys are names.

use super::{Before, quoted, run, to_line_end};
use invigil_engine::rich_text::TokenKind;

pub(super) fn json(_: &Before<'_>, rest: &str) -> (TokenKind, usize) {
    match rest.chars().next() {
        Some('"') => {
            let length = quoted(rest, '"');
            let after = rest.get(length..).unwrap_or_default().trim_start();
            let kind = if after.starts_with(':') { TokenKind::Name } else { TokenKind::Text };
            (kind, length)
        }
        Some(sign) if sign.is_ascii_digit() || sign == '-' => {
            let length = run(rest, |c| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E'));
            (TokenKind::Number, length)
        }
        Some(sign) if sign.is_ascii_alphabetic() => {
            let length = run(rest, |c| c.is_ascii_alphanumeric());
            let word = rest.get(..length).unwrap_or_default();
            let known = matches!(word, "true" | "false" | "null");
            (if known { TokenKind::Keyword } else { TokenKind::Plain }, length)
        }
        _ => (TokenKind::Plain, 1),
    }
}

pub(super) fn yaml(before: &Before<'_>, rest: &str) -> (TokenKind, usize) {
    let fresh = before.last().is_none_or(char::is_whitespace);
    let opens = before.line().trim_start_matches(['-', ' ', '{', '[', ',']).is_empty()
        || before.line().trim_end().ends_with(['{', ',', '[']);
    match rest.chars().next() {
        Some('#') if fresh => (TokenKind::Comment, to_line_end(rest)),
        Some('!') if fresh => (TokenKind::Keyword, run(rest, |c| !c.is_whitespace())),
        Some(quote @ ('"' | '\'')) => {
            let length = quoted(rest, quote);
            let kind = if opens && is_key(rest, length) { TokenKind::Name } else { TokenKind::Text };
            (kind, length)
        }
        Some(sign) if !sign.is_whitespace() && !"[]{},:".contains(sign) && !is_dash(rest) => {
            let length = yaml_scalar(rest);
            let word = rest.get(..length).unwrap_or_default();
            (yaml_kind(word, opens && is_key(rest, length)), length.max(sign.len_utf8()))
        }
        Some(sign) => (TokenKind::Plain, sign.len_utf8()),
        None => (TokenKind::Plain, 0),
    }
}

fn is_dash(rest: &str) -> bool {
    rest.strip_prefix('-').is_some_and(|after| after.is_empty() || after.starts_with(char::is_whitespace))
}

fn is_key(rest: &str, length: usize) -> bool {
    rest.get(length..).and_then(|after| after.strip_prefix(':')).is_some_and(ends_a_key)
}

fn ends_a_key(after_colon: &str) -> bool {
    after_colon.is_empty() || after_colon.starts_with(char::is_whitespace)
}

/// The length of a plain scalar: to the end of the line, a comment, a flow sign or a key's colon.
fn yaml_scalar(rest: &str) -> usize {
    let mut last = ' ';
    for (at, sign) in rest.char_indices() {
        let ends = match sign {
            '\n' | ',' | ']' | '}' => true,
            ':' => ends_a_key(rest.get(at + 1..).unwrap_or_default()),
            '#' => at > 0 && last.is_whitespace(),
            _ => false,
        };
        if ends {
            return at;
        }
        last = sign;
    }
    rest.len()
}

fn yaml_kind(word: &str, is_key: bool) -> TokenKind {
    let word = word.trim_end();
    if is_key {
        TokenKind::Name
    } else if matches!(word, "true" | "false" | "null" | "~") {
        TokenKind::Keyword
    } else if word.parse::<f64>().is_ok() && word.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
        TokenKind::Number
    } else {
        TokenKind::Plain
    }
}

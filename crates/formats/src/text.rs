//! What the readers ask of lines and letters. ASCII rules throughout: the tables of Unicode would be most of the module.

/// Whether it parts words. Other controls are taken out by [`prepare`].
pub(crate) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n')
}

/// Whether it is part of a word; of what is not ASCII everything is.
pub(crate) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii()
}

/// Whether it is nothing but blanks.
pub(crate) fn is_bare(text: &str) -> bool {
    text.chars().all(is_blank)
}

/// Without blanks at its ends.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// The text with one sign for the end of a line, and without the mark of its byte order and controls.
pub(crate) fn prepare(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = '\0';
    for c in text.chars() {
        match c {
            '\n' if before == '\r' => {}
            '\r' => out.push('\n'),
            '\n' | '\t' => out.push(c),
            '\u{feff}' if before == '\0' => {}
            c if is_control(c) || is_mark(c) => {}
            c => out.push(c),
        }
        before = c;
    }
    out
}

/// Whether it is a control of ASCII or its supplement.
pub(crate) fn is_control(c: char) -> bool {
    matches!(c, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}')
}

/// A line without the blanks before it, and how many they are; a tab counts four.
pub(crate) fn indent(line: &str) -> (usize, &str) {
    let text = line.trim_start_matches([' ', '\t']);
    let before = line.len() - text.len();
    let tabs = line.bytes().take(before).filter(|byte| *byte == b'\t').count();
    (before + 3 * tabs, text)
}

/// A line without at most so many columns of blanks before it.
pub(crate) fn dedent(line: &str, columns: usize) -> &str {
    let mut rest = line;
    let mut left = columns;
    while left > 0 {
        if let Some(text) = rest.strip_prefix(' ') {
            (rest, left) = (text, left - 1);
        } else if let Some(text) = rest.strip_prefix('\t') {
            (rest, left) = (text, left.saturating_sub(4));
        } else {
            break;
        }
    }
    rest
}

/// Where a text stands in another. A loop of its own: the searcher of the standard library is two kilobytes.
pub(crate) fn find(text: &str, part: &str) -> Option<usize> {
    text.char_indices()
        .find(|(at, _)| text.get(*at..).is_some_and(|rest| rest.starts_with(part)))
        .map(|(at, _)| at)
}

/// What stands before and behind the first place of a part.
pub(crate) fn split_once<'a>(text: &'a str, part: &str) -> Option<(&'a str, &'a str)> {
    let at = find(text, part)?;
    Some((text.get(..at)?, text.get(at + part.len()..)?))
}

/// What is behind a beginning, in whatever case.
pub(crate) fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(word.len())?;
    head.eq_ignore_ascii_case(word).then_some(rest)
}

/// A sign over and over at the beginning: how often, and what is behind.
pub(crate) fn run(text: &str, sign: char) -> (usize, &str) {
    let rest = text.trim_start_matches(sign);
    ((text.len() - rest.len()) / sign.len_utf8(), rest)
}

/// A line of plain words: each blank one space, and none at the ends; of at most so many characters.
pub(crate) fn line(text: &str, most: usize) -> String {
    let mut out = String::new();
    let mut space = false;
    let mut count = 0;
    for c in text.chars() {
        if is_blank(c) || is_control(c) {
            space = !out.is_empty();
            continue;
        }
        count += 1 + usize::from(space);
        if count > most {
            break;
        }
        if space {
            out.push(' ');
        }
        space = false;
        out.push(c);
    }
    out
}

/// A number from 0, as text.
pub(crate) fn push_number(number: usize, out: &mut String) {
    if number >= 10 {
        push_number(number / 10, out);
    }
    out.push(u8::try_from(number % 10).map_or('0', |digit| char::from(b'0' + digit)));
}

/// The number that a line begins with, of at most nine digits, and what is behind.
pub(crate) fn number(text: &str) -> Option<(usize, &str)> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.get(..text.len() - rest.len()).filter(|digits| (1..=9).contains(&digits.len()))?;
    let value = digits.bytes().fold(0, |value, digit| value * 10 + usize::from(digit - b'0'));
    Some((value, rest))
}

/// Whether it is one of the signs that Unicode sets apart for the inside of programs: here, escaped signs of GIFT.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}')
}

//! The piece of a paragraph that shows why it was found.

use super::query::Wanted;
use super::vocabulary::Vocabulary;
use super::words::each_word;
use std::ops::Range;

/// About how many bytes it has.
const SIZE: usize = 160;

/// Where a word of the query stands in a text, and which.
type Mark = (Range<usize>, usize);

/// The words around what was looked for in a text which is a unit, true where a word was looked for.
pub(super) fn snippet(text: &str, unit: u32, wanted: &[Wanted], words: &Vocabulary) -> Vec<(String, bool)> {
    let marks = marks(text, &answering(unit, wanted, words), words);
    let window = window(text, &marks);
    pieces(text, &window, &marks)
}

/// The words that answer in a unit, with the place of the word of the query.
fn answering(unit: u32, wanted: &[Wanted], words: &Vocabulary) -> Vec<(usize, usize)> {
    let has = |term: &usize| words.get(*term).is_some_and(|term| term.weight(unit).is_some());
    let mut answering = Vec::new();
    for (place, wanted) in wanted.iter().enumerate() {
        for way in wanted.ways.iter().filter(|way| way.terms.iter().all(has)) {
            answering.extend(way.terms.iter().map(|term| (*term, place)));
        }
    }
    answering
}

fn marks(text: &str, answering: &[(usize, usize)], words: &Vocabulary) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    each_word(text, &mut |word| {
        let term = words.place(word.stem);
        let Some((_, place)) = answering.iter().find(|(known, _)| Some(*known) == term) else { return };
        // What was joined comes after its words.
        while marks.last().is_some_and(|(last, _)| last.start >= word.range.start) {
            marks.pop();
        }
        if marks.last().is_none_or(|(last, _)| last.end <= word.range.start) {
            marks.push((word.range.clone(), *place));
        }
    });
    marks
}

/// The part of the text that has most of the words.
fn window(text: &str, marks: &[Mark]) -> Range<usize> {
    if text.len() <= SIZE + SIZE / 8 {
        return 0..text.len();
    }
    let mut best = (0, 0..0);
    for (place, (first, _)) in marks.iter().enumerate() {
        let (mut seen, mut end) = (Vec::new(), first.end);
        for (range, word) in marks.iter().skip(place).take_while(|(range, _)| range.end <= first.start + SIZE)
        {
            end = range.end;
            if !seen.contains(word) {
                seen.push(*word);
            }
        }
        if seen.len() > best.0 {
            best = (seen.len(), first.start..end);
        }
    }
    around(text, &best.1)
}

/// So much of the text around a part of it that it is of the right size, in whole words.
fn around(text: &str, part: &Range<usize>) -> Range<usize> {
    let free = SIZE.saturating_sub(part.len());
    let mut start = part.start.saturating_sub(free / 2);
    if start < SIZE / 8 {
        start = 0;
    }
    let end = part.end.max(start.saturating_add(SIZE)).min(text.len());
    // Near the end there is more room before.
    start = start.min(part.start).min(text.len().saturating_sub(SIZE));
    let is_space = |byte: &u8| byte.is_ascii_whitespace();
    let bytes = text.as_bytes();
    let before = bytes.get(..start).and_then(|before| before.iter().rposition(is_space));
    let after = bytes.get(end..).and_then(|after| after.iter().position(is_space));
    let (from, to) = (before.map_or(0, |space| space + 1), after.map_or(text.len(), |space| end + space));
    from..to
}

/// The window in pieces, with an ellipsis where the text goes on.
fn pieces(text: &str, window: &Range<usize>, marks: &[Mark]) -> Vec<(String, bool)> {
    let mut pieces: Vec<(String, bool)> = Vec::new();
    let mut add = |text: &str, marked: bool| match pieces.last_mut() {
        // Parts of one name are one piece.
        Some(last) if last.1 == marked => last.0.push_str(text),
        _ if text.is_empty() => {}
        _ => pieces.push((text.to_owned(), marked)),
    };
    if window.start > 0 {
        add("\u{2026} ", false);
    }
    let mut at = window.start;
    for (range, _) in marks.iter().filter(|(range, _)| range.start >= window.start && range.end <= window.end)
    {
        if range.start > at {
            add(text.get(at..range.start).unwrap_or_default(), false);
        }
        add(text.get(range.clone()).unwrap_or_default(), true);
        at = range.end;
    }
    add(text.get(at..window.end).unwrap_or_default(), false);
    if window.end < text.len() {
        add(" \u{2026}", false);
    }
    pieces
}

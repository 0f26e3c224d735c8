//! Which words stand where, and which known words are like one that was typed.

use super::rank::WHOLE;
use super::words::{Kind, LONGEST, each_word};
use crate::packed::{Packed, Unpacking, put_length, put_text};
use std::collections::BTreeMap;

/// A word (without its ending), and where it stands: numbers of units, ascending, with a weight each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) word: String,
    pub(super) places: Vec<(u32, u8)>,
    letters: u32,
}

impl Term {
    /// How much it weighs in a unit.
    pub(super) fn weight(&self, unit: u32) -> Option<u8> {
        let at = self.places.binary_search_by_key(&unit, |place| place.0).ok()?;
        self.places.get(at).map(|place| place.1)
    }
}

/// All words of what is searched, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Vocabulary(Vec<Term>);

/// Words as they are gathered, unit after unit.
#[derive(Default)]
pub(super) struct Gathered(BTreeMap<String, Vec<(u32, u8)>>);

impl Gathered {
    /// Takes in a text of a unit, each word of which weighs so much; a part of a name weighs half. Tells how many
    /// words there were.
    pub(super) fn add(&mut self, unit: u32, text: &str, weight: u8) -> usize {
        let mut count = 0;
        each_word(text, &mut |word| {
            let weight = if word.kind == Kind::Part { weight.div_ceil(2) } else { weight };
            count += usize::from(word.kind == Kind::Word);
            self.note(word.stem, unit, weight);
        });
        count
    }

    fn note(&mut self, stem: &str, unit: u32, weight: u8) {
        let Some(places) = self.0.get_mut(stem) else {
            self.0.insert(stem.to_owned(), vec![(unit, weight)]);
            return;
        };
        match places.last_mut() {
            Some(last) if last.0 == unit => last.1 = last.1.saturating_add(weight),
            _ => places.push((unit, weight)),
        }
    }

    /// The words, where each weighs the same, as they come back when they were stored.
    pub(super) fn unweighted(mut self) -> Vocabulary {
        self.0.values_mut().flatten().for_each(|place| place.1 = WHOLE);
        self.vocabulary()
    }

    pub(super) fn vocabulary(self) -> Vocabulary {
        let term = |(word, places): (String, _)| Term { letters: letters(&word), word, places };
        Vocabulary(self.0.into_iter().map(term).collect())
    }
}

impl Vocabulary {
    pub(super) fn get(&self, place: usize) -> Option<&Term> {
        self.0.get(place)
    }

    /// Where this very word stands among the words.
    pub(super) fn place(&self, stem: &str) -> Option<usize> {
        self.0.binary_search_by(|term| term.word.as_str().cmp(stem)).ok()
    }

    /// The words that begin so: those that stand in most units, at most so many.
    pub(super) fn beginning(&self, prefix: &str, most: usize) -> Vec<usize> {
        let from = self.0.partition_point(|term| term.word.as_str() < prefix);
        let rest = self.0.iter().enumerate().skip(from).take_while(|(_, term)| term.word.starts_with(prefix));
        let mut found: Vec<_> = rest.map(|(place, term)| (usize::MAX - term.places.len(), place)).collect();
        found.sort_unstable();
        found.truncate(most);
        found.into_iter().map(|(_, place)| place).collect()
    }

    /// The words that this may have been meant as, with how many slips away they are, nearest first.
    ///
    /// Source: Damerau-Levenshtein distance, in which a letter moves at most once (optimal string alignment).
    pub(super) fn similar(&self, raw: &str, stem: &str, slips: usize, most: usize) -> Vec<(usize, usize)> {
        let (of_raw, of_stem) = (letters(raw), letters(stem));
        let mut found = Vec::new();
        for (place, term) in self.0.iter().enumerate() {
            let near = |word: &str, of: u32, slips: usize| {
                differing(of, term.letters) <= 2 * slips
                    && within(word.as_bytes(), term.word.as_bytes(), slips)
            };
            let any = |slips: &usize| near(raw, of_raw, *slips) || near(stem, of_stem, *slips);
            if let Some(slips) = (1..=slips).find(any) {
                found.push((slips, place));
            }
        }
        found.sort_unstable();
        found.truncate(most);
        found.into_iter().map(|(slips, place)| (place, slips)).collect()
    }
}

/// Which letters a word has, a bit each; a digit counts as one letter and so does the rest.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |bits, byte| match byte {
        b'a'..=b'z' => bits | 1 << (byte - b'a'),
        b'0'..=b'9' => bits | 1 << 26,
        _ => bits | 1 << 27,
    })
}

fn differing(one: u32, other: u32) -> usize {
    usize::try_from((one ^ other).count_ones()).unwrap_or(usize::MAX)
}

/// Whether so many slips at most make one word of the other: a letter more, less, other, or two that changed places.
fn within(one: &[u8], other: &[u8], slips: usize) -> bool {
    if one.len().abs_diff(other.len()) > slips {
        return false;
    }
    let alike = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (one, other) = (one.get(alike..).unwrap_or_default(), other.get(alike..).unwrap_or_default());
    let ([first, one_rest @ ..], [second, other_rest @ ..]) = (one, other) else {
        return one.len().max(other.len()) <= slips;
    };
    let Some(slips) = slips.checked_sub(1) else { return false };
    let swapped = match (one_rest, other_rest) {
        ([third, one_rest @ ..], [fourth, other_rest @ ..]) if first == fourth && second == third => {
            within(one_rest, other_rest, slips)
        }
        _ => false,
    };
    swapped
        || within(one_rest, other_rest, slips)
        || within(one_rest, other, slips)
        || within(one, other_rest, slips)
}

/// Words as what differs from the word before, units as what lies between them: small, and alike for a compressor.
/// Weights are left out: where words are stored, a word is there or not.
impl Packed for Vocabulary {
    fn put(&self, out: &mut Vec<u8>) {
        put_length(self.0.len(), out);
        let mut before = "";
        for term in &self.0 {
            let alike = alike(before, &term.word);
            put_length(alike, out);
            put_text(term.word.get(alike..).unwrap_or_default(), out);
            before = &term.word;
        }
        for term in &self.0 {
            put_ascending(term.places.iter().map(|place| place.0), out);
        }
    }

    fn take(from: &mut Unpacking) -> Self {
        let mut terms: Vec<Term> = Vec::new();
        let mut left = from.length();
        while left > 0 && !from.is_at_end() {
            let shared = from.length();
            let before = terms.last().map_or("", |term| &term.word);
            let mut word = before.get(..shared).unwrap_or_else(|| from.refuse("")).to_owned();
            word.push_str(from.text());
            if word.len() > LONGEST {
                return from.refuse(Self::default());
            }
            terms.push(Term { letters: letters(&word), word, places: Vec::new() });
            left -= 1;
        }
        for term in &mut terms {
            term.places = take_ascending(from).into_iter().map(|unit| (unit, WHOLE)).collect();
        }
        Self(terms)
    }
}

/// How many bytes of whole letters two words begin with alike.
fn alike(one: &str, other: &str) -> usize {
    let both = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    both.map(|(letter, _)| letter.len_utf8()).sum()
}

/// Writes ascending numbers as their differences.
pub(super) fn put_ascending(numbers: impl ExactSizeIterator<Item = u32>, out: &mut Vec<u8>) {
    put_length(numbers.len(), out);
    let mut before = 0;
    for number in numbers {
        number.saturating_sub(before).put(out);
        before = number;
    }
}

/// Reads what [`put_ascending`] wrote.
pub(super) fn take_ascending(from: &mut Unpacking) -> Vec<u32> {
    let mut number = 0_u32;
    let mut numbers: Vec<u32> = Packed::take(from);
    for each in &mut numbers {
        number = number.saturating_add(*each);
        *each = number;
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[&str]) -> Vocabulary {
        let mut gathered = Gathered::default();
        for (unit, text) in (0..).zip(texts) {
            gathered.add(unit, text, 1);
        }
        gathered.vocabulary()
    }

    #[track_caller]
    fn check_slips(one: &str, other: &str, expected: usize) {
        for slips in 0..4 {
            assert_eq!(
                within(one.as_bytes(), other.as_bytes(), slips),
                slips >= expected,
                "{one} {other} {slips}"
            );
            assert_eq!(
                within(other.as_bytes(), one.as_bytes(), slips),
                slips >= expected,
                "{other} {one} {slips}"
            );
        }
    }

    #[test]
    fn slips_are_counted() {
        check_slips("", "", 0);
        check_slips("queue", "queue", 0);
        check_slips("queue", "quue", 1);
        check_slips("queue", "qeuue", 1);
        check_slips("queue", "qqueue", 1);
        check_slips("visibility", "visibilty", 1);
        check_slips("eventbridge", "evnetbrigde", 2);
        check_slips("lambda", "lamdba", 1);
        check_slips("", "ab", 2);
        check_slips("fargate", "farget", 2);
        check_slips("abc", "xyz", 3);
    }

    #[test]
    fn similar_words_are_found() {
        let words = of(&["visible visibility", "kinesis", "kinetic"]);
        let similar = |word: &str, slips| {
            let found = words.similar(word, word, slips, 9).into_iter();
            found.map(|(place, slips)| (words.get(place).unwrap().word.as_str(), slips)).collect::<Vec<_>>()
        };
        assert_eq!(similar("kineses", 1), [("kinesis", 1)]);
        assert_eq!(similar("visibilty", 2), [("visibility", 1)]);
        assert_eq!(similar("nothing", 2), []);
    }

    #[test]
    fn words_that_begin_so_are_found_the_frequent_ones_first() {
        let words = of(&["session sesame", "sessions", "set"]);
        let found = |prefix, most| {
            let found = words.beginning(prefix, most).into_iter();
            found.map(|place| words.get(place).unwrap().word.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(found("ses", 9), ["session", "sesam"]);
        assert_eq!(found("ses", 1), ["session"]);
        assert_eq!(found("x", 9), [""; 0]);
    }

    #[test]
    fn it_comes_back_from_its_bytes() {
        let mut gathered = Gathered::default();
        gathered.add(3, "Größe große session sessions", 1);
        gathered.add(200, "sessions set ReceiveMessage message", 9);
        let words = gathered.unweighted();
        assert_eq!(Vocabulary::from_bytes(&words.to_bytes()), Some(words));
    }

    #[test]
    fn a_word_that_grows_without_end_is_refused() {
        let grows: Vec<u8> = (0..100_u8).flat_map(|place| [place, 1, b'a']).collect();
        let mut bytes = vec![100];
        bytes.extend(grows);
        bytes.extend([0; 100]);
        assert_eq!(Vocabulary::from_bytes(&bytes), None);
    }
}

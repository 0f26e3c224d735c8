//! Which words stand where, and which known words are like one that was typed.

use super::rank::WHOLE;
use super::words::{Kind, LONGEST, each_word};
use crate::packed::{Packed, Unpacking, put_length, put_text};

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

/// All words of what is searched, in the order in which they came, and a table by which they are found.
///
/// The table is open: a word stands at its hash or after it, before the first free slot. It is a power of two long and
/// at most half full. A map of the standard library would be three times the code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Vocabulary {
    terms: Vec<Term>,
    /// One more than the place of a word; a zero is free.
    slots: Vec<usize>,
}

impl Vocabulary {
    /// Takes in a text of a unit, each word of which weighs so much; a part of a name weighs half. Units come in their
    /// order. Tells how many words there were.
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
        let place = self.place(stem).unwrap_or_else(|| self.push(stem));
        let Some(term) = self.terms.get_mut(place) else { return };
        match term.places.last_mut() {
            Some(last) if last.0 == unit => last.1 = last.1.saturating_add(weight),
            _ => term.places.push((unit, weight)),
        }
    }

    /// A word that is not there yet.
    fn push(&mut self, word: &str) -> usize {
        let place = self.terms.len();
        self.terms.push(Term { word: word.to_owned(), letters: letters(word), places: Vec::new() });
        if place * 2 >= self.slots.len() {
            self.slots = vec![0; self.slots.len().max(32) * 2];
            for place in 0..place {
                self.enter(place);
            }
        }
        self.enter(place);
        place
    }

    fn enter(&mut self, place: usize) {
        let slot = self.terms.get(place).and_then(|term| self.slot(&term.word));
        if let Some(slot) = slot.and_then(|slot| self.slots.get_mut(slot)) {
            *slot = place + 1;
        }
    }

    /// The slot of a word, or the one where it belongs.
    fn slot(&self, word: &str) -> Option<usize> {
        let last = self.slots.len().checked_sub(1)?;
        // Source: FNV-1a, as of the draft by Fowler, Noll, Vo and Eastlake.
        let hash = |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        let from = usize::try_from(word.bytes().fold(0x811c_9dc5, hash)).unwrap_or(0);
        let mut slots = (0..=last).map(|step| from.wrapping_add(step) & last);
        slots.find(|slot| {
            let place = self.slots.get(*slot).copied().unwrap_or(0).checked_sub(1);
            place.is_none_or(|place| self.terms.get(place).is_some_and(|term| term.word == word))
        })
    }

    /// The words in their order, where each weighs the same, as they come back when they were stored.
    pub(super) fn sorted(mut self) -> Self {
        self.terms.sort_by(|one, other| one.word.cmp(&other.word));
        self.terms.iter_mut().flat_map(|term| &mut term.places).for_each(|place| place.1 = WHOLE);
        self.slots.fill(0);
        for place in 0..self.terms.len() {
            self.enter(place);
        }
        self
    }

    pub(super) fn get(&self, place: usize) -> Option<&Term> {
        self.terms.get(place)
    }

    /// Where this very word stands among the words.
    pub(super) fn place(&self, stem: &str) -> Option<usize> {
        self.slots.get(self.slot(stem)?)?.checked_sub(1)
    }

    /// The words that begin so: those that stand in most units, at most so many.
    pub(super) fn beginning(&self, prefix: &str, most: usize) -> Vec<usize> {
        let begins = self.terms.iter().enumerate().filter(|(_, term)| term.word.starts_with(prefix));
        let found = begins.map(|(place, term)| (usize::MAX - term.places.len(), place)).collect();
        least(found, most).into_iter().map(|(_, place)| place).collect()
    }

    /// The words that this may have been meant as, behind how many slips away they are, nearest first.
    ///
    /// Source: Damerau-Levenshtein distance, in which a letter moves at most once (optimal string alignment).
    pub(super) fn similar(&self, raw: &str, stem: &str, slips: usize, most: usize) -> Vec<(usize, usize)> {
        let (of_raw, of_stem) = (letters(raw), letters(stem));
        let mut found = Vec::new();
        for (place, term) in self.terms.iter().enumerate() {
            let near = |word: &str, of: u32, slips: usize| {
                differing(of, term.letters) <= 2 * slips
                    && within(word.as_bytes(), term.word.as_bytes(), slips)
            };
            let any = |slips: &usize| near(raw, of_raw, *slips) || near(stem, of_stem, *slips);
            if let Some(slips) = (1..=slips).find(any) {
                found.push((slips, place));
            }
        }
        least(found, most)
    }
}

/// The least of some pairs, in their order: so few that to pick them one by one is less code than to sort.
pub(super) fn least(mut pairs: Vec<(usize, usize)>, most: usize) -> Vec<(usize, usize)> {
    let mut picked = Vec::new();
    while picked.len() < most
        && let Some((at, _)) = pairs.iter().enumerate().min_by_key(|(_, pair)| **pair)
    {
        picked.push(pairs.swap_remove(at));
    }
    picked
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
        put_length(self.terms.len(), out);
        let mut before = "";
        for term in &self.terms {
            let alike = alike(before, &term.word);
            put_length(alike, out);
            put_text(term.word.get(alike..).unwrap_or_default(), out);
            before = &term.word;
        }
        for term in &self.terms {
            put_ascending(term.places.iter().map(|place| place.0), out);
        }
    }

    fn take(from: &mut Unpacking) -> Self {
        let mut words = Self::default();
        let mut left = from.length();
        let mut word = String::new();
        while left > 0 && !from.is_at_end() {
            let shared = from.length();
            if !word.is_char_boundary(shared) {
                return from.refuse(Self::default());
            }
            word.truncate(shared);
            word.push_str(from.text());
            if word.len() > LONGEST || words.place(&word).is_some() {
                return from.refuse(Self::default());
            }
            words.push(&word);
            left -= 1;
        }
        for term in &mut words.terms {
            term.places = take_ascending(from).into_iter().map(|unit| (unit, WHOLE)).collect();
        }
        words
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
        let mut words = Vocabulary::default();
        for (unit, text) in (0..).zip(texts) {
            words.add(unit, text, 1);
        }
        words
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
            found.map(|(slips, place)| (words.get(place).unwrap().word.as_str(), slips)).collect::<Vec<_>>()
        };
        assert_eq!(similar("kineses", 1), [("kinesis", 1)]);
        assert_eq!(similar("visibilty", 2), [("visibility", 1)]);
        assert_eq!(similar("nothing", 2), []);
    }

    #[test]
    fn each_of_many_words_is_found() {
        let text: Vec<String> = (0..2_000).map(|number| format!("word{number}")).collect();
        let words = of(&[&text.join(" ")]);
        for words in [words.clone(), words.sorted()] {
            for word in &text {
                assert_eq!(words.place(word).and_then(|place| words.get(place)).unwrap().word, *word);
            }
            assert_eq!(words.place("word2000"), None);
        }
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
        let mut words = Vocabulary::default();
        words.add(3, "Größe große session sessions", 1);
        words.add(200, "sessions set ReceiveMessage message", 9);
        let words = words.sorted();
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

//! Which questions have the words of a query. It has their words and not the questions, so nothing of a question that
//! was not seen can be read from an answer.

use super::query::{Synonyms, wanted};
use super::rank::{WHOLE, last_first};
use super::vocabulary::{Vocabulary, least, put_ascending, take_ascending};
use crate::packed::{Packed, Unpacking};

/// A question is named only if it has so much of what a query looks for.
const ENOUGH: f32 = 0.6;

/// The words of questions, without the questions: numbers alone come out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionIndex {
    /// Ascending; the unit of a question is its place here.
    numbers: Vec<u32>,
    words: Vocabulary,
}

impl QuestionIndex {
    /// An index of questions, which are a number and all their text.
    pub fn build(questions: &[(u32, String)]) -> Self {
        let mut sorted: Vec<&(u32, String)> = questions.iter().collect();
        sorted.sort_by_key(|question| question.0);
        let mut words = Vocabulary::default();
        let mut numbers: Vec<u32> = Vec::new();
        let mut unit = 0_u32;
        for (number, text) in sorted {
            if numbers.last().is_some_and(|last| last != number) {
                unit = unit.saturating_add(1);
            }
            if numbers.last() != Some(number) {
                numbers.push(*number);
            }
            words.add(unit, text, WHOLE);
        }
        Self { numbers, words: words.sorted() }
    }

    /// The numbers of the questions that answer a query, best first: never one that is not among those seen.
    pub fn find(&self, query: &str, seen: &[u32], most: usize) -> Vec<u32> {
        let (mut sums, mut total) = (vec![0.0_f32; self.numbers.len()], 0.0);
        for wanted in wanted(query, &self.words, &Synonyms::default()) {
            let (rare, covered) = wanted.coverage(&self.words, self.numbers.len());
            total += rare;
            for (sum, covered) in sums.iter_mut().zip(covered) {
                *sum += rare * covered;
            }
        }
        let mut found = Vec::new();
        for number in seen {
            let Ok(place) = self.numbers.binary_search(number) else { continue };
            // Each is found once, however often it was seen.
            let sum = sums.get_mut(place).map_or(0.0, std::mem::take);
            if sum > 0.0 && sum >= total * ENOUGH {
                found.push((last_first(sum), place));
            }
        }
        let found = least(found, most).into_iter();
        found.filter_map(|(_, place)| self.numbers.get(place).copied()).collect()
    }
}

impl Packed for QuestionIndex {
    fn put(&self, out: &mut Vec<u8>) {
        put_ascending(self.numbers.iter().copied(), out);
        self.words.put(out);
    }

    fn take(from: &mut Unpacking) -> Self {
        Self { numbers: take_ascending(from), words: Packed::take(from) }
    }
}

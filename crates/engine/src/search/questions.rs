//! Which questions have the words of a query. It has their words and not the questions, so nothing of a question that
//! was not seen can be read from an answer.

use super::query::{Synonyms, wanted};
use super::rank::{WHOLE, rarity};
use super::vocabulary::{Gathered, Vocabulary, put_ascending, take_ascending};
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
        let mut gathered = Gathered::default();
        let mut numbers: Vec<u32> = Vec::new();
        let mut unit = 0_u32;
        for (number, text) in sorted {
            if numbers.last().is_some_and(|last| last != number) {
                unit = unit.saturating_add(1);
            }
            if numbers.last() != Some(number) {
                numbers.push(*number);
            }
            gathered.add(unit, text, WHOLE);
        }
        Self { numbers, words: gathered.unweighted() }
    }

    /// The numbers of the questions that answer a query, best first: never one that is not among those seen.
    pub fn find(&self, query: &str, seen: &[u32], most: usize) -> Vec<u32> {
        let mut seen = seen.to_vec();
        seen.sort_unstable();
        let (mut sums, mut total) = (vec![0.0_f32; self.numbers.len()], 0.0);
        for wanted in wanted(query, &self.words, &Synonyms::default()) {
            let reach = wanted.reach(&self.words, self.numbers.len());
            let rare = rarity(reach.iter().filter(|here| **here > 0.0).count(), reach.len());
            total += rare;
            for (sum, here) in sums.iter_mut().zip(&reach) {
                *sum += rare * here.min(1.0);
            }
        }
        let found = self.numbers.iter().zip(&sums);
        let found = found.filter(|(number, sum)| {
            **sum > 0.0 && **sum >= total * ENOUGH && seen.binary_search(number).is_ok()
        });
        let mut found: Vec<(u32, f32)> = found.map(|(number, sum)| (*number, *sum)).collect();
        found.sort_by(|one, other| other.1.total_cmp(&one.1));
        found.truncate(most);
        found.into_iter().map(|(number, _)| number).collect()
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

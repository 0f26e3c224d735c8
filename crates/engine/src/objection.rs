//! Questions that a learner holds to be wrong: they stay out of that learner's draws until the objection is lifted.
//!
//! Rows merge in any order and any number of times to the same result: the later word counts.

use crate::ids::QuestionNumber;
use crate::time::UnixMillis;

/// A learner's last word on a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Objection {
    /// When it was raised, or lifted.
    pub at: UnixMillis,
    /// The revision that it is about.
    pub revision: u16,
    /// Whether it stands.
    pub stands: bool,
}

/// A learner's objections to the questions of a bank: rows by rising number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Objections(Vec<(QuestionNumber, Objection)>);

impl Objections {
    /// Adds a word on a question; the later one counts.
    pub fn add(&mut self, number: QuestionNumber, word: Objection) {
        match self.0.binary_search_by_key(&number, |(known, _)| *known) {
            Ok(place) => {
                if let Some((_, known)) = self.0.get_mut(place) {
                    *known = word.max(*known);
                }
            }
            Err(place) => self.0.insert(place, (number, word)),
        }
    }

    /// Joins other objections into these.
    pub fn merge(&mut self, other: &Self) {
        for (number, word) in other.iter() {
            self.add(number, word);
        }
    }

    /// The objection that stands against a question.
    pub fn against(&self, number: QuestionNumber) -> Option<Objection> {
        let mut rows = self.iter().filter(|(known, word)| *known == number && word.stands);
        rows.next().map(|(_, word)| word)
    }

    /// The questions against which an objection stands.
    pub fn standing(&self) -> impl Iterator<Item = (QuestionNumber, Objection)> {
        self.iter().filter(|(_, word)| word.stands)
    }

    /// All rows, by rising number.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionNumber, Objection)> {
        self.0.iter().copied()
    }
}

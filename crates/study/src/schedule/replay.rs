//! The answers of a learner by objective, and the cards that come of replaying them.

use super::answers::answers;
use super::calibration::Tally;
use super::card::Dealer;
use invigil_engine::bank::BankIndex;
use invigil_engine::exposure::Exposures;
use invigil_engine::ids::QuestionNumber;
use invigil_engine::sitting::Confidence;
use invigil_engine::study::{Calibration, Card};
use invigil_engine::time::{Date, Minutes, UnixMillis};
use std::ops::Range;

/// An answer that counts for scheduling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) at: UnixMillis,
    pub(super) number: QuestionNumber,
    pub(super) objective: u16,
    /// The learner's day, in days since 1970.
    pub(super) day: i64,
    pub(super) right: bool,
    /// Whether there was an answer: none is a wrong one, against the clock.
    pub(super) answered: bool,
    pub(super) confidence: Option<Confidence>,
    /// How long it took; none where that was not kept.
    pub(super) seconds: Option<i64>,
    /// Whether it took less time than the median of the right answers before it.
    pub(super) quick: bool,
}

impl Answer {
    /// An answer of which no more is known.
    pub(super) fn bare(objective: u16, day: i64) -> Self {
        let (at, number) = (UnixMillis(0), QuestionNumber(0));
        Self {
            at,
            number,
            objective,
            day,
            right: false,
            answered: true,
            confidence: None,
            seconds: None,
            quick: false,
        }
    }

    pub(super) fn is_certain(&self) -> bool {
        self.confidence == Some(Confidence::Certain)
    }
}

/// What a learner answered, by objective and in the order of time.
#[derive(Clone, Debug)]
pub struct Practice {
    /// Grouped by objective.
    answers: Vec<Answer>,
    /// For each objective where its answers begin.
    begins: Vec<usize>,
    tally: Tally,
    /// How far local time is ahead of UTC.
    pub(super) offset: Minutes,
}

impl Practice {
    /// Reads a history; `offset` says how far local time is ahead of UTC.
    pub fn of(index: &BankIndex, history: &Exposures, offset: Minutes) -> Self {
        let (found, tally) = answers(index, history, offset);
        let mut begins = vec![0; index.objectives.len() + 1];
        for answer in &found {
            if let Some(next) = begins.get_mut(usize::from(answer.objective) + 1) {
                *next += 1;
            }
        }
        let mut sum = 0;
        for begin in &mut begins {
            sum += *begin;
            *begin = sum;
        }
        let mut places = begins.clone();
        let mut grouped = vec![Answer::bare(0, 0); sum];
        for answer in found {
            let Some(place) = places.get_mut(usize::from(answer.objective)) else { continue };
            if let Some(slot) = grouped.get_mut(*place) {
                *slot = answer;
            }
            *place += 1;
        }
        Self { answers: grouped, begins, tally, offset }
    }

    /// The cards, most urgent first; see [`super::cards`].
    pub fn cards(&self, today: i64, exam: Option<Date>) -> Vec<Card> {
        let Some(mut dealer) = Dealer::new(today, exam) else { return Vec::new() };
        let mut cards: Vec<Card> = self.objectives().filter_map(|answers| dealer.card(answers)).collect();
        cards.sort_unstable_by_key(|card| urgency(card, today));
        cards
    }

    /// How often the learner was right, by how sure; see [`super::calibration`].
    pub fn calibration(&self) -> Vec<Calibration> {
        self.tally.groups()
    }

    /// How many answers were given on a day.
    pub(super) fn answered_on(&self, day: i64) -> u32 {
        let answered = self.answers.iter().filter(|answer| answer.day == day && answer.answered);
        u32::try_from(answered.count()).unwrap_or(u32::MAX)
    }

    /// How many cards were due when the day began and have been answered since.
    pub(super) fn met_on(&self, today: i64, exam: Option<Date>) -> u32 {
        let Some(mut dealer) = Dealer::new(today, exam) else { return 0 };
        let mut was_due = |answers: &[Answer]| {
            let before = answers.partition_point(|answer| answer.day < today);
            let earlier = answers.get(..before).filter(|_| before < answers.len());
            earlier.and_then(|earlier| dealer.card(earlier)).is_some_and(|card| card.due <= today)
        };
        u32::try_from(self.objectives().filter(|answers| was_due(answers)).count()).unwrap_or(u32::MAX)
    }

    /// The answers of each objective that has some.
    fn objectives(&self) -> impl Iterator<Item = &[Answer]> {
        let ranges = self.begins.iter().zip(self.begins.iter().skip(1));
        let ranges = ranges.map(|(begin, end)| Range { start: *begin, end: *end });
        ranges.filter_map(|range| self.answers.get(range)).filter(|answers| !answers.is_empty())
    }
}

/// The order of urgency: what is due comes first, by rising recall, which is by how far it is overdue in terms of its
/// own interval; what is not due follows by its day.
fn urgency(card: &Card, today: i64) -> (bool, i64, u32, u16) {
    let waits = card.due > today;
    let day = if waits { card.due } else { 0 };
    (waits, day, card.recall, card.objective)
}

//! The answers that count for scheduling, in the order of time: those of the log, and what an older history tells
//! that has no log yet.

use super::replay::Answer;
use invigil_engine::bank::{BankIndex, Entry};
use invigil_engine::exposure::{Exposure, Exposures, FirstAnswer, Latest, SeenIn};
use invigil_engine::ids::QuestionNumber;
use invigil_engine::review::Review;
use invigil_engine::time::{Date, Minutes, UnixMillis};
use std::collections::BinaryHeap;

/// A question that was open for less time, in milliseconds, was not read.
const LEAST_SPENT: i64 = 2000;

/// A question whose log begins so much later than it was first seen, in milliseconds, was answered before there was a
/// log. A sitting is shorter.
const BEFORE_THE_LOG: i64 = 86_400_000;

/// The answers that count, in the order of time, and by number within a moment.
///
/// Left out are questions that the bank no longer has, those open for less than two seconds, and those left
/// unanswered, unless against the clock: there that is a wrong answer.
pub(super) fn answers(index: &BankIndex, history: &Exposures, offset: Minutes) -> Vec<Answer> {
    let day = |at: UnixMillis| Date::at(at, offset).days();
    let mut found: Vec<Answer> = Vec::with_capacity(history.reviews.len());
    // By place of the entry: when its log begins.
    let mut begins = vec![i64::MAX; index.entries.len()];
    for review in history.reviews.reviews() {
        let Some((place, entry)) = find(index, review.number) else { continue };
        if let Some(first) = begins.get_mut(place) {
            *first = review.at.0.min(*first);
        }
        found.extend(logged(&review, entry, day(review.at)));
    }
    for (number, at, right) in unlogged(index, history, &begins) {
        let Some((_, entry)) = find(index, number) else { continue };
        found.push(Answer { at, number, right, ..Answer::bare(entry.objective, day(at)) });
    }
    found.sort_by_key(|answer| (answer.at, answer.number));
    mark_quick(&mut found);
    found
}

fn find(index: &BankIndex, number: QuestionNumber) -> Option<(usize, &Entry)> {
    let place = index.entries.binary_search_by_key(&number, |entry| entry.number).ok()?;
    Some((place, index.entries.get(place)?))
}

/// Whether an answer is right; none when it is no review at all.
fn verdict(answer: FirstAnswer, seen_in: Option<SeenIn>) -> Option<bool> {
    match answer {
        FirstAnswer::Right => Some(true),
        FirstAnswer::Wrong => Some(false),
        FirstAnswer::None => (seen_in == Some(SeenIn::Timed)).then_some(false),
    }
}

fn logged(review: &Review, entry: &Entry, day: i64) -> Option<Answer> {
    let right = verdict(review.answer, Some(review.seen_in))?;
    (review.spent.0 >= LEAST_SPENT).then_some(Answer {
        at: review.at,
        number: review.number,
        objective: entry.objective,
        day,
        right,
        answered: review.answer != FirstAnswer::None,
        confidence: review.confidence,
        spent: Some(review.spent.0),
        quick: false,
    })
}

/// First and latest answers that were given before there was a log.
fn unlogged(
    index: &BankIndex,
    history: &Exposures,
    begins: &[i64],
) -> Vec<(QuestionNumber, UnixMillis, bool)> {
    let mut found = Vec::new();
    let mut latest = history.latest().peekable();
    let mut entries = index.entries.iter().zip(begins).peekable();
    for (number, seen) in history.iter() {
        while entries.next_if(|(entry, _)| entry.number < number).is_some() {}
        while latest.next_if(|(known, _)| *known < number).is_some() {}
        let Some((_, begins)) = entries.next_if(|(entry, _)| entry.number == number) else { continue };
        let later = latest.next_if(|(known, _)| *known == number).map(|(_, latest)| latest);
        let told = told(seen, later).into_iter().flatten();
        let before = told.filter(|(at, _)| at.0.saturating_add(BEFORE_THE_LOG) < *begins);
        found.extend(before.map(|(at, right)| (number, at, right)));
    }
    found
}

/// What a row without a log tells: the first answer, and the latest if that was another one.
fn told(seen: Exposure, latest: Option<Latest>) -> [Option<(UnixMillis, bool)>; 2] {
    let first = verdict(seen.answer, Some(seen.seen_in)).map(|right| (seen.first, right));
    let latest = latest.filter(|latest| latest.at > seen.first);
    // In which kind of sitting that was is not told.
    let latest = latest.and_then(|latest| Some((latest.at, verdict(latest.answer, None)?)));
    [first, latest]
}

/// Marks the answers that took less time than the median of the right ones before them.
fn mark_quick(answers: &mut [Answer]) {
    // Only who is certain is asked how quick it was.
    if !answers.iter().any(Answer::is_certain) {
        return;
    }
    let mut median = Median::default();
    for answer in answers {
        let Some(spent) = answer.spent else { continue };
        answer.quick = median.get().is_some_and(|median| spent < median);
        if answer.right {
            median.add(spent);
        }
    }
}

/// The median of what came so far; of two in the middle the lower.
#[derive(Default)]
struct Median {
    /// The lower half, greatest on top; as many as the upper half, or one more.
    lower: BinaryHeap<i64>,
    /// The upper half, least on top.
    upper: BinaryHeap<std::cmp::Reverse<i64>>,
}

impl Median {
    fn get(&self) -> Option<i64> {
        self.lower.peek().copied()
    }

    fn add(&mut self, value: i64) {
        self.lower.push(value);
        self.upper.extend(self.lower.pop().map(std::cmp::Reverse));
        if self.upper.len() > self.lower.len() {
            self.lower.extend(self.upper.pop().map(|least| least.0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_that_of_what_came() {
        let mut median = Median::default();
        let mut told = Vec::new();
        for value in [5, 1, 9, 7, 3, 3] {
            median.add(value);
            told.push(median.get().unwrap());
        }
        assert_eq!(told, [5, 1, 5, 5, 5, 3]);
    }
}

//! The answers that count for scheduling, in the order of time: those of the log, and what an older history tells
//! that has no log yet.

use super::calibration::Tally;
use super::places::Places;
use super::replay::Answer;
use invigil_engine::bank::{BankIndex, Entry};
use invigil_engine::exposure::{Exposure, Exposures, FirstAnswer, Latest, SeenIn};
use invigil_engine::ids::QuestionNumber;
use invigil_engine::review::Review;
use invigil_engine::time::{Minutes, UnixMillis};

/// A question that was open for less time, in milliseconds, was not read.
const LEAST_SPENT: i64 = 2000;

/// A question whose log begins so much later than it was first seen, in milliseconds, was answered before there was a
/// log. A sitting is shorter.
const BEFORE_THE_LOG: i64 = 86_400_000;

/// The local day of a moment, in days since 1970: what [`invigil_engine::time::Date::at`] gives, without the calendar.
pub(super) fn day_at(at: UnixMillis, offset: Minutes) -> i64 {
    at.0.saturating_add(offset.duration().0).div_euclid(86_400_000)
}

/// The answers that count, in the order of time, and by number within a moment; and how sure the learner was of all
/// answers, since the log is read only once.
///
/// Left out are questions that the bank no longer has, those open for less than two seconds, and those left
/// unanswered, unless against the clock: there that is a wrong answer.
pub(super) fn answers(index: &BankIndex, history: &Exposures, offset: Minutes) -> (Vec<Answer>, Tally) {
    let places = Places::of(index);
    let mut tally = Tally::default();
    let mut found: Vec<Answer> = Vec::with_capacity(history.reviews.len());
    // By place of the entry: when its log begins.
    let mut begins = vec![i64::MAX; index.entries.len()];
    for review in history.reviews.reviews() {
        tally.add(&review);
        let Some((place, entry)) = places.find(review.number) else { continue };
        if let Some(first) = begins.get_mut(place) {
            *first = review.at.0.min(*first);
        }
        found.extend(logged(&review, entry, day_at(review.at, offset)));
    }
    for (number, at, right) in unlogged(index, history, &begins) {
        let Some((_, entry)) = places.find(number) else { continue };
        found.push(Answer { at, number, right, ..Answer::bare(entry.objective, day_at(at, offset)) });
    }
    found.sort_by_key(|answer| (answer.at, answer.number));
    mark_quick(&mut found);
    (found, tally)
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
        seconds: Some(review.spent.seconds()),
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

/// Marks the answers that took less time than the median of the right ones before them, by whole seconds.
fn mark_quick(answers: &mut [Answer]) {
    // Only who is certain is asked how quick it was.
    if !answers.iter().any(Answer::is_certain) {
        return;
    }
    let mut median = Median::default();
    for answer in answers {
        let Some(seconds) = answer.seconds else { continue };
        let place = usize::try_from(seconds).unwrap_or(0).min(LONGEST);
        answer.quick = median.get().is_some_and(|median| place < median);
        if answer.right {
            median.add(place);
        }
    }
}

/// Seconds from which on it does not matter how long an answer took.
const LONGEST: usize = 600;

/// The median of what came so far; of two in the middle the lower.
struct Median {
    /// How often each number came.
    counts: Vec<usize>,
    all: usize,
    /// The median, and how many came that are less.
    at: usize,
    below: usize,
}

impl Default for Median {
    fn default() -> Self {
        Self { counts: vec![0; LONGEST + 1], all: 0, at: 0, below: 0 }
    }
}

impl Median {
    fn get(&self) -> Option<usize> {
        (self.all > 0).then_some(self.at)
    }

    /// Adds a number, at most [`LONGEST`].
    fn add(&mut self, value: usize) {
        if let Some(count) = self.counts.get_mut(value) {
            *count += 1;
            self.all += 1;
            self.below += usize::from(value < self.at);
        }
        // How many stand before the one in the middle.
        let before = self.all.saturating_sub(1) / 2;
        while self.below + self.count() <= before && self.at < LONGEST {
            self.below += self.count();
            self.at += 1;
        }
        while self.below > before && self.at > 0 {
            self.at -= 1;
            self.below -= self.count();
        }
    }

    fn count(&self) -> usize {
        self.counts.get(self.at).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use invigil_engine::time::Date;

    #[test]
    fn the_median_is_that_of_what_came() {
        let mut median = Median::default();
        assert_eq!(median.get(), None);
        let mut known = Vec::new();
        for value in [5, 1, 9, 7, 3, 3, 600, 600, 600, 600, 600, 600, 600, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] {
            median.add(value);
            known.push(value);
            known.sort_unstable();
            assert_eq!(median.get(), Some(known[(known.len() - 1) / 2]), "{known:?}");
        }
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        for (at, offset) in
            [(0, 0), (-1, 0), (1_796_083_199_999, 0), (1_796_083_199_999, 60), (1_796_083_200_000, -720)]
        {
            let (at, offset) = (UnixMillis(at), Minutes(offset));
            assert_eq!(day_at(at, offset), Date::at(at, offset).days());
        }
    }
}

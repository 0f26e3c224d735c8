//! A card: the memory of an objective, and the day on which it is asked again.

use super::grade::{Sight, grade};
use super::replay::Answer;
use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, FSRSItem, FSRSReview, MemoryState, current_retrievability};
use invigil_engine::sitting::Confidence;
use invigil_engine::study::Card;
use invigil_engine::time::Date;

/// The share of recall at which a card is due.
pub const RETENTION: f32 = 0.9;

/// Days from a certain but wrong answer to the first extra check.
const FIRST_CHECK: i64 = 1;

/// Days from the first extra check, once it went well, to the second: the seventh day after the answer.
const SECOND_CHECK: i64 = 6;

/// The memory after reviews, each with its rating from 1 to 4 and the whole days since the one before.
///
/// None without a review.
///
/// Source: FSRS-6 with its published parameters, as the crate `fsrs` computes it. Two reviews of one day follow its
/// rule for the same day.
pub fn memory(fsrs: &FSRS, reviews: Vec<FSRSReview>) -> Option<MemoryState> {
    if reviews.is_empty() {
        return None;
    }
    fsrs.memory_state(FSRSItem { reviews }, None).ok()
}

/// What cards are computed with.
pub(super) struct Memory {
    fsrs: FSRS,
    today: i64,
    /// The day of the exam, if that is to come.
    exam: Option<i64>,
}

impl Memory {
    pub(super) fn new(today: i64, exam: Option<Date>) -> Option<Self> {
        let exam = exam.map(Date::days).filter(|exam| *exam >= today);
        Some(Self { fsrs: FSRS::new(&[]).ok()?, today, exam })
    }

    /// The card of the answers to one objective, in the order of time; none without an answer.
    pub(super) fn card(&self, answers: &[Answer]) -> Option<Card> {
        let last = answers.last()?;
        let mut reviews = Vec::with_capacity(answers.len());
        let mut checks = Checks::default();
        let mut before: Option<i64> = None;
        for answer in answers {
            let days_since = before.map(|before| answer.day.saturating_sub(before).max(0));
            let grade = grade(answer.right, answer.confidence, Sight { days_since, quick: answer.quick });
            let delta_t = u32::try_from(days_since.unwrap_or(0)).unwrap_or(u32::MAX);
            reviews.push(FSRSReview { rating: grade.rating(), delta_t });
            checks.note(answer);
            before = Some(answer.day);
        }
        let state = memory(&self.fsrs, reviews)?;
        let interval = i64::from(whole(self.fsrs.next_interval(Some(state.stability), RETENTION, 0)).max(1));
        let lapses = answers.iter().filter(|answer| !answer.right).count();
        Some(Card {
            objective: last.objective,
            due: self.due(last.day, interval, checks.next()),
            stability: whole(state.stability * 100.0),
            recall: recall(state, self.today - last.day),
            on_exam_day: self.exam.map(|exam| recall(state, exam - last.day)),
            reviews: u32::try_from(answers.len()).unwrap_or(u32::MAX),
            lapses: u32::try_from(lapses).unwrap_or(u32::MAX),
            misconceived: checks.next().is_some(),
        })
    }

    /// The day on which a card is due: after its interval, or when a check is due, but on the day before the exam at
    /// the latest, and never on the day of the last review. The exam pulls nothing to a day that has passed.
    fn due(&self, last: i64, interval: i64, check: Option<i64>) -> i64 {
        let by_memory = last.saturating_add(interval);
        let due = check.map_or(by_memory, |check| by_memory.min(check.max(last + 1)));
        let eve = self.exam.map(|exam| exam - 1).filter(|eve| *eve > last && *eve >= self.today);
        eve.map_or(due, |eve| due.min(eve))
    }
}

/// The extra checks after a certain but wrong answer, which comes back more often than others once corrected: on the
/// next day and on the seventh, until it was right on both. A right guess passes no check, and a wrong answer begins
/// anew. When the first check comes late, the second keeps its distance to it.
///
/// Source: Butler, Fazio and Marsh 2011; Corral and Carpenter 2022.
#[derive(Clone, Copy, Debug, Default)]
struct Checks {
    /// The day of the next check, and whether it is the second; none when there is nothing to check.
    next: Option<(i64, bool)>,
}

impl Checks {
    fn note(&mut self, answer: &Answer) {
        let begin = Some((answer.day + FIRST_CHECK, false));
        self.next = match self.next {
            None if !answer.right && answer.is_certain() => begin,
            Some(_) if !answer.right => begin,
            Some((day, second)) if answer.day >= day && answer.confidence != Some(Confidence::Guess) => {
                (!second).then_some((answer.day + SECOND_CHECK, true))
            }
            known => known,
        };
    }

    fn next(self) -> Option<i64> {
        self.next.map(|(day, _)| day)
    }
}

/// The chance of recall after some days, in thousandths.
fn recall(state: MemoryState, days: i64) -> u32 {
    let days = u16::try_from(days.max(0)).unwrap_or(u16::MAX);
    whole(current_retrievability(state, f32::from(days), FSRS6_DEFAULT_DECAY) * 1000.0)
}

/// The nearest whole number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and no stability or share is negative"
)]
fn whole(value: f32) -> u32 {
    value.round() as u32
}

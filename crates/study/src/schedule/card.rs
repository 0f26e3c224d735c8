//! A card: the memory of an objective, and the day on which it is asked again.

use super::grade::{Sight, grade};
use super::memory::Memory;
use super::replay::Answer;
use invigil_engine::sitting::Confidence;
use invigil_engine::study::Card;
use invigil_engine::time::Date;

/// Days from a certain but wrong answer to the first extra check.
const FIRST_CHECK: i64 = 1;

/// Days from the first extra check, once it went well, to the second: the seventh day after the answer.
const SECOND_CHECK: i64 = 6;

/// Makes cards for a day and an exam.
pub(super) struct Dealer {
    memory: Memory,
    today: i64,
    /// The day of the exam, if that is to come.
    exam: Option<i64>,
}

impl Dealer {
    pub(super) fn new(today: i64, exam: Option<Date>) -> Option<Self> {
        let exam = exam.map(Date::days).filter(|exam| *exam >= today);
        Some(Self { memory: Memory::new()?, today, exam })
    }

    /// The card of the answers to one objective, in the order of time; none without an answer.
    pub(super) fn card(&mut self, answers: &[Answer]) -> Option<Card> {
        let (mut state, mut before) = (None, None);
        let (mut checks, mut lapses) = (Checks::default(), 0);
        for answer in answers {
            let days_since = before.map(|before| answer.day.saturating_sub(before).max(0));
            let grade = grade(answer.right, answer.confidence, Sight { days_since, quick: answer.quick });
            let days = u32::try_from(days_since.unwrap_or(0)).unwrap_or(u32::MAX);
            state = Some(self.memory.after(state, grade, days)?);
            checks.note(answer);
            lapses += u32::from(!answer.right);
            before = Some(answer.day);
        }
        let (state, last) = (state?, answers.last()?);
        let interval = i64::from(whole(self.memory.interval(state)).max(1));
        let recall = |day: i64| {
            let days = u16::try_from((day - last.day).max(0)).unwrap_or(u16::MAX);
            whole(self.memory.recall(state, f32::from(days)) * 1000.0)
        };
        Some(Card {
            objective: last.objective,
            due: self.due(last.day, interval, checks.next()),
            stability: whole(state.stability * 100.0),
            recall: recall(self.today),
            on_exam_day: self.exam.map(recall),
            reviews: u32::try_from(answers.len()).unwrap_or(u32::MAX),
            lapses,
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

/// The nearest whole number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and no stability or share is negative"
)]
fn whole(value: f32) -> u32 {
    value.round() as u32
}

//! Spaced repetition: an objective is a card, and an answer to one of its questions a review.
//!
//! The memory arithmetic is that of FSRS-6, in the crate `fsrs`. What is decided here is what an answer is worth
//! ([`Grade`]), which day a card is due ([`Practice`]), which question is asked then ([`due`]), and how much there is
//! to do until the exam ([`plan`]). Nothing here reads a clock: the day comes in.

mod answers;
mod calendar;
mod calibration;
mod card;
mod grade;
mod interleave;
mod memory;
mod places;
mod plan;
mod queue;
mod replay;

pub use calendar::{CalendarTexts, calendar};
pub use calibration::calibration;
pub use grade::{Grade, Sight, grade};
pub use memory::{Memory, RETENTION};
pub use plan::{MOST_A_DAY, plan};
pub use queue::{Askable, due};
pub use replay::Practice;

use invigil_engine::bank::BankIndex;
use invigil_engine::exposure::Exposures;
use invigil_engine::ids::QuestionNumber;
use invigil_engine::store::history::read_exposures;
use invigil_engine::study::{Calibration, Card, Plan, StudyInput};
use invigil_engine::time::{Date, Minutes, UnixMillis};

/// How many days the forecast looks ahead, today among them.
pub const FORECAST_DAYS: usize = 14;

/// What a history says about practice: [`invigil_engine::study::Study`] without its readiness.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    /// Objectives that were practised and that the guide asks, most urgent first.
    pub cards: Vec<Card>,
    /// One question for each card that is due today.
    pub due: Vec<QuestionNumber>,
    /// Cards that come due on each of [`FORECAST_DAYS`]; see [`forecast`].
    pub forecast: Vec<u32>,
    /// What to do until the exam; none without its day, or after it.
    pub plan: Option<Plan>,
    /// How often the learner was right, by how sure; see [`calibration`].
    pub calibration: Vec<Calibration>,
}

/// The schedule of a learner, from a history as it is stored.
pub fn schedule(input: &StudyInput) -> Schedule {
    let (history, _) = read_exposures(&input.history);
    schedule_of(input, &history)
}

/// The schedule of a learner, from a history that was read already; that of `input` is not looked at.
pub fn schedule_of(input: &StudyInput, history: &Exposures) -> Schedule {
    let StudyInput { index, guide, offset, exam, .. } = input;
    let today = Date::at(UnixMillis(input.now), *offset).days();
    let askable = Askable::of(index, *guide, history);
    let practice = Practice::of(index, history, *offset);
    let mut cards = practice.cards(today, *exam);
    cards.retain(|card| askable.question(card.objective).is_some());
    let due = askable.due(&cards, today);
    let forecast = forecast(&cards, today);
    let plan = exam.and_then(|exam| plan(&practice, &askable, due.len(), today, exam));
    Schedule { cards, due, forecast, plan, calibration: practice.calibration() }
}

/// The cards of a learner, most urgent first: those due by rising recall, then the others by their day.
///
/// `today` is in days since 1970, and `offset` says how far local time is ahead of UTC.
pub fn cards(
    index: &BankIndex,
    history: &Exposures,
    today: i64,
    offset: Minutes,
    exam: Option<Date>,
) -> Vec<Card> {
    Practice::of(index, history, offset).cards(today, exam)
}

/// How many cards come due on each of [`FORECAST_DAYS`], from `today` on; those overdue stand on the first.
pub fn forecast(cards: &[Card], today: i64) -> Vec<u32> {
    let mut days = vec![0; FORECAST_DAYS];
    for card in cards {
        let ahead = usize::try_from(card.due.saturating_sub(today).max(0)).ok();
        if let Some(day) = ahead.and_then(|ahead| days.get_mut(ahead)) {
            *day += 1;
        }
    }
    days
}

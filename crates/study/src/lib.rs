//! What a learner's history says: when to practise what again ([`schedule`]), and how likely the exam is passed
//! ([`readiness`]). Pure functions of a history and a day; `crates/tools` runs them in a worker.

pub mod readiness;
pub mod schedule;

use invigil_engine::store::history::read_exposures;
use invigil_engine::study::{Study, StudyInput};
use schedule::{Schedule, schedule_of};

/// All that a history says on a day.
pub fn study(input: &StudyInput) -> Study {
    let (history, _) = read_exposures(&input.history);
    let Schedule { cards, due, forecast, plan, calibration } = schedule_of(input, &history);
    let readiness = readiness::readiness(&input.index, input.guide, &history);
    Study { readiness, cards, due, forecast, plan, calibration }
}

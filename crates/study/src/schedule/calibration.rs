//! How sure a learner was, and how often right.

use invigil_engine::exposure::{Exposures, FirstAnswer};
use invigil_engine::review::Review;
use invigil_engine::sitting::Confidence;
use invigil_engine::study::Calibration;

/// Answers and right ones by confidence.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    guess: Calibration,
    fairly: Calibration,
    certain: Calibration,
}

impl Tally {
    pub(super) fn add(&mut self, review: &Review) {
        let group = match review.confidence {
            Some(Confidence::Guess) => &mut self.guess,
            Some(Confidence::Fairly) => &mut self.fairly,
            Some(Confidence::Certain) => &mut self.certain,
            None => return,
        };
        if review.answer != FirstAnswer::None {
            group.asked += 1;
            group.right += u32::from(review.answer == FirstAnswer::Right);
        }
    }

    /// As [`calibration`] gives them.
    pub(super) fn groups(&self) -> Vec<Calibration> {
        vec![self.guess.clone(), self.fairly.clone(), self.certain.clone()]
    }
}

/// Answers and right ones by confidence: guess, fairly sure, certain.
///
/// Every answer of the log counts whose confidence was told, also to questions that the bank no longer has.
pub fn calibration(history: &Exposures) -> Vec<Calibration> {
    let mut tally = Tally::default();
    for review in history.reviews.reviews() {
        tally.add(&review);
    }
    tally.groups()
}

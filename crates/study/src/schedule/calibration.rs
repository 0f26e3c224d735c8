//! How sure a learner was, and how often right.

use invigil_engine::exposure::{Exposures, FirstAnswer};
use invigil_engine::sitting::Confidence;
use invigil_engine::study::Calibration;

/// Answers and right ones by confidence: guess, fairly sure, certain.
///
/// Every answer of the log counts whose confidence was told, also to questions that the bank no longer has.
pub fn calibration(history: &Exposures) -> Vec<Calibration> {
    let [mut guess, mut fairly, mut certain] = [(); 3].map(|()| Calibration::default());
    for review in history.reviews.reviews().filter(|review| review.answer != FirstAnswer::None) {
        let group = match review.confidence {
            None => continue,
            Some(Confidence::Guess) => &mut guess,
            Some(Confidence::Fairly) => &mut fairly,
            Some(Confidence::Certain) => &mut certain,
        };
        group.asked += 1;
        group.right += u32::from(review.answer == FirstAnswer::Right);
    }
    vec![guess, fairly, certain]
}

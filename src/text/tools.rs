//! The words of the candidate's tools.

use super::{CONFIDENCE_CERTAIN, CONFIDENCE_FAIRLY, CONFIDENCE_GUESS};
use invigil_engine::sitting::Confidence;

/// How sure one is.
pub(crate) fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Guess => CONFIDENCE_GUESS,
        Confidence::Fairly => CONFIDENCE_FAIRLY,
        Confidence::Certain => CONFIDENCE_CERTAIN,
    }
}

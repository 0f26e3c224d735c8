//! What an answer is worth to the memory arithmetic: a multiple-choice answer as one of four grades of FSRS.

use invigil_engine::sitting::Confidence;

/// How well something was recalled.
///
/// A wrong answer is always [`Grade::Again`]: `Hard` is a pass in FSRS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Not recalled.
    Again,
    /// Recalled with difficulty.
    Hard,
    /// Recalled.
    Good,
    /// Recalled without effort.
    Easy,
}

impl Grade {
    /// The rating of FSRS, from 1 to 4.
    pub fn rating(self) -> u32 {
        match self {
            Self::Again => 1,
            Self::Hard => 2,
            Self::Good => 3,
            Self::Easy => 4,
        }
    }
}

/// Circumstances of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sight {
    /// Whole days since the last review of the same card; none at its first.
    pub days_since: Option<i64>,
    /// Whether it took less time than the median of the learner's earlier right answers.
    pub quick: bool,
}

/// The least days since the last review after which an answer can be [`Grade::Easy`].
const EASY_AFTER: i64 = 2;

/// The grade of an answer.
///
/// "First" is the first review of the card: its questions change, since an unseen one is asked first, and what is
/// scheduled is the objective. Time alone never lowers a grade; reading takes most of it.
///
/// Source: the author of FSRS maps right to Good and wrong to Again (`free-spaced-repetition-scheduler`, issue 42); what
/// confidence adds is our own table.
pub fn grade(right: bool, confidence: Option<Confidence>, sight: Sight) -> Grade {
    if !right {
        return Grade::Again;
    }
    match (confidence, sight.days_since) {
        (Some(Confidence::Guess), None) => Grade::Again,
        (Some(Confidence::Guess), Some(_)) | (Some(Confidence::Fairly), None) => Grade::Hard,
        (Some(Confidence::Certain), Some(days)) if sight.quick && days >= EASY_AFTER => Grade::Easy,
        _ => Grade::Good,
    }
}

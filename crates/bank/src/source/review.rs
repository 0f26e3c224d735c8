//! The records of review: `review/<day>-<kind>.jsonl`, one line an answer, kept for ever.

use serde::{Deserialize, Serialize};

/// A line of a `blind` round: what a reader chose who had not seen the key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlindAnswer {
    /// The question's number.
    pub number: u32,
    /// Its revision at the time.
    pub revision: u16,
    /// The letters chosen, as the sources have them.
    pub chosen: Vec<String>,
    /// How sure the reader was.
    pub sure: String,
    /// Why the reader chose so.
    pub why: String,
    /// What the reader looked up; null where nothing was.
    pub checked: Option<String>,
}

/// A line of an `options-only` round: what a guesser chose who saw the options and no stem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuessedAnswer {
    /// The question's number.
    pub number: u32,
    /// Its revision at the time.
    pub revision: u16,
    /// The letters chosen, as the sources have them.
    pub chosen: Vec<String>,
}

/// A line of an `adversary` round: a case that another option is right, or that the key is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attack {
    /// The question's number.
    pub number: u32,
    /// Its revision at the time.
    pub revision: u16,
    /// The option that the case is made for, or against.
    pub option: String,
    /// The case.
    pub case: String,
    /// What became of the question.
    pub verdict: AttackVerdict,
    /// Why.
    pub note: String,
}

/// What became of a question under attack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AttackVerdict {
    /// It stands as it is.
    Stands,
    /// It was mended.
    Mended,
    /// It was dropped.
    Dropped,
}

/// A `planted` round: faults put into copies of questions, to learn how many a review finds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Planted {
    /// How many faults were planted.
    pub planted: u32,
    /// How many of them were found.
    pub found: u32,
    /// What was planted, and what was said of it.
    pub attempts: Vec<serde_json::Value>,
}

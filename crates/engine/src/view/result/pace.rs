//! How an attempt was sat: its pace beside an even one, and the answers that were changed.

use crate::conduct::{Change, Pace, pace};
use crate::sitting::Sitting;
use crate::time::DurationMs;

/// The pace of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaceView {
    /// It.
    pub pace: Pace,
    /// How many questions the paper has.
    pub questions: u32,
    /// A few points of it: after so many questions, the time that had passed and that an even pace would have taken.
    pub marks: Vec<Mark>,
}

/// A point of a pace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Questions that were behind.
    pub questions: u32,
    /// Exam time that had passed.
    pub passed: DurationMs,
    /// What an even pace would have taken.
    pub even: DurationMs,
}

/// How many answers were changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChangesView {
    /// From a wrong answer to the right one.
    pub gained: u32,
    /// From the right answer to a wrong one.
    pub lost: u32,
    /// From a wrong answer to another.
    pub neither: u32,
}

impl ChangesView {
    /// How many were changed at all.
    pub fn all(self) -> u32 {
        self.gained + self.lost + self.neither
    }

    pub(super) fn of(changes: &[Option<Change>]) -> Self {
        changes.iter().flatten().fold(Self::default(), |mut counts, change| {
            match change {
                Change::Gained => counts.gained += 1,
                Change::Lost => counts.lost += 1,
                Change::Neither => counts.neither += 1,
            }
            counts
        })
    }
}

pub(super) fn view(sitting: &Sitting) -> PaceView {
    let questions = u32::try_from(sitting.form.len()).unwrap_or(u32::MAX);
    let pace = pace(sitting);
    let mut marks: Vec<Mark> = (1..=4_u32)
        .filter_map(|quarter| {
            let questions = (questions * quarter).div_ceil(4);
            let passed = *pace.passed.get(usize::try_from(questions).ok()?.checked_sub(1)?)?;
            Some(Mark { questions, passed, even: DurationMs(pace.even.0 * i64::from(questions)) })
        })
        .collect();
    marks.dedup();
    PaceView { pace, questions, marks }
}

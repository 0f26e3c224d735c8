//! How an exam was sat, read from its log: the pace, and the answers that were changed.

use crate::grade::is_right;
use crate::ids::{OptionSet, Position};
use crate::sitting::{Act, Sitting};
use crate::time::DurationMs;

/// How the time went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Exam time that had passed when so many questions were behind: the first one, the first two and so on, in the
    /// order in which they were opened.
    pub passed: Vec<DurationMs>,
    /// An even share of the time for one question: of the limit, or of the exam's own pace where there was none.
    pub even: DurationMs,
    /// How many questions were met, or not met at all, after time had got short; none without a limit.
    pub late: Option<u32>,
}

/// How an answer was changed: its first whole answer beside the one that was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// From a wrong one to the key.
    Gained,
    /// From the key to a wrong one.
    Lost,
    /// From a wrong one to another.
    Neither,
}

/// The pace of an exam.
///
/// A question is behind when the candidate first goes on from it; who goes back spends that time on the way to the next
/// new question. Time has got short when less than half of an even share is left for each question that was not opened
/// yet: one that is opened then, and each one after it, came late.
pub fn pace(sitting: &Sitting) -> Pace {
    let form = &sitting.form;
    let count = u32::try_from(form.len()).unwrap_or(u32::MAX).max(1);
    let limit = sitting.limit.map(|minutes| minutes.duration().0);
    let time = limit.unwrap_or_else(|| form.guide.minutes_for(count).duration().0);
    let mut fold = Fold { count: i64::from(count), limit, ..Fold::default() };
    for entry in sitting.log() {
        fold.last = fold.last.max(entry.at.0);
        match &entry.act {
            Act::Visited(position) if form.item(*position).is_some() => fold.opened(*position),
            Act::Submitted => break,
            Act::Expired => {
                fold.note_late();
                break;
            }
            _ => {}
        }
    }
    fold.leave();
    Pace {
        passed: fold.passed.into_iter().map(DurationMs).collect(),
        even: DurationMs(time / i64::from(count)),
        late: limit.map(|_| u32::try_from(fold.late.unwrap_or(0)).unwrap_or(0)),
    }
}

#[derive(Default)]
struct Fold {
    count: i64,
    limit: Option<i64>,
    /// Exam time of the act at hand.
    last: i64,
    met: Vec<Position>,
    passed: Vec<i64>,
    late: Option<i64>,
}

impl Fold {
    fn opened(&mut self, position: Position) {
        if self.met.last() != Some(&position) {
            self.leave();
        }
        if !self.met.contains(&position) {
            self.note_late();
            self.met.push(position);
        }
    }

    /// The newest question is behind, if it was not before.
    fn leave(&mut self) {
        if self.passed.len() < self.met.len() {
            self.passed.push(self.last);
        }
    }

    /// Whether time is short for those that were not opened yet.
    fn note_late(&mut self) {
        let Some(limit) = self.limit else { return };
        let unmet = self.count - i64::try_from(self.met.len()).unwrap_or(0);
        let left = limit.saturating_sub(self.last).max(0);
        if unmet > 0 && self.late.is_none() && left.saturating_mul(self.count * 2) < limit * unmet {
            self.late = Some(unmet);
        }
    }
}

/// How the answer to each question was changed, in the order of the paper; none where it was not.
///
/// Answers with too few options are on the way to one and count for nothing until the end; an answer that came back to
/// the first one was not changed.
///
/// Source: what is counted is what studies of answer changing count, first against last (L. T. Benjamin et al., "Staying
/// with initial answers on objective tests", Teaching of Psychology 11, 1984).
pub fn changes(sitting: &Sitting) -> Vec<Option<Change>> {
    let mut first: Vec<Option<OptionSet>> = vec![None; sitting.form.len()];
    for entry in sitting.log() {
        match &entry.act {
            Act::Answered(position, chosen) => {
                let whole = sitting.wanted_by(&entry.act) == Some(chosen.len());
                if let Some(first) = first.get_mut(position.index()).filter(|_| whole) {
                    first.get_or_insert(*chosen);
                }
            }
            Act::Submitted | Act::Expired => break,
            _ => {}
        }
    }
    let change = |(position, first): (Position, Option<OptionSet>)| {
        let first = first.filter(|first| *first != sitting.answer(position))?;
        let key = sitting.form.item(position)?.question.key();
        Some(match (first == key, is_right(sitting, position)) {
            (_, true) => Change::Gained,
            (true, false) => Change::Lost,
            (false, false) => Change::Neither,
        })
    };
    sitting.positions().zip(first).map(change).collect()
}

//! Two attempts side by side.

use super::super::ResultRow;
use super::pace::ChangesView;
use super::{FEW, today};
use crate::app::{Model, Shown};
use crate::conduct::{changes, pace};
use crate::grade::{Band, Score, grade, is_right};
use crate::ids::{QuestionNumber, SittingId};
use crate::interval::{Difference, difference};
use crate::sitting::{Ending, Sitting};
use crate::time::{DurationMs, Minutes, UnixMillis};

/// Two attempts, and the results that may be chosen in place of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareView {
    /// The attempts of the address.
    pub ids: [SittingId; 2],
    /// All results, newest first.
    pub choices: Vec<ResultRow>,
    /// What there is to say.
    pub found: Found,
}

/// How far the two attempts are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Not read yet.
    Waiting,
    /// One of them is not on this device.
    Gone,
    /// Here.
    Both(Box<Comparison>),
}

/// What two attempts say beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// They.
    pub sides: [Side; 2],
    /// How far the second share of right answers lies above the first; none where one is of few questions.
    pub difference: Option<Difference>,
    /// Domains by their titles, each with the score that it has in each; none where it was not asked.
    pub domains: Vec<(String, [Option<Score>; 2])>,
    /// The questions that both had.
    pub shared: Vec<Shared>,
}

/// One of two attempts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// It.
    pub id: SittingId,
    /// The guide's title.
    pub guide: String,
    /// When it began.
    pub started: UnixMillis,
    /// The score of the questions that count.
    pub scored: Score,
    /// The band on the exam's scale; none of few questions.
    pub band: Option<Band>,
    /// Exam time used.
    pub used: DurationMs,
    /// Time allowed.
    pub limit: Option<Minutes>,
    /// Exam time used for a question, on the average of those that were opened.
    pub each: DurationMs,
    /// How many questions came after time had got short; none without a limit.
    pub late: Option<u32>,
    /// How many answers were changed.
    pub changes: ChangesView,
}

/// A question that both attempts had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Its number.
    pub number: QuestionNumber,
    /// Its topic.
    pub topic: String,
    /// Whether it was answered right, in each.
    pub right: [bool; 2],
}

impl Comparison {
    /// How many of the questions that both had went so in the first and in the second.
    pub fn shared_as(&self, right: [bool; 2]) -> usize {
        self.shared.iter().filter(|shared| shared.right == right).count()
    }
}

pub(in super::super) fn compare(model: &Model, ids: [&SittingId; 2], choices: Vec<ResultRow>) -> CompareView {
    let found = match &model.pair {
        [Shown::Gone(_), _] | [_, Shown::Gone(_)] => Found::Gone,
        // An assignment has no score here.
        [Shown::Attempt(first), Shown::Attempt(second)]
            if first.form.awaits_its_key() || second.form.awaits_its_key() =>
        {
            Found::Gone
        }
        [Shown::Attempt(first), Shown::Attempt(second)] => {
            let now =
                [first, second].map(|sat| today(sat, model).map_or_else(|| (**sat).clone(), |(now, _)| now));
            Found::Both(Box::new(comparison(&now)))
        }
        _ => Found::Waiting,
    };
    CompareView { ids: ids.map(Clone::clone), choices, found }
}

/// What two attempts say beside each other.
pub(in super::super) fn comparison(pair: &[Sitting; 2]) -> Comparison {
    let [first, second] = pair;
    let sides = [side(first), side(second)];
    let [before, after] = [&sides[0], &sides[1]].map(|side| side.scored);
    let tells = before.total >= FEW && after.total >= FEW;
    Comparison {
        difference: tells.then(|| difference(before, after)).flatten(),
        domains: domains(pair),
        shared: shared(first, second),
        sides,
    }
}

fn side(sitting: &Sitting) -> Side {
    let grade = grade(sitting);
    let (_, used) = sitting.ended().unwrap_or((Ending::Submitted, sitting.last_act()));
    let pace = pace(sitting);
    let opened = i64::try_from(pace.passed.len()).unwrap_or(i64::MAX);
    Side {
        id: sitting.id.clone(),
        guide: sitting.form.guide.title.clone(),
        started: sitting.started,
        scored: grade.scored,
        band: (grade.scored.total >= crate::grade::SHORT && !sitting.form.is_own()).then_some(grade.band),
        used,
        limit: sitting.limit,
        each: DurationMs(used.0.checked_div(opened).unwrap_or(0)),
        late: pace.late,
        changes: ChangesView::of(&changes(sitting)),
    }
}

/// Domains of both guides that have the same title stand in one line.
fn domains(pair: &[Sitting; 2]) -> Vec<(String, [Option<Score>; 2])> {
    let mut lines: Vec<(String, [Option<Score>; 2])> = Vec::new();
    for (place, sitting) in pair.iter().enumerate() {
        for (domain, score) in sitting.form.guide.domains.iter().zip(grade(sitting).domains) {
            if score.total == 0 {
                continue;
            }
            let at = lines.iter().position(|(title, _)| *title == domain.title).unwrap_or_else(|| {
                lines.push((domain.title.clone(), [None, None]));
                lines.len() - 1
            });
            if let Some(cell) = lines.get_mut(at).and_then(|(_, scores)| scores.get_mut(place)) {
                *cell = Some(score);
            }
        }
    }
    lines
}

/// In the order of the second paper. Numbers mean the same question in one bank alone, and in one paper of somebody's own.
fn shared(first: &Sitting, second: &Sitting) -> Vec<Shared> {
    let (one, other) = (&first.form, &second.form);
    if one.bank != other.bank || (one.is_own() && one.fingerprint != other.fingerprint) {
        return Vec::new();
    }
    let in_first =
        |number| first.positions().zip(&first.form.items).find(|(_, item)| item.question.number == number);
    second
        .positions()
        .zip(&second.form.items)
        .filter_map(|(position, item)| {
            let number = item.question.number;
            let (before, _) = in_first(number)?;
            let right = [is_right(first, before), is_right(second, position)];
            Some(Shared { number, topic: item.topic.title.clone(), right })
        })
        .collect()
}

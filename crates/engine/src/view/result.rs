//! The result of an attempt.

use crate::app::Filter;
use crate::form::FormItem;
use crate::grade::{Grade, Score, grade, is_right};
use crate::ids::{OptionSet, Position, SittingId};
use crate::sitting::{Ending, Sitting};
use crate::time::{DurationMs, Minutes, UnixMillis};
use std::rc::Rc;

/// The result of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultView {
    /// The attempt.
    pub id: SittingId,
    /// The guide's title.
    pub guide: String,
    /// When it began.
    pub started: UnixMillis,
    /// Exam time used.
    pub used: DurationMs,
    /// Time allowed.
    pub limit: Option<Minutes>,
    /// Whether time ran out.
    pub expired: bool,
    /// The grade.
    pub grade: Grade,
    /// The pass mark on the exam's scale.
    pub pass: u32,
    /// The ends of the scale.
    pub scale: (u32, u32),
    /// The domains that had a question that counts.
    pub domains: Vec<DomainView>,
    /// How many questions did not count.
    pub unscored: u32,
    /// Which questions are shown.
    pub filter: Filter,
    /// How many questions there are, how many are wrong, and how many flagged.
    pub counts: [usize; 3],
    /// The questions shown, in order.
    pub items: Vec<ResultItem>,
}

/// A domain's score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainView {
    /// Its title.
    pub title: String,
    /// Its score.
    pub score: Score,
}

/// A question as it was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultItem {
    /// Its place.
    pub position: Position,
    /// It, its reasons, and the order in which its options were seen.
    pub item: Rc<FormItem>,
    /// The options chosen.
    pub chosen: OptionSet,
    /// Whether they are the key.
    pub right: bool,
    /// Whether it was flagged.
    pub flagged: bool,
    /// Exam time spent at it.
    pub spent: DurationMs,
    /// Whether its reasons are open, or were.
    pub open: bool,
}

/// Whether a question is among those of a filter.
fn admits(filter: Filter, item: &ResultItem) -> bool {
    match filter {
        Filter::All => true,
        Filter::Wrong => !item.right,
        Filter::Flagged => item.flagged,
    }
}

pub(super) fn result(sitting: &Sitting, filter: Filter, open: &[Position]) -> ResultView {
    let form = &sitting.form;
    let grade = grade(sitting);
    let (ending, used) = sitting.ended().unwrap_or((Ending::Submitted, sitting.last_act()));
    let domains = form.guide.domains.iter().zip(&grade.domains).filter(|(_, score)| score.total > 0);
    let items = sitting.positions().zip(&form.items).map(|(position, item)| ResultItem {
        position,
        item: Rc::clone(item),
        chosen: sitting.answer(position),
        right: is_right(sitting, position),
        flagged: sitting.is_flagged(position),
        spent: sitting.spent(position),
        open: open.contains(&position),
    });
    let mut items: Vec<ResultItem> = items.collect();
    let counts = [Filter::All, Filter::Wrong, Filter::Flagged]
        .map(|filter| items.iter().filter(|item| admits(filter, item)).count());
    items.retain(|item| admits(filter, item));
    ResultView {
        id: sitting.id.clone(),
        guide: form.guide.title.clone(),
        started: sitting.started,
        used,
        limit: sitting.limit,
        expired: ending == Ending::Expired,
        pass: form.guide.format.pass,
        scale: (form.guide.format.scale_low, form.guide.format.scale_high),
        domains: domains
            .map(|(domain, score)| DomainView { title: domain.title.clone(), score: *score })
            .collect(),
        unscored: grade.all.total - grade.scored.total,
        filter,
        counts,
        items,
        grade,
    }
}

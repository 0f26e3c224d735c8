//! The result of an attempt.

use crate::app::{Filter, Model};
use crate::form::FormItem;
use crate::grade::{Grade, Score, grade, is_right};
use crate::ids::{Fingerprint, OptionSet, Position, SittingId};
use crate::regrade::with_todays_keys;
use crate::rich_text::Href;
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
    /// Whether it may go on without a limit: time ran out while nobody was there, and no other exam runs.
    pub may_go_on: bool,
    /// The grade.
    pub grade: Grade,
    /// The pass mark on the exam's scale.
    pub pass: u32,
    /// The ends of the scale.
    pub scale: (u32, u32),
    /// The domains that had a question that counts.
    pub domains: Vec<DomainView>,
    /// The score of those that count by the keys of that day, when a key was corrected since.
    pub before: Option<Score>,
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
    /// The key until it was corrected, when it was since the exam.
    pub old_key: Option<OptionSet>,
    /// The learner's objection to it.
    pub objection: Option<ObjectionView>,
}

/// An objection that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectionView {
    /// When it was raised.
    pub at: UnixMillis,
    /// Why, as long as the page lives.
    pub reason: String,
    /// Where faults of the bank are reported; none when its authors named no place.
    pub issues: Option<Href>,
    /// The bank's content at the exam, shortened.
    pub fingerprint: String,
}

/// Whether a question is among those of a filter.
fn admits(filter: Filter, item: &ResultItem) -> bool {
    match filter {
        Filter::All => true,
        Filter::Wrong => !item.right,
        Filter::Flagged => item.flagged,
    }
}

fn objection(model: &Model, item: &FormItem, fingerprint: Fingerprint) -> Option<ObjectionView> {
    let number = item.question.number;
    let standing = model.exposures.objections.against(number)?;
    let given = model.reasons_given.iter().find(|(known, _)| *known == number);
    Some(ObjectionView {
        at: standing.at,
        reason: given.map(|(_, reason)| reason.clone()).unwrap_or_default(),
        issues: model.bank.index.as_ref().and_then(|index| index.issues.clone()),
        fingerprint: fingerprint.short(),
    })
}

pub(super) fn result(sat: &Sitting, model: &Model) -> ResultView {
    let (filter, open) = (model.filter, &model.reasons_open);
    let again = model.bank.whole().and_then(|bank| with_todays_keys(sat, bank));
    let (sitting, corrected) = again.as_ref().map_or((sat, [].as_slice()), |(now, places)| (now, places));
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
        old_key: sat
            .form
            .item(position)
            .filter(|_| corrected.contains(&position))
            .map(|old| old.question.key()),
        objection: objection(model, item, form.fingerprint),
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
        may_go_on: sat.ran_out_unattended() && !model.is_at_work(),
        pass: form.guide.format.pass,
        scale: (form.guide.format.scale_low, form.guide.format.scale_high),
        domains: domains
            .map(|(domain, score)| DomainView { title: domain.title.clone(), score: *score })
            .collect(),
        before: (!corrected.is_empty()).then(|| crate::grade::grade(sat).scored),
        unscored: grade.all.total - grade.scored.total,
        filter,
        counts,
        items,
        grade,
    }
}

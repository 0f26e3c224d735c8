//! The result of an attempt.

mod compare;
mod next;
mod pace;

pub use compare::{CompareView, Comparison, Found, Shared, Side};
pub(super) use compare::{compare, comparison};
pub use next::NextView;
pub use pace::{ChangesView, Mark, PaceView};

use super::sharing::SendView;
use crate::app::{Filter, Model, studying};
use crate::bank::Blueprint;
use crate::conduct::{Change, changes};
use crate::form::{Form, FormItem};
use crate::grade::{Grade, SHORT, Score, grade, is_right};
use crate::ids::{Fingerprint, OptionSet, Position, QuestionNumber, SittingId};
use crate::interval::{Interval, wilson};
use crate::regrade::with_todays_keys;
use crate::rich_text::Href;
use crate::route::Route;
use crate::sitting::{Confidence, Ending, Sitting};
use crate::store::v1::ResultV1;
use crate::time::{DurationMs, Minutes, UnixMillis};
use std::rc::Rc;

/// Below this many questions nothing is said of a domain but its score: even where half of them are right, the
/// interval spans more than 57 points of a hundred.
const FEW: u32 = 8;

/// All filters, in the order in which they are offered.
const FILTERS: [Filter; 6] =
    [Filter::All, Filter::Wrong, Filter::Flagged, Filter::Unscored, Filter::Changed, Filter::Noted];

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
    /// Whether the paper is too short for a band.
    pub short: bool,
    /// What to do next, once the bank is there; none when nothing was missed.
    pub next: Option<NextView>,
    /// The pass mark on the exam's scale.
    pub pass: u32,
    /// The ends of the scale.
    pub scale: (u32, u32),
    /// The domains that had a question that counts.
    pub domains: Vec<DomainView>,
    /// The score of those that count by the keys of that day, when a key was corrected since.
    pub before: Option<Score>,
    /// The score of those that do not count.
    pub unscored: Score,
    /// How the time went.
    pub pace: PaceView,
    /// How many answers were changed.
    pub changes: ChangesView,
    /// How many answers were given so surely, and how many of them are right; only where it was told.
    pub confidence: Vec<(Confidence, Score)>,
    /// The attempt before this one of the same guide.
    pub earlier: Option<SittingId>,
    /// Whether a link names its paper.
    pub sharing: Sharing,
    /// How it is sent to somebody.
    pub send: SendView,
    /// Which questions are shown.
    pub filter: Filter,
    /// The domain that they are of; none for all.
    pub domain: Option<u8>,
    /// The filters, and how many questions of that domain each shows.
    pub filters: Vec<(Filter, usize)>,
    /// The questions shown, in order.
    pub items: Vec<ResultItem>,
}

/// How a paper is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// By its link.
    ByLink,
    /// By the code of somebody's own paper: of the bank's questions none is on it.
    OwnPaper,
    /// It is somebody else's result.
    Theirs,
    /// Not: it was a mock of sealed questions, which nothing else may give away.
    Sealed,
}

/// A domain's score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainView {
    /// Its place in the guide.
    pub place: u8,
    /// Its title.
    pub title: String,
    /// Its score.
    pub score: Score,
    /// What that says; none of too few questions.
    pub verdict: Option<Verdict>,
}

/// What a domain's score says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whether the share of right answers is at least the middle one of the guide's plausible cuts.
    pub meets: bool,
    /// Where the true share may lie.
    pub interval: Interval,
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
    /// How its answer was changed; none when it was not.
    pub changed: Option<Change>,
    /// The learner's note; may be empty.
    pub note: Rc<str>,
    /// How sure the learner was, where told.
    pub confidence: Option<Confidence>,
    /// Exam time spent at it.
    pub spent: DurationMs,
    /// Whether it is to be found again.
    pub bookmark: Bookmark,
    /// Whether its reasons are open, or were.
    pub open: bool,
    /// The key until it was corrected, when it was since the exam.
    pub old_key: Option<OptionSet>,
    /// Where the study guide teaches it.
    pub taught: Option<Route>,
    /// The learner's objection to it.
    pub objection: Option<ObjectionView>,
}

/// Whether a question is to be found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bookmark {
    /// It is.
    Set,
    /// It is not.
    NotSet,
}

impl Bookmark {
    pub(in crate::view) fn of(model: &Model, number: QuestionNumber) -> Self {
        if model.exposures.bookmarks.against(number).is_some() { Self::Set } else { Self::NotSet }
    }
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
        Filter::Unscored => !item.item.scored,
        Filter::Changed => item.changed.is_some(),
        Filter::Noted => !item.note.is_empty(),
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

/// What a score says of a domain, with the guide's pass mark; none of too few questions.
///
/// The real report has the same two words. The mark is the middle one of the plausible raw cuts, since the true one is
/// not published; the interval says how much the words may be worth.
fn verdict(score: Score, guide: &Blueprint) -> Option<Verdict> {
    let cuts = &guide.format.raw_cuts;
    let cut = *cuts.get(cuts.len() / 2)?;
    let interval = wilson(score).filter(|_| score.total >= FEW)?;
    Some(Verdict { meets: score.right * 100 >= cut * score.total, interval })
}

/// The attempt by today's keys, and the places of those that were corrected; none when no key was.
fn today(sat: &Sitting, model: &Model) -> Option<(Sitting, Vec<Position>)> {
    model.bank.whole().and_then(|bank| with_todays_keys(sat, bank))
}

pub(super) fn result(sat: &Sitting, model: &Model) -> ResultView {
    let again = today(sat, model);
    let (sitting, corrected) = again.as_ref().map_or((sat, [].as_slice()), |(now, places)| (now, places));
    let form = &sitting.form;
    let grade = grade(sitting);
    let (ending, used) = sitting.ended().unwrap_or((Ending::Submitted, sitting.last_act()));
    let changes = changes(sitting);
    let (filters, items) = chosen_items(model, items(sat, sitting, corrected, &changes, model));
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
        short: grade.scored.total < SHORT || form.is_own(),
        next: next::next(sitting, model),
        domains: domains(&form.guide, &grade),
        before: (!corrected.is_empty()).then(|| crate::grade::grade(sat).scored),
        unscored: grade.unscored(),
        pace: pace::view(sitting),
        changes: ChangesView::of(&changes),
        confidence: confidence(sitting),
        earlier: earlier(model, sitting),
        sharing: sharing(model, form),
        send: super::sharing::send(model, sat),
        filter: model.filter,
        domain: model.domain,
        filters,
        items,
        grade,
    }
}

fn sharing(model: &Model, form: &Form) -> Sharing {
    if form.is_own() {
        Sharing::OwnPaper
    } else if studying::is_sealed(model, form) {
        Sharing::Sealed
    } else {
        Sharing::ByLink
    }
}

/// The domains that had a question that counts.
fn domains(guide: &Blueprint, grade: &Grade) -> Vec<DomainView> {
    let all = (0..=u8::MAX).zip(guide.domains.iter().zip(&grade.domains));
    all.filter(|(_, (_, score))| score.total > 0)
        .map(|(place, (domain, score))| DomainView {
            place,
            title: domain.title.clone(),
            score: *score,
            verdict: verdict(*score, guide),
        })
        .collect()
}

/// How sure the learner was beside how right.
fn confidence(sitting: &Sitting) -> Vec<(Confidence, Score)> {
    let told = |sure: Confidence| {
        let so = sitting.positions().filter(|position| sitting.confidence(*position) == Some(sure));
        let score = so.fold(Score::default(), |score, position| Score {
            right: score.right + u32::from(is_right(sitting, position)),
            total: score.total + 1,
        });
        (score.total > 0).then_some((sure, score))
    };
    Confidence::ALL.into_iter().filter_map(told).collect()
}

/// The newest attempt of the same guide that ended before this one.
fn earlier(model: &Model, sitting: &Sitting) -> Option<SittingId> {
    // Papers of one's own have one guide, and nothing else in common.
    if sitting.form.is_own() {
        return None;
    }
    let before = |result: &&ResultV1| result.guide == sitting.form.guide.id && result.id < sitting.id;
    model.results.iter().filter(before).map(|result| &result.id).max().cloned()
}

/// The filters with their counts in the chosen domain, and the questions that are to be shown.
fn chosen_items(model: &Model, mut items: Vec<ResultItem>) -> (Vec<(Filter, usize)>, Vec<ResultItem>) {
    items.retain(|item| model.domain.is_none_or(|domain| item.item.domain == Some(domain)));
    let count = |filter| items.iter().filter(|item| admits(filter, item)).count();
    let filters = FILTERS.map(|filter| (filter, count(filter))).to_vec();
    items.retain(|item| admits(model.filter, item));
    (filters, items)
}

/// All questions as they were answered.
fn items(
    sat: &Sitting,
    sitting: &Sitting,
    corrected: &[Position],
    changes: &[Option<Change>],
    model: &Model,
) -> Vec<ResultItem> {
    let form = &sitting.form;
    let old = |position| sat.form.item(position).filter(|_| corrected.contains(&position));
    let items = sitting.positions().zip(form.items.iter().zip(changes));
    items
        .map(|(position, (item, change))| ResultItem {
            position,
            item: Rc::clone(item),
            chosen: sitting.answer(position),
            right: is_right(sitting, position),
            flagged: sitting.is_flagged(position),
            changed: *change,
            note: sitting.note(position),
            confidence: sitting.confidence(position),
            spent: sitting.spent(position),
            bookmark: Bookmark::of(model, item.question.number),
            open: model.reasons_open.contains(&position),
            old_key: old(position).map(|old| old.question.key()),
            taught: (model.has_notes() && !form.is_own())
                .then(|| Route::Notes(format!("question/{}", item.question.number.0))),
            objection: if form.is_own() { None } else { objection(model, item, form.fingerprint) },
        })
        .collect()
}

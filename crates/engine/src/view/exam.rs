//! The pages of a running sitting.

use super::{Bookmark, ResultItem};
use crate::app::{AtWork, Fold, Kept, Model};
use crate::form::FormItem;
use crate::grade::is_right;
use crate::ids::{OptionSet, Position};
use crate::keys::KeyMap;
use crate::look::{Look, Switch};
use crate::sitting::{ExamClock, Marks, Sitting};
use crate::store::v1::Theme;
use crate::time::{DurationMs, Millis};
use std::rc::Rc;

/// A question of the running sitting, with what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SittingView {
    /// The question.
    pub question: Rc<QuestionView>,
    /// All questions, in order.
    pub cells: Rc<Vec<CellView>>,
    /// The clock; none without a limit.
    pub clock: Option<ClockView>,
    /// What the answer is worth and why, once it was checked.
    pub verdict: Option<Rc<ResultItem>>,
    /// Whether answers can be checked one by one.
    pub reveals: bool,
    /// Where the answers are kept.
    pub kept: Kept,
    /// Whether another tab owns the exam, and this one only shows it.
    pub elsewhere: bool,
    /// How pages look, while the choices of it are open.
    pub look: Option<(Theme, Look)>,
    /// The keys; none when they are turned off.
    pub keys: Option<KeyMap>,
    /// How the candidate's tools stand.
    pub tools: ToolsView,
}

/// How the candidate's tools stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ToolsView {
    /// Whether they are open.
    pub open: bool,
    /// Whether a click on a sentence highlights it.
    pub highlighting: bool,
    /// Whether no more notes are taken.
    pub notes_full: bool,
}

/// A break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PausedView {
    /// Questions with all their options chosen.
    pub answered: u32,
    /// Of how many.
    pub of: u32,
    /// Exam time so far.
    pub used: DurationMs,
    /// Whether another tab owns the exam, and this one only shows it.
    pub elsewhere: bool,
}

/// A question as it is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionView {
    /// Its place.
    pub position: Position,
    /// Of how many.
    pub of: u32,
    /// It, and the order of its options.
    pub item: Rc<FormItem>,
    /// The options chosen.
    pub chosen: OptionSet,
    /// How many are to be chosen.
    pub wanted: u32,
    /// Whether it is flagged.
    pub flagged: bool,
    /// What the candidate marked at it.
    pub marks: Marks,
}

/// A question in the navigator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellView {
    /// Its place.
    pub position: Position,
    /// How far it is.
    pub progress: Progress,
    /// Whether it is flagged.
    pub flagged: bool,
    /// Whether it is the one shown.
    pub current: bool,
}

/// How far a question is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Never opened.
    New,
    /// Opened, with nothing chosen.
    Opened,
    /// Some options chosen, but too few.
    Half,
    /// All its options chosen.
    Answered,
}

/// What the clock shows, made so that it need not be told each second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockView {
    /// The reading of the monotonic clock at which time is over.
    pub deadline: Millis,
    /// Time allowed.
    pub limit: DurationMs,
    /// Whether it is shown on demand only.
    pub hidden: bool,
}

/// The review before handing in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewView {
    /// All questions, in order.
    pub cells: Rc<Vec<CellView>>,
    /// Questions with all their options chosen.
    pub answered: u32,
    /// Questions with too few options chosen.
    pub half: u32,
    /// Questions with no option chosen.
    pub unanswered: u32,
    /// Flagged questions.
    pub flagged: u32,
    /// The clock.
    pub clock: Option<ClockView>,
    /// Whether another tab owns the exam, and this one only shows it.
    pub elsewhere: bool,
}

/// The current question; none only of a form without questions, which no record can hold.
pub(super) fn sitting(at_work: &AtWork, model: &Model) -> Option<SittingView> {
    let AtWork { sitting, clock, .. } = at_work;
    Some(SittingView {
        question: Rc::new(question(sitting)?),
        cells: Rc::new(cells(sitting)),
        clock: clock_view(sitting, clock, model),
        verdict: sitting.is_revealed(sitting.current()).then(|| verdict(sitting)).flatten().map(Rc::new),
        reveals: sitting.reveals,
        kept: model.kept(),
        elsewhere: at_work.is_elsewhere(),
        look: (model.look_fold == Fold::Open).then_some((model.settings.theme, model.settings.look)),
        keys: (!model.settings.keys_off).then(|| model.settings.key_map()),
        tools: ToolsView {
            open: model.tools.open,
            highlighting: model.tools.highlighting,
            notes_full: !sitting.has_room_for_notes(),
        },
    })
}

/// The current question as its answer was checked.
fn verdict(sitting: &Sitting) -> Option<ResultItem> {
    let position = sitting.current();
    let item = Rc::clone(sitting.form.item(position)?);
    Some(ResultItem {
        // To read on means to leave the exam, so the way there is on the result page.
        taught: None,
        position,
        item,
        chosen: sitting.answer(position),
        right: is_right(sitting, position),
        flagged: sitting.is_flagged(position),
        changed: None,
        note: sitting.note(position),
        confidence: sitting.confidence(position),
        spent: sitting.spent(position),
        bookmark: Bookmark::NotSet,
        open: true,
        old_key: None,
        objection: None,
    })
}

pub(super) fn paused(sitting: &Sitting, elsewhere: bool) -> PausedView {
    let answered = sitting.positions().filter(|position| sitting.is_complete(*position)).count();
    PausedView {
        answered: u32::try_from(answered).unwrap_or(u32::MAX),
        of: u32::try_from(sitting.form.len()).unwrap_or(u32::MAX),
        used: sitting.last_act(),
        elsewhere,
    }
}

fn question(sitting: &Sitting) -> Option<QuestionView> {
    let position = sitting.current();
    let item = Rc::clone(sitting.form.item(position)?);
    Some(QuestionView {
        position,
        of: u32::try_from(sitting.form.len()).unwrap_or(u32::MAX),
        wanted: item.question.wanted(),
        item,
        chosen: sitting.answer(position),
        flagged: sitting.is_flagged(position),
        marks: sitting.marks(position),
    })
}

fn cells(sitting: &Sitting) -> Vec<CellView> {
    let cell = |position| CellView {
        position,
        progress: progress(sitting, position),
        flagged: sitting.is_flagged(position),
        current: sitting.current() == position,
    };
    sitting.positions().map(cell).collect()
}

fn progress(sitting: &Sitting, position: Position) -> Progress {
    if sitting.is_complete(position) {
        Progress::Answered
    } else if sitting.is_half_answered(position) {
        Progress::Half
    } else if sitting.is_visited(position) {
        Progress::Opened
    } else {
        Progress::New
    }
}

fn clock_view(sitting: &Sitting, clock: &ExamClock, model: &Model) -> Option<ClockView> {
    let limit = sitting.limit?.duration();
    Some(ClockView {
        deadline: clock.deadline(limit),
        limit,
        hidden: model.settings.look.has(Switch::ClockHidden),
    })
}

pub(super) fn review(at_work: &AtWork, model: &Model) -> ReviewView {
    let AtWork { sitting, clock, .. } = at_work;
    let cells = cells(sitting);
    let count = |wanted: fn(&CellView) -> bool| {
        u32::try_from(cells.iter().filter(|cell| wanted(cell)).count()).unwrap_or(u32::MAX)
    };
    ReviewView {
        answered: count(|cell| cell.progress == Progress::Answered),
        half: count(|cell| cell.progress == Progress::Half),
        unanswered: count(|cell| matches!(cell.progress, Progress::New | Progress::Opened)),
        flagged: count(|cell| cell.flagged),
        clock: clock_view(sitting, clock, model),
        elsewhere: at_work.is_elsewhere(),
        cells: Rc::new(cells),
    }
}

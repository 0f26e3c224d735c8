//! What the pages show: plain values made from the model, cheap to clone and to compare.
//!
//! A component holds no rule of the exam; it shows a view.

mod choosing;
mod exam;
mod instructions;
mod notes;
mod offered;
mod practice;
mod result;
mod sharing;
mod since;

pub use crate::conduct::Change;
pub use choosing::{
    AreaView, ConfirmView, GuideView, HomeView, SetupView, StartBar, Stock, TimeView, TopicView,
};
pub use exam::{CellView, ClockView, PausedView, Progress, QuestionView, ReviewView, SittingView, ToolsView};
pub use instructions::InstructionsView;
pub use notes::{FoundPage, FoundQuestion, LimitsView, NoteView, NotesView, PageLink, SearchView};
pub(crate) use offered::Offered;
pub use practice::{DomainMap, PracticeView, ScoreView, TaskMap};
pub use result::{
    Bookmark, ChangesView, CompareView, Comparison, DomainView, Found, Mark, NextView, ObjectionView,
    PaceView, ResultItem, ResultView, Shared, Sharing, Side, Verdict,
};
pub use sharing::{
    Address, ClassView, DeskView, HandView, HandedInView, OwnPaper, OwnPaperView, SendView, ShareView,
    SharedSide, SharedState, SharedView, TwinView,
};
pub use since::Since;

use crate::Env;
use crate::app::{AtWork, Dialog, KeyChange, Model, Notice, Offline, ReportRead, Running, Shown, today};
use crate::bank::Report;
use crate::ids::{QuestionNumber, SittingId};
use crate::keys::KeyMap;
use crate::link::LinkFault;
use crate::look::Look;
use crate::route::Route;
use crate::store::v1::{ResultV1, Theme};
use crate::time::{Date, UnixMillis};
use std::rc::Rc;

/// All that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The page.
    pub page: PageView,
    /// What stands around every page.
    pub frame: FrameView,
}

/// What stands around every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameView {
    /// Messages.
    pub notices: Rc<Vec<Notice>>,
    /// The open dialog.
    pub dialog: Option<Dialog>,
    /// Whether a newer release may be offered now.
    pub update: bool,
    /// The sitting at work, on whatever page the learner is.
    pub work: Work,
}

/// What kind of sitting is at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// None.
    None,
    /// One without a limit, or one that is being found again.
    Untimed,
    /// One whose time runs, so that the screen should stay on.
    Timed,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageView {
    /// The home page.
    Home(Rc<HomeView>),
    /// The set-up page.
    Setup(Rc<SetupView>),
    /// The confirm page of a link.
    Confirm(Rc<ConfirmView>),
    /// What is read before the clock starts.
    Instructions(Rc<InstructionsView>),
    /// A break of the running sitting.
    Paused(Rc<PausedView>),
    /// A link with a fault.
    BadLink(LinkFault),
    /// A question of the running sitting.
    Sitting(Rc<SittingView>),
    /// The review before handing in.
    Review(Rc<ReviewView>),
    /// No sitting runs; the newest attempt, if there is one.
    NoSitting(Option<SittingId>),
    /// The result of an attempt.
    Result(Rc<ResultView>),
    /// The attempt is not on this device.
    NoAttempt,
    /// Two attempts side by side.
    Compare(Rc<CompareView>),
    /// All results, newest first.
    History(Rc<Vec<ResultRow>>),
    /// Settings.
    Settings(Rc<SettingsView>),
    /// The keys.
    Keys(Rc<KeysView>),
    /// About.
    About(Rc<AboutView>),
    /// About the bank.
    Bank(Rc<BankView>),
    /// The study guide.
    Notes(Rc<NotesView>),
    /// Practice.
    Practice(Rc<PracticeView>),
    /// The link page.
    Share(Rc<ShareView>),
    /// Results that were sent.
    Shared(Rc<SharedView>),
    /// A paper of somebody's own.
    OwnPaper(Rc<OwnPaperView>),
    /// An assignment that was handed in.
    HandedIn(Rc<HandedInView>),
    /// Papers of one's own in the making.
    Desk(Rc<DeskView>),
    /// A class.
    Class(Rc<ClassView>),
    /// A paper to be printed.
    Twin(Rc<TwinView>),
    /// What is shown has not arrived yet.
    Waiting,
    /// It needs the bank, which did not arrive.
    NoBank,
    /// No such page.
    NotFound(String),
}

/// A line of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultRow {
    /// The result.
    pub result: ResultV1,
    /// The title of its guide, where the bank knows it.
    pub guide: Option<String>,
}

/// The settings page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsView {
    /// The theme.
    pub theme: Theme,
    /// How pages look beyond that.
    pub look: Look,
    /// The day of the exam.
    pub exam: Option<Date>,
    /// The guides, and which one is followed.
    pub guides: Vec<GuideView>,
    /// Whether the guide was chosen by hand.
    pub guide_by_hand: bool,
    /// When a backup was last made.
    pub backup: Option<UnixMillis>,
    /// Whether single keys do nothing.
    pub keys_off: bool,
}

/// The page of the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeysView {
    /// The key of each command.
    pub keys: KeyMap,
    /// Whether single keys do nothing.
    pub off: bool,
    /// How the change of a key stands.
    pub change: KeyChange,
}

/// The about page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboutView {
    /// Title, version, licence, number of questions and fingerprint of the bank, once it is there.
    pub bank: Option<BankFacts>,
    /// Whether this release is on the device whole.
    pub offline: Offline,
}

/// The page about the bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankView {
    /// Its title, version and so on, once it is there.
    pub bank: Option<BankFacts>,
    /// The report on its quality: `None` while it is on its way, and an error when there is none.
    pub report: Option<Result<Rc<Report>, NoReport>>,
    /// Questions that the learner objects to, and since when.
    pub objections: Vec<(QuestionNumber, UnixMillis)>,
}

/// The report on a bank did not arrive, or cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoReport;

/// What there is to know of a bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankFacts {
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: String,
    /// Its licence.
    pub licence: String,
    /// Its questions.
    pub questions: usize,
    /// Its topics.
    pub topics: usize,
    /// Hash of its content, shortened.
    pub fingerprint: String,
}

/// What is to be shown until the second part of the app's code is there: the home page, or that a page is on its way.
pub fn early(model: &Model, env: &Env) -> View {
    let page = match &model.route {
        Route::Home => PageView::Home(Rc::new(choosing::home(model, env))),
        _ => PageView::Waiting,
    };
    View { page, frame: frame(model) }
}

/// What is to be shown at a moment.
// A gate of the app's second part, so it stays a function of its own; see xtask/src/stage/split.rs.
#[inline(never)]
pub fn view(model: &Model, env: &Env) -> View {
    View { page: page(model, env), frame: frame(model) }
}

/// Whether a view shows the same as another.
// A gate of the app's second part, so it stays a function of its own; see xtask/src/stage/split.rs.
#[inline(never)]
pub fn is_same(view: &View, other: &View) -> bool {
    view == other
}

fn frame(model: &Model) -> FrameView {
    FrameView {
        notices: Rc::new(model.notices.clone()),
        dialog: model.dialog,
        update: model.may_update(),
        work: work(model),
    }
}

fn work(model: &Model) -> Work {
    match model.sitting() {
        Some(sitting) if sitting.limit.is_some() && sitting.ended().is_none() => Work::Timed,
        _ if model.is_at_work() => Work::Untimed,
        _ => Work::None,
    }
}

fn page(model: &Model, env: &Env) -> PageView {
    if let Some(view) = instructions::instructions(model, env) {
        return PageView::Instructions(Rc::new(view));
    }
    match &model.route {
        Route::Home => PageView::Home(Rc::new(choosing::home(model, env))),
        Route::Setup => choosing::setup(model, env).map_or_else(|| no_bank(model), PageView::Setup),
        Route::Exam(link) => choosing::confirm(model, link)
            .map_or_else(|| no_bank(model), |view| PageView::Confirm(Rc::new(view))),
        Route::BadLink(fault, _) => PageView::BadLink(fault.clone()),
        Route::Sitting(_) => running(model, |at_work| {
            let view = exam::sitting(at_work, model);
            view.map_or(PageView::Waiting, |view| PageView::Sitting(Rc::new(view)))
        }),
        Route::Review => running(model, |at_work| PageView::Review(Rc::new(exam::review(at_work, model)))),
        Route::Attempt(_) => attempt(model),
        Route::Compare(first, second) => {
            // An assignment has no score to be set beside another.
            let graded = rows(model).into_iter().filter(|row| row.result.is_graded()).collect();
            PageView::Compare(Rc::new(result::compare(model, [first, second], graded)))
        }
        Route::History => PageView::History(Rc::new(rows(model))),
        Route::Settings => PageView::Settings(Rc::new(settings(model, env))),
        Route::Keys => PageView::Keys(Rc::new(keys(model))),
        Route::About => PageView::About(Rc::new(about(model))),
        Route::Bank => PageView::Bank(Rc::new(bank(model))),
        Route::Share => sharing::share(model, env),
        Route::Shared(_) => sharing::shared(model),
        Route::OwnPaper(_) => sharing::own_paper(model),
        Route::Papers => sharing::desk(model),
        Route::Class => sharing::class(model),
        Route::Twin(link) => sharing::twin(model, link),
        Route::OwnTwin(code) => sharing::own_twin(model, code),
        Route::Notes(path) => notes::notes(model, path),
        Route::Practice => match &model.bank.index {
            Some(_) => PageView::Practice(Rc::new(practice::practice(model, env))),
            None => no_bank(model),
        },
        Route::NotFound(text) => PageView::NotFound(text.clone()),
    }
}

/// What stands in place of a page that needs the bank.
fn no_bank(model: &Model) -> PageView {
    if model.bank.failed { PageView::NoBank } else { PageView::Waiting }
}

fn running(model: &Model, page: impl FnOnce(&AtWork) -> PageView) -> PageView {
    match &model.running {
        Running::Yes(at_work) if at_work.sitting.ended().is_some() => no_sitting(model),
        Running::Yes(at_work) if at_work.sitting.is_paused() => {
            PageView::Paused(Rc::new(exam::paused(&at_work.sitting, at_work.is_elsewhere())))
        }
        Running::Yes(at_work) => page(at_work),
        Running::Restoring(_) => PageView::Waiting,
        Running::None if !model.knows_journal() => PageView::Waiting,
        Running::None | Running::Lost(_) => no_sitting(model),
    }
}

fn no_sitting(model: &Model) -> PageView {
    PageView::NoSitting(model.results.first().map(|result| result.id.clone()))
}

fn attempt(model: &Model) -> PageView {
    match &model.shown {
        Shown::Attempt(sitting) if sitting.form.awaits_its_key() => {
            PageView::HandedIn(Rc::new(sharing::handed_in(model, sitting)))
        }
        Shown::Attempt(sitting) => PageView::Result(Rc::new(result::result(sitting, model))),
        Shown::Looking { .. } | Shown::None => PageView::Waiting,
        Shown::Gone(_) => PageView::NoAttempt,
    }
}

/// Results with the titles of their guides.
fn rows(model: &Model) -> Vec<ResultRow> {
    let title = |result: &ResultV1| {
        let (_, guide) = model.bank.index.as_ref()?.guide(&result.guide)?;
        Some(guide.title.clone())
    };
    model.results.iter().map(|result| ResultRow { result: result.clone(), guide: title(result) }).collect()
}

fn settings(model: &Model, env: &Env) -> SettingsView {
    let day = today(env);
    SettingsView {
        theme: model.settings.theme,
        look: model.settings.look,
        exam: model.settings.exam,
        guides: choosing::guides(model, model.guide(day)),
        guide_by_hand: model.settings.guide.is_some(),
        backup: model.settings.backup,
        keys_off: model.settings.keys_off,
    }
}

fn keys(model: &Model) -> KeysView {
    let settings = &model.settings;
    KeysView { keys: settings.key_map(), off: settings.keys_off, change: model.key_change }
}

fn about(model: &Model) -> AboutView {
    AboutView { bank: bank_facts(model), offline: model.offline }
}

fn bank(model: &Model) -> BankView {
    BankView {
        bank: bank_facts(model),
        report: match &model.report {
            None | Some(ReportRead::Asked) => None,
            Some(ReportRead::Missing) => Some(Err(NoReport)),
            Some(ReportRead::Here(report)) => Some(Ok(Rc::clone(report))),
        },
        objections: model.exposures.objections.standing().map(|(number, word)| (number, word.at)).collect(),
    }
}

fn bank_facts(model: &Model) -> Option<BankFacts> {
    model.bank.entry.as_ref().zip(model.bank.index.as_ref()).map(|(entry, index)| BankFacts {
        title: index.title.clone(),
        version: index.version.clone(),
        licence: index.licence.clone(),
        questions: index.entries.len(),
        topics: index.topics.len(),
        fingerprint: entry.fingerprint.short(),
    })
}

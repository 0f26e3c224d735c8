//! The app as a function: an event and its moment in, a changed model and effects out.

pub(crate) mod banks;
mod comparing;
mod effect;
mod elsewhere;
mod event;
pub(crate) mod exam;
mod keep;
mod keying;
mod links;
mod mistaken;
mod notice;
mod objecting;
mod owner;
pub(crate) mod reading;
mod regrading;
pub mod replay;
pub(crate) mod setup;
pub(crate) mod sharing;
mod start;
pub(crate) mod starting;
mod state;
pub(crate) mod studying;
pub(crate) mod tools;

pub use effect::{Announcement, Claim, Effect, FocusTarget};
pub use event::{Area, Event, FetchFault, Filter, Pick, SetupChange, SetupPart, TimeChoice};
pub(crate) use keying::Digits;
pub use keying::KeyChange;
pub use mistaken::Misconception;
pub use notice::Notice;
pub use reading::{Finder, LimitOrder, NotesFile};
pub(crate) use setup::Fold;
pub use setup::SetupDraft;
pub use sharing::{Made, Qr, QrState, ShareTool, SharingEvent, Ungraded};
pub use starting::PaperFault;
pub(crate) use state::{AtWork, Place, ReportRead, Running, Shown};
pub use state::{Dialog, Kept, Offline};
use state::{FoundBy, HistoryRead, JournalState, Leaving};
pub use studying::Drill;
pub use tools::ToolUse;

use crate::Env;
use crate::bank::Blueprint;
use crate::exposure::Exposures;
use crate::ids::{Position, QuestionNumber};
use crate::route::Route;
use crate::sitting::Sitting;
use crate::store::backup::BackupFault;
use crate::store::v1::{ResultV1, SettingsV1};
use crate::store::{LocalRecord, Slot, StorageFault};
use crate::time::Date;
use crate::view::Offered;
use banks::Bank;

/// The newest results that are read at every start.
pub const MOST_RESULTS: usize = 200;

/// All that the app knows.
#[derive(Clone, Debug)]
pub struct Model {
    pub(crate) route: Route,
    pub(crate) settings: SettingsV1,
    pub(crate) results: Vec<ResultV1>,
    pub(crate) bank: Bank,
    /// Whether the learner is on the way out of the exam.
    leaving: Leaving,
    /// The page of the instructions before the exam of the set-up page, or of a link, that is read.
    pub(crate) instructions: Option<u8>,
    /// A start that waits for the questions of its exam.
    pub(crate) gathering: Option<banks::Gathering>,
    pub(crate) exposures: Exposures,
    history: HistoryRead,
    pub(crate) running: Running,
    found: FoundBy,
    /// Whether the archive has no paper for the sitting that is being restored.
    paper_missing: bool,
    pub(crate) tools: tools::Tools,
    pub(crate) shown: Shown,
    /// The attempts side by side.
    pub(crate) pair: [Shown; 2],
    pub(crate) filter: Filter,
    /// The domain whose questions the result page shows; none for all.
    pub(crate) domain: Option<u8>,
    pub(crate) reasons_open: Vec<Position>,
    /// Why the learner objects to questions, as long as the page lives.
    pub(crate) reasons_given: Vec<(QuestionNumber, String)>,
    regrading: regrading::Regrading,
    /// The report on the bank: `None` while it was not asked for.
    pub(crate) report: Option<ReportRead>,
    pub(crate) reading: reading::Reading,
    pub(crate) studying: studying::Studying,
    pub(crate) sharing: sharing::Sharing,
    pub(crate) draft: SetupDraft,
    /// What the set-up page showed last, for its next view.
    pub(crate) offered: Offered,
    pub(crate) dialog: Option<Dialog>,
    /// Whether the choices of the look are open beside a question.
    pub(crate) look_fold: Fold,
    pub(crate) key_change: KeyChange,
    /// What the next digit does at a question.
    digits: Digits,
    pub(crate) notices: Vec<Notice>,
    journal: JournalState,
    /// The newest write of each small record.
    written: [Option<u64>; LocalRecord::ALL.len()],
    /// The newest write of each small record that is known to be on the disk.
    journalled: [Option<u64>; LocalRecord::ALL.len()],
    /// Why the latest write of each small record, and of the archive, failed.
    faults: [Option<StorageFault>; LocalRecord::ALL.len() + 1],
    /// The record of an attempt that the archive refused; set aside when another exam begins.
    unarchived: Option<String>,
    /// Whether the archive took the paper and the log of the sitting that ended, as far as it has answered.
    taken: [Option<bool>; 2],
    /// Whether the backup that is being made lacks the attempts.
    partial_backup: bool,
    pub(crate) update_ready: bool,
    pub(crate) offline: Offline,
    pub(crate) place: Place,
    sequences: [u64; LocalRecord::ALL.len()],
    read_only: Vec<LocalRecord>,
    /// What the event at hand asks for, in order; empty between events.
    to_do: Vec<Effect>,
}

impl Default for Model {
    fn default() -> Self {
        Self {
            route: Route::Home,
            settings: SettingsV1::default(),
            results: Vec::new(),
            bank: Bank::default(),
            leaving: Leaving::NotSaid,
            instructions: None,
            gathering: None,
            exposures: Exposures::default(),
            history: HistoryRead::NotYet,
            running: Running::None,
            found: FoundBy::Storage,
            paper_missing: false,
            tools: tools::Tools::default(),
            shown: Shown::None,
            pair: [Shown::None, Shown::None],
            filter: Filter::All,
            domain: None,
            reasons_open: Vec::new(),
            reasons_given: Vec::new(),
            regrading: regrading::Regrading::default(),
            report: None,
            reading: reading::Reading::default(),
            studying: studying::Studying::default(),
            sharing: sharing::Sharing::default(),
            draft: SetupDraft::default(),
            offered: Offered::default(),
            dialog: None,
            look_fold: Fold::Closed,
            key_change: KeyChange::None,
            digits: Digits::Choose,
            notices: Vec::new(),
            journal: JournalState::Asked(None),
            written: [None; LocalRecord::ALL.len()],
            journalled: [None; LocalRecord::ALL.len()],
            faults: [None; LocalRecord::ALL.len() + 1],
            unarchived: None,
            taken: [None; 2],
            partial_backup: false,
            update_ready: false,
            offline: Offline::NotYet,
            place: Place::Own,
            sequences: [0; LocalRecord::ALL.len()],
            read_only: Vec::new(),
            to_do: Vec::new(),
        }
    }
}

/// Answers the first event, [`Event::Opened`], as [`update`] does, and no other: a shell whose code arrives in two parts
/// begins with it. It is all of the engine that the first part needs, together with [`crate::view::early`].
pub fn open(
    model: &mut Model,
    stored: Result<Vec<(LocalRecord, Slot, String)>, StorageFault>,
    fragment: &str,
) -> Vec<Effect> {
    start::opened(model, stored, fragment);
    std::mem::take(&mut model.to_do)
}

/// Answers an event: changes the model and says what is to be done.
// A gate of the app's second part, so it stays a function of its own; see xtask/src/stage/split.rs.
#[inline(never)]
pub fn update(model: &mut Model, event: Event, env: &Env) -> Vec<Effect> {
    exam::keep_time(model, env);
    owner::keep_waiting(model, env);
    answer(model, event, env);
    std::mem::take(&mut model.to_do)
}

fn answer(model: &mut Model, event: Event, env: &Env) {
    match event {
        Event::Opened { stored, fragment } => start::opened(model, stored, &fragment),
        Event::StoredElsewhere(texts) => elsewhere::stored(model, &texts, env),
        Event::RouteChanged(fragment) => start::routed(model, Route::parse(&fragment), env),
        Event::CatalogueFetched(result) => banks::catalogue_fetched(model, result),
        Event::PartFetched(part, result) => banks::part_fetched(model, part, result, env),
        Event::Loaded(key, result) => start::loaded(model, &key, result, env),
        Event::Dumped(result) => keep::dumped(model, result, env),
        Event::LocalSaved(record, result) => keep::local_saved(model, record, result),
        Event::Journalled { record, sequence, result } => owner::journalled(model, record, sequence, result),
        Event::JournalRead(result) => {
            owner::journal_read(model, result, env);
            // An address that a page opened at: what it names is looked for once the second part of the code is here.
            comparing::wanted(model);
            sharing::routed(model, env);
        }
        Event::Owned(id, here) => owner::owned(model, &id, here),
        Event::OwnerLost(id) => owner::lost(model, &id),
        Event::TakeOverAsked => owner::take_over(model),
        Event::AnswersCopyAsked => exam::answers_wanted(model),
        Event::GoOnUntimed => exam::gone_on_untimed(model, env),
        Event::ArchiveSaved(key, result) => keep::archive_saved(model, &key, result),
        Event::EraseDone(result) => keep::erase_done(model, result),
        Event::UpdateReady => model.update_ready = true,
        Event::OfflineReady => model.offline = Offline::Ready,
        Event::OfflineFailed => model.offline = Offline::Failed,
        Event::UpdateDeferred => model.tell(Notice::UpdateDeferred),
        Event::Hidden => exam::hidden(model),
        Event::Framed => model.place = Place::Foreign,
        Event::Downloaded(done) => keep::downloaded(model, done, env),
        Event::BackupTooLarge => model.tell(Notice::BackupRefused(BackupFault::TooLarge)),
        Event::LinkSent(sent) => links::sent(model, sent),
        Event::ExamDateChosen(day) => setup::exam_date_chosen(model, day, env),
        Event::GuideChosen(guide) => setup::guide_chosen(model, guide),
        Event::Studied(turn, study) => studying::answered(model, turn, study, env),
        Event::PracticeChosen(drill) => studying::started(model, drill, env),
        Event::MisconceptionPractised(id) => mistaken::practised(model, id, env),
        Event::OutcomeGiven(outcome) => studying::outcome_given(model, outcome),
        Event::FileMade(done) => studying::file_made(model, done),
        Event::Sharing(event) => sharing::happened(model, event, env),
        Event::ToolAnswered(turn, output) => sharing::answered(model, turn, output, env),
        Event::CalendarAsked => studying::calendar_wanted(model, env),
        Event::ThemeChosen(theme) => setup::theme_chosen(model, theme),
        Event::LookChanged(change) => setup::look_changed(model, change),
        Event::LookFolded(open) => model.look_fold = Fold::of(open),
        Event::KeysTurnedOff(off) => keying::turned_off(model, off),
        Event::KeyPressed(key) => keying::pressed(model, &key),
        Event::KeyWanted(command) => keying::wanted(model, command),
        Event::KeyGiven(key) => keying::given(model, &key),
        Event::KeysReset => keying::reset(model),
        Event::InsideApp => keep::inside_app(model),
        Event::SetupChanged(change) => setup::changed(model, change, env),
        Event::QuickStarted => starting::quick_started(model, env),
        Event::SetupStarted => starting::setup_started(model, env),
        Event::LinkStarted => starting::link_started(model, env),
        Event::OptionChosen(option) => exam::option_chosen(model, option),
        Event::InstructionsTurned(page) => starting::instructions_turned(model, page),
        Event::AnswerChecked => exam::answer_checked(model),
        Event::PauseToggled => exam::pause_toggled(model),
        Event::FlagToggled => drop(exam::flag_toggled(model)),
        Event::ToolUsed(used) => tools::used(model, used),
        Event::QuestionOpened(position) => exam::question_opened(model, position),
        Event::ReviewOpened => model.then(Effect::Navigate { route: Route::Review, replace: false }),
        Event::SubmitAsked => model.dialog = Some(Dialog::Submit),
        Event::SubmitConfirmed => exam::submitted(model, env),
        Event::DialogClosed => exam::dialog_closed(model),
        Event::LeaveAsked => exam::leave_asked(model),
        Event::LeaveConfirmed => model.dialog = None,
        Event::ReasonsOpened(position) => exam::reasons_opened(model, &[position], env),
        Event::AllReasonsOpened(positions) => exam::reasons_opened(model, &positions, env),
        Event::FilterChosen(filter) => model.filter = filter,
        Event::DomainChosen(domain) => model.domain = domain,
        Event::DrillStarted => starting::drill_started(model, env),
        Event::PrintAsked => exam::print_wanted(model, env),
        Event::PairChosen(first, second) => comparing::chosen(model, first, second),
        Event::ObjectionRaised(position, reason) => objecting::raised(model, position, &reason, env),
        Event::Bookmarked(position) => objecting::bookmarked(model, position, env),
        Event::ObjectionLifted(number) => objecting::lifted(model, number, env),
        Event::ReportCopyAsked(text) => objecting::report_wanted(model, text),
        Event::TextCopied(done) => objecting::report_copied(model, done),
        Event::ReportFetched(result) => banks::report_fetched(model, result),
        Event::NotesFetched(file, result) => reading::fetched(model, file, result),
        Event::SearchLoaded(done) => reading::search_loaded(model, done),
        Event::SearchTyped(query) => reading::typed(model, &query),
        Event::SearchAnswered(turn, found) => reading::answered(model, turn, found),
        Event::LimitsFiltered(words) => model.reading.filter = words.chars().take(60).collect(),
        Event::LimitsSorted(order) => model.reading.order = order,
        Event::PracticeStarted(section) => reading::practice_started(model, section, env),
        Event::LinkPasted(text) => links::pasted(model, &text),
        Event::LinkCopyAsked => links::asked(model, Effect::CopyLink),
        Event::LinkShareAsked => links::asked(model, Effect::ShareLink),
        Event::BackupAsked => model.then(Effect::Dump),
        Event::CheckAsked => model.then(Effect::Check),
        Event::Checked(found) => model.tell(found.map_or(Notice::NotChecked, Notice::Checked)),
        Event::BackupChosen(text) => keep::backup_chosen(model, &text),
        Event::EraseAsked => model.dialog = Some(Dialog::Erase),
        Event::EraseConfirmed => keep::erase_confirmed(model),
        Event::UpdateAccepted if model.may_update() => model.then(Effect::ApplyUpdate),
        Event::NoticeClosed(place) => keep::notice_closed(model, place),
        Event::Ticked | Event::UpdateAccepted => {}
    }
}

impl Model {
    /// The running sitting.
    pub fn sitting(&self) -> Option<&Sitting> {
        match &self.running {
            Running::Yes(at_work) => Some(&at_work.sitting),
            _ => None,
        }
    }

    /// Where the running sitting is kept.
    pub(crate) fn kept(&self) -> Kept {
        let place = LocalRecord::Sitting.place();
        let fault = |store: usize| self.faults.get(store).copied().flatten();
        let written = self.written.get(place).copied().flatten();
        match (fault(keep::ARCHIVE), fault(place)) {
            // What a newer version wrote is not written over.
            _ if self.read_only.contains(&LocalRecord::Sitting) => Kept::Nowhere(StorageFault::Broken),
            (Some(_), Some(fault)) => Kept::Nowhere(fault),
            (Some(_), None) => Kept::Loosely,
            (None, _) if self.journalled.get(place).is_some_and(|known| *known >= written) => Kept::Safely,
            (None, _) => Kept::NotYet,
        }
    }

    /// Whether the bank has a study guide.
    pub(crate) fn has_notes(&self) -> bool {
        self.bank.entry.as_ref().is_some_and(|entry| entry.notes.is_some())
    }

    /// The page that is shown.
    pub fn route(&self) -> &Route {
        &self.route
    }

    /// An update is never offered while a sitting runs or is being restored.
    pub(crate) fn may_update(&self) -> bool {
        self.update_ready && !self.is_at_work() && self.knows_journal()
    }

    /// Whether a sitting is at work, so that no other can begin.
    pub(crate) fn is_at_work(&self) -> bool {
        !matches!(self.running, Running::None | Running::Lost(_))
    }

    /// Whether it is known that no other sitting is at work.
    pub(crate) fn knows_journal(&self) -> bool {
        self.journal == JournalState::Read
    }

    /// The guide that the learner prepares for: the one chosen by hand, else that of the exam's day, else today's.
    pub(crate) fn guide(&self, today: Date) -> Option<&Blueprint> {
        let index = self.bank.index.as_ref()?;
        let chosen = self.settings.guide.as_ref().and_then(|id| index.guide(id)).map(|(_, guide)| guide);
        chosen.or_else(|| index.guide_on(self.settings.exam.unwrap_or(today)))
    }

    /// Asks for something to be done when the event is answered.
    #[inline(never)]
    fn then(&mut self, effect: Effect) {
        self.to_do.push(effect);
    }

    /// Shows a notice. One that tells of a lasting state stands once; of those that tell what just
    /// happened only the newest stands.
    pub(crate) fn tell(&mut self, notice: Notice) {
        if notice.lasts() {
            self.notices.retain(|known| *known != notice);
        } else {
            self.notices.retain(Notice::lasts);
        }
        self.notices.push(notice);
    }
}

/// The day on the learner's calendar.
pub(crate) fn today(env: &Env) -> Date {
    Date::at(env.now, env.utc_offset)
}

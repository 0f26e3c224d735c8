//! Everything that can happen: a closed list, so that all that can cause work stands in one place.

use super::reading::{LimitOrder, NotesFile};
use super::sharing::SharingEvent;
use super::studying::Drill;
use super::tools::ToolUse;
use crate::bank::wire::Part;
use crate::ids::{GuideId, OptionId, Position, QuestionNumber, SittingId, TopicId};
use crate::keys::Command;
use crate::look::LookChange;
use crate::outcome::Outcome;
use crate::sitting::Way;
use crate::store::check::Checked;
use crate::store::v1::Theme;
use crate::store::{ArchiveKey, JournalFault, LocalRecord, Slot, StorageFault};
use crate::time::Date;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    // From the shell.
    /// The page began; with what its local storage holds.
    Opened {
        /// The texts found, or why the storage cannot be read.
        stored: Result<Vec<(LocalRecord, Slot, String)>, StorageFault>,
        /// The fragment of the address.
        fragment: String,
    },
    /// Another tab wrote to the local storage; with what it holds now.
    StoredElsewhere(Vec<(LocalRecord, Slot, String)>),
    /// The fragment of the address changed.
    RouteChanged(String),
    /// The catalogue arrived.
    CatalogueFetched(Result<String, FetchFault>),
    /// A part of the bank arrived.
    PartFetched(Part, Result<Vec<u8>, FetchFault>),
    /// The report on the bank arrived.
    ReportFetched(Result<String, FetchFault>),
    /// A file of the study guide arrived.
    NotesFetched(NotesFile, Result<Vec<u8>, FetchFault>),
    /// What is searched is with the tools, or could not be brought there.
    SearchLoaded(bool),
    /// What was found, of the search with this number; nothing when the tool refused.
    SearchAnswered(u32, Option<Vec<u8>>),
    /// What the learner's history says was reckoned, with this number; nothing when the tool could not be had.
    Studied(u32, Option<Vec<u8>>),
    /// The archive answered.
    Loaded(ArchiveKey, Result<Option<String>, StorageFault>),
    /// The archive gave all its records, for a backup.
    Dumped(Result<Vec<(String, String)>, StorageFault>),
    /// A small record was written.
    LocalSaved(LocalRecord, Result<(), StorageFault>),
    /// A small record is in its journal, and on the disk.
    Journalled {
        /// The record.
        record: LocalRecord,
        /// The number of the write.
        sequence: u64,
        /// What came of it.
        result: Result<(), JournalFault>,
    },
    /// The journals of the small records that have one.
    JournalRead(Result<Vec<(LocalRecord, String)>, StorageFault>),
    /// This tab owns a sitting, or another one does.
    Owned(SittingId, bool),
    /// Another tab took a sitting from this one.
    OwnerLost(SittingId),
    /// A record of the archive was written.
    ArchiveSaved(ArchiveKey, Result<(), StorageFault>),
    /// All that is stored was read, or the tool for it could not be had.
    Checked(Option<Checked>),
    /// Everything kept was erased.
    EraseDone(Result<(), StorageFault>),
    /// A second went by, or the page came back to the front.
    Ticked,
    /// A newer release waits to be used.
    UpdateReady,
    /// This release is on the device whole.
    OfflineReady,
    /// This release could not be stored.
    OfflineFailed,
    /// The waiting release is not used yet, since an exam runs in another tab.
    UpdateDeferred,
    /// Another site's page holds this one.
    Framed,
    /// Another app shows this page inside its own window.
    InsideApp,
    /// The page went to the back, or is about to be closed.
    Hidden,
    /// A file was handed to the learner, or not.
    Downloaded(bool),
    /// A text was put on the clipboard, or not.
    TextCopied(bool),
    /// A file was handed to the learner, or not: of the plan, of a paper or of a class.
    FileMade(bool),
    /// A tool of the pages of sharing answered, to this turn; nothing when it could not be had.
    ToolAnswered(u32, Option<Vec<u8>>),
    /// A link was put on the clipboard or handed to the system's share sheet, or not.
    LinkSent(bool),

    // From the learner.
    /// The exam that another tab owns is to go on here.
    TakeOverAsked,
    /// The answers are wanted on the clipboard, since they are not kept.
    AnswersCopyAsked,
    /// The exam that ran out of time while nobody was there is to go on without a limit.
    GoOnUntimed,
    /// The day of the exam was given, or taken back.
    ExamDateChosen(Option<Date>),
    /// A guide was chosen by hand, or left to the day again.
    GuideChosen(Option<GuideId>),
    /// A theme was chosen.
    ThemeChosen(Theme),
    /// The look of the pages was changed.
    LookChanged(LookChange),
    /// The choices of the look were opened beside a question, or closed.
    LookFolded(bool),
    /// Single keys were turned off, or on again.
    KeysTurnedOff(bool),
    /// A key was pressed where nothing is typed; its sign.
    KeyPressed(String),
    /// The next key is to be this command's; or none is wanted any more.
    KeyWanted(Option<Command>),
    /// A key was pressed for the command that waits for one; as browsers name it.
    KeyGiven(String),
    /// All keys are to be as on the first day.
    KeysReset,
    /// A choice on the set-up page changed.
    SetupChanged(SetupChange),
    /// A page of the instructions before an exam was opened, from 0, or they were left.
    InstructionsTurned(Option<u8>),
    /// Five questions, now.
    QuickStarted,
    /// The exam on the set-up page was started.
    SetupStarted,
    /// The exam of a link was started, from its confirm page.
    LinkStarted,
    /// An option was chosen, or taken back, at the current question.
    OptionChosen(OptionId),
    /// The answer to the current question is to be checked.
    AnswerChecked,
    /// A break is to begin, or to end.
    PauseToggled,
    /// The current question was flagged, or its flag taken down.
    FlagToggled,
    /// A tool of the candidate's was used.
    ToolUsed(ToolUse),
    /// A question was opened.
    QuestionOpened(Position),
    /// The review page was opened.
    ReviewOpened,
    /// The learner wants to hand in.
    SubmitAsked,
    /// The learner hands in.
    SubmitConfirmed,
    /// The learner wants to be elsewhere while the exam goes on.
    LeaveAsked,
    /// The learner came away from the exam by the browser's own ways, and means it.
    LeaveConfirmed,
    /// A dialog was closed without its act.
    DialogClosed,
    /// The reasons of a question were opened on the result page.
    ReasonsOpened(Position),
    /// The reasons of all questions that the result page shows were opened.
    AllReasonsOpened(Vec<Position>),
    /// Other questions are wanted on the result page.
    FilterChosen(Filter),
    /// Questions of one domain, or of all, are wanted on the result page.
    DomainChosen(Option<u8>),
    /// Practice of the parts that the result page names is wanted.
    DrillStarted,
    /// The result is to be printed, reasons and all.
    PrintAsked,
    /// Two attempts are wanted side by side.
    PairChosen(SittingId, SittingId),
    /// A question of the result page is held to be wrong, for a reason.
    ObjectionRaised(Position, String),
    /// A question of the result page was bookmarked, or is no longer.
    Bookmarked(Position),
    /// An objection is taken back.
    ObjectionLifted(QuestionNumber),
    /// The report of an objection is wanted on the clipboard.
    ReportCopyAsked(String),
    /// Something is looked for in the study guide.
    SearchTyped(String),
    /// Only limits that hold these words are wanted.
    LimitsFiltered(String),
    /// The limits are wanted in another order.
    LimitsSorted(LimitOrder),
    /// Practice of what a section of the page teaches is wanted; by its anchor.
    PracticeStarted(String),
    /// A drill of the practice page is wanted.
    PracticeChosen(Drill),
    /// Practice against a wrong idea of the practice page is wanted; by its id.
    MisconceptionPractised(String),
    /// How the real exam went was told, or taken back.
    OutcomeGiven(Option<Outcome>),
    /// Something on the pages of sharing.
    Sharing(SharingEvent),
    /// The plan is wanted as a file of a calendar.
    CalendarAsked,
    /// Text was pasted that should be an exam link.
    LinkPasted(String),
    /// The link of what is shown is wanted on the clipboard.
    LinkCopyAsked,
    /// The link of what is shown is to be shared.
    LinkShareAsked,
    /// A backup is wanted.
    BackupAsked,
    /// All that is stored is to be looked through.
    CheckAsked,
    /// A backup file was chosen that is larger than any backup.
    BackupTooLarge,
    /// A backup file was chosen.
    BackupChosen(String),
    /// The learner wants to erase everything.
    EraseAsked,
    /// The learner erases everything.
    EraseConfirmed,
    /// The waiting release is to be used.
    UpdateAccepted,
    /// A notice was closed.
    NoticeClosed(usize),
}

/// A choice on the set-up page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetupChange {
    /// The guide.
    Guide(GuideId),
    /// How it is sat.
    Way(Way),
    /// The number of questions.
    Length(u32),
    /// As many questions as fit into so many minutes.
    Lasting(u32),
    /// The time.
    Time(TimeChoice),
    /// A topic was taken in or left out.
    Topic(TopicId, bool),
    /// All topics again.
    AllTopics,
    /// The seed's text.
    Seed(String),
    /// Another seed by chance.
    NewSeed,
    /// A domain of the guide, or a task of it, was taken in or left out.
    Area(Area, bool),
    /// Which of the questions.
    Pick(Pick),
    /// A part of the page was opened, or closed.
    Opened(SetupPart, bool),
}

/// A part of the set-up page that is closed at first; what is in it is made while it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetupPart {
    /// The domains and tasks.
    Areas,
    /// The topics.
    Topics,
}

/// A domain of a guide, or one of its tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Index of the domain in the guide.
    pub domain: u8,
    /// Index of the task in the domain; none for all of it.
    pub task: Option<u8>,
}

/// Which of the questions that fit a practice gives. All but the first depend on the learner's history.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pick {
    /// Any: the seed decides.
    #[default]
    Any,
    /// Those never seen before those seen.
    UnseenFirst,
    /// Those whose latest answer was not right.
    Missed,
}

/// How much time an exam gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimeChoice {
    /// The exam's own pace.
    #[default]
    Usual,
    /// With the minutes added for a second language.
    Extra,
    /// So many quarters of the exam's own time: five for a quarter more, forty for ten times as much.
    Times(u8),
}

/// Which questions of an attempt are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Those answered wrong, or not at all.
    Wrong,
    /// Those flagged.
    Flagged,
    /// Those that do not count.
    Unscored,
    /// Those whose answer was changed.
    Changed,
    /// Those with a note.
    Noted,
}

/// Why a file of the site did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchFault {
    /// No network, and not on the device yet.
    Unreachable,
    /// The site has no such file: it was changed while this page was open.
    Missing,
}

//! Everything to be done: values that the shell carries out, and answers with events.

use super::reading::NotesFile;
use super::sharing::ShareTool;
use crate::bank::wire::Part;
use crate::ids::{Position, SittingId};
use crate::look::Look;
use crate::route::Route;
use crate::store::v1::Theme;
use crate::store::{ArchiveKey, LocalRecord, Slot};
use crate::study::Plan;
use crate::time::{Date, DurationMs, UnixMillis};

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write a small record; answered by `LocalSaved`.
    SaveLocal {
        /// The record.
        record: LocalRecord,
        /// Its slot.
        slot: Slot,
        /// The framed text.
        text: String,
    },
    /// Write a small record to its journal, as [`crate::store::journal::admit`] says; answered by `Journalled`.
    Journal {
        /// The record.
        record: LocalRecord,
        /// The number of the write.
        sequence: u64,
        /// The framed text.
        text: String,
    },
    /// Read the journals of all small records; answered by `JournalRead`.
    ReadJournal,
    /// Own a sitting: no other tab does at the same time; answered by `Owned`, and again when another tab lets it go.
    Own {
        /// The sitting.
        id: SittingId,
        /// How.
        claim: Claim,
    },
    /// Let a sitting go.
    Disown(SittingId),
    /// Remove both slots of a small record, and its journal.
    RemoveLocal(LocalRecord),
    /// Keep a damaged text under a name of its own.
    SetAside {
        /// The record that it should have been.
        record: LocalRecord,
        /// The text.
        text: String,
    },
    /// Write a record of the archive; answered by `ArchiveSaved`.
    SaveArchive(ArchiveKey, String),
    /// Read a record of the archive; answered by `Loaded`.
    Load(ArchiveKey),
    /// Read all of the archive; answered by `Dumped`.
    Dump,
    /// Read all that is stored, as [`crate::store::check::check`] does; answered by `Checked`.
    Check,
    /// Erase everything that is kept; answered by `EraseDone`.
    EraseAll,
    /// Ask the browser not to clear the storage by itself.
    Persist,
    /// Fetch the catalogue; answered by `CatalogueFetched`.
    FetchCatalogue,
    /// Fetch a part of the bank; answered by `PartFetched`.
    FetchPart(Part, String),
    /// Fetch the report on the bank; answered by `ReportFetched`.
    FetchReport(String),
    /// Fetch a file of the study guide; answered by `NotesFetched`.
    FetchNotes(NotesFile, String),
    /// Bring what is searched to the tools, from its addresses; answered by `SearchLoaded`.
    LoadSearch {
        /// Pages of the study guide.
        pages: String,
        /// Questions.
        questions: String,
    },
    /// Look for words in the study guide and in the questions that were seen; answered by `SearchAnswered`.
    Search {
        /// The number of this search.
        turn: u32,
        /// The words.
        query: String,
        /// The questions that were seen.
        seen: Vec<u32>,
    },
    /// Reckon what the learner's history says; answered by `Studied`.
    Study {
        /// The number of this reckoning.
        turn: u32,
        /// A [`crate::study::StudyInput`], packed.
        input: Vec<u8>,
    },
    /// Hand the plan until the exam to the learner, as a file of a calendar; from this moment on.
    Calendar {
        /// What tells its events from those of other plans.
        id: String,
        /// It.
        plan: Plan,
        /// The day of the exam.
        exam: Date,
        /// The moment.
        now: UnixMillis,
        /// The day that it is.
        today: Date,
    },
    /// Have a tool of the pages of sharing work; answered by `ToolAnswered`.
    ShareTool {
        /// The number of this order.
        turn: u32,
        /// The tool.
        tool: ShareTool,
        /// Its input.
        input: Vec<u8>,
    },
    /// Make the QR code of the address of a route; answered by `ToolAnswered`.
    Qr {
        /// The number of this order.
        turn: u32,
        /// The route.
        route: Route,
    },
    /// Hand a file to the learner that is no backup; answered by `FileMade`.
    HandFile {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
    /// Put a text on the clipboard; answered by `TextCopied`.
    CopyText(String),
    /// Hand a file to the learner; answered by `Downloaded`.
    Download {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
    /// Put the address of a route on the clipboard; answered by `LinkSent`.
    CopyLink(Route),
    /// Hand the address of a route to the system; answered by `LinkSent`.
    ShareLink(Route),
    /// Go to a page; in place of the current one, or as the next.
    Navigate {
        /// The page.
        route: Route,
        /// Whether the current page is replaced in the history.
        replace: bool,
    },
    /// Say something to those who do not look.
    Announce(Announcement),
    /// Put the focus where the reader goes on.
    Focus(FocusTarget),
    /// Light the page, and dress it.
    ApplyTheme(Theme, Look),
    /// Look whether another app shows the page inside its own window; answered by `InsideApp` if so.
    LookAround,
    /// Use the waiting release.
    ApplyUpdate,
    /// Print the page, once it shows what was asked for.
    Print,
}

/// How a tab asks to own a sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// If no other tab does.
    IfFree,
    /// From the tab that owns it.
    Take,
    /// When the tab that owns it is gone: it began it just now, and may not hold its lock yet.
    WhenLeft,
}

/// What is said to a screen reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announcement {
    /// So many minutes are left.
    MinutesLeft(i64),
    /// So much time is left, asked for; none without a limit.
    TimeLeft(Option<DurationMs>),
    /// Half the time is over.
    HalfTime,
    /// The question was flagged, or its flag taken down.
    Flagged(bool),
    /// The next digit names the option to strike out.
    StrikeWhich,
    /// The option at a place of the page, from 0, was struck out, or no longer.
    Struck(usize, bool),
    /// The option at a place of the page is chosen, so it is not struck out.
    ChosenNotStruck(usize),
    /// As many options are chosen as are wanted; one must be taken back first.
    UnselectFirst(u32),
    /// Time ran out, and the paper was handed in.
    TimeOver,
}

/// Where the focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The heading of the page.
    PageHeading,
    /// The heading of a question.
    Question(Position),
    /// What an answer that was checked is worth.
    Verdict,
    /// The current question in the list of all.
    Navigator,
    /// The list of keys.
    Keys,
    /// The note at the question.
    Note,
    /// On a page of the study guide: the paragraph that the address names, or the field of the search; else the heading.
    Paragraph,
}

//! What the learner is told beside the page. The words are the shell's.

use super::event::FetchFault;
use crate::bank::wire::PartFault;
use crate::share::packet::PacketFault;
use crate::store::backup::BackupFault;
use crate::store::check::Checked;
use crate::store::{LocalRecord, StorageFault};
use crate::time::DurationMs;

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The browser does not keep what is written.
    NotKept(StorageFault),
    /// Another app shows this page inside its own window, and may forget what is stored.
    InsideApp,
    /// A record was damaged and set aside.
    Damaged(LocalRecord),
    /// A newer version of the app wrote this; it is left alone.
    Newer(LocalRecord),
    /// Some entries of a log could not be read.
    TornLog(usize),
    /// The paper of the running sitting is gone, and the bank cannot give it again.
    PaperLost,
    /// The bank did not arrive.
    BankMissing(FetchFault),
    /// The bank arrived and cannot be used.
    BankUnusable(PartFault),
    /// The catalogue cannot be used.
    CatalogueUnusable,
    /// The learner was away from a timed exam for so long, and its time ran on.
    Away(DurationMs),
    /// The system clock was set back; the exam's time was not.
    ClockSetBack,
    /// The exam was handed in at another tab.
    EndedElsewhere,
    /// Time ran out while the page was closed.
    ExpiredWhileAway,
    /// A link is on the clipboard, or was shared.
    LinkSent,
    /// It is not; here it is to copy by hand: a route.
    LinkNotSent(String),
    /// The report of an objection is on the clipboard.
    TextCopied,
    /// It is not.
    TextNotCopied,
    /// Keys were corrected, and so many results changed.
    Regraded(usize),
    /// The pasted text holds no exam link.
    NoLinkInText,
    /// The waiting release is not used yet: an exam runs in another tab.
    UpdateDeferred,
    /// So many results are on this device alone.
    WorthABackup(usize),
    /// All that is stored was looked through.
    Checked(Checked),
    /// It could not be looked through.
    NotChecked,
    /// The backup is made.
    BackupMade,
    /// A backup is made, but the archive could not be read: it has results and settings, and no attempts.
    BackupPartial,
    /// The browser did not take the file.
    BackupNotMade,
    /// The browser did not take a file.
    FileNotMade,
    /// The module of tools could not be had, or refused.
    ToolMissing,
    /// The pasted text holds no code of a result or a paper.
    NoCodeInText,
    /// The pasted code cannot be used.
    CodeRefused(PacketFault),
    /// The pasted paper is not the one that was sat, or has no key.
    OtherPaper,
    /// The paper holds nothing that can be asked, or is too large for a link.
    PaperTooLarge,
    /// The backup is read: attempts that were new.
    BackupMerged(usize),
    /// The backup cannot be read.
    BackupRefused(BackupFault),
    /// Everything was erased.
    Erased,
}

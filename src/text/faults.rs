//! Which message says what went wrong, and what to do about it.

#[allow(clippy::wildcard_imports, reason = "nearly every line names another message")]
use super::messages::*;
use super::sharing::packet_fault;
use super::times::duration;
use crate::browser::intl;
use invigil_engine::app::{FetchFault, Notice, PaperFault};
use invigil_engine::bank::wire::PartFault;
use invigil_engine::draw::DrawError;
use invigil_engine::link::LinkFault;
use invigil_engine::store::backup::BackupFault;
use invigil_engine::store::check::Checked;
use invigil_engine::store::{LocalRecord, StorageFault};

/// Why nothing is kept, in a sentence.
fn storage_fault(fault: StorageFault) -> &'static str {
    match fault {
        StorageFault::Denied => NOT_KEPT_DENIED,
        StorageFault::Full => NOT_KEPT_FULL,
        StorageFault::Broken => NOT_KEPT_BROKEN,
    }
}

fn record(record: LocalRecord) -> &'static str {
    match record {
        LocalRecord::Settings => RECORD_SETTINGS,
        LocalRecord::Results => RECORD_RESULTS,
        LocalRecord::Sitting => RECORD_SITTING,
    }
}

/// A notice in words.
pub(crate) fn notice(notice: &Notice) -> String {
    let words = match notice {
        Notice::NotKept(fault) => storage_fault(*fault),
        Notice::InsideApp => INSIDE_APP,
        Notice::Damaged(which) => return damaged(record(*which)),
        Notice::Newer(which) => return newer(record(*which)),
        Notice::TornLog(count) => return torn_log(*count),
        Notice::PaperLost => PAPER_LOST,
        Notice::BankMissing(FetchFault::Unreachable) => BANK_UNREACHABLE,
        Notice::BankMissing(FetchFault::Missing) => BANK_MISSING,
        Notice::BankUnusable(fault) => part_fault(*fault),
        Notice::CatalogueUnusable => CATALOGUE_UNUSABLE,
        Notice::WorthABackup(count) => return worth_a_backup(*count),
        Notice::Away(span) => return away(&duration(*span)),
        Notice::ClockSetBack => CLOCK_SET_BACK,
        Notice::EndedElsewhere => ENDED_ELSEWHERE,
        Notice::ExpiredWhileAway => EXPIRED_WHILE_AWAY,
        Notice::TextCopied => TEXT_COPIED,
        Notice::TextNotCopied => TEXT_NOT_COPIED,
        Notice::Regraded(count) => return regraded(*count),
        Notice::LinkSent => LINK_SENT,
        Notice::LinkNotSent(_) => LINK_NOT_SENT,
        Notice::NoLinkInText => NO_LINK_IN_TEXT,
        Notice::UpdateDeferred => UPDATE_DEFERRED,
        Notice::Checked(found) => return checked(found),
        Notice::NotChecked => NOT_CHECKED,
        Notice::BackupMade => BACKUP_MADE,
        Notice::BackupPartial => BACKUP_PARTIAL,
        Notice::BackupNotMade => BACKUP_NOT_MADE,
        Notice::FileNotMade => FILE_NOT_MADE,
        Notice::ToolMissing => TOOL_MISSING,
        Notice::NoCodeInText => NO_CODE_IN_TEXT,
        Notice::CodeRefused(fault) => return packet_fault(*fault),
        Notice::OtherPaper => OTHER_PAPER,
        Notice::PaperTooLarge => PAPER_TOO_LARGE,
        Notice::BackupMerged(count) => return backup_merged(*count),
        Notice::BackupRefused(fault) => return backup_fault(fault),
        Notice::Erased => ERASED,
    };
    words.to_owned()
}

/// Whether a notice interrupts.
pub(crate) fn notice_is_alert(notice: &Notice) -> bool {
    !matches!(
        notice,
        Notice::LinkSent
            | Notice::TextCopied
            | Notice::Regraded(_)
            | Notice::UpdateDeferred
            | Notice::BackupMade
            | Notice::BackupMerged(_)
            | Notice::Erased
            | Notice::LinkNotSent(_)
    ) && !matches!(notice, Notice::Checked(found) if found.broken.is_empty())
}

fn checked(found: &Checked) -> String {
    let Checked { sound, aside, broken } = found;
    let now = match (broken.len(), *sound) {
        (0, 0) => CHECKED_NOTHING.to_owned(),
        (0, sound) => checked_sound(sound),
        (unreadable, sound) => {
            let all = unreadable.saturating_add(usize::try_from(sound).unwrap_or(0));
            checked_broken(unreadable, all, &intl::list(broken))
        }
    };
    if *aside == 0 { now } else { two_sentences(&now, &checked_aside(*aside)) }
}

fn part_fault(fault: PartFault) -> &'static str {
    match fault {
        PartFault::Unreadable => BANK_UNREADABLE,
        PartFault::Newer => BANK_NEWER,
        PartFault::Mismatch => BANK_MISMATCH,
    }
}

fn backup_fault(fault: &BackupFault) -> String {
    let words = match fault {
        BackupFault::Unreadable { line, column } => return backup_unreadable(*line, *column),
        BackupFault::NotABackup => BACKUP_NO_BACKUP,
        BackupFault::Newer => BACKUP_NEWER,
        BackupFault::TooLarge => BACKUP_TOO_LARGE,
    };
    words.to_owned()
}

fn part(name: &str) -> &'static str {
    match name {
        "bank" => PART_BANK,
        "guide" => PART_GUIDE,
        "seed" => PART_SEED,
        "n" => PART_N,
        "min" => PART_MIN,
        "topics" => PART_TOPICS,
        "q" => PART_Q,
        "fp" => PART_FP,
        _ => PART_DRAW,
    }
}

/// Why a text is no exam link.
pub(crate) fn link_fault(fault: &LinkFault) -> String {
    match fault {
        LinkFault::TooLong => LINK_TOO_LONG.to_owned(),
        LinkFault::Missing(name) => link_missing(part(name)),
        LinkFault::Malformed(name) => link_malformed(part(name)),
        LinkFault::Repeated(name) => link_repeated(part(name)),
        LinkFault::OutOfRange { part: name, least, most } => link_out_of_range(part(name), *least, *most),
    }
}

/// Why an exam cannot be sat.
pub(crate) fn draw_fault(fault: &PaperFault) -> String {
    match fault {
        PaperFault::UnknownBank => UNKNOWN_BANK.to_owned(),
        PaperFault::NewerDraw => NEWER_DRAW.to_owned(),
        PaperFault::Draw(DrawError::UnknownGuide(_)) => UNKNOWN_GUIDE.to_owned(),
        PaperFault::Draw(DrawError::UnknownTopic(topic)) => unknown_topic(topic.as_str()),
        PaperFault::Draw(DrawError::UnknownQuestion(number)) => unknown_question(number.0),
        PaperFault::Draw(DrawError::SealedQuestion(number)) => sealed_question(number.0),
        PaperFault::Draw(DrawError::Repeated(number)) => repeated_question(number.0),
        PaperFault::Draw(DrawError::TooFew { available, wanted }) => too_few(*wanted, *available),
    }
}

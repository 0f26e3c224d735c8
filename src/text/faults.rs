//! What went wrong, and what to do about it.

use super::times::duration;
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
        StorageFault::Denied => {
            "This browser does not let the site store anything, perhaps because of private browsing or blocked site \
             data. You can go on, but what you do is lost when the page is closed."
        }
        StorageFault::Full => {
            "There is no room left in this browser's storage, so the latest changes are not kept. Make a backup in \
             Settings, then free some space."
        }
        StorageFault::Broken => {
            "The browser's storage failed, so the latest changes are not kept. Make a backup in Settings, then \
             reload the page."
        }
    }
}

fn record(record: LocalRecord) -> &'static str {
    match record {
        LocalRecord::Settings => "settings",
        LocalRecord::Results => "list of results",
        LocalRecord::Sitting => "running exam",
    }
}

/// A notice in words.
pub(crate) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::NotKept(fault) => storage_fault(*fault).to_owned(),
        Notice::Damaged(which) => format!(
            "A stored copy of the {} was damaged. It was set aside, and the last good copy is used where there is one.",
            record(*which)
        ),
        Notice::Newer(which) => format!(
            "The {} on this device was written by a newer version of Invigil. It is left as it is, and changes to it \
             are not kept. Reload to get the newer version.",
            record(*which)
        ),
        Notice::TornLog(1) => "1 entry of the exam's log could not be read. Please check your answers.".to_owned(),
        Notice::TornLog(count) => format!("{count} entries of the exam's log could not be read. Please check your answers."),
        Notice::PaperLost => {
            "An exam was running on this device, but its questions are no longer stored and the question bank has \
             changed since. Its answers are kept in your backup."
                .to_owned()
        }
        Notice::BankMissing(FetchFault::Unreachable) => {
            "The questions could not be loaded. Check the network, then reload the page.".to_owned()
        }
        Notice::BankMissing(FetchFault::Missing) => {
            "The questions are not where they should be: the site may just be changing to a new version. Wait a \
             minute, then reload the page."
                .to_owned()
        }
        Notice::BankUnusable(fault) => part_fault(*fault).to_owned(),
        Notice::CatalogueUnusable => {
            "The list of question banks of this site is damaged. Reload the page; if that does not help, tell who \
             runs the site."
                .to_owned()
        }
        Notice::WorthABackup(count) => {
            format!("{count} results are on this device alone. Settings make a backup of them in one file.")
        }
        Notice::Away(span) => format!("You were away for {}. The clock kept running.", duration(*span)),
        Notice::ClockSetBack => "The clock of this device was set back. The exam's time was not.".to_owned(),
        Notice::EndedElsewhere => "This exam was handed in at another tab.".to_owned(),
        Notice::ExpiredWhileAway => {
            "Time ran out while you were away. What you had answered was handed in.".to_owned()
        }
        Notice::TextCopied => "The text is copied.".to_owned(),
        Notice::TextNotCopied => "The text could not be copied. The browser may ask for permission first.".to_owned(),
        Notice::Regraded(1) => {
            "A key of the question bank was corrected, and 1 result was graded again. It says so.".to_owned()
        }
        Notice::Regraded(count) => format!(
            "Keys of the question bank were corrected, and {count} results were graded again. Each says so."
        ),
        Notice::LinkSent => "The link is copied.".to_owned(),
        Notice::LinkNotSent(_) => "The link could not be copied. Here it is, to copy by hand:".to_owned(),
        Notice::NoLinkInText => {
            "There is no exam link in that text. An exam link contains “#/exam?”.".to_owned()
        }
        Notice::UpdateDeferred => {
            "An exam is running in another tab. Update when it is finished.".to_owned()
        }
        Notice::Checked(found) => checked(found),
        Notice::NotChecked => {
            "What is stored here could not be looked through: the tool for it did not arrive. Try again with a \
             network, or reload the page."
                .to_owned()
        }
        Notice::BackupMade => "The backup is made. Keep the file in a safe place.".to_owned(),
        Notice::BackupPartial => {
            "The backup holds results and settings only: the questions and answers behind them could not be read. Keep \
             the file, then reload the page and make another."
                .to_owned()
        }
        Notice::BackupNotMade => {
            "The browser did not take the file, so there is no new backup. Reload the page, then try again.".to_owned()
        }
        Notice::BackupMerged(0) => "The backup is read. It held no result that was not here already.".to_owned(),
        Notice::BackupMerged(1) => "The backup is read: 1 result was added.".to_owned(),
        Notice::BackupMerged(count) => format!("The backup is read: {count} results were added."),
        Notice::BackupRefused(fault) => backup_fault(fault),
        Notice::Erased => "Everything that Invigil had stored on this device is erased.".to_owned(),
    }
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
    let before = match aside {
        0 => String::new(),
        1 => " 1 damaged record was set aside earlier.".to_owned(),
        count => format!(" {count} damaged records were set aside earlier."),
    };
    if broken.is_empty() && *sound == 0 {
        return format!("Nothing is stored on this device yet.{before}");
    }
    if broken.is_empty() {
        return format!("All {sound} records on this device can be read.{before}");
    }
    format!(
        "{} of {} records on this device cannot be read: {}. Make a backup: it holds all that can be read.{before}",
        broken.len(),
        broken.len() + usize::try_from(*sound).unwrap_or(0),
        broken.join(", ")
    )
}

fn part_fault(fault: PartFault) -> &'static str {
    match fault {
        PartFault::Unreadable => {
            "The question bank arrived damaged. Reload the page; if that does not help, tell who runs the site."
        }
        PartFault::Newer => {
            "The question bank is of a newer version than this page. Close all tabs of Invigil, then open it again."
        }
        PartFault::Mismatch => {
            "The site is just changing to a new version of the question bank. Wait a minute, then reload the page."
        }
    }
}

fn backup_fault(fault: &BackupFault) -> String {
    match fault {
        BackupFault::Unreadable { line, column } => format!(
            "That file cannot be read as a backup: it stops making sense at line {line}, column {column}. Nothing was changed."
        ),
        BackupFault::NotABackup => "That file is not a backup of Invigil. Nothing was changed.".to_owned(),
        BackupFault::Newer => {
            "That backup was made by a newer version of Invigil. Update this one first; nothing was changed."
                .to_owned()
        }
        BackupFault::TooLarge => "That file is larger than any backup. Nothing was changed.".to_owned(),
    }
}

fn part(name: &str) -> &'static str {
    match name {
        "bank" => "the question bank (bank)",
        "guide" => "the exam guide (guide)",
        "seed" => "the seed (seed)",
        "n" => "the number of questions (n)",
        "min" => "the time limit (min)",
        "topics" => "the topics (topics)",
        "q" => "the list of questions (q)",
        "fp" => "the bank's version (fp)",
        _ => "the version of the draw (draw)",
    }
}

/// Why a text is no exam link.
pub(crate) fn link_fault(fault: &LinkFault) -> String {
    match fault {
        LinkFault::TooLong => "It is longer than any exam link.".to_owned(),
        LinkFault::Missing(name) => format!("It lacks {}.", part(name)),
        LinkFault::Malformed(name) => format!("In it, {} cannot be read.", part(name)),
        LinkFault::Repeated(name) => format!("In it, {} stands twice.", part(name)),
        LinkFault::OutOfRange { part: name, least, most } => {
            format!("In it, {} must be from {least} to {most}.", part(name))
        }
    }
}

/// Why an exam cannot be sat.
pub(crate) fn draw_fault(fault: &PaperFault) -> String {
    match fault {
        PaperFault::UnknownBank => "This site does not have the question bank that the link names.".to_owned(),
        PaperFault::NewerDraw => {
            "The link was made by another version of Invigil, which draws questions in another way. Reload to get \
             the newest version, or ask for a new link."
                .to_owned()
        }
        PaperFault::Draw(DrawError::UnknownGuide(_)) => "The question bank has no such exam guide.".to_owned(),
        PaperFault::Draw(DrawError::UnknownTopic(topic)) => format!("The question bank has no topic “{topic}”."),
        PaperFault::Draw(DrawError::UnknownQuestion(number)) => {
            format!("The link asks for question {}, which the question bank no longer has.", number.0)
        }
        PaperFault::Draw(DrawError::SealedQuestion(number)) => {
            format!("The link asks for question {}, which is kept for sealed mock exams.", number.0)
        }
        PaperFault::Draw(DrawError::Repeated(number)) => format!("The link asks for question {} twice.", number.0),
        PaperFault::Draw(DrawError::TooFew { available, wanted }) => {
            format!("The link asks for {wanted} questions, but the question bank has only {available} that fit.")
        }
    }
}

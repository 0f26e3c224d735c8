//! The third place of a small record: the archive, where a write is on the disk before it is called done.
//!
//! Local storage is written late by browsers, and two tabs can write it in the same moment. The journal is written in one
//! transaction that first looks at what stands there, and this module says what becomes of the write.

use super::slots::choose;
use super::v1::{ResultV1, SittingV1};
use super::{Json as _, LocalRecord, StorageFault, backup, encode};
use crate::app::MOST_RESULTS;

/// Why a write to the journal was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JournalFault {
    /// The browser refused it.
    Storage(StorageFault),
    /// A later owner, another exam or a newer version of the app wrote there.
    Superseded,
}

/// What is to be written over what stands in the journal: the new text, or one that joins both; nothing when the
/// writer is no longer the owner.
///
/// # Errors
/// [`JournalFault::Superseded`]
pub fn admit(record: LocalRecord, known: Option<&str>, new: &str) -> Result<String, JournalFault> {
    let found = choose([known, None]);
    if found.newer {
        return Err(JournalFault::Superseded);
    }
    let (Some((number, known)), Some((next, content))) = (found.content, choose([Some(new), None]).content)
    else {
        return Ok(new.to_owned());
    };
    match record {
        LocalRecord::Settings => Ok(new.to_owned()),
        LocalRecord::Results => Ok(encode(next.max(number.saturating_add(1)), &joined(&known, &content))),
        LocalRecord::Sitting => match (SittingV1::parse_json(&known), SittingV1::parse_json(&content)) {
            (Some(known), Some(new)) if !owns(&known, &new) => Err(JournalFault::Superseded),
            _ => Ok(new.to_owned()),
        },
    }
}

/// Whether who wrote `new` may write over `known`: a sitting that ended makes room for another, one that runs does not,
/// and an earlier owner of the same one is over.
fn owns(known: &SittingV1, new: &SittingV1) -> bool {
    if known.id == new.id { new.epoch >= known.epoch } else { known.is_ended() }
}

/// Results of two tabs, each attempt once. What the writer knows counts.
fn joined(known: &str, new: &str) -> String {
    match (Vec::<ResultV1>::parse_json(known), Vec::<ResultV1>::parse_json(new)) {
        (Some(known), Some(new)) => backup::merge_results(&new, &known, MOST_RESULTS).to_json(),
        _ => new.to_owned(),
    }
}

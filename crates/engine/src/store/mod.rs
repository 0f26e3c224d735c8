//! What is kept on the device, and how it survives a torn write, a full disk and a newer version.
//!
//! Small records lie in two slots that are written in turn, so that a torn write never takes
//! the last good one, and in a [`journal`] that is on the disk before it is called written. The forms stored have their own versioned types in [`v1`].

pub mod backup;
pub mod check;
pub mod history;
pub mod journal;
pub mod json;
mod slots;
pub mod v1;

pub use journal::JournalFault;
pub use json::Json;
pub use slots::{Found, Slot, choose, encode};

use crate::ids::{BankId, SittingId};
use std::fmt;

/// A small record in the browser's local storage, in two slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LocalRecord {
    /// The learner's settings.
    Settings,
    /// The newest results.
    Results,
    /// The running sitting, without its paper.
    Sitting,
}

impl LocalRecord {
    /// All of them: what the page reads when it starts.
    pub const ALL: [Self; 3] = [Self::Settings, Self::Results, Self::Sitting];

    /// Its place among all of them.
    pub(crate) fn place(self) -> usize {
        match self {
            Self::Settings => 0,
            Self::Results => 1,
            Self::Sitting => 2,
        }
    }

    /// Its name in the storage.
    pub fn name(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Results => "results",
            Self::Sitting => "sitting",
        }
    }

    /// Its key in the archive, where its journal is.
    pub fn journal_key(self) -> String {
        format!("journal/{}", self.name())
    }
}

/// A record in the archive, where everything long is kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ArchiveKey {
    /// The paper of a sitting.
    Form(SittingId),
    /// The log of an attempt.
    Attempt(SittingId),
    /// What was seen of a bank.
    Exposures(BankId),
    /// The paper of one's own in the making.
    Desk,
}

impl ArchiveKey {
    /// Reads what [`fmt::Display`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once('/')?;
        match kind {
            "form" => SittingId::parse(id).map(Self::Form),
            "attempt" => SittingId::parse(id).map(Self::Attempt),
            "exposures" => BankId::parse(id).map(Self::Exposures),
            "desk" if id == "paper" => Some(Self::Desk),
            _ => None,
        }
    }
}

impl fmt::Display for ArchiveKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(id) => write!(f, "form/{id}"),
            Self::Attempt(id) => write!(f, "attempt/{id}"),
            Self::Exposures(bank) => write!(f, "exposures/{bank}"),
            Self::Desk => f.write_str("desk/paper"),
        }
    }
}

/// Why the browser did not keep or give a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageFault {
    /// The browser does not let the page store anything.
    Denied,
    /// There is no room left.
    Full,
    /// It failed in another way.
    Broken,
}

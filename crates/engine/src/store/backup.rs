//! A backup: everything of a learner in one JSON file. Restoring merges, it never overwrites.

use super::v1::{ResultV1, SettingsV1, SittingV1};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the file that is written.
const VERSION: u32 = 1;
const KIND: &str = "invigil-backup";

/// A backup file of at most this many bytes is read: some thousand attempts.
pub const MAX_BACKUP: usize = 256 * 1024 * 1024;

/// A backup.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    /// What the file is.
    format: String,
    /// In which version.
    version: u32,
    /// The settings.
    pub settings: SettingsV1,
    /// The results.
    pub results: Vec<ResultV1>,
    /// The running sitting.
    #[serde(default)]
    pub sitting: Option<SittingV1>,
    /// The archive's records by key, as they lie there.
    pub archive: BTreeMap<String, String>,
}

/// Why a file is no backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupFault {
    /// Not a backup of this app, or cut short; with the place in the file where reading stopped.
    Unreadable {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// A file of another kind.
    NotABackup,
    /// Made by a newer version of the app.
    Newer,
    /// Larger than any backup is.
    TooLarge,
}

impl Backup {
    /// Gathers a backup.
    pub fn new(
        settings: SettingsV1,
        results: Vec<ResultV1>,
        sitting: Option<SittingV1>,
        archive: BTreeMap<String, String>,
    ) -> Self {
        Self { format: KIND.to_owned(), version: VERSION, settings, results, sitting, archive }
    }

    /// The file.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Why it is no backup that this version can read.
    pub fn parse(text: &str) -> Result<Self, BackupFault> {
        if text.len() > MAX_BACKUP {
            return Err(BackupFault::TooLarge);
        }
        let head: Head = serde_json::from_str(text).map_err(|error| unreadable(&error))?;
        match (head.format.as_str(), head.version) {
            (KIND, VERSION) => serde_json::from_str(text).map_err(|error| unreadable(&error)),
            (KIND, newer) if newer > VERSION => Err(BackupFault::Newer),
            _ => Err(BackupFault::NotABackup),
        }
    }
}

/// Enough of a file to tell what it is.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: String,
    #[serde(default)]
    version: u32,
}

fn unreadable(error: &serde_json::Error) -> BackupFault {
    BackupFault::Unreadable { line: error.line(), column: error.column() }
}

/// The newest results of both lists, each attempt once, newest first, at most `most`.
pub fn merge_results(ours: &[ResultV1], theirs: &[ResultV1], most: usize) -> Vec<ResultV1> {
    let by_id: BTreeMap<_, _> =
        theirs.iter().chain(ours).map(|result| (result.id.clone(), result.clone())).collect();
    let mut merged: Vec<ResultV1> = by_id.into_values().collect();
    merged.sort_by(|a, b| (b.ended, &b.id).cmp(&(a.ended, &a.id)));
    merged.truncate(most);
    merged
}

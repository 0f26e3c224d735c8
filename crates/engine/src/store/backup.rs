//! A backup: everything of a learner in one JSON file. Restoring merges, it never overwrites.

use super::json::{Json, Object, Place, Value, read_count, read_list, read_text};
use super::v1::{ResultV1, SettingsV1, SittingV1};
use crate::ids::Fingerprint;
use crate::order;

/// The version of the file that is written.
const VERSION: u32 = 1;
const KIND: &str = "invigil-backup";

/// A backup file of at most this many bytes is read: some thousand attempts.
pub const MAX_BACKUP: usize = 256 * 1024 * 1024;

/// A backup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// The settings.
    pub settings: SettingsV1,
    /// The results.
    pub results: Vec<ResultV1>,
    /// The running sitting.
    pub sitting: Option<SittingV1>,
    /// The archive's records by key, as they lie there.
    pub archive: Vec<(String, String)>,
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
        archive: Vec<(String, String)>,
    ) -> Self {
        Self { settings, results, sitting, archive }
    }

    /// The file.
    pub fn to_text(&self) -> String {
        self.to_json()
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Why it is no backup that this version can read.
    pub fn parse(text: &str) -> Result<Self, BackupFault> {
        if text.len() > MAX_BACKUP {
            return Err(BackupFault::TooLarge);
        }
        let tree =
            Value::parse(text).map_err(|Place { line, column }| BackupFault::Unreadable { line, column })?;
        match (read_text(&tree, "format"), read_count(&tree, "version")) {
            (Some(KIND), Some(VERSION)) => Self::from_json(&tree).ok_or(BackupFault::NotABackup),
            (Some(KIND), Some(newer)) if newer > VERSION => Err(BackupFault::Newer),
            _ => Err(BackupFault::NotABackup),
        }
    }
}

impl Json for Backup {
    fn to_json(&self) -> String {
        let mut archive = Object::new();
        for (key, text) in &self.archive {
            archive = archive.text(key, text);
        }
        let object = Object::new()
            .json("archive", &archive.done())
            .text("format", KIND)
            .json("results", &self.results.to_json())
            .json("settings", &self.settings.to_json());
        let object = match &self.sitting {
            Some(sitting) => object.json("sitting", &sitting.to_json()),
            None => object,
        };
        object.whole("version", i64::from(VERSION)).done()
    }

    fn from_json(tree: &Value) -> Option<Self> {
        let sitting = match tree.get("sitting") {
            None | Some(Value::Null) => None,
            Some(sitting) => Some(SittingV1::from_json(sitting)?),
        };
        let Value::Object(records) = tree.get("archive")? else { return None };
        let mut archive = Vec::new();
        for (key, text) in records {
            archive.push((key.clone(), text.as_str()?.to_owned()));
        }
        Some(Self {
            settings: SettingsV1::from_json(tree.get("settings")?)?,
            results: read_list(tree, "results", ResultV1::from_json)?,
            sitting,
            archive,
        })
    }
}

/// The newest results of both lists, each attempt once, newest first, at most `most`.
pub fn merge_results(ours: &[ResultV1], theirs: &[ResultV1], most: usize) -> Vec<ResultV1> {
    let mut all: Vec<&ResultV1> = Vec::new();
    for result in ours.iter().chain(theirs) {
        match all.iter_mut().find(|known| known.id == result.id) {
            // One that was graded again knows more.
            Some(known) if known.before.is_none() && result.before.is_some() => *known = result,
            Some(_) => {}
            None => all.push(result),
        }
    }
    let newest_first = |result: &&ResultV1| {
        let ended = u64::try_from(result.ended.0).unwrap_or(0);
        [!ended, Fingerprint::of(result.id.as_str().as_bytes()).0, 0]
    };
    let keys: Vec<[u64; 3]> = all.iter().map(newest_first).collect();
    order::places(&keys)
        .into_iter()
        .take(most)
        .filter_map(|place| all.get(place))
        .map(|r| (*r).clone())
        .collect()
}

//! Whether all that is stored can be read: each record by the very reader that a start, a result or a backup would use.

use super::history::read_exposures;
use super::v1::{ResultV1, SettingsV1, SittingV1};
use super::{ArchiveKey, Json as _, LocalRecord, choose};
use crate::form::Form;
use crate::packed::packed_fields;
use crate::share::paper::PaperOrder;

/// What a record in local storage is called here, before the name of the record.
pub const LOCAL: &str = "local/";

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Records that can be read.
    pub sound: u32,
    /// Records that were damaged, and set aside by an earlier start.
    pub aside: u32,
    /// The names of those that cannot be read.
    pub broken: Vec<String>,
}

packed_fields!(Checked { sound, aside, broken });

/// Reads all records: pairs of name and text.
pub fn check(records: &[(String, String)]) -> Checked {
    let mut checked = Checked::default();
    for (name, text) in records {
        if name.starts_with("bad/") {
            checked.aside += 1;
            continue;
        }
        match is_sound(name, text) {
            Some(true) => checked.sound += 1,
            Some(false) => checked.broken.push(name.clone()),
            // Of another version, which knows what it is.
            None => {}
        }
    }
    checked
}

fn is_sound(name: &str, text: &str) -> Option<bool> {
    if let Some(key) = ArchiveKey::parse(name) {
        return Some(match key {
            ArchiveKey::Form(_) => Form::from_record(text).is_some(),
            ArchiveKey::Attempt(_) => SittingV1::parse_json(text).is_some(),
            ArchiveKey::Exposures(_) => read_exposures(text).1 == 0,
            ArchiveKey::Desk => PaperOrder::from_record(text).is_some(),
        });
    }
    let is_named = |record: &LocalRecord| {
        name == record.journal_key() || name.strip_prefix(LOCAL) == Some(record.name())
    };
    let record = LocalRecord::ALL.into_iter().find(is_named)?;
    let found = choose([Some(text), None]);
    if found.newer {
        return None;
    }
    let content = found.content.map(|(_, content)| content);
    Some(content.is_some_and(|content| match record {
        LocalRecord::Settings => SettingsV1::parse_json(&content).is_some(),
        LocalRecord::Results => Vec::<ResultV1>::parse_json(&content).is_some(),
        LocalRecord::Sitting => SittingV1::parse_json(&content).is_some(),
    }))
}

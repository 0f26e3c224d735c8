//! `releases.json`: which questions each released bank held, so that a link of any age can be told from another.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `releases.json`: the released banks, oldest first; written by the command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReleasesFile {
    /// Where an editor finds the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The releases, one a line.
    pub releases: Vec<Release>,
}

/// A released bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// The hash of the compiled bank, as 16 hexadecimal digits: each of its parts repeats it.
    #[schemars(regex(pattern = r"^[0-9a-f]{16}$"))]
    pub fingerprint: String,
    /// The first 40 bits of it, as exam links carry them.
    pub link: String,
    /// The day of the release.
    pub on: String,
    /// The bank's version.
    pub version: String,
    /// The number and the revision of each question, by rising number.
    pub questions: Vec<(u32, u16)>,
}

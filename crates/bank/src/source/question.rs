//! A question as its author writes it, and the file of a topic.

use invigil_engine::bank::{Difficulty, Kind, Level, Tier};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// `topics/<topic>.json`: the questions of one topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicFile {
    /// Where an editor finds the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The topic's id, which is also the file's name.
    pub topic: String,
    /// Its questions.
    pub questions: Vec<QuestionSource>,
}

/// A question with all that is known about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionSource {
    /// A name for authors, unique in the bank; learners never see it.
    #[schemars(regex(pattern = r"^[a-z0-9.-]{1,48}$"))]
    pub id: String,
    /// Append-only number, given by `cargo xtask bank number`; never chosen by hand, never used again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// Counts up from 1 when the key, the stem or an option changes in meaning.
    #[serde(default = "first_revision")]
    #[schemars(range(min = 1))]
    pub revision: u16,
    /// How it is answered.
    pub kind: KindName,
    /// Whether a mock exam may hold it.
    pub tier: TierName,
    /// What it asks of the reader.
    pub level: LevelName,
    /// How hard its author rates it.
    pub difficulty: DifficultyName,
    /// The objective that it tests.
    pub objective: String,
    /// One to three facts without each of which the key or a reason would be wrong.
    #[schemars(length(min = 1, max = 3))]
    pub facts: Vec<String>,
    /// For each guide that asks it: the task, or the domain where the guide names no tasks.
    pub tasks: BTreeMap<String, String>,
    /// Kept for the mock exams that readiness is measured by.
    #[serde(default, skip_serializing_if = "is_false")]
    pub sealed: bool,
    /// Given only where the order of the options has meaning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OptionOrder>,
    /// The situation, then the question; Markdown.
    pub stem: String,
    /// Four options, or five or six of a multiple response.
    #[schemars(length(min = 4, max = 6))]
    pub options: Vec<OptionSource>,
    /// The one line to remember; Markdown.
    pub takeaway: String,
    /// Pages of the official documentation that defend the key.
    #[schemars(length(min = 1))]
    pub references: Vec<ReferenceSource>,
    /// When the question was held against its source.
    pub verified: Verified,
    /// Given where an older truth differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<ChangeSource>,
    /// Ids of questions that must not stand beside it in one form; naming one side is enough.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub enemies: Vec<String>,
}

/// An option with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OptionSource {
    /// `a`, `b`, … in the order of the file.
    #[schemars(regex(pattern = r"^[a-f]$"))]
    pub id: String,
    /// What the option says: one paragraph of Markdown.
    pub text: String,
    /// True for a key; left out for a distractor.
    #[serde(default, skip_serializing_if = "is_false")]
    pub correct: bool,
    /// What makes it right, or where it would be right and what it mistakes here; Markdown.
    pub why: String,
    /// The wrong idea behind a distractor, the same id wherever it recurs; none on a key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[a-z0-9-]{1,64}$"))]
    pub misconception: Option<String>,
}

/// A page of documentation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferenceSource {
    /// The page's title.
    pub title: String,
    /// Its `https` address on an allowed host.
    #[schemars(regex(pattern = r"^https://"))]
    pub url: String,
    /// Whether the page itself was read when the question was verified.
    pub opened: bool,
}

/// When and against what a question was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verified {
    /// The day, as `2026-11-24`.
    #[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))]
    pub on: String,
    /// What was read that day.
    pub source: String,
}

/// A truth that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeSource {
    /// What held, or was taught; Markdown.
    pub was: String,
    /// What holds; Markdown.
    pub is: String,
    /// A year, a month or a day.
    #[schemars(regex(pattern = r"^\d{4}(-\d{2}(-\d{2})?)?$"))]
    pub since: String,
}

/// How the options are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OptionOrder {
    /// In the order of the file.
    Fixed,
}

macro_rules! names {
    ($(#[$doc:meta])* $name:ident for $engine:ident { $($(#[$variant_doc:meta])* $variant:ident),+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "lowercase")]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl From<$name> for $engine {
            fn from(name: $name) -> Self {
                match name { $($name::$variant => Self::$variant),+ }
            }
        }

        impl $name {
            /// All of them, in order, each with its name in the sources.
            pub const ALL: &[(Self, &str)] = &[$((Self::$variant, stringify!($variant))),+];
        }
    };
}

names! {
    /// How a question is answered.
    KindName for Kind {
        /// One key of four options.
        Single,
        /// Two or three keys of five or six options, all or nothing.
        Multiple
    }
}

names! {
    /// Whether a question belongs to the exam.
    TierName for Tier {
        /// The exam may ask it.
        Exam,
        /// Worth knowing; never in a form drawn for a guide.
        Foundation
    }
}

names! {
    /// What a question asks of its reader.
    LevelName for Level {
        /// What is it, what is the limit.
        Recall,
        /// Which call, setting or service does it here.
        Apply,
        /// Why does this fail, which change mends it.
        Analyse
    }
}

names! {
    /// How hard a question is rated.
    DifficultyName for Difficulty {
        /// Most candidates know it.
        Easy,
        /// Between.
        Medium,
        /// Few candidates know it.
        Hard
    }
}

fn first_revision() -> u16 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

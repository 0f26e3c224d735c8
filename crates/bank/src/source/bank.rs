//! The files of a bank beside its questions: what it is, its guides, topics, objectives and facts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `catalogue.json`: the banks that a site offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CatalogueFile {
    /// Where an editor finds the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// Version of this form; 1.
    pub format: u32,
    /// Folders of banks, the one offered first at the front.
    pub banks: Vec<String>,
}

/// `bank.json`: what the bank is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BankFile {
    /// Where an editor finds the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// Its id, which is also its folder's name.
    #[schemars(regex(pattern = r"^[a-z0-9.-]{1,48}$"))]
    pub id: String,
    /// Its title, as a reader sees it.
    pub title: String,
    /// Its version, as its authors count.
    pub version: String,
    /// Its licence, as an SPDX expression.
    pub licence: String,
    /// Where a fault in a question is reported; null while there is no such place.
    pub issues: Option<String>,
    /// The language of its texts, as a BCP 47 tag.
    pub language: String,
    /// What a release is held to; what is left out is not held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aims: Option<Aims>,
}

/// What a release of a bank is held to: the bank's own promise, which the check keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Aims {
    /// The fewest questions of a topic of the study notes; three where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic_questions: Option<u32>,
    /// The fewest questions of an objective.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objective_questions: Option<u32>,
    /// The fewest and the most objectives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objectives: Option<[u32; 2]>,
    /// The least share of questions that ask for more than recall, in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beyond_recall: Option<u32>,
    /// The least and the greatest share of multiple response in the exam tier, in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub multiple: Option<[u32; 2]>,
    /// Whether every fact of the study notes is asked by a question or listed in `left-to-guide.jsonl`.
    #[serde(default, skip_serializing_if = "is_false")]
    pub notes_facts: bool,
    /// How many full forms of the last guide can be drawn one after another with no question twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forms: Option<u32>,
    /// How many such forms the sealed questions give, once there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed_forms: Option<u32>,
    /// The fewest questions of an objective that stay unsealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open_objective_questions: Option<u32>,
}

/// `guides.json`: the exam guides as dated blueprints, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GuidesFile {
    /// Where an editor finds the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The day on which the guides were held against their sources.
    pub checked: String,
    /// Where they were read.
    pub sources: Vec<String>,
    /// What is not published, or was not available, and what stands here instead.
    pub remarks: Vec<String>,
    /// The guides.
    pub guides: Vec<GuideSource>,
}

/// A guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GuideSource {
    /// Its id, such as `dva-c03`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The first day on which the exam follows it.
    pub used_from: Option<String>,
    /// The last day.
    pub used_until: Option<String>,
    /// How the exam is sat and graded.
    pub format: ExamFormatSource,
    /// What a form is balanced by beside the domains.
    pub quotas: QuotasSource,
    /// Its domains, whose weights sum to 100.
    pub domains: Vec<DomainSource>,
}

/// How an exam is sat and graded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExamFormatSource {
    /// Questions in a form.
    pub questions: u32,
    /// How many of them count.
    pub scored: u32,
    /// Time allowed.
    pub minutes: i32,
    /// Time added for those who sit it in a second language.
    pub extra_minutes: i32,
    /// The lowest and the highest scaled score.
    pub scale: [u32; 2],
    /// The scaled score that passes.
    pub pass: u32,
    /// Plausible raw cuts in percent, lowest first: the true one is not published.
    pub raw_cuts: Vec<u32>,
}

/// What a form is balanced by beside the domains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuotasSource {
    /// Shares of easy, medium and hard questions in percent.
    pub difficulty: [u32; 3],
    /// The least and the greatest share of multiple-response questions in percent.
    pub multiple: [u32; 2],
}

/// A domain of a guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DomainSource {
    /// Its id, such as `2`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its share of the exam in percent.
    pub weight: u32,
    /// Its tasks; empty where the guide is drawn by domain only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<TaskSource>,
}

/// A task of a domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskSource {
    /// Its id, such as `2.3`.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// `topics.json`: the one list of topics, in the order of the study notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicsFile {
    /// Where an editor finds the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The topics.
    pub topics: Vec<TopicSource>,
}

/// A subject of the bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicSource {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Whether it is a section of the study notes, which every release covers: see the aims of the bank.
    pub notes: bool,
}

/// `objectives.json`: what a developer can do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObjectivesFile {
    /// Where an editor finds the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The objectives.
    pub objectives: Vec<ObjectiveSource>,
}

/// What a developer can do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObjectiveSource {
    /// Its id, which begins with its topic's.
    #[schemars(regex(pattern = r"^[a-z0-9.-]{1,48}$"))]
    pub id: String,
    /// The act, as an imperative phrase.
    pub title: String,
    /// The topic that it belongs to.
    pub topic: String,
    /// The facts that it rests on.
    pub facts: Vec<String>,
}

/// `numbers.json`: which question numbers were ever given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NumbersFile {
    /// Where an editor finds the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The highest number ever given.
    pub highest: u32,
    /// Numbers of questions that are no longer in the bank, rising.
    pub retired: Vec<u32>,
}

/// One line of a `facts*.jsonl`: what is true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Its id, such as `sqs-021`.
    pub id: String,
    /// The topic that it belongs to.
    pub topic: String,
    /// What the study notes of 2019 say, in other words; null where they are silent.
    pub note: Option<String>,
    /// How the notes' statement stands today.
    pub verdict: Verdict,
    /// The fact as it holds.
    pub today: String,
    /// When it changed.
    pub since: Option<String>,
    /// Where it was read.
    pub source: Option<String>,
    /// Whether it was read there, or is remembered.
    pub confidence: Confidence,
    /// How an exam asks it.
    pub exam_angle: Option<String>,
    /// Plausible wrong ideas.
    pub distractors: Vec<String>,
}

/// One line of `left-to-guide.jsonl`: a fact of the study notes that no question asks, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Left {
    /// The fact's id.
    pub fact: String,
    /// Why the study guide tells it and no question asks it.
    #[schemars(length(min = 25))]
    pub reason: String,
}

/// One line of `stale.jsonl`: a value or a name that held once and is met still.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stale {
    /// Ways to write the old value.
    pub old: Vec<String>,
    /// What holds now; null where the thing is gone, which then must not be a key.
    pub new: Option<String>,
    /// Since when.
    pub since: String,
    /// Where that was read: a fact of the bank, or a page.
    pub source: String,
    /// Topics whose questions are looked at; where both lists are empty, all questions.
    pub topics: Vec<String>,
    /// Words that mark a sentence of another topic as meant too.
    pub about: Vec<String>,
}

/// How a statement of the notes stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It holds.
    Current,
    /// It held, and something else holds now.
    Changed,
    /// It never held.
    Wrong,
    /// It holds in part.
    Imprecise,
    /// The service is retired.
    ObsoleteService,
}

/// How well a fact is founded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Read in its source.
    Seen,
    /// Remembered: checked before a key hinges on it.
    Memory,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

//! What a bank is made of, in the parts that the page loads: an index for the draw, the
//! questions, and the reasons that are read at review.
//!
//! The types are also the compiled form of a bank, format [`wire::FORMAT`]: a golden file
//! holds the bytes, and a change of any type here needs a new format number.

mod blueprint;
mod catalogue;
mod chunks;
mod report;
pub mod wire;

pub use blueprint::{Blueprint, Domain, ExamFormat, Quotas, Task};
pub use catalogue::{Catalogue, CatalogueEntry, CatalogueFault};
pub use chunks::{Chunks, Shelf};
pub use report::{Released, Report, Section};

use crate::ids::{BankId, Fingerprint, ObjectiveId, OptionId, OptionSet, QuestionNumber, TopicId};
use crate::packed::{packed_choice, packed_fields};
use crate::rich_text::{Href, RichText};
use crate::time::Date;
use serde::{Deserialize, Serialize};

/// What the draw and the set-up page need: all of a bank but its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankIndex {
    /// The bank's id.
    pub id: BankId,
    /// Its title, as a reader sees it.
    pub title: String,
    /// Its version, as its authors count.
    pub version: String,
    /// Its licence, as an SPDX expression.
    pub licence: String,
    /// Where a fault in a question is reported; none when the authors named no place.
    pub issues: Option<Href>,
    /// Exam guides, oldest first.
    pub guides: Vec<Blueprint>,
    /// Topics in the order of the study notes.
    pub topics: Vec<Topic>,
    /// For each topic the chunk that holds its questions; see [`wire::Part`].
    pub topic_chunks: Vec<u16>,
    /// Objectives, in the order of their topics.
    pub objectives: Vec<Objective>,
    /// One entry a question, by rising number.
    pub entries: Vec<Entry>,
}

/// A subject of the bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// Its name.
    pub title: String,
}

/// What a developer can do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objective {
    /// Its id.
    pub id: ObjectiveId,
    /// The act, as an imperative phrase.
    pub title: String,
    /// Index into [`BankIndex::topics`].
    pub topic: u16,
}

/// What the draw knows of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its number.
    pub number: QuestionNumber,
    /// Counts up when the key, the stem or an option changes in meaning.
    pub revision: u16,
    /// Hash of its content.
    pub content: Fingerprint,
    /// Index into [`BankIndex::objectives`].
    pub objective: u16,
    /// How it is answered.
    pub kind: Kind,
    /// Whether a mock may hold it.
    pub tier: Tier,
    /// What it asks of the reader.
    pub level: Level,
    /// How hard its authors rate it.
    pub difficulty: Difficulty,
    /// Kept for mock exams that readiness is measured by; no other draw and no link gives it.
    pub sealed: bool,
    /// Questions that must not stand beside it in one form.
    pub enemies: Vec<QuestionNumber>,
    /// Where it belongs in each guide that asks it.
    pub cells: Vec<Cell>,
}

/// A place in a guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Index into [`BankIndex::guides`].
    pub guide: u8,
    /// Index into the guide's domains.
    pub domain: u8,
    /// Index into the domain's tasks; none where the guide names no tasks.
    pub task: Option<u8>,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// One of four.
    Single,
    /// A stated number of five or six, all or nothing.
    Multiple,
}

/// Whether a question belongs to the exam.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tier {
    /// The exam may ask it.
    Exam,
    /// Worth knowing; never in a form drawn for a guide.
    Foundation,
}

/// What a question asks of its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Level {
    /// What is it, what is the limit.
    Recall,
    /// Which call, setting or service does it here.
    Apply,
    /// Why does this fail, which change mends it.
    Analyse,
}

/// How hard a question is rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Difficulty {
    /// Most candidates know it.
    Easy,
    /// Between.
    Medium,
    /// Few candidates know it.
    Hard,
}

/// A question as it is shown and graded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its number.
    pub number: QuestionNumber,
    /// Its revision.
    pub revision: u16,
    /// How it is answered.
    pub kind: Kind,
    /// Whether its options keep the order of the sources.
    pub fixed_order: bool,
    /// What is asked.
    pub stem: RichText,
    /// The options, in the order of their letters.
    pub options: Vec<Choice>,
}

impl Question {
    /// The right options.
    pub fn key(&self) -> OptionSet {
        self.options.iter().filter(|choice| choice.correct).map(|choice| choice.id).collect()
    }

    /// How many options are to be chosen.
    pub fn wanted(&self) -> u32 {
        self.key().len()
    }
}

/// An option of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its letter in the sources.
    pub id: OptionId,
    /// What it says.
    pub text: RichText,
    /// Whether it is right.
    pub correct: bool,
}

/// Why a question's key is right and its distractors are not; read at review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reasons {
    /// The question's number.
    pub number: QuestionNumber,
    /// The question's revision.
    pub revision: u16,
    /// One reason an option, in the order of their letters.
    pub whys: Vec<Why>,
    /// The one line to remember.
    pub takeaway: RichText,
    /// Pages of the official documentation.
    pub references: Vec<Reference>,
    /// The day on which the question was last held against its source.
    pub verified: Date,
    /// What was read that day.
    pub verified_source: String,
    /// What the question corrects, where an older truth differs.
    pub changed: Option<Change>,
}

/// The reason for one option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// The option.
    pub option: OptionId,
    /// What makes it right, or what it mistakes.
    pub text: RichText,
    /// The wrong idea behind a distractor, by id.
    pub misconception: Option<String>,
}

/// A page of documentation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// The page's title.
    pub title: String,
    /// Its address.
    pub href: Href,
    /// Whether the page itself was read when the question was verified.
    pub opened: bool,
}

/// A truth that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What held, or was taught.
    pub was: RichText,
    /// What holds.
    pub is: RichText,
    /// Since when: a year, a month or a day.
    pub since: String,
}

packed_fields! {
    BankIndex { id, title, version, licence, issues, guides, topics, topic_chunks, objectives, entries }
    Topic { id, title }
    Objective { id, title, topic }
    Entry {
        number, revision, content, objective, kind, tier, level, difficulty, sealed, enemies, cells
    }
    Cell { guide, domain, task }
    Question { number, revision, kind, fixed_order, stem, options }
    Choice { id, text, correct }
    Reasons { number, revision, whys, takeaway, references, verified, verified_source, changed }
    Why { option, text, misconception }
    Reference { title, href, opened }
    Change { was, is, since }
}

packed_choice! {
    Kind { Single, Multiple }
    Tier { Exam, Foundation }
    Level { Recall, Apply, Analyse }
    Difficulty { Easy, Medium, Hard }
}

impl BankIndex {
    /// The entry of a question.
    pub fn entry(&self, number: QuestionNumber) -> Option<&Entry> {
        let place = self.entries.binary_search_by_key(&number, |entry| entry.number).ok()?;
        self.entries.get(place)
    }

    /// The topic of an entry.
    pub fn topic_of(&self, entry: &Entry) -> Option<&Topic> {
        let objective = self.objectives.get(usize::from(entry.objective))?;
        self.topics.get(usize::from(objective.topic))
    }

    /// The chunk that holds the question of an entry.
    pub fn chunk_of(&self, entry: &Entry) -> Option<u16> {
        let objective = self.objectives.get(usize::from(entry.objective))?;
        self.topic_chunks.get(usize::from(objective.topic)).copied()
    }

    /// How many chunks its questions are divided into.
    pub fn chunks(&self) -> u16 {
        self.topic_chunks.iter().max().map_or(0, |last| last.saturating_add(1))
    }

    /// A guide and its place in the bank.
    pub fn guide(&self, id: &crate::ids::GuideId) -> Option<(u8, &Blueprint)> {
        let place = self.guides.iter().position(|guide| &guide.id == id)?;
        Some((u8::try_from(place).ok()?, self.guides.get(place)?))
    }

    /// The guide in use on a day: the last one that has begun and has not ended, else the newest.
    pub fn guide_on(&self, day: Date) -> Option<&Blueprint> {
        self.guides.iter().rev().find(|guide| guide.in_use(day)).or(self.guides.last())
    }
}

impl Entry {
    /// Where the question belongs in a guide.
    pub fn cell(&self, guide: u8) -> Option<Cell> {
        self.cells.iter().copied().find(|cell| cell.guide == guide)
    }
}

//! The study guide as it is compiled: an index, pages, one table of all limits, one list of all that changed.
//!
//! Pages are fetched one by one when they are read, so the index holds what leads to them and no text of theirs.

use crate::ids::QuestionNumber;
use crate::packed::{Packed, Unpacking, packed_choice, packed_fields};
use crate::rich_text::{Block, Span};
use crate::time::Date;

/// What kind of page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// The notes of a topic.
    Topic,
    /// What is easily confused, side by side.
    Comparison,
    /// What is new in an exam guide.
    Guide,
}

/// Domains of an exam guide by their titles, each with the pages (by their place in the index) that teach it.
pub type Domains = Vec<(String, Vec<u16>)>;

/// What leads to the pages of a study guide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotesIndex {
    /// The pages: topics in their order, then comparisons, then guides.
    pub pages: Vec<NoteEntry>,
    /// The exam guides by their titles.
    pub guides: Vec<(String, Domains)>,
    /// Address of the table of limits, a list of [`LimitRow`].
    pub limits: String,
    /// Address of what changed, a list of [`ChangeRow`], newest first.
    pub changes: String,
    /// Addresses of what is searched: pages, and questions.
    pub search: (String, String),
    /// For each question the page and the anchor of the paragraph that teaches it.
    pub taught: Vec<(QuestionNumber, (u16, String))>,
}

/// What leads to one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteEntry {
    /// Its kind.
    pub kind: NoteKind,
    /// Its name in addresses, such as `sqs` or `compare/queues`.
    pub name: String,
    /// Its heading.
    pub title: String,
    /// What it decides, in a sentence; of a topic the first sentence of its lead.
    pub summary: String,
    /// The services under which it is looked for.
    pub services: Vec<String>,
    /// Its address.
    pub address: String,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotePage {
    /// Its heading.
    pub title: String,
    /// What it is.
    pub lead: NoteBlock,
    /// Its parts.
    pub sections: Vec<NoteSection>,
    /// Official pages: titles and addresses.
    pub references: Vec<(String, String)>,
    /// When the page was last held against its facts.
    pub checked: Date,
    /// How many facts it states, and how many of them were read in a source.
    pub facts: (u16, u16),
    /// The comparisons and guides that name its topic, by their place in the index; of a comparison, its topics.
    pub related: Vec<u16>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteSection {
    /// Its anchor.
    pub anchor: String,
    /// Its heading.
    pub title: String,
    /// Its blocks.
    pub blocks: Vec<NoteBlock>,
    /// The open questions of the objectives that it teaches.
    pub questions: Vec<QuestionNumber>,
}

/// A block, and where each of its parts can be found: one part for a paragraph, or one for each item or row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteBlock {
    /// What is read.
    pub block: Block,
    /// The anchors of its parts: ids of facts, each once on a page; empty for a part without one.
    pub anchors: Vec<String>,
}

/// A row of the table of limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitRow {
    /// The page that it stands on, by its place in the index.
    pub page: u16,
    /// Its anchor there.
    pub anchor: String,
    /// What it limits, its default, its limit.
    pub cells: [Vec<Span>; 3],
}

/// Something that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRow {
    /// The page that it stands on, by its place in the index.
    pub page: u16,
    /// Its anchor there.
    pub anchor: String,
    /// `2024`, `2024-11` or `2024-11-30`; empty where no date is known; `corrected` where the old statement was never so.
    pub since: String,
    /// What holds now, and what was thought.
    pub words: Vec<Span>,
}

packed_choice!(NoteKind { Topic, Comparison, Guide });

packed_fields! {
    NotesIndex { pages, guides, limits, changes, search, taught }
    NoteEntry { kind, name, title, summary, services, address }
    NotePage { title, lead, sections, references, checked, facts, related }
    NoteSection { anchor, title, blocks, questions }
    NoteBlock { block, anchors }
    ChangeRow { page, anchor, since, words }
}

impl Packed for LimitRow {
    fn put(&self, out: &mut Vec<u8>) {
        self.page.put(out);
        self.anchor.put(out);
        self.cells.iter().for_each(|cell| cell.put(out));
    }

    fn take(from: &mut Unpacking) -> Self {
        let (page, anchor) = (Packed::take(from), Packed::take(from));
        Self { page, anchor, cells: std::array::from_fn(|_| Packed::take(from)) }
    }
}

impl NotesIndex {
    /// A page by its name, and its place.
    pub fn page(&self, name: &str) -> Option<(u16, &NoteEntry)> {
        (0..).zip(&self.pages).find(|(_, entry)| entry.name == name)
    }

    /// A page by its place.
    pub fn at(&self, place: u16) -> Option<&NoteEntry> {
        self.pages.get(usize::from(place))
    }

    /// The page and the anchor of the paragraph that teaches a question.
    pub fn teaching(&self, number: QuestionNumber) -> Option<(&NoteEntry, &str)> {
        let (_, (place, anchor)) = self.taught.iter().find(|(known, _)| *known == number)?;
        Some((self.at(*place)?, anchor))
    }
}

//! Reads pages of notes: front matter, sections, blocks with the ids of their facts.

use crate::diagnostic::{Diagnostic, Place};
use crate::load::lines_before;
use crate::markdown::{Setting, parse_placed};
use invigil_engine::rich_text::{Block, NoteLink, Span, Style};
use serde::Deserialize;
use std::path::Path;

/// The study guide of a bank, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct NotesSources {
    /// Its pages, in the order of folders and names.
    pub pages: Vec<PageSource>,
    /// Groups of words that learners take for each other.
    pub synonyms: Vec<Vec<String>>,
    /// What learners type, with the pages that must be found.
    pub queries: Vec<Query>,
}

/// What a learner types.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Query {
    /// The words.
    #[serde(rename = "query")]
    pub words: String,
    /// Pages, of which one must be among the first.
    pub pages: Vec<String>,
    /// Whether it was kept back while the search was made.
    pub held: bool,
}

/// A page as its author wrote it.
#[derive(Clone, Debug)]
pub struct PageSource {
    /// Its file.
    pub place: Place,
    /// Its name in addresses: of a topic the topic, else with its folder.
    pub name: String,
    /// The folder: `topics`, `compare` or `guides`.
    pub folder: &'static str,
    /// Its front matter.
    pub head: Head,
    /// Its blocks before the first heading.
    pub lead: Vec<BlockSource>,
    /// Its sections.
    pub sections: Vec<SectionSource>,
}

/// What stands above a page.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Head {
    /// The services under which a topic is looked for.
    pub services: Vec<String>,
    /// The heading, where the page is of no topic.
    pub title: String,
    /// What the page decides.
    pub summary: String,
    /// The topics that it joins.
    pub topics: Vec<String>,
    /// When its facts were last held against it.
    pub checked: String,
    /// Official pages.
    pub references: Vec<Reference>,
    /// Numbers that it leaves out.
    pub exempt: Vec<Exempt>,
}

/// An official page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
}

/// A number of a fact that a page leaves out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exempt {
    /// The fact.
    pub fact: String,
    /// The number.
    pub number: String,
    /// Why it does not help.
    pub reason: String,
}

/// A part of a page.
#[derive(Clone, Debug)]
pub struct SectionSource {
    /// Where its heading stands.
    pub place: Place,
    /// The level of its heading.
    pub level: u8,
    /// Its anchor.
    pub anchor: String,
    /// Its heading.
    pub title: String,
    /// Its blocks.
    pub blocks: Vec<BlockSource>,
}

/// A block without the ids of its facts, and these: for a paragraph once, else for each item or row.
#[derive(Clone, Debug)]
pub struct BlockSource {
    /// Where it begins.
    pub place: Place,
    /// What is read.
    pub block: Block,
    /// Ids of facts; those of a row by its cells.
    pub facts: Vec<Vec<Vec<String>>>,
}

impl BlockSource {
    /// The words and the facts of each paragraph, item or row.
    pub(super) fn parts(&self) -> Vec<(String, Vec<&str>)> {
        let words = |spans: &[Span]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
        let texts: Vec<String> = match &self.block {
            Block::Paragraph(spans) | Block::Heading { spans, .. } => vec![words(spans)],
            Block::List { items, .. } => items.iter().map(|item| words(item)).collect(),
            Block::Table { rows, .. } => rows
                .iter()
                .map(|row| row.iter().map(|cell| words(cell)).collect::<Vec<_>>().join(" | "))
                .collect(),
            Block::Code { .. } => Vec::new(),
        };
        let facts = self.facts.iter().map(|cells| cells.iter().flatten().map(String::as_str).collect());
        texts.into_iter().zip(facts).collect()
    }
}

impl PageSource {
    /// All blocks, each with the anchor of its section; none in the lead.
    pub(super) fn blocks(&self) -> impl Iterator<Item = (Option<&str>, &BlockSource)> {
        let lead = self.lead.iter().map(|block| (None, block));
        let rest = self.sections.iter();
        lead.chain(
            rest.flat_map(|section| {
                section.blocks.iter().map(|block| (Some(section.anchor.as_str()), block))
            }),
        )
    }
}

/// The folders of a guide.
const FOLDERS: [&str; 3] = ["topics", "compare", "guides"];

/// Reads the study guide of a bank; none where the folder `notes` holds none for it.
pub fn load_notes(notes: &Path, bank: &str, found: &mut Vec<Diagnostic>) -> Option<NotesSources> {
    let root = notes.join(bank);
    if !root.is_dir() {
        return None;
    }
    let mut sources = NotesSources::default();
    for folder in FOLDERS {
        for name in names(&root.join(folder)) {
            let place = Place::file(format!("notes/{bank}/{folder}/{name}.md"));
            match std::fs::read_to_string(root.join(folder).join(format!("{name}.md"))) {
                Ok(text) => sources.pages.extend(page(&place, folder, &name, &text, found)),
                Err(error) => found.push(unreadable(&place, &error.to_string())),
            }
        }
    }
    if sources.pages.is_empty() {
        return None;
    }
    let place = Place::file(format!("notes/{bank}/synonyms.json"));
    match std::fs::read_to_string(root.join("synonyms.json")).map(|text| serde_json::from_str(&text)) {
        Ok(Ok(groups)) => sources.synonyms = groups,
        Ok(Err(error)) => found.push(unreadable(&place, &error.to_string())),
        Err(_) => {}
    }
    let place = Place::file(format!("notes/{bank}/queries.jsonl"));
    let text = std::fs::read_to_string(root.join("queries.jsonl")).unwrap_or_default();
    for (line, query) in (1..).zip(text.lines()) {
        match serde_json::from_str(query) {
            Ok(query) => sources.queries.push(query),
            Err(error) => found.push(unreadable(&place.at(line), &error.to_string())),
        }
    }
    Some(sources)
}

fn unreadable(place: &Place, error: &str) -> Diagnostic {
    place.says("E-notes-file", format!("it cannot be read: {error}"), "docs/notes-format.md shows the form")
}

/// The Markdown files of a folder, without their ending, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.file_name().into_string().ok()?.strip_suffix(".md").map(str::to_owned))
        .collect();
    names.sort();
    names
}

fn page(
    place: &Place,
    folder: &'static str,
    file: &str,
    text: &str,
    found: &mut Vec<Diagnostic>,
) -> Option<PageSource> {
    let Some((head, body)) = text.strip_prefix("+++\n").and_then(|rest| rest.split_once("\n+++\n")) else {
        let advice = "begin the page with lines of +++ around services, checked and references";
        found.push(place.at(1).says("E-notes-head", "the page has no front matter", advice));
        return None;
    };
    let head = match toml::from_str(head) {
        Ok(head) => head,
        Err(error) => {
            let line = error.span().map_or(0, |span| lines_before(head, span.start));
            let advice = "docs/notes-format.md lists the keys of the front matter";
            found.push(place.at(line + 2).says("E-notes-head", error.message(), advice));
            return None;
        }
    };
    let above = lines_before(text, text.len().saturating_sub(body.len()));
    let (blocks, faults) = parse_placed(body, Setting::Page);
    for fault in faults {
        found.push(place.at(above + fault.line + 1).says("E-notes-text", fault.message, fault.advice));
    }
    let name = if folder == "topics" { file.to_owned() } else { format!("{folder}/{file}") };
    let mut page =
        PageSource { place: place.clone(), name, folder, head, lead: Vec::new(), sections: Vec::new() };
    for (line, block) in blocks {
        page.push(place.at(above + line + 1), block);
    }
    Some(page)
}

impl PageSource {
    fn push(&mut self, place: Place, mut block: Block) {
        if let Block::Heading { level, anchor, spans } = block {
            let title = spans.iter().map(|span| span.text.as_str()).collect();
            self.sections.push(SectionSource { place, level, anchor, title, blocks: Vec::new() });
            return;
        }
        each_text(&mut block, &mut |spans| resolve(spans, &self.name));
        let facts = facts_of(&mut block);
        let blocks = self.sections.last_mut().map_or(&mut self.lead, |section| &mut section.blocks);
        blocks.push(BlockSource { place, block, facts });
    }
}

/// Calls for each run of text of a block.
fn each_text(block: &mut Block, each: &mut impl FnMut(&mut Vec<Span>)) {
    match block {
        Block::Paragraph(spans) | Block::Heading { spans, .. } => each(spans),
        Block::List { items, .. } => items.iter_mut().for_each(each),
        Block::Table { header, rows } => {
            header.iter_mut().for_each(&mut *each);
            rows.iter_mut().flatten().for_each(each);
        }
        Block::Code { .. } => {}
    }
}

/// Links as addresses have them: a page, and behind a slash its anchor.
fn resolve(spans: &mut [Span], page: &str) {
    for span in spans {
        let Style::Note(link) = &span.style else { continue };
        let (name, anchor) = link.as_str().split_once('#').unwrap_or((link.as_str(), ""));
        let name = if name.is_empty() { page } else { name };
        let whole = if anchor.is_empty() { name.to_owned() } else { format!("{name}/{anchor}") };
        if let Some(link) = NoteLink::parse(&whole) {
            span.style = Style::Note(link);
        }
    }
}

/// Takes the ids of facts from the ends of a block's texts.
fn facts_of(block: &mut Block) -> Vec<Vec<Vec<String>>> {
    match block {
        Block::Paragraph(spans) | Block::Heading { spans, .. } => vec![vec![cut(spans)]],
        Block::List { items, .. } => items.iter_mut().map(|item| vec![cut(item)]).collect(),
        Block::Table { rows, .. } => rows.iter_mut().map(|row| row.iter_mut().map(cut).collect()).collect(),
        Block::Code { .. } => Vec::new(),
    }
}

/// The ids in curly brackets at the end of a text, which lose their place there.
fn cut(spans: &mut Vec<Span>) -> Vec<String> {
    let Some(last) = spans.last_mut().filter(|last| last.style == Style::Plain) else { return Vec::new() };
    let trimmed = last.text.trim_end();
    let Some((before, ids)) = trimmed.strip_suffix('}').and_then(|text| text.rsplit_once('{')) else {
        return Vec::new();
    };
    let is_id = |id: &&str| {
        !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    let ids: Vec<&str> = ids.split(',').map(str::trim).collect();
    if !ids.iter().all(is_id) {
        return Vec::new();
    }
    let ids = ids.into_iter().map(str::to_owned).collect();
    last.text = before.trim_end().to_owned();
    if last.text.is_empty() {
        spans.pop();
    }
    ids
}

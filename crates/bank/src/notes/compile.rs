//! Compiles a study guide: an index, a file a page, all limits, all changes, and what is searched.

use super::check::{read_in_source, since};
use super::read::{BlockSource, NotesSources, PageSource, SectionSource};
use crate::compile::Output;
use crate::load::BankSources;
use crate::source::Fact;
use invigil_engine::bank::{BankIndex, Blueprint, Domain, Question};
use invigil_engine::ids::{Fingerprint, QuestionNumber};
use invigil_engine::notes::{
    ChangeRow, Domains, LimitRow, NoteBlock, NoteEntry, NoteKind, NotePage, NoteSection, NotesIndex,
};
use invigil_engine::packed::Packed;
use invigil_engine::rich_text::{Block, Span, Style};
use invigil_engine::search::{QuestionIndex, SearchIndex, SearchPage, SearchParagraph};
use invigil_engine::sentences::sentences;
use invigil_engine::time::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The compiled study guide.
#[derive(Clone, Debug)]
pub struct CompiledNotes {
    /// Its files.
    pub(crate) outputs: Vec<Output>,
    /// Which of them is the index.
    pub(crate) address: String,
    /// The index.
    pub index: NotesIndex,
    /// The pages as the app reads them, in the index's order.
    pub pages: Vec<NotePage>,
    /// All limits.
    pub limits: Vec<LimitRow>,
    /// All that changed.
    pub changes: Vec<ChangeRow>,
    /// The bytes of the search's index, as they are shipped.
    pub search: Vec<u8>,
}

struct Compiler<'a> {
    bank: &'a BankSources,
    index: &'a BankIndex,
    facts: BTreeMap<&'a str, &'a Fact>,
    /// The pages, topics first.
    pages: Vec<&'a PageSource>,
}

/// Compiles a study guide that has passed its checks.
pub(crate) fn compile(
    notes: &NotesSources,
    bank: &BankSources,
    index: &BankIndex,
    questions: &[Question],
) -> Option<CompiledNotes> {
    let compiler = Compiler {
        bank,
        index,
        facts: bank.facts.iter().map(|fact| (fact.value.id.as_str(), &fact.value)).collect(),
        pages: in_order(notes, index),
    };
    let mut outputs = Vec::new();
    let mut output = |part: &str, bytes: Vec<u8>| {
        let path = format!("banks/{}-notes-{part}-{:016x}.bin", index.id, Fingerprint::of(&bytes).0);
        outputs.push(Output { path: path.clone(), bytes });
        path
    };
    let mut pages = Vec::new();
    let (mut limits, mut changes, mut taught) = (Vec::new(), Vec::new(), BTreeMap::new());
    for (place, source) in (0..).zip(&compiler.pages) {
        let anchors = Anchors::of(source);
        let page = compiler.page(source, &anchors)?;
        let address = output(&source.name.replace('/', "-"), page.to_bytes());
        if source.folder == "topics" {
            limits.extend(limit_rows(place, source, &anchors));
            changes.extend(change_rows(place, source, &anchors));
            taught.extend(anchors.facts.iter().map(|(fact, anchor)| (*fact, (place, anchor.clone()))));
        }
        pages.push((entry(source, &page, address), page));
    }
    changes.sort_by_key(|row| std::cmp::Reverse((row.since != "corrected", row.since.clone())));
    let search = SearchIndex::build(&compiler.searched(), &notes.synonyms).to_bytes();
    let asked: Vec<(u32, String)> =
        questions.iter().map(|question| (question.number.0, words(question))).collect();
    let index = NotesIndex {
        pages: pages.iter().map(|(entry, _)| entry.clone()).collect(),
        guides: compiler.guides(),
        limits: output("limits", limits.to_bytes()),
        changes: output("changes", changes.to_bytes()),
        search: (
            output("search", search.clone()),
            output("search-questions", QuestionIndex::build(&asked).to_bytes()),
        ),
        taught: compiler.taught(&taught),
    };
    let address = output("index", index.to_bytes());
    let pages = pages.into_iter().map(|(_, page)| page).collect();
    Some(CompiledNotes { outputs, address, index, pages, limits, changes, search })
}

/// Topics in the bank's order, then comparisons and guides by their names.
fn in_order<'a>(notes: &'a NotesSources, index: &BankIndex) -> Vec<&'a PageSource> {
    let place = |page: &PageSource| index.topics.iter().position(|topic| topic.id.as_str() == page.name);
    let mut pages: Vec<&PageSource> = notes.pages.iter().collect();
    pages.sort_by_key(|page| (place(page).unwrap_or(usize::MAX), page.folder, &page.name));
    pages
}

/// What a question says, for who looks for one that was seen.
fn words(question: &Question) -> String {
    let options = question.options.iter().map(|option| option.text.words());
    std::iter::once(question.stem.words()).chain(options).collect::<Vec<_>>().join(" ")
}

/// The anchors of a page's parts. A fact is an anchor where it stands first, so each is there once.
struct Anchors<'a> {
    /// For each fact the anchor of the part that states it first.
    facts: BTreeMap<&'a str, String>,
    /// The anchors of all parts, block by block.
    blocks: Vec<Vec<String>>,
}

impl<'a> Anchors<'a> {
    fn of(page: &'a PageSource) -> Self {
        let mut anchors = Self { facts: BTreeMap::new(), blocks: Vec::new() };
        let taken: BTreeSet<&str> = page.sections.iter().map(|section| section.anchor.as_str()).collect();
        for (_, block) in page.blocks() {
            let parts = block.facts.iter().map(|cells| {
                let ids: Vec<&str> = cells.iter().flatten().map(String::as_str).collect();
                let free = ids.iter().find(|id| !anchors.facts.contains_key(*id) && !taken.contains(*id));
                let anchor = free.map(|id| (*id).to_owned()).unwrap_or_default();
                for id in ids {
                    anchors.facts.entry(id).or_insert_with(|| anchor.clone());
                }
                anchor
            });
            let parts = parts.collect();
            anchors.blocks.push(parts);
        }
        anchors
    }
}

impl Compiler<'_> {
    fn title(&self, page: &PageSource) -> String {
        let topic = self.index.topics.iter().find(|topic| topic.id.as_str() == page.name);
        topic.map_or_else(|| page.head.title.clone(), |topic| topic.title.clone())
    }

    fn page(&self, source: &PageSource, anchors: &Anchors) -> Option<NotePage> {
        let mut blocks = anchors.blocks.iter();
        let mut block = |source: &BlockSource| NoteBlock {
            block: source.block.clone(),
            anchors: blocks.next().cloned().unwrap_or_default(),
        };
        let lead = source.lead.first().map(&mut block)?;
        let sections = source
            .sections
            .iter()
            .map(|section| NoteSection {
                anchor: section.anchor.clone(),
                title: section.title.clone(),
                blocks: section.blocks.iter().map(&mut block).collect(),
                questions: self.practice(section),
            })
            .collect();
        let stated = anchors.facts.keys().filter_map(|id| self.facts.get(id).copied());
        Some(NotePage {
            title: self.title(source),
            lead,
            sections,
            references: source
                .head
                .references
                .iter()
                .map(|each| (each.title.clone(), each.url.clone()))
                .collect(),
            checked: Date::parse(&source.head.checked)?,
            facts: read_in_source(stated),
            related: self.related(source),
        })
    }

    /// The open questions of the objectives whose facts a section states.
    fn practice(&self, section: &SectionSource) -> Vec<QuestionNumber> {
        let facts: BTreeSet<&String> =
            section.blocks.iter().flat_map(|block| block.facts.iter().flatten().flatten()).collect();
        let objectives = self.bank.objectives.iter().map(|found| &found.value);
        let wanted: BTreeSet<&str> = objectives
            .filter(|objective| objective.facts.iter().any(|fact| facts.contains(fact)))
            .map(|objective| objective.id.as_str())
            .collect();
        let questions = self.bank.questions.iter().map(|found| &found.value);
        let mut numbers: Vec<QuestionNumber> = questions
            .filter(|question| !question.sealed && wanted.contains(question.objective.as_str()))
            .filter_map(|question| question.number.map(QuestionNumber))
            .collect();
        numbers.sort();
        numbers
    }

    /// The comparisons and guides of a topic, or the topics of one of these.
    fn related(&self, source: &PageSource) -> Vec<u16> {
        let joins = |page: &&PageSource| match source.folder {
            "topics" => page.head.topics.contains(&source.name),
            _ => source.head.topics.contains(&page.name),
        };
        (0..).zip(&self.pages).filter(|(_, page)| joins(page)).map(|(place, _)| place).collect()
    }

    /// Each guide's domains with the topics of which a third of the questions, or more, are asked there.
    fn guides(&self) -> Vec<(String, Domains)> {
        let domains = |guide: &Blueprint| {
            let pages = |domain: &Domain| self.topics_of(guide.id.as_str(), domain.id.as_str());
            guide.domains.iter().map(|domain| (domain.title.clone(), pages(domain))).collect()
        };
        self.index.guides.iter().map(|guide| (guide.title.clone(), domains(guide))).collect()
    }

    fn topics_of(&self, guide: &str, domain: &str) -> Vec<u16> {
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for found in &self.bank.questions {
            let count = counts.entry(found.topic()).or_default();
            count.0 += 1;
            let task = found.value.tasks.get(guide).map(String::as_str).unwrap_or_default();
            count.1 += usize::from(task.split('.').next() == Some(domain));
        }
        let teaches = |page: &PageSource| {
            counts.get(page.name.as_str()).is_some_and(|(all, here)| *here > 0 && here * 3 >= *all)
        };
        (0..).zip(&self.pages).filter(|(_, page)| teaches(page)).map(|(place, _)| place).collect()
    }

    /// For each question the paragraph that states the first of its facts.
    fn taught(&self, anchors: &BTreeMap<&str, (u16, String)>) -> Vec<(QuestionNumber, (u16, String))> {
        let questions = self.bank.questions.iter().map(|found| &found.value);
        let mut taught: Vec<_> = questions
            .filter_map(|question| {
                let place = question.facts.iter().find_map(|fact| anchors.get(fact.as_str()))?;
                Some((QuestionNumber(question.number?), place.clone()))
            })
            .collect();
        taught.sort();
        taught
    }

    fn searched(&self) -> Vec<SearchPage> {
        self.pages.iter().map(|page| self.searched_page(page)).collect()
    }

    fn searched_page(&self, page: &PageSource) -> SearchPage {
        let anchors = Anchors::of(page);
        let headings: BTreeMap<&str, &str> =
            page.sections.iter().map(|section| (section.anchor.as_str(), section.title.as_str())).collect();
        let mut paragraphs = Vec::new();
        for ((section, block), parts) in page.blocks().zip(&anchors.blocks) {
            for ((text, _), anchor) in block.parts().into_iter().zip(parts) {
                let anchor = if anchor.is_empty() { section.unwrap_or_default() } else { anchor.as_str() };
                let heading = section.and_then(|section| headings.get(section)).copied().unwrap_or_default();
                paragraphs.push(SearchParagraph {
                    anchor: anchor.to_owned(),
                    heading: heading.to_owned(),
                    text,
                });
            }
        }
        let mut names = page.head.services.clone();
        names.push(page.name.clone());
        SearchPage { title: self.title(page), names, paragraphs }
    }
}

fn entry(source: &PageSource, page: &NotePage, address: String) -> NoteEntry {
    let first = match &page.lead.block {
        Block::Paragraph(spans) => sentences(spans).into_iter().next().unwrap_or_default(),
        _ => Vec::new(),
    };
    let summary = if source.folder == "topics" { plain(&first) } else { source.head.summary.clone() };
    NoteEntry {
        kind: match source.folder {
            "topics" => NoteKind::Topic,
            "compare" => NoteKind::Comparison,
            _ => NoteKind::Guide,
        },
        name: source.name.clone(),
        title: page.title.clone(),
        summary,
        services: source.head.services.clone(),
        address,
    }
}

fn plain(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// The parts of a section by its anchor: what they say, and their own anchors.
fn parts_of<'a>(
    page: &'a PageSource,
    anchors: &'a Anchors,
    section: &'static str,
) -> impl Iterator<Item = (&'a Block, &'a Vec<String>)> {
    let blocks = page.blocks().zip(&anchors.blocks);
    blocks.filter(move |((at, _), _)| *at == Some(section)).map(|((_, block), parts)| (&block.block, parts))
}

fn limit_rows(page: u16, source: &PageSource, anchors: &Anchors) -> Vec<LimitRow> {
    let mut found = Vec::new();
    for (block, parts) in parts_of(source, anchors, "limits") {
        let Block::Table { rows, .. } = block else { continue };
        for (row, anchor) in rows.iter().zip(parts) {
            let mut cells = row.iter().cloned();
            found.push(LimitRow {
                page,
                anchor: or(anchor, "limits"),
                cells: std::array::from_fn(|_| cells.next().unwrap_or_default()),
            });
        }
    }
    found
}

fn change_rows(page: u16, source: &PageSource, anchors: &Anchors) -> Vec<ChangeRow> {
    let mut found = Vec::new();
    for (block, parts) in parts_of(source, anchors, "changed") {
        let Block::List { items, .. } = block else { continue };
        for (item, anchor) in items.iter().zip(parts) {
            let Some(since) = since(item) else { continue };
            found.push(ChangeRow { page, anchor: or(anchor, "changed"), since, words: behind_date(item) });
        }
    }
    found
}

fn or(anchor: &str, section: &str) -> String {
    if anchor.is_empty() { section.to_owned() } else { anchor.to_owned() }
}

/// What stands behind the bold date, with a capital.
fn behind_date(item: &[Span]) -> Vec<Span> {
    let mut words: Vec<Span> = item.iter().skip(1).cloned().collect();
    if let Some(first) = words.first_mut().filter(|first| first.style == Style::Plain) {
        let text = first.text.trim_start_matches([':', ',', '.', ' ']);
        let mut signs = text.chars();
        let capital = signs.next().map(|sign| sign.to_uppercase().to_string()).unwrap_or_default();
        first.text = capital + signs.as_str();
    }
    words.retain(|span| !span.text.is_empty());
    words
}

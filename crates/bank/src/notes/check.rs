//! The rules of `docs/notes-format.md`, each page against the facts of its bank.

use super::numbers::{holds, numbers, plain};
use super::read::{BlockSource, NotesSources, PageSource};
use crate::check::HOSTS;
use crate::diagnostic::Diagnostic;
use crate::load::BankSources;
use crate::source::{Confidence, Fact, Verdict};
use invigil_engine::rich_text::{Block, Span, Style};
use invigil_engine::sentences::sentences;
use invigil_engine::time::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The most signs of a paragraph, an item or a row.
const LONGEST: usize = 420;
/// The shortest reason for leaving a number out.
const REASON: usize = 15;
/// Sections that every topic's page ends with, in this order, by their titles.
const LAST: [(&str, &str); 4] = [
    ("limits", "Limits and defaults"),
    ("fails", "How it fails"),
    ("exam", "How the exam asks"),
    ("changed", "Changed since 2019"),
];
/// Names that addresses of the guide's own pages have.
const RESERVED: [&str; 5] = ["limits", "changes", "search", "question", "compare"];

/// What is wrong with a study guide.
pub fn check_notes(notes: &NotesSources, bank: &BankSources, found: &mut Vec<Diagnostic>) {
    let known = Known::of(notes, bank);
    for page in &notes.pages {
        known.check_head(page, found);
        check_lead(page, found);
        check_sections(page, found);
        for (section, block) in page.blocks() {
            known.check_block(page, section, block, found);
        }
        if page.folder == "topics" {
            known.check_facts(page, found);
        }
    }
    known.check_whole(notes, found);
}

/// Where a fact stands: the section, the words of its paragraph, item or row, and the block.
type Stand<'a> = (Option<&'a str>, String, &'a BlockSource);

/// What names may stand for.
struct Known<'a> {
    facts: BTreeMap<&'a str, &'a Fact>,
    topics: BTreeSet<&'a str>,
    /// The anchors of each page.
    pages: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> Known<'a> {
    fn of(notes: &'a NotesSources, bank: &'a BankSources) -> Self {
        let anchors = |page: &'a PageSource| {
            let facts = page.blocks().flat_map(|(_, block)| block.facts.iter().flatten().flatten());
            let sections = page.sections.iter().map(|section| &section.anchor);
            (page.name.as_str(), facts.chain(sections).map(String::as_str).collect())
        };
        Self {
            facts: bank.facts.iter().map(|fact| (fact.value.id.as_str(), &fact.value)).collect(),
            topics: bank.topics.iter().flat_map(|file| &file.topics).map(|topic| topic.id.as_str()).collect(),
            pages: notes.pages.iter().map(anchors).collect(),
        }
    }

    fn check_head(&self, page: &PageSource, found: &mut Vec<Diagnostic>) {
        let (head, place) = (&page.head, page.place.at(1));
        let mut says =
            |message: String, advice: &str| found.push(place.says("E-notes-head", message, advice));
        if page.folder == "topics" {
            if head.services.is_empty() {
                says("the page names no service".into(), "name those under which it is looked for");
            }
            if !self.topics.contains(page.name.as_str()) || RESERVED.contains(&page.name.as_str()) {
                says(
                    format!("there is no topic {}", page.name),
                    "name the file after a topic of topics.json",
                );
            }
        } else if head.title.is_empty() || head.summary.is_empty() || head.topics.is_empty() {
            says("the page lacks a title, a summary or topics".into(), "write all three");
        }
        for topic in head.topics.iter().filter(|topic| !self.topics.contains(topic.as_str())) {
            says(format!("there is no topic {topic}"), "mend its name");
        }
        if Date::parse(&head.checked).is_none() {
            says("checked is no day".into(), "write it as 2026-11-28");
        }
        if head.references.len() < 2 {
            says("the page has fewer than two references".into(), "name official pages");
        }
        for reference in head.references.iter().filter(|reference| !is_official(&reference.url)) {
            says(format!("{} is no official page", reference.url), "cite official documentation");
        }
        for exempt in &head.exempt {
            let number = plain(&exempt.number);
            let has = |fact: &&Fact| numbers(&fact.today).contains(&number);
            if self.facts.get(exempt.fact.as_str()).is_none_or(|fact| !has(fact)) {
                says(
                    format!("the fact {} has no number {}", exempt.fact, exempt.number),
                    "mend the exemption, or take it away",
                );
            }
            if exempt.reason.trim().len() < REASON {
                says(format!("the exemption of {} has no reason", exempt.fact), "say why it does not help");
            }
        }
    }

    fn check_block(
        &self,
        page: &PageSource,
        section: Option<&str>,
        block: &BlockSource,
        found: &mut Vec<Diagnostic>,
    ) {
        let mut says =
            |code, message: String, advice: &str| found.push(block.place.says(code, message, advice));
        let leads_on = matches!(&block.block, Block::Paragraph(spans)
            if spans.last().is_some_and(|last| last.text.trim_end().ends_with(':')));
        for (words, facts) in block.parts() {
            if words.chars().count() > LONGEST {
                let advice = "make two of it: it is read on a phone";
                says("E-notes-long", format!("a block has more than {LONGEST} signs"), advice);
            }
            if words.contains(['{', '}']) && words.contains("-0") && words.trim_end().ends_with('}') {
                says(
                    "E-notes-fact",
                    "ids of facts stand in code or another style".into(),
                    "put them behind it",
                );
            }
            if facts.is_empty() && !leads_on && page.folder != "guides" {
                let start: String = words.chars().take(40).collect();
                says("E-notes-fact", format!("'{start}…' names no fact"), "end it with {id}, or {id, id}");
            }
            for fact in facts.iter().filter(|fact| !self.facts.contains_key(*fact)) {
                says("E-notes-fact", format!("there is no fact {fact}"), "mend its id");
            }
        }
        for cell in block.facts.iter().flatten().filter(|cell| cell.len() > 2) {
            let message = format!("{} are more than two facts", cell.join(", "));
            says("E-notes-fact", message, "make two blocks of it");
        }
        if page.folder == "topics" && block.facts.iter().any(|cells| cells.iter().flatten().count() > 2) {
            says("E-notes-fact", "a row states more than two facts".into(), "make two rows of it");
        }
        for link in links(&block.block) {
            let (name, anchor) = self.split(link);
            match self.pages.get(name) {
                None => says("E-notes-link", format!("there is no page {name}"), "mend the link"),
                Some(anchors) if !anchor.is_empty() && !anchors.contains(anchor) => {
                    says("E-notes-link", format!("{name} has no anchor {anchor}"), "mend the link");
                }
                Some(_) => {}
            }
        }
        for address in addresses(&block.block).filter(|address| !is_official(address)) {
            says("E-notes-link", format!("{address} is no official page"), "cite official documentation");
        }
        if section == Some("limits") {
            check_limits(block, &mut says);
        }
        if section == Some("changed") && page.folder == "topics" {
            check_changed(block, &mut says);
        }
    }

    /// A link's page and anchor; a page's name may have a slash itself.
    fn split<'t>(&self, link: &'t str) -> (&'t str, &'t str) {
        if self.pages.contains_key(link) {
            return (link, "");
        }
        link.rsplit_once('/').unwrap_or((link, ""))
    }

    /// Every fact of the topic stands on its page, with its numbers.
    fn check_facts(&self, page: &PageSource, found: &mut Vec<Diagnostic>) {
        let mut stands: BTreeMap<&str, Vec<Stand>> = BTreeMap::new();
        for (section, block) in page.blocks() {
            for (words, facts) in block.parts() {
                for fact in facts {
                    stands.entry(fact).or_default().push((section, words.clone(), block));
                }
            }
        }
        let exempt = |fact: &str, number: &str| {
            page.head.exempt.iter().any(|exempt| exempt.fact == fact && plain(&exempt.number) == number)
        };
        for fact in self.facts.values().filter(|fact| fact.topic == page.name) {
            let id = fact.id.as_str();
            let Some(places @ [(_, _, first), ..]) = stands.get(id).map(Vec::as_slice) else {
                found.push(page.place.says(
                    "E-notes-coverage",
                    format!("the fact {id} does not stand here"),
                    &fact.today,
                ));
                continue;
            };
            let text: Vec<&str> = places.iter().map(|(_, words, _)| words.as_str()).collect();
            let text = text.join(" ");
            for number in numbers(&fact.today) {
                if !holds(&text, &number) && !exempt(id, &number) {
                    let message = format!("the number {number} of {id} does not stand in its block");
                    found.push(first.place.says(
                        "E-notes-number",
                        message,
                        "write it there, or exempt it with a reason",
                    ));
                }
            }
            let changed =
                matches!(fact.verdict, Verdict::Changed | Verdict::Wrong | Verdict::ObsoleteService);
            if changed && places.iter().all(|(section, ..)| *section != Some("changed")) {
                let message = format!("{id} changed, or was never so, and does not stand in that section");
                found.push(page.place.says("E-notes-changed", message, "add it to 'Changed since 2019'"));
            }
        }
    }

    /// The guide as a whole: a page for each topic, and queries that can be met.
    fn check_whole(&self, notes: &NotesSources, found: &mut Vec<Diagnostic>) {
        let Some(place) = notes.pages.first().map(|page| &page.place) else { return };
        let root = place.file.split('/').take(2).collect::<Vec<_>>().join("/");
        let place = crate::diagnostic::Place::file(root);
        for topic in self.topics.iter().filter(|topic| !self.pages.contains_key(*topic)) {
            found.push(place.says("E-notes-coverage", format!("the topic {topic} has no page"), "write it"));
        }
        for query in &notes.queries {
            for page in query.pages.iter().filter(|page| !self.pages.contains_key(page.as_str())) {
                let message = format!("the query '{}' wants the page {page}, and there is none", query.words);
                found.push(place.says("E-notes-query", message, "mend its name"));
            }
        }
    }
}

fn is_official(address: &str) -> bool {
    let host = address.strip_prefix("https://").and_then(|rest| rest.split('/').next());
    host.is_some_and(|host| HOSTS.contains(&host))
}

fn check_lead(page: &PageSource, found: &mut Vec<Diagnostic>) {
    let place = page.lead.first().map_or_else(|| page.place.clone(), |lead| lead.place.clone());
    match page.lead.as_slice() {
        [BlockSource { block: Block::Paragraph(spans), .. }] if sentences(spans).len() == 3 => {}
        [BlockSource { block: Block::Paragraph(spans), .. }] => {
            let message = format!("the lead has {} sentences", sentences(spans).len());
            found.push(place.says("E-notes-lead", message, "say in three what it is"));
        }
        _ => found.push(place.says(
            "E-notes-lead",
            "the page does not begin with one paragraph",
            "write its lead",
        )),
    }
}

fn check_sections(page: &PageSource, found: &mut Vec<Diagnostic>) {
    for section in &page.sections {
        let mut says = |message: String, advice: &str| {
            found.push(section.place.says("E-notes-section", message, advice));
        };
        if section.level != 2 {
            says("a heading is not of the second level".into(), "write ## before it");
        }
        if section.blocks.is_empty() {
            says(format!("the section {} is empty", section.anchor), "write it, or take it away");
        }
        let named = LAST.iter().find(|(anchor, _)| page.folder == "topics" && *anchor == section.anchor);
        if let Some((anchor, title)) = named.filter(|(_, title)| *title != section.title) {
            says(format!("the section {anchor} has another title"), &format!("call it '{title}'"));
        }
    }
    if page.folder != "topics" {
        return;
    }
    let anchors: Vec<&str> = page.sections.iter().map(|section| section.anchor.as_str()).collect();
    let last: Vec<&str> =
        LAST.iter().map(|(anchor, _)| *anchor).filter(|anchor| anchors.contains(anchor)).collect();
    if !anchors.ends_with(&last) || !last.contains(&"fails") || !last.contains(&"exam") {
        let advice =
            "end the page with limits, fails, exam and changed, in this order; fails and exam it must have";
        found.push(page.place.says("E-notes-section", "the last sections are not as they should be", advice));
    }
}

fn check_limits(block: &BlockSource, says: &mut impl FnMut(&'static str, String, &str)) {
    let words = |cell: &Vec<Span>| cell.iter().map(|span| span.text.as_str()).collect::<String>();
    if let Block::Table { header, .. } = &block.block
        && header.iter().map(words).collect::<Vec<_>>() != ["What", "Default", "Limit"]
    {
        says(
            "E-notes-limits",
            "the table of limits has other columns".into(),
            "call them What, Default, Limit",
        );
    }
}

fn check_changed(block: &BlockSource, says: &mut impl FnMut(&'static str, String, &str)) {
    let Block::List { items, .. } = &block.block else {
        says("E-notes-changed", "what changed is no list".into(), "make it a list");
        return;
    };
    for item in items {
        if since(item).is_none() {
            let advice = "begin it with **2024**, **2024-11**, **2024-11-30**, **Undated** or **Corrected**";
            says("E-notes-changed", "an item does not begin with its date".into(), advice);
        }
    }
}

/// When something changed, by the bold word at the front: a date, nothing, or `corrected`.
pub(super) fn since(item: &[Span]) -> Option<String> {
    let first = item.first().filter(|first| first.style == Style::Strong)?.text.trim();
    match first {
        "Undated" => Some(String::new()),
        "Corrected" => Some("corrected".to_owned()),
        date => {
            let parts: Vec<&str> = date.split('-').collect();
            let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
            let digits = parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
            (digits && [&[4][..], &[4, 2], &[4, 2, 2]].contains(&lengths.as_slice())).then(|| date.to_owned())
        }
    }
}

/// All spans of a block.
pub(super) fn spans(block: &Block) -> Vec<&Span> {
    match block {
        Block::Paragraph(spans) | Block::Heading { spans, .. } => spans.iter().collect(),
        Block::List { items, .. } => items.iter().flatten().collect(),
        Block::Table { header, rows } => header.iter().chain(rows.iter().flatten()).flatten().collect(),
        Block::Code { .. } => Vec::new(),
    }
}

/// The pages of the guide that a block links to.
fn links(block: &Block) -> impl Iterator<Item = &str> {
    spans(block).into_iter().filter_map(|span| match &span.style {
        Style::Note(link) => Some(link.as_str()),
        _ => None,
    })
}

/// The addresses outside that a block links to.
fn addresses(block: &Block) -> impl Iterator<Item = &str> {
    spans(block).into_iter().filter_map(|span| match &span.style {
        Style::Link(href) => Some(href.as_str()),
        _ => None,
    })
}

/// How many facts there are, and how many of them were read in a source.
pub(super) fn read_in_source<'a>(facts: impl Iterator<Item = &'a Fact>) -> (u16, u16) {
    facts.fold((0, 0), |(all, read), fact| (all + 1, read + u16::from(fact.confidence == Confidence::Seen)))
}

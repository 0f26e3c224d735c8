//! The figures of a study guide: what it covers, and how well it is searched.

use super::compile::CompiledNotes;
use super::read::NotesSources;
use crate::load::BankSources;
use invigil_engine::packed::Packed as _;
use invigil_engine::rich_text::RichText;
use invigil_engine::search::SearchIndex;
use std::collections::BTreeSet;
use std::fmt;

/// So many results a learner sees without scrolling: the page that is wanted must be among them.
const FIRST: usize = 3;

/// The figures of a study guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesReport {
    /// Pages of topics, comparisons and guides together.
    pub pages: usize,
    /// Topics that have a page, and all topics.
    pub topics: (usize, usize),
    /// Facts of the bank that stand on the page of their topic, and all of its facts.
    pub facts: (usize, usize),
    /// Numbers that are left out for a reason.
    pub exempt: usize,
    /// Paragraphs, items and rows.
    pub blocks: usize,
    /// Words.
    pub words: usize,
    /// Rows of the table of limits.
    pub limits: usize,
    /// What changed.
    pub changes: usize,
    /// Queries that were known while the search was made.
    pub open: Score,
    /// Queries that were kept back.
    pub held: Score,
}

/// How well queries are met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Queries with their page among the first three results.
    pub met: usize,
    /// The others, with the pages that came first.
    pub missed: Vec<(String, Vec<String>)>,
}

impl NotesReport {
    /// The figures of a guide; the queries that were kept back are tried only when they are asked for.
    pub fn of(notes: &NotesSources, bank: &BankSources, compiled: &CompiledNotes, held: bool) -> Self {
        let stated: BTreeSet<(&str, &str)> = notes
            .pages
            .iter()
            .flat_map(|page| {
                let facts = page.blocks().flat_map(|(_, block)| block.facts.iter().flatten().flatten());
                facts.map(|fact| (page.name.as_str(), fact.as_str()))
            })
            .collect();
        let stands = |fact: &&str| {
            bank.facts.iter().any(|known| {
                known.value.id == **fact && stated.contains(&(known.value.topic.as_str(), *fact))
            })
        };
        let facts: Vec<&str> = bank.facts.iter().map(|fact| fact.value.id.as_str()).collect();
        let topics = || bank.topics.iter().flat_map(|file| &file.topics);
        let has_page = |id: &str| notes.pages.iter().any(|page| page.name == id);
        let blocks = || notes.pages.iter().flat_map(|page| page.blocks().map(|(_, block)| block));
        let words = |block: &super::read::BlockSource| {
            RichText(vec![block.block.clone()]).words().split_whitespace().count()
        };
        Self {
            pages: notes.pages.len(),
            topics: (topics().filter(|topic| has_page(&topic.id)).count(), topics().count()),
            facts: (facts.iter().filter(|fact| stands(fact)).count(), facts.len()),
            exempt: notes.pages.iter().map(|page| page.head.exempt.len()).sum(),
            blocks: blocks().map(|block| block.facts.len()).sum(),
            words: blocks().map(words).sum(),
            limits: compiled.limits.len(),
            changes: compiled.changes.len(),
            open: score(notes, compiled, false),
            held: if held { score(notes, compiled, true) } else { Score::default() },
        }
    }
}

fn score(notes: &NotesSources, compiled: &CompiledNotes, held: bool) -> Score {
    let mut score = Score::default();
    let Some(index) = SearchIndex::from_bytes(&compiled.search) else { return score };
    for query in notes.queries.iter().filter(|query| query.held == held) {
        let found = index.find(&query.words, FIRST);
        let names: Vec<String> =
            found.iter().filter_map(|hit| Some(compiled.index.at(hit.page)?.name.clone())).collect();
        if names.iter().any(|name| query.pages.contains(name)) {
            score.met += 1;
        } else {
            score.missed.push((query.words.clone(), names));
        }
    }
    score
}

impl fmt::Display for NotesReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { pages, topics, facts, exempt, blocks, words, limits, changes, .. } = self;
        writeln!(f, "{pages} pages; {} of {} topics have one", topics.0, topics.1)?;
        writeln!(
            f,
            "{} of {} facts stand on the page of their topic; {exempt} numbers are exempt",
            facts.0, facts.1
        )?;
        writeln!(f, "{blocks} blocks of {words} words; {limits} limits, {changes} changes")?;
        for (name, score) in [("open", &self.open), ("held", &self.held)] {
            let all = score.met + score.missed.len();
            if all > 0 {
                writeln!(
                    f,
                    "search: {} of {all} {name} queries have their page among the first three",
                    score.met
                )?;
            }
            for (query, pages) in &score.missed {
                writeln!(f, "  missed: '{query}' gave {}", pages.join(", "))?;
            }
        }
        Ok(())
    }
}

//! The search of the study guide and of questions that were seen: an index of words, and what a query finds in it.
//! It shows nothing; the pages of an answer are numbers in the list that the index was built from.
//!
//! What is stored of the guide is its text and the synonyms. The index of its words is made when that is read, in a
//! tenth of a second for three thousand paragraphs in a browser: on the wire it would be half as long again as the text.

mod query;
mod questions;
mod rank;
mod snippet;
mod vocabulary;
mod words;

pub use questions::QuestionIndex;

use crate::packed::{Packed, Unpacking, packed_fields};
use query::{Synonyms, wanted};
use rank::{Ranked, Unit, WHOLE, rank};
use snippet::snippet;
use vocabulary::Vocabulary;

/// A page of the study guide as it is searched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchPage {
    /// Its heading.
    pub title: String,
    /// The services it is about, and their other names.
    pub names: Vec<String>,
    /// What it says, from top to bottom.
    pub paragraphs: Vec<SearchParagraph>,
}

/// A paragraph, an item of a list or a row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchParagraph {
    /// Where it stands on its page.
    pub anchor: String,
    /// The heading of its section; empty in the lead.
    pub heading: String,
    /// Its plain words.
    pub text: String,
}

/// The study guide, ready to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchIndex {
    pages: Vec<Page>,
    synonyms: Vec<Vec<String>>,
    // What follows comes of the above.
    phrases: Synonyms,
    units: Vec<Unit>,
    words: Vocabulary,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Page {
    title: String,
    names: Vec<String>,
    sections: Vec<Section>,
}

/// Paragraphs that follow each other with the same anchor and heading.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Section {
    anchor: String,
    heading: String,
    texts: Vec<String>,
}

/// A page that was found, by its place in the list it was built from, with the paragraph that fits best.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The place of the page.
    pub page: u16,
    /// Where the paragraph stands on its page.
    pub anchor: String,
    /// The heading of its section; empty in the lead.
    pub heading: String,
    /// The part of it that fits best, in pieces; true where a word was looked for.
    pub snippet: Vec<(String, bool)>,
}

/// What a query finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Pages of the guide, best first.
    pub pages: Vec<Hit>,
    /// Numbers of questions, best first.
    pub questions: Vec<u32>,
}

packed_fields! {
    Page { title, names, sections }
    Section { anchor, heading, texts }
    Hit { page, anchor, heading, snippet }
    Found { pages, questions }
}

impl SearchIndex {
    /// An index of pages, with groups of phrases that mean the same.
    pub fn build(pages: &[SearchPage], synonyms: &[Vec<String>]) -> Self {
        Self::of(pages.iter().map(Page::of).collect(), synonyms.to_vec())
    }

    fn of(mut pages: Vec<Page>, synonyms: Vec<Vec<String>>) -> Self {
        pages.truncate(usize::from(u16::MAX));
        let (mut words, mut units) = (Vocabulary::default(), Vec::new());
        for (page, number) in pages.iter().zip(0..) {
            page.gather(number, &mut words, &mut units);
        }
        Self { phrases: Synonyms::of(&synonyms), pages, synonyms, units, words }
    }

    /// The pages that answer a query, best first.
    pub fn find(&self, query: &str, most: usize) -> Vec<Hit> {
        let wanted = wanted(query, &self.words, &self.phrases);
        let ranked = rank(&wanted, &self.words, &self.units, self.pages.len(), most);
        ranked.iter().map(|ranked| self.hit(ranked, &wanted)).collect()
    }

    fn hit(&self, ranked: &Ranked, wanted: &[query::Wanted]) -> Hit {
        let mut hit =
            Hit { page: ranked.page, anchor: String::new(), heading: String::new(), snippet: Vec::new() };
        let unit = ranked.unit.and_then(|unit| Some((unit, self.units.get(unit)?.paragraph?)));
        let page = self.pages.get(usize::from(ranked.page));
        if let Some((unit, (section, paragraph))) = unit
            && let Some(section) = page.and_then(|page| page.sections.get(section))
            && let (Some(text), Ok(unit)) = (section.texts.get(paragraph), u32::try_from(unit))
        {
            hit.anchor.clone_from(&section.anchor);
            hit.heading.clone_from(&section.heading);
            hit.snippet = snippet(text, unit, wanted, &self.words);
        }
        hit
    }
}

impl Page {
    fn of(page: &SearchPage) -> Self {
        let mut sections: Vec<Section> = Vec::new();
        for SearchParagraph { anchor, heading, text } in &page.paragraphs {
            if !sections.last().is_some_and(|last| last.anchor == *anchor && last.heading == *heading) {
                let texts = Vec::new();
                sections.push(Section { anchor: anchor.clone(), heading: heading.clone(), texts });
            }
            if let Some(last) = sections.last_mut() {
                last.texts.push(text.clone());
            }
        }
        Self { title: page.title.clone(), names: page.names.clone(), sections }
    }

    /// Takes in its words: the head is a unit, and so is each paragraph, which has the words of its heading too.
    fn gather(&self, page: u16, words: &mut Vocabulary, units: &mut Vec<Unit>) {
        let next = |units: &[Unit]| u32::try_from(units.len()).unwrap_or(u32::MAX);
        let unit = next(units);
        let names = self.names.iter().map(|name| words.add(unit, name, WHOLE)).sum::<usize>();
        let length = words.add(unit, &self.title, WHOLE) + names;
        units.push(Unit { page, paragraph: None, length });
        for (section, place) in self.sections.iter().zip(0..) {
            for (text, paragraph) in section.texts.iter().zip(0..) {
                let unit = next(units);
                words.add(unit, &section.heading, WHOLE / 2);
                let length = words.add(unit, text, WHOLE);
                units.push(Unit { page, paragraph: Some((place, paragraph)), length });
            }
        }
    }
}

impl Packed for SearchIndex {
    fn put(&self, out: &mut Vec<u8>) {
        self.pages.put(out);
        self.synonyms.put(out);
    }

    fn take(from: &mut Unpacking) -> Self {
        Self::of(Packed::take(from), Packed::take(from))
    }
}

#[cfg(test)]
mod tests;

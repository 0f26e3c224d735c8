//! The study guide as it is shown.

use super::{PageView, StartBar};
use crate::app::reading::{Reading, Spot, spot};
use crate::app::{Finder, LimitOrder, Model, NotesFile};
use crate::bank::{Question, Reasons, Shelf};
use crate::ids::QuestionNumber;
use crate::notes::{ChangeRow, LimitRow, NoteEntry, NotePage, NotesIndex};
use crate::order::sorted;
use crate::rich_text::Span;
use std::rc::Rc;

/// A page of the study guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotesView {
    /// What there is to read.
    Index(Rc<NotesIndex>),
    /// A page.
    Page(NoteView),
    /// All limits.
    Limits(LimitsView),
    /// All that changed since the study notes.
    Changes(Vec<(PageLink, ChangeRow)>),
    /// The search.
    Search(SearchView),
    /// The guide has no such page.
    Nowhere,
    /// The bank has no study guide.
    NoGuide,
    /// The page did not arrive.
    Missing,
}

/// Where a page is, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLink {
    /// Its name in addresses; with an anchor where one is meant.
    pub path: String,
    /// Its heading.
    pub title: String,
}

/// A page to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteView {
    /// Its name in addresses.
    pub name: String,
    /// The anchor that the address names; empty for the top.
    pub anchor: String,
    /// What it says.
    pub page: Rc<NotePage>,
    /// The page before it, and the one behind it.
    pub beside: [Option<PageLink>; 2],
    /// Pages that belong to it.
    pub related: Vec<PageLink>,
    /// Whether practice can begin.
    pub start: StartBar,
}

/// The table of limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitsView {
    /// The rows that are wanted, in the order that is wanted.
    pub rows: Vec<(PageLink, LimitRow)>,
    /// How many there are.
    pub all: usize,
    /// What the rows must hold.
    pub filter: String,
    /// Their order.
    pub order: LimitOrder,
}

/// The search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchView {
    /// What is looked for.
    pub query: String,
    /// How far it is.
    pub finder: Finder,
    /// Whether there is an answer to something that was looked for.
    pub answered: bool,
    /// Pages, best first.
    pub pages: Vec<FoundPage>,
    /// Questions that were seen, best first.
    pub questions: Vec<FoundQuestion>,
}

/// A page that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPage {
    /// The page, at the paragraph that fits best.
    pub link: PageLink,
    /// The heading above that paragraph; empty in the lead.
    pub heading: String,
    /// What it says, and which words were looked for.
    pub snippet: Vec<(String, bool)>,
}

/// A question that was found among those seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundQuestion {
    /// Its number.
    pub number: QuestionNumber,
    /// The question and its reasons.
    pub content: Rc<(Question, Reasons)>,
    /// Whether a paragraph of the guide teaches it.
    pub taught: bool,
}

pub(super) fn notes(model: &Model, path: &str) -> PageView {
    let reading = &model.reading;
    let page = match (&model.bank.entry, &reading.index) {
        (None, _) if model.bank.failed => return PageView::NoBank,
        (None, _) => return PageView::Waiting,
        (Some(entry), _) if entry.notes.is_none() => NotesView::NoGuide,
        (Some(_), None) => return absent(reading, NotesFile::Index),
        (Some(_), Some(index)) => match spot(path, index) {
            Spot::Index => NotesView::Index(Rc::clone(index)),
            Spot::Limits => match &reading.limits {
                Some(rows) => NotesView::Limits(limits(reading, index, rows)),
                None => return absent(reading, NotesFile::Limits),
            },
            Spot::Changes => match &reading.changes {
                Some(rows) => NotesView::Changes(changes(index, rows)),
                None => return absent(reading, NotesFile::Changes),
            },
            Spot::Search => NotesView::Search(search(model, index)),
            Spot::Page(place, anchor) => match (reading.page(place), index.at(place)) {
                (Some(page), Some(entry)) => {
                    NotesView::Page(note(model, index, (place, entry), page, anchor))
                }
                _ => return absent(reading, NotesFile::Page(place)),
            },
            Spot::Question(number) if index.teaching(number).is_some() => return PageView::Waiting,
            Spot::Question(_) | Spot::Nowhere => NotesView::Nowhere,
        },
    };
    PageView::Notes(Rc::new(page))
}

/// What stands in place of a file that is not there.
fn absent(reading: &Reading, file: NotesFile) -> PageView {
    if reading.has_failed(file) { PageView::Notes(Rc::new(NotesView::Missing)) } else { PageView::Waiting }
}

fn link(entry: &NoteEntry, anchor: &str) -> PageLink {
    let path = if anchor.is_empty() { entry.name.clone() } else { format!("{}/{anchor}", entry.name) };
    PageLink { path, title: entry.title.clone() }
}

fn note(
    model: &Model,
    index: &NotesIndex,
    (place, entry): (u16, &NoteEntry),
    page: &Rc<NotePage>,
    anchor: &str,
) -> NoteView {
    // Topics lead to topics, and comparisons to comparisons.
    let beside = |place: Option<u16>| {
        let other = index.at(place?)?;
        (other.kind == entry.kind).then(|| link(other, ""))
    };
    NoteView {
        name: entry.name.clone(),
        anchor: anchor.to_owned(),
        page: Rc::clone(page),
        beside: [beside(place.checked_sub(1)), beside(place.checked_add(1))],
        related: page
            .related
            .iter()
            .filter_map(|place| index.at(*place))
            .map(|entry| link(entry, ""))
            .collect(),
        start: super::choosing::start_bar(model),
    }
}

fn words(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

fn limits(reading: &Reading, index: &NotesIndex, rows: &[LimitRow]) -> LimitsView {
    let wanted = reading.filter.trim().to_ascii_lowercase();
    let linked = |row: &LimitRow| Some((link(index.at(row.page)?, &row.anchor), row.clone()));
    let all: Vec<(PageLink, LimitRow)> = rows.iter().filter_map(linked).collect();
    let holds = |(page, row): &&(PageLink, LimitRow)| {
        let text = row.cells.iter().fold(page.title.clone(), |text, cell| text + " " + &words(cell));
        let text = text.to_ascii_lowercase();
        wanted.split_ascii_whitespace().all(|word| is_part(word, &text))
    };
    let mut shown: Vec<(PageLink, LimitRow)> = all.iter().filter(holds).cloned().collect();
    if reading.order == LimitOrder::ByName {
        shown = sorted(&shown, |(_, row)| alphabet(&row.cells));
    }
    LimitsView { rows: shown, all: all.len(), filter: reading.filter.clone(), order: reading.order }
}

/// Whether a text holds a word. The library's search costs the app two kilobytes, for texts longer than a row.
fn is_part(word: &str, text: &str) -> bool {
    text.as_bytes().windows(word.len().max(1)).any(|part| part == word.as_bytes())
}

/// The first letters of a row, as numbers that stand in the order of the alphabet.
fn alphabet([first, ..]: &[Vec<Span>; 3]) -> [u64; 3] {
    let mut letters = words(first).to_ascii_lowercase().into_bytes().into_iter();
    std::array::from_fn(|_| {
        (0..8).fold(0, |number, _| (number << 8) | u64::from(letters.next().unwrap_or_default()))
    })
}

fn changes(index: &NotesIndex, rows: &[ChangeRow]) -> Vec<(PageLink, ChangeRow)> {
    let linked = |row: &ChangeRow| Some((link(index.at(row.page)?, &row.anchor), row.clone()));
    rows.iter().filter_map(linked).collect()
}

fn search(model: &Model, index: &NotesIndex) -> SearchView {
    let reading = &model.reading;
    let found = reading.found.as_deref();
    let page = |hit: &crate::search::Hit| {
        Some(FoundPage {
            link: link(index.at(hit.page)?, &hit.anchor),
            heading: hit.heading.clone(),
            snippet: hit.snippet.clone(),
        })
    };
    let shelf = model.bank.shelf();
    let seen = |number: u32| {
        let number = QuestionNumber(number);
        // Whatever the tool answers: what was not seen is not shown.
        model.exposures.get(number)?;
        question(shelf?, number, index)
    };
    SearchView {
        query: reading.query.clone(),
        finder: reading.finder,
        answered: found.is_some(),
        pages: found.iter().flat_map(|found| &found.pages).filter_map(page).collect(),
        questions: found
            .iter()
            .flat_map(|found| &found.questions)
            .filter_map(|number| seen(*number))
            .collect(),
    }
}

fn question(shelf: Shelf, number: QuestionNumber, index: &NotesIndex) -> Option<FoundQuestion> {
    let content = Rc::new(shelf.question(number)?);
    Some(FoundQuestion { number, content, taught: index.teaching(number).is_some() })
}

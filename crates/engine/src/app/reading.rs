//! The study guide: what of it has arrived, what is looked for in it, and practice of what a part of it teaches.

use super::{Effect, Event, FetchFault, FocusTarget, Model, starting};
use crate::Env;
use crate::ids::QuestionNumber;
use crate::notes::{ChangeRow, LimitRow, NotePage, NotesIndex};
use crate::packed::Packed;
use crate::route::Route;
use crate::search::Found;
use std::rc::Rc;

/// A file of the study guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotesFile {
    /// What leads to all others.
    Index,
    /// A page, by its place in the index.
    Page(u16),
    /// The table of limits.
    Limits,
    /// What changed.
    Changes,
}

/// The order of the table of limits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LimitOrder {
    /// Page by page.
    #[default]
    ByPage,
    /// By what is limited.
    ByName,
}

/// How far a search is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Finder {
    /// Nothing was looked for yet.
    #[default]
    Idle,
    /// What is searched is on its way.
    Loading,
    /// It is there.
    Ready,
    /// It did not arrive, or cannot be used.
    Failed,
}

/// The study guide as far as it has arrived.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    pub(crate) index: Option<Rc<NotesIndex>>,
    pub(crate) pages: Vec<(u16, Rc<NotePage>)>,
    pub(crate) limits: Option<Rc<Vec<LimitRow>>>,
    pub(crate) changes: Option<Rc<Vec<ChangeRow>>>,
    /// Files that are on their way.
    asked: Vec<NotesFile>,
    /// Files that did not arrive, or cannot be read.
    failed: Vec<NotesFile>,
    /// What rows of the table of limits must hold.
    pub(crate) filter: String,
    pub(crate) order: LimitOrder,
    /// What is looked for.
    pub(crate) query: String,
    pub(crate) finder: Finder,
    /// How many searches were asked for: an answer to an older one is none any more.
    turn: u32,
    pub(crate) found: Option<Rc<Found>>,
}

/// The most letters that are looked for.
const LONGEST_QUERY: usize = 200;

/// A page of the guide, by what stands behind `#/notes/` in its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spot<'a> {
    Index,
    Limits,
    Changes,
    Search,
    /// The paragraph that teaches a question.
    Question(QuestionNumber),
    /// A page, and the anchor on it; empty for its top.
    Page(u16, &'a str),
    /// None that the guide has.
    Nowhere,
}

/// What an address names.
pub(crate) fn spot<'a>(path: &'a str, index: &NotesIndex) -> Spot<'a> {
    match path {
        "" => Spot::Index,
        "limits" => Spot::Limits,
        "changes" => Spot::Changes,
        "search" => Spot::Search,
        _ => {
            if let Some(number) = path.strip_prefix("question/").and_then(|text| text.parse().ok()) {
                return Spot::Question(QuestionNumber(number));
            }
            // A page's name may hold a slash itself.
            if let Some((place, _)) = index.page(path) {
                return Spot::Page(place, "");
            }
            let Some((name, anchor)) = path.rsplit_once('/') else { return Spot::Nowhere };
            index.page(name).map_or(Spot::Nowhere, |(place, _)| Spot::Page(place, anchor))
        }
    }
}

impl Reading {
    /// Whether a file did not arrive.
    pub(crate) fn has_failed(&self, file: NotesFile) -> bool {
        self.failed.contains(&file)
    }

    fn has(&self, file: NotesFile) -> bool {
        match file {
            NotesFile::Index => self.index.is_some(),
            NotesFile::Page(place) => self.page(place).is_some(),
            NotesFile::Limits => self.limits.is_some(),
            NotesFile::Changes => self.changes.is_some(),
        }
    }

    /// A page that has arrived.
    pub(crate) fn page(&self, place: u16) -> Option<&Rc<NotePage>> {
        self.pages.iter().find(|(known, _)| *known == place).map(|(_, page)| page)
    }
}

/// Fetches what the address needs, if it is one of the guide's.
pub(super) fn wanted(model: &mut Model) {
    let Route::Notes(path) = &model.route else { return };
    let Some(entry) = &model.bank.entry else { return };
    let Some(home) = &entry.notes else { return };
    let reading = &model.reading;
    let Some(index) = &reading.index else {
        let address = home.clone();
        fetch(model, NotesFile::Index, address);
        return;
    };
    let (file, address) = match spot(path, index) {
        Spot::Limits => (NotesFile::Limits, index.limits.clone()),
        Spot::Changes => (NotesFile::Changes, index.changes.clone()),
        Spot::Page(place, _) => {
            let Some(entry) = index.at(place) else { return };
            (NotesFile::Page(place), entry.address.clone())
        }
        Spot::Question(number) => {
            // The question's own paragraph, in place of its number.
            if let Some((entry, anchor)) = index.teaching(number) {
                let route = Route::Notes(format!("{}/{anchor}", entry.name));
                model.then(Effect::Navigate { route, replace: true });
            }
            return;
        }
        Spot::Search => {
            load_search(model);
            return;
        }
        Spot::Index | Spot::Nowhere => return,
    };
    fetch(model, file, address);
}

fn fetch(model: &mut Model, file: NotesFile, address: String) {
    let reading = &mut model.reading;
    if reading.has(file) || reading.asked.contains(&file) {
        return;
    }
    reading.failed.retain(|known| *known != file);
    reading.asked.push(file);
    model.then(Effect::FetchNotes(file, address));
}

/// A file arrived, or not.
pub(super) fn fetched(model: &mut Model, file: NotesFile, result: Result<Vec<u8>, FetchFault>) {
    let reading = &mut model.reading;
    reading.asked.retain(|known| *known != file);
    let taken = result.ok().and_then(|bytes| take(reading, file, &bytes));
    if taken.is_none() {
        reading.failed.push(file);
        return;
    }
    wanted(model);
    if matches!(model.route, Route::Notes(_)) {
        model.then(Effect::Focus(FocusTarget::Paragraph));
    }
}

fn take(reading: &mut Reading, file: NotesFile, bytes: &[u8]) -> Option<()> {
    match file {
        NotesFile::Index => reading.index = Some(Rc::new(Packed::from_bytes(bytes)?)),
        NotesFile::Page(place) => reading.pages.push((place, Rc::new(Packed::from_bytes(bytes)?))),
        NotesFile::Limits => reading.limits = Some(Rc::new(Packed::from_bytes(bytes)?)),
        NotesFile::Changes => reading.changes = Some(Rc::new(Packed::from_bytes(bytes)?)),
    }
    Some(())
}

/// Has what is searched brought to the tools, once.
fn load_search(model: &mut Model) {
    let reading = &mut model.reading;
    if matches!(reading.finder, Finder::Loading | Finder::Ready) {
        return;
    }
    let Some(index) = &reading.index else { return };
    let (pages, questions) = index.search.clone();
    reading.finder = Finder::Loading;
    model.then(Effect::LoadSearch { pages, questions });
}

/// What is searched is there, or not.
pub(super) fn search_loaded(model: &mut Model, done: bool) {
    model.reading.finder = if done { Finder::Ready } else { Finder::Failed };
    if done {
        look(model);
    }
}

/// Something is looked for.
pub(super) fn typed(model: &mut Model, query: &str) {
    model.reading.query = query.chars().take(LONGEST_QUERY).collect();
    load_search(model);
    look(model);
}

fn look(model: &mut Model) {
    let reading = &mut model.reading;
    reading.turn = reading.turn.wrapping_add(1);
    if reading.query.trim().is_empty() {
        reading.found = None;
        return;
    }
    if reading.finder != Finder::Ready {
        return;
    }
    let (turn, query) = (reading.turn, reading.query.clone());
    // Only what was seen is found: no search shows a question, or its key, before an exam does.
    let seen = model.exposures.iter().map(|(number, _)| number.0).collect();
    model.then(Effect::Search { turn, query, seen });
}

/// What was found. A tool that forgot what it was given is given it again.
pub(super) fn answered(model: &mut Model, turn: u32, found: Option<Vec<u8>>) {
    let reading = &mut model.reading;
    if turn != reading.turn {
        return;
    }
    match found.and_then(|bytes| Found::from_bytes(&bytes)) {
        Some(found) => reading.found = Some(Rc::new(found)),
        None => reading.finder = Finder::Failed,
    }
}

/// The search is to be opened.
pub(super) fn search_wanted(model: &mut Model) {
    if model.has_notes() {
        model.then(Effect::Navigate { route: Route::Notes("search".to_owned()), replace: false });
    }
}

/// Practice of what a section of the page teaches.
pub(super) fn practice_started(model: &mut Model, wanted: String, env: &Env) {
    let (Route::Notes(path), Some(index)) = (&model.route, &model.reading.index) else { return };
    let Spot::Page(place, _) = spot(path, index) else { return };
    let Some(page) = model.reading.page(place) else { return };
    let Some(section) = page.sections.iter().find(|known| known.anchor == wanted) else { return };
    let questions = section.questions.clone();
    starting::practice(model, &questions, Event::PracticeStarted(wanted), env);
}

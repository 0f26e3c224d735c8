//! Reads a folder of questions. What cannot be read becomes a diagnostic, and all else is still
//! there to be checked.

mod read;
mod review;

pub(crate) use read::lines_before;
pub use review::{Lines, Round};

use crate::diagnostic::{Diagnostic, Place};
use crate::source::{
    Aims, BankFile, CatalogueFile, Fact, GuidesFile, Left, NumbersFile, ObjectiveSource, QuestionSource,
    ReleasesFile, Stale, TopicFile, TopicsFile,
};
use std::collections::BTreeSet;
use std::path::Path;

/// All banks of a folder.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The banks that the catalogue names, in its order.
    pub banks: Vec<BankSources>,
}

/// The sources of a bank; a part is none where it could not be read.
#[derive(Clone, Debug, Default)]
pub struct BankSources {
    /// Its folder's name.
    pub folder: String,
    /// What it is.
    pub bank: Option<BankFile>,
    /// Its guides.
    pub guides: Option<GuidesFile>,
    /// Its topics.
    pub topics: Option<TopicsFile>,
    /// Its numbers.
    pub numbers: Option<NumbersFile>,
    /// Its objectives.
    pub objectives: Vec<Found<ObjectiveSource>>,
    /// What is true.
    pub facts: Vec<Found<Fact>>,
    /// Facts of the study notes that no question asks; empty where the bank has no such file.
    pub left: Vec<Found<Left>>,
    /// Old values and names to watch for; empty where the bank has no such list.
    pub stale: Vec<Found<Stale>>,
    /// The released banks; none where the bank keeps no list.
    pub releases: Option<Found<ReleasesFile>>,
    /// The records of review; empty where the bank has none.
    pub review: Vec<Round>,
    /// Its questions, in the order of files and lines.
    pub questions: Vec<Found<QuestionSource>>,
    /// Topic files that were read whole, with their places.
    pub files: Vec<Found<TopicFile>>,
    /// Whether an objective or a fact could not be read, so that a name may not be known.
    pub incomplete: bool,
    /// Whether a question could not be read.
    pub lacks_questions: bool,
}

/// A thing and where it stands.
#[derive(Clone, Debug)]
pub struct Found<T> {
    /// Where its id stands.
    pub place: Place,
    /// The text from the thing's beginning on the line `first_line`, to find the line of a part.
    pub text: String,
    /// The line on which `text` begins.
    pub first_line: u32,
    /// The thing.
    pub value: T,
}

impl<T> Found<T> {
    /// The topic of a question, by the name of its file.
    pub(crate) fn topic(&self) -> &str {
        let name = self.place.file.rsplit('/').next().unwrap_or_default();
        name.strip_suffix(".json").unwrap_or(name)
    }

    /// The line of the part whose id is `id`, where it can be found.
    pub(crate) fn place_of(&self, id: &str) -> Place {
        let needle = format!("\"id\": \"{id}\"");
        match self.text.find(&needle) {
            Some(at) => self.place.at(self.first_line + read::lines_before(&self.text, at)),
            None => self.place.clone(),
        }
    }
}

impl BankSources {
    /// The place of a file of this bank.
    pub(crate) fn file(&self, name: &str) -> Place {
        Place::file(format!("{}/{name}", self.folder))
    }

    /// What a release is held to.
    pub(crate) fn aims(&self) -> Aims {
        self.bank.as_ref().and_then(|bank| bank.aims.clone()).unwrap_or_default()
    }

    /// Whether every question could be read, so that one that is not there is gone.
    pub(crate) fn complete(&self) -> bool {
        !self.lacks_questions
    }
}

/// Reads the folder of questions.
pub fn load(questions: &Path) -> (Sources, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let place = Place::file("catalogue.json");
    let catalogue: Option<CatalogueFile> = read::json(questions, &place, &mut found);
    let Some(catalogue) = catalogue else { return (Sources::default(), found) };
    if catalogue.format != 1 {
        let message = format!("the catalogue's format is {}, and 1 is known", catalogue.format);
        found.push(place.says("E-catalogue", message, "write \"format\": 1"));
    }
    if catalogue.banks.is_empty() {
        found.push(place.says("E-catalogue", "the catalogue names no bank", "name a folder under \"banks\""));
    }
    let mut seen = BTreeSet::new();
    let mut banks = Vec::new();
    for folder in &catalogue.banks {
        if seen.insert(folder) {
            banks.push(load_bank(questions, folder, &mut found));
        } else {
            found.push(place.says(
                "E-catalogue",
                format!("the bank {folder} is named twice"),
                "name it once",
            ));
        }
    }
    (Sources { banks }, found)
}

fn load_bank(questions: &Path, folder: &str, found: &mut Vec<Diagnostic>) -> BankSources {
    let file = |name: &str| Place::file(format!("{folder}/{name}"));
    let before = found.len();
    let objectives = read::objectives(questions, &file("objectives.json"), found);
    let facts = load_facts(questions, folder, found);
    let incomplete = found.len() > before;
    let mut bank = BankSources {
        folder: folder.to_owned(),
        bank: read::json(questions, &file("bank.json"), found),
        guides: read::json(questions, &file("guides.json"), found),
        topics: read::json(questions, &file("topics.json"), found),
        numbers: read::json(questions, &file("numbers.json"), found),
        objectives,
        facts,
        left: read::optional_lines(questions, &file("left-to-guide.jsonl"), found),
        stale: read::optional_lines(questions, &file("stale.jsonl"), found),
        releases: read::optional_whole(questions, &file("releases.json"), "E-release", found),
        review: review::load(questions, &file("review"), found),
        incomplete,
        ..BankSources::default()
    };
    if !questions.join(folder).join("LICENSE").is_file() {
        let advice = "add the licence that bank.json names, or its notice with a link";
        found.push(file("LICENSE").says("E-file", "the bank has no licence file", advice));
    }
    let before = found.len();
    for name in read::listing(questions, &file("topics"), found) {
        let place = file(&format!("topics/{name}"));
        let Some(topic) = read::topic(questions, &place, found) else { continue };
        bank.questions.extend(topic.questions);
        bank.files.extend(topic.whole);
    }
    bank.lacks_questions = found.len() > before;
    bank
}

/// Facts stand one a line in every `facts*.jsonl` of the bank.
fn load_facts(questions: &Path, folder: &str, found: &mut Vec<Diagnostic>) -> Vec<Found<Fact>> {
    let names = read::listing(questions, &Place::file(folder), found);
    let is_facts = |name: &String| {
        name.starts_with("facts") && Path::new(name).extension().is_some_and(|e| e == "jsonl")
    };
    let files: Vec<String> = names.into_iter().filter(is_facts).collect();
    files
        .iter()
        .flat_map(|name| read::lines(questions, &Place::file(format!("{folder}/{name}")), found))
        .collect()
}

//! What is known of a bank's quality, as tables to be shown: figures that the bank's own check has measured.

use crate::ids::QuestionNumber;
use crate::store::json::{Json, Object, Value, list, quoted, read_list, read_text};

/// The report of a bank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Its parts, in order.
    pub sections: Vec<Section>,
    /// The banks that were released, oldest first.
    pub releases: Vec<Released>,
}

/// A bank that was released: an exam link names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Released {
    /// Its fingerprint, as links carry it.
    pub link: String,
    /// The day.
    pub on: String,
    /// The revision of each question that it had, by rising number.
    pub questions: Vec<(QuestionNumber, u16)>,
}

impl Released {
    /// The revision that a question had; none where it was not there.
    pub fn revision(&self, number: QuestionNumber) -> Option<u16> {
        let place = self.questions.binary_search_by_key(&number, |(known, _)| *known).ok()?;
        self.questions.get(place).map(|(_, revision)| *revision)
    }
}

impl Json for Released {
    /// The questions as text, `1-18 19r3 20-40`: runs of numbers in their first revision, others with theirs.
    fn to_json(&self) -> String {
        let mut runs: Vec<String> = Vec::new();
        let mut run: Option<(u32, u32)> = None;
        let written = |(first, last): (u32, u32)| {
            if first == last { first.to_string() } else { format!("{first}-{last}") }
        };
        for (number, revision) in &self.questions {
            run = match run {
                Some((first, last)) if *revision == 1 && last + 1 == number.0 => Some((first, number.0)),
                before => {
                    runs.extend(before.map(written));
                    (*revision == 1).then_some((number.0, number.0))
                }
            };
            if *revision != 1 {
                runs.push(format!("{}r{revision}", number.0));
            }
        }
        runs.extend(run.map(written));
        Object::new().text("link", &self.link).text("on", &self.on).text("questions", &runs.join(" ")).done()
    }

    fn from_json(tree: &Value) -> Option<Self> {
        let mut questions = Vec::new();
        for run in read_text(tree, "questions")?.split(' ').filter(|run| !run.is_empty()) {
            match (run.split_once('r'), run.split_once('-')) {
                (Some((number, revision)), _) => {
                    questions.push((QuestionNumber(number.parse().ok()?), revision.parse().ok()?));
                }
                (None, Some((first, last))) => {
                    let (first, last): (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
                    if last.checked_sub(first)? >= MOST {
                        return None;
                    }
                    questions.extend((first..=last).map(|number| (QuestionNumber(number), 1)));
                }
                (None, None) => questions.push((QuestionNumber(run.parse().ok()?), 1)),
            }
            if questions.len() >= MOST as usize {
                return None;
            }
        }
        let sorted = questions.is_sorted_by(|(one, _): &(QuestionNumber, u16), (next, _)| one < next);
        let text = |name: &str| read_text(tree, name).map(str::to_owned);
        sorted.then_some(Self { link: text("link")?, on: text("on")?, questions })
    }
}

/// No release has as many questions.
const MOST: u32 = 1_000_000;

/// A part of a report: a sentence or two, and a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// What is to be said first.
    pub lead: String,
    /// The heads of the columns; none where there is no table.
    pub head: Vec<String>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
}

impl Report {
    /// Reads a report.
    pub fn parse(text: &str) -> Option<Self> {
        Self::parse_json(text)
    }
}

impl Json for Report {
    fn to_json(&self) -> String {
        Object::new()
            .json("releases", &self.releases.to_json())
            .json("sections", &self.sections.to_json())
            .done()
    }

    fn from_json(tree: &Value) -> Option<Self> {
        Some(Self {
            sections: read_list(tree, "sections", Section::from_json)?,
            releases: read_list(tree, "releases", Released::from_json).unwrap_or_default(),
        })
    }
}

fn words(texts: &[String]) -> String {
    list(texts, |text| quoted(text))
}

fn word(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

impl Json for Section {
    fn to_json(&self) -> String {
        Object::new()
            .json("head", &words(&self.head))
            .text("lead", &self.lead)
            .json("rows", &list(&self.rows, |row| words(row)))
            .text("title", &self.title)
            .done()
    }

    fn from_json(tree: &Value) -> Option<Self> {
        let row = |value: &Value| value.as_list()?.iter().map(word).collect::<Option<Vec<String>>>();
        Some(Self {
            title: read_text(tree, "title")?.to_owned(),
            lead: read_text(tree, "lead").unwrap_or_default().to_owned(),
            head: read_list(tree, "head", word)?,
            rows: read_list(tree, "rows", row)?,
        })
    }
}

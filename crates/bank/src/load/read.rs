//! Reads single files, each question and objective by itself, so that one that is broken hides
//! no other.

use super::Found;
use crate::diagnostic::{Diagnostic, Place};
use crate::source::{ObjectiveSource, QuestionSource, TopicFile};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::value::RawValue;
use std::path::Path;

/// A topic's file as far as it could be read.
pub(super) struct Topic {
    pub(super) questions: Vec<Found<QuestionSource>>,
    /// The whole file, where every question could be read.
    pub(super) whole: Option<Found<TopicFile>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTopic<'a> {
    #[serde(rename = "$schema")]
    schema: String,
    topic: String,
    #[serde(borrow)]
    questions: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawObjectives<'a> {
    #[serde(rename = "$schema")]
    _schema: String,
    #[serde(borrow)]
    objectives: Vec<&'a RawValue>,
}

/// How many lines end before a place in a text.
pub(crate) fn lines_before(text: &str, at: usize) -> u32 {
    let before = text.get(..at).unwrap_or(text);
    u32::try_from(before.matches('\n').count()).unwrap_or(u32::MAX)
}

fn text(questions: &Path, place: &Place, found: &mut Vec<Diagnostic>) -> Option<String> {
    match std::fs::read_to_string(questions.join(&place.file)) {
        Ok(text) => Some(text),
        Err(error) => {
            let advice = "put the file there, in UTF-8; docs/question-format.md lists what a bank needs";
            found.push(place.says("E-file", format!("the file cannot be read: {error}"), advice));
            None
        }
    }
}

/// The names of the files in a folder, sorted.
pub(super) fn listing(questions: &Path, place: &Place, found: &mut Vec<Diagnostic>) -> Vec<String> {
    match std::fs::read_dir(questions.join(&place.file)) {
        Ok(entries) => {
            let files = entries.flatten().filter(|entry| entry.path().is_file());
            let mut names: Vec<String> =
                files.filter_map(|entry| entry.file_name().into_string().ok()).collect();
            names.sort();
            names
        }
        Err(error) => {
            let message = format!("the folder cannot be read: {error}");
            found.push(place.says(
                "E-file",
                message,
                "make the folder; docs/question-format.md says what it holds",
            ));
            Vec::new()
        }
    }
}

/// What a reader's error means to an author.
fn refused(place: &Place, first_line: u32, error: &serde_json::Error) -> Diagnostic {
    let line = first_line + u32::try_from(error.line()).unwrap_or(1).saturating_sub(1);
    let text = error.to_string();
    let message = text.split(" at line ").next().unwrap_or(&text).to_owned();
    let (code, advice) = if error.is_syntax() || error.is_eof() {
        ("E-json", "mend the JSON here or just before: a comma, a quote or a bracket is missing or too many")
    } else if message.starts_with("missing field") {
        ("E-field-missing", "add the field; docs/question-format.md shows a complete example")
    } else if message.starts_with("unknown field") || message.starts_with("duplicate field") {
        ("E-field-unknown", "take the field away, or mend its name")
    } else {
        ("E-field-value", "write one of the values that docs/question-format.md lists")
    };
    place.at(line).says(code, message, advice)
}

/// A file that is one thing.
pub(super) fn json<T: DeserializeOwned>(
    questions: &Path,
    place: &Place,
    found: &mut Vec<Diagnostic>,
) -> Option<T> {
    let text = text(questions, place, found)?;
    serde_json::from_str(&text).map_err(|error| found.push(refused(place, 1, &error))).ok()
}

/// A file that is one thing and that a bank may lack, with its text; all its faults have one code.
pub(super) fn optional_whole<T: DeserializeOwned>(
    questions: &Path,
    place: &Place,
    code: &'static str,
    found: &mut Vec<Diagnostic>,
) -> Option<Found<T>> {
    if !questions.join(&place.file).exists() {
        return None;
    }
    let text = text(questions, place, found)?;
    match serde_json::from_str(&text) {
        Ok(value) => Some(Found { place: place.clone(), text, first_line: 1, value }),
        Err(error) => {
            found.push(Diagnostic { code, ..refused(place, 1, &error) });
            None
        }
    }
}

/// The things of a list, each read by itself.
fn each<T: DeserializeOwned>(
    text: &str,
    items: &[&RawValue],
    place: &Place,
    found: &mut Vec<Diagnostic>,
) -> Vec<Found<T>> {
    let mut read = Vec::new();
    let mut from = 0;
    for item in items {
        let item = item.get();
        // Items follow each other in the text, so each is sought behind the one before it.
        let at = text.get(from..).and_then(|rest| rest.find(item)).map_or(from, |at| from + at);
        from = at + item.len();
        let first_line = 1 + lines_before(text, at);
        let named = item.find("\"id\"").map_or(first_line, |id| first_line + lines_before(item, id));
        match serde_json::from_str(item) {
            Ok(value) => {
                read.push(Found { place: place.at(named), text: item.to_owned(), first_line, value });
            }
            Err(error) => found.push(refused(place, first_line, &error)),
        }
    }
    read
}

/// The objectives of a bank.
pub(super) fn objectives(
    questions: &Path,
    place: &Place,
    found: &mut Vec<Diagnostic>,
) -> Vec<Found<ObjectiveSource>> {
    let Some(text) = text(questions, place, found) else { return Vec::new() };
    match serde_json::from_str::<RawObjectives<'_>>(&text) {
        Ok(raw) => each(&text, &raw.objectives, place, found),
        Err(error) => {
            found.push(refused(place, 1, &error));
            Vec::new()
        }
    }
}

/// The questions of a topic.
pub(super) fn topic(questions: &Path, place: &Place, found: &mut Vec<Diagnostic>) -> Option<Topic> {
    let text = text(questions, place, found)?;
    let raw: RawTopic<'_> =
        serde_json::from_str(&text).map_err(|error| found.push(refused(place, 1, &error))).ok()?;
    let questions: Vec<Found<QuestionSource>> = each(&text, &raw.questions, place, found);
    let whole = (questions.len() == raw.questions.len()).then(|| Found {
        place: place.clone(),
        first_line: 1,
        value: TopicFile {
            schema: raw.schema,
            topic: raw.topic,
            questions: questions.iter().map(|question| question.value.clone()).collect(),
        },
        text: text.clone(),
    });
    Some(Topic { questions, whole })
}

/// Things that stand one a line, in a file that a bank may lack.
pub(super) fn optional_lines<T: DeserializeOwned>(
    questions: &Path,
    place: &Place,
    found: &mut Vec<Diagnostic>,
) -> Vec<Found<T>> {
    if questions.join(&place.file).exists() { lines(questions, place, found) } else { Vec::new() }
}

/// Things that stand one a line.
pub(super) fn lines<T: DeserializeOwned>(
    questions: &Path,
    place: &Place,
    found: &mut Vec<Diagnostic>,
) -> Vec<Found<T>> {
    let Some(text) = text(questions, place, found) else { return Vec::new() };
    let mut read = Vec::new();
    for (first_line, line) in (1..).zip(text.lines()) {
        match serde_json::from_str(line) {
            Ok(value) => {
                read.push(Found { place: place.at(first_line), text: line.to_owned(), first_line, value });
            }
            Err(error) => found.push(refused(place, first_line, &error)),
        }
    }
    read
}

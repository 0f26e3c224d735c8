//! What the columns of a table are.

use super::key;
use super::records::Record;
use crate::text::{number, trim};

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Question,
    /// The option at a place.
    Option(usize),
    Key,
    Explanation,
    /// The reason of the option at a place.
    Reason(usize),
    Topic,
    /// What is known to be nothing that is asked: numbers, points, times.
    Passed,
    Unknown,
}

/// How many records are looked at for a heading: some tables begin with a page of instructions.
const MOST_ABOVE: usize = 10;

/// The longest heading, in letters and digits; those of Kahoot say how long a text may be, and when time is up.
const LONGEST_HEADING: usize = 60;

/// The heading of a table: its place among the records, and its columns.
pub(super) fn headed(records: &[Record]) -> Option<(usize, Vec<Column>)> {
    records.iter().take(MOST_ABOVE).enumerate().find_map(|(place, record)| {
        let columns: Vec<Column> = record.cells.iter().map(|cell| column(cell)).collect();
        let asks = columns.iter().filter(|column| **column == Column::Question).count() == 1;
        let answers = columns.iter().any(|column| matches!(column, Column::Option(_) | Column::Key));
        (asks && answers).then_some((place, columns))
    })
}

/// What a heading says, in small letters and digits alone.
fn column(heading: &str) -> Column {
    let name: String =
        heading.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    let begins = |words: &[&str]| words.iter().any(|word| name.starts_with(word));
    if name.is_empty() {
        return Column::Passed;
    }
    // So long, or with its sign, it asks.
    if name.len() > LONGEST_HEADING || heading.contains('?') {
        return Column::Unknown;
    }
    if let Some(place) = place(&name) {
        return Column::Option(place);
    }
    let behind = |words: &[&str]| words.iter().find_map(|word| place(name.strip_prefix(word)?));
    if let Some(place) = behind(&["option", "answer", "choice", "opt", "response"]) {
        return Column::Option(place);
    }
    if let Some(place) = behind(&["reason", "feedback", "explanation", "rationale", "why"]) {
        return Column::Reason(place);
    }
    let known = |words: &[&str]| words.contains(&name.as_str());
    if begins(&["correct", "right", "solution"]) || known(&["answer", "answers", "key", "keys", "answerkey"])
    {
        Column::Key
    } else if known(&["questionid", "questionnumber", "questionno", "questiontype"]) {
        Column::Passed
    } else if begins(&["question", "stem", "prompt"]) {
        Column::Question
    } else if begins(&["explanation", "rationale", "feedback", "generalfeedback", "reason"]) {
        Column::Explanation
    } else if begins(&["topic", "domain", "category", "subject", "section", "chapter"]) {
        Column::Topic
    } else if begins(&["difficulty", "level", "time", "points", "weight"])
        || known(&["id", "no", "nr", "number", "type"])
    {
        Column::Passed
    } else {
        Column::Unknown
    }
}

/// The place that a letter or a number names; what stands behind a number, such as how long an answer may be, is passed.
fn place(name: &str) -> Option<usize> {
    if let Some((number, rest)) = number(name) {
        return (rest.is_empty() || rest.starts_with("max"))
            .then(|| number.checked_sub(1))
            .flatten()
            .filter(|place| *place < 26);
    }
    let letter = name.bytes().next().filter(|_| name.len() == 1)?;
    letter.is_ascii_lowercase().then(|| usize::from(letter - b'a')).filter(|place| *place < 10)
}

/// Columns where no heading names them: what is asked, options, and their key if the last column may be one.
pub(super) fn guessed(records: &[Record]) -> Vec<Column> {
    let width = records.iter().map(|record| record.cells.len()).max().unwrap_or(0);
    let numbered = width > 3
        && records.iter().all(|record| {
            record
                .cells
                .first()
                .is_some_and(|cell| number(trim(cell)).is_some_and(|(_, rest)| rest.is_empty()))
        });
    let first = usize::from(numbered);
    let keyed = width > first + 2
        && records.iter().all(|record| {
            let options: Vec<&str> =
                record.cells.iter().take(width - 1).skip(first + 1).map(|cell| trim(cell)).collect();
            record
                .cells
                .get(width - 1)
                .is_some_and(|cell| key::read(cell, &options).is_ok_and(|key| !key.is_empty()))
        });
    let column = |place: usize| match place {
        place if place < first => Column::Passed,
        place if place == first => Column::Question,
        place if keyed && place + 1 == width => Column::Key,
        place => Column::Option(place - first - 1),
    };
    (0..width).map(column).collect()
}

//! Reads the questions of a table.

use super::columns::{self, Column};
use super::key;
use super::records::{self, Record};
use crate::html;
use crate::markdown::MOST_OF_A_LINE;
use crate::notes::{self, Notes, say_of_all};
use crate::text::{self, trim};
use invigil_engine::share::draft::{Draft, DraftOption, DraftQuestion, FindingKind, Format};

/// Reads the questions of a table; what is wrong with them is found by [`crate::read`].
pub fn read(text: &str) -> Draft {
    let text = text::prepare(text);
    let separator = records::separator(&text).unwrap_or(',');
    let records = records::records(&text, separator, usize::MAX);
    let mut findings = Vec::new();
    let (first, columns) = if let Some((place, columns)) = columns::headed(&records) {
        let unknown = records.get(place).into_iter().flat_map(|record| record.cells.iter().zip(&columns));
        for (heading, _) in unknown.filter(|(_, column)| **column == Column::Unknown) {
            let line = records.get(place).map_or(0, |record| notes::number(record.line));
            say_of_all(&mut findings, FindingKind::LeftOut, line, heading);
        }
        for record in records.iter().take(place) {
            say_of_all(
                &mut findings,
                FindingKind::LeftOut,
                notes::number(record.line),
                &record.cells.concat(),
            );
        }
        (place + 1, columns)
    } else {
        (0, columns::guessed(&records))
    };
    let questions = records.iter().skip(first).map(|record| question(record, &columns)).collect();
    Draft { format: Format::Table, title: String::new(), questions, findings }
}

/// Whether a text looks like a table: each line has the same number of cells, three at least.
pub(crate) fn is_likely(text: &str) -> bool {
    let Some(separator) = records::separator(text) else { return false };
    let records = records::records(text, separator, 200);
    let width = records.first().map_or(0, |record| record.cells.len());
    columns::headed(&records).is_some()
        || (width > 2 && records.iter().all(|record| record.cells.len() == width))
}

fn question(record: &Record, columns: &[Column]) -> DraftQuestion {
    let line = notes::number(record.line);
    let mut notes = Notes::at(line);
    let cell = |wanted: Column| {
        let found = columns.iter().zip(&record.cells).find(|(column, _)| **column == wanted);
        found.map(|(_, cell)| trim(cell)).unwrap_or_default()
    };
    for cell in record.cells.iter().skip(columns.len()).filter(|cell| !trim(cell).is_empty()) {
        notes.say(FindingKind::LeftOut, cell);
    }
    let count = columns
        .iter()
        .filter_map(|column| if let Column::Option(place) = column { Some(place + 1) } else { None });
    let mut options: Vec<&str> =
        (0..count.max().unwrap_or(0)).map(|place| cell(Column::Option(place))).collect();
    let answer = cell(Column::Key);
    let is = |word: &str| answer.eq_ignore_ascii_case(word);
    if options.iter().all(|option| option.is_empty()) && (is("true") || is("false")) {
        options = vec!["True", "False"];
    }
    let key = key::read(answer, &options).unwrap_or_else(|kind| {
        notes.say(kind, answer);
        Vec::new()
    });
    let option = |(place, words): (usize, &&str)| DraftOption {
        text: html::plain(words),
        correct: key.contains(&place),
        reason: html::plain(cell(Column::Reason(place))),
    };
    DraftQuestion {
        line,
        lines: u32::try_from(record.lines).unwrap_or(u32::MAX),
        stem: html::plain(cell(Column::Question)),
        options: options.iter().enumerate().filter(|(_, words)| !words.is_empty()).map(option).collect(),
        explanation: html::plain(cell(Column::Explanation)),
        topic: text::line(cell(Column::Topic), MOST_OF_A_LINE),
        wanted: 0,
        findings: notes.found,
    }
}

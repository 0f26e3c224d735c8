//! Writes questions as a table with commas, under headings that are read again.

use crate::html;
use crate::text::line;
use invigil_engine::share::draft::{Draft, DraftQuestion};

/// Writes the words of a draft's questions. Nothing is taken away from a cell that a spreadsheet might take for a
/// formula: it is a file of questions, and to be read as it was written.
pub fn write(draft: &Draft) -> String {
    let most = draft.questions.iter().map(|question| question.options.len()).max().unwrap_or(0);
    let reasons = draft
        .questions
        .iter()
        .flat_map(|question| &question.options)
        .any(|option| !option.reason.0.is_empty());
    let letters = || ('A'..='Z').take(most);
    let mut out = String::new();
    let mut headings = vec!["Question".to_owned()];
    headings.extend(letters().map(|letter| heading("Option ", letter)));
    headings.extend(["Correct", "Explanation", "Topic"].map(str::to_owned));
    if reasons {
        headings.extend(letters().map(|letter| heading("Reason ", letter)));
    }
    put(&headings, &mut out);
    for question in &draft.questions {
        put(&cells(question, most.min(26), reasons), &mut out);
    }
    out
}

fn heading(word: &str, letter: char) -> String {
    let mut heading = word.to_owned();
    heading.push(letter);
    heading
}

fn cells(question: &DraftQuestion, most: usize, reasons: bool) -> Vec<String> {
    let options = || question.options.iter().take(most);
    let padded = |mut cells: Vec<String>| {
        cells.resize(most, String::new());
        cells
    };
    let mut cells = vec![html::words(&question.stem)];
    cells.extend(padded(options().map(|option| html::words(&option.text)).collect()));
    cells.push(key(question));
    cells.push(html::words(&question.explanation));
    cells.push(line(&question.topic, usize::MAX));
    if reasons {
        cells.extend(padded(options().map(|option| html::words(&option.reason)).collect()));
    }
    cells
}

/// Letters; behind a word that says so where an option might be taken for them.
fn key(question: &DraftQuestion) -> String {
    let mut letters = String::new();
    for (letter, _) in ('A'..='Z').zip(&question.options).filter(|(_, option)| option.correct) {
        if !letters.is_empty() {
            letters.push(',');
        }
        letters.push(letter);
    }
    let short = |words: &str| {
        words.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, ',' | ' ')) && words.len() < 20
    };
    if !letters.is_empty() && question.options.iter().any(|option| short(&option.text.words())) {
        letters.insert_str(0, "Option ");
    }
    letters
}

fn put(cells: &[String], out: &mut String) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\n', ';', '\t', '|']) {
            out.push('"');
            for sign in cell.chars() {
                out.push(sign);
                if sign == '"' {
                    out.push(sign);
                }
            }
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push('\n');
}

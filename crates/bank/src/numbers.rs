//! Gives numbers to questions: append-only, never used twice, so that links and records of any
//! age name the same question.

use crate::canonical::canonical;
use crate::diagnostic::Diagnostic;
use crate::load::{self, BankSources};
use crate::source::NumbersFile;
use std::collections::BTreeSet;
use std::io;
use std::path::Path;

/// What numbering did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbered {
    /// Ids of questions and the numbers that they got.
    pub given: Vec<(String, u32)>,
    /// Numbers of questions that are gone, now retired.
    pub retired: Vec<u32>,
    /// The files written.
    pub written: Vec<String>,
    /// What could not be read; a bank with such files is left alone.
    pub diagnostics: Vec<Diagnostic>,
}

/// Gives the next free numbers to the questions that have none, and retires those of questions
/// that are gone.
///
/// # Errors
/// What the operating system refused.
pub fn number(questions: &Path) -> io::Result<Numbered> {
    let (sources, diagnostics) = load::load(questions);
    let mut done = Numbered { diagnostics, ..Numbered::default() };
    // A question that could not be read would seem gone, and its number would be retired.
    if done.diagnostics.iter().any(Diagnostic::is_error) {
        return Ok(done);
    }
    for bank in sources.banks {
        number_bank(questions, bank, &mut done)?;
    }
    Ok(done)
}

fn number_bank(questions: &Path, mut bank: BankSources, done: &mut Numbered) -> io::Result<()> {
    let Some(mut numbers) = bank.numbers.take() else { return Ok(()) };
    retire(&bank, &mut numbers, done);
    for file in &mut bank.files {
        for question in file.value.questions.iter_mut().filter(|question| question.number.is_none()) {
            numbers.highest += 1;
            question.number = Some(numbers.highest);
            done.given.push((question.id.clone(), numbers.highest));
        }
        write(questions, &file.place.file, &file.text, canonical(&file.value), done)?;
    }
    let name = format!("{}/numbers.json", bank.folder);
    let before = std::fs::read_to_string(questions.join(&name))?;
    write(questions, &name, &before, canonical(&numbers), done)
}

fn retire(bank: &BankSources, numbers: &mut NumbersFile, done: &mut Numbered) {
    let used: BTreeSet<u32> = bank.questions.iter().filter_map(|question| question.value.number).collect();
    let mut retired: BTreeSet<u32> = numbers.retired.iter().copied().collect();
    for gone in (1..=numbers.highest).filter(|number| !used.contains(number)) {
        if retired.insert(gone) {
            done.retired.push(gone);
        }
    }
    numbers.retired = retired.into_iter().collect();
}

fn write(
    questions: &Path,
    file: &str,
    before: &str,
    after: Option<String>,
    done: &mut Numbered,
) -> io::Result<()> {
    if let Some(after) = after.filter(|after| after != before) {
        std::fs::write(questions.join(file), after)?;
        done.written.push(file.to_owned());
    }
    Ok(())
}

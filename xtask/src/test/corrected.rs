//! A later release of the bank in which a key is corrected, so that the end-to-end tests can see a past exam graded
//! again: the compiled bank of the sources, with another option as the key of one question.

use std::fs;
use std::path::Path;

use invigil_engine::bank::wire::{Part, decode_index, encode_chunks, encode_index};
use invigil_engine::bank::{
    BankIndex, Catalogue, CatalogueEntry, Chunks, Entry, Kind, Question, Reasons, Shelf, Tier,
};
use invigil_engine::ids::Fingerprint;
use invigil_engine::link::{ExamLink, Paper};
use invigil_engine::rich_text::{Block, Span, Style};
use invigil_engine::route::Route;
use invigil_engine::seed::Seed;
use invigil_engine::store::Json as _;

use crate::failure::{During as _, Failure, Outcome};
use crate::project::Project;

/// A bank as it is loaded.
pub(crate) struct Bank {
    entry: CatalogueEntry,
    pub(crate) index: BankIndex,
    pub(crate) questions: Vec<Question>,
    reasons: Vec<Reasons>,
}

/// Writes the catalogue and the parts as they would lie in the site, and `corrected.json` that says what changed.
pub(super) fn write(project: &Project, folder: &Path) -> Outcome {
    let mut bank = compiled(project).ok_or_else(|| broken("has no bank that can be read"))?;
    let told = correct(&mut bank).ok_or_else(|| broken("has no question whose key could be corrected"))?;
    let questions = |print| encode_chunks(Part::Questions, print, &bank.index, &bank.questions);
    let print = Fingerprint::of(&questions(Fingerprint(0)).concat());
    let (questions, reasons) =
        (questions(print), encode_chunks(Part::Reasons, print, &bank.index, &bank.reasons));
    let name = |part: String| format!("banks/{}-{part}-corrected.bin", bank.entry.id);
    let names = |part: &str, chunks: &[Vec<u8>]| -> Vec<String> {
        (0..chunks.len()).map(|chunk| name(format!("{part}-{chunk}"))).collect()
    };
    let entry = CatalogueEntry {
        fingerprint: print,
        index: name("index".to_owned()),
        questions: names("questions", &questions),
        reasons: names("reasons", &reasons),
        ..bank.entry.clone()
    };
    let catalogue = Catalogue { format: Catalogue::FORMAT, banks: vec![entry.clone()] };
    let mut files = vec![
        ("catalogue.json".to_owned(), catalogue.to_json().into_bytes()),
        (entry.index, encode_index(print, &bank.index)),
        ("corrected.json".to_owned(), told.into_bytes()),
    ];
    files.extend(entry.questions.into_iter().zip(questions));
    files.extend(entry.reasons.into_iter().zip(reasons));
    for (name, bytes) in files {
        let file = folder.join(name);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent).during("create the folder", parent)?;
        }
        fs::write(&file, bytes).during("write", &file)?;
    }
    Ok(())
}

fn broken(what: &str) -> Failure {
    Failure::new(format!("the compiled question bank {what}: run `cargo xtask bank`"))
}

pub(crate) fn compiled(project: &Project) -> Option<Bank> {
    let outputs = invigil_bank::compile(&project.root.join("questions")).outputs;
    let bytes =
        |path: &str| outputs.iter().find(|output| output.path == path).map(|output| output.bytes.as_slice());
    let catalogue = Catalogue::parse(std::str::from_utf8(bytes("catalogue.json")?).ok()?).ok()?;
    let entry = catalogue.banks.into_iter().next()?;
    let print = entry.fingerprint;
    let index = decode_index(print, bytes(&entry.index)?).ok()?;
    let mut chunks = Chunks::none_of(index.chunks());
    for ((chunk, questions), reasons) in (0..).zip(&entry.questions).zip(&entry.reasons) {
        chunks.take(Part::Questions(chunk), print, bytes(questions)?).ok()?;
        chunks.take(Part::Reasons(chunk), print, bytes(reasons)?).ok()?;
    }
    let shelf = Shelf { entry: &entry, index: &index, chunks: &chunks };
    let all: Option<Vec<_>> = index.entries.iter().map(|entry| shelf.question(entry.number)).collect();
    let (questions, reasons) = all?.into_iter().unzip();
    Some(Bank { entry, index, questions, reasons })
}

/// Makes the next option the key of the first question that a link can list, and gives the second a wide table, of which the
/// bank has none. Tells in JSON: a link to an exam of both, and the words of the key before and after.
fn correct(bank: &mut Bank) -> Option<String> {
    let guide = bank.index.guides.last()?.id.clone();
    let asked = |entry: &&mut Entry| entry.kind == Kind::Single && entry.tier == Tier::Exam && !entry.sealed;
    let mut found = bank.index.entries.iter_mut().filter(asked);
    let (entry, other) = (found.next()?, found.next()?.number);
    let number = entry.number;
    entry.revision += 1;
    bank.questions.iter_mut().find(|question| question.number == other)?.stem.0.push(wide_table());
    let question = bank.questions.iter_mut().find(|question| question.number == number)?;
    let reasons = bank.reasons.iter_mut().find(|reasons| reasons.number == number)?;
    question.revision += 1;
    reasons.revision += 1;
    let old = question.options.iter().position(|option| option.correct)?;
    let new = (old + 1) % question.options.len();
    for (place, option) in question.options.iter_mut().enumerate() {
        option.correct = place == new;
    }
    let words = |place: usize| question.options.get(place).map(|option| option.text.words());
    let link = ExamLink {
        bank: bank.entry.id.clone(),
        guide,
        fingerprint: None,
        draw: invigil_engine::draw::DRAW_VERSION,
        seed: Seed::from_entropy(7),
        limit: None,
        reveals: false,
        paper: Paper::Listed(vec![number, other]),
        title: String::new(),
        line: String::new(),
    };
    let told = serde_json::json!({
        "link": Route::Exam(Box::new(link)).to_string(),
        "stem": question.stem.words(),
        "old": words(old)?,
        "new": words(new)?,
        "number": number.0,
    });
    Some(told.to_string())
}

/// More columns than a phone has room for.
fn wide_table() -> Block {
    let cell = |text: &str| vec![Span { text: text.to_owned(), style: Style::Plain }];
    let row = |cells: [&str; 4]| cells.map(cell).to_vec();
    Block::Table {
        header: row(["Operation", "Calls a minute", "Errors a minute", "Mean duration"]),
        rows: vec![
            row(["PutItem", "12,400", "3", "6 milliseconds"]),
            row(["Query", "810", "0", "11 milliseconds"]),
        ],
    }
}

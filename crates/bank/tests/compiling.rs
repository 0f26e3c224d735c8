//! The compiled form: the same bytes for the same sources, frozen by a golden file.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken assumption in a test is a failed test"
)]

mod support;

use invigil_bank::{Output, compile};
use invigil_engine::bank::wire::{self, Part};
use invigil_engine::bank::{BankIndex, Catalogue, Chunks, Kind, Question, Reasons, Shelf, Tier};
use invigil_engine::ids::QuestionNumber;
use invigil_engine::store::Json as _;
use std::fmt::Write as _;
use std::path::Path;
use support::Folder;

fn outputs() -> Vec<Output> {
    compile(&Folder::new().0).outputs
}

fn parts(outputs: &[Output]) -> (BankIndex, Vec<Question>, Vec<Reasons>) {
    let bytes = |path: &str| outputs.iter().find(|file| file.path == path).unwrap().bytes.as_slice();
    let catalogue = Catalogue::parse(std::str::from_utf8(bytes("catalogue.json")).unwrap()).unwrap();
    let entry = catalogue.banks.first().unwrap();
    let print = entry.fingerprint;
    let index = wire::decode_index(print, bytes(&entry.index)).unwrap();
    let mut chunks = Chunks::none_of(index.chunks());
    for ((chunk, questions), reasons) in (0..).zip(&entry.questions).zip(&entry.reasons) {
        chunks.take(Part::Questions(chunk), print, bytes(questions)).unwrap();
        chunks.take(Part::Reasons(chunk), print, bytes(reasons)).unwrap();
    }
    assert!(chunks.are_all_here());
    let shelf = Shelf { entry, index: &index, chunks: &chunks };
    let all = index.entries.iter().map(|entry| shelf.question(entry.number).unwrap());
    let (questions, reasons) = all.unzip();
    (index, questions, reasons)
}

/// A file's path, then its bytes, 32 a line; the figures are no part of the compiled form.
fn dump(outputs: &[Output]) -> String {
    let mut text = String::new();
    for file in outputs.iter().filter(|file| !file.path.contains("-report-")) {
        let _ = writeln!(text, "{}", file.path);
        for line in without_report(file).chunks(32) {
            let hex = line.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
            let _ = writeln!(text, "  {hex}");
        }
    }
    text
}

/// The bytes of a file; the catalogue does not say where the figures are.
fn without_report(file: &Output) -> Vec<u8> {
    if file.path != "catalogue.json" {
        return file.bytes.clone();
    }
    let mut catalogue = Catalogue::parse(std::str::from_utf8(&file.bytes).unwrap()).unwrap();
    for bank in &mut catalogue.banks {
        assert!(bank.report.take().is_some_and(|path| outputs().iter().any(|file| file.path == path)));
    }
    catalogue.to_json().into_bytes()
}

#[test]
fn the_bytes_are_those_of_the_golden_file() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/tiny.hex");
    let now = dump(&outputs());
    if std::env::var_os("INVIGIL_BLESS").is_some() {
        std::fs::write(&golden, &now).unwrap();
    }
    let before = std::fs::read_to_string(&golden).unwrap();
    assert!(
        now == before,
        "the compiled form changed: give it a new number in crates/engine/src/bank/wire.rs, \
         then run this test once with INVIGIL_BLESS=1"
    );
}

#[test]
fn the_same_sources_give_the_same_bytes() {
    assert_eq!(outputs(), outputs());
}

#[test]
fn any_change_gives_other_names() {
    let folder = Folder::new();
    folder.replace(
        "tiny/topics/tables.json",
        "Both parts together name one line only.",
        "Both parts name one line only, together.",
    );
    let (before, after) = (outputs(), compile(&folder.0).outputs);
    assert_eq!(before.len(), 5);
    for (one, other) in before.iter().zip(&after).take(3) {
        assert_ne!(one.path, other.path);
    }
}

#[test]
fn nothing_is_compiled_from_a_bank_with_errors() {
    let folder = Folder::new();
    folder.replace("tiny/topics/tables.json", "\"number\": 6", "\"number\": 5");
    assert_eq!(compile(&folder.0).outputs, []);
}

#[test]
fn the_parts_say_what_the_sources_say() {
    let (index, questions, reasons) = parts(&outputs());
    let numbers = |list: &[u32]| list.iter().copied().map(QuestionNumber).collect::<Vec<_>>();
    assert_eq!(index.entries.iter().map(|entry| entry.number).collect::<Vec<_>>(), numbers(&[1, 3, 4, 5, 6]));
    assert_eq!(questions.iter().map(|each| each.number).collect::<Vec<_>>(), numbers(&[1, 3, 4, 5, 6]));
    assert_eq!(reasons.iter().map(|each| each.number).collect::<Vec<_>>(), numbers(&[1, 3, 4, 5, 6]));
    assert_eq!(questions[0].key().letters(), "a");
    assert_eq!(questions[2].key().letters(), "ac");
    assert_eq!(index.entries[2].kind, Kind::Multiple);
    assert!(questions[3].fixed_order && !questions[0].fixed_order);
    assert_eq!(reasons[1].changed.as_ref().unwrap().since, "2025-08");
    assert_eq!(reasons[0].whys[1].misconception.as_deref(), Some("retention-hides"));
    let topic = |place: usize| index.topic_of(&index.entries[place]).unwrap().id.as_str().to_owned();
    assert_eq!((topic(0), topic(4)), ("queues".to_owned(), "tables".to_owned()));
}

#[test]
fn enemies_are_symmetric() {
    let (index, ..) = parts(&outputs());
    assert_eq!(index.entries[0].enemies, [QuestionNumber(3)]);
    assert_eq!(index.entries[1].enemies, [QuestionNumber(1)]);
    assert_eq!(index.entries[2].enemies, []);
}

#[test]
fn cells_name_domain_and_task() {
    let (index, ..) = parts(&outputs());
    let cells = |place: usize| -> Vec<(u8, u8, Option<u8>)> {
        index.entries[place].cells.iter().map(|cell| (cell.guide, cell.domain, cell.task)).collect()
    };
    assert_eq!(cells(0), [(0, 0, Some(0)), (1, 0, None)]);
    assert_eq!(cells(1), [(0, 1, Some(0)), (1, 1, None)]);
    assert_eq!(cells(2), [(0, 0, Some(1)), (1, 0, None)]);
    assert_eq!((index.entries[4].tier, index.entries[4].sealed), (Tier::Foundation, true));
    assert_eq!(cells(4), []);
}

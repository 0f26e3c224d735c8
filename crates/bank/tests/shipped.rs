//! What the repository itself holds: its schemas, and the banks that it ships.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken assumption in a test is a failed test"
)]

mod support;

use invigil_bank::{compile, schemas};
use invigil_engine::bank::{BankIndex, Catalogue, CatalogueEntry, wire};
use invigil_engine::draw::{DrawSpec, Pool, draw, draw_leaving_another};
use invigil_engine::ids::QuestionNumber;
use invigil_engine::seed::Seed;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use support::Folder;

fn questions() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../questions")
}

#[test]
fn the_schemas_are_those_of_the_types() {
    for schema in schemas() {
        let stored = std::fs::read_to_string(questions().join(&schema.path)).unwrap_or_default();
        let value = |text: &str| serde_json::from_str::<Value>(text).ok();
        // Values, not bytes: the order of keys in a schema says nothing.
        assert_eq!(value(&stored), value(&schema.text), "{}: run `cargo xtask bank schema`", schema.path);
    }
}

#[test]
fn the_banks_have_no_errors() {
    let compiled = compile(&questions());
    let errors: Vec<String> =
        compiled.diagnostics.iter().filter(|found| found.is_error()).map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    assert!(compiled.outputs.len() > 3);
}

/// What is documented for authors of questions and of notes.
fn format_document() -> String {
    let document = |name: &str| std::fs::read_to_string(questions().join("../docs").join(name)).unwrap();
    document("question-format.md") + &document("notes-format.md")
}

#[test]
fn every_code_is_documented_and_every_documented_code_exists() {
    let mut sources = String::new();
    read_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    let (given, named) = (codes(&sources, '"'), codes(&format_document(), '`'));
    assert!(given.len() > 40, "{given:?}");
    assert_eq!(given, named);
}

/// Codes such as `E-json` between two of the same quotes.
fn codes(text: &str, quote: char) -> BTreeSet<String> {
    let shape = |word: &&str| {
        let kind = word.strip_prefix("E-").or(word.strip_prefix("W-"));
        kind.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))
    };
    text.split(quote).filter(shape).map(str::to_owned).collect()
}

fn read_all(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() {
            read_all(&entry.path(), text);
        } else {
            text.push_str(&std::fs::read_to_string(entry.path()).unwrap());
        }
    }
}

/// The example is checked as a question of the fixture, whose objective, facts and guides it takes.
#[test]
fn the_example_of_the_document_is_a_good_question() {
    let document = format_document();
    let example = document.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    let mut question: Value = serde_json::from_str(example).unwrap();
    for (field, value) in [
        ("objective", json!("queues-read")),
        ("facts", json!(["queues-001"])),
        ("tasks", json!({"old": "1.1", "new": "1"})),
    ] {
        assert!(question.get(field).is_some(), "{field}");
        question[field] = value;
    }
    let folder = Folder::new();
    folder.set("tiny/topics/queues.json", "/questions/0", question);
    assert_eq!(folder.codes(), [] as [&str; 0], "{:?}", folder.diagnostics());
}

#[test]
fn every_guide_of_every_bank_fills_its_form() {
    for (index, guide) in
        banks().iter().flat_map(|index| index.guides.iter().map(move |guide| (index, guide)))
    {
        for entropy in 0..200 {
            let spec = DrawSpec {
                guide: guide.id.clone(),
                length: guide.format.questions,
                topics: Vec::new(),
                seed: Seed::from_entropy(entropy),
                pool: Pool::Open,
                only: None,
            };
            let form = draw(index, &spec, None).unwrap();
            assert_eq!(form.deviations, [], "{} {entropy}", guide.id);
            assert_eq!(form.items.len(), usize::try_from(guide.format.questions).unwrap());
        }
    }
}

/// The plan puts as many sealed mocks before the exam as the sealed questions of its guide suffice for, at most two; the
/// second has only questions that the first left unseen.
#[test]
fn sealed_mocks_can_be_sat_one_after_the_other() {
    for index in &banks() {
        for guide in &index.guides {
            let spec = |only: Vec<QuestionNumber>| DrawSpec {
                guide: guide.id.clone(),
                length: guide.format.questions,
                topics: Vec::new(),
                seed: Seed::from_entropy(0),
                pool: Pool::Sealed,
                only: Some(only),
            };
            let (place, _) = index.guide(&guide.id).unwrap();
            let asked = index.entries.iter().filter(|entry| entry.sealed && entry.cell(place).is_some());
            let sealed: Vec<QuestionNumber> = asked.map(|entry| entry.number).collect();
            let length = usize::try_from(guide.format.questions).unwrap();
            for entropy in 0..40 {
                let mut wanted = spec(sealed.clone());
                let first = draw_leaving_another(index, &mut wanted, None, entropy << 20).unwrap();
                let seen: Vec<QuestionNumber> = first.items.iter().map(|item| item.number).collect();
                assert_eq!((seen.len(), first.deviations), (length, Vec::new()), "{} {entropy}", guide.id);
                if sealed.len() < 2 * length {
                    continue;
                }
                let left = sealed.iter().copied().filter(|number| !seen.contains(number)).collect();
                let second = draw_leaving_another(index, &mut spec(left), None, entropy << 30);
                let second = second.unwrap_or_else(|error| panic!("{} {entropy}: {error:?}", guide.id));
                let asked = (second.items.len(), second.deviations);
                assert_eq!(asked, (length, Vec::new()), "{} {entropy}", guide.id);
            }
        }
    }
}

fn banks() -> Vec<BankIndex> {
    let outputs = compile(&questions()).outputs;
    let bytes = |path: &str| outputs.iter().find(|file| file.path == path).map(|file| file.bytes.as_slice());
    let catalogue = bytes("catalogue.json").expect("the banks compile: see the errors of the other test");
    let catalogue = Catalogue::parse(std::str::from_utf8(catalogue).unwrap()).unwrap();
    let index =
        |entry: &CatalogueEntry| wire::decode_index(entry.fingerprint, bytes(&entry.index).unwrap()).unwrap();
    catalogue.banks.iter().map(index).collect()
}

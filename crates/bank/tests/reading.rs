//! Broken files: a clear word with its line, and everything else still checked.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken assumption in a test is a failed test"
)]

mod support;

use support::{Folder, QUEUES};

const TABLES: &str = "tiny/topics/tables.json";

/// What is said of the fixture after one replacement, as `code file:line`.
#[track_caller]
fn check(file: &str, from: &str, to: &str, expected: &[&str]) {
    let folder = Folder::new();
    folder.replace(file, from, to);
    let said: Vec<String> = folder
        .diagnostics()
        .iter()
        .map(|found| format!("{} {}:{}", found.code, found.file, found.line.unwrap_or(0)))
        .collect();
    assert_eq!(said, expected, "{:?}", folder.diagnostics());
}

/// The line of the fixture on which a text stands.
fn line(file: &str, text: &str) -> usize {
    Folder::new().read(file).lines().position(|line| line.contains(text)).unwrap() + 1
}

#[test]
fn a_mistake_is_found_on_its_line() {
    let at = line(QUEUES, "\"id\": \"queues-come-back\"");
    check(QUEUES, "\"revision\": 2", "\"revision\": 0", &[&format!("E-revision {QUEUES}:{at}")]);
    let at = line(QUEUES, "Right for an archive") - 2;
    check(
        QUEUES,
        "Right for an archive; the queue still gives the message again.",
        "Wrong.",
        &[&format!("E-why-short {QUEUES}:{at}")],
    );
}

#[test]
fn a_broken_question_hides_no_other() {
    let at = line(QUEUES, "\"level\": \"analyse\"");
    check(
        QUEUES,
        "\"level\": \"analyse\"",
        "\"level\": \"think\"",
        &[&format!("E-field-value {QUEUES}:{at}")],
    );
}

#[test]
fn broken_json_says_where_and_the_other_files_are_checked() {
    let folder = Folder::new();
    folder.replace(QUEUES, "\"number\": 3,", "\"number\": 3");
    folder.replace(TABLES, "Read a row by its whole key.", "");
    let found = folder.diagnostics();
    let json = found.iter().find(|each| each.code == "E-json").unwrap();
    assert_eq!(json.file, QUEUES);
    assert_eq!(json.line.map(|line| line as usize), Some(line(QUEUES, "\"number\": 3,") + 1));
    assert!(json.advice.contains("comma"), "{}", json.advice);
    assert!(found.iter().any(|each| each.code == "E-blank" && each.file == TABLES));
    // The questions of the broken file are not lost: their numbers stay theirs.
    assert!(!found.iter().any(|each| each.code == "E-number-lost"));
}

#[test]
fn a_fact_is_found_on_its_line() {
    check(
        "tiny/facts.jsonl",
        "{\"id\": \"queues-003\", ",
        "{\"id\": \"queues-003\", \"colour\": 1, ",
        &["E-field-unknown tiny/facts.jsonl:3"],
    );
    check(
        "tiny/facts.jsonl",
        "{\"id\": \"queues-003\", ",
        "{\"id\": \"queues-003\" ",
        &["E-json tiny/facts.jsonl:3"],
    );
}

#[test]
fn a_missing_file_is_named() {
    for file in ["bank.json", "guides.json", "topics.json", "numbers.json", "objectives.json", "LICENSE"] {
        let folder = Folder::new();
        std::fs::remove_file(folder.0.join("tiny").join(file)).unwrap();
        let found = folder.diagnostics();
        let said = found.iter().find(|each| each.code == "E-file").unwrap();
        assert_eq!(said.file, format!("tiny/{file}"));
        assert!(found.iter().all(|each| each.code == "E-file"), "{found:?}");
    }
    let folder = Folder::new();
    std::fs::remove_file(folder.0.join("catalogue.json")).unwrap();
    assert_eq!(folder.codes(), ["E-file"]);
    let folder = Folder::new();
    std::fs::remove_dir_all(folder.0.join("tiny")).unwrap();
    assert_eq!(folder.codes(), ["E-file"]);
    let folder = Folder::new();
    std::fs::write(folder.0.join(QUEUES), [0xff, 0xfe]).unwrap();
    assert!(folder.codes().contains(&"E-file"));
}

#[test]
fn another_layout_is_mended_by_the_command() {
    let folder = Folder::new();
    let before = folder.read(QUEUES);
    folder.replace(QUEUES, "  \"topic\": \"queues\",", "\"topic\":\"queues\",");
    assert_eq!(folder.diagnostics().iter().map(|each| each.code).collect::<Vec<_>>(), ["W-layout"]);
    let (written, _) = invigil_bank::format(&folder.0).unwrap();
    assert_eq!(written, [QUEUES]);
    assert_eq!(folder.read(QUEUES), before);
}

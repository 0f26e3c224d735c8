//! Numbers: given once, in the order of files and lines, and never again.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken assumption in a test is a failed test"
)]

mod support;

use invigil_bank::number;
use serde_json::json;
use support::{Folder, QUEUES};

const NUMBERS: &str = "tiny/numbers.json";

#[test]
fn a_whole_bank_is_left_as_it_is() {
    let folder = Folder::new();
    let done = number(&folder.0).unwrap();
    assert_eq!((done.given.len(), done.retired.len(), done.written.len()), (0, 0, 0));
}

#[test]
fn a_new_question_gets_the_next_number() {
    let folder = Folder::new();
    folder.replace(QUEUES, "      \"number\": 3,\n", "");
    let done = number(&folder.0).unwrap();
    assert_eq!(done.given, [("queues-come-back".to_owned(), 7)]);
    assert_eq!(done.retired, [3]);
    assert_eq!(done.written, [QUEUES, NUMBERS]);
    assert_eq!(folder.diagnostics(), []);
}

#[test]
fn a_number_is_never_used_again() {
    let folder = Folder::new();
    folder.replace("tiny/topics/tables.json", "      \"number\": 6,\n", "");
    let done = number(&folder.0).unwrap();
    assert_eq!((done.given, done.retired), (vec![("tables-history".to_owned(), 7)], vec![6]));
    assert!(folder.read(NUMBERS).contains("\"highest\": 7"));
    assert_eq!(number(&folder.0).unwrap().given, []);
}

#[test]
fn a_file_that_cannot_be_read_retires_nothing() {
    let folder = Folder::new();
    folder.set(QUEUES, "/questions/0/level", json!("guess"));
    folder.replace("tiny/topics/tables.json", "      \"number\": 6,\n", "");
    let before = folder.read(NUMBERS);
    let done = number(&folder.0).unwrap();
    assert_eq!((done.given.len(), done.retired.len()), (0, 0));
    assert!(done.diagnostics.iter().any(invigil_bank::Diagnostic::is_error));
    assert_eq!(folder.read(NUMBERS), before);
}

//! The list of releases: each bank once, and revisions that only rise.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken assumption in a test is a failed test"
)]

mod support;

use invigil_bank::{Date, compile, day_after, release};
use serde_json::{Value, json};
use std::time::Duration;
use support::{Folder, QUEUES};

const LIST: &str = "tiny/releases.json";

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn released() -> Folder {
    let folder = Folder::new();
    release(&folder.0, day("2026-12-01")).unwrap();
    folder
}

/// A change that gives the bank another fingerprint.
fn change(folder: &Folder) {
    folder.set(QUEUES, "/questions/0/takeaway", json!("Hide it for longer than the work takes."));
}

#[test]
fn a_bank_without_a_list_is_held_to_nothing() {
    assert_eq!(Folder::new().codes(), [] as [&str; 0]);
}

#[test]
fn a_release_is_written_once_on_a_line_of_its_own() {
    let folder = Folder::new();
    let print = compile(&folder.0).fingerprints[0].1;
    let done = release(&folder.0, day("2026-12-01")).unwrap();
    assert_eq!(done.added, [("tiny".to_owned(), print.short())]);
    let line = format!(
        "    {{\"fingerprint\":\"{:016x}\",\"link\":\"{}\",\"on\":\"2026-12-01\",\"version\":\"1.0.0\",\
         \"questions\":[[1,1],[3,2],[4,1],[5,1],[6,1]]}}",
        print.0,
        print.short()
    );
    let head = "{\n  \"$schema\": \"../schema/releases.schema.json\",\n  \"releases\": [\n";
    let text = folder.read(LIST);
    assert_eq!(text, format!("{head}{line}\n  ]\n}}\n"));
    assert_eq!(folder.codes(), [] as [&str; 0]);

    let again = release(&folder.0, day("2026-12-09")).unwrap();
    assert_eq!((again.added, again.known), (Vec::new(), vec!["tiny".to_owned()]));
    assert_eq!(folder.read(LIST), text);

    change(&folder);
    assert_eq!(folder.codes(), ["W-release"]);
    assert_eq!(release(&folder.0, day("2026-12-09")).unwrap().added.len(), 1);
    assert!(folder.read(LIST).starts_with(&format!("{head}{line},\n")));
    assert_eq!(folder.codes(), [] as [&str; 0]);
}

#[test]
fn nothing_is_released_with_errors() {
    let folder = released();
    let before = folder.read(LIST);
    folder.set(QUEUES, "/questions/0/stem", json!("No question."));
    let done = release(&folder.0, day("2026-12-09")).unwrap();
    assert!(done.added.is_empty() && done.diagnostics.iter().any(invigil_bank::Diagnostic::is_error));
    assert_eq!(folder.read(LIST), before);
}

#[test]
fn revisions_only_rise() {
    let folder = released();
    folder.set(QUEUES, "/questions/1/revision", json!(1));
    assert_eq!(folder.codes(), ["E-release"]);
    folder.set(QUEUES, "/questions/1/revision", json!(3));
    assert_eq!(folder.codes(), ["W-release"]);
    release(&folder.0, day("2026-12-09")).unwrap();
    folder.set(LIST, "/releases/0/questions/1", json!([3, 4]));
    let found = folder.diagnostics();
    let of_list: Vec<_> = found.iter().filter(|found| found.code == "E-release").collect();
    assert!(
        of_list.iter().any(|found| found.message.contains("question 3 goes down from 4 to 3")),
        "{found:?}"
    );
}

#[track_caller]
fn check(pointer: &str, value: &Value) {
    let folder = released();
    folder.set(LIST, pointer, value.clone());
    assert!(folder.codes().contains(&"E-release"), "{pointer} {value}: {:?}", folder.codes());
}

#[test]
fn a_list_is_well_formed() {
    check("/releases/0/fingerprint", &json!("xyz"));
    check("/releases/0/fingerprint", &json!("0000000000000000"));
    check("/releases/0/link", &json!("00000000"));
    check("/releases/0/on", &json!("yesterday"));
    check("/releases/0/on", &Value::Null);
    check("/releases/0/questions/0", &json!([4, 1]));
    check("/releases/0/questions/0", &json!([1]));
    check("/releases/0/note", &json!("x"));
    let folder = released();
    let list: Value = serde_json::from_str(&folder.read(LIST)).unwrap();
    folder.set(LIST, "/releases/-", list["releases"][0].clone());
    assert_eq!(folder.codes(), ["E-release"], "twice");
    folder.write(LIST, "{");
    assert_eq!(folder.codes(), ["E-release"]);
}

#[test]
fn a_day_follows_from_the_clock() {
    let midnight = 1_796_083_200;
    assert_eq!(day_after(Duration::from_secs(midnight - 1)).to_string(), "2026-11-30");
    assert_eq!(day_after(Duration::from_secs(midnight)).to_string(), "2026-12-01");
}

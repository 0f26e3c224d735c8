//! Every rule of a bank, its guides, its aims and its facts: what breaks it, and that nothing else is said.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken assumption in a test is a failed test"
)]

mod support;

use serde_json::{Value, json};
use support::{Folder, QUEUES, check_in};

#[test]
fn a_bank_says_what_it_is() {
    for (field, value) in [
        ("/id", json!("other")),
        ("/title", json!("")),
        ("/version", json!(" ")),
        ("/licence", json!("")),
        ("/issues", json!("http://example.org")),
    ] {
        check_in("tiny/bank.json", &[(field, value)], &["E-bank"]);
    }
    check_in("catalogue.json", &[("/format", json!(2))], &["E-catalogue"]);
    check_in("catalogue.json", &[("/banks", json!([]))], &["E-catalogue"]);
    check_in("catalogue.json", &[("/banks", json!(["tiny", "tiny"]))], &["E-catalogue"]);
}

#[test]
fn guides_are_whole() {
    for (field, value) in [
        ("/guides/0/domains/0/weight", json!(49)),
        ("/guides/0/domains/0/tasks/0/id", json!("1")),
        ("/guides/1/used_from", json!("2026-11-31")),
        ("/guides/1/format/scored", json!(5)),
        ("/guides/1/format/minutes", json!(0)),
        ("/guides/1/format/pass", json!(50)),
        ("/guides/1/format/raw_cuts", json!([])),
        ("/guides/1/quotas/difficulty", json!([25, 50, 20])),
        ("/guides/1/quotas/multiple", json!([20, 10])),
    ] {
        let folder = Folder::new();
        folder.set("tiny/guides.json", field, value);
        assert!(folder.codes().contains(&"E-guide"), "{field}: {:?}", folder.codes());
    }
    check_in("tiny/guides.json", &[("/guides/1/format/questions", json!(5))], &["E-domain-thin"]);
    check_in("tiny/topics.json", &[("/topics/1/notes", json!(true))], &["E-topic-thin"]);
}

/// Sets the aims of the fixture and compares the codes found.
#[track_caller]
fn check_aims(aims: Value, expected: &[&str]) {
    check_in("tiny/bank.json", &[("/aims", aims)], expected);
}

#[test]
fn a_bank_is_held_to_its_aims() {
    check_aims(json!({}), &[]);
    check_aims(json!({"topics": 3}), &["E-field-unknown"]);
    // Three questions of queues, which is of the notes, and two of tables, which is not.
    check_aims(json!({"topic_questions": 3}), &[]);
    check_aims(json!({"topic_questions": 4}), &["E-topic-thin"]);
    check_aims(json!({"topic_questions": 0}), &[]);
    check_aims(json!({"objective_questions": 2}), &[]);
    check_aims(json!({"objective_questions": 3}), &["E-objective-thin"]);
    check_aims(json!({"objectives": [2, 2]}), &[]);
    check_aims(json!({"objectives": [3, 9]}), &["E-objective-count"]);
    check_aims(json!({"objectives": [0, 1]}), &["E-objective-count"]);
    // Two of five are recall, and one of the four of the exam tier is multiple response.
    check_aims(json!({"beyond_recall": 60}), &[]);
    check_aims(json!({"beyond_recall": 61}), &["W-level"]);
    check_aims(json!({"multiple": [25, 25]}), &[]);
    check_aims(json!({"multiple": [26, 50]}), &["W-multiple"]);
    check_aims(json!({"multiple": [0, 24]}), &["W-multiple"]);
}

#[test]
fn facts_of_the_notes_are_asked_or_left_to_the_guide() {
    let folder = Folder::new();
    folder.set("tiny/bank.json", "/aims", json!({"notes_facts": true}));
    assert_eq!(folder.codes(), [] as [&str; 0], "no fact is of the notes");
    let facts = folder.read("tiny/facts.jsonl").replace("\"note\": null", "\"note\": \"It was said\"");
    folder.write("tiny/facts.jsonl", &facts);
    let open: Vec<String> = folder.diagnostics().iter().map(ToString::to_string).collect();
    assert_eq!(open.len(), 1, "{open:?}");
    assert!(open[0].starts_with("error[E-fact-open] tiny/facts.jsonl:3: ") && open[0].contains("queues-003"));
    folder.set("tiny/bank.json", "/aims", json!({}));
    assert_eq!(folder.codes(), [] as [&str; 0], "no aim");
}

/// The lines of left-to-guide.jsonl against a bank whose facts are all of the notes.
#[track_caller]
fn check_left(lines: &[(&str, &str)], expected: &[&str]) {
    let folder = Folder::new();
    folder.set("tiny/bank.json", "/aims", json!({"notes_facts": true}));
    let facts = folder.read("tiny/facts.jsonl").replace("\"note\": null", "\"note\": \"It was said\"");
    folder.write("tiny/facts.jsonl", &facts);
    let line = |(fact, reason): &(&str, &str)| json!({"fact": fact, "reason": reason}).to_string();
    folder.write("tiny/left-to-guide.jsonl", &lines.iter().map(line).collect::<Vec<_>>().join("\n"));
    assert_eq!(folder.codes(), expected, "{lines:?}: {:?}", folder.diagnostics());
}

#[test]
fn what_is_left_to_the_guide_has_its_reason() {
    let reason = "A price in a table, which nobody needs by heart.";
    check_left(&[("queues-003", reason)], &[]);
    check_left(&[("queues-003", "It is a price.")], &["E-fact-left"]);
    check_left(&[("queues-003", reason), ("queues-003", reason)], &["E-fact-left"]);
    check_left(&[("queues-003", reason), ("queues-001", reason)], &["E-fact-left"]);
    check_left(&[("queues-003", reason), ("queues-999", reason)], &["E-fact-left"]);
    check_left(&[], &["E-fact-open"]);
    let folder = Folder::new();
    folder.write("tiny/left-to-guide.jsonl", "{\"fact\": \"queues-003\"}\n");
    assert_eq!(folder.codes(), ["E-field-missing"]);
}

/// A field of the fixture's first question against a watch list.
#[track_caller]
fn check_stale(field: &str, text: &str, expected: &[&str]) {
    let folder = Folder::new();
    let entry = |old: &str, new: Option<&str>, topics: &[&str], about: &[&str]| {
        let (since, source) = ("2025", "fact queues-001");
        json!({"old": [old], "new": new, "since": since, "source": source, "topics": topics, "about": about})
            .to_string()
    };
    let list = [
        entry("256 KB", Some("1 MiB"), &["queues"], &[]),
        entry("five rows", Some("six rows"), &["tables"], &["row"]),
        entry("Master Key", Some("KMS key"), &[], &[]),
        entry("OpsWorks", None, &[], &[]),
    ];
    folder.write("tiny/stale.jsonl", &list.join("\n"));
    folder.set(QUEUES, &format!("/questions/0/{field}"), json!(text));
    assert_eq!(folder.codes(), expected, "{field} {text}: {:?}", folder.diagnostics());
}

#[test]
fn old_values_are_not_told_as_true() {
    check_stale("takeaway", "A message holds 256 KB.", &["W-stale"]);
    check_stale("takeaway", "A message holds 1 MiB.", &[]);
    check_stale("takeaway", "A message holds 1 MiB, no more only 256 KB.", &[]);
    check_stale("takeaway", "A message held 256 KB until 2025.", &[]);
    check_stale("takeaway", "A message held 256 KB until 2025. A message holds 256 KB.", &["W-stale"]);
    check_stale("takeaway", "A message holds 1256 KB.", &[]);
    check_stale("takeaway", "A page shows five rows.", &[]);
    check_stale("takeaway", "A row is one of five rows.", &["W-stale"]);
    check_stale("takeaway", "A master key encrypts it.", &["W-stale"]);
    check_stale("stem", "A message of 256 KB is as long as it gets. What stops the repeats?", &["W-stale"]);
    check_stale("options/0/why", "It stays hidden, at most 256 KB of it, for long.", &["W-stale"]);
    check_stale("options/1/why", "It stays hidden, at most 256 KB of it, for long.", &[]);
    check_stale("options/1/text", "Raise the size of the queue to 256 KB", &[]);
}

#[test]
fn what_is_gone_is_no_key() {
    check_stale("options/0/text", "Raise the timeout within AWS OpsWorks", &["W-retired"]);
    check_stale("options/1/text", "Raise the timeout within AWS OpsWorks", &[]);
    check_stale("takeaway", "OpsWorks hides it.", &[]);
}

//! Every rule of a question and its topic: what breaks it, and that nothing else is said.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken assumption in a test is a failed test"
)]

mod support;

use serde_json::{Value, json};
use support::{Folder, QUEUES, check_in};

/// The same for the first question of the fixture.
#[track_caller]
fn check(field: &str, value: Value, expected: &[&str]) {
    check_in(QUEUES, &[(&format!("/questions/0/{field}"), value)], expected);
}

#[test]
fn the_fixture_is_clean() {
    assert_eq!(Folder::new().diagnostics(), []);
}

#[test]
fn fields_are_there_and_known() {
    check("takeaway", Value::Null, &["E-field-missing"]);
    check("verified", Value::Null, &["E-field-missing"]);
    check("references", Value::Null, &["E-field-missing"]);
    check("options/1/why", Value::Null, &["E-field-missing"]);
    check("hint", json!("x"), &["E-field-unknown"]);
    check("options/1/hint", json!("x"), &["E-field-unknown"]);
    check("level", json!("guess"), &["E-field-value"]);
    check("revision", json!(70_000), &["E-field-value"]);
    check("revision", json!(0), &["E-revision"]);
}

#[test]
fn ids_are_well_formed_and_stand_once() {
    check_in(QUEUES, &[("/questions/2/id", json!("Two Ways"))], &["E-id"]);
    check_in(QUEUES, &[("/questions/2/id", json!("queues-come-back"))], &["E-id-twice"]);
    check_in(
        "tiny/objectives.json",
        &[("/objectives/0/id", json!("queues-read"))],
        &["E-id-twice", "E-objective-unknown"],
    );
    check("options/0/id", json!("x"), &["E-option-id"]);
    check("options/1/misconception", json!("No Id"), &["E-id"]);
    check_in(
        "tiny/topics.json",
        &[("/topics/-", json!({"id": "Big", "title": "Big", "notes": false}))],
        &["E-id"],
    );
}

#[test]
fn numbers_are_given_by_the_command() {
    check("number", Value::Null, &["E-number-lost", "E-number-missing"]);
    check("number", json!(3), &["E-number-lost", "E-number-twice"]);
    check("number", json!(2), &["E-number-lost", "E-number-retired"]);
    check("number", json!(7), &["E-number-lost", "E-number-unknown"]);
    check_in(QUEUES, &[("/questions/2", Value::Null)], &["E-domain-thin", "E-number-lost", "E-topic-thin"]);
}

#[test]
fn keys_and_options_are_as_many_as_the_kind_says() {
    check("options/1/correct", json!(true), &["E-key-count", "E-misconception-key"]);
    check("options/0/correct", json!(false), &["E-key-count", "E-misconception-missing"]);
    check("kind", json!("multiple"), &["E-key-count", "E-option-count"]);
    check("stem", json!("Which two? (Select TWO.)"), &["E-key-count"]);
    check("options/3", Value::Null, &["E-option-count"]);
    let stem = |text: &str| [("/questions/2/stem", json!(text))];
    check_in(QUEUES, &stem("Which changes lower the calls?"), &["E-key-count"]);
    check_in(QUEUES, &stem("Which changes lower the calls? (Select THREE.)"), &["E-key-count"]);
    check_in(QUEUES, &[("/questions/2/options/4", Value::Null)], &["E-option-count"]);
}

#[test]
fn options_differ_and_stand_alone() {
    check("options/1/text", json!("Raise the **visibility timeout** of the queue!"), &["E-option-twice"]);
    check(
        "options/1/text",
        json!("All of the above changes to the queue"),
        &["E-option-above", "W-absolutes"],
    );
    check(
        "options/1/text",
        json!("None of the above changes to the queue"),
        &["E-option-above", "W-absolutes"],
    );
}

#[test]
fn options_are_alike_in_length() {
    check(
        "options/1/text",
        json!("Raise the retention period of the queue by ten days"),
        &["W-option-length"],
    );
    let long = "Raise the retention period of the queue to the longest time that it may have";
    check("options/1/text", json!(long), &["E-option-length"]);
}

#[test]
fn options_do_not_tell_the_key() {
    check("options/1/text", json!("Never raise the retention period again"), &["W-absolutes"]);
    check("options/0/text", json!("Raise what may be the visibility timeout"), &["W-hedge"]);
    check("options/0/text", json!("Hide messages from other workers for minutes"), &["W-echo"]);
}

#[test]
fn every_option_has_its_reason() {
    check("options/1/why", json!("  "), &["E-why-short"]);
    check("options/1/why", json!("It is wrong."), &["E-why-short"]);
    check("options/1/why", json!("As option A says, the message stays hidden."), &["E-why-position"]);
    check("options/1/why", json!("The first answer hides the message for longer."), &["E-why-position"]);
    check("options/1/misconception", Value::Null, &["E-misconception-missing"]);
    check("options/0/misconception", json!("some-idea"), &["E-misconception-key"]);
}

#[test]
fn stems_are_short_and_ask() {
    check("stem", json!("The worker repeats. Stop the repeats."), &["E-stem-asks"]);
    check("stem", json!("What stops this?\n\n```text\nlog\n```"), &["E-stem-asks"]);
    check("stem", json!(format!("{} What stops it?", "Words come here. ".repeat(37))), &["E-stem-long"]);
    check("stem", json!(format!("{} What stops it?", "Words come here. ".repeat(35))), &[]);
    let sentence = format!("{}and what stops it?", "more words ".repeat(15));
    check("stem", json!(sentence), &["W-sentence-long"]);
}

#[test]
fn texts_are_in_the_subset_and_not_blank() {
    check("stem", json!(""), &["E-blank"]);
    check("takeaway", json!(" "), &["E-blank"]);
    check("options/0/text", json!("Raise the timeout <t> of the work queue"), &["E-markdown"]);
    check(
        "options/1/why",
        json!("Right <b>where</b> messages expire unread, yet they come back."),
        &["E-markdown"],
    );
    check("takeaway", json!("One.\n\nTwo."), &["E-markdown"]);
    check("changed", json!({"was": "a", "is": "![b](https://x.example)", "since": "2025"}), &["E-markdown"]);
    check_in("tiny/objectives.json", &[("/objectives/0/title", json!(""))], &["E-blank"]);
    check("references/0/title", json!(""), &["E-blank"]);
}

#[test]
fn references_are_pages_of_official_documentation() {
    check("references", json!([]), &["E-reference-missing"]);
    for url in [
        "http://docs.aws.amazon.com/x",
        "https://docs.aws.amazon.com.example.org/x",
        "https://example.org/docs.aws.amazon.com/",
        "https://docs.aws.amazon.com@example.org/",
        "https://docs.aws.amazon.com/a b",
    ] {
        check("references/0/url", json!(url), &["E-reference-host"]);
    }
    check("references/0/url", json!("https://kiro.dev/docs/specs/"), &[]);
}

#[test]
fn dates_are_days() {
    check("verified/on", json!("2026-02-30"), &["E-verified"]);
    check("verified/source", json!(""), &["E-verified"]);
    for since in ["2025", "2025-08", "2025-08-31"] {
        check("changed", json!({"was": "a", "is": "b", "since": since}), &[]);
    }
    for since in ["", "25", "2025-13", "2025-02-30", "last year", "2025-8"] {
        check("changed", json!({"was": "a", "is": "b", "since": since}), &["E-since"]);
    }
}

#[test]
fn what_a_question_names_exists() {
    check("objective", json!("queues-write"), &["E-objective-unknown"]);
    check("objective", json!("tables-read"), &["E-objective-topic"]);
    check("facts", json!([]), &["E-fact-count"]);
    check("facts", json!(["queues-001", "queues-002", "tables-001", "queues-001"]), &["E-fact-count"]);
    check("facts", json!(["queues-999"]), &["E-fact-unknown"]);
    check("facts", json!(["queues-003"]), &["W-fact-memory"]);
    check("enemies", json!(["queues-gone"]), &["E-enemy"]);
    check("enemies", json!(["queues-hidden-again"]), &["E-enemy"]);
}

#[test]
fn tasks_are_those_of_the_guides() {
    check("tasks", json!({}), &["E-domain-thin", "E-task-missing"]);
    check("tasks/old", json!("9.9"), &["E-domain-thin", "E-task-unknown"]);
    check("tasks/old", json!("1"), &["E-domain-thin", "E-task-unknown"]);
    check("tasks/new", json!("1.1"), &["E-domain-thin", "E-task-unknown"]);
    check("tasks/other", json!("1"), &["E-guide-unknown"]);
    check_in("tiny/topics/tables.json", &[("/questions/1/tasks/new", json!("1"))], &["W-task-foundation"]);
    check("tier", json!("foundation"), &["E-domain-thin", "W-task-foundation"]);
    check("sealed", json!(true), &["E-domain-thin"]);
}

#[test]
fn twins_are_enemies() {
    let folder = Folder::new();
    let first: Value = serde_json::from_str(&folder.read(QUEUES)).unwrap();
    let mut twin = first["questions"][0].clone();
    twin["id"] = json!("queues-twin");
    twin["number"] = json!(7);
    folder.set("tiny/numbers.json", "/highest", json!(7));
    folder.set(QUEUES, "/questions/-", twin.clone());
    assert_eq!(folder.codes(), ["E-twin"]);
    folder.set(QUEUES, "/questions/3/enemies", json!(["queues-hidden-again"]));
    assert_eq!(folder.codes(), [] as [&str; 0]);
    folder.set(QUEUES, "/questions/3/enemies", json!([]));
    let options = "/questions/3/options";
    folder.set(QUEUES, &format!("{options}/1/text"), json!("Buy a faster machine for the workers"));
    folder.set(QUEUES, &format!("{options}/2/text"), json!("Send smaller orders from the clients"));
    folder.set(QUEUES, &format!("{options}/3/text"), json!("Start a second queue for the workers"));
    assert_eq!(folder.codes(), ["W-twin"]);
    // The same words in another order: no phrase is shared.
    let stem = "Each worker needs messages for five minutes, other same handle. After 30 seconds the what stops a repeats?";
    folder.set(QUEUES, "/questions/3/stem", json!(stem));
    assert_eq!(folder.codes(), ["W-twin-stem"]);
    folder.set(QUEUES, "/questions/3/enemies", json!(["queues-hidden-again"]));
    assert_eq!(folder.codes(), [] as [&str; 0]);
}

#[test]
fn a_topic_has_its_own_file() {
    let folder = Folder::new();
    std::fs::rename(folder.0.join(QUEUES), folder.0.join("tiny/topics/lines.json")).unwrap();
    assert_eq!(folder.codes(), ["E-objective-topic", "E-topic-file", "E-topic-thin"]);
    check_in(QUEUES, &[("/topic", json!("pipes"))], &["E-topic-file", "E-topic-unknown"]);
    check_in(
        "tiny/objectives.json",
        &[("/objectives/0/topic", json!("pipes"))],
        &["E-objective-topic", "E-topic-unknown"],
    );
    check_in("tiny/objectives.json", &[("/objectives/0/facts", json!(["x-1"]))], &["E-fact-unknown"]);
}

#[test]
fn words_are_spelled_right() {
    check("takeaway", json!("Hide a mesage for longer than its work takes."), &["W-spelling"]);
    check("takeaway", json!("Hide a **mesage** for longer than its work takes."), &["W-spelling"]);
    check("takeaway", json!("Hide a `mesage` for longer than its work takes."), &[]);
    check("takeaway", json!("Hide the the message for longer."), &["W-spelling"]);
    check("takeaway", json!("Hide the `a` the message for longer."), &[]);
    check("takeaway", json!("Hide it as it is, is long enough, and that that is so."), &[]);
    check(
        "options/1/why",
        json!("Right where messages expire unread; they realy still come back."),
        &["W-spelling"],
    );
    check(
        "changed",
        json!({"was": "It occured once.", "is": "It occurs.", "since": "2025"}),
        &["W-spelling"],
    );
}

#[test]
fn a_question_asks_for_what_is_right() {
    let stem =
        |question: &str| json!(format!("A worker needs five minutes. Others repeat its work. {question}"));
    check("stem", stem("What stops the repeats?"), &[]);
    check("stem", stem("What does not stop the repeats?"), &["W-negative"]);
    check("stem", stem("What does NOT stop the repeats?"), &[]);
    check("stem", stem("What does NOT work without repeats?"), &["W-negative"]);
    check("stem", json!("It does not stop, and never will. What stops the repeats?"), &[]);
    check("stem", stem("Which of the following stops the repeats?"), &["W-trivia"]);
    check("stem", stem("Which statement holds?"), &["W-trivia"]);
    check("stem", stem("What is the best way to stop them?"), &["W-best"]);
    check("stem", stem("What is the best way to stop them at least cost?"), &[]);
}

#[test]
fn a_key_does_not_explain_itself_alone() {
    check("options/0/text", json!("Raise the visibility timeout (of the queue)"), &["W-key-alone"]);
    check("options/0/text", json!("Raise the timeout so that they stay hidden"), &["W-key-alone"]);
    check("options/0/text", json!("Call `raise(timeout)` on the work queue now"), &[]);
    check("options/1/text", json!("Raise the retention period (of the queue)"), &[]);
}

#[test]
fn options_are_short_and_exclude_each_other() {
    let text = "go on ".repeat(23);
    check("options/1/text", json!(text.trim()), &["E-option-length", "W-option-words"]);
    check("options/1/text", json!("Raise the visibility timeout of the queue by 1h"), &["W-option-subset"]);
    check("options/1/text", json!("Raise the whole visibility timeout of the queue"), &[]);
}

#[test]
fn numbers_rise_and_stay() {
    let check = |order: Value, texts: [&str; 4], expected: &[&str]| {
        let mut edits: Vec<(String, Value)> = Vec::new();
        edits.push(("/questions/0/order".into(), order));
        for (place, text) in texts.iter().enumerate() {
            edits.push((format!("/questions/0/options/{place}/text"), json!(text)));
        }
        let edits: Vec<(&str, Value)> =
            edits.iter().map(|(at, value)| (at.as_str(), value.clone())).collect();
        check_in(QUEUES, &edits, expected);
    };
    check(json!("fixed"), ["1 hour", "2 hours", "10 hours", "1,000 hours"], &[]);
    check(json!("fixed"), ["1 hour", "10 hours", "2 hours", "12 hours"], &["W-numbers"]);
    check(json!("fixed"), ["one hour", "10 hours", "2 hours", "12 hours"], &[]);
    let folder = Folder::new();
    for (place, text) in ["1", "2", "3", "4"].iter().enumerate() {
        folder.set(QUEUES, &format!("/questions/0/options/{place}/text"), json!(text));
    }
    assert_eq!(folder.codes(), ["W-numbers"], "the order is not fixed");
}

#[test]
fn a_question_grows_old() {
    let folder = Folder::new();
    let codes = |day: &str| -> Vec<&str> {
        let compiled = invigil_bank::compile_on(&folder.0, invigil_bank::Date::parse(day));
        compiled.diagnostics.iter().map(|found| found.code).collect()
    };
    assert_eq!(codes("2027-11-24"), [] as [&str; 0]);
    assert_eq!(codes("2027-11-25"), ["W-verified-old"; 5]);
}

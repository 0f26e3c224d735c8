//! Sealed questions: whole forms, enough left to practise with, and the same choice each time.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken assumption in a test is a failed test"
)]

mod support;

use invigil_bank::{BankReport, load, seal};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use support::Folder;

const FILES: [&str; 2] = ["tiny/topics/queues.json", "tiny/topics/tables.json"];
const OBJECTIVES: usize = 5;

/// A bank of so many questions in two topics and five objectives, of all difficulties, each fifth of several keys.
/// A form of the new guide has two questions of each of its two domains.
fn large(count: usize) -> Folder {
    let folder = Folder::new();
    let file: Value = serde_json::from_str(&folder.read(FILES[0])).unwrap();
    let (single, several) = (&file["questions"][0], &file["questions"][2]);
    folder.set("tiny/objectives.json", "/objectives", json!([]));
    for (topic, name) in [(0, "queues"), (1, "tables")] {
        let questions: Vec<Value> = (0..count)
            .filter(|number| number % 2 == topic)
            .map(|number| {
                let mut question = if number % 5 == 0 { several.clone() } else { single.clone() };
                question["id"] = json!(format!("q-{number}"));
                question["number"] = json!(number + 1);
                question["objective"] = json!(format!("{name}-{}", number / 2 % OBJECTIVES));
                question["difficulty"] = json!(["easy", "medium", "hard", "medium"][number / 4 % 4]);
                question["tasks"] = json!({"new": if number / 2 % 2 == 0 { "1" } else { "2" }});
                question["enemies"] = json!([]);
                question
            })
            .collect();
        let file =
            json!({"$schema": "../../schema/topic.schema.json", "topic": name, "questions": questions});
        folder.write(FILES[topic], &serde_json::to_string_pretty(&file).unwrap());
        for objective in 0..OBJECTIVES {
            let (id, title) = (format!("{name}-{objective}"), "Do it");
            let objective = json!({"id": id, "title": title, "topic": name, "facts": ["queues-001"]});
            folder.set("tiny/objectives.json", "/objectives/-", objective);
        }
    }
    folder.set("tiny/numbers.json", "/highest", json!(count));
    folder.set("tiny/numbers.json", "/retired", json!([]));
    folder
}

fn questions(folder: &Folder) -> Vec<Value> {
    let file = |name: &&str| -> Value { serde_json::from_str(&folder.read(name)).unwrap() };
    FILES.iter().map(file).flat_map(|file| file["questions"].as_array().unwrap().clone()).collect()
}

fn sealed(folder: &Folder) -> Vec<Value> {
    questions(folder).into_iter().filter(|question| question["sealed"] == true).collect()
}

fn count(questions: &[Value], field: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for question in questions {
        *counts.entry(question[field].to_string()).or_insert(0) += 1;
    }
    counts
}

/// The codes about forms and sealed questions; the copies of one question break other rules.
fn codes(folder: &Folder) -> Vec<&'static str> {
    folder.codes().into_iter().filter(|code| matches!(*code, "E-sealed" | "E-forms")).collect()
}

fn forms(folder: &Folder) -> (usize, usize, usize) {
    let report = BankReport::of(&load(&folder.0).0.banks[0]);
    let forms = report.forms.iter().find(|forms| forms.guide == "new").unwrap();
    (forms.open, forms.sealed, forms.together)
}

#[test]
fn two_forms_are_put_aside_in_proportion() {
    let folder = large(60);
    folder.set("tiny/bank.json", "/aims", json!({"sealed_forms": 2, "open_objective_questions": 2}));
    let done = seal(&folder.0).unwrap();
    assert_eq!(done.diagnostics, []);
    assert_eq!((done.chosen.len(), done.written.len()), (8, 2));
    let sealed = sealed(&folder);
    assert_eq!(count(&sealed, "tasks").values().copied().collect::<Vec<_>>(), [4, 4], "{sealed:?}");
    assert_eq!(
        count(&sealed, "difficulty").into_values().collect::<Vec<_>>(),
        [2, 2, 4],
        "easy, hard, medium"
    );
    assert_eq!(count(&sealed, "kind")["\"multiple\""], 2);
    let topics =
        sealed.iter().filter(|question| question["objective"].to_string().contains("queues")).count();
    assert_eq!(topics, 4);
    assert_eq!(forms(&folder), (13, 2, 15));
    assert_eq!(codes(&folder), [] as [&str; 0]);
}

#[test]
fn the_same_bank_is_sealed_alike_and_once() {
    let (one, other) = (large(60), large(60));
    assert_eq!(seal(&one.0).unwrap(), seal(&other.0).unwrap());
    let again = seal(&one.0).unwrap();
    assert_eq!((again.chosen.len(), again.written.len()), (0, 0));
}

#[test]
fn what_is_sealed_stays_sealed() {
    let folder = large(60);
    folder.set(FILES[0], "/questions/0/sealed", json!(true));
    assert_eq!(seal(&folder.0).unwrap().chosen.len(), 7);
    assert_eq!(sealed(&folder).len(), 8);
}

#[test]
fn an_objective_keeps_questions_to_practise_with() {
    let folder = large(20);
    // Two questions an objective: none can be spared.
    let done = seal(&folder.0).unwrap();
    assert_eq!(done.diagnostics.iter().map(|found| found.code).collect::<Vec<_>>(), ["E-sealed"]);
    assert_eq!(sealed(&folder), [] as [Value; 0]);
    folder.set("tiny/bank.json", "/aims", json!({"sealed_forms": 2, "open_objective_questions": 1}));
    assert_eq!(seal(&folder.0).unwrap().chosen.len(), 8);
    assert_eq!(codes(&folder), [] as [&str; 0]);
    folder.set("tiny/bank.json", "/aims", json!({"sealed_forms": 2, "open_objective_questions": 2}));
    assert_eq!(codes(&folder), ["E-sealed"]);
}

#[test]
fn no_two_enemies_are_sealed_and_no_foundation_question() {
    let folder = large(60);
    // Every question of the first file is an enemy of its first, and those of the second are foundation but for six.
    for place in 1..30 {
        folder.set(FILES[0], &format!("/questions/{place}/enemies"), json!(["q-0"]));
    }
    for place in 6..30 {
        folder.set(FILES[1], &format!("/questions/{place}/tier"), json!("foundation"));
    }
    assert_eq!(seal(&folder.0).unwrap().diagnostics, []);
    let sealed = sealed(&folder);
    assert_eq!(sealed.len(), 8);
    assert!(sealed.iter().all(|question| question["tier"] == "exam" && question["id"] != "q-0"));
}

#[test]
fn the_sealed_pool_gives_its_forms() {
    let folder = large(60);
    assert_eq!(codes(&folder), [] as [&str; 0], "no aim");
    folder.set("tiny/bank.json", "/aims", json!({"sealed_forms": 2}));
    assert_eq!(codes(&folder), [] as [&str; 0], "nothing is sealed");
    folder.set(FILES[0], "/questions/0/sealed", json!(true));
    assert_eq!(codes(&folder), ["E-sealed"]);
    folder.set("tiny/bank.json", "/aims", json!({"sealed_forms": 0}));
    assert_eq!(codes(&folder), [] as [&str; 0]);
    folder.set(FILES[0], "/questions/0/tier", json!("foundation"));
    assert_eq!(codes(&folder), ["E-sealed"]);
}

#[test]
fn forms_are_counted_by_drawing_them() {
    let folder = large(60);
    assert_eq!(forms(&folder), (15, 0, 15));
    folder.set("tiny/bank.json", "/aims", json!({"forms": 15}));
    assert_eq!(codes(&folder), [] as [&str; 0]);
    folder.set("tiny/bank.json", "/aims", json!({"forms": 16}));
    assert_eq!(codes(&folder), ["E-forms"]);
}

#[test]
fn new_questions_count_before_they_have_numbers() {
    let folder = large(60);
    for place in 0..30 {
        folder.set(FILES[0], &format!("/questions/{place}/number"), Value::Null);
    }
    assert_eq!(forms(&folder), (15, 0, 15));
}

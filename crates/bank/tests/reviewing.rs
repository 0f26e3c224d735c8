//! Records of review, and the figures that follow from them and from the sources.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken assumption in a test is a failed test"
)]

mod support;

use invigil_bank::{BankReport, Outcome, compile, page, page_drift};
use invigil_engine::store::json::Value as AppValue;
use serde_json::{Value, json};
use std::fs;
use support::Folder;

/// The fixture with records of review, each a name and its lines.
fn reviewed(records: &[(&str, &[Value])]) -> Folder {
    let folder = Folder::new();
    fs::create_dir(folder.0.join("tiny/review")).unwrap();
    for (name, lines) in records {
        let text: Vec<String> = lines.iter().map(ToString::to_string).collect();
        folder.write(&format!("tiny/review/{name}"), &text.join("\n"));
    }
    folder
}

fn report(folder: &Folder) -> BankReport {
    compile(&folder.0).reports.remove(0)
}

fn blind(number: u32, revision: u16, chosen: &[&str]) -> Value {
    json!({"number": number, "revision": revision, "chosen": chosen, "sure": "certain", "why": "so", "checked": null})
}

fn guess(number: u32, revision: u16, chosen: &str) -> Value {
    json!({"number": number, "revision": revision, "chosen": [chosen]})
}

fn attack(number: u32, revision: u16, verdict: &str) -> Value {
    json!({"number": number, "revision": revision, "option": "b", "case": "x", "verdict": verdict, "note": "y"})
}

#[test]
fn only_answers_to_the_present_revision_count() {
    // Questions 3 and 5 have the key c, question 3 has revision 2; question 4 has the keys a and c.
    let folder = reviewed(&[
        (
            "2026-11-24-blind.jsonl",
            &[blind(1, 1, &["a"]), blind(3, 1, &["c"]), blind(4, 1, &["c", "a"]), blind(5, 1, &["d"])],
        ),
        ("2026-11-25-blind-2.jsonl", &[blind(1, 1, &["a"]), blind(3, 2, &["c"]), blind(4, 1, &["a"])]),
    ]);
    assert_eq!(folder.codes(), [] as [&str; 0], "{:?}", folder.diagnostics());
    let review = report(&folder).review;
    let rounds: Vec<_> =
        review.rounds.iter().map(|round| (round.lines, round.current, round.outcome)).collect();
    assert_eq!(rounds, [(4, 3, Outcome::Agreed(2)), (3, 3, Outcome::Agreed(2))]);
    // Twice: 1. Once: 3 and 4. Never: 5 and 6.
    assert_eq!(review.blind, [2, 2, 1]);
}

#[test]
fn guesses_at_one_key_are_held_against_chance() {
    let folder = reviewed(&[(
        "2026-11-25-options-only.jsonl",
        &[guess(1, 1, "a"), guess(3, 2, "b"), guess(4, 1, "a"), guess(3, 1, "c")],
    )]);
    let guessed = report(&folder).review.guessed.unwrap();
    assert_eq!(guessed.questions, 2, "neither the one of two keys nor the old revision");
    assert!((guessed.hit - 0.5).abs() < 1e-9 && (guessed.chance - 0.25).abs() < 1e-9);
    assert!((guessed.z - 0.5 / f64::sqrt(2.0 * 0.1875)).abs() < 1e-9);
}

#[test]
fn adversaries_and_planted_faults_are_counted() {
    let folder = reviewed(&[
        (
            "2026-11-25-adversary.jsonl",
            &[attack(1, 1, "stands"), attack(1, 1, "mended"), attack(3, 1, "dropped")],
        ),
        ("2026-11-25-planted.json", &[json!({"planted": 20, "found": 17, "attempts": []})]),
    ]);
    assert_eq!(folder.codes(), [] as [&str; 0], "{:?}", folder.diagnostics());
    let review = report(&folder).review;
    assert_eq!(review.attacked, 1);
    assert_eq!(review.rounds[0].outcome, Outcome::Verdicts([1, 1, 0]));
    assert_eq!(review.planted, Some((20, 17)));
}

#[track_caller]
fn check_refused(name: &str, lines: &[Value], line: Option<u32>) {
    let folder = reviewed(&[(name, lines)]);
    let found: Vec<_> = folder.diagnostics().into_iter().map(|found| (found.code, found.line)).collect();
    assert_eq!(found, [("E-review", line)], "{name} {lines:?}");
}

#[test]
fn a_record_names_what_there_is() {
    let good = || blind(1, 1, &["a"]);
    check_refused("2026-11-24-blind.jsonl", &[good(), json!({"number": 3})], Some(2));
    check_refused("2026-11-24-blind.jsonl", &[good(), json!("x")], Some(2));
    check_refused("2026-11-24-blind.jsonl", &[good(), good()], Some(2));
    check_refused("2026-11-24-blind.jsonl", &[blind(7, 1, &["a"])], Some(1));
    check_refused("2026-11-24-blind.jsonl", &[blind(0, 1, &["a"])], Some(1));
    check_refused("2026-11-24-blind.jsonl", &[blind(1, 2, &["a"])], Some(1));
    check_refused("2026-11-24-blind.jsonl", &[blind(1, 0, &["a"])], Some(1));
    check_refused("2026-11-24-blind.jsonl", &[good(), blind(3, 2, &["e"])], Some(2));
    check_refused("2026-11-24-adversary.jsonl", &[attack(1, 1, "fails")], Some(1));
    check_refused("2026-11-24-planted.json", &[json!({"planted": 2, "found": 3, "attempts": []})], None);
    check_refused("2026-11-24-seen.jsonl", &[], None);
    check_refused("blind.jsonl", &[], None);
    // The number of a question that is gone, and a file that is no record.
    let folder = reviewed(&[("2026-11-24-blind.jsonl", &[blind(2, 4, &["a"])]), ("README.md", &[])]);
    assert_eq!(folder.codes(), [] as [&str; 0]);
}

#[test]
fn the_page_is_that_of_the_sources() {
    let folder = reviewed(&[("2026-11-24-blind.jsonl", &[blind(1, 1, &["a"])])]);
    let reports = compile(&folder.0).reports;
    let text = page(&reports);
    for part in [
        "## A tiny bank (`tiny`)",
        "5 questions, 1 of them kept for mock exams",
        "| kind | single 4 (80 %), multiple 1 (20 %) |",
        "No certified human has reviewed the questions.",
        "by two readings or more 0, by one 1, by none 4 of 5",
        "| 2026-11-24-blind | 1 | 1 | 1 agree with the key |",
        "| verified | 2026-11-24 to 2026-11-24 |",
        "| Queues | 3 | 0 | 1 | yes |",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert_eq!(page_drift(&reports, Some(&text)), None);
    for stored in [None, Some(""), Some("# The banks in figures\n")] {
        assert_eq!(page_drift(&reports, stored).unwrap().code, "W-report");
    }
    folder.replace("tiny/topics/tables.json", "\"level\": \"recall\"", "\"level\": \"apply\"");
    assert!(page_drift(&compile(&folder.0).reports, Some(&text)).is_some());
}

#[test]
fn the_app_shows_the_same_figures() {
    let compiled = compile(&Folder::new().0);
    let file = compiled.outputs.iter().find(|file| file.path.contains("-report-")).unwrap();
    let figures = AppValue::parse(std::str::from_utf8(&file.bytes).unwrap()).unwrap();
    let texts = |value: &AppValue<'_>| -> Vec<String> {
        value.as_list().unwrap().iter().map(|cell| cell.as_str().unwrap().to_owned()).collect()
    };
    let text = page(&compiled.reports);
    for section in figures.get("sections").and_then(AppValue::as_list).unwrap() {
        let (title, lead) = (section.get("title").unwrap(), section.get("lead").unwrap());
        assert!(text.contains(&format!("### {}\n{}", title.as_str().unwrap(), lead.as_str().unwrap())));
        let head = texts(section.get("head").unwrap());
        for row in section.get("rows").and_then(AppValue::as_list).unwrap() {
            let row = texts(row);
            assert_eq!(row.len(), head.len(), "{row:?}");
            assert!(text.contains(&format!("| {} |\n", row.join(" | "))), "{row:?}");
        }
    }
}

//! Tests of cues: what gives a key away, and what does not.

use super::*;
use crate::source::{DifficultyName, KindName, LevelName, OptionSource, TierName, Verified};

/// A question whose options are the texts; those that begin with `*` are keys.
fn question(id: usize, stem: &str, options: &[&str]) -> QuestionSource {
    let option = |(place, text): (u8, &&str)| OptionSource {
        id: char::from(b'a' + place).to_string(),
        text: text.trim_start_matches('*').to_owned(),
        correct: text.starts_with('*'),
        why: String::new(),
        misconception: None,
    };
    QuestionSource {
        id: format!("q-{id}"),
        number: None,
        revision: 1,
        kind: KindName::Single,
        tier: TierName::Exam,
        level: LevelName::Apply,
        difficulty: DifficultyName::Easy,
        objective: String::new(),
        facts: Vec::new(),
        tasks: std::collections::BTreeMap::default(),
        sealed: false,
        order: None,
        stem: stem.to_owned(),
        options: (0..).zip(options).map(option).collect(),
        takeaway: String::new(),
        references: Vec::new(),
        verified: Verified { on: String::new(), source: String::new() },
        changed: None,
        enemies: Vec::new(),
    }
}

fn cue(name: &str, questions: &[QuestionSource]) -> Option<Cue> {
    measure_all(questions.iter()).into_iter().find(|cue| cue.name == name)
}

#[track_caller]
fn check_one(name: &str, stem: &str, options: &[&str], hit: Option<f64>) {
    let found = cue(name, &[question(1, stem, options)]);
    assert_eq!(found.map(|cue| cue.hit), hit, "{name}: {options:?}");
}

#[test]
fn a_cue_picks_what_stands_out() {
    check_one("longest", "", &["*four words are here", "two words", "two words", "two words"], Some(1.0));
    check_one("longest", "", &["*two words", "four words are here", "two words", "two words"], Some(0.0));
    check_one("shortest", "", &["*no", "four", "five", "six6"], Some(1.0));
    check_one(
        "stem overlap",
        "Use the stream",
        &["*the stream", "the table", "the topic", "the queue"],
        Some(1.0),
    );
    check_one(
        "convergence",
        "",
        &["*read one key", "read one row", "read two key", "push all it"],
        Some(1.0),
    );
    check_one("few absolutes", "", &["*it may", "it must", "all of it", "never it"], Some(1.0));
    check_one("most specific", "", &["*set 900", "set it", "set so", "set no"], Some(1.0));
    check_one("position c", "", &["one", "two", "*three", "four"], Some(1.0));
    check_one("position a", "", &["one", "two", "*three", "four"], Some(0.0));
}

#[test]
fn ties_share_the_pick_and_a_tie_of_all_says_nothing() {
    check_one("longest", "", &["*four", "five", "six", "ten"], Some(0.5));
    check_one("longest", "", &["*four", "five", "nine", "zero"], None);
}

#[test]
fn a_fixed_order_has_no_position_cue() {
    let mut fixed = question(1, "", &["*1", "2", "3", "4"]);
    fixed.order = Some(OptionOrder::Fixed);
    assert_eq!(cue("position a", &[fixed]), None);
}

#[test]
fn chance_follows_the_number_of_keys() {
    let both = [
        question(1, "", &["*long one here", "b", "c", "d"]),
        question(2, "", &["*long one here", "*b", "c", "d", "e"]),
    ];
    let cue = cue("longest", &both).unwrap();
    assert!((cue.chance - f64::midpoint(0.25, 0.4)).abs() < 1e-9);
    let error = f64::sqrt(0.25 * 0.75 + 0.4 * 0.6);
    assert!((cue.z - (2.0 - 0.65) / error).abs() < 1e-9);
    assert_eq!(cue.tells, ["q-1", "q-2"]);
}

/// How the gate judges a bank of which so many keys of 100 are the longest option.
#[track_caller]
fn check_gate(longest: usize, code: Option<&str>) {
    let questions = (0..100).map(|place| {
        let key_is_long = place < longest;
        let options = if key_is_long { ["*long one", "b", "c", "d"] } else { ["long one", "*b", "c", "d"] };
        question(place, "", &options)
    });
    let found = |value| crate::load::Found {
        place: crate::diagnostic::Place::file("x"),
        text: String::new(),
        first_line: 1,
        value,
    };
    let bank = BankSources { questions: questions.map(found).collect(), ..BankSources::default() };
    let mut diagnostics = Vec::new();
    check(&bank, &mut diagnostics);
    let of_length = diagnostics.iter().find(|each| each.message.contains("'longest'"));
    assert_eq!(of_length.map(|each| each.code), code, "{longest} of 100");
}

#[test]
fn the_gate_has_two_sides() {
    // The standard error at a quarter of 100 is 4.33.
    check_gate(25, None);
    check_gate(33, None);
    check_gate(34, Some("W-cue"));
    check_gate(37, Some("W-cue"));
    check_gate(38, Some("E-cue"));
    check_gate(17, None);
    check_gate(16, Some("W-cue"));
    check_gate(13, Some("W-cue"));
    check_gate(12, Some("E-cue"));
}

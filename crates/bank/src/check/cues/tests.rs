//! Tests of cues: what gives a key away, and what does not.

use super::*;
use crate::diagnostic::Place;
use crate::load::Found;
use crate::source::{DifficultyName, KindName, LevelName, OptionOrder, OptionSource, TierName, Verified};

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

fn bank(file: &str, questions: impl Iterator<Item = QuestionSource>) -> BankSources {
    let found = |value| Found { place: Place::file(file), text: String::new(), first_line: 1, value };
    BankSources { questions: questions.map(found).collect(), ..BankSources::default() }
}

fn diagnostics(bank: &BankSources) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    check(bank, &mut diagnostics);
    diagnostics
}

/// The text of an option that begins with a star where it is the key.
fn marked(text: &str, key: bool) -> String {
    format!("{}{text}", if key { "*" } else { "" })
}

/// How the gate judges a bank of which so many keys of 100 are the longest option; their places say nothing.
#[track_caller]
fn check_gate(longest: usize, code: Option<&str>) {
    let questions = (0..100).map(|number| {
        let long = number % 4;
        let key = if number < longest { long } else { (long + 1 + number / 4 % 3) % 4 };
        let text = |place: usize| marked(if place == long { "long one" } else { "a" }, place == key);
        let options: Vec<String> = (0..4).map(text).collect();
        question(number, "", &options.iter().map(String::as_str).collect::<Vec<_>>())
    });
    let diagnostics = diagnostics(&bank("x", questions));
    let of_length = diagnostics.iter().find(|each| each.message.contains("'longest'"));
    assert_eq!(of_length.map(|each| each.code), code, "{longest} of 100: {diagnostics:?}");
}

#[test]
fn the_gate_has_two_sides() {
    // The standard error at a quarter of 100 is 4.33; seven cues are judged, so Holm asks for about 2.7 of them.
    check_gate(25, None);
    check_gate(33, None);
    check_gate(34, Some("W-cue"));
    check_gate(36, Some("W-cue"));
    check_gate(37, Some("E-cue"));
    check_gate(17, None);
    check_gate(16, Some("W-cue"));
    check_gate(14, Some("W-cue"));
    check_gate(13, Some("E-cue"));
}

#[test]
fn few_questions_are_not_judged() {
    let questions = |count| (0..count).map(|id| question(id, "", &["*long one", "b", "c", "d"]));
    assert!(diagnostics(&bank("x", questions(5))).is_empty());
    assert!(measure_all(questions(19).collect::<Vec<_>>().iter()).iter().all(|cue| cue.holm.is_none()));
    assert!(measure_all(questions(20).collect::<Vec<_>>().iter()).iter().any(|cue| cue.holm.is_some()));
}

#[test]
fn a_topic_shows_a_habit_of_its_writer() {
    let questions = |longest: usize| {
        (0..8).map(move |id| {
            let options =
                if id < longest { ["*long one", "b", "c", "d"] } else { ["long one", "*b", "c", "d"] };
            question(id, "", &options)
        })
    };
    let codes = |longest| -> Vec<&str> {
        diagnostics(&bank("x/topics/sqs.json", questions(longest))).iter().map(|each| each.code).collect()
    };
    // Two of eight are chance, and five lie 2.4 standard errors off.
    assert_eq!(codes(2), [] as [&str; 0]);
    assert_eq!(codes(5), [] as [&str; 0]);
    assert_eq!(codes(6), ["W-cue-topic"]);
}

/// A bank of so many questions: the key's looks are as drawn by `look`, from a stream of small numbers.
fn drawn(count: usize, look: fn(&mut dyn FnMut(usize) -> usize) -> Vec<String>) -> Vec<QuestionSource> {
    let mut state = 7_u64;
    let mut next = move |below: usize| {
        // Source: Knuth's MMIX constants of a linear congruential generator.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((state >> 33) % u64::try_from(below).unwrap()).unwrap()
    };
    (0..count)
        .map(|id| {
            let options = look(&mut next);
            question(id, "The stream of orders", &options.iter().map(String::as_str).collect::<Vec<_>>())
        })
        .collect()
}

#[test]
fn the_fitted_guesser_finds_what_no_single_cue_tells() {
    // Each option is long or short, and echoes the stem or not, once each; the key is long with an echo in three of
    // four questions. Each cue alone can only halve the field.
    let combined = drawn(200, |next| {
        let (first, honest) = (next(4), next(4) > 0);
        let texts = ["use the stream", "use the bucket", "a stream", "a bucket"];
        let key = if honest { 0 } else { 1 + next(3) };
        (0..4).map(|place| (place + first) % 4).map(|each| marked(texts[each], each == key)).collect()
    });
    let hit = |name: &str| cue(name, &combined).unwrap().hit;
    assert!(hit("longest") < 0.6 && hit("stem overlap") < 0.6, "{:?}", measure_all(combined.iter()));
    let together = cue(fitted::NAME, &combined).unwrap();
    assert!(together.hit > 0.65 && together.z > 10.0, "{together}");
    assert_eq!(together.questions, 200);
}

#[test]
fn the_fitted_guesser_learns_nothing_where_nothing_tells() {
    let honest = drawn(400, |next| {
        let key = next(4);
        let text = |next: &mut dyn FnMut(usize) -> usize| "word ".repeat(1 + next(5));
        (0..4).map(|place| marked(text(next).trim(), place == key)).collect()
    });
    let together = cue(fitted::NAME, &honest).unwrap();
    assert!(together.z.abs() < 2.0, "{together}");
}

#[test]
fn the_fitted_guesser_takes_questions_of_one_key() {
    let both = [
        question(1, "", &["*long one here", "b", "c", "d"]),
        question(2, "", &["*long one here", "b", "c", "d"]),
        question(3, "", &["*long one here", "*b", "c", "d", "e"]),
    ];
    assert_eq!(cue(fitted::NAME, &both).unwrap().questions, 2);
}

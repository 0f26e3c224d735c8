//! The tables, read again: by a small reader of comma-separated values, and by `serde_json`.

use crate::support::{any_class, class, handed};
use invigil_class::{Names, Table, reckon, table};
use invigil_engine::ids::OptionSet;
use invigil_engine::share::class::ClassInput;
use invigil_engine::time::Date;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use serde_json::{Map, Value};

fn text(input: &ClassInput, kind: Table, names: Names) -> String {
    table(input, &reckon(input), kind, names)
}

/// Reads comma-separated values: rows of cells, of which each row ends with a line feed.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match (sign, quoted) {
            ('"', true) if signs.peek() == Some(&'"') => cell.extend(signs.next()),
            ('"', _) => quoted = !quoted,
            (',', false) => row.push(std::mem::take(&mut cell)),
            ('\n', false) => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(sign),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "the last row is ended");
    rows
}

/// The rows as objects of texts.
fn csv_objects(text: &str) -> Vec<Map<String, Value>> {
    let mut rows = read_csv(text).into_iter();
    let names = rows.next().unwrap();
    let object = |row: Vec<String>| {
        assert_eq!(row.len(), names.len());
        names.iter().cloned().zip(row.into_iter().map(Value::from)).collect()
    };
    rows.map(object).collect()
}

fn json_objects(text: &str) -> Vec<Map<String, Value>> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What a cell of the one table is in the other.
fn as_cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => format!("'{text}"),
        Value::String(text) => text.clone(),
        Value::Number(number) if number.is_f64() => format!("{:.3}", number.as_f64().unwrap()),
        other => other.to_string(),
    }
}

#[track_caller]
fn check_alike(csv: &str, json: &str) {
    let (csv, json) = (csv_objects(csv), json_objects(json));
    assert_eq!(csv.len(), json.len());
    for (csv, json) in csv.iter().zip(&json) {
        let names: Vec<&String> = csv.keys().collect();
        assert_eq!(names, json.keys().collect::<Vec<_>>());
        for (name, cell) in csv {
            let expected = as_cell(&json[name]);
            assert_eq!(cell, &Value::from(expected), "{name}");
        }
    }
}

#[test]
fn both_forms_of_a_table_say_the_same() {
    for seed in 0..40 {
        let input = any_class(seed);
        for (csv, json) in
            [(Table::AnswersCsv, Table::AnswersJsonLines), (Table::QuestionsCsv, Table::QuestionsJsonLines)]
        {
            check_alike(&text(&input, csv, Names::Kept), &text(&input, json, Names::Kept));
        }
    }
}

#[test]
fn the_answers_are_those_of_the_input() {
    for seed in 0..40 {
        let input = any_class(seed);
        let fits = |person: &invigil_engine::share::class::ClassPerson| {
            let form = input.forms.get(usize::from(person.form))?;
            (form.items.len() == person.handed.answers.len()).then_some(form)
        };
        let mut rows = json_objects(&text(&input, Table::AnswersJsonLines, Names::Kept)).into_iter();
        for (number, person) in (1..).zip(&input.people) {
            let Some(form) = fits(person) else { continue };
            for (position, (item, answer)) in (1..).zip(form.items.iter().zip(&person.handed.answers)) {
                let row = rows.next().unwrap();
                let letters = |name: &str| OptionSet::from_letters(row[name].as_str().unwrap()).unwrap();
                assert_eq!((letters("key"), letters("chosen")), (item.key, answer.chosen));
                assert_eq!(row["person"], format!("person-{number}"));
                assert_eq!((&row["position"], &row["item"]), (&position.into(), &item.id.clone().into()));
                let right = letters("key") == letters("chosen") && !answer.chosen.is_empty();
                assert_eq!((&row["right"], &row["seconds"]), (&right.into(), &answer.seconds.into()));
                assert_eq!(
                    row["domain"].as_str(),
                    item.domain.and_then(|d| Some(form.domains.get(usize::from(d))?.as_str()))
                );
            }
        }
        assert!(rows.next().is_none());
    }
}

#[test]
fn names_are_left_out_when_that_is_asked() {
    let mut input = class(&["a", "b"], &["a b", "a a"]);
    input.people[0].handed.name = "Ada Lovelace".to_owned();
    input.people[1].handed.name = "=HYPERLINK(\"x\")".to_owned();
    for kind in [Table::AnswersCsv, Table::AnswersJsonLines] {
        let (with, without) = (text(&input, kind, Names::Kept), text(&input, kind, Names::LeftOut));
        assert!(with.contains("Ada Lovelace") && with.contains("HYPERLINK"));
        assert!(
            !without.contains("Lovelace") && !without.contains("HYPERLINK") && without.contains("person-2")
        );
    }
    let rows = csv_objects(&text(&input, Table::AnswersCsv, Names::Kept));
    assert_eq!(rows[2]["name"], "'=HYPERLINK(\"x\")", "no formula for a spreadsheet");
    let rows = json_objects(&text(&input, Table::AnswersJsonLines, Names::LeftOut));
    assert_eq!((&rows[0]["name"], &rows[0]["person"]), (&Value::Null, &"person-1".into()));
}

#[track_caller]
fn check_started(millis: i64, expected: &str) {
    let mut input = class(&["a"], &["a"]);
    input.people[0].handed.started = millis;
    let rows = json_objects(&text(&input, Table::AnswersJsonLines, Names::Kept));
    assert_eq!(rows[0]["started"], expected);
}

#[test]
fn moments_are_iso_8601_in_utc() {
    check_started(0, "1970-01-01T00:00:00Z");
    check_started(951_868_799_999, "2000-02-29T23:59:59Z");
    check_started(
        Date::parse("2026-12-01").unwrap().days() * 86_400_000 + 34_200_000,
        "2026-12-01T09:30:00Z",
    );
    check_started(-1, "1969-12-31T23:59:59Z");
}

proptest! {
    #![proptest_config(Config {
        cases: 300, failure_persistence: None, rng_seed: RngSeed::Fixed(0x1234_5678), ..Config::default()
    })]

    #[test]
    fn any_text_comes_back(name in ".{0,12}|[=+@,\"'\\\\\t\r\n\u{0}-\u{1f}-]{0,6}", about in any::<String>()) {
        let mut input = class(&["a"], &["a"]);
        input.people[0].handed = handed(&name, input.people[0].handed.answers.clone());
        input.forms[0].items[0].about.clone_from(&about);
        let (csv, json) = (Table::AnswersCsv, Table::AnswersJsonLines);
        let json = text(&input, json, Names::Kept);
        prop_assert_eq!(json.lines().count(), 1);
        let row = &json_objects(&json)[0];
        prop_assert_eq!(row["name"].as_str(), Some(name.as_str()));
        prop_assert_eq!(row["about"].as_str(), Some(about.as_str()));
        let row = &csv_objects(&text(&input, csv, Names::Kept))[0];
        prop_assert_eq!(&row["name"], &Value::from(as_cell(&name.into())));
        prop_assert_eq!(&row["about"], &Value::from(as_cell(&about.into())));
    }
}

/// A small class with all that a table can show.
fn golden_class() -> ClassInput {
    let keys = ["b", "ac", "d"];
    let people = [
        "b ac d", "b a d", "c ac -", "b ac a", "a bd d", "b ac d", "d ab c", "b c d", "- - -", "b ac c",
        "b ad d",
    ];
    let mut input = class(&keys, &people);
    let form = &mut input.forms[0];
    "Quizzes, \"and\" more".clone_into(&mut form.title);
    form.items[1].domain = Some(1);
    form.items[1].options = 5;
    form.items[2].scored = false;
    form.items[2].domain = None;
    "-1 as a status".clone_into(&mut form.items[2].about);
    let names = ["Ada", "Ada", "=1+1", "Łukasz, M.", "", "O'Neil", "\"Q\"", "@home", "Zoë", "李雷", "Last"];
    for (person, (name, place)) in input.people.iter_mut().zip(names.iter().zip(0..)) {
        person.handed.name = (*name).to_owned();
        person.handed.started += i64::from(place) * 3_600_000;
        person.handed.limit = (place % 3 > 0).then_some(130);
        person.handed.expired = place == 8;
        person.handed.answers[0].flagged = place % 4 == 0;
        person.handed.answers[2].visited = place != 8;
        person.handed.answers[1].seconds = 20 + 7 * place;
    }
    input
}

/// With `BLESS=1` in the environment the file is written first: only for a form that was never released.
#[track_caller]
fn check_golden(name: &str, kind: Table, names: Names) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    let now = text(&golden_class(), kind, names);
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        std::fs::write(&path, &now).unwrap();
    }
    let before = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert_eq!(now, before, "{name}");
}

#[test]
fn tables_are_written_as_before() {
    check_golden("answers-v1.csv", Table::AnswersCsv, Names::Kept);
    check_golden("answers-v1-no-names.csv", Table::AnswersCsv, Names::LeftOut);
    check_golden("answers-v1.jsonl", Table::AnswersJsonLines, Names::Kept);
    check_golden("questions-v1.csv", Table::QuestionsCsv, Names::Kept);
    check_golden("questions-v1.jsonl", Table::QuestionsJsonLines, Names::Kept);
}

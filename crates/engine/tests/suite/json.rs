//! The engine's reader and writer of JSON held against `serde_json`.

use crate::support::cases;
use invigil_engine::bank::{Catalogue, CatalogueEntry};
use invigil_engine::ids::{BankId, Fingerprint};
use invigil_engine::store::Json as _;
use invigil_engine::store::json::{Place, Value};
use proptest::prelude::*;
use serde_json::Value as Oracle;

/// A tree as `serde_json` has it.
fn as_oracle(value: &Value) -> Oracle {
    match value {
        Value::Null => Oracle::Null,
        Value::Bool(on) => Oracle::Bool(*on),
        Value::Number(digits) => serde_json::from_str(digits).unwrap(),
        Value::Text(text) => Oracle::String(text.clone()),
        Value::List(items) => items.iter().map(as_oracle).collect(),
        Value::Object(parts) => parts.iter().map(|(name, value)| (name.clone(), as_oracle(value))).collect(),
    }
}

fn tree() -> impl Strategy<Value = Oracle> {
    let leaf = prop_oneof![
        Just(Oracle::Null),
        any::<bool>().prop_map(Oracle::from),
        any::<i64>().prop_map(Oracle::from),
        any::<u64>().prop_map(Oracle::from),
        any::<f64>().prop_map(Oracle::from),
        any::<String>().prop_map(Oracle::from),
        "[\u{0}-\u{1f}\"\\\\/a\u{7f}\u{1f600}]{0,6}".prop_map(Oracle::from),
    ];
    leaf.prop_recursive(6, 60, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Oracle::from),
            prop::collection::btree_map(any::<String>(), inner, 0..5)
                .prop_map(|parts| Oracle::Object(parts.into_iter().collect())),
        ]
    })
}

/// Both readers refuse a text, or both read the same.
#[track_caller]
fn check(text: &str) {
    let (ours, theirs) = (Value::parse(text), serde_json::from_str::<Oracle>(text));
    match (&ours, &theirs) {
        (Ok(ours), Ok(theirs)) => assert_eq!(&as_oracle(ours), theirs, "{text:?}"),
        (Err(_), Err(_)) => {}
        _ => panic!("{text:?}: {ours:?}, {theirs:?}"),
    }
}

#[track_caller]
fn check_place(text: &str, line: usize, column: usize) {
    assert_eq!(Value::parse(text), Err(Place { line, column }), "{text:?}");
}

#[test]
fn the_edges_of_the_standard() {
    for text in [
        "",
        " ",
        "null",
        " null ",
        "nul",
        "nulll",
        "true",
        "True",
        "false",
        "fals",
        "0",
        "-0",
        "00",
        "01",
        "-",
        "-1",
        "+1",
        "1.",
        ".5",
        "1.5",
        "1e5",
        "1E+5",
        "1e-5",
        "1e",
        "1e+",
        "1.5e3",
        "-0.0",
        "0x1",
        "NaN",
        "1 2",
        "[]",
        "[ ]",
        "[1]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[",
        "]",
        "[1",
        "[1,",
        "[[]]",
        "[}",
        "{}",
        "{ }",
        "{\"a\":1}",
        "{\"a\" : 1 , \"b\":2}",
        "{\"a\":1,}",
        "{\"a\"}",
        "{a:1}",
        "{1:1}",
        "{\"a\":}",
        "{\"a\":1 \"b\":2}",
        "{",
        "{\"a\":1,\"a\":2}",
        "\"",
        "\"a",
        "\"\\\"",
        "\"\\n\\t\\r\\b\\f\\/\\\\\\\"\"",
        "\"\\x\"",
        "\"\\u00e4\"",
        "\"\\u00E4\"",
        "\"\\u00\"",
        "\"\\u00g0\"",
        "\"\\u+123\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\ud83d\\n\"",
        "\"\\ud83d\\u0041\"",
        "\"\\ude00\"",
        "\"\\ud83d\\ud83d\"",
        "\"\u{1}\"",
        "\"\n\"",
        "\"ä\u{7f}\u{2028}\"",
        "'a'",
        "\u{feff}1",
        "\u{a0}1",
        "// a\n1",
        "\t\r\n 1\n",
        "\u{b}1",
    ] {
        check(text);
    }
}

#[test]
fn the_place_of_a_fault_is_the_sign_that_does_not_belong() {
    check_place("", 1, 0);
    check_place("{\"a\":1,\n \"b\":x}", 2, 6);
    check_place("[1,\n2\n", 3, 0);
    check_place("1 2", 1, 3);
    check_place("\"ab", 1, 3);
}

#[test]
fn depth_is_bounded_and_the_stack_is_safe() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(Value::parse(&nested(64)).is_ok());
    assert!(Value::parse(&nested(65)).is_err());
    assert!(Value::parse(&nested(1_000_000)).is_err());
    assert!(Value::parse(&"{\"a\":".repeat(1_000_000)).is_err());
}

#[test]
fn numbers_are_exact_to_their_ends() {
    let number = |text| Value::parse(text).map(|value| (value.as_whole(), value.as_count())).unwrap();
    assert_eq!(number("-9223372036854775808"), (Some(i64::MIN), None));
    assert_eq!(number("18446744073709551615"), (None, Some(u64::MAX)));
    assert_eq!(number("18446744073709551616"), (None, None));
    assert_eq!(number("1.0"), (None, None));
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn what_serde_json_writes_is_read(tree in tree()) {
        for text in [serde_json::to_string(&tree).unwrap(), serde_json::to_string_pretty(&tree).unwrap()] {
            let read = Value::parse(&text);
            prop_assert!(read.is_ok(), "{} gave {:?}", text, read);
            let oracle: Oracle = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(as_oracle(&read.unwrap()), oracle);
        }
    }

    #[test]
    fn what_is_written_is_read_by_serde_json_and_by_us(title in any::<String>(), index in "[\u{0}-\u{7f}]{0,9}", print in any::<u64>()) {
        let (questions, reasons) = (vec![String::new(), index.clone()], vec!["\u{1f600}".to_owned()]);
        let id = BankId::parse("dva").unwrap();
        let entry = CatalogueEntry { id, title, fingerprint: Fingerprint(print), index, questions, reasons, report: None, notes: None };
        let catalogue = Catalogue { format: 2, banks: vec![entry.clone(), entry.clone()] };
        let text = catalogue.to_json();
        let read: Oracle = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(read["banks"][1]["title"].as_str(), Some(entry.title.as_str()));
        prop_assert_eq!(read["banks"][0]["index"].as_str(), Some(entry.index.as_str()));
        prop_assert_eq!(read["banks"][0]["fingerprint"].as_u64(), Some(print));
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), text.clone(), "written in the same way");
        prop_assert_eq!(Catalogue::parse(&text), Ok(catalogue));
    }

    #[test]
    fn any_text_is_read_as_serde_json_reads_it(text in "[\\[\\]{}\":,\\\\ua-f0-3.eE+\\- \n]{0,12}|\"[\\\\udDn\"8c0a]{0,14}\"|.{0,40}") {
        check(&text);
    }
}

//! The tools, called as the worker calls them.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a broken assumption in a test is a failed test"
)]

use invigil_engine::app::{Qr, ShareTool};
use invigil_engine::packed::Packed as _;
use invigil_engine::search::{Found, QuestionIndex, SearchIndex, SearchPage, SearchParagraph};
use invigil_engine::store::check::Checked;
use invigil_tools::{REFUSED, Tool, reserve, run};

#[test]
fn the_check_tells_what_cannot_be_read() {
    let records = vec![
        ("attempt/1a278ee1a8013704279".to_owned(), "no log".to_owned()),
        ("exposures/dva".to_owned(), String::new()),
    ];
    let output = Tool::Check.work(&records.to_bytes()).unwrap();
    let checked = Checked::from_bytes(&output).unwrap();
    assert_eq!((checked.sound, checked.broken), (1, vec!["attempt/1a278ee1a8013704279".to_owned()]));
}

#[test]
fn a_tool_that_is_none_and_an_input_that_is_none_are_refused() {
    assert!(!reserve(3).is_null());
    assert_eq!(run(77), REFUSED);
    // Three zeros are an empty list and more.
    assert_eq!(run(0), REFUSED);
    assert!(!reserve(1).is_null());
    assert_eq!(run(0), 3, "none sound, none aside, none broken");
}

/// One test, since what is loaded is kept for all.
#[test]
fn what_was_loaded_is_searched() {
    let find = |query: &str, seen: Vec<u32>| Tool::Find.work(&(query.to_owned(), seen).to_bytes());
    let load = |pages: Vec<u8>, questions: Vec<u8>| Tool::Load.work(&(pages, questions).to_bytes());
    assert_eq!(find("queue", Vec::new()), None, "nothing is loaded");
    assert_eq!(load(vec![7, 7], Vec::new()), Some(vec![0]), "no index");
    assert_eq!(find("queue", Vec::new()), None, "still nothing");
    assert_eq!(Tool::Load.work(&[9]), None, "no pair");

    let paragraph = SearchParagraph {
        anchor: "receive".to_owned(),
        heading: "Receiving".to_owned(),
        text: "A message stays in the queue.".to_owned(),
    };
    let names = vec!["SQS".to_owned()];
    let page = SearchPage { title: "Amazon SQS".to_owned(), names, paragraphs: vec![paragraph] };
    let pages = SearchIndex::build(&[page], &[]).to_bytes();
    let found = |seen| Found::from_bytes(&find("queue", seen).unwrap()).unwrap();
    assert_eq!(load(pages.clone(), Vec::new()), Some(vec![1]));
    assert_eq!((found(vec![5]).pages.len(), found(vec![5]).questions), (1, Vec::new()), "without questions");

    let questions = QuestionIndex::build(&[(5, "Which queue?".to_owned()), (6, "A queue.".to_owned())]);
    assert_eq!(load(pages.clone(), questions.to_bytes()), Some(vec![1]));
    assert_eq!((found(vec![5]).pages.len(), found(vec![5]).questions), (1, vec![5]));
    assert_eq!(load(pages, vec![1]), Some(vec![0]), "no questions");
    assert_eq!(found(vec![6]).questions, [6], "what was there stays");
}

#[test]
fn the_tools_of_sharing_have_the_numbers_that_the_app_asks_by() {
    for (tool, asked) in [
        (Tool::Draft, ShareTool::Draft),
        (Tool::Make, ShareTool::Make),
        (Tool::Hand, ShareTool::Hand),
        (Tool::Open, ShareTool::Open),
        (Tool::Qr, ShareTool::Qr),
        (Tool::Class, ShareTool::Class),
        (Tool::Table, ShareTool::Table),
        (Tool::Write, ShareTool::Write),
    ] {
        assert_eq!(tool as u32, asked as u32, "{asked:?}");
        assert_eq!(tool.work(&[0xff; 9]), None, "{tool:?} refuses what it cannot read");
    }
}

/// The finders of the standard stand in three corners, whatever the text; too long a text has no code.
#[test]
fn a_qr_code_has_its_finders_and_its_bounds() {
    let qr = |text: String| Option::<Qr>::from_bytes(&Tool::Qr.work(&text.to_bytes()).unwrap()).unwrap();
    let code =
        qr("https://example.org/#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=65&min=130".to_owned());
    let code = code.unwrap();
    assert_eq!((code.rows.len(), code.length), (code.side as usize, 78));
    for row in &code.rows {
        assert_eq!(row.iter().sum::<u32>(), code.side);
    }
    // Light none, dark seven: the upper edge of the finder.
    assert_eq!(code.rows[0][..2], [0, 7]);
    assert_eq!(code.rows[1][..4], [0, 1, 5, 1]);
    assert_eq!(code.rows[code.rows.len() - 1][..2], [0, 7]);
    assert_eq!(code.rows[0].last(), Some(&7), "and of the one on the right");
    assert!(qr("x".repeat(2_900)).is_some());
    assert!(qr("x".repeat(3_000)).is_none());
}

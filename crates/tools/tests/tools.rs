//! The tools, called as the worker calls them.

#![allow(clippy::unwrap_used, reason = "a broken assumption in a test is a failed test")]

use invigil_engine::packed::Packed as _;
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

//! What is found in questions, each kind in and out of its threshold.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::format_push_string,
    reason = "a broken assumption in a test is a failed test"
)]

mod support;

use FindingKind::{
    AbsoluteWord, AllOrNoneOfTheAbove, AllRight, EchoedWord, LongestIsKey, LongestOften, NegativeStem, NoKey,
    NoReasons, NoStem, OnePlaceOften, OtherCount, SameOptions, SameQuestion, TooFewOptions, TooLong,
    TooManyOptions, TooManyQuestions,
};
use invigil_formats::{Draft, FindingKind, Format, read};
use support::kinds;

/// A question in short, `*` before what is right.
fn text(stem: &str, options: &[&str]) -> String {
    let mut out = format!("### {stem}\n\n");
    for option in options {
        let (mark, words) = option.strip_prefix('*').map_or((' ', *option), |words| ('x', words));
        out += &format!("- [{mark}] {words}\n");
    }
    out
}

/// What is found in one question that gives reasons.
#[track_caller]
fn check(stem: &str, options: &[&str], expected: &[FindingKind]) {
    let draft = read(&(text(stem, options) + "\n> since it is\n\n"), Some(Format::Markdown));
    assert_eq!(kinds(&draft.questions[0]), expected, "{stem} {options:?}");
}

#[test]
fn what_stands_in_the_way() {
    check("Q", &["*a", "b"], &[]);
    check("Q", &["a", "b"], &[NoKey]);
    check("Q", &["*a"], &[TooFewOptions]);
    check("Q", &["*a", "*b"], &[AllRight]);
    check("", &["*a", "b"], &[NoStem]);
    check("Q", &["*a", "b", "b"], &[SameOptions]);
    check("Q", &["*a", "b", "__b__"], &[SameOptions]);
    check("Q", &["*a", "b", "B"], &[]);
    check("Q", &["*a", "b", "c", "d", "e", "f", "g", "h"], &[]);
    check("Q", &["*a", "b", "c", "d", "e", "f", "g", "h", "i"], &[TooManyOptions]);
    check(&"long ".repeat(4001), &["*a", "b"], &[TooLong]);
    check(&"long ".repeat(3900), &["*a", "b"], &[]);
}

#[test]
fn how_many_are_asked_for() {
    check("Which two are right?", &["*a", "b", "c"], &[OtherCount]);
    check("Which two are right?", &["*a", "*b", "c"], &[]);
    check("What? (Select TWO.)", &["*a", "b", "c"], &[OtherCount]);
    check("What? (Choose 3 answers)", &["*a", "*b", "c"], &[OtherCount]);
    check("What? (Choose 3)", &["*a", "*b", "*c", "d"], &[]);
    check("Select 5 GB. What now?", &["*a", "b"], &[]);
    check("Which is right?", &["*a", "*b", "c"], &[]);
}

#[test]
fn what_gives_a_key_away() {
    check("Q", &["*twenty-eight letters in here", "thirteen sign"], &[LongestIsKey]);
    check("Q", &["*twenty-seven letters inhere", "thirteen sign"], &[]);
    check("Q", &["thirteen sign", "*x", "twenty-eight letters in here"], &[]);
    check("Q", &["*a", "All of the above"], &[AllOrNoneOfTheAbove]);
    check("Q", &["*It may fail", "It always fails"], &[AbsoluteWord]);
    check("Q", &["*It never fails", "It always fails"], &[]);
    check("Which is NOT a colour?", &["*seven", "red"], &[NegativeStem]);
    check("It does not start. Which is the cause?", &["*seven", "red"], &[]);
    check("All of these are colours except", &["*seven", "red"], &[NegativeStem]);
    check("Which encryption is used?", &["*Encryption at rest", "A lock"], &[EchoedWord]);
    check("Which encryption is used?", &["*Encryption at rest", "No encryption"], &[]);
    check("Which kind is used?", &["*The kind", "None"], &[AbsoluteWord]);
}

#[test]
fn reasons_are_missed() {
    let draft = |text: &str| kinds(&read(text, Some(Format::Markdown)).questions[0]);
    assert_eq!(draft("### Q\n- [x] a\n- [ ] b"), [NoReasons]);
    assert_eq!(draft("### Q\n- [ ] a\n- [ ] b"), [NoKey]);
    assert_eq!(draft("### Q\n- [x] a\n  > why\n- [ ] b"), []);
}

fn paper(questions: usize, options: impl Fn(usize) -> Vec<String>) -> Draft {
    let text: Vec<String> = (0..questions)
        .map(|number| {
            let options = options(number);
            text(&format!("Q {number}"), &options.iter().map(String::as_str).collect::<Vec<_>>())
        })
        .collect();
    read(&text.join("\n"), Some(Format::Markdown))
}

#[track_caller]
fn check_paper(draft: &Draft, expected: &[(FindingKind, &str)]) {
    let found: Vec<(FindingKind, &str)> =
        draft.findings.iter().map(|finding| (finding.kind, finding.about.as_str())).collect();
    assert_eq!(found, expected);
}

/// The key stands at a place, and is the longest or not.
fn keyed(place: usize, longest: bool) -> Vec<String> {
    let words = |at: usize| {
        format!(
            "{}{}",
            ["one", "two", "six", "ten"][at],
            if at == if longest { place } else { (place + 1) % 4 } { "!!" } else { "" }
        )
    };
    (0..4).map(|at| format!("{}{}", if at == place { "*" } else { "" }, words(at))).collect()
}

#[test]
fn what_a_paper_gives_away() {
    // One chance in four, so five or more of eight come with a chance of 0.027, and six or more with 0.0042.
    check_paper(&paper(8, |number| keyed(number % 4, number < 6)), &[(LongestOften, "")]);
    check_paper(&paper(8, |number| keyed(number % 4, true)), &[(LongestOften, "")]);
    check_paper(&paper(7, |number| keyed(number % 4, true)), &[]);
    // Four places are looked at, so a place needs 0.0025: seven of eight.
    check_paper(&paper(8, |number| keyed(if number < 7 { 2 } else { 0 }, false)), &[(OnePlaceOften, "c")]);
    check_paper(&paper(8, |number| keyed(if number < 6 { 2 } else { 0 }, false)), &[]);
    check_paper(&paper(201, |number| keyed(number % 4, false)), &[(TooManyQuestions, "1")]);
    assert_eq!(paper(201, |number| keyed(number % 4, false)).questions.len(), 200);
}

#[test]
fn questions_that_come_twice() {
    let twice = [text("Q", &["*a", "b"]), text("R", &["*a", "b"]), text("Q", &["*a", "b"])].join("\n");
    let draft = read(&twice, Some(Format::Markdown));
    assert!(!kinds(&draft.questions[1]).contains(&SameQuestion));
    assert_eq!(
        draft.questions[2].findings.last().map(|finding| (finding.kind, finding.about.as_str())),
        Some((SameQuestion, "1"))
    );
}

#[test]
fn a_text_that_is_too_long_is_not_read() {
    let draft = read(&"x".repeat(400_001), None);
    assert_eq!((draft.questions.len(), draft.findings[0].kind), (0, TooLong));
}

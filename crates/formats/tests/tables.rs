//! Aiken and tables, and how a text says which format it is in.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken assumption in a test is a failed test"
)]

mod support;

use invigil_engine::rich_text::RichText;
use invigil_formats::{
    Draft, DraftOption, DraftQuestion, FindingKind, Format, aiken, detect, read, table, write,
};
use proptest::prelude::*;
use support::{any_text, blessed, fixture, kinds, questions, report, short};

#[track_caller]
fn check(format: Format, text: &str, expected: &str, found: &[FindingKind]) {
    let draft = if format == Format::Aiken { aiken::read(text) } else { table::read(text) };
    assert_eq!(short(&draft), expected, "{text}");
    let all: Vec<FindingKind> = draft.questions.iter().flat_map(kinds).collect();
    assert_eq!(all, found, "{text}");
}

#[test]
fn aiken_is_read() {
    let check =
        |text: &str, expected: &str, found: &[FindingKind]| check(Format::Aiken, text, expected, found);
    check("Q\nA. a\nB. b\nANSWER: B", "Q | a | *b", &[]);
    check("Q\na)a\nb)b\nanswer: a", "Q | *a | b", &[]);
    check("Q\nB. not yet\nA. a\nB. b\nANSWER: A\n", "Q B. not yet | *a | b", &[]);
    check("Q\n\nmore\nA. a\nB. b\nANSWER: A", "Q more | *a | b", &[]);
    check("Q\nA. a\nB. b\nANSWER: AB", "Q | *a | *b", &[FindingKind::Extension]);
    check("Q\nA. a\nB. b\nANSWER: a and b", "Q | a | b ANSWER: a and b", &[]);
    check("Q\nA. a\nB.\nANSWER: B", "Q | a", &[FindingKind::KeyBeyond]);
    check("Q\nA. a\nB. b\n\nR\nA. c\nB. d\nANSWER: A", "Q | a | b\nR | *c | d", &[]);
    check("Q\nA. a\nB. b\nANSWER: A\nR\nA. c\nANSWER: A", "Q | *a | b\nR | *c", &[]);
    check("", "", &[]);
}

#[test]
fn tables_are_read() {
    let check =
        |text: &str, expected: &str, found: &[FindingKind]| check(Format::Table, text, expected, found);
    check("question,a,b,answer\nQ,x,y,B", "Q | x | *y", &[]);
    check("Stem\tOption 1\tOption 2\tKey\nQ\tx\ty\t1", "Q | *x | y", &[]);
    check("Prompt|Choice 1|Choice 2|Correct\nQ|x|y|y", "Q | x | *y", &[]);
    check("question,a,b,answer,feedback a,topic\nQ,x,y,\"A,B\",why,T", "Q | *x # why | *y @ T", &[]);
    check("question,a,b,answer\nQ,x,y,x;y", "Q | *x | *y", &[]);
    check("question,a,b,answer\nQ,x,y,C", "Q | x | y", &[FindingKind::KeyBeyond]);
    check("question,a,b,answer\nQ,x,y,0", "Q | x | y", &[FindingKind::KeyBeyond]);
    check("question,a,b,answer\nQ,2,1,1", "Q | 2 | 1", &[FindingKind::TwoReadings]);
    check("question,a,b,answer\nQ,2,1,Option 1", "Q | *2 | 1", &[]);
    check("question,a,b,answer\nQ,x,y,", "Q | x | y", &[]);
    check("Q,x,y,B\nR,z,w,A", "Q | x | *y\nR | *z | w", &[]);
    check("Q,x,y,z\nR,z,w,A", "Q | x | y | z\nR | z | w | A", &[]);
    check("Q, \"x, y\", z, A\nR, z, w, B", "Q | *x, y | z\nR | z | *w", &[]);
    check("question,a,b,answer\nQ,\"never closed,y,A", "Q | *\"never closed | y", &[]);
    check("question,a,b,answer\nQ,x,y,A,more", "Q | *x | y", &[FindingKind::LeftOut]);
    check(
        "Quiz template,,,,\nQuestion - max 120 characters,Answer 1 - max 75 characters,Answer 2,Time limit (sec),Correct answer(s)\nQ,x,y,20,2",
        "Q | x | *y",
        &[],
    );
}

#[track_caller]
fn check_format(text: &str, expected: Format) {
    assert_eq!(detect(text), expected, "{text}");
}

#[test]
fn formats_are_told_apart() {
    check_format("", Format::Markdown);
    check_format("### Q\n- [ ] a", Format::Markdown);
    check_format("Q\nA. a\nANSWER: A", Format::Aiken);
    check_format("Q {=a ~b}", Format::Gift);
    check_format("::T:: Q {T}", Format::Gift);
    check_format("$CATEGORY: x", Format::Gift);
    check_format("question,a,b,answer\nQ,x,y,A", Format::Table);
    check_format("Q;x;y;A\nR;x;y;B", Format::Table);
    check_format("# Only words, and no question", Format::Markdown);
}

#[test]
fn fixtures_are_read() {
    for (name, format) in [
        ("questions.aiken.txt", Format::Aiken),
        ("questions.csv", Format::Table),
        ("no-header.tsv", Format::Table),
    ] {
        let draft = read(&fixture(name), None);
        assert_eq!(draft.format, format, "{name}");
        let now = report(&draft);
        assert_eq!(now, blessed(&format!("{name}.report.txt"), &now));
    }
    let draft = read(&fixture("questions.md"), None);
    for (name, format) in [("written-v1.aiken.txt", Format::Aiken), ("written-v1.csv", Format::Table)] {
        let now = write(&draft, format);
        assert_eq!(now, blessed(name, &now));
    }
}

/// Words that Aiken and tables have a place for: one line.
fn line() -> impl Strategy<Value = String> {
    "[a-zA-Z0-9é\"',;|:.)(#*_~={}<>&\\\\-]{1,6}( [a-zA-Z0-9\"',;|\t.)(#*-]{1,6}){0,3}"
}

fn plain_draft(format: Format) -> impl Strategy<Value = Draft> {
    let option = (line(), any::<bool>(), line());
    let question = (line(), prop::collection::vec(option, 2..6), line(), line(), any::<bool>());
    prop::collection::vec(question, 1..4).prop_map(move |questions| {
        let question = |(stem, options, explanation, topic, with): (
            String,
            Vec<(String, bool, String)>,
            _,
            String,
            bool,
        )| {
            let text = |words: &str| {
                if with && format == Format::Table { plain(words) } else { RichText::default() }
            };
            let option = |(words, correct, reason): &(String, bool, String)| DraftOption {
                text: plain(words),
                correct: *correct,
                reason: text(reason),
            };
            let explanation: String = explanation;
            let topic = if format == Format::Table {
                topic.split_whitespace().collect::<Vec<_>>().join(" ")
            } else {
                String::new()
            };
            DraftQuestion {
                stem: plain(&format!("Q {stem}")),
                options: options.iter().map(option).collect(),
                explanation: text(&explanation),
                topic,
                ..DraftQuestion::default()
            }
        };
        let mut questions: Vec<DraftQuestion> = questions.into_iter().map(question).collect();
        for question in &mut questions {
            if !question.options.iter().any(|option| option.correct) {
                question.options[0].correct = true;
            }
        }
        Draft { format, title: String::new(), questions, findings: Vec::new() }
    })
}

fn plain(words: &str) -> RichText {
    RichText::plain(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_aiken_draft_is_read_as_it_was_written(draft in plain_draft(Format::Aiken)) {
        let written = aiken::write(&draft);
        prop_assert_eq!(questions(&aiken::read(&written)), draft.questions, "{}", written);
    }

    #[test]
    fn a_table_is_read_as_it_was_written(draft in plain_draft(Format::Table)) {
        let written = table::write(&draft);
        prop_assert_eq!(questions(&table::read(&written)), draft.questions, "{}", written);
    }

    #[test]
    fn any_text_is_read(text in any_text()) {
        let _ = detect(&text);
        for format in [Format::Aiken, Format::Table] {
            let draft = read(&text, Some(format));
            let written = write(&draft, format);
            prop_assert!(written.len() <= 8 * text.len() + 2000, "{} of {}", written.len(), text.len());
            let once = write(&read(&written, Some(format)), format);
            let _ = write(&read(&once, Some(format)), format);
        }
    }
}

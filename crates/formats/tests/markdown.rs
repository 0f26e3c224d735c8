//! Markdown: what is read of it, and that what is written is read as the same.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken assumption in a test is a failed test"
)]

mod support;

use invigil_engine::rich_text::RichText;
use invigil_formats::{FindingKind, Format, Keys, blocks, markdown, read};
use proptest::prelude::*;
use support::{any_text, blessed, draft_of, fixture, questions, report, rich_text, short};

/// A text is read as blocks, which are written like this.
#[track_caller]
fn check_text(text: &str, written: &str, not_shown: &[&str]) {
    let (rich, found) = blocks::read(text);
    assert_eq!(blocks::write(&rich), written, "{text:?}: {rich:?}");
    let about: Vec<&str> = found.iter().map(|finding| finding.about.as_str()).collect();
    assert_eq!(about, not_shown, "{text:?}");
    assert_eq!(blocks::read(written), (rich, Vec::new()), "{written:?}");
}

#[track_caller]
fn same(text: &str) {
    check_text(text, text, &[]);
}

#[track_caller]
fn shown(text: &str, written: &str) {
    check_text(text, written, &[]);
}

#[test]
fn formatted_text() {
    same("plain words");
    same("**strong** and *stressed* and `code`");
    shown("_stressed_ and __strong__", "*stressed* and **strong**");
    same("snake_case_names and 2 * 3 * 4");
    shown("***both***", "**both**");
    shown("**a *b* c**", "**a b c**");
    shown("**Use `SQS` now**", "**Use** `SQS` **now**");
    shown("** a**", "\\*\\* a\\*\\*");
    shown("**never closed", "\\*\\*never closed");
    shown("`` a`b ``", "``a`b``");
    same("`` `a` ``");
    same("`a``b`");
    shown("`never closed", "\\`never closed");
    shown("a\nb\n  c", "a b c");
    shown("a   b\tc", "a b c");
    same("one\n\ntwo");
    same("- one\n- two");
    same("1. one\n2. two");
    shown("* one\n\n* two", "- one\n- two");
    shown("3) one\n4) two", "1. one\n2. two");
    shown("- one\n  - two", "- one\n- two");
    shown("- one\nstill one\n\nnot one", "- one still one\n\nnot one");
    same("```json\n{\n  \"a\": 1\n}\n```");
    shown("~~~\na\n~~~", "```\na\n```");
    same("````\n```\n````");
    shown("```never closed", "\\`\\`\\`never closed");
    same("[docs](https://docs.example/a_\\(b\\))");
    shown("[docs](https://docs.example/a_(b) \"Title\")", "[docs](https://docs.example/a_\\(b\\))");
    shown("<https://docs.example/>", "[https://docs.example/](https://docs.example/)");
    shown("a &lt; b &amp;&nbsp;c &#169; &unknown; &#1;", "a < b &\u{a0}c © &unknown; &#1;");
    same("\\&lt;");
    shown("a<br>b<br/>c", "a b c");
    shown("\\*not\\* \\d \\\\", "\\*not\\* \\d \\\\");
    same("C# and F#");
    same("1\\. is no list");
    shown("-5 degrees", "-5 degrees");
    same("\\- is no list");
    same("- \\---\n- \\- -\n- - a");
    shown("1. ---", "1. ---");
    shown("a\n\n---\n\nb", "a\n\nb");
    same("arn:aws:s3:::\\<account-id>/\\[x] \\<b>");
}

#[test]
fn what_is_not_shown_is_said() {
    check_text("![an image](a.png) x", "!\\[an image](a.png) x", &["![an image](a.png)"]);
    check_text("[a](http://a.example)", "\\[a](http://a.example)", &["[a](http://a.example)"]);
    check_text("[a](javascript:b)", "\\[a](javascript:b)", &["[a](javascript:b)"]);
    check_text("H<sub>2</sub>O", "H\\<sub>2\\</sub>O", &["<sub>", "</sub>"]);
    check_text("##### Hint\ntext", "Hint\n\ntext", &["##### Hint"]);
    check_text(
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "```\n| a | b |\n|---|---|\n| 1 | 2 |\n```",
        &["| a | b |"],
    );
    check_text("> quoted\n> words", "quoted words", &["> quoted", "> words"]);
    check_text("a <!-- b -->", "a \\<!-- b -->", &["<!-- b -->"]);
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(short(&markdown::read(text)), expected, "{text}");
}

#[test]
fn questions_are_read() {
    check("### Why?\n- [ ] a\n- [x] b", "Why? | a | *b");
    check("#### Why?\n\n* [X] a\n+ [ ] b\n", "Why? | *a | b");
    check("### Why?\r\n\r\n- [ ] a\r\n- [x] b\r\n", "Why? | a | *b");
    check("### Why?\n\nMore.\n\n```\n- [ ] x\n### y\n```\n\n- [x] a", "Why? More. - [ ] x\n### y | *a");
    check("### Q\n- [ ] a\nstill a\n- [x] b\n  still b\n\n  and b", "Q | a still a | *b still b and b");
    check(
        "### Q\n- [ ] a\n  > why a\n- [x] b\n  > why b\n  > on\n\n> all",
        "Q | a # why a | *b # why b on || all",
    );
    check("### Q\n- [x] a\n> one\n\n> two\n- [ ] b", "Q | *a | b || one two");
    check(
        "# T\n## S\n### Q\n- [x] a\n## U\n### R\n- [x] a\n##\n### S\n- [x] a",
        "Q | *a @ S\nR | *a @ U\nS | *a",
    );
    check("### Part\n#### Q\n- [x] a\n- [ ] b", "Q | *a | b @ Part");
    check("### Q\n- [ ] a\n- [x]\n- [ ] \n- [x] b", "Q | a | *b");
    check("- [ ] a\n- [x] b", " | a | *b");
    check("###\n- [ ] a\n- [x] b", " | a | *b");
    check("### Q ##\n- [ ] ```js\n  x\n  ```\n- [x] b", "Q | x | *b");
}

#[test]
fn questions_without_headings_are_read() {
    check("Why?\n- [ ] a\n- [x] b\n\nHow?\n- [x] c\n- [ ] d", "Why? | a | *b\nHow? | *c | d");
    check("1. Why?\n\n- [ ] a\n- [x] b\n\n2. How?\n\n- [x] c", "Why? | a | *b\nHow? | *c");
    check("## Why?\n- [ ] a\n- [x] b\n## How?\n- [x] c", "Why? | a | *b\nHow? | *c");
    check("## Part\nWhy?\n- [ ] a\n> since\n\nHow?\n- [x] c", "Why? | a || since @ Part\nHow? | *c @ Part");
    check("An introduction.\n\n---\n\nWhy?\n- [ ] a", "Why? | a");
}

#[test]
fn a_link_whose_words_look_like_a_table_of_contents_stays() {
    check("### Q\n\n[\\[a\\](#b)](https://a.example/)\n\n- [x] a", "Q [a](#b) | *a");
}

#[track_caller]
fn check_left(text: &str, expected: &[(u32, &str)]) {
    let draft = markdown::read(text);
    let left: Vec<(u32, &str)> =
        draft.findings.iter().map(|finding| (finding.line, finding.about.as_str())).collect();
    assert!(draft.findings.iter().all(|finding| finding.kind == FindingKind::LeftOut));
    assert_eq!(left, expected, "{text}");
}

#[test]
fn words_outside_of_questions_are_said() {
    check_left(
        "# T\nIntro\nmore\n\nagain\n\n### Q\n- [x] a\n\nbehind",
        &[(2, "Intro"), (5, "again"), (10, "behind")],
    );
    check_left("# T\n## Table of Contents\n1. [Q](#q)\n- [R](#r)\n| a |\n\n### Q\n- [x] a", &[]);
    check_left("### Q\n- [x] a\n\n**[⬆ Back to Top](#table-of-contents)**\n\n### R\n- [x] a", &[]);
    check_left("### Q\n- [x] a\n\n![x](y.png)", &[(4, "![x](y.png)")]);
    check_left("### Q\n- [x] a\n\n```\n### x\n```\n### R", &[(4, "```")]);
}

#[test]
fn the_fixture_is_read() {
    let draft = read(&fixture("questions.md"), None);
    assert_eq!(draft.format, Format::Markdown);
    let now = report(&draft);
    assert_eq!(now, blessed("questions.md.txt", &now));
}

#[test]
fn the_canonical_text_is_frozen() {
    let draft = read(&fixture("questions.md"), Some(Format::Markdown));
    let with = markdown::write(&draft, Keys::With);
    let without = markdown::write(&draft, Keys::Without);
    assert_eq!(with, blessed("canonical-with-keys-v1.md", &with));
    assert_eq!(without, blessed("canonical-without-keys-v1.md", &without));
    assert!(
        !without.contains("[x]") && !without.contains("> Retention") && !without.contains("charges"),
        "{without}"
    );
}

/// Words without their blanks.
fn dense(text: &RichText) -> String {
    text.words().chars().filter(|c| !matches!(c, ' ' | '\t' | '\n')).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_text_is_read_as_it_was_written(text in rich_text()) {
        let written = blocks::write(&text);
        let (once, _) = blocks::read(&written);
        prop_assert_eq!(dense(&once), dense(&text), "{}", written);
        prop_assert_eq!(blocks::write(&once), written);
    }

    #[test]
    fn a_draft_is_read_as_it_was_written(draft in draft_of(rich_text, Format::Markdown)) {
        let once = markdown::read(&markdown::write(&draft, Keys::With));
        let written = markdown::write(&once, Keys::With);
        let twice = markdown::read(&written);
        prop_assert_eq!(questions(&twice), questions(&once), "{}", written);
        prop_assert_eq!(markdown::write(&twice, Keys::With), written);
        prop_assert_eq!(&twice.title, &once.title);
        prop_assert!(twice.findings.is_empty());
        // Nothing is lost either.
        prop_assert_eq!(once.questions.len(), draft.questions.len());
        for (one, other) in once.questions.iter().zip(&draft.questions) {
            if one.options.is_empty() {
                // Every option was empty, and what explained them became part of the stem.
                continue;
            }
            prop_assert_eq!(dense(&one.stem), dense(&other.stem));
            prop_assert_eq!(dense(&one.explanation), dense(&other.explanation));
        }
        // With the key or without it, the questions are the same.
        let bare = markdown::write(&once, Keys::Without);
        prop_assert_eq!(markdown::write(&markdown::read(&bare), Keys::Without), bare);
    }

    #[test]
    fn any_text_is_read(text in any_text()) {
        let draft = read(&text, Some(Format::Markdown));
        let written = markdown::write(&draft, Keys::With);
        prop_assert!(written.len() <= 4 * text.len() + 100, "{} of {}", written.len(), text.len());
        let again = markdown::read(&written);
        prop_assert_eq!(questions(&again), questions(&draft), "{}", written);
        prop_assert_eq!(markdown::write(&again, Keys::With), written);
    }
}

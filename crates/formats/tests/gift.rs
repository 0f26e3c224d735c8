//! GIFT: read by Moodle's rules, and written so that it is read as the same.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken assumption in a test is a failed test"
)]

mod support;

use invigil_formats::{FindingKind, Format, Keys, gift, markdown, read};
use proptest::prelude::*;
use support::{any_text, blessed, draft_of, fixture, kinds, questions, report, rich_text, short};

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(short(&gift::read(text)), expected, "{text}");
}

#[track_caller]
fn check_found(text: &str, expected: &str, found: &[FindingKind]) {
    let draft = gift::read(text);
    assert_eq!(short(&draft), expected, "{text}");
    assert_eq!(draft.questions.iter().flat_map(kinds).collect::<Vec<_>>(), found, "{text}");
}

#[test]
fn choices_are_read() {
    check("Q{=a ~b}", "Q | *a | b");
    check("::T:: Q {~a#no =b#yes ~c####all}", "Q | a # no | *b # yes | c || all");
    check("Q{=a =b ~c}", "Q | *a | *b | c");
    check("Q{~%50%a ~%50%b ~%-100%c}", "Q | *a | *b | c");
    check("Q {\n=a\n~b\n}\n\nR {~c\n=d}", "Q | *a | b\nR | c | *d");
    check("Q is {=a ~b} today", "Q is _____ today | *a | b");
    check("Q\\: 1 \\= \\{2\\} \\~ \\# \\\\ x\\ny {=\\=a ~b}", "Q: 1 = {2} ~ # \\ x y | *=a | b");
    check("// a comment\nQ {=a\n// within\n~b}", "Q | *a | b");
    check(
        "$CATEGORY: a/b//c\nQ{=a ~b}\n\n$CATEGORY: $course$/top\n\nR{=a ~b}",
        "Q | *a | b @ b/c\nR | *a | b",
    );
    check("Q{=a: with a colon ~b}", "Q | *a: with a colon | b");
    check("[html]<p>Q&nbsp;1</p><p>x</p>{=<b>a</b> ~b}", "Q\u{a0}1 x | *a | b");
    check("[plain]<p>*Q*{=<b>a</b> ~b}", "<p>*Q* | *<b>a</b> | b");
    check("[markdown]*Q*\\n\\n- x{=**a** ~[html]<i>b</i>}", "Q x | *a | b");
    check("Q for <account-id>{=a ~b}", "Q for <account-id> | *a | b");
    check("Q{T}", "Q | *True | False");
    check("Q{FALSE#not so#so}", "Q | True # not so | *False # so");
    check("Q{TRUE#not so#so####all}", "Q | *True # so | False # not so || all");
    check("Q{~%0%%5% of it ~=b}", "Q | %5% of it | *b");
}

#[test]
fn other_kinds_keep_their_words() {
    check_found("Just words.", "Just words.", &[FindingKind::OtherKind]);
    check_found("Q{}", "Q", &[FindingKind::OtherKind]);
    check_found("Q{#3:0.1}", "Q", &[FindingKind::OtherKind]);
    check_found("Q{=a -> b =c -> d}", "Q", &[FindingKind::OtherKind]);
    check_found("Q{=a =b}", "Q", &[FindingKind::OtherKind]);
    check_found("Q{####why}", "Q || why", &[FindingKind::OtherKind]);
    check_found("Q{true}", "Q", &[FindingKind::OtherKind]);
    check_found("Q{~%70%a ~%30%b}", "Q | *a | *b", &[FindingKind::WeightsDropped]);
    check_found("Q{=a ~%50%b ~c}", "Q | *a | b | c", &[FindingKind::WeightsDropped]);
    check_found(
        "Half is $\\frac{1}{2}$ {T}",
        "Half is $\\frac{1}{2}$ | *True | False",
        &[FindingKind::TwoReadings],
    );
    check_found("{=a ~b} or {=c ~d}", "_____ or {=c ~d} | *a | b", &[FindingKind::TwoReadings]);
    check_found("Q<sup>2</sup>{=a ~b}", "Q2 | *a | b", &[FindingKind::NotShown]);
}

#[test]
fn the_fixture_is_read() {
    let draft = read(&fixture("questions.gift"), None);
    assert_eq!(draft.format, Format::Gift);
    let now = report(&draft);
    assert_eq!(now, blessed("questions.gift.txt", &now));
    let written = gift::write(&read(&fixture("questions.md"), None));
    assert_eq!(written, blessed("written-v1.gift", &written));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_draft_is_read_as_it_was_written(draft in draft_of(rich_text, Format::Markdown)) {
        let mut draft = read(&markdown::write(&draft, Keys::With), Some(Format::Markdown));
        // A choice has a right option and another.
        draft.questions.retain(|question| question.wanted > 0 && question.options.len() > 1);
        let written = gift::write(&draft);
        let again = read(&written, Some(Format::Gift));
        prop_assert_eq!(gift::write(&again), &written[..]);
        prop_assert_eq!(questions(&again), questions(&draft), "{}", written);
    }

    #[test]
    fn any_text_is_read(text in any_text()) {
        let draft = read(&text, Some(Format::Gift));
        let written = gift::write(&draft);
        prop_assert!(written.len() <= 8 * text.len() + 200, "{} of {}", written.len(), text.len());
        let once = gift::write(&gift::read(&written));
        prop_assert_eq!(gift::write(&gift::read(&once)), once);
    }
}

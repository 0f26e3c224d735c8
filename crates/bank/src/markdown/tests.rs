//! Tests of Markdown: what is read, and what is refused.

use super::*;
use invigil_engine::rich_text::{Span, Style, TokenKind};

fn span(text: &str, style: Style) -> Span {
    Span { text: text.to_owned(), style }
}

fn plain(text: &str) -> Vec<Span> {
    vec![span(text, Style::Plain)]
}

#[track_caller]
fn check(markdown: &str, expected: &[Block]) {
    let (text, faults) = parse(markdown, Setting::Page);
    assert_eq!(faults, [], "{markdown}");
    assert_eq!(text.0, expected, "{markdown}");
}

/// The fault begins with `message`, and its line is `line` lines below the first.
#[track_caller]
fn check_fault(setting: Setting, markdown: &str, line: u32, message: &str) {
    let (_, faults) = parse(markdown, setting);
    let first = faults.first().unwrap_or_else(|| panic!("no fault in {markdown:?}"));
    assert!(first.message.contains(message), "{markdown:?} gives {:?}", first.message);
    assert_eq!(first.line, line, "{markdown:?}");
    assert!(!first.advice.is_empty());
}

#[test]
fn paragraphs_hold_spans_of_one_style() {
    check("One.", &[Block::Paragraph(plain("One."))]);
    check("One\ntwo.", &[Block::Paragraph(plain("One two."))]);
    check("One.\n\nTwo.", &[Block::Paragraph(plain("One.")), Block::Paragraph(plain("Two."))]);
    check(
        "Call `s3:GetObject` **now**, *please*.",
        &[Block::Paragraph(vec![
            span("Call ", Style::Plain),
            span("s3:GetObject", Style::Code),
            span(" ", Style::Plain),
            span("now", Style::Strong),
            span(", ", Style::Plain),
            span("please", Style::Emphasis),
            span(".", Style::Plain),
        ])],
    );
    check("5 &lt; 6 \\* 7 snake_case_name", &[Block::Paragraph(plain("5 < 6 * 7 snake_case_name"))]);
}

#[test]
fn links_are_https() {
    let href = invigil_engine::rich_text::Href::parse("https://aws.amazon.com/").unwrap();
    let linked = |text: &str| vec![Block::Paragraph(vec![span(text, Style::Link(href.clone()))])];
    check("[Home](https://aws.amazon.com/)", &linked("Home"));
    check("<https://aws.amazon.com/>", &linked("https://aws.amazon.com/"));
    for address in ["http://aws.amazon.com", "javascript:alert(1)", "/here", "data:text/html,x", "//x"] {
        check_fault(Setting::Page, &format!("[x]({address})"), 0, "a link leads to");
    }
    check_fault(Setting::Page, "<a@b.example>", 0, "a link leads to");
    check_fault(Setting::Page, "[x](https://aws.amazon.com/ \"title\")", 0, "a link has a title");
    let page = |name: &str| Style::Note(invigil_engine::rich_text::NoteLink::parse(name).unwrap());
    check("[limits](sqs#limits)", &[Block::Paragraph(vec![span("limits", page("sqs#limits"))])]);
    check("[above](#here)", &[Block::Paragraph(vec![span("above", page("#here"))])]);
    check_fault(Setting::Reason, "See [limits](sqs#limits).", 0, "a link to a page of the study guide");
    check_fault(Setting::Stem, "See [x](https://aws.amazon.com/)?", 0, "a link cannot stand here");
    check_fault(Setting::Stem, "- see [x](https://aws.amazon.com/)", 0, "a link cannot stand here");
}

#[test]
fn lists_have_one_level() {
    let list = |ordered| Block::List { ordered, items: vec![plain("one"), plain("two")] };
    check("- one\n- two", &[list(false)]);
    check("1. one\n2. two", &[list(true)]);
    check("- one\n\n- two", &[list(false)]);
    check(
        "- call `x`\n",
        &[Block::List {
            ordered: false,
            items: vec![vec![span("call ", Style::Plain), span("x", Style::Code)]],
        }],
    );
    check_fault(Setting::Page, "- one\n  - two", 1, "a list in a list");
    check_fault(Setting::Page, "3. one", 0, "does not begin with 1");
    check_fault(Setting::Page, "- one\n\n  two", 2, "more than one paragraph");
    check_fault(Setting::Page, "- one\n\n  ```text\n  x\n  ```", 2, "a code block in a list");
    check_fault(Setting::Page, "-\n- two", 0, "an item of a list is empty");
    check_fault(Setting::Line, "- one", 0, "a list cannot stand here");
}

#[test]
fn code_names_its_language() {
    let (text, faults) = parse("```json\n{\"a\": 1}\n```", Setting::Stem);
    assert_eq!(faults, []);
    let [Block::Code { language, tokens }] = text.0.as_slice() else { panic!("{text:?}") };
    assert_eq!(language, "json");
    assert_eq!(tokens.iter().map(|token| token.text.as_str()).collect::<String>(), "{\"a\": 1}");
    assert!(tokens.iter().any(|token| token.kind == TokenKind::Name && token.text == "\"a\""));
    check_fault(Setting::Stem, "```\nx\n```", 0, "the language of a code block is ''");
    check_fault(Setting::Stem, "A.\n\n```rust\nx\n```", 2, "the language of a code block is 'rust'");
    check_fault(Setting::Stem, "    indented", 0, "marked by indentation");
    check_fault(Setting::Stem, "```text\n```", 0, "a code block is empty");
    check_fault(Setting::Line, "```text\nx\n```", 0, "a code block cannot stand here");
}

#[test]
fn headings_have_anchors_of_their_own() {
    let heading =
        |level, anchor: &str, words| Block::Heading { level, anchor: anchor.to_owned(), spans: plain(words) };
    check("# Limits & quotas", &[heading(1, "limits-quotas", "Limits & quotas")]);
    check("### Time {#clock}", &[heading(3, "clock", "Time")]);
    check_fault(Setting::Page, "# A\n\n# A", 2, "two headings have the anchor a");
    check_fault(Setting::Page, "# !", 0, "a heading has no anchor");
    check_fault(Setting::Reason, "# A", 0, "a heading cannot stand here");
}

#[test]
fn tables_have_a_header_and_rows() {
    check(
        "| a | b |\n|---|---|\n| 1 | 2 |",
        &[Block::Table { header: vec![plain("a"), plain("b")], rows: vec![vec![plain("1"), plain("2")]] }],
    );
    check_fault(Setting::Page, "| a |\n|--:|\n| 1 |", 0, "columns are aligned");
    check_fault(Setting::Stem, "| a |\n|---|\n| 1 |", 0, "a table cannot stand here");
}

#[test]
fn what_the_subset_lacks_is_never_dropped_in_silence() {
    check_fault(Setting::Page, "a <b>bold</b> word", 0, "'<b>' is HTML");
    check_fault(Setting::Page, "use <bucket-name> here", 0, "'<bucket-name>' is HTML");
    check_fault(Setting::Page, "Text.\n\n<script>alert(1)</script>", 2, "HTML is not in the subset");
    check_fault(Setting::Page, "<!-- hidden -->", 0, "HTML is not in the subset");
    check_fault(Setting::Page, "![alt](https://aws.amazon.com/x.png)", 0, "an image");
    check_fault(Setting::Page, "> quoted", 0, "a quotation");
    check_fault(Setting::Page, "a\n\n---\n\nb", 2, "a rule");
    check_fault(Setting::Page, "a  \nb", 0, "broken by force");
    check_fault(Setting::Page, "**a `b`**", 0, "code stands in another style");
    check_fault(Setting::Page, "**a *b***", 0, "a style stands in another style");
    check_fault(Setting::Page, "- **a *b***", 0, "a style stands in another style");
    check_fault(Setting::Page, "| a |\n|---|\n| <i>x</i> |", 2, "'<i>' is HTML");
}

#[test]
fn a_line_is_one_paragraph_and_no_text_is_empty() {
    check_fault(Setting::Line, "a\n\nb", 0, "more than one paragraph");
    check_fault(Setting::Reason, " \n", 0, "the text is empty");
}

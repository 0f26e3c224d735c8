//! What the tests of this crate share: golden files, and drafts made of any text.

#![allow(dead_code, clippy::format_push_string, reason = "each test takes what it needs")]

use invigil_engine::rich_text::{Block, Href, RichText, Span, Style, Token, TokenKind};
use invigil_formats::{Draft, DraftOption, DraftQuestion, FindingKind, Format};
use proptest::prelude::*;

/// A file of this crate's tests.
pub(crate) fn path(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// A fixture.
pub(crate) fn fixture(name: &str) -> String {
    std::fs::read_to_string(path("fixtures").join(name)).unwrap()
}

/// A golden file. With `BLESS=1` in the environment it is written first: only for a form that was never released.
#[track_caller]
pub(crate) fn blessed(name: &str, now: &str) -> String {
    let path = path("golden").join(name);
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        std::fs::write(&path, now).unwrap();
    }
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The questions alone: without their places in a text and what was found in them.
pub(crate) fn questions(draft: &Draft) -> Vec<DraftQuestion> {
    let bare = |question: &DraftQuestion| DraftQuestion {
        line: 0,
        lines: 0,
        wanted: 0,
        findings: Vec::new(),
        ..question.clone()
    };
    draft.questions.iter().map(bare).collect()
}

/// The kinds of what was found in a question.
pub(crate) fn kinds(question: &DraftQuestion) -> Vec<FindingKind> {
    question.findings.iter().map(|finding| finding.kind).collect()
}

/// Questions as short text: `stem | *right # reason | wrong || explanation @ topic`.
pub(crate) fn short(draft: &Draft) -> String {
    let question = |question: &DraftQuestion| {
        let mut out = question.stem.words();
        for option in &question.options {
            out += if option.correct { " | *" } else { " | " };
            out += &option.text.words();
            if !option.reason.0.is_empty() {
                out += &format!(" # {}", option.reason.words());
            }
        }
        if !question.explanation.0.is_empty() {
            out += &format!(" || {}", question.explanation.words());
        }
        if !question.topic.is_empty() {
            out += &format!(" @ {}", question.topic);
        }
        out
    };
    draft.questions.iter().map(question).collect::<Vec<_>>().join("\n")
}

/// A draft as text: its title, its questions, and what was found.
pub(crate) fn report(draft: &Draft) -> String {
    let all = draft.questions.iter().flat_map(|question| &question.findings).chain(&draft.findings);
    let found: Vec<String> =
        all.map(|finding| format!("{} {:?} {}", finding.line, finding.kind, finding.about)).collect();
    format!("{}\n\n{}\n\n{}\n", draft.title, short(draft), found.join("\n"))
}

/// Words with what has a meaning in one of the formats.
pub(crate) fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Z0-9]{1,4}",
        2 => Just(" ".to_owned()),
        6 => prop::sample::select(vec![
            "#", "##", "*", "**", "_", "`", "``", "```", "~~~", "[", "]", "](", "(", ")", "<", ">", "<b>", "</", "&", "&amp;",
            "\\", "\\\\", "!", "-", "- ", "+ ", "* ", "- [ ] ", "- [x] ", "1. ", "1) ", "|", "---", "=", "~", "{", "}", ":",
            "::", "->", "%", "//", "$", ",", ";", "\"", "\t", "A. ", "B) ", "ANSWER: A", "ANSWER", "T", "é", "⬆", "\u{a0}",
            "contents", "Table of contents", "[a](#b)", "https://a.example/b_(c)", ".", "\n", "$CATEGORY: x", "[html]", "<br>",
            "<details>", "</details>", "<summary>", "Answer", "####", "_____", "Correct",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn style() -> impl Strategy<Value = Style> {
    let links = ["https://a.example/", "https://a.example/x_(y)\\z", "https://b.example/?q=*&amp;#a"];
    prop_oneof![
        4 => Just(Style::Plain),
        1 => Just(Style::Strong),
        1 => Just(Style::Emphasis),
        1 => Just(Style::Code),
        1 => prop::sample::select(links.to_vec()).prop_map(|link| Style::Link(Href::parse(link).unwrap())),
    ]
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    prop::collection::vec((words(), style()).prop_map(|(text, style)| Span { text, style }), 0..4)
}

fn block() -> impl Strategy<Value = Block> {
    let code = ("[a-z]{0,3}", prop::collection::vec(words(), 0..4));
    prop_oneof![
        4 => spans().prop_map(Block::Paragraph),
        1 => (any::<bool>(), prop::collection::vec(spans(), 0..3))
            .prop_map(|(ordered, items)| Block::List { ordered, items }),
        1 => code.prop_map(|(language, lines)| Block::Code {
            language,
            tokens: vec![Token { kind: TokenKind::Plain, text: lines.join("\n") }],
        }),
    ]
}

/// A text of any blocks.
pub(crate) fn rich_text() -> impl Strategy<Value = RichText> {
    prop::collection::vec(block(), 0..3).prop_map(RichText)
}

/// A text of one paragraph of plain words.
pub(crate) fn plain_text() -> impl Strategy<Value = RichText> {
    words().prop_map(|words| RichText::plain(&words))
}

/// A draft of questions whose parts come from a strategy.
pub(crate) fn draft_of<S>(text: impl Fn() -> S, format: Format) -> impl Strategy<Value = Draft>
where
    S: Strategy<Value = RichText> + 'static,
{
    let option = (text(), any::<bool>(), text()).prop_map(|(text, correct, reason)| DraftOption {
        text,
        correct,
        reason,
    });
    let question = (text(), prop::collection::vec(option, 2..5), text(), words()).prop_map(
        |(stem, options, explanation, topic)| DraftQuestion {
            stem,
            options,
            explanation,
            topic,
            ..DraftQuestion::default()
        },
    );
    (prop::collection::vec(question, 1..4), words()).prop_map(move |(questions, title)| Draft {
        format,
        title,
        questions,
        findings: Vec::new(),
    })
}

/// Any text, near to one of the formats.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        words(),
        words().prop_map(|words| format!("### {words}")),
        words().prop_map(|words| format!("- [ ] {words}")),
        words().prop_map(|words| format!("- [x] {words}")),
        words().prop_map(|words| format!("  {words}")),
        words().prop_map(|words| format!("  > {words}")),
        words().prop_map(|words| format!("> {words}")),
        words().prop_map(|words| format!("~{words}")),
        words().prop_map(|words| format!("={words}")),
        words().prop_map(|words| format!("{words}{{")),
        words().prop_map(|words| format!("A. {words}")),
        words().prop_map(|words| format!("B) {words}")),
        words().prop_map(|words| format!("{words};{words};{words};A")),
        Just("}".to_owned()),
        Just("ANSWER: B".to_owned()),
        Just("```".to_owned()),
        Just(String::new()),
        ".{0,12}",
    ];
    prop::collection::vec(line, 0..16).prop_map(|lines| lines.join("\n"))
}

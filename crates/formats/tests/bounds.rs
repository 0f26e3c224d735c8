//! Texts that are made to be slow or to grow: each is read in a moment, and what comes of it is not much more.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken assumption in a test is a failed test"
)]

use invigil_formats::{Format, read, write};

/// A beginning, and a part over and over.
const HOSTILE: &[(&str, &str)] = &[
    ("### ", "["),
    ("### ", "[a]("),
    ("### ", "[a](b "),
    ("### ", "![a"),
    ("### ", "<a "),
    ("### ", "<!-- "),
    ("### ", "&"),
    ("### ", "&#"),
    ("### ", "` `` "),
    ("### ", "`a``b```"),
    ("### ", "*a **b "),
    ("### ", "**a _b "),
    ("### ", "*a* "),
    ("### ", "\\"),
    ("", "```x\n"),
    ("", "~~~x\n"),
    ("### a\n", "- [ ] ```x\n"),
    ("### a\n- [x] b\n", "  > ```x\n"),
    ("", "- a\n"),
    ("", "> "),
    ("", "### a\n"),
    ("", "### a\n- [x] b\n"),
    ("", "## a\n"),
    ("### a\n", "- [x] b\n"),
    ("", "{"),
    ("", "{}"),
    ("", "a{}\n\n"),
    ("a {", "~"),
    ("a {", "=a#"),
    ("a {~", "####"),
    ("[html]", "<b>"),
    ("[html]", "<!--"),
    ("[html]", "<ul><li>a"),
    ("[html]", "<a href=\""),
    ("", "\\n"),
    ("", "A. a\n"),
    ("", "ANSWER: A\n"),
    ("", "a\n"),
    ("", "\""),
    ("", "\"a"),
    ("", ","),
    ("", "a,b;c\td|"),
    ("question,a,b,answer\n", "Q,x,y,\"A;A;A\"\n"),
    ("question,a,b,answer\nQ,x,y,", "A "),
];

#[test]
fn hostile_texts_are_read() {
    for (first, part) in HOSTILE {
        let text = [*first, &part.repeat(60_000 / part.len())].concat();
        for format in [Format::Markdown, Format::Gift, Format::Aiken, Format::Table] {
            let draft = read(&text, Some(format));
            let written = write(&draft, format);
            assert!(written.len() <= 8 * text.len(), "{first:?} {part:?}: {}", written.len());
            let found = draft.questions.iter().map(|question| question.findings.len()).sum::<usize>()
                + draft.findings.len();
            assert!(found <= 200 * 48 + 400, "{first:?} {part:?}: {found}");
        }
    }
}

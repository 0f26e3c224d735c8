//! Formatted text as a tree of plain data, made at build time; nothing here knows Markdown or HTML.
//!
//! The tree is flat on purpose (spans in blocks, no nesting), so that reading one from
//! untrusted bytes cannot exhaust the stack, and a page turns it into nodes with two loops.

use crate::packed::{Packed, Unpacking, packed_choice, packed_fields, put_text};
use serde::{Deserialize, Serialize};

/// A text of one or more blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RichText(pub Vec<Block>);

/// One block of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Span>),
    /// A heading of level 1 to 6 with the anchor that links point to.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Unique in its document.
        anchor: String,
        /// The words.
        spans: Vec<Span>,
    },
    /// A list of items, one line of text each.
    List {
        /// Numbered, or bulleted.
        ordered: bool,
        /// The items.
        items: Vec<Vec<Span>>,
    },
    /// A block of code with its highlighting decided at build time.
    Code {
        /// The language as its author named it, such as `json`; may be empty.
        language: String,
        /// The code in order, white space included.
        tokens: Vec<Token>,
    },
    /// A table; each row has as many cells as the header.
    Table {
        /// The header's cells.
        header: Vec<Vec<Span>>,
        /// Rows of cells.
        rows: Vec<Vec<Vec<Span>>>,
    },
}

/// A run of text in one style.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The text.
    pub text: String,
    /// How it is shown.
    pub style: Style,
}

/// How a span is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Style {
    /// As it is.
    Plain,
    /// Of weight.
    Strong,
    /// Stressed.
    Emphasis,
    /// Code.
    Code,
    /// A link.
    Link(Href),
    /// A link to a page of the study guide.
    Note(NoteLink),
}

/// An address that a page may link to: `https:` only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Href(String);

impl Href {
    /// Accepts an absolute `https:` address without white space or control characters.
    pub fn parse(text: &str) -> Option<Self> {
        let host = text.strip_prefix("https://")?;
        let clean = text.chars().all(|c| !c.is_control() && !c.is_whitespace());
        let hosted = host.starts_with(|c: char| c.is_ascii_alphanumeric());
        (clean && hosted && text.len() <= 2000).then(|| Self(text.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Href> for String {
    fn from(href: Href) -> Self {
        href.0
    }
}

impl TryFrom<String> for Href {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a link is an https address")
    }
}

/// The name of a page of the study guide, and behind a slash the anchor on it: `sqs/limits`.
///
/// In sources the anchor stands behind `#`, and a page need not name itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NoteLink(String);

impl NoteLink {
    /// Accepts lower-case letters, digits and hyphens, parted by `/` and `#`.
    pub fn parse(text: &str) -> Option<Self> {
        let clean = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-/#".contains(&b));
        let named = text.starts_with(|first: char| first != '/' && first != '-');
        (clean && named && text.len() <= 120).then(|| Self(text.to_owned()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<NoteLink> for String {
    fn from(link: NoteLink) -> Self {
        link.0
    }
}

impl TryFrom<String> for NoteLink {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a page of the study guide is named like sqs/limits")
    }
}

/// A piece of code and what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// The code.
    pub text: String,
}

/// What a piece of code is, as far as a reader's eye needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TokenKind {
    /// White space, punctuation and all else.
    Plain,
    /// A word of the language.
    Keyword,
    /// A key or a name.
    Name,
    /// A string.
    Text,
    /// A number.
    Number,
    /// A comment.
    Comment,
}

packed_fields! {
    RichText { 0 }
    Span { text, style }
    Token { kind, text }
}

packed_choice!(TokenKind { Plain, Keyword, Name, Text, Number, Comment });

impl Packed for Href {
    fn put(&self, out: &mut Vec<u8>) {
        put_text(&self.0, out);
    }

    fn take(from: &mut Unpacking) -> Self {
        Self::parse(from.text()).unwrap_or_else(|| from.refuse(Self(String::new())))
    }
}

impl Packed for NoteLink {
    fn put(&self, out: &mut Vec<u8>) {
        put_text(&self.0, out);
    }

    fn take(from: &mut Unpacking) -> Self {
        Self::parse(from.text()).unwrap_or_else(|| from.refuse(Self(String::new())))
    }
}

impl Packed for Style {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Plain => 0_u8.put(out),
            Self::Strong => 1_u8.put(out),
            Self::Emphasis => 2_u8.put(out),
            Self::Code => 3_u8.put(out),
            Self::Link(href) => {
                4_u8.put(out);
                href.put(out);
            }
            Self::Note(page) => {
                5_u8.put(out);
                page.put(out);
            }
        }
    }

    fn take(from: &mut Unpacking) -> Self {
        match u8::take(from) {
            0 => Self::Plain,
            1 => Self::Strong,
            2 => Self::Emphasis,
            3 => Self::Code,
            4 => Self::Link(Packed::take(from)),
            5 => Self::Note(Packed::take(from)),
            _ => from.refuse(Self::Plain),
        }
    }
}

impl Packed for Block {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Paragraph(spans) => {
                0_u8.put(out);
                spans.put(out);
            }
            Self::Heading { level, anchor, spans } => {
                1_u8.put(out);
                level.put(out);
                anchor.put(out);
                spans.put(out);
            }
            Self::List { ordered, items } => {
                2_u8.put(out);
                ordered.put(out);
                items.put(out);
            }
            Self::Code { language, tokens } => {
                3_u8.put(out);
                language.put(out);
                tokens.put(out);
            }
            Self::Table { header, rows } => {
                4_u8.put(out);
                header.put(out);
                rows.put(out);
            }
        }
    }

    fn take(from: &mut Unpacking) -> Self {
        match u8::take(from) {
            0 => Self::Paragraph(Packed::take(from)),
            1 => Self::Heading {
                level: Packed::take(from),
                anchor: Packed::take(from),
                spans: Packed::take(from),
            },
            2 => Self::List { ordered: Packed::take(from), items: Packed::take(from) },
            3 => Self::Code { language: Packed::take(from), tokens: Packed::take(from) },
            4 => Self::Table { header: Packed::take(from), rows: Packed::take(from) },
            _ => from.refuse(Self::Paragraph(Vec::new())),
        }
    }
}

impl RichText {
    /// A text of one plain paragraph.
    pub fn plain(text: &str) -> Self {
        Self(vec![Block::Paragraph(vec![Span { text: text.to_owned(), style: Style::Plain }])])
    }

    /// How it begins: so many characters of its words at most.
    pub fn start(&self, most: usize) -> String {
        let words = self.words();
        let mut start: String = words.chars().take(most).collect();
        if start.len() < words.len() {
            start.push('…');
        }
        start
    }

    /// The words alone, blocks separated by a space: for titles, accessible names and comparison.
    pub fn words(&self) -> String {
        let mut words = String::new();
        for block in &self.0 {
            if !words.is_empty() {
                words.push(' ');
            }
            match block {
                Block::Paragraph(spans) | Block::Heading { spans, .. } => push_spans(&mut words, spans),
                Block::List { items, .. } => push_rows(&mut words, items),
                Block::Code { tokens, .. } => tokens.iter().for_each(|token| words.push_str(&token.text)),
                Block::Table { header, rows } => {
                    push_rows(&mut words, header);
                    for row in rows {
                        words.push(' ');
                        push_rows(&mut words, row);
                    }
                }
            }
        }
        words
    }
}

fn push_spans(words: &mut String, spans: &[Span]) {
    for span in spans {
        words.push_str(&span.text);
    }
}

fn push_rows(words: &mut String, rows: &[Vec<Span>]) {
    for (place, row) in rows.iter().enumerate() {
        if place > 0 {
            words.push(' ');
        }
        push_spans(words, row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, accepted: bool) {
        assert_eq!(Href::parse(address).is_some(), accepted, "{address}");
    }

    #[test]
    fn only_https_is_linked() {
        check("https://docs.aws.amazon.com/lambda/", true);
        check("http://docs.aws.amazon.com/", false);
        check("javascript:alert(1)", false);
        check("https:///x", false);
        check("https://a b", false);
        check("https://a\u{0}b", false);
        check(" https://a", false);
    }

    #[test]
    fn words_keep_blocks_apart() {
        let span = |text: &str| vec![Span { text: text.to_owned(), style: Style::Plain }];
        let text = RichText(vec![
            Block::Paragraph(span("Which call?")),
            Block::List { ordered: false, items: vec![span("one"), span("two")] },
        ]);
        assert_eq!(text.words(), "Which call? one two");
    }
}

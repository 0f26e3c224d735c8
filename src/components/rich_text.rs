//! Formatted text as nodes: the tree in, elements out, no markup from strings.

use super::{El, div, el};
use crate::text;
use invigil_engine::rich_text::{Block, RichText, Span, Style, Token, TokenKind};

/// A formatted text in blocks. It may be in another language than the page: its own first letter says which way it runs.
pub(crate) fn rich(text: &RichText) -> El {
    div("div", "rich").attr("dir", "auto").list(text.0.iter().map(block).collect())
}

/// A block of it.
pub(crate) fn block(block: &Block) -> El {
    match block {
        Block::Paragraph(text) => line("p", text),
        // Questions hold no headings; in other texts they stand below the page's own.
        Block::Heading { level, anchor, spans } => {
            line(if *level <= 2 { "h3" } else { "h4" }, spans).set("id", anchor.clone())
        }
        Block::List { ordered, items } => lines(if *ordered { "ol" } else { "ul" }, "li", items),
        Block::Code { language, tokens } => code_box(language).add(code_of(tokens)),
        Block::Table { header, rows } => {
            let body = el("tbody").list(rows.iter().map(|row| lines("tr", "td", row)).collect());
            let table = el("table").add(el("thead").add(lines("tr", "th", header))).add(body);
            table_box().add(table)
        }
    }
}

/// The box in which code scrolls.
pub(crate) fn code_box(language: &str) -> El {
    div("pre", "scroll")
        .attr("dir", "ltr")
        .attr("tabindex", "0")
        .attr("role", "region")
        .set("aria-label", text::code(language))
}

/// The box in which a table scrolls.
pub(crate) fn table_box() -> El {
    div("div", "scroll").attr("tabindex", "0").attr("role", "region").attr("aria-label", text::TABLE)
}

/// The code of a block.
pub(crate) fn code_of(tokens: &[Token]) -> El {
    el("code").list(tokens.iter().map(token).collect())
}

fn token(token: &Token) -> El {
    let class = match token.kind {
        TokenKind::Plain => return el("span").words(token.text.clone()),
        TokenKind::Keyword => "tok-keyword",
        TokenKind::Name => "tok-name",
        TokenKind::Text => "tok-text",
        TokenKind::Number => "tok-number",
        TokenKind::Comment => "tok-comment",
    };
    div("span", class).words(token.text.clone())
}

fn lines(name: &'static str, part: &'static str, items: &[Vec<Span>]) -> El {
    el(name).list(items.iter().map(|item| line(part, item)).collect())
}

/// A run of text in an element of its own.
pub(crate) fn line(name: &'static str, spans: &[Span]) -> El {
    spans.iter().fold(el(name), span)
}

/// The element with a span behind what it holds.
pub(crate) fn span(line: El, span: &Span) -> El {
    let part = match &span.style {
        Style::Plain => return line.words(span.text.clone()),
        Style::Strong => el("strong"),
        Style::Emphasis => el("em"),
        Style::Code => el("code").attr("dir", "ltr"),
        Style::Link(href) => outward(href.as_str().to_owned()),
        Style::Note(page) => el("a").set("href", format!("#/notes/{}", page.as_str())),
    };
    line.add(part.words(span.text.clone()))
}

/// A link that leaves the app, in a tab of its own.
pub(crate) fn outward(href: String) -> El {
    el("a").set("href", href).attr("target", "_blank").attr("rel", "noopener noreferrer")
}

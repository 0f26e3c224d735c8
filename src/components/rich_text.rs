//! Formatted text as nodes: the tree in, elements out, no markup from strings.

use super::{El, div, el};
use crate::text;
use invigil_engine::rich_text::{Block, RichText, Span, Style, Token, TokenKind};

/// A formatted text in blocks. It may be in another language than the page: its own first letter says which way it runs.
pub(crate) fn rich(text: &RichText) -> El {
    div("div", "rich").attr("dir", "auto").list(text.0.iter().map(block).collect())
}

fn block(block: &Block) -> El {
    match block {
        Block::Paragraph(text) => line("p", text),
        // Questions hold no headings; in other texts they stand below the page's own.
        Block::Heading { level, anchor, spans } => {
            line(if *level <= 2 { "h3" } else { "h4" }, spans).set("id", anchor.clone())
        }
        Block::List { ordered, items } => lines(if *ordered { "ol" } else { "ul" }, "li", items),
        Block::Code { language, tokens } => {
            let code = el("code").list(tokens.iter().map(token).collect());
            div("pre", "scroll")
                .attr("dir", "ltr")
                .attr("tabindex", "0")
                .attr("role", "region")
                .set("aria-label", text::code(language))
                .add(code)
        }
        Block::Table { header, rows } => {
            let body = el("tbody").list(rows.iter().map(|row| lines("tr", "td", row)).collect());
            let table = el("table").add(el("thead").add(lines("tr", "th", header))).add(body);
            div("div", "scroll")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", text::TABLE)
                .add(table)
        }
    }
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

fn line(name: &'static str, spans: &[Span]) -> El {
    spans.iter().fold(el(name), |line, span| {
        let part = match &span.style {
            Style::Plain => return line.words(span.text.clone()),
            Style::Strong => el("strong"),
            Style::Emphasis => el("em"),
            Style::Code => el("code").attr("dir", "ltr"),
            Style::Link(href) => outward(href.as_str().to_owned()),
        };
        line.add(part.words(span.text.clone()))
    })
}

/// A link that leaves the app, in a tab of its own.
pub(crate) fn outward(href: String) -> El {
    el("a").set("href", href).attr("target", "_blank").attr("rel", "noopener noreferrer")
}

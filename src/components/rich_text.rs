//! Formatted text as nodes: the tree in, elements out, no markup from strings.

use invigil_engine::rich_text::{Block, RichText, Span, Style, Token, TokenKind};
use yew::prelude::*;

/// A formatted text in blocks.
pub(crate) fn rich(text: &RichText) -> Html {
    html! { <div class="rich">{ for text.0.iter().map(block) }</div> }
}

fn block(block: &Block) -> Html {
    match block {
        Block::Paragraph(text) => html! { <p>{ spans(text) }</p> },
        // Questions hold no headings; in other texts they stand below the page's own.
        Block::Heading { level, anchor, spans: text } => {
            let (id, words) = (anchor.clone(), spans(text));
            if *level <= 2 {
                html! { <h3 {id}>{ words }</h3> }
            } else {
                html! { <h4 {id}>{ words }</h4> }
            }
        }
        Block::List { ordered, items } => {
            let lines = items.iter().map(|item| html! { <li>{ spans(item) }</li> });
            if *ordered {
                html! { <ol>{ for lines }</ol> }
            } else {
                html! { <ul>{ for lines }</ul> }
            }
        }
        Block::Code { language, tokens } => code(language, tokens),
        Block::Table { header, rows } => html! {
            <div class="scroll" tabindex="0" role="region" aria-label="Table">
                <table>
                    <thead><tr>{ for header.iter().map(|cell| html! { <th scope="col">{ spans(cell) }</th> }) }</tr></thead>
                    <tbody>
                        { for rows.iter().map(|row| html! {
                            <tr>{ for row.iter().map(|cell| html! { <td>{ spans(cell) }</td> }) }</tr>
                        }) }
                    </tbody>
                </table>
            </div>
        },
    }
}

fn code(language: &str, tokens: &[Token]) -> Html {
    let label = if language.is_empty() { "Code".to_owned() } else { format!("Code, {language}") };
    html! {
        <pre class="scroll" tabindex="0" role="region" aria-label={label}><code>{ for tokens.iter().map(token) }</code></pre>
    }
}

fn token(token: &Token) -> Html {
    let class = match token.kind {
        TokenKind::Plain => return html! { { token.text.clone() } },
        TokenKind::Keyword => "tok-keyword",
        TokenKind::Name => "tok-name",
        TokenKind::Text => "tok-text",
        TokenKind::Number => "tok-number",
        TokenKind::Comment => "tok-comment",
    };
    html! { <span {class}>{ token.text.clone() }</span> }
}

/// The spans of a line.
fn spans(spans: &[Span]) -> Html {
    let span = |span: &Span| {
        let text = span.text.clone();
        match &span.style {
            Style::Plain => html! { { text } },
            Style::Strong => html! { <strong>{ text }</strong> },
            Style::Emphasis => html! { <em>{ text }</em> },
            Style::Code => html! { <code>{ text }</code> },
            Style::Link(href) => html! {
                <a href={href.as_str().to_owned()} target="_blank" rel="noopener noreferrer">{ text }</a>
            },
        }
    };
    html! { <>{ for spans.iter().map(span) }</> }
}

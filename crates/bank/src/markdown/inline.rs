//! Spans: running text in one style each.

use invigil_engine::rich_text::{Block, Span, Style};

/// Adds text in a style, to the last span where that has the same style.
pub(super) fn push(spans: &mut Vec<Span>, text: &str, style: &Style) {
    match spans.last_mut() {
        Some(last) if &last.style == style => last.text.push_str(text),
        _ => spans.push(Span { text: text.to_owned(), style: style.clone() }),
    }
}

/// Whether a link stands anywhere in the block.
pub(super) fn has_link(block: &Block) -> bool {
    holds(block, |style| matches!(style, Style::Link(_) | Style::Note(_)))
}

/// Whether a link to a page of the study guide stands anywhere in the block.
pub(super) fn has_note_link(block: &Block) -> bool {
    holds(block, |style| matches!(style, Style::Note(_)))
}

fn holds(block: &Block, style: impl Fn(&Style) -> bool) -> bool {
    let any = |spans: &[Span]| spans.iter().any(|span| style(&span.style));
    match block {
        Block::Paragraph(spans) | Block::Heading { spans, .. } => any(spans),
        Block::List { items, .. } => items.iter().any(|item| any(item)),
        Block::Code { .. } => false,
        Block::Table { header, rows } => {
            header.iter().any(|cell| any(cell)) || rows.iter().flatten().any(|cell| any(cell))
        }
    }
}

/// Letters and digits of a heading in lower case, all else as single hyphens.
pub(super) fn slug(words: &str) -> String {
    let mut slug = String::new();
    for letter in words.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

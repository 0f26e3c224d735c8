//! The sentences of a formatted text, as a reader would part them: what is highlighted, one by one.
//!
//! A highlight is kept by the place of its sentence, so what a text is parted into stays as it is: other rules would
//! move what learners have marked.

use crate::rich_text::{Block, RichText, Span, Style};
use std::ops::Range;

/// Words whose full stop does not end a sentence.
const SHORTENED: [&str; 7] = ["e.g", "i.e", "vs", "cf", "mr", "mrs", "dr"];

impl RichText {
    /// How many sentences there are. An item of a list, a row of a table, a heading and a block of code are one each.
    pub fn sentences(&self) -> usize {
        let of = |block: &Block| match block {
            Block::Paragraph(spans) => sentences(spans).len(),
            Block::Heading { .. } | Block::Code { .. } => 1,
            Block::List { items, .. } => items.len(),
            Block::Table { rows, .. } => rows.len().saturating_add(1),
        };
        self.0.iter().map(of).sum()
    }
}

/// The sentences of a paragraph, without the space between them; a paragraph is one at least.
pub fn sentences(spans: &[Span]) -> Vec<Vec<Span>> {
    // Code ends no sentence and may begin one: a capital stands for each of its bytes.
    let mut text = String::new();
    for span in spans {
        match span.style {
            Style::Code => text.extend(std::iter::repeat_n('C', span.text.len())),
            _ => text.push_str(&span.text),
        }
    }
    parted(&text).into_iter().map(|part| cut(spans, &part)).collect()
}

/// Where the sentences of a text stand.
fn parted(text: &str) -> Vec<Range<usize>> {
    let (mut parts, mut from) = (Vec::new(), 0);
    for (at, end) in text.match_indices(['.', '?', '!']) {
        let behind = text.get(at..).unwrap_or_default();
        let rest = behind.trim_start_matches(['.', '?', '!', '"', '\'', ')', ']', '”', '’']);
        let next = rest.trim_start();
        let (until, start) = (text.len().saturating_sub(rest.len()), text.len().saturating_sub(next.len()));
        let before = text.get(from..at).unwrap_or_default();
        if from <= at && until < start && opens(next) && !(end == "." && is_short(before)) {
            parts.push(from..until);
            from = start;
        }
    }
    parts.push(from..text.len());
    parts
}

/// Whether a sentence can begin so.
fn opens(text: &str) -> bool {
    text.starts_with(|sign: char| {
        !sign.is_lowercase() && !matches!(sign, ',' | ';' | ':' | ')' | '-' | '–' | '—')
    })
}

/// Whether a full stop behind this belongs to a shortened word, or to the number that opens an item.
fn is_short(before: &str) -> bool {
    let word = before.rsplit([' ', '(', '\n']).next().unwrap_or(before);
    let numbers = word == before && !word.is_empty() && word.bytes().all(|sign| sign.is_ascii_digit());
    numbers || SHORTENED.iter().any(|short| word.eq_ignore_ascii_case(short))
}

/// The part of the spans that stands at these bytes.
fn cut(spans: &[Span], part: &Range<usize>) -> Vec<Span> {
    let (mut at, mut cut) = (0_usize, Vec::new());
    for span in spans {
        let from = part.start.saturating_sub(at).min(span.text.len());
        let until = part.end.saturating_sub(at).min(span.text.len());
        if let Some(text) = span.text.get(from..until).filter(|text| !text.is_empty()) {
            cut.push(Span { text: text.to_owned(), style: span.style.clone() });
        }
        at = at.saturating_add(span.text.len());
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A paragraph in short: code between backticks, strong between asterisks; and its sentences.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut spans = Vec::new();
        for (place, part) in text.split('`').enumerate() {
            let style = if place % 2 == 1 { Style::Code } else { Style::Plain };
            for (place, part) in part.split('*').enumerate() {
                let style = if place % 2 == 1 { Style::Strong } else { style.clone() };
                spans.push(Span { text: part.to_owned(), style });
            }
        }
        let words = |part: Vec<Span>| part.into_iter().map(|span| span.text).collect::<String>();
        assert_eq!(sentences(&spans).into_iter().map(words).collect::<Vec<_>>(), expected);
        assert_eq!(RichText(vec![Block::Paragraph(spans)]).sentences(), expected.len());
    }

    #[test]
    fn a_paragraph_is_parted_as_a_reader_would() {
        check("", &[""]);
        check("One.", &["One."]);
        check("One. Two?  Three", &["One.", "Two?", "Three"]);
        check(
            "It stops... Then it fails!? \"Why?\" (So.) Ask.",
            &["It stops...", "Then it fails!?", "\"Why?\"", "(So.)", "Ask."],
        );
        check(
            "Version 3.12 of app.example.com runs. It is up.",
            &["Version 3.12 of app.example.com runs.", "It is up."],
        );
        check(
            "Some, e.g. SQS, i.e. Queues, vs. Topics (cf. SNS). End.",
            &["Some, e.g. SQS, i.e. Queues, vs. Topics (cf. SNS).", "End."],
        );
        check(
            "It ends at 5 p.m. The job waits 20 ms. Then? no.",
            &["It ends at 5 p.m.", "The job waits 20 ms.", "Then? no."],
        );
        check("1. First. 2. Then it was 3. Next", &["1. First.", "2. Then it was 3.", "Next"]);
        check("Fällt es aus? Über Nacht.", &["Fällt es aus?", "Über Nacht."]);
    }

    #[test]
    fn code_ends_no_sentence_and_may_begin_one() {
        check("Call `a. B`. `putItem` fails.", &["Call a. B.", "putItem fails."]);
        check("It logs `Done.` Then it stops.", &["It logs Done. Then it stops."]);
        check("*Stop.* Now *go. Then* run.", &["Stop.", "Now go.", "Then run."]);
    }

    #[test]
    fn what_stands_alone_is_one() {
        let line = |text: &str| vec![Span { text: text.to_owned(), style: Style::Plain }];
        let text = RichText(vec![
            Block::Heading { level: 2, anchor: "a".to_owned(), spans: line("A. B") },
            Block::Paragraph(line("One. Two.")),
            Block::List { ordered: true, items: vec![line("A. B"), line("C")] },
            Block::Code { language: String::new(), tokens: Vec::new() },
            Block::Table { header: vec![line("h")], rows: vec![vec![line("A. B")], vec![line("c")]] },
        ]);
        assert_eq!(text.sentences(), 1 + 2 + 2 + 1 + 3);
    }
}

//! Which format a text is in, and the one way to read and to write any of them.

use crate::lint;
use crate::markdown::{self, Keys};
use crate::notes::say_of_all;
use crate::{aiken, gift, table, text};
use invigil_engine::share::draft::{Draft, FindingKind, Format};
use invigil_engine::share::paper::MAX_TEXT;

/// Reads questions, and looks at them; of no format given, as what the text looks like.
pub fn read(text: &str, format: Option<Format>) -> Draft {
    let format = format.unwrap_or_else(|| detect(text));
    if text.len() > MAX_TEXT {
        let mut findings = Vec::new();
        say_of_all(&mut findings, FindingKind::TooLong, 0, "");
        return Draft { format, title: String::new(), questions: Vec::new(), findings };
    }
    let mut draft = match format {
        Format::Markdown => markdown::read(text),
        Format::Gift => gift::read(text),
        Format::Aiken => aiken::read(text),
        Format::Table => table::read(text),
    };
    lint::lint(&mut draft);
    draft
}

/// Writes questions, with their key. What a format has no place for is left out: reasons in Aiken, markup in a table.
pub fn write(draft: &Draft, format: Format) -> String {
    match format {
        Format::Markdown => markdown::write(draft, Keys::With),
        Format::Gift => gift::write(draft),
        Format::Aiken => aiken::write(draft),
        Format::Table => table::write(draft),
    }
}

/// What a text looks like; Markdown, if nothing else.
pub fn detect(text: &str) -> Format {
    // So much of a text says what it is.
    let mut head = text.len().min(MAX_TEXT);
    while !text.is_char_boundary(head) {
        head -= 1;
    }
    let text = text::prepare(text.get(..head).unwrap_or_default());
    if text.split('\n').any(|line| markdown::check_box(text::indent(line).1).is_some()) {
        Format::Markdown
    } else if aiken::is_likely(&text) {
        Format::Aiken
    } else if gift::is_likely(&text) {
        Format::Gift
    } else if table::is_likely(&text) {
        Format::Table
    } else {
        Format::Markdown
    }
}

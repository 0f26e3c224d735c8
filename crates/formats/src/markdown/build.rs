//! Makes a draft of the parts of a Markdown text.

use super::scan::{self, OptionPart, Part};
use crate::blocks;
use crate::inline;
use crate::notes::{self, Notes, say_of_all};
use crate::text::{self, trim};
use invigil_engine::rich_text::RichText;
use invigil_engine::share::draft::{Draft, DraftOption, DraftQuestion, Finding, FindingKind, Format};

/// The longest title and the longest topic, in characters.
pub(crate) const MOST_OF_A_LINE: usize = 200;

/// Reads the questions of a Markdown text; what is wrong with them is found by [`crate::read`].
pub fn read(text: &str) -> Draft {
    let text = text::prepare(text);
    let lines: Vec<&str> = text.split('\n').collect();
    let parts = scan::scan(&lines);
    let mut findings = Vec::new();
    left_out(&parts.left, &mut findings);
    Draft {
        format: Format::Markdown,
        title: text::line(&parts.title, MOST_OF_A_LINE),
        questions: parts.questions.iter().map(question).collect(),
        findings,
    }
}

/// One finding for lines that stand together.
fn left_out(left: &[(usize, &str)], findings: &mut Vec<Finding>) {
    let mut before = None;
    for (at, line) in left {
        if !line.is_empty() && before != Some(*at) {
            say_of_all(findings, FindingKind::LeftOut, notes::number(*at), trim(line));
        }
        before = (!line.is_empty()).then_some(at + 1);
    }
}

fn question(part: &Part<'_>) -> DraftQuestion {
    let line = notes::number(part.from);
    let mut notes = Notes::at(line);
    let mut stem = RichText(blocks::paragraph(inline::read(part.heading, &mut notes)).into_iter().collect());
    let options: Vec<DraftOption> = part.options.iter().filter_map(|part| option(part, &mut notes)).collect();
    // Without an option before it, a quotation is part of what is asked.
    let (asked, explained) = if options.is_empty() {
        ([part.stem.as_slice(), &part.explanation].join(&""), Vec::new())
    } else {
        (part.stem.clone(), part.explanation.clone())
    };
    notes.line = line.saturating_add(1);
    stem.0.append(&mut blocks::read_lines(&asked, &mut notes).0);
    let explanation = blocks::read_lines(&explained, &mut notes);
    DraftQuestion {
        line,
        lines: notes::number(part.to - part.from),
        stem,
        options,
        explanation,
        topic: text::line(&part.topic, MOST_OF_A_LINE),
        wanted: 0,
        findings: notes.found,
    }
}

/// An option; none that says nothing.
fn option(part: &OptionPart<'_>, notes: &mut Notes) -> Option<DraftOption> {
    notes.line = notes::number(part.line);
    let text = blocks::read_lines(&part.text, notes);
    let reason = blocks::read_lines(&part.reason, notes);
    if text.0.is_empty() {
        if part.correct {
            notes.say(FindingKind::KeyBeyond, "");
        }
        return None;
    }
    Some(DraftOption { text, correct: part.correct, reason })
}

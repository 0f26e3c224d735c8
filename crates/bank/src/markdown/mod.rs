//! The Markdown subset of the sources, made into the engine's flat rich text at build time.
//!
//! What the subset lacks is a fault with advice, never dropped in silence: a text that compiles
//! says on the page exactly what its author wrote.

mod inline;
mod read;

use invigil_engine::rich_text::{Block, RichText};

/// Where a text stands, which decides what it may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// An option or a takeaway: one paragraph, no link.
    Line,
    /// A stem: paragraphs, lists and code; no link, no heading, no table.
    Stem,
    /// A reason: paragraphs, lists, code and links.
    Reason,
    /// A page of the study guide: all of the subset.
    Page,
}

/// What a text holds that it cannot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Lines before it in the text.
    pub line: u32,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub advice: String,
}

/// Reads Markdown. The rich text holds all that could be read, also where there are faults.
///
/// ```
/// use invigil_bank::markdown::{Setting, parse};
/// let (text, faults) = parse("Call `Query`, **not** `Scan`.", Setting::Stem);
/// assert!(faults.is_empty());
/// assert_eq!(text.words(), "Call Query, not Scan.");
/// ```
pub fn parse(markdown: &str, setting: Setting) -> (RichText, Vec<Fault>) {
    let (blocks, faults) = parse_placed(markdown, setting);
    (RichText(blocks.into_iter().map(|(_, block)| block).collect()), faults)
}

/// The same, with the lines before each block.
pub(crate) fn parse_placed(markdown: &str, setting: Setting) -> (Vec<(u32, Block)>, Vec<Fault>) {
    let (blocks, mut faults) = read::read(markdown);
    if blocks.is_empty() && faults.is_empty() {
        faults.push(fault("the text is empty", "write it, or take its field away"));
    }
    if setting == Setting::Line && blocks.len() > 1 {
        faults.push(fault("the text has more than one paragraph", "make it one paragraph"));
    }
    faults.extend(blocks.iter().filter_map(|(_, block)| misplaced(block, setting)));
    (blocks, faults)
}

fn fault(message: impl Into<String>, advice: &str) -> Fault {
    Fault { line: 0, message: message.into(), advice: advice.to_owned() }
}

fn misplaced(block: &Block, setting: Setting) -> Option<Fault> {
    let (name, places): (_, &[Setting]) = match block {
        Block::Paragraph(_) => return linked(block, setting),
        Block::List { .. } => ("a list", &[Setting::Stem, Setting::Reason, Setting::Page]),
        Block::Code { .. } => ("a code block", &[Setting::Stem, Setting::Reason, Setting::Page]),
        Block::Heading { .. } => ("a heading", &[Setting::Page]),
        Block::Table { .. } => ("a table", &[Setting::Page]),
    };
    if places.contains(&setting) {
        return linked(block, setting);
    }
    let advice = match setting {
        Setting::Line => "make it one paragraph of running text",
        Setting::Stem | Setting::Reason | Setting::Page => "say it in paragraphs or a list",
    };
    Some(fault(format!("{name} cannot stand here"), advice))
}

fn linked(block: &Block, setting: Setting) -> Option<Fault> {
    let allowed = matches!(setting, Setting::Reason | Setting::Page);
    if !allowed && inline::has_link(block) {
        return Some(fault("a link cannot stand here", "put the page among the references"));
    }
    let astray = setting != Setting::Page && inline::has_note_link(block);
    astray.then(|| {
        fault("a link to a page of the study guide cannot stand here", "link to an absolute https address")
    })
}

#[cfg(test)]
mod tests;

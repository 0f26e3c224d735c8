//! Parts the lines of a Markdown text into questions, and what is left over.

use crate::blocks::{self, Fences};
use crate::inline;
use crate::text::{dedent, indent, is_blank, split_once, strip_word, trim};

/// The parts of a text.
#[derive(Debug, Default)]
pub(super) struct Parts<'a> {
    pub(super) title: String,
    pub(super) questions: Vec<Part<'a>>,
    /// Lines that belong to no question, from 0; those beside each other are one.
    pub(super) left: Vec<(usize, &'a str)>,
}

/// A question's lines.
#[derive(Debug, Default)]
pub(super) struct Part<'a> {
    /// Its first line and its last, from 0.
    pub(super) from: usize,
    pub(super) to: usize,
    level: usize,
    pub(super) topic: String,
    /// The words of its heading.
    pub(super) heading: &'a str,
    pub(super) stem: Vec<&'a str>,
    pub(super) options: Vec<OptionPart<'a>>,
    pub(super) explanation: Vec<&'a str>,
}

/// An option's lines.
#[derive(Debug, Default)]
pub(super) struct OptionPart<'a> {
    pub(super) line: usize,
    pub(super) correct: bool,
    pub(super) text: Vec<&'a str>,
    pub(super) reason: Vec<&'a str>,
    /// How far its further lines are indented.
    columns: Option<usize>,
}

/// Where a line of words belongs.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Stem,
    Option,
    Behind,
}

/// Parts a text.
pub(super) fn scan<'a>(lines: &[&'a str]) -> Parts<'a> {
    let asks = |line: &&str| question_heading(line).is_some();
    let mut scan = Scan {
        headed: lines.iter().any(asks),
        parts: Parts::default(),
        part: None,
        place: Place::Behind,
        topic: String::new(),
        section: None,
        loose: Vec::new(),
        contents: false,
        gap: false,
        fences: Fences::default(),
    };
    let mut rest = lines;
    let mut at = 0;
    while let Some((line, behind)) = rest.split_first() {
        let taken = scan.line(at, line, behind);
        at += 1 + taken;
        rest = behind.get(taken..).unwrap_or_default();
    }
    scan.end_part();
    scan.leave();
    scan.parts
}

fn question_heading(line: &str) -> Option<(usize, &str)> {
    let (columns, content) = indent(line);
    blocks::heading(content).filter(|(level, _)| columns < 4 && (3..=4).contains(level))
}

struct Scan<'a> {
    /// Whether headings ask the questions; otherwise the paragraph before the options does.
    headed: bool,
    parts: Parts<'a>,
    part: Option<Part<'a>>,
    place: Place,
    topic: String,
    /// The heading before, where nothing has come since, and the topic before it.
    section: Option<(usize, &'a str, String)>,
    /// Lines outside of questions, which may yet ask one.
    loose: Vec<(usize, &'a str)>,
    /// Whether this is the table of contents.
    contents: bool,
    gap: bool,
    fences: Fences,
}

impl<'a> Scan<'a> {
    /// Reads a line, and says how many of those behind it belong to it.
    fn line(&mut self, at: usize, line: &'a str, behind: &[&'a str]) -> usize {
        let (columns, content) = indent(line);
        if content.is_empty() {
            self.gap = true;
            return 0;
        }
        let inside = columns >= 2 && self.place == Place::Option;
        if let Some(fence) = self.fences.opened(content, behind) {
            for (place, line) in (at..).zip(std::iter::once(&line).chain(behind).take(fence.lines + 2)) {
                self.words(place, line, inside, true);
            }
            return fence.lines + 1;
        }
        let taken = self.fence_in_option(at, content, columns, behind);
        if taken.is_some() || self.check_box(at, content, columns) {
            return taken.unwrap_or(0);
        }
        if let Some((level, words)) = blocks::heading(content).filter(|(level, _)| columns < 4 && *level <= 4)
        {
            self.heading(at, level, words);
        } else if is_navigation(content) || (self.contents && content.starts_with('|')) {
            self.gap = true;
        } else if content.starts_with('>') && !inside && self.quotation(at, content) {
        } else if blocks::is_rule(content) && !inside {
            self.gap = true;
            if self.place != Place::Stem {
                self.leave();
            }
        } else {
            self.words(at, line, inside, false);
        }
        0
    }

    /// A heading asks a question, or names the text or a part of it.
    fn heading(&mut self, at: usize, level: usize, words: &'a str) {
        self.contents = level < 3 && is_contents(words);
        let bare = |part: &Part<'_>| part.level < level && part.options.is_empty() && part.stem.is_empty();
        if level > 3 && self.part.as_ref().is_some_and(bare) {
            // A heading over headings that ask: it names a part.
            let over = self.part.take();
            self.topic = over.map(|part| inline::words(part.heading)).unwrap_or_default();
        }
        self.end_part();
        self.leave();
        self.place = Place::Behind;
        if self.contents {
            return;
        }
        if level >= 3 {
            self.begin(at, level, words);
        } else if level == 1 && self.parts.title.is_empty() && self.parts.questions.is_empty() {
            self.parts.title = inline::words(words);
        } else {
            let before = std::mem::replace(&mut self.topic, inline::words(words));
            self.section = Some((at, words, before));
        }
    }

    fn begin(&mut self, at: usize, level: usize, heading: &'a str) {
        self.part =
            Some(Part { from: at, to: at, level, topic: self.topic.clone(), heading, ..Part::default() });
        self.place = Place::Stem;
        self.gap = false;
    }

    /// An option, if the line is one.
    fn check_box(&mut self, at: usize, content: &'a str, columns: usize) -> bool {
        let Some((correct, words)) = check_box(content).filter(|_| columns < 4) else { return false };
        let done = self.part.as_ref().is_none_or(|part| !part.options.is_empty());
        if !self.headed && done && (self.part.is_none() || !self.loose.is_empty()) {
            self.begin_loose(at);
        }
        if self.part.is_none() {
            self.begin(at, 3, "");
        }
        self.leave();
        if let Some(part) = &mut self.part {
            part.to = at;
            let text = vec![words];
            part.options.push(OptionPart { line: at, correct, text, ..OptionPart::default() });
        }
        self.place = Place::Option;
        self.gap = false;
        true
    }

    /// Begins a question that the words before its options ask, or the section's heading.
    fn begin_loose(&mut self, at: usize) {
        self.end_part();
        let loose = std::mem::take(&mut self.loose);
        match (loose.first(), self.section.take()) {
            (Some((first, _)), _) => {
                self.begin(*first, 3, "");
                let stem = loose.iter().enumerate().map(|(place, (_, line))| {
                    let number = blocks::marker(line).filter(|item| place == 0 && item.number.is_some());
                    number.map_or(*line, |item| item.content)
                });
                if let Some(part) = &mut self.part {
                    part.stem = stem.collect();
                }
            }
            (None, Some((first, words, topic))) => {
                self.topic = topic;
                self.begin(first, 3, words);
            }
            (None, None) => self.begin(at, 3, ""),
        }
    }

    /// A block of code that begins beside the mark of its option.
    fn fence_in_option(
        &mut self,
        at: usize,
        content: &'a str,
        columns: usize,
        behind: &[&'a str],
    ) -> Option<usize> {
        let (_, words) = check_box(content)?;
        let fence = self.fences.opened(words, behind)?;
        if !self.check_box(at, content, columns) {
            return None;
        }
        for (place, line) in (at + 1..).zip(behind.iter().take(fence.lines + 1)) {
            if let Some(option) = self.part.as_mut().and_then(|part| part.options.last_mut()) {
                option.columns = Some(2);
            }
            self.words(place, line, true, true);
        }
        Some(fence.lines + 1)
    }

    /// A quotation behind the options; whether it is one.
    fn quotation(&mut self, at: usize, content: &'a str) -> bool {
        let Some(part) = self.part.as_mut().filter(|part| !part.options.is_empty()) else { return false };
        if self.gap && !part.explanation.is_empty() {
            part.explanation.push("");
        }
        part.explanation.push(unquoted(content));
        part.to = at;
        self.gap = false;
        self.place = Place::Behind;
        self.leave();
        true
    }

    /// A line of words, or of code.
    fn words(&mut self, at: usize, line: &'a str, inside: bool, code: bool) {
        let gap = std::mem::replace(&mut self.gap, false);
        self.section = None;
        let lazy = !gap && self.place == Place::Option;
        match &mut self.part {
            Some(part) if self.place == Place::Stem => {
                if gap {
                    part.stem.push("");
                }
                part.stem.push(line);
                part.to = at;
            }
            Some(part) if inside || lazy => {
                part.to = at;
                if let Some(option) = part.options.last_mut() {
                    option.further(line, gap, code);
                }
            }
            _ => {
                self.place = Place::Behind;
                if gap {
                    self.loose.push((at, ""));
                }
                self.loose.push((at, line));
            }
        }
    }

    fn end_part(&mut self) {
        self.parts.questions.extend(self.part.take());
    }

    /// The lines outside of questions will not ask one.
    fn leave(&mut self) {
        self.parts.left.append(&mut self.loose);
    }
}

impl<'a> OptionPart<'a> {
    /// A further line of it: of its reason, if it is quoted.
    fn further(&mut self, line: &'a str, gap: bool, code: bool) {
        let (columns, _) = indent(line);
        let own = dedent(line, *self.columns.get_or_insert(columns));
        let (list, line) = if own.starts_with('>') && !code {
            (&mut self.reason, unquoted(own))
        } else {
            (&mut self.text, own)
        };
        if gap && !list.is_empty() {
            list.push("");
        }
        list.push(line);
    }
}

/// Whether the box is ticked, and what stands beside it.
pub(crate) fn check_box(content: &str) -> Option<(bool, &str)> {
    let inside = content.strip_prefix(['-', '*', '+'])?.trim_start_matches(is_blank).strip_prefix('[')?;
    let correct = inside.starts_with(['x', 'X']);
    let behind = inside.strip_prefix(['x', 'X', ' '])?.strip_prefix(']')?;
    let parted = behind.is_empty() || behind.starts_with(is_blank);
    parted.then(|| (correct, trim(behind)))
}

fn unquoted(content: &str) -> &str {
    let inside = content.strip_prefix('>').unwrap_or(content);
    inside.strip_prefix(' ').unwrap_or(inside)
}

/// Whether a line leads to another place of its document, as tables of contents do.
fn is_navigation(content: &str) -> bool {
    let bare = |c: char| is_blank(c) || c.is_ascii_digit() || matches!(c, '*' | '|' | '-' | '+' | '.' | ')');
    let link = content.trim_start_matches(bare).trim_end_matches(['*', '|', ' ', '\t']);
    let Some(link) = link.strip_prefix('[') else { return false };
    // Of an escaped bracket begins no address.
    let Some((label, address)) = split_once(link, "](").filter(|(label, _)| !label.contains('\\')) else {
        return false;
    };
    let anchor = address.strip_suffix(')').and_then(|address| address.strip_prefix('#'));
    !label.is_empty() && anchor.is_some_and(|anchor| !anchor.contains([')', ' ', '\t']))
}

/// Whether a heading is that of a table of contents.
pub(super) fn is_contents(words: &str) -> bool {
    let rest = strip_word(words, "table of ").unwrap_or(words);
    rest.eq_ignore_ascii_case("contents") || words.eq_ignore_ascii_case("toc")
}

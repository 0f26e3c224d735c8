//! Reads the blocks of a Markdown text (paragraphs, lists, code) into rich text, and writes them.
//!
//! What the app does not show stays as words: a heading within a question becomes a paragraph, a table stands as it is
//! written, in the letters of code.

use crate::notes::Notes;
use crate::text::{self, dedent, indent, is_blank, run, trim};
use crate::{inline, spans};
use invigil_engine::rich_text::{Block, RichText, Span, Token, TokenKind};
use invigil_engine::share::draft::{Finding, FindingKind};

/// Reads a text; what is not shown of it is said.
pub fn read(text: &str) -> (RichText, Vec<Finding>) {
    let text = text::prepare(text);
    let lines: Vec<&str> = text.split('\n').collect();
    let mut notes = Notes::at(1);
    (read_lines(&lines, &mut notes), notes.found)
}

/// Writes a text so that [`read`] reads it as the same.
pub fn write(text: &RichText) -> String {
    let mut out = String::new();
    // Two lists of a kind beside each other are one, whose items are counted on.
    let mut list_before = None;
    let mut count = 0;
    for block in &text.0 {
        let list = if let Block::List { ordered, .. } = block { Some(*ordered) } else { None };
        let goes_on = list.is_some() && list == list_before;
        let before = if goes_on { count } else { 0 };
        let written = match block {
            Block::List { ordered, items } => write_list(*ordered, items, before, &mut count),
            block => write_block(block),
        };
        if written.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push_str(if goes_on { "\n" } else { "\n\n" });
        }
        list_before = list;
        out.push_str(&written);
    }
    out
}

/// Reads the lines of a text.
pub(crate) fn read_lines(lines: &[&str], notes: &mut Notes) -> RichText {
    let mut reader = Reader {
        fences: Fences::default(),
        out: Vec::new(),
        words: String::new(),
        list: None,
        gap: false,
        notes,
    };
    let mut rest = lines;
    while let Some((line, behind)) = rest.split_first() {
        let taken = reader.block(line, behind);
        rest = behind.get(taken..).unwrap_or_default();
    }
    reader.close();
    RichText(reader.out)
}

/// A text of one paragraph, if it is not empty.
pub(crate) fn paragraph(spans: Vec<Span>) -> Option<Block> {
    (!spans.is_empty()).then_some(Block::Paragraph(spans))
}

/// A block of code, if there is any.
pub(crate) fn code(language: &str, text: String) -> Option<Block> {
    let token = Token { kind: TokenKind::Plain, text };
    let bare = text::is_bare(&token.text);
    (!bare).then(|| Block::Code { language: language.to_owned(), tokens: vec![token] })
}

struct Reader<'n> {
    fences: Fences,
    out: Vec<Block>,
    /// The paragraph or the item that is being read.
    words: String,
    /// The list that is being read.
    list: Option<(bool, Vec<Vec<Span>>)>,
    /// Whether the line before was empty.
    gap: bool,
    notes: &'n mut Notes,
}

impl Reader<'_> {
    /// Reads a line, and says how many of those behind it belong to it.
    fn block(&mut self, line: &str, behind: &[&str]) -> usize {
        let (columns, content) = indent(line);
        let gap = std::mem::replace(&mut self.gap, content.is_empty());
        if content.is_empty() {
            if self.list.is_none() {
                self.close();
            }
            return 0;
        }
        if let Some(fence) = self.fences.opened(content, behind) {
            self.close();
            let inside: Vec<&str> =
                behind.iter().take(fence.lines).map(|line| dedent(line, columns)).collect();
            self.out.extend(code(fence.language, inside.join("\n")));
            return fence.lines + 1;
        }
        if is_rule(content) {
            self.close();
        } else if let Some(item) = marker(content).filter(|item| self.may_interrupt(*item)) {
            self.item(item);
        } else if let Some(words) = heading(content) {
            self.close();
            self.notes.say(FindingKind::NotShown, content);
            self.words.push_str(words.1);
            self.close();
        } else if content.starts_with('|') {
            return self.table(content, behind);
        } else {
            self.line(content, gap && columns < 2);
        }
        0
    }

    fn may_interrupt(&self, item: Item<'_>) -> bool {
        self.words.is_empty() || self.list.is_some() || item.number.is_none_or(|number| number == 1)
    }

    fn item(&mut self, item: Item<'_>) {
        let ordered = item.number.is_some();
        self.end_item();
        if self.list.as_ref().is_none_or(|list| list.0 != ordered) {
            self.close();
            self.list = Some((ordered, Vec::new()));
        }
        self.words.push_str(item.content);
    }

    fn line(&mut self, content: &str, apart: bool) {
        if apart {
            self.close();
        }
        let mut words = content;
        if content.starts_with('>') {
            self.notes.say(FindingKind::NotShown, content);
            words = content.trim_start_matches(|c| c == '>' || is_blank(c));
        }
        if !self.words.is_empty() {
            self.words.push('\n');
        }
        self.words.push_str(words);
    }

    /// A table as it is written.
    fn table(&mut self, first: &str, behind: &[&str]) -> usize {
        self.close();
        self.notes.say(FindingKind::NotShown, first);
        let mut rows = first.trim_end_matches(is_blank).to_owned();
        let more = behind.iter().map(|line| trim(line)).take_while(|line| line.starts_with('|'));
        let mut taken = 0;
        for row in more {
            rows.push('\n');
            rows.push_str(row);
            taken += 1;
        }
        self.out.extend(code("", rows));
        taken
    }

    /// Ends the paragraph, or the list.
    fn close(&mut self) {
        self.end_item();
        if let Some((ordered, items)) = self.list.take()
            && !items.is_empty()
        {
            self.out.push(Block::List { ordered, items });
        }
    }

    fn end_item(&mut self) {
        let words = std::mem::take(&mut self.words);
        let spans = inline::read(trim(&words), self.notes);
        match &mut self.list {
            Some((_, items)) if !spans.is_empty() => items.push(spans),
            Some(_) => {}
            None => self.out.extend(paragraph(spans)),
        }
    }
}

/// The beginning of an item.
#[derive(Clone, Copy)]
pub(crate) struct Item<'a> {
    /// Its number, in a numbered list.
    pub(crate) number: Option<usize>,
    pub(crate) content: &'a str,
}

/// The item that a line begins.
pub(crate) fn marker(content: &str) -> Option<Item<'_>> {
    let (number, behind) = match text::number(content) {
        Some((number, rest)) => (Some(number), rest.strip_prefix(['.', ')'])?),
        None => (None, content.strip_prefix(['-', '*', '+'])?),
    };
    let content = behind.strip_prefix(is_blank).map(trim).filter(|content| !content.is_empty())?;
    Some(Item { number, content })
}

/// The level and the words of a heading.
pub(crate) fn heading(content: &str) -> Option<(usize, &str)> {
    let (level, rest) = run(content, '#');
    let words = if rest.is_empty() { rest } else { rest.strip_prefix(is_blank)? };
    (1..=6).contains(&level).then(|| (level, unclosed(trim(words))))
}

/// The words of a heading without the signs that may close it.
fn unclosed(words: &str) -> &str {
    let open = words.trim_end_matches('#');
    if open.len() < words.len() && (open.is_empty() || open.ends_with(is_blank)) {
        open.trim_end_matches(is_blank)
    } else {
        words
    }
}

/// Whether a line is a rule across the page.
pub(crate) fn is_rule(content: &str) -> bool {
    let Some(sign) = content.chars().next().filter(|c| matches!(c, '-' | '*' | '_')) else { return false };
    content.chars().all(|c| c == sign || is_blank(c)) && content.chars().filter(|c| *c == sign).count() >= 3
}

/// A block of code between fences.
pub(crate) struct Fence<'a> {
    language: &'a str,
    /// How many lines are inside.
    pub(crate) lines: usize,
}

/// Fences while lines are read: one that nothing closes is none, and that is sought once only.
#[derive(Debug, Default)]
pub(crate) struct Fences {
    /// The shortest fence of either sign that nothing closes from here on; 0 for none.
    unclosed: [usize; 2],
}

impl Fences {
    /// The block of code that a line opens, if one of the lines behind closes it.
    pub(crate) fn opened<'a>(&mut self, content: &'a str, behind: &[&str]) -> Option<Fence<'a>> {
        let (sign, length, info) = fence(content)?;
        let unclosed = self.unclosed.get_mut(usize::from(sign == '~'))?;
        if *unclosed > 0 && length >= *unclosed {
            return None;
        }
        let closes = |line: &&str| {
            let (count, rest) = run(indent(line).1, sign);
            count >= length && text::is_bare(rest)
        };
        let Some(lines) = behind.iter().position(closes) else {
            *unclosed = length;
            return None;
        };
        let language = info.split(is_blank).next().filter(|name| !name.contains('`')).unwrap_or_default();
        Some(Fence { language, lines })
    }
}

fn fence(content: &str) -> Option<(char, usize, &str)> {
    let sign = content.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let (length, info) = run(content, sign);
    let info = trim(info);
    (length >= 3 && !(sign == '`' && info.contains('`'))).then_some((sign, length, info))
}

/// Whether a line of words would be read as the beginning of something else.
pub(crate) fn begins_a_block(line: &str) -> bool {
    line.starts_with(['>', '|'])
        || heading(line).is_some()
        || marker(line).is_some()
        || is_rule(line)
        || fence(line).is_some()
}

/// Spans as a line that is read as a paragraph.
pub(crate) fn write_line(spans: &[Span]) -> String {
    let mut line = spans::spell(spans);
    if begins_a_block(&line) {
        let digits = text::number(&line).map_or(0, |(_, rest)| line.len() - rest.len());
        line.insert(digits, '\\');
    }
    if unclosed(&line).len() < line.len() {
        line.insert(line.len() - 1, '\\');
    }
    line
}

fn write_block(block: &Block) -> String {
    match block {
        Block::Paragraph(spans) | Block::Heading { spans, .. } => write_line(spans),
        Block::List { ordered, items } => write_list(*ordered, items, 0, &mut 0),
        Block::Code { language, tokens } => write_code(language, tokens),
        Block::Table { header, rows } => {
            let row = |row: &Vec<Vec<Span>>| {
                row.iter().map(|cell| spans::spell(cell)).collect::<Vec<_>>().join(" ")
            };
            let rows: Vec<String> = std::iter::once(header).chain(rows).map(row).collect();
            let (text, _) = read(&rows.join("\n\n"));
            write(&text)
        }
    }
}

/// Items behind so many others; how many there are then is counted.
fn write_list(ordered: bool, items: &[Vec<Span>], before: usize, count: &mut usize) -> String {
    let mut out = String::new();
    let mut number = before;
    for item in items {
        let line = spans::spell(item);
        if line.is_empty() {
            continue;
        }
        number += 1;
        if number > before + 1 {
            out.push('\n');
        }
        if ordered {
            text::push_number(number, &mut out);
            out.push_str(". ");
        } else {
            out.push_str("- ");
            // Dashes behind a dash would be a rule.
            if line.bytes().all(|byte| matches!(byte, b'-' | b' ')) {
                out.push('\\');
            }
        }
        out.push_str(&line);
    }
    *count = number;
    out
}

fn write_code(language: &str, tokens: &[Token]) -> String {
    let inside: String = tokens.iter().map(|token| token.text.as_str()).collect();
    if text::is_bare(&inside) {
        return String::new();
    }
    let longest = inside.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let plain = language.chars().all(|c| !is_blank(c) && c != '`' && !text::is_control(c));
    let language = if plain { language } else { "" };
    [&fence, language, "\n", &inside, "\n", &fence].concat()
}

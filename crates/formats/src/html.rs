//! Reads the HTML that questions of Moodle are written in: paragraphs, lists, weight, stress, code and links. What
//! else there is, is left out and said; its words stay.

use crate::blocks;
use crate::inline::{entity, is_tag};
use crate::notes::Notes;
use crate::spans::Spans;
use crate::text::{find, trim};
use invigil_engine::rich_text::{Block, Href, RichText, Span, Style};
use invigil_engine::share::draft::FindingKind;

/// The longest tag that is taken for one, in bytes.
const MOST_TAG: usize = 4000;
/// The longest comment that is one, in characters.
const MOST_COMMENT: usize = 1000;

/// Reads HTML; with `lines` an empty line parts paragraphs too.
pub(crate) fn read(text: &str, lines: bool, notes: &mut Notes) -> RichText {
    let mut reader = Reader::default();
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let taken = match sign {
            '<' => reader.tag(rest, notes),
            '&' => entity(rest).map(|(sign, length)| {
                reader.sign(sign);
                length
            }),
            '\n' if lines && reader.code.is_none() && is_gap(rest) => {
                reader.paragraph();
                None
            }
            _ => None,
        };
        if taken.is_none() {
            reader.sign(sign);
        }
        rest = rest.get(taken.unwrap_or(sign.len_utf8())..).unwrap_or_default();
    }
    reader.end_list();
    reader.end_code();
    RichText(reader.out)
}

/// The words of a text, its paragraphs parted by empty lines: what [`plain`] reads, without all that is not words.
pub(crate) fn words(text: &RichText) -> String {
    let parts = text.0.iter().flat_map(|block| match block {
        Block::List { items, .. } => {
            let item = |spans: &Vec<Span>| RichText(vec![Block::Paragraph(spans.clone())]).words();
            items.iter().map(item).collect()
        }
        block => vec![RichText(vec![block.clone()]).words()],
    });
    parts.collect::<Vec<_>>().join("\n\n")
}

/// Reads words in which nothing has a meaning but an empty line.
pub(crate) fn plain(text: &str) -> RichText {
    let mut reader = Reader::default();
    for line in text.split('\n') {
        if trim(line).is_empty() {
            reader.paragraph();
        }
        line.chars().chain(['\n']).for_each(|sign| reader.sign(sign));
    }
    reader.paragraph();
    RichText(reader.out)
}

/// Whether the line that ends here is followed by an empty one.
fn is_gap(text: &str) -> bool {
    text.strip_prefix('\n').is_some_and(|rest| rest.trim_start_matches([' ', '\t']).starts_with('\n'))
}

#[derive(Default)]
struct Reader {
    out: Vec<Block>,
    spans: Spans,
    list: Option<(bool, Vec<Vec<Span>>)>,
    strong: usize,
    stressed: usize,
    inline_code: usize,
    link: Option<Href>,
    /// The text of a block of code.
    code: Option<String>,
}

impl Reader {
    fn sign(&mut self, sign: char) {
        if let Some(code) = &mut self.code {
            code.push(sign);
            return;
        }
        let style = match &self.link {
            Some(href) => Style::Link(href.clone()),
            None if self.inline_code > 0 => Style::Code,
            None if self.strong > 0 => Style::Strong,
            None if self.stressed > 0 => Style::Emphasis,
            None => Style::Plain,
        };
        self.spans.text(sign.encode_utf8(&mut [0; 4]), &style);
    }

    /// A tag, and how long it is.
    fn tag(&mut self, text: &str, notes: &mut Notes) -> Option<usize> {
        if text.starts_with("<!--") {
            let ends = |(at, _): &(usize, char)| text.get(*at..).is_some_and(|rest| rest.starts_with("-->"));
            return text.char_indices().take(MOST_COMMENT).find(ends).map(|(at, _)| at + 3);
        }
        let begins = |c: char| c.is_ascii_alphabetic() || c == '/';
        let inside = text.strip_prefix('<').filter(|inside| inside.starts_with(begins))?;
        let ends = |(_, byte): &(usize, u8)| matches!(byte, b'<' | b'>');
        let (length, _) =
            inside.bytes().enumerate().take(MOST_TAG).find(ends).filter(|(_, byte)| *byte == b'>')?;
        let inside = inside.get(..length)?;
        let closes = inside.starts_with('/');
        let name = inside.strip_prefix('/').unwrap_or(inside);
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next()?.to_ascii_lowercase();
        if !self.known(&name, closes, inside) {
            if !is_tag(&name) {
                return None;
            }
            if !closes {
                notes.say(FindingKind::NotShown, text.get(..length + 2)?);
            }
            if name == "img" {
                text.get(..length + 2)?.chars().for_each(|sign| self.sign(sign));
            }
        }
        Some(length + 2)
    }

    /// Does what a tag says, if it is known.
    fn known(&mut self, name: &str, closes: bool, inside: &str) -> bool {
        let count = |depth: usize| if closes { depth.saturating_sub(1) } else { depth + 1 };
        match name {
            "b" | "strong" => self.strong = count(self.strong),
            "i" | "em" => self.stressed = count(self.stressed),
            "code" | "tt" | "kbd" | "samp" => self.inline_code = count(self.inline_code),
            "a" => self.link = if closes { None } else { address(inside) },
            "pre" => {
                self.end_list();
                self.end_code();
                self.code = (!closes).then(String::new);
            }
            "ul" | "ol" => {
                self.end_list();
                self.list = (!closes).then(|| (name == "ol", Vec::new()));
            }
            "li" => self.paragraph(),
            // A line that ends in an item is one of its blanks.
            "br" | "p" | "div" if self.list.is_some() => self.sign(' '),
            "br" | "p" | "div" | "blockquote" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "tr" => {
                self.paragraph();
            }
            "span" | "font" | "td" | "th" | "tbody" | "thead" | "html" | "body" | "o" => {}
            _ => return false,
        }
        true
    }

    /// Ends the paragraph, or the item of a list.
    fn paragraph(&mut self) {
        let spans = std::mem::take(&mut self.spans).done();
        match &mut self.list {
            Some((_, items)) if !spans.is_empty() => items.push(spans),
            Some(_) => {}
            None => self.out.extend(blocks::paragraph(spans)),
        }
    }

    fn end_list(&mut self) {
        self.paragraph();
        let Some((ordered, mut items)) = self.list.take().filter(|(_, items)| !items.is_empty()) else {
            return;
        };
        match self.out.last_mut() {
            // Two lists beside each other are one.
            Some(Block::List { ordered: same, items: before }) if *same == ordered => {
                before.append(&mut items);
            }
            _ => self.out.push(Block::List { ordered, items }),
        }
    }

    fn end_code(&mut self) {
        if let Some(code) = self.code.take() {
            self.out.extend(blocks::code("", trim(&code).to_owned()));
        }
    }
}

/// The address of a link, if one may go there.
fn address(inside: &str) -> Option<Href> {
    let value = inside.get(find(inside, "href=")? + 5..)?;
    let mark = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (address, _) = value.strip_prefix(mark)?.split_once(mark)?;
    let mut plain = String::new();
    let mut rest = address;
    while let Some(sign) = rest.chars().next() {
        let (sign, length) = entity(rest).unwrap_or((sign, sign.len_utf8()));
        plain.push(sign);
        rest = rest.get(length..)?;
    }
    Href::parse(&plain)
}

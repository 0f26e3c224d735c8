//! Reads a line of Markdown into spans: weight, stress, code and links to `https`. Whatever else there is stays as it
//! is written, and is said.
//!
//! Each sign is looked at a bounded number of times: what was sought in vain is not sought again, and an address or a
//! tag is sought no further than one may be long.

use crate::notes::Notes;
use crate::spans::Spans;
use crate::text::{is_blank, is_control, is_word, number, run, strip_word};
use invigil_engine::rich_text::{Href, RichText, Span, Style};
use invigil_engine::share::draft::FindingKind;

/// The longest run of backticks that opens code.
const MOST_TICKS: usize = 31;
/// The longest address with its title, in characters; a link takes 2,000.
const MOST_TARGET: usize = 2400;
/// The most brackets that are open in an address.
const MOST_OPEN: usize = 32;
/// The longest tag, in characters.
const MOST_TAG: usize = 500;
/// How deep weight and stress are looked for within each other.
const MOST_DEEP: u8 = 2;
/// The tags of HTML that are said not to be shown; what else stands in angle brackets is taken as words.
const TAGS: &str = " a abbr b blockquote br center code dd del details div dl dt em font h1 h2 h3 h4 h5 h6 hr i iframe img \
                    kbd li mark ol p pre q s script small span strong style sub summary sup svg table tbody td th thead tr u \
                    ul video ";

/// A line of Markdown as spans.
pub(crate) fn read(text: &str, notes: &mut Notes) -> Vec<Span> {
    let mut reader = Reader { rest: text, before: None, pieces: Vec::new(), unclosed: 0, notes };
    while reader.step() {}
    let mut out = Spans::default();
    weave(&mut reader.pieces, &Style::Plain, 0, &mut out);
    out.done()
}

/// The words of a line of Markdown.
pub(crate) fn words(text: &str) -> String {
    let spans = read(text, &mut Notes::default());
    RichText(vec![invigil_engine::rich_text::Block::Paragraph(spans)]).words()
}

/// A part of a line.
enum Piece {
    /// Words as they are.
    Words(String),
    /// Something whose style is certain.
    Set(Span),
    /// Stars or underscores that may open or close something.
    Marks { sign: char, count: usize, opens: bool, closes: bool },
}

struct Reader<'a, 'n> {
    rest: &'a str,
    before: Option<char>,
    pieces: Vec<Piece>,
    /// A bit for each number of backticks that nothing closes from here on.
    unclosed: u32,
    notes: &'n mut Notes,
}

impl Reader<'_, '_> {
    /// Reads on; whether there was something to read.
    fn step(&mut self) -> bool {
        let Some(sign) = self.rest.chars().next() else { return false };
        let taken = match sign {
            '\\' => self.escape(),
            '`' => self.code(),
            '[' => self.link(),
            '!' => self.picture(),
            '<' => self.tag(),
            '&' => self.entity(),
            '*' | '_' => Some(self.marks(sign)),
            _ => None,
        };
        let taken = taken.unwrap_or_else(|| {
            self.word(sign);
            sign.len_utf8()
        });
        let (done, rest) = self.rest.split_at_checked(taken).unwrap_or((self.rest, ""));
        (self.before, self.rest) = (done.chars().next_back(), rest);
        true
    }

    fn word(&mut self, sign: char) {
        match self.pieces.last_mut() {
            Some(Piece::Words(words)) => words.push(sign),
            _ => self.pieces.push(Piece::Words(sign.into())),
        }
    }

    /// So many bytes as they are written.
    fn as_written(&mut self, length: usize) -> Option<usize> {
        let text = self.rest.get(..length)?;
        text.chars().for_each(|sign| self.word(sign));
        Some(length)
    }

    /// The same, and it is said.
    fn not_shown(&mut self, length: usize) -> Option<usize> {
        self.notes.say(FindingKind::NotShown, self.rest.get(..length)?);
        self.as_written(length)
    }

    fn escape(&mut self) -> Option<usize> {
        let sign = self.rest.chars().nth(1).filter(char::is_ascii_punctuation)?;
        self.word(sign);
        Some(2)
    }

    fn code(&mut self) -> Option<usize> {
        let (ticks, inside) = run(self.rest, '`');
        let closed = if ticks <= MOST_TICKS && self.unclosed >> ticks & 1 == 0 {
            closing_ticks(inside, ticks)
        } else {
            None
        };
        let Some(length) = closed else {
            if ticks <= MOST_TICKS {
                self.unclosed |= 1 << ticks;
            }
            return self.as_written(ticks);
        };
        let text = inside.get(..length)?;
        let bare = text.chars().all(|c| c == ' ');
        let padded = text.strip_prefix(' ').and_then(|text| text.strip_suffix(' ')).filter(|_| !bare);
        let text = padded.unwrap_or(text).to_owned();
        self.pieces.push(Piece::Set(Span { text, style: Style::Code }));
        Some(ticks * 2 + length)
    }

    fn link(&mut self) -> Option<usize> {
        let (label, length, address) = link_at(self.rest)?;
        let label = words(label);
        match Href::parse(&address) {
            Some(href) if !label.is_empty() => {
                self.pieces.push(Piece::Set(Span { text: label, style: Style::Link(href) }));
                Some(length)
            }
            _ => self.not_shown(length),
        }
    }

    fn picture(&mut self) -> Option<usize> {
        let (_, length, _) = link_at(self.rest.strip_prefix('!')?)?;
        self.not_shown(length + 1)
    }

    fn tag(&mut self) -> Option<usize> {
        let inside = self.rest.strip_prefix('<')?;
        let ends = |(_, c): &(usize, char)| matches!(c, '<' | '>' | '\n');
        let (length, _) = inside.char_indices().take(MOST_TAG).find(ends).filter(|(_, c)| *c == '>')?;
        let inside = inside.get(..length)?;
        if let Some(href) = Href::parse(inside) {
            self.pieces.push(Piece::Set(Span { text: inside.to_owned(), style: Style::Link(href) }));
            return Some(length + 2);
        }
        let name = inside.strip_prefix('/').unwrap_or(inside);
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next()?.to_ascii_lowercase();
        if name == "br" {
            self.word(' ');
            return Some(length + 2);
        }
        let known = inside.starts_with("!--") || is_tag(&name);
        if known { self.not_shown(length + 2) } else { None }
    }

    fn entity(&mut self) -> Option<usize> {
        let (sign, length) = entity(self.rest)?;
        self.word(sign);
        Some(length)
    }

    fn marks(&mut self, sign: char) -> usize {
        let (count, rest) = run(self.rest, sign);
        let next = rest.chars().next();
        let full = |side: Option<char>| side.is_some_and(|c| !is_blank(c));
        // Within a word an underscore is part of it.
        let loose = |side: Option<char>| sign == '*' || !side.is_some_and(is_word);
        let opens = full(next) && loose(self.before);
        let closes = full(self.before) && loose(next);
        self.pieces.push(Piece::Marks { sign, count, opens, closes });
        count
    }
}

/// Whether it is the name of a tag of HTML.
pub(crate) fn is_tag(name: &str) -> bool {
    !name.is_empty() && TAGS.split(' ').any(|tag| tag == name)
}

/// Where the next run of exactly so many backticks is.
fn closing_ticks(text: &str, ticks: usize) -> Option<usize> {
    let mut rest = text;
    loop {
        let at = rest.find('`')?;
        let (count, behind) = run(rest.get(at..)?, '`');
        if count == ticks {
            return Some(text.len() - rest.len() + at);
        }
        rest = behind;
    }
}

/// The label, the length and the address of `[label](address "title")`.
fn link_at(text: &str) -> Option<(&str, usize, String)> {
    let inside = text.strip_prefix('[')?;
    let mut escaped = false;
    let ends = |(_, c): &(usize, char)| {
        let ends = !escaped && matches!(c, '[' | ']');
        escaped = !escaped && *c == '\\';
        ends
    };
    let (length, _) = inside.char_indices().find(ends).filter(|(_, c)| *c == ']')?;
    let behind = inside.get(length..)?.strip_prefix("](")?;
    let (address, taken) = target(behind)?;
    Some((inside.get(..length)?, length + taken + 3, address))
}

/// An address up to its bracket, and how long it is with that.
fn target(text: &str) -> Option<(String, usize)> {
    let mut address = String::new();
    let mut open = 0_usize;
    let mut signs = text.char_indices().take(MOST_TARGET).peekable();
    while let Some((at, c)) = signs.next() {
        match c {
            '\\' if signs.peek().is_some_and(|(_, next)| next.is_ascii_punctuation()) => {
                address.push(signs.next()?.1);
                continue;
            }
            ')' if open == 0 => return Some((address, at + 1)),
            ')' => open -= 1,
            '(' if open == MOST_OPEN => return None,
            '(' => open += 1,
            c if is_blank(c) => {
                // A title, which is not shown.
                let title = text.get(at..)?.trim_start_matches(is_blank);
                let mark = title.chars().next().filter(|c| matches!(c, '"' | '\''))?;
                let mut inside = title.char_indices().take(MOST_TARGET).skip(1);
                let (end, _) = inside.find(|(_, c)| *c == mark)?;
                let behind = title.get(end + 1..)?.trim_start_matches(is_blank).strip_prefix(')')?;
                return Some((address, text.len() - behind.len()));
            }
            _ => {}
        }
        address.push(c);
    }
    None
}

/// The sign that a text begins with as `&name;`, and how many bytes it takes.
pub(crate) fn entity(text: &str) -> Option<(char, usize)> {
    let inside = text.strip_prefix('&')?;
    let (end, _) = inside.char_indices().take(10).find(|(_, c)| *c == ';')?;
    let name = inside.get(..end)?;
    let sign = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        _ => {
            let digits = name.strip_prefix('#')?;
            let value = match strip_word(digits, "x") {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number(digits).filter(|(_, rest)| rest.is_empty())?.0.try_into().ok()?,
            };
            char::from_u32(value).filter(|c| !is_control(*c))?
        }
    };
    Some((sign, end + 2))
}

/// Pairs what opens with what closes, and adds it all.
fn weave(pieces: &mut [Piece], style: &Style, deep: u8, out: &mut Spans) {
    let mut at = 0;
    // A bit for each mark that nothing closes from here on.
    let mut unclosed = 0_u8;
    while let Some(piece) = pieces.get(at) {
        match piece {
            Piece::Words(words) => out.text(words, style),
            Piece::Set(span) => out.text(&span.text, &span.style),
            Piece::Marks { sign, count, opens, .. } => {
                let (sign, count) = (*sign, *count);
                let bit = 1 << (count.min(3) + if sign == '*' { 4 } else { 0 });
                let may = *opens && (1..=3).contains(&count) && deep < MOST_DEEP && unclosed & bit == 0;
                let end = if may { closer(pieces, at, sign, count) } else { None };
                if let Some(end) = end {
                    let own = if count == 1 { Style::Emphasis } else { Style::Strong };
                    let inner = if *style == Style::Plain { &own } else { style };
                    if let Some(inside) = pieces.get_mut(at + 1..end) {
                        weave(inside, inner, deep + 1, out);
                    }
                    if let Some(Piece::Marks { count: left, .. }) = pieces.get_mut(end) {
                        *left -= count;
                    }
                    at = end;
                    continue;
                }
                if may {
                    unclosed |= bit;
                }
                let mut literal = String::new();
                (0..count).for_each(|_| literal.push(sign));
                out.text(&literal, style);
            }
        }
        at += 1;
    }
}

/// The place of the marks that close the ones at a place.
fn closer(pieces: &[Piece], from: usize, of: char, need: usize) -> Option<usize> {
    let fits = |piece: &Piece| match piece {
        Piece::Marks { sign, count, closes, .. } => {
            *sign == of && *closes && *count >= need && (need != 1 || count % 2 == 1)
        }
        _ => false,
    };
    pieces.iter().skip(from + 1).position(fits).map(|place| from + 1 + place)
}

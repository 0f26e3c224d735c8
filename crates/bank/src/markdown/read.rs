//! Reads the events of the Markdown parser into blocks and faults.

use super::{Fault, inline};
use crate::highlight;
use invigil_engine::rich_text::{Block, Href, NoteLink, Span, Style};
use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, OffsetIter, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;

struct Reader<'a> {
    source: &'a str,
    events: OffsetIter<'a>,
    /// Where the event at hand begins.
    offset: usize,
    anchors: BTreeSet<String>,
    faults: Vec<Fault>,
}

/// Reads a whole text: its blocks, each with the lines before it.
pub(super) fn read(markdown: &str) -> (Vec<(u32, Block)>, Vec<Fault>) {
    // Tables and heading anchors are read everywhere, so that a text that may not have them is
    // told so and does not show their signs.
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut reader = Reader {
        source: markdown,
        events: Parser::new_ext(markdown, options).into_offset_iter(),
        offset: 0,
        anchors: BTreeSet::new(),
        faults: Vec::new(),
    };
    let mut blocks = Vec::new();
    while let Some(event) = reader.next() {
        let line = reader.line();
        blocks.extend(reader.block(event).map(|block| (line, block)));
    }
    (blocks, reader.faults)
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<Event<'a>> {
        let (event, range) = self.events.next()?;
        self.offset = range.start;
        Some(event)
    }

    /// The lines before the event at hand.
    fn line(&self) -> u32 {
        let before = self.source.get(..self.offset).unwrap_or_default();
        u32::try_from(before.matches('\n').count()).unwrap_or(0)
    }

    fn fault(&mut self, message: impl Into<String>, advice: &str) {
        let line = self.line();
        self.faults.push(Fault { line, message: message.into(), advice: advice.to_owned() });
    }

    /// Reads to the end of the element that has begun, and drops it.
    fn skip(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.next() {
                Some(Event::Start(_)) => depth += 1,
                Some(Event::End(_)) => depth -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    fn block(&mut self, event: Event<'a>) -> Option<Block> {
        match event {
            Event::Start(Tag::Paragraph) => Some(Block::Paragraph(self.spans())),
            Event::Start(Tag::Heading { level, id, .. }) => Some(self.heading(level as u8, id.as_deref())),
            Event::Start(Tag::CodeBlock(kind)) => self.code(&kind),
            Event::Start(Tag::List(start)) => Some(self.list(start)),
            Event::Start(Tag::Table(alignments)) => Some(self.table(&alignments)),
            Event::Start(tag) => {
                self.refuse(&tag);
                self.skip();
                None
            }
            Event::Rule => {
                self.fault("a rule is not in the subset", "separate the parts by a heading or a paragraph");
                None
            }
            _ => {
                self.fault("this Markdown is not in the subset", "write it as a paragraph");
                None
            }
        }
    }

    fn refuse(&mut self, tag: &Tag<'a>) {
        let (message, advice) = match tag {
            Tag::HtmlBlock => ("HTML is not in the subset", "write Markdown; put code between back quotes"),
            Tag::Image { .. } => ("an image is not in the subset", "say in words what it shows"),
            Tag::BlockQuote(_) => ("a quotation is not in the subset", "write it as a paragraph"),
            Tag::List(_) => ("a list in a list is not in the subset", "make it one list"),
            Tag::CodeBlock(_) => ("a code block in a list is not in the subset", "put it after the list"),
            Tag::Paragraph => ("an item has more than one paragraph", "make the item one paragraph"),
            Tag::Strong | Tag::Emphasis | Tag::Link { .. } => {
                ("a style stands in another style", "end the first before the second begins")
            }
            _ => ("this Markdown is not in the subset", "write it as a paragraph"),
        };
        self.fault(message, advice);
    }

    fn heading(&mut self, level: u8, id: Option<&str>) -> Block {
        let spans = self.spans();
        let words: String = spans.iter().map(|span| span.text.as_str()).collect();
        let anchor = id.map_or_else(|| inline::slug(&words), str::to_owned);
        if anchor.is_empty() {
            self.fault("a heading has no anchor", "give it words, or an anchor as {#name}");
        } else if !self.anchors.insert(anchor.clone()) {
            self.fault(format!("two headings have the anchor {anchor}"), "give one its own, as {#name}");
        }
        Block::Heading { level, anchor, spans }
    }

    fn code(&mut self, kind: &CodeBlockKind<'a>) -> Option<Block> {
        let mut code = String::new();
        let start = self.offset;
        while let Some(event) = self.next() {
            match event {
                Event::Text(text) => code.push_str(&text),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        self.offset = start;
        let CodeBlockKind::Fenced(language) = kind else {
            self.fault("code is marked by indentation", "put it between lines of three back quotes");
            return None;
        };
        let code = code.strip_suffix('\n').unwrap_or(&code);
        let Some(tokens) = highlight::tokens(language, code) else {
            let advice = format!("name one of {} after the back quotes", highlight::LANGUAGES.join(", "));
            self.fault(format!("the language of a code block is '{language}'"), &advice);
            return None;
        };
        if code.trim().is_empty() {
            self.fault("a code block is empty", "write the code, or take the block away");
        }
        Some(Block::Code { language: language.to_string(), tokens })
    }

    fn list(&mut self, start: Option<u64>) -> Block {
        if start.is_some_and(|first| first != 1) {
            self.fault("a numbered list does not begin with 1", "let it begin with 1");
        }
        let mut items = Vec::new();
        while let Some(event) = self.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.item()),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        Block::List { ordered: start.is_some(), items }
    }

    /// An item's text, which the parser gives bare or as one paragraph.
    fn item(&mut self) -> Vec<Span> {
        let mut spans = Vec::new();
        while let Some(event) = self.next() {
            match event {
                Event::End(TagEnd::Item) => break,
                Event::Start(Tag::Paragraph) if spans.is_empty() => spans = self.spans(),
                event => self.inline(&mut spans, event),
            }
        }
        if spans.is_empty() {
            self.fault("an item of a list is empty", "write it, or take it away");
        }
        spans
    }

    fn table(&mut self, alignments: &[Alignment]) -> Block {
        if alignments.iter().any(|alignment| *alignment != Alignment::None) {
            self.fault("a table's columns are aligned", "leave the colons out: columns have no alignment");
        }
        let (mut header, mut rows) = (Vec::new(), Vec::new());
        while let Some(event) = self.next() {
            match event {
                Event::Start(Tag::TableHead) => header = self.cells(),
                Event::Start(Tag::TableRow) => rows.push(self.cells()),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table { header, rows }
    }

    fn cells(&mut self) -> Vec<Vec<Span>> {
        let mut cells = Vec::new();
        while let Some(event) = self.next() {
            match event {
                Event::Start(Tag::TableCell) => cells.push(self.spans()),
                Event::End(TagEnd::TableHead | TagEnd::TableRow) => break,
                _ => {}
            }
        }
        cells
    }

    /// Spans up to the end of the element that has begun.
    fn spans(&mut self) -> Vec<Span> {
        let mut spans = Vec::new();
        while let Some(event) = self.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(&mut spans, event);
        }
        spans
    }

    fn inline(&mut self, spans: &mut Vec<Span>, event: Event<'a>) {
        match event {
            Event::Start(Tag::Strong) => self.styled(spans, &Style::Strong),
            Event::Start(Tag::Emphasis) => self.styled(spans, &Style::Emphasis),
            Event::Start(Tag::Link { dest_url, title, .. }) => self.link(spans, &dest_url, &title),
            Event::Start(tag) => {
                self.refuse(&tag);
                self.skip();
            }
            Event::Code(code) => inline::push(spans, &code, &Style::Code),
            event => self.text(spans, event, &Style::Plain),
        }
    }

    fn link(&mut self, spans: &mut Vec<Span>, address: &CowStr<'a>, title: &str) {
        if !title.is_empty() {
            self.fault("a link has a title", "leave the title out: the words say where it leads");
        }
        if let Some(href) = Href::parse(address) {
            self.styled(spans, &Style::Link(href));
        } else if let Some(page) = NoteLink::parse(address) {
            self.styled(spans, &Style::Note(page));
        } else {
            let advice =
                "link to an absolute https address; in the study guide also to a page, as sqs#limits";
            self.fault(format!("a link leads to '{address}'"), advice);
            self.skip();
        }
    }

    /// The inside of strong, emphasised or linked text, in which no other style begins.
    fn styled(&mut self, spans: &mut Vec<Span>, style: &Style) {
        while let Some(event) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) => {
                    self.refuse(&tag);
                    self.skip();
                }
                Event::Code(_) => self.fault(
                    "code stands in another style",
                    "end the style before the back quotes, or leave one of the two out",
                ),
                event => self.text(spans, event, style),
            }
        }
    }

    fn text(&mut self, spans: &mut Vec<Span>, event: Event<'a>, style: &Style) {
        match event {
            Event::Text(text) => inline::push(spans, &text, style),
            Event::SoftBreak => inline::push(spans, " ", style),
            Event::HardBreak => self.fault("a line is broken by force", "begin a new paragraph or a list"),
            Event::Html(html) | Event::InlineHtml(html) => self.fault(
                format!("'{html}' is HTML, which is not in the subset"),
                "put a placeholder such as <name> between back quotes",
            ),
            _ => self.fault("this Markdown is not in the subset", "write it as a paragraph"),
        }
    }
}

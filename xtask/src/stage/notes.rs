//! The study guide as plain pages: HTML that needs neither the app nor a script. The app's worker leaves them alone.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use invigil_bank::CompiledNotes;
use invigil_engine::notes::{NoteBlock, NoteEntry, NoteKind, NotePage, NotesIndex};
use invigil_engine::rich_text::{Block, Span, Style, Token};

use crate::failure::{During as _, Outcome};
use crate::project::Project;
use crate::stage::words::Words;
use crate::stage::{styles, write};

/// The folder of the pages.
pub(crate) const FOLDER: &str = "notes/";

/// Writes the pages of a study guide.
pub(super) fn stage(project: &Project, staging: &Path, words: &mut Words, notes: &CompiledNotes) -> Outcome {
    let source = project.root.join("web/note.html");
    let template = words.in_html(&fs::read_to_string(&source).during("read", &source)?)?;
    let mut site = Site { staging, template, words };
    let index = &notes.index;
    for (entry, page) in index.pages.iter().zip(&notes.pages) {
        let body = site.page(index, entry, page)?;
        site.put(&entry.name, &page.title, &entry.summary, &body)?;
    }
    let body = site.contents(index)?;
    let (title, lead) = (site.word("notes-title")?, site.word("notes-lead")?);
    site.put_escaped("index", "#/notes", [&title, &lead], &body)?;
    let body = site.limits(notes)?;
    let (title, lead) = (site.word("limits-title")?, site.word("limits-lead")?);
    site.put_escaped("limits", "#/notes/limits", [&title, &lead], &body)?;
    let body = site.changes(notes)?;
    let (title, lead) = (site.word("notes-changed-title")?, site.word("notes-changed-lead")?);
    site.put_escaped("changes", "#/notes/changes", [&title, &lead], &body)?;
    let tokens = project.root.join("styles/00-tokens.css");
    let own = project.root.join("web/note.css");
    let sheet = fs::read_to_string(&tokens).during("read", &tokens)?
        + &fs::read_to_string(&own).during("read", &own)?;
    write(&staging.join(FOLDER).join("notes.css"), styles::compact(&sheet).as_bytes())
}

struct Site<'a> {
    staging: &'a Path,
    template: String,
    words: &'a mut Words,
}

impl Site<'_> {
    /// A message, escaped.
    fn word(&mut self, id: &str) -> Outcome<String> {
        self.words.in_html(&format!("{{{{{id}}}}}"))
    }

    fn put(&self, name: &str, title: &str, summary: &str, body: &str) -> Outcome {
        self.put_escaped(name, &format!("#/notes/{name}"), [&escaped(title), &escaped(summary)], body)
    }

    fn put_escaped(&self, name: &str, app: &str, [title, summary]: [&str; 2], body: &str) -> Outcome {
        // The body last: whatever it says is not looked through again.
        let page = self.template.replace("__TITLE__", title).replace("__SUMMARY__", summary);
        let page =
            page.replace("__UP__", up(name)).replace("__APP__", app).replace("__BODY__", body.trim_end());
        let path = self.staging.join(format!("{FOLDER}{name}.html"));
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).during("create the folder", folder)?;
        }
        write(&path, page.as_bytes())
    }

    fn page(&mut self, index: &NotesIndex, entry: &NoteEntry, page: &NotePage) -> Outcome<String> {
        let mut html = Html { out: String::new(), page: &entry.name, index, table: self.word("table")? };
        html.block(&page.lead);
        for section in &page.sections {
            html.line(&format!("<h2 id=\"{}\">{}</h2>", escaped(&section.anchor), escaped(&section.title)));
            section.blocks.iter().for_each(|block| html.block(block));
        }
        let related: Vec<&NoteEntry> = page.related.iter().filter_map(|place| index.at(*place)).collect();
        if !related.is_empty() {
            html.line(&format!("<h2>{}</h2>", self.word("notes-related")?));
            html.entries(&related);
        }
        html.line(&format!("<h2>{}</h2>", self.word("notes-references")?));
        html.line("<ul>");
        for (title, url) in &page.references {
            html.line(&format!("<li><a href=\"{}\">{}</a></li>", escaped(url), escaped(title)));
        }
        html.line("</ul>");
        Ok(html.out)
    }

    fn contents(&mut self, index: &NotesIndex) -> Outcome<String> {
        let mut html = Html { out: String::new(), page: "index", index, table: String::new() };
        html.line(&format!("<p>{}</p>", self.word("notes-lead")?));
        for (kind, title) in [
            (NoteKind::Topic, "notes-by-service"),
            (NoteKind::Comparison, "notes-comparisons"),
            (NoteKind::Guide, "notes-new"),
        ] {
            let entries: Vec<&NoteEntry> = index.pages.iter().filter(|entry| entry.kind == kind).collect();
            html.line(&format!("<h2>{}</h2>", self.word(title)?));
            html.entries(&entries);
        }
        Ok(html.out)
    }

    fn limits(&mut self, notes: &CompiledNotes) -> Outcome<String> {
        let names = ["limits-what", "limits-default", "limits-limit", "limits-topic"];
        let head = names.into_iter().map(|id| self.word(id)).collect::<Outcome<Vec<_>>>()?;
        let mut html = Html {
            out: String::new(),
            page: "limits",
            index: &notes.index,
            table: self.word("limits-title")?,
        };
        html.line(&format!("<p>{}</p>", self.word("limits-lead")?));
        html.open_table(head.iter().cloned());
        for row in &notes.limits {
            let Some(entry) = notes.index.at(row.page) else { continue };
            let [what, default, limit] = row.cells.each_ref().map(|cell| html.spans(cell));
            let topic = html.link(&format!("{}/{}", entry.name, row.anchor), &escaped(&entry.title));
            html.line(&format!(
                "<tr><th scope=\"row\">{what}</th><td>{default}</td><td>{limit}</td><td>{topic}</td></tr>"
            ));
        }
        html.line("</tbody></table></div>");
        Ok(html.out)
    }

    fn changes(&mut self, notes: &CompiledNotes) -> Outcome<String> {
        let [undated, corrected] =
            [self.word("notes-changed-undated")?, self.word("notes-changed-corrected")?];
        let mut html =
            Html { out: String::new(), page: "changes", index: &notes.index, table: String::new() };
        html.line(&format!("<p>{}</p>", self.word("notes-changed-lead")?));
        let mut before = None;
        for row in &notes.changes {
            let Some(entry) = notes.index.at(row.page) else { continue };
            let year = match row.since.as_str() {
                "corrected" => corrected.clone(),
                "" => undated.clone(),
                since => since.chars().take(4).collect(),
            };
            if before.as_ref() != Some(&year) {
                let end = if before.is_some() { "</ul>\n" } else { "" };
                html.line(&format!("{end}<h2>{year}</h2>\n<ul>"));
                before = Some(year);
            }
            let topic = html.link(&format!("{}/{}", entry.name, row.anchor), &escaped(&entry.title));
            let words = html.spans(&row.words);
            html.line(&format!("<li>{topic}: {words}</li>"));
        }
        if before.is_some() {
            html.line("</ul>");
        }
        Ok(html.out)
    }
}

/// The way from a page up to the folder of all pages.
fn up(name: &str) -> &'static str {
    if name.contains('/') { "../" } else { "" }
}

/// Text as HTML has it, in elements and in quoted attributes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

struct Html<'a> {
    out: String,
    page: &'a str,
    index: &'a NotesIndex,
    /// What a table is called for the ear.
    table: String,
}

impl Html<'_> {
    fn line(&mut self, html: &str) {
        let _ = writeln!(self.out, "{html}");
    }

    /// A link to a page of the guide, by its path in the app's addresses.
    fn link(&self, path: &str, words: &str) -> String {
        let (name, anchor) = match self.index.page(path) {
            Some(_) => (path, ""),
            None => path.rsplit_once('/').unwrap_or((path, "")),
        };
        let hash = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
        format!("<a href=\"{}{}.html{}\">{words}</a>", up(self.page), escaped(name), escaped(&hash))
    }

    fn entries(&mut self, entries: &[&NoteEntry]) {
        self.line("<ul>");
        for entry in entries {
            let link = self.link(&entry.name, &escaped(&entry.title));
            self.line(&format!("<li>{link}<br><span class=\"hint\">{}</span></li>", escaped(&entry.summary)));
        }
        self.line("</ul>");
    }

    fn spans(&self, spans: &[Span]) -> String {
        spans.iter().map(|span| self.span(span)).collect()
    }

    fn span(&self, span: &Span) -> String {
        let text = escaped(&span.text);
        match &span.style {
            Style::Plain => text,
            Style::Strong => format!("<strong>{text}</strong>"),
            Style::Emphasis => format!("<em>{text}</em>"),
            Style::Code => format!("<code>{text}</code>"),
            Style::Link(href) => format!("<a href=\"{}\">{text}</a>", escaped(href.as_str())),
            Style::Note(page) => self.link(page.as_str(), &text),
        }
    }

    fn block(&mut self, block: &NoteBlock) {
        let mut anchors = block.anchors.iter();
        let mut id = || {
            let anchor = anchors.next().filter(|anchor| !anchor.is_empty());
            anchor.map(|anchor| format!(" id=\"{}\"", escaped(anchor))).unwrap_or_default()
        };
        match &block.block {
            Block::Paragraph(spans) => {
                let html = format!("<p{}>{}</p>", id(), self.spans(spans));
                self.line(&html);
            }
            Block::List { ordered, items } => {
                let name = if *ordered { "ol" } else { "ul" };
                self.line(&format!("<{name}>"));
                for item in items {
                    let html = format!("<li{}>{}</li>", id(), self.spans(item));
                    self.line(&html);
                }
                self.line(&format!("</{name}>"));
            }
            Block::Table { header, rows } => {
                let head: Vec<String> = header.iter().map(|cell| self.spans(cell)).collect();
                self.open_table(head.into_iter());
                for row in rows {
                    let cells = row.iter().enumerate().map(|(place, cell)| match place {
                        0 => format!("<th scope=\"row\">{}</th>", self.spans(cell)),
                        _ => format!("<td>{}</td>", self.spans(cell)),
                    });
                    let html = format!("<tr{}>{}</tr>", id(), cells.collect::<String>());
                    self.line(&html);
                }
                self.line("</tbody></table></div>");
            }
            Block::Code { tokens, .. } => {
                let code: String = tokens.iter().map(|Token { text, .. }| escaped(text)).collect();
                self.line(&format!("<pre class=\"scroll\" tabindex=\"0\"><code>{code}</code></pre>"));
            }
            Block::Heading { spans, .. } => {
                let html = format!("<h3>{}</h3>", self.spans(spans));
                self.line(&html);
            }
        }
    }

    fn open_table(&mut self, head: impl Iterator<Item = String>) {
        // A corner that names nothing is no header.
        let cell = |words: String| {
            if words.is_empty() { "<td></td>".to_owned() } else { format!("<th scope=\"col\">{words}</th>") }
        };
        let head: String = head.map(cell).collect();
        let table = self.table.clone();
        self.line(&format!(
            "<div class=\"scroll\" role=\"group\" aria-label=\"{table}\" tabindex=\"0\"><table><thead><tr>{head}</tr></thead><tbody>"
        ));
    }
}

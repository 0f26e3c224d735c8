//! A page of the study guide, made for a phone: short blocks that an address can point to, tables that scroll.

use super::super::hint;
use super::{href, link, way_back};
use crate::app::Dispatch;
use crate::browser::moment;
use crate::components::{El, button_if, div, el, fold, line, outward, para, rich_block, table_box};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::notes::{NoteBlock, NoteSection};
use invigil_engine::rich_text::{Block, Span};
use invigil_engine::view::{NoteView, PageLink, StartBar};

pub(super) fn page(view: &NoteView, dispatch: &Dispatch) -> El {
    let page = &view.page;
    let title = el("h1").attr("id", "page-heading").attr("tabindex", "-1").words(page.title.clone());
    let section = |section: &NoteSection| self::section(view, section, dispatch);
    let (all, read) = page.facts;
    let references =
        page.references.iter().map(|(title, url)| el("li").add(outward(url.clone()).words(title.clone())));
    // A page of its own: scrolled and focused anew.
    div("article", "note rich")
        .key(&view.name)
        .add(way_back())
        .add(title)
        .add(block(&page.lead, view))
        .add(contents(view))
        .list(page.sections.iter().map(section).collect())
        .add(related(&view.related))
        .add(el("h2").text(text::NOTES_REFERENCES))
        .add(para(text::NOTES_REFERENCES_HINT).class("hint"))
        .add(div("ul", "references").list(references.collect()))
        .add(hint(text::notes_facts(all, read, &moment::date(page.checked))))
        .add(
            el("p")
                .class("notes-ways")
                .add(el("a").set("href", format!("notes/{}.html", view.name)).text(text::NOTES_AS_FILE)),
        )
        .add(beside(&view.beside))
}

fn contents(view: &NoteView) -> El {
    let entry = |section: &NoteSection| {
        let path = format!("{}/{}", view.name, section.anchor);
        el("li").key(&section.anchor).add(link(&PageLink { path, title: section.title.clone() }))
    };
    let list = el("ul").list(view.page.sections.iter().map(entry).collect());
    fold("fold contents", text::NOTES_CONTENTS.to_owned()).add(list)
}

fn section(view: &NoteView, section: &NoteSection, dispatch: &Dispatch) -> El {
    let title = here(el("h2"), &section.anchor, view).words(section.title.clone());
    let practise = || {
        let event = Event::PracticeStarted(section.anchor.clone());
        div("p", "practise")
            .add(button_if(
                dispatch,
                event,
                "button small",
                text::NOTES_PRACTISE,
                view.start == StartBar::Ready,
            ))
            .add(div("span", "hint").words(text::notes_practise_count(count(section.questions.len()))))
    };
    el("section")
        .key(&section.anchor)
        .add(title)
        .list(section.blocks.iter().map(|each| block(each, view)).collect())
        .add_if((!section.questions.is_empty()).then(practise))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A place that an address can name; the one that it does name is marked.
fn here(part: El, anchor: &str, view: &NoteView) -> El {
    if anchor.is_empty() {
        return part;
    }
    let named = view.anchor == anchor;
    part.set("id", anchor.to_owned()).attr("tabindex", "-1").attr_if(named, "data-here", "")
}

fn block(block: &NoteBlock, view: &NoteView) -> El {
    let mut anchors = block.anchors.iter();
    let mut part = |part: El| match anchors.next() {
        Some(anchor) => here(part, anchor, view),
        None => part,
    };
    match &block.block {
        Block::Paragraph(spans) => part(line("p", spans)),
        Block::List { ordered, items } => el(if *ordered { "ol" } else { "ul" })
            .list(items.iter().map(|item| part(line("li", item))).collect()),
        Block::Table { header, rows } => {
            let head = header.iter().map(|cell| line("th", cell).attr("scope", "col")).collect();
            let row = |cells: &Vec<Vec<Span>>| {
                let cell = |(place, cell): (usize, &Vec<Span>)| {
                    if place == 0 { line("th", cell).attr("scope", "row") } else { line("td", cell) }
                };
                part(el("tr")).list(cells.iter().enumerate().map(cell).collect())
            };
            let body = el("tbody").list(rows.iter().map(row).collect());
            table_box().add(el("table").add(el("thead").add(el("tr").list(head))).add(body))
        }
        other => rich_block(other),
    }
}

fn related(pages: &[PageLink]) -> El {
    let line = |page: &PageLink| el("li").key(&page.path).add(link(page));
    el("section")
        .hidden(pages.is_empty())
        .add(el("h2").text(text::NOTES_RELATED))
        .add(div("ul", "notes-chips").list(pages.iter().map(line).collect()))
}

fn beside([before, next]: &[Option<PageLink>; 2]) -> El {
    let way = |page: &Option<PageLink>, class: &'static str, words: &'static str| {
        let told = |page: &PageLink| {
            let link = el("a").class(class).set("href", href(&page.path));
            link.add(div("span", "hint").text(words)).text(" ").words(page.title.clone())
        };
        page.as_ref().map(told)
    };
    div("nav", "notes-beside")
        .attr("aria-label", text::NOTES_BESIDE)
        .add_if(way(before, "before", text::NOTES_BEFORE))
        .add_if(way(next, "next", text::NOTES_NEXT))
}

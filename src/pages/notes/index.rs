//! What there is to read: by domain, by service, what is told apart, what is new.

use super::super::{heading, hint, sheet};
use super::href;
use crate::components::{El, div, el, fold, para};
use crate::text;
use invigil_engine::notes::{Domains, NoteEntry, NoteKind, NotesIndex};

pub(super) fn index(guide: &NotesIndex) -> El {
    let ways = div("ul", "notes-doors").list(vec![
        door("search", text::NOTES_SEARCH, text::NOTES_SEARCH_HINT),
        door("limits", text::NOTES_LIMITS, text::NOTES_LIMITS_HINT),
        door("changes", text::NOTES_CHANGES, text::NOTES_CHANGES_HINT),
    ]);
    sheet("notes", "notes")
        .add(heading(text::NOTES_TITLE))
        .add(para(text::NOTES_LEAD))
        .add(ways)
        .list(
            guide
                .guides
                .iter()
                .rev()
                .enumerate()
                .map(|(place, guide_of)| domains(guide, guide_of, place == 0))
                .collect(),
        )
        .add(services(guide))
        .add(of_kind(
            guide,
            NoteKind::Comparison,
            text::NOTES_COMPARISONS,
            Some(text::NOTES_COMPARISONS_LEAD),
        ))
        .add(of_kind(guide, NoteKind::Guide, text::NOTES_NEW, None))
}

fn door(path: &str, name: &'static str, words: &'static str) -> El {
    let link =
        el("a").set("href", href(path)).add(el("strong").text(name)).add(div("span", "hint").text(words));
    el("li").key(path).add(link)
}

/// The topics of each domain of an exam guide; open for the newest guide.
fn domains(guide: &NotesIndex, (title, domains): &(String, Domains), open: bool) -> El {
    let domain = |(name, pages): &(String, Vec<u16>)| {
        let links = pages.iter().filter_map(|place| guide.at(*place)).map(named).collect();
        el("section").key(name).add(el("h2").words(name.clone())).add(div("ul", "notes-chips").list(links))
    };
    fold("fold", format!("{}: {title}", text::NOTES_BY_DOMAIN))
        .key(title)
        .attr_if(open, "open", "")
        .list(domains.iter().map(domain).collect())
}

fn named(entry: &NoteEntry) -> El {
    el("li").key(&entry.name).add(el("a").set("href", href(&entry.name)).words(entry.title.clone()))
}

/// All services by name, each with the page that tells of it.
fn services(guide: &NotesIndex) -> El {
    let line = |entry: &NoteEntry| {
        let also = entry
            .services
            .iter()
            .filter(|name| **name != entry.title)
            .cloned()
            .collect::<Vec<_>>()
            .join(", ");
        el("li")
            .key(&entry.name)
            .add(el("a").set("href", href(&entry.name)).words(entry.title.clone()))
            .add_if((!also.is_empty()).then(|| div("span", "hint").words(also)))
            .add(hint(entry.summary.clone()))
    };
    let topics = guide.pages.iter().filter(|entry| entry.kind == NoteKind::Topic);
    let list = div("ul", "notes-list").list(topics.map(line).collect());
    el("section").add(el("h2").text(text::NOTES_BY_SERVICE)).add(list)
}

fn of_kind(guide: &NotesIndex, kind: NoteKind, title: &'static str, lead: Option<&'static str>) -> El {
    let line = |entry: &NoteEntry| named(entry).add(hint(entry.summary.clone()));
    let pages: Vec<El> = guide.pages.iter().filter(|entry| entry.kind == kind).map(line).collect();
    el("section")
        .hidden(pages.is_empty())
        .add(el("h2").text(title))
        .add_if(lead.map(para))
        .add(div("ul", "notes-list").list(pages))
}

//! The study guide: what there is to read, a page, all limits, all changes, the search.

mod index;
mod page;
mod search;
mod tables;

use super::{heading, sheet};
use crate::app::Dispatch;
use crate::components::{El, el, link_button, para};
use crate::text;
use invigil_engine::route::Route;
use invigil_engine::view::{NotesView, PageLink};

/// A page of the study guide.
pub(crate) fn notes(view: &NotesView, dispatch: &Dispatch) -> El {
    match view {
        NotesView::Index(guide) => index::index(guide),
        NotesView::Page(view) => page::page(view, dispatch),
        NotesView::Limits(view) => tables::limits(view, dispatch),
        NotesView::Changes(rows) => tables::changes(rows),
        NotesView::Search(view) => search::search(view, dispatch),
        NotesView::Nowhere => absent(text::NOTES_NOWHERE),
        NotesView::NoGuide => absent(text::NOTES_NONE),
        NotesView::Missing => absent(text::NOTES_MISSING),
    }
}

fn absent(words: &'static str) -> El {
    let back = link_button(href(""), "button", text::NOTES_ALL);
    sheet("notes", "notes").add(heading(text::NOTES_TITLE)).add(para(words)).add(el("p").add(back))
}

/// The address of a page of the guide.
fn href(path: &str) -> String {
    Route::Notes(path.to_owned()).to_string()
}

/// A link to a page by its title.
fn link(page: &PageLink) -> El {
    el("a").set("href", href(&page.path)).words(page.title.clone())
}

/// The way back to what there is to read, above a page.
fn way_back() -> El {
    let link = |path: &str, name: &'static str| el("a").set("href", href(path)).text(name);
    el("p")
        .class("notes-ways")
        .add(link("", text::NOTES_ALL))
        .text(" · ")
        .add(link("search", text::NOTES_SEARCH))
}

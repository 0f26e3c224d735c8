//! The search: over the pages, and over the questions that were seen.

use super::super::{heading, sheet};
use super::{href, link, way_back};
use crate::app::Dispatch;
use crate::components::{El, div, el, field_of, fold, para, rich};
use crate::text;
use invigil_engine::app::{Event, Finder};
use invigil_engine::view::{FoundPage, FoundQuestion, SearchView};
use yew::Callback;

pub(super) fn search(view: &SearchView, dispatch: &Dispatch) -> El {
    let typing = dispatch.clone();
    let typed = Callback::from(move |event: yew::InputEvent| {
        if let Some(field) = field_of(&event) {
            typing.emit(Event::SearchTyped(field.value()));
        }
    });
    let field = div("input", "field search-field")
        .attr("id", "search")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .value(view.query.clone())
        .typed(typed);
    let empty = view.query.trim().is_empty();
    let state = match view.finder {
        Finder::Failed => text::SEARCH_FAILED.to_owned(),
        _ if empty => String::new(),
        Finder::Idle | Finder::Loading => text::SEARCH_LOADING.to_owned(),
        Finder::Ready if !view.answered => String::new(),
        Finder::Ready if view.pages.is_empty() && view.questions.is_empty() => {
            text::search_nothing(view.query.trim())
        }
        Finder::Ready => text::search_count(u32::try_from(view.pages.len()).unwrap_or(u32::MAX)),
    };
    let questions = el("section")
        .hidden(view.questions.is_empty())
        .add(el("h2").text(text::SEARCH_QUESTIONS))
        .list(view.questions.iter().map(question).collect());
    sheet("search-page", "notes")
        .add(way_back())
        .add(heading(text::SEARCH_TITLE))
        .add(
            div("form", "search-form")
                .attr("role", "search")
                .add(div("label", "visually-hidden").attr("for", "search").text(text::SEARCH_FIELD))
                .add(field)
                .submitted(Callback::from(|event: yew::SubmitEvent| event.prevent_default())),
        )
        .add(para(text::SEARCH_HINT).class("hint"))
        .add(div("p", "hint").attr("role", "status").words(state))
        .add(div("ol", "found").list(view.pages.iter().map(page).collect()))
        .add(questions)
}

fn page(found: &FoundPage) -> El {
    let piece = |line: El, (words, wanted): &(String, bool)| {
        if *wanted { line.add(el("mark").words(words.clone())) } else { line.words(words.clone()) }
    };
    let snippet = found.snippet.iter().fold(div("p", "snippet"), piece);
    let part =
        (!found.heading.is_empty()).then(|| div("span", "hint").text(" · ").words(found.heading.clone()));
    el("li")
        .key(&found.link.path)
        .add(el("p").class("found-head").add(link(&found.link)).add_if(part))
        .add(snippet)
}

/// A question that was seen, with its key and its takeaway.
fn question(found: &FoundQuestion) -> El {
    let (question, reasons) = &*found.content;
    let words = question.stem.words();
    let short: String = words.chars().take(120).collect();
    let right = question.options.iter().filter(|option| option.correct);
    let keys = right.map(|option| el("li").add(rich(&option.text))).collect();
    let path = format!("question/{}", found.number.0);
    let teaches = || el("p").add(el("a").set("href", href(&path)).text(text::SEARCH_QUESTION_TEACHES));
    fold("fold", if short.len() < words.len() { short + "…" } else { short })
        .key(&found.number.0.to_string())
        .add(rich(&question.stem))
        .add(el("h3").text(text::KEY))
        .add(div("ul", "keys").list(keys))
        .add(el("h3").text(text::TAKEAWAY))
        .add(rich(&reasons.takeaway))
        .add_if(found.taught.then(teaches))
}

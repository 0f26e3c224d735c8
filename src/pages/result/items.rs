//! Question by question: which are shown, and the reasons of those that are open.

use super::super::objection::objection;
use super::super::reasons::reasons;
use super::{hint, part};
use crate::app::Dispatch;
use crate::components::{El, button, button_if, div, el, rich, row, select};
use crate::text;
use invigil_engine::app::{Event, Filter};
use invigil_engine::ids::Position;
use invigil_engine::view::{Bookmark, ResultItem, ResultView, Sharing};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlDetailsElement;
use yew::Callback;

/// The questions, all or some of them.
pub(super) fn items(view: &ResultView, dispatch: &Dispatch) -> El {
    let choice = |(filter, count): &(Filter, usize)| {
        div("button", "button small")
            .attr("type", "button")
            .attr("aria-pressed", if view.filter == *filter { "true" } else { "false" })
            .on_click(dispatch, Event::FilterChosen(*filter))
            .words(text::counted(filter_name(*filter), *count))
    };
    let filters = row(view.filters.iter().map(choice).collect());
    // What one bookmarks or objects to is a question of the bank, in a result of one's own.
    let own = matches!(view.sharing, Sharing::ByLink | Sharing::Sealed);
    let list = view.items.iter().map(|item| self::item(item, own, dispatch)).collect();
    // On paper and for who searches in the page: closed reasons are not in the document.
    let closed: Vec<Position> =
        view.items.iter().filter(|item| !item.open).map(|item| item.position).collect();
    let left_out = div("p", "hint on-paper").hidden(closed.is_empty()).text(text::PRINT_LEFT_OUT);
    let open_all = button_if(
        dispatch,
        Event::AllReasonsOpened(closed.clone()),
        "button small",
        text::OPEN_ALL,
        !closed.is_empty(),
    );
    part("items", "items-title", text::ITEMS_TITLE)
        .add(filters.attr("role", "group").attr("aria-label", text::FILTER_LABEL))
        .add_if((view.domains.len() > 1).then(|| domain_choice(view, dispatch)))
        .add(row(vec![open_all]))
        .add(left_out)
        .add(hint(text::none_here(view.filter).to_owned()).hidden(!view.items.is_empty()))
        .add(div("div", "item-list").list(list))
}

fn filter_name(filter: Filter) -> &'static str {
    match filter {
        Filter::All => text::FILTER_ALL,
        Filter::Wrong => text::FILTER_WRONG,
        Filter::Flagged => text::FILTER_FLAGGED,
        Filter::Unscored => text::FILTER_UNSCORED,
        Filter::Changed => text::FILTER_CHANGED,
        Filter::Noted => text::FILTER_NOTED,
    }
}

/// Of which domain the questions are shown.
fn domain_choice(view: &ResultView, dispatch: &Dispatch) -> El {
    let mut choices = vec![(String::new(), text::ALL_DOMAINS.to_owned(), view.domain.is_none())];
    choices.extend(
        view.domains.iter().map(|domain| {
            (domain.place.to_string(), domain.title.clone(), view.domain == Some(domain.place))
        }),
    );
    let dispatch = dispatch.clone();
    let chosen = Callback::from(move |value: String| dispatch.emit(Event::DomainChosen(value.parse().ok())));
    // Another attempt has a field of its own, as it was never touched.
    select("domain", text::FILTER_DOMAIN, choices, chosen).key(view.id.as_str())
}

/// A question: its line, and, once opened, its reasons; they are made only then.
fn item(item: &ResultItem, own: bool, dispatch: &Dispatch) -> El {
    let (again, dispatch, position) = (dispatch, dispatch.clone(), item.position);
    let toggled = Callback::from(move |event: web_sys::Event| {
        let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
        if details.is_some_and(|details| details.open()) {
            dispatch.emit(Event::ReasonsOpened(position));
        }
    });
    let (state, class) = if item.right {
        (text::RIGHT, "mark mark-right")
    } else if item.chosen.is_empty() {
        (text::UNANSWERED, "mark mark-wrong")
    } else {
        (text::WRONG, "mark mark-wrong")
    };
    let mut tags = Vec::new();
    if item.flagged {
        tags.push(div("span", "tag").text(text::FLAGGED));
    }
    if item.old_key.is_some() {
        tags.push(div("span", "tag").text(text::KEY_CORRECTED));
    }
    if let Some(change) = item.changed {
        tags.push(div("span", "tag").text(text::change(change)));
    }
    if let Some(sure) = item.confidence {
        tags.push(div("span", "tag").text(text::sure(sure)));
    }
    if !item.item.scored {
        tags.push(div("span", "tag").text(text::NOT_COUNTED));
    }
    tags.push(div("span", "item-time").words(text::duration(item.spent)));
    let line = el("summary")
        .add(div("span", "item-number").words(text::figures(position.ordinal())))
        .add(div("span", class).text(state))
        .add(div("span", "item-topic").words(item.item.topic.title.clone()))
        .add(div("span", "item-tags").list(tags));
    div("details", "item")
        .key(&position.0.to_string())
        .attr_if(item.open, "open", "")
        .toggled(toggled)
        .add(line)
        .add(div("div", "item-body").list(if item.open { body(item, own, again) } else { Vec::new() }))
}

/// The question with the learner's note, its reasons, and a place to object.
fn body(item: &ResultItem, own: bool, dispatch: &Dispatch) -> Vec<El> {
    let corrected = item.old_key.map(|_| div("p", "notice").text(text::KEY_CORRECTED_WHY));
    let mut parts = vec![div("div", "stem").add(rich(&item.item.question.stem)).add_if(corrected)];
    if !item.note.is_empty() {
        let title = el("h3").text(text::OWN_NOTE);
        parts.push(div("div", "takeaway").add(title).add(div("p", "own-note").words(item.note.to_string())));
    }
    parts.extend(reasons(item));
    if !own {
        return parts;
    }
    let set = item.bookmark == Bookmark::Set;
    let bookmark = button(dispatch, Event::Bookmarked(item.position), "button small", text::BOOKMARK);
    parts.push(row(vec![bookmark.attr("aria-pressed", if set { "true" } else { "false" })]));
    parts.push(objection(item, dispatch));
    parts
}

//! The document around the app: title, theme, focus.

use invigil_engine::view::Work;
use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, HtmlElement};

/// The document.
pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element that the app lives in.
pub(crate) fn app_root() -> Option<Element> {
    document()?.get_element_by_id("app")
}

fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}

/// Names the page, for the tab and for who hears it.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Lights the page, and dresses it.
pub(crate) fn apply_theme(mark: &str) {
    set_mark("theme", Some(mark));
}

/// Tells the start script that an exam runs: then no other tab may change the release under it.
/// Against the clock, it also keeps the screen on.
pub(crate) fn mark_exam(work: Work) {
    let mark = match work {
        Work::None => None,
        Work::Untimed => Some("untimed"),
        Work::Timed => Some("timed"),
    };
    set_mark("exam", mark);
}

fn set_mark(name: &str, value: Option<&str>) {
    let Some(root) = root() else { return };
    match value {
        // The names are ours, so they are valid.
        Some(value) => drop(root.dataset().set(name, value)),
        None => root.dataset().delete(name),
    }
}

/// What the start script has told by a mark on the document.
pub(crate) fn mark(name: &str) -> Option<String> {
    root()?.dataset().get(name)
}

/// Puts the focus on an element, and brings it into view below the bars; tells whether it is there.
pub(crate) fn focus(id: &str) -> bool {
    let found = document().and_then(|document| document.get_element_by_id(id));
    let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    // Focus is refused only to what is hidden.
    let _ = element.focus();
    true
}

/// Goes to the top of the page.
pub(crate) fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Fills an element with a text, gives it a name for the ear, and marks it.
pub(crate) fn fill(id: &str, words: &str, spoken: &str, marked: bool) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    if element.text_content().as_deref() != Some(words) {
        element.set_text_content(Some(words));
        // Attribute and class names are ours, so they are valid.
        let _ = element.set_attribute("aria-label", spoken);
        let _ = element.class_list().toggle_with_force("clock-low", marked);
    }
}

//! The document around the app: title, theme, focus.

use invigil_engine::view::Work;
use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, HtmlElement, HtmlTextAreaElement};

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

/// Whether the document has an element of this id.
pub(crate) fn has(id: &str) -> bool {
    document().and_then(|document| document.get_element_by_id(id)).is_some()
}

/// Puts the focus on an element, opens the fold that it is in, and brings it into view below the bars; tells whether it is
/// there.
pub(crate) fn focus(id: &str) -> bool {
    let found = document().and_then(|document| document.get_element_by_id(id));
    let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    if let Ok(Some(fold)) = element.closest("details") {
        // The name is ours, so it is valid.
        let _ = fold.set_attribute("open", "");
    }
    // Focus is refused only to what is hidden.
    let _ = element.focus();
    true
}

/// Selects lines of a text that is being written, from 1, and brings them into view.
pub(crate) fn select_lines(id: &str, first: u32, count: u32) {
    let found = document().and_then(|document| document.get_element_by_id(id));
    let Some(field) = found.and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return;
    };
    let text = field.value();
    // A text field counts in units of UTF-16.
    let length = |line: &str| u32::try_from(line.encode_utf16().count()).unwrap_or(0);
    let (mut start, mut end, mut at, mut last) = (0, 0, 0, 0);
    for (number, line) in (1_u32..).zip(text.split('\n')) {
        if number == first {
            start = at;
        }
        at += length(line);
        if number >= first && number < first + count.max(1) {
            end = at;
        }
        at += 1;
        last = number;
    }
    // Where it is among all lines is where the field scrolls to.
    let far = field.scroll_height() * i32::try_from(first.saturating_sub(2)).unwrap_or(0);
    // A field that is shown takes both.
    let _ = field.focus();
    let _ = field.set_selection_range(start, end);
    field.set_scroll_top(far / i32::try_from(last.max(1)).unwrap_or(1));
}

/// How far the page is scrolled.
pub(crate) fn scrolled() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// Scrolls the page so far.
pub(crate) fn scroll_to(far: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, far);
    }
}

/// Whether another app shows the page inside its own window, by what it calls itself: there the storage is not the
/// browser's.
pub(crate) fn is_inside_app() -> bool {
    const APPS: &str = r"FBAN|FBAV|Instagram|Line/|LinkedInApp|TikTok|musical_ly|Bytedance|MicroMessenger|Snapchat|Pinterest|; wv\)";
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default();
    // The browser's own search: that of the standard library weighs as much as a page.
    js_sys::RegExp::new(APPS, "").test(&agent)
}

/// Has the page printed, or saved as a PDF.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        // A browser without a printer answers nothing.
        let _ = window.print();
    }
}

/// Whether an element has no words yet.
pub(crate) fn is_empty(id: &str) -> bool {
    let found = document().and_then(|document| document.get_element_by_id(id));
    found.is_some_and(|element| !element.has_child_nodes())
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

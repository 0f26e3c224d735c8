//! The keys: what each one does; `text::KEYS` names them. Single keys do nothing while typing, with a modifier,
//! while held down, in a dialog, or when the learner has turned them off.

use invigil_engine::app::Event;
use invigil_engine::ids::Position;
use invigil_engine::view::{PageView, SittingView, View};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};

/// A key that means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// The option at this place of those shown, from 0.
    Option(usize),
    /// The next question.
    Next,
    /// The previous question.
    Previous,
    /// Flag, or unflag.
    Flag,
    /// The review page.
    Review,
}

/// What a key press means; none while typing, with a modifier, or while a key is held down.
pub(crate) fn pressed(event: &KeyboardEvent) -> Option<Key> {
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    if modified || event.is_composing() || event.repeat() || types(event) {
        return None;
    }
    match event.key().as_str() {
        "n" | "N" => Some(Key::Next),
        "p" | "P" => Some(Key::Previous),
        "f" | "F" => Some(Key::Flag),
        "r" | "R" => Some(Key::Review),
        digit => digit.parse::<usize>().ok().filter(|n| (1..=6).contains(n)).map(|n| Key::Option(n - 1)),
    }
}

/// Whether the key goes into a field, a list or a dialog.
fn types(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let field = "textarea, select, dialog, [contenteditable], input:not([type=radio]):not([type=checkbox])";
    target.is_some_and(|element| element.closest(field).ok().flatten().is_some())
}

/// What a key does on the page shown.
pub(crate) fn event(key: Key, view: &View) -> Option<Event> {
    if view.frame.keys_off || view.frame.dialog.is_some() {
        return None;
    }
    match &view.page {
        PageView::Sitting(sitting) => at_question(key, sitting),
        _ => None,
    }
}

fn at_question(key: Key, sitting: &SittingView) -> Option<Event> {
    let question = &sitting.question;
    let Position(here) = question.position;
    match key {
        Key::Option(place) => question.item.order.get(place).copied().map(Event::OptionChosen),
        Key::Next if u32::from(here) + 1 < question.of => Some(Event::QuestionOpened(Position(here + 1))),
        Key::Next | Key::Review => Some(Event::ReviewOpened),
        Key::Previous => here.checked_sub(1).map(|before| Event::QuestionOpened(Position(before))),
        Key::Flag => Some(Event::FlagToggled),
    }
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests;

//! Key presses that may mean something. What each key does is the engine's table, `invigil_engine::keys`.
//!
//! Single keys do nothing while typing, with a modifier, while held down, or in a dialog.

use js_sys::JsString;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};

/// The key that was pressed, by its sign; none while typing, with a modifier, while a key is held down, and of keys that
/// give no sign.
pub(crate) fn pressed(event: &KeyboardEvent) -> Option<String> {
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    if modified || event.is_composing() || event.repeat() || types(event) {
        return None;
    }
    let key = sign(event);
    let mut signs = key.chars();
    let single = signs.next().is_some_and(|sign| sign != ' ') && signs.next().is_none();
    single.then_some(key)
}

/// What browsers call the key; letters are small ones, of any script.
pub(crate) fn sign(event: &KeyboardEvent) -> String {
    let key = event.key();
    if key.is_ascii() { key } else { String::from(JsString::from(key).to_lower_case()) }
}

/// Whether the key goes into a field, a list or a dialog.
fn types(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let field = "textarea, select, dialog, [contenteditable], input:not([type=radio]):not([type=checkbox])";
    target.is_some_and(|element| element.closest(field).ok().flatten().is_some())
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests;

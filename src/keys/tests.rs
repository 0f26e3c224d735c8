//! Presses in a document: which of them reach the engine.

use super::pressed;
use crate::components::{div, el};
use crate::testing::{Place, press};
use gloo::events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, KeyboardEvent};

/// What a press on an element is to the app, which listens at the document.
fn heard(target: &Element, key: &str, modifiers: &[&str]) -> Option<String> {
    let heard = Rc::new(RefCell::new(None));
    let keeping = Rc::clone(&heard);
    let document = web_sys::window().unwrap().document().unwrap();
    let _listener = EventListener::new(&document, "keydown", move |event| {
        *keeping.borrow_mut() = Some(event.dyn_ref::<KeyboardEvent>().and_then(pressed));
    });
    press(target, key, modifiers);
    heard.take().expect("the press reaches the document")
}

/// A place with everything that a key may be pressed in.
async fn places() -> Place {
    let field = |kind: &'static str| el("input").attr("type", kind).attr("id", kind);
    let dialog = div("dialog", "dialog").attr("open", "").add(el("button").attr("id", "in-dialog"));
    let free = el("div").attr("contenteditable", "true").add(el("b").attr("id", "in-editable"));
    Place::of(
        el("div")
            .list(["text", "search", "date", "number", "file", "radio", "checkbox"].map(field).into())
            .add(el("textarea").attr("id", "textarea"))
            .add(el("select").attr("id", "select"))
            .add(el("button").attr("id", "button"))
            .add(el("p").attr("id", "paragraph"))
            .add(free)
            .add(dialog),
    )
    .await
}

#[wasm_bindgen_test]
async fn a_key_means_nothing_where_it_is_typed() {
    let place = places().await;
    let check = |id: &str, acts: bool| {
        let target = place.one::<Element>(&format!("#{id}"));
        for key in ["n", "1", "?"] {
            assert_eq!(heard(&target, key, &[]), acts.then(|| key.to_owned()), "{id}");
        }
    };
    for typed_in in
        ["text", "search", "date", "number", "file", "textarea", "select", "in-editable", "in-dialog"]
    {
        check(typed_in, false);
    }
    for free in ["radio", "checkbox", "button", "paragraph"] {
        check(free, true);
    }
}

#[wasm_bindgen_test]
async fn a_key_with_a_modifier_is_the_browsers() {
    let place = Place::of(el("p")).await;
    let target = place.one("p");
    for modifiers in [&["ctrl"][..], &["alt"], &["meta"], &["composing"], &["repeat"], &["ctrl", "shift"]] {
        for key in ["n", "p", "f", "r", "1"] {
            assert_eq!(heard(&target, key, modifiers), None, "{modifiers:?} {key}");
        }
    }
    assert_eq!(heard(&target, "N", &["shift"]).as_deref(), Some("N"), "a capital is no modifier");
}

#[wasm_bindgen_test]
async fn keys_that_give_no_sign_are_never_ours() {
    let place = Place::of(el("p")).await;
    let target = place.one("p");
    for key in [" ", "Enter", "Tab", "Escape", "ArrowDown", "ArrowRight", "F1", "Dead", "Process", ""] {
        assert_eq!(heard(&target, key, &[]), None, "{key}");
    }
}

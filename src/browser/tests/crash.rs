//! The crash hook: a real panic, and what the start script is told of it.

use crate::browser::crash::report;
use gloo::events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const WORDS: &str = "a panic on purpose";

fn fail() {
    panic!("{WORDS}");
}

#[wasm_bindgen_test]
fn a_panic_tells_the_start_script_what_and_where() {
    assert!(!std::thread::panicking(), "another test panicked before this one; mend that one first");
    // The hook cannot be set back after a panic, so that of the tests goes on for all other panics.
    let others = std::panic::take_hook();
    yew::set_custom_panic_hook(Box::new(move |info| {
        if info.payload_as_str() == Some(WORDS) { report(info) } else { others(info) }
    }));
    let told = Rc::new(RefCell::new(Vec::new()));
    let telling = Rc::clone(&told);
    let window = web_sys::window().unwrap();
    let _listener = EventListener::new(&window, "invigil:crash", move |event| {
        let detail = event.unchecked_ref::<web_sys::CustomEvent>().detail();
        telling.borrow_mut().push(detail.as_string().unwrap());
    });

    let fails = Closure::once_into_js(fail);
    let trap = fails.unchecked_ref::<js_sys::Function>().call0(&JsValue::NULL);

    assert!(trap.is_err(), "the panic ends the call");
    let told = told.borrow();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains(WORDS), "what: {}", told[0]);
    assert!(told[0].contains("crash.rs"), "where: {}", told[0]);
}

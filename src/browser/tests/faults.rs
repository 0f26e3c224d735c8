//! What the browser throws, as the faults that the learner is told.

use crate::browser::local::fault;
use invigil_engine::store::StorageFault;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::DomException;

#[track_caller]
fn check(name: &str, expected: StorageFault) {
    let thrown = DomException::new_with_message_and_name("a message", name).unwrap();
    assert_eq!(fault(&thrown), expected, "{name}");
}

#[wasm_bindgen_test]
fn a_name_tells_the_fault() {
    check("QuotaExceededError", StorageFault::Full);
    check("SecurityError", StorageFault::Denied);
    check("InvalidStateError", StorageFault::Denied);
    check("NotAllowedError", StorageFault::Denied);
    check("UnknownError", StorageFault::Broken);
    check("AbortError", StorageFault::Broken);
    check("DataError", StorageFault::Broken);
    check("", StorageFault::Broken);
}

#[wasm_bindgen_test]
fn what_is_no_exception_of_the_browser_is_a_broken_storage() {
    let named = js_sys::Error::new("full");
    named.set_name("QuotaExceededError");
    for thrown in [JsValue::UNDEFINED, JsValue::NULL, "QuotaExceededError".into(), 7.into(), named.into()] {
        assert_eq!(fault(&thrown), StorageFault::Broken, "{thrown:?}");
    }
}

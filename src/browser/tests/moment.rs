//! The moment of an event.

use crate::browser::moment::now;
use std::collections::BTreeSet;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn random_bits_are_given_once() {
    // More than the browser is asked for at a time.
    let given: BTreeSet<u64> = (0..200).map(|_| now().entropy).collect();
    assert_eq!(given.len(), 200);
    assert!(!given.contains(&0));
}

#[wasm_bindgen_test]
fn the_clocks_go_forward() {
    let before = now();
    let after = now();
    assert!(after.monotonic >= before.monotonic && after.now >= before.now);
}

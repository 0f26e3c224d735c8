//! What the repository itself holds: its schemas, and the banks that it ships.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken assumption in a test is a failed test"
)]

use invigil_bank::{compile, schemas};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn questions() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../questions")
}

#[test]
fn the_schemas_are_those_of_the_types() {
    for schema in schemas() {
        let stored = std::fs::read_to_string(questions().join(&schema.path)).unwrap_or_default();
        let value = |text: &str| serde_json::from_str::<Value>(text).ok();
        // Values, not bytes: the order of keys in a schema says nothing.
        assert_eq!(value(&stored), value(&schema.text), "{}: run `cargo xtask bank schema`", schema.path);
    }
}

#[test]
fn the_banks_have_no_errors() {
    let compiled = compile(&questions());
    let errors: Vec<String> =
        compiled.diagnostics.iter().filter(|found| found.is_error()).map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    assert!(compiled.outputs.len() > 3);
}

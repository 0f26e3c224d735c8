//! A copy of the fixture bank in a folder of its own, to be changed and checked.

#![allow(dead_code, reason = "each test file uses what it needs")]

use invigil_bank::{Diagnostic, compile};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// The file of the topic that most rules are tried on.
pub(crate) const QUEUES: &str = "tiny/topics/queues.json";

pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("bank-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixture"), &folder);
        Self(folder)
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap()
    }

    pub(crate) fn write(&self, file: &str, text: &str) {
        fs::write(self.0.join(file), text).unwrap();
    }

    /// Replaces what must be there, exactly once.
    pub(crate) fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert_eq!(text.matches(from).count(), 1, "{from} in {file}");
        self.write(file, &text.replace(from, to));
    }

    /// Sets the value at a JSON pointer; null takes the field away, and `/-` appends to a list.
    pub(crate) fn set(&self, file: &str, pointer: &str, value: Value) {
        let mut root: Value = serde_json::from_str(&self.read(file)).unwrap();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        match root.pointer_mut(parent).unwrap_or_else(|| panic!("no {parent} in {file}")) {
            Value::Object(fields) if value.is_null() => {
                fields.remove(key).unwrap();
            }
            Value::Object(fields) => {
                fields.insert(key.to_owned(), value);
            }
            Value::Array(items) if key == "-" => items.push(value),
            Value::Array(items) if value.is_null() => {
                items.remove(key.parse().unwrap());
            }
            Value::Array(items) => items[key.parse::<usize>().unwrap()] = value,
            other => panic!("{other} has no parts"),
        }
        self.write(file, &serde_json::to_string_pretty(&root).unwrap());
    }

    pub(crate) fn diagnostics(&self) -> Vec<Diagnostic> {
        compile(&self.0).diagnostics
    }

    /// The codes found, each once, in order; how a file is laid out is no matter of these tests.
    pub(crate) fn codes(&self) -> Vec<&'static str> {
        let mut codes: Vec<&str> = self.diagnostics().iter().map(|found| found.code).collect();
        codes.retain(|code| *code != "W-layout");
        codes.sort_unstable();
        codes.dedup();
        codes
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Sets values in a file of the fixture and compares the codes found.
#[track_caller]
pub(crate) fn check_in(file: &str, edits: &[(&str, Value)], expected: &[&str]) {
    let folder = Folder::new();
    for (pointer, value) in edits {
        folder.set(file, pointer, value.clone());
    }
    assert_eq!(folder.codes(), expected, "{file} {edits:?}: {:?}", folder.diagnostics());
}

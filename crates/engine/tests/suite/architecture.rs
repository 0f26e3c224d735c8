//! Rules of the architecture that no compiler checks, held against the text of the sources.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// All files of a folder that end so, with their text.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(here) = folders.pop() {
        for entry in fs::read_dir(&here).unwrap_or_else(|error| panic!("{}: {error}", here.display())) {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root()).unwrap().display().to_string();
            if path.is_dir() {
                folders.push(path);
            } else if name.ends_with(ending) {
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "{folder} has files that end in {ending}");
    found
}

/// The lines of a source that ship: no comment, and nothing from the test module on.
fn shipped(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let numbered = code.lines().enumerate().map(|(place, line)| (place + 1, line));
    numbered.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// Whether a source is of the app, and not of its tests.
fn ships(name: &str) -> bool {
    !name.contains("/tests/") && !name.ends_with("/tests.rs") && !name.ends_with("/testing.rs")
}

/// Nothing that ships in these folders has any of these words.
#[track_caller]
fn check_absent(folders: &[&str], words: &[&str]) {
    let sources: Vec<_> = folders.iter().flat_map(|folder| files(folder, ".rs")).collect();
    for (name, text) in sources.iter().filter(|(name, _)| ships(name)) {
        for (line, code) in shipped(text) {
            let found = words.iter().find(|word| code.contains(**word));
            assert_eq!(found, None, "{name}:{line}: {code}");
        }
    }
}

/// The crates that a manifest names in a section.
fn dependencies(manifest: &str, section: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(manifest)).unwrap();
    let heading = format!("[{section}]");
    let lines = text.lines().skip_while(|line| line.trim() != heading).skip(1);
    let named = lines.take_while(|line| !line.starts_with('['));
    named
        .filter(|line| !line.starts_with(['#', ' ', ']', '}']) && line.contains('='))
        .filter_map(|line| line.split(['.', '=', ' ']).next().map(str::to_owned))
        .collect()
}

#[test]
fn the_engine_names_no_crate_of_a_browser_a_clock_or_the_operating_system() {
    let allowed = ["base64ct", "rand", "serde", "siphasher"];
    let mut named = dependencies("crates/engine/Cargo.toml", "dependencies");
    named.sort();
    assert_eq!(named, allowed);
    let text = fs::read_to_string(root().join("crates/engine/Cargo.toml")).unwrap();
    let sections: Vec<&str> = text.lines().filter(|line| line.starts_with('[')).collect();
    assert_eq!(sections, ["[package]", "[dependencies]", "[dev-dependencies]", "[lints]"], "no other way in");
}

#[test]
fn the_random_generator_cannot_ask_the_operating_system() {
    let text = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let line = text.lines().find(|line| line.starts_with("rand = ")).expect("rand among the dependencies");
    assert!(line.contains("default-features = false") && line.contains("features = [\"chacha\"]"), "{line}");
    for forbidden in ["os_rng", "sys_rng", "thread_rng", "getrandom"] {
        assert!(!line.contains(forbidden), "{line}");
    }
}

#[test]
fn the_engine_reads_no_clock_no_file_no_environment_and_starts_no_thread() {
    check_absent(
        &["crates/engine/src"],
        &[
            "SystemTime",
            "Instant",
            "std::fs",
            "std::env",
            "std::net",
            "std::thread",
            "std::process",
            "async fn",
        ],
    );
}

#[test]
fn nothing_that_ships_can_panic_by_intent() {
    check_absent(
        &["crates/engine/src", "src"],
        &[".unwrap()", ".expect(", "panic!(", "unreachable!(", "todo!(", "unimplemented!("],
    );
}

#[test]
fn html_is_never_built_from_strings() {
    let sinks = [
        "from_html_unchecked",
        "inner_html",
        "innerHTML",
        "outer_html",
        "outerHTML",
        "insert_adjacent_html",
        "insertAdjacentHTML",
        "document.write",
    ];
    check_absent(&["crates/engine/src", "src"], &sinks);
}

#[test]
fn the_app_fetches_nothing_from_another_origin() {
    for (name, text) in files("src", ".rs") {
        for (line, code) in shipped(&text) {
            let foreign = code.contains("https://") || code.contains("http://");
            let calls = ["fetch", "Request", "load", "open_with", "import"];
            let fetches = calls.iter().any(|call| code.contains(call));
            assert!(!(foreign && fetches), "{name}:{line}: {code}");
        }
    }
    // The one place that fetches is given addresses relative to the site.
    let fetching: Vec<String> = files("src", ".rs")
        .into_iter()
        .filter(|(_, text)| shipped(text).any(|(_, code)| code.contains("fetch_with")))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(fetching, ["src/browser/fetch.rs"]);
    let (_, text) = files("src/browser", "fetch.rs").remove(0);
    assert!(shipped(&text).all(|(_, code)| !code.contains("://")), "src/browser/fetch.rs");
}

#[test]
fn each_file_says_what_it_is_for_and_stays_short() {
    for folder in ["crates/engine/src", "crates/engine/tests", "crates/bank/src", "src", "xtask/src"] {
        for (name, text) in files(folder, ".rs") {
            assert!(text.starts_with("//! "), "{name} opens without a sentence that says what it is for");
            let lines = text.lines().count();
            assert!(lines <= 450, "{name} has {lines} lines: it is usually two things");
        }
    }
}

#[test]
fn the_engine_names_no_bank() {
    check_absent(&["crates/engine/src", "src"], &["\"dva", "dva-c0"]);
}

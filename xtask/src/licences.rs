//! Writes the licences of everything that is compiled into the app, for the about page and for the law.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::failure::{During, Failure, Outcome};
use crate::process;
use crate::project::Project;
use crate::tools;

/// The packages that are compiled to WebAssembly.
const ROOTS: [&str; 2] = ["invigil", "invigil-tools"];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    manifest_path: PathBuf,
    /// None for a crate of this workspace.
    source: Option<String>,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// None for a normal dependency.
    kind: Option<String>,
}

/// A crate with the licence texts that its folder holds.
struct Licensed {
    title: String,
    texts: Vec<String>,
}

/// Writes the list to `file`.
pub(crate) fn write(project: &Project, file: &Path) -> Outcome {
    let mut command = tools::cargo(project);
    command.args([
        "metadata",
        "--format-version",
        "1",
        "--locked",
        "--filter-platform",
        "wasm32-unknown-unknown",
    ]);
    let metadata: Metadata = serde_json::from_str(&process::read(&mut command)?)
        .map_err(|error| Failure::new(format!("cargo's metadata cannot be read: {error}")))?;
    let mut crates = Vec::new();
    for package in compiled_in(&metadata)? {
        let expression = package.license.as_deref().unwrap_or("licence not stated");
        let title = format!("{} {} ({expression})", package.name, package.version);
        crates.push(Licensed { title, texts: texts(package.manifest_path.parent())? });
    }
    fs::write(file, document(&crates)).during("write", file)
}

/// The crates of others that end in the app and its tools: normal dependencies of both, without procedural macros,
/// which run at compile time only.
fn compiled_in(metadata: &Metadata) -> Outcome<Vec<&Package>> {
    let packages: BTreeMap<&str, &Package> =
        metadata.packages.iter().map(|package| (package.id.as_str(), package)).collect();
    let nodes: BTreeMap<&str, &Node> =
        metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let mut open = Vec::new();
    for name in ROOTS {
        let mut own = metadata.packages.iter().filter(|package| package.source.is_none());
        let Some(root) = own.find(|package| package.name == name) else {
            return Err(Failure::new(format!("the workspace has no package '{name}'")));
        };
        open.push(root.id.as_str());
    }
    let mut met = BTreeSet::new();
    while let Some(id) = open.pop() {
        if packages.get(id).is_none_or(|package| package.is_macro()) || !met.insert(id) {
            continue;
        }
        let dependencies = nodes.get(id).map(|node| node.deps.as_slice()).unwrap_or_default();
        open.extend(dependencies.iter().filter(|dependency| dependency.is_normal()).map(|d| d.pkg.as_str()));
    }
    let mut found: Vec<_> =
        met.into_iter().filter_map(|id| packages.get(id).copied()).filter(|p| p.source.is_some()).collect();
    found.sort_by_key(|package| (&package.name, &package.version));
    Ok(found)
}

impl Package {
    fn is_macro(&self) -> bool {
        self.targets.iter().any(|target| target.kind.iter().any(|kind| kind == "proc-macro"))
    }
}

impl Dependency {
    fn is_normal(&self) -> bool {
        self.dep_kinds.iter().any(|kind| kind.kind.is_none())
    }
}

/// The licence files at the top of a crate's folder.
fn texts(folder: Option<&Path>) -> Outcome<Vec<String>> {
    let Some(folder) = folder else { return Ok(Vec::new()) };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).during("read the folder", folder)? {
        let path = entry.during("read the folder", folder)?.path();
        if path.is_file() && is_licence(&path.file_name().unwrap_or_default().to_string_lossy()) {
            files.push(path);
        }
    }
    files.sort();
    files.iter().map(|file| fs::read(file).during("read", file).map(|text| plain(&text))).collect()
}

fn is_licence(file: &str) -> bool {
    let name = file.to_ascii_uppercase();
    ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"]
        .iter()
        .any(|stem| name.starts_with(stem))
        && Path::new(file).extension().is_none_or(|extension| !extension.eq_ignore_ascii_case("rs"))
}

fn plain(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    let lines: Vec<_> = text.trim().lines().map(str::trim_end).collect();
    lines.join("\n")
}

/// Most crates carry the same few texts: each is printed once, after the crates that it came with.
fn document(crates: &[Licensed]) -> String {
    let mut by_text: BTreeMap<String, (&str, Vec<&str>)> = BTreeMap::new();
    for one in crates {
        for text in &one.texts {
            let alike: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
            by_text.entry(alike).or_insert((text, Vec::new())).1.push(&one.title);
        }
    }
    let mut page = String::from(
        "Invigil is made with the work of others. These crates are compiled into it, together with parts of Rust's\n\
         standard library (MIT OR Apache-2.0, the Rust project developers). Their licence texts follow.\n\n",
    );
    for one in crates {
        let note = if one.texts.is_empty() { ": its package holds no licence text" } else { "" };
        let _ = writeln!(page, "{}{note}", one.title);
    }
    for (text, titles) in by_text.values() {
        let _ = write!(page, "\n{}\n{}\n\n{text}\n", "-".repeat(80), titles.join("\n"));
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licence_files_are_known_by_name() {
        for (file, expected) in [
            ("LICENSE", true),
            ("LICENSE-MIT", true),
            ("license.txt", true),
            ("COPYING", true),
            ("NOTICE.md", true),
            ("license.rs", false),
            ("README.md", false),
            ("Cargo.toml", false),
        ] {
            assert_eq!(is_licence(file), expected, "{file}");
        }
    }

    #[test]
    fn a_text_is_printed_once_with_all_its_crates() {
        let licensed = |title: &str, texts: &[&str]| Licensed {
            title: title.into(),
            texts: texts.iter().map(|text| (*text).to_owned()).collect(),
        };
        let page = document(&[
            licensed("a 1 (MIT)", &["Be good.\nAlways."]),
            licensed("b 2 (MIT)", &["Be good. Always."]),
            licensed("c 3 (MIT)", &[]),
        ]);
        assert_eq!(page.matches("Be good.").count(), 1);
        assert!(page.contains("a 1 (MIT)\nb 2 (MIT)\n\nBe good."));
        assert!(page.contains("c 3 (MIT): its package holds no licence text"));
    }

    #[test]
    fn macros_and_build_dependencies_are_not_in_the_app() {
        let metadata: Metadata = serde_json::from_str(
            r#"{"packages":[
              {"id":"app","name":"invigil","version":"1","license":null,"manifest_path":"/a","source":null,"targets":[{"kind":["bin"]}]},
              {"id":"tools","name":"invigil-tools","version":"1","license":null,"manifest_path":"/t","source":null,"targets":[{"kind":["cdylib"]}]},
              {"id":"f","name":"fsrs","version":"1","license":"BSD-3-Clause","manifest_path":"/f","source":"r","targets":[{"kind":["lib"]}]},
              {"id":"l","name":"lib","version":"1","license":"MIT","manifest_path":"/l","source":"r","targets":[{"kind":["lib"]}]},
              {"id":"d","name":"deep","version":"1","license":"MIT","manifest_path":"/d","source":"r","targets":[{"kind":["lib"]}]},
              {"id":"m","name":"mac","version":"1","license":"MIT","manifest_path":"/m","source":"r","targets":[{"kind":["proc-macro"]}]},
              {"id":"s","name":"syn","version":"1","license":"MIT","manifest_path":"/s","source":"r","targets":[{"kind":["lib"]}]},
              {"id":"b","name":"build","version":"1","license":"MIT","manifest_path":"/b","source":"r","targets":[{"kind":["lib"]}]}],
             "resolve":{"nodes":[
              {"id":"app","deps":[{"pkg":"l","dep_kinds":[{"kind":null}]},{"pkg":"b","dep_kinds":[{"kind":"build"}]},{"pkg":"m","dep_kinds":[{"kind":null}]}]},
              {"id":"tools","deps":[{"pkg":"f","dep_kinds":[{"kind":null}]}]},
              {"id":"l","deps":[{"pkg":"d","dep_kinds":[{"kind":"dev"},{"kind":null}]}]},
              {"id":"m","deps":[{"pkg":"s","dep_kinds":[{"kind":null}]}]}]}}"#,
        )
        .expect("metadata as cargo writes it");
        let names: Vec<_> = compiled_in(&metadata)
            .expect("has the app and its tools")
            .iter()
            .map(|p| p.name.as_str())
            .collect();
        assert_eq!(names, ["deep", "fsrs", "lib"]);
    }
}

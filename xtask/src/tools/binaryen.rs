//! wasm-opt, from the npm package binaryen: distributions ship versions that cannot read what rustc emits.

use std::path::PathBuf;
use std::process::Command;

use crate::process;
use crate::project::{self, Project};

const VERSION: &str = "132.0.0";
/// Older ones fail on instructions that rustc has emitted since 1.87.
pub(crate) const OLDEST: u32 = 123;

/// A wasm-opt that can be used: our own, or one on PATH.
pub(crate) fn find(project: &Project) -> Option<PathBuf> {
    [Some(cached(project)), project::find_on_path("wasm-opt")]
        .into_iter()
        .flatten()
        .find(|program| project::is_program(program) && version(program).is_some_and(|found| found >= OLDEST))
}

/// Gets wasm-opt with npm where it is missing. Without npm the build goes on without it, a little larger.
pub(crate) fn ensure(project: &Project) {
    if find(project).is_some() {
        return;
    }
    let Some(npm) = project::find_on_path("npm") else {
        println!(
            "wasm-opt is skipped, since there is no npm to get it with (install Node.js for a smaller build)"
        );
        return;
    };
    println!("Getting wasm-opt: binaryen {VERSION} from npm, once …");
    let mut command = Command::new(npm);
    command.args(["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"]);
    command.arg(folder(project)).arg(format!("binaryen@{VERSION}"));
    if let Err(failure) = process::run(&mut command) {
        println!("wasm-opt is skipped: {failure}");
    }
}

fn folder(project: &Project) -> PathBuf {
    project.tools().join(format!("binaryen-{VERSION}"))
}

fn cached(project: &Project) -> PathBuf {
    folder(project).join("node_modules").join("binaryen").join("bin").join("wasm-opt")
}

fn version(program: &PathBuf) -> Option<u32> {
    version_in(&process::ask(program, "--version")?)
}

/// From `wasm-opt version 132 (version_132)`.
fn version_in(answer: &str) -> Option<u32> {
    answer.split_whitespace().find_map(|word| word.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read() {
        for (answer, expected) in [
            ("wasm-opt version 132 (version_132)\n", Some(132)),
            ("wasm-opt version 108 (version_108-1)", Some(108)),
            ("wasm-opt version 123", Some(123)),
            ("", None),
            ("no number here", None),
        ] {
            assert_eq!(version_in(answer), expected, "{answer}");
        }
    }
}

//! wasm-opt, from the npm package binaryen: distributions ship versions that cannot read what rustc emits.

use std::path::PathBuf;

use super::npm::Package;
use crate::process;
use crate::project::{self, Project};

const BINARYEN: Package = Package {
    name: "binaryen",
    version: "132.0.0",
    program: &["bin", "wasm-opt"],
    purpose: "optimising the WebAssembly",
};
/// Older ones fail on instructions that rustc has emitted since 1.87.
pub(crate) const OLDEST: u32 = 123;

/// A wasm-opt that can be used: our own, or one on PATH.
pub(crate) fn find(project: &Project) -> Option<PathBuf> {
    [Some(BINARYEN.path(project)), project::find_on_path("wasm-opt")]
        .into_iter()
        .flatten()
        .find(|program| project::is_program(program) && version(program).is_some_and(|found| found >= OLDEST))
}

/// Gets wasm-opt with npm where it is missing.
pub(crate) fn ensure(project: &Project) {
    if find(project).is_none() {
        BINARYEN.install(project);
    }
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

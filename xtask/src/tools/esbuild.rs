//! The minifier of scripts and styles, from the npm package esbuild: Trunk's own cannot parse the glue of wasm-bindgen.

use std::path::PathBuf;

use super::npm::Package;
use crate::process;
use crate::project::Project;

const ESBUILD: Package = Package {
    name: "esbuild",
    version: "0.28.2",
    program: &["bin", "esbuild"],
    purpose: "minifying scripts and styles",
};

/// The minifier, once it is installed and runs here.
pub(crate) fn find(project: &Project) -> Option<PathBuf> {
    let program = ESBUILD.path(project);
    process::ask(&program, "--version")
        .is_some_and(|answer| answer.trim() == ESBUILD.version)
        .then_some(program)
}

/// Gets it where it is missing.
pub(crate) fn ensure(project: &Project) {
    if find(project).is_none() {
        ESBUILD.install(project);
    }
}

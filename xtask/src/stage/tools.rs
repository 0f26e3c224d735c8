//! Builds the second module, `crates/tools`, and names it and its worker by their content.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{During as _, Outcome};
use crate::process;
use crate::project::Project;
use crate::stage::minify::{self, Language};
use crate::stage::page::Tools;
use crate::stage::{Build, asset, rename, wasm_opt, write};

pub(super) fn stage(project: &Project, build: &Build) -> Outcome<Tools> {
    let wasm = compiled(project, build.release)?;
    let made = build.staging.join("tools.wasm");
    fs::copy(&wasm, &made).during("copy", &wasm)?;
    if build.release {
        wasm_opt::shrink(project, &made)?;
    }
    let content = fs::read(&made).during("read", &made)?;
    fs::remove_file(&made).during("replace", &made)?;
    let module = asset(&content, "invigil-tools", "wasm");
    write(&build.staging.join(&module.name), &content)?;
    let worker = rename(&build.staging, "tools.js", "tools", "js", |script| {
        if build.release { minify::run(project, script, Language::Js) } else { Ok(script) }
    })?;
    Ok(Tools { worker, module })
}

/// The module as the compiler gives it, in a folder of its own: Trunk may be building beside it.
fn compiled(project: &Project, release: bool) -> Outcome<PathBuf> {
    compile(project, release, "tools", &[])
}

/// The module with features more, in a folder of the build's.
pub(crate) fn compile(project: &Project, release: bool, folder: &str, more: &[&str]) -> Outcome<PathBuf> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let target = project.target.join(folder);
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--locked", "--package", "invigil-tools", "--lib", "--target", TARGET]);
    // A crate that it uses can draw by chance, which no tool does: without a source it asks the page for none.
    cargo.args([
        "--config",
        r#"target.wasm32-unknown-unknown.rustflags = ["--cfg", "getrandom_backend=\"custom\""]"#,
    ]);
    cargo.arg("--target-dir").arg(&target).args(release.then_some("--release")).args(more);
    process::run(cargo.current_dir(&project.root))?;
    Ok(target.join(TARGET).join(if release { "release" } else { "debug" }).join("invigil_tools.wasm"))
}

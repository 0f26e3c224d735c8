//! Makes the WebAssembly smaller with wasm-opt, in the release profile and where a recent one is installed.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::{During, Failure, Outcome};
use crate::process;
use crate::project::Project;
use crate::stage::names::Names;
use crate::stage::split;
use crate::tools::binaryen;

/// What rustc 1.95 emits for wasm32-unknown-unknown, and no more: `--all-features` writes
/// modules that browsers refuse. A feature that is missing here makes wasm-opt fail, loudly.
const FEATURES: &[&str] = &[
    "bulk-memory",
    "bulk-memory-opt",
    "call-indirect-overlong",
    "multivalue",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "sign-ext",
];

/// Optimises `wasm` in place, with the names of its functions, which splitting needs and drops. Gives the names that the
/// glue must use then; or says why it does not.
pub(crate) fn run(project: &Project, wasm: &Path) -> Outcome<Option<Names>> {
    let Some(program) = binaryen::find(project) else {
        println!("stage: wasm-opt is skipped, there is none of version {} or newer", binaryen::OLDEST);
        return Ok(None);
    };
    let before = size(wasm)?;
    let optimised = wasm.with_extension("optimised");
    let mut command = Command::new(&program);
    // An empty list of features to begin with; then those that are named.
    command.args(split::GATES.iter().map(|gate| format!("--no-inline=*{gate}*")));
    command.args(["-Oz", "--mvp-features", "--debuginfo", "--strip-producers"]);
    command.args(FEATURES.iter().map(|feature| format!("--enable-{feature}")));
    command.arg("--minify-imports-and-exports-and-modules").arg(wasm).arg("-o").arg(&optimised);
    let names = Names::parse(&process::read(&mut command)?)?;
    fs::rename(&optimised, wasm).during("replace", wasm)?;
    println!("stage: wasm-opt made {before} bytes {}", size(wasm)?);
    Ok(Some(names))
}

/// Optimises a module that is by itself, if there is a wasm-opt.
pub(crate) fn shrink(project: &Project, wasm: &Path) -> Outcome {
    let Some(program) = binaryen::find(project) else { return Ok(()) };
    let mut command = Command::new(&program);
    command.args(["-Oz", "--mvp-features", "--strip-debug", "--strip-producers"]);
    command.args(FEATURES.iter().map(|feature| format!("--enable-{feature}")));
    process::run(command.arg(wasm).arg("-o").arg(wasm))
}

fn size(wasm: &Path) -> Outcome<u64> {
    let length = wasm.metadata().during("read", wasm)?.len();
    if length == 0 { Err(Failure::new(format!("{} is empty", wasm.display()))) } else { Ok(length) }
}

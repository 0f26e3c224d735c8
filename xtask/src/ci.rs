//! `cargo xtask ci`: all that a change must pass, the fast checks first, with a summary at the end.

use std::process::Command;
use std::time::Instant;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::project::Project;
use crate::{bank, simulate, size, test, tools};

/// A check by its name, and what it does.
type Check = (&'static str, fn(&Project) -> Outcome);

/// What needs no test to run.
const STATIC: &[Check] = &[
    ("format", format),
    ("bank", bank::check),
    ("simulation", simulate::check),
    ("clippy", clippy),
    ("clippy for WebAssembly", clippy_wasm),
    ("documents", documents),
    ("dependencies", dependencies),
];
const DYNAMIC: &[Check] = &[("tests", tests), ("size", size::run)];

/// The crates whose code ends in the browser.
const IN_THE_BROWSER: &[&str] = &["invigil", "invigil-engine"];

pub(crate) fn run(project: &Project, only_static: bool) -> Outcome {
    let more = if only_static { &[] } else { DYNAMIC };
    let mut summary = Vec::new();
    let mut failed = 0;
    for (name, check) in STATIC.iter().chain(more) {
        println!("\n== {name} ==");
        let start = Instant::now();
        let outcome = check(project);
        if let Err(failure) = &outcome {
            if !failure.is_said() {
                eprintln!("{name}: {failure}");
            }
            failed += 1;
        }
        let verdict = if outcome.is_ok() { "ok" } else { "FAILED" };
        summary.push(format!("{verdict:<7} {name} ({} s)", start.elapsed().as_secs()));
    }
    println!("\n{}", summary.join("\n"));
    match failed {
        0 => Ok(()),
        1 => Err(Failure::new("1 check failed")),
        more => Err(Failure::new(format!("{more} checks failed"))),
    }
}

fn format(project: &Project) -> Outcome {
    process::run(tools::cargo(project).args(["fmt", "--all", "--check"]))
        .map_err(|_| Failure::new("run `cargo fmt --all`"))
}

fn clippy(project: &Project) -> Outcome {
    process::run(&mut strict_clippy(project, &["--workspace", "--all-targets"]))
}

fn clippy_wasm(project: &Project) -> Outcome {
    tools::ensure_wasm_target(project)?;
    let packages = IN_THE_BROWSER.iter().flat_map(|package| ["--package", package]);
    let arguments: Vec<&str> = ["--target", "wasm32-unknown-unknown"].into_iter().chain(packages).collect();
    process::run(&mut strict_clippy(project, &arguments))
}

fn strict_clippy(project: &Project, arguments: &[&str]) -> Command {
    let mut command = tools::cargo(project);
    command.args(["clippy", "--locked"]).args(arguments).args(["--", "-D", "warnings"]);
    command
}

fn documents(project: &Project) -> Outcome {
    let mut command = tools::cargo(project);
    command.args(["doc", "--workspace", "--no-deps", "--locked"]).env("RUSTDOCFLAGS", "-D warnings");
    process::run(&mut command)
}

/// Advisories are left to the hosted workflow: they need the network, and change without a change of ours.
fn dependencies(project: &Project) -> Outcome {
    let mut command = Command::new(tools::cargo_deny().ensure(project)?);
    command.current_dir(&project.root).args(["--locked", "check", "--hide-inclusion-graph"]);
    process::run(command.args(["bans", "licenses", "sources"]))
}

fn tests(project: &Project) -> Outcome {
    test::run(project, &[])
}

//! The end-to-end tests: the release build under a sub-path, in the system's Chromium.

use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::project::{self, Project};
use crate::site;
use crate::test::count::Count;
use crate::test::{corrected, pseudo};
use crate::tools::chromium;

pub(crate) fn run(project: &Project) -> Outcome<Count> {
    let mut command = with_corrected(project, "run.mjs")?;
    command.arg("--pseudo").arg(pseudo::write(project)?);
    let (output, ended_well) = process::run_and_read(&mut command)?;
    Ok(Count::of_last_line(&output).judged(ended_well))
}

/// A script with the built site and with a later release of its bank.
pub(crate) fn with_corrected(project: &Project, script: &str) -> Outcome<Command> {
    let mut command = runner(project, script)?;
    let corrected = project.site("corrected");
    corrected::write(project, &corrected)?;
    command.arg("--corrected").arg(corrected);
    Ok(command)
}

/// A script of the end-to-end tests with the built site, and with all that it needs in place.
pub(super) fn runner(project: &Project, script: &str) -> Outcome<Command> {
    runner_of(project, "e2e", script)
}

/// The same for a script of another folder of tests, which has packages of its own.
pub(crate) fn runner_of(project: &Project, tests: &str, script: &str) -> Outcome<Command> {
    let folder = project.root.join("tests").join(tests);
    let node = node("node")?;
    let npm = node_modules_are_stale(&folder).then(|| self::node("npm")).transpose()?;
    let browser = chromium::ensure()?;
    let site = site::release(project)?;
    if let Some(npm) = npm {
        println!("Getting what the scripts of tests/{tests} use, as their lock file says …");
        process::run(
            Command::new(npm)
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                .current_dir(&folder),
        )?;
    }
    let mut command = Command::new(node);
    command.current_dir(&folder).args([script, "--dist"]).arg(site).env("CHROMIUM", browser.program);
    Ok(command)
}

fn node(program: &str) -> Outcome<std::path::PathBuf> {
    project::find_on_path(program).ok_or_else(|| {
        Failure::new(format!(
            "there is no {program}: install Node.js 20 or newer with npm (Debian and Ubuntu: `apt-get install nodejs npm`)"
        ))
    })
}

/// npm leaves a lock file of its own inside `node_modules` when it has installed everything.
fn node_modules_are_stale(folder: &Path) -> bool {
    let changed = |path: &str| folder.join(path).metadata().and_then(|meta| meta.modified()).ok();
    match (changed("package-lock.json"), changed("node_modules/.package-lock.json")) {
        (Some(wanted), Some(installed)) => wanted > installed,
        _ => true,
    }
}

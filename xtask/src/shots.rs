//! `cargo xtask shots`: pictures of every state that `tests/e2e/tour.mjs` lists, and a sheet to look at them.

use crate::failure::Outcome;
use crate::process;
use crate::project::Project;
use crate::test::e2e;

pub(crate) fn run(project: &Project, only: Option<&str>) -> Outcome {
    let mut command = e2e::with_corrected(project, "shots.mjs")?;
    command.arg("--out").arg(project.root.join("target").join("shots"));
    if let Some(only) = only {
        command.args(["--only", only]);
    }
    process::run(&mut command)
}

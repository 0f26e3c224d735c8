//! The same exam in Chromium, Firefox and `WebKitGTK`: docs/browsers.md.

use crate::failure::Outcome;
use crate::process;
use crate::project::Project;
use crate::test::count::Count;
use crate::test::e2e;
use crate::tools::browsers;

pub(crate) fn run(project: &Project) -> Outcome<Count> {
    let programs = browsers::ensure()?;
    let mut command = e2e::runner(project, "browsers.mjs")?;
    let (output, ended_well) = process::run_and_read(command.envs(programs))?;
    Ok(Count::of_last_line(&output).judged(ended_well))
}

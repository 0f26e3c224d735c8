//! The tests that need no browser: engine, bank, app logic, and the commands themselves.

use crate::failure::Outcome;
use crate::process;
use crate::project::Project;
use crate::test::count::Count;
use crate::tools;

pub(crate) fn run(project: &Project) -> Outcome<Count> {
    let mut command = tools::cargo(project);
    command.args(["test", "--workspace", "--locked", "--no-fail-fast"]);
    let (output, ended_well) = process::run_and_read(&mut command)?;
    Ok(Count::of_cargo(&output).judged(ended_well))
}

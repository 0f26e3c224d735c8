//! `cargo xtask lighthouse`: its audits of pages, of a running exam and of a result. It is no part of CI, since it is slow
//! and its figures of loading vary with the machine; docs/performance.md and docs/accessibility.md keep them.

use crate::failure::Outcome;
use crate::process;
use crate::project::Project;
use crate::test::e2e;

pub(crate) fn run(project: &Project) -> Outcome {
    process::run(&mut e2e::runner_of(project, "lighthouse", "run.mjs")?)
}

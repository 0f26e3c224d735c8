//! `cargo xtask simulate`: holds the chance of passing to account, in worlds where the truth is known. It says nothing
//! of real learners; `docs/readiness.md` says what that leaves open.

mod dice;
mod figures;
mod learner;
mod measures;
mod models;
mod record;
mod table;
mod world;

use figures::{Figures, LEARNERS, measure};
use record::Recorded;
use world::{HELD_OUT, KNOWN, World};

use crate::args::Arguments;
use crate::failure::{Failure, Outcome};
use crate::project::Project;

pub(crate) fn run(project: &Project, arguments: &Arguments) -> Outcome {
    if arguments.has("--record") {
        return Recorded::write(project, all());
    }
    if arguments.has("--check") {
        return check(project);
    }
    print!("{}", table::tables(&all()));
    Ok(())
}

/// Fails where the model has become worse than recorded, or is worth less than the claim of all answers.
pub(crate) fn check(project: &Project) -> Outcome {
    let recorded = Recorded::read(project)?;
    let complaints = recorded.complaints(&all());
    for known in recorded.borne() {
        println!("{known}");
    }
    if complaints.is_empty() {
        println!("{} worlds of {LEARNERS} learners: none worse than recorded", KNOWN.len() + HELD_OUT.len());
        return Ok(());
    }
    Err(Failure::new(format!("the chance of passing has become worse:\n{}", complaints.join("\n"))))
}

/// The figures of all worlds.
fn all() -> Vec<Figures> {
    let of = |world: &World| measure(world, LEARNERS);
    KNOWN.iter().chain(&HELD_OUT).map(of).collect()
}

//! `cargo xtask simulate`: holds the chance of passing to account, in worlds where the truth is known. It says nothing
//! of real learners; `docs/readiness.md` says what that leaves open.

mod dice;
mod figures;
mod learner;
mod measures;
mod models;
mod table;
mod world;

use figures::{Figures, LEARNERS, measure};
use world::{HELD_OUT, KNOWN, World};

use crate::failure::Outcome;

pub(crate) fn run() -> Outcome {
    print!("{}", table::table(&all()));
    Ok(())
}

/// The figures of all worlds.
fn all() -> Vec<Figures> {
    let of = |world: &World| measure(world, LEARNERS);
    KNOWN.iter().chain(&HELD_OUT).map(of).collect()
}

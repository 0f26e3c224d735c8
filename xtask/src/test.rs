//! `cargo xtask test`: every level of tests, with its output as it comes, and one count at the end.

mod browsers;
mod component;
pub(crate) mod corrected;
mod count;
pub(crate) mod e2e;
mod native;
mod pseudo;

use std::time::Instant;

use crate::failure::{Failure, Outcome};
use crate::project::Project;
use count::Count;

/// A level by its name, and how it runs.
type Level = (&'static str, fn(&Project) -> Outcome<Count>);

/// The levels in the order they run: the fastest first.
const LEVELS: &[Level] =
    &[("native", native::run), ("component", component::run), ("e2e", e2e::run), ("browsers", browsers::run)];

/// Runs the levels that are named, or all. The last line is the sum and nothing else.
pub(crate) fn run(project: &Project, named: &[String]) -> Outcome {
    let chosen = LEVELS.iter().filter(|(name, _)| named.is_empty() || named.iter().any(|word| word == name));
    let mut lines = Vec::new();
    let mut sum = Count::default();
    for (name, level) in chosen {
        println!("\n==== {name} ====");
        let start = Instant::now();
        let count = level(project).unwrap_or_else(|failure| {
            eprintln!("error: {name} did not run: {failure}");
            Count::NOT_RUN
        });
        println!("{name} took {} s", start.elapsed().as_secs());
        lines.push(format!("{name}: {count}"));
        sum = sum + count;
    }
    println!();
    for line in lines {
        println!("{line}");
    }
    println!("{sum}");
    if sum.failed == 0 { Ok(()) } else { Err(Failure::said()) }
}

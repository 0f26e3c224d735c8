//! How long a class of a thousand people and 65 questions takes: `cargo run --release -p invigil-class --example thousand`.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    reason = "it runs on a machine"
)]

#[path = "../tests/suite/support/world.rs"]
mod world;

use invigil_class::{Names, Table, reckon, table};
use std::hint::black_box;
use std::time::Instant;

fn main() {
    let input = world::class_of(&mut world::Dice::new(1), 1000, &[world::Truth::Sound; 65]);
    let report = reckon(&input);
    // The fastest of twenty: what else runs on the machine only slows.
    let fastest = |work: &dyn Fn()| {
        let timed = (0..20).map(|_| {
            let started = Instant::now();
            work();
            started.elapsed().as_micros()
        });
        timed.min().unwrap_or(0)
    };
    let reckoned = fastest(&|| drop(black_box(reckon(black_box(&input)))));
    println!("reckon: {}.{:03} ms", reckoned / 1000, reckoned % 1000);
    for kind in [Table::AnswersCsv, Table::AnswersJsonLines, Table::QuestionsCsv, Table::QuestionsJsonLines] {
        let written = fastest(&|| drop(black_box(table(&input, &report, kind, Names::Kept))));
        let bytes = table(&input, &report, kind, Names::Kept).len();
        println!("{kind:?}: {}.{:03} ms, {bytes} bytes", written / 1000, written % 1000);
    }
}

//! How often a warning is given in classes of a known truth: the table of `docs/class.md`, by
//! `cargo run --release -p invigil-class --example alarms`.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_macros,
    clippy::indexing_slicing,
    reason = "it runs on a machine"
)]

#[path = "../tests/suite/support/world.rs"]
mod world;

use invigil_class::reckon;
use invigil_engine::share::class::ItemWarning;
use world::{Dice, Truth, class_of};

/// Questions of each kind in a form of 65, and forms.
const ODD: usize = 5;
const CLASSES: u32 = 400;

fn kind(warning: ItemWarning) -> usize {
    match warning {
        ItemWarning::CheckKey => 0,
        ItemWarning::TooHard => 1,
        ItemWarning::TooEasy => 2,
        ItemWarning::Negative => 3,
        ItemWarning::Weak => 4,
        ItemWarning::DeadOption(_) => 5,
        ItemWarning::DrawsTheBest(_) => 6,
    }
}

fn main() {
    let truths: Vec<Truth> = (0..65)
        .map(|place| match place / ODD {
            0 => Truth::WrongKey,
            1 => Truth::Noise,
            _ => Truth::Sound,
        })
        .collect();
    println!(
        "percent of questions: check-key, too-hard, too-easy, negative, weak, dead, draws-the-best, any"
    );
    for people in [12, 25, 50, 100, 200] {
        let mut dice = Dice::new(u64::from(people));
        let mut counts = [[0_u32; 9]; 3];
        for _ in 0..CLASSES {
            let report = reckon(&class_of(&mut dice, people, &truths));
            let items = report.forms.iter().flat_map(|form| &form.items);
            for (truth, item) in truths.iter().zip(items) {
                let Some(row) = counts.get_mut(*truth as usize) else { continue };
                let mut given = [false; 9];
                given[8] = true;
                given[7] = !item.warnings.is_empty();
                item.warnings.iter().for_each(|warning| given[kind(*warning)] = true);
                row.iter_mut().zip(given).for_each(|(count, given)| *count += u32::from(given));
            }
        }
        for (name, row) in ["sound", "wrong key", "noise"].iter().zip(counts) {
            let of = row[8].max(1);
            let shares: Vec<String> = row
                .iter()
                .take(8)
                .map(|count| format!("{:.1}", 100.0 * f64::from(*count) / f64::from(of)))
                .collect();
            println!("| {people} | {name} | {} |", shares.join(" | "));
        }
    }
}

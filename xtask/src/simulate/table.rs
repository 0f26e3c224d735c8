//! The figures as Markdown.

use std::fmt::Write as _;

use super::figures::Figures;
use super::models::Model;

/// One table of what each model is worth in each world, and one of the intervals.
pub(super) fn tables(all: &[Figures]) -> String {
    format!("{}\n{}", models(all), intervals(all))
}

fn models(all: &[Figures]) -> String {
    let mut text = String::from(
        "| world | passed | model | mean chance | Brier | calibration error | of noise: mean, 95th | Z |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    for figures in all {
        let mut world = format!("{} | {:.3}", figures.world, figures.passed);
        for model in &figures.models {
            let name = &model.model;
            let name = if *name == Model::Ours.name() { format!("**{name}**") } else { name.clone() };
            let z = model.z.map_or_else(|| "–".to_owned(), |z| format!("{z:+.1}"));
            let _ = writeln!(
                text,
                "| {world} | {name} | {:.3} | {:.3} | {:.3} | {:.3}, {:.3} | {z} |",
                model.mean_chance, model.brier, model.calibration_error, model.floor, model.floor_high,
            );
            // Said once.
            " | ".clone_into(&mut world);
        }
    }
    text
}

fn intervals(all: &[Figures]) -> String {
    let mut text = String::from(
        "| world | exam's share inside | below | above | no chance shown yet |\n| --- | --- | --- | --- | --- |\n",
    );
    for figures in all {
        let above = 1.0 - figures.coverage - figures.below;
        let _ = writeln!(
            text,
            "| {} | {:.3} | {:.3} | {above:.3} | {:.3} |",
            figures.world, figures.coverage, figures.below, figures.held_back
        );
    }
    text
}

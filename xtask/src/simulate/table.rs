//! The figures as Markdown.

use std::fmt::Write as _;

use super::figures::Figures;

/// One table for all worlds.
pub(super) fn table(all: &[Figures]) -> String {
    let mut text = String::from(
        "| world | model | Brier | calibration error (noise: mean, 95th) | Z | mean chance | passed | share in the 80 % interval |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    for figures in all {
        for (at, model) in figures.models.iter().enumerate() {
            let world = if at == 0 { figures.world.as_str() } else { "" };
            let ours = figures.models.len() == at + 1;
            let z = model.z.map_or_else(|| "–".to_owned(), |z| format!("{z:+.1}"));
            let coverage = if ours { format!("{:.3}", figures.coverage) } else { String::new() };
            let name = if ours { format!("**{}**", model.model) } else { model.model.clone() };
            let _ = writeln!(
                text,
                "| {world} | {name} | {:.3} | {:.3} ({:.3}, {:.3}) | {z} | {:.3} | {:.3} | {coverage} |",
                model.brier,
                model.calibration_error,
                model.floor,
                model.floor_high,
                model.mean_chance,
                figures.passed,
            );
        }
    }
    text
}

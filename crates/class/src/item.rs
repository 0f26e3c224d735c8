//! What a class says of a question and its options.

use crate::correlation::{Sums, fisher};
use crate::number::{count, estimated, median, thousandths};
use crate::sat::{Sat, is_right};
use crate::warning::warnings;
use invigil_engine::ids::OptionId;
use invigil_engine::share::class::{ClassItem, ItemReport, OptionReport};

/// The fewest people of whom a best and a weakest part is told.
const FEWEST_TO_PART: u32 = 10;

/// What a class says of the question at a place of its form.
pub(crate) fn report(sat: &Sat, place: usize, item: &ClassItem, weights: &[f64]) -> ItemReport {
    let letters = OptionId::MAX_OPTIONS.min(item.options);
    let options: Vec<OptionId> = (0..letters).filter_map(OptionId::from_index).collect();
    let mut right_sums = Sums::default();
    let mut option_sums = vec![Sums::default(); options.len()];
    let (mut unanswered, mut apart, mut seconds) = (0, 0.0, Vec::new());
    for ((answer, score), weight) in sat.answered(place).zip(weights) {
        let right = is_right(item, answer);
        let rest = score - u32::from(right && item.scored);
        right_sums.add(right, rest);
        for (sums, option) in option_sums.iter_mut().zip(&options) {
            sums.add(answer.chosen.contains(*option), rest);
        }
        unanswered += u32::from(answer.chosen.is_empty());
        apart += if right { *weight } else { 0.0 };
        if answer.visited {
            seconds.push(answer.seconds);
        }
    }
    let asked = sat.people();
    let mut report = ItemReport {
        asked,
        right: right_sums.yes(),
        unanswered,
        facility: estimated(right_sums.yes(), asked),
        discrimination: right_sums.correlation().map(|correlation| fisher(correlation, asked)),
        upper_lower: (asked >= FEWEST_TO_PART && sat.counted > 0).then(|| thousandths(apart)),
        options: option_sums.iter().map(of_option).collect(),
        seconds: median(&seconds),
        warnings: Vec::new(),
    };
    report.warnings = warnings(item, &report);
    report
}

fn of_option(sums: &Sums) -> OptionReport {
    OptionReport { chosen: sums.yes(), correlation: sums.correlation().map(thousandths) }
}

/// By how much each person's right answer raises the upper-lower index of a question: one part of the best 27 percent
/// less one part of the weakest. People of one score at the edge of such a group share its last places evenly, so that
/// the order in which answers came in changes nothing.
///
/// Source: T. L. Kelley, Journal of Educational Psychology 30 (1939), for the 27 percent; of n people it is the nearest
/// whole number.
pub(crate) fn upper_lower_weights(scores: &[u32], most: u32) -> Vec<f64> {
    let people = count(scores.len());
    let group = f64::from((people * 27 + 50) / 100);
    let mut with = vec![0_u32; usize::try_from(most).unwrap_or(0).min(crate::MOST_ITEMS) + 1];
    for score in scores {
        if let Some(people) = usize::try_from(*score).ok().and_then(|score| with.get_mut(score)) {
            *people += 1;
        }
    }
    let mut below = 0_u32;
    let mut of_score = Vec::with_capacity(with.len());
    for here in with {
        let above = people - below - here;
        let taken = |before: u32| (group - f64::from(before)).clamp(0.0, f64::from(here));
        of_score.push((taken(above) - taken(below)) / (group * f64::from(here)).max(1.0));
        below += here;
    }
    let weight = |score: &u32| usize::try_from(*score).ok().and_then(|score| of_score.get(score)).copied();
    scores.iter().map(|score| weight(score).unwrap_or(0.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_and_the_weakest_are_27_percent_and_share_the_edge() {
        // Ten people, groups of three. The best: 9, and 8, 8, 8 share two places; the weakest: 1, 2, 3.
        let weights = upper_lower_weights(&[9, 8, 8, 8, 5, 4, 4, 3, 2, 1], 10);
        let (whole, shared) = (1.0 / 3.0, 2.0 / 9.0);
        let expected = [whole, shared, shared, shared, 0.0, 0.0, 0.0, -whole, -whole, -whole];
        for (found, expected) in weights.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-12, "{weights:?}");
        }
        assert!(upper_lower_weights(&[4; 12], 5).iter().all(|weight| *weight == 0.0), "nobody is better");
        assert_eq!(upper_lower_weights(&[], 5), []);
    }
}

//! What a class says of a question and its options.

use crate::correlation::{Scores, Yes, fisher};
use crate::number::{count, estimated, median, thousandths};
use crate::sat::{Sat, is_right};
use crate::warning::warnings;
use invigil_engine::ids::OptionId;
use invigil_engine::share::class::{ClassItem, ItemReport, OptionReport};

/// The fewest people of whom a best and a weakest part is told.
const FEWEST_TO_PART: usize = 10;

/// What a class says of the question at a place of its form.
pub(crate) fn report(sat: &Sat, place: usize, item: &ClassItem, parts: &Parts) -> ItemReport {
    let letters = OptionId::MAX_OPTIONS.min(item.options);
    let options: Vec<OptionId> = (0..letters).filter_map(OptionId::from_index).collect();
    let mut rest = Scores::default();
    let mut rights = Yes::default();
    let mut chosen = vec![Yes::default(); options.len()];
    let (mut unanswered, mut apart, mut seconds) = (0, 0, Vec::new());
    for ((answer, score), weight) in sat.answered(place).zip(&parts.weights) {
        let right = is_right(item, answer);
        let score = score - u32::from(right && item.scored);
        rest.add(score);
        if right {
            rights.add(score);
            apart += weight;
        }
        for (yes, _) in chosen.iter_mut().zip(&options).filter(|(_, option)| answer.chosen.contains(**option))
        {
            yes.add(score);
        }
        unanswered += u32::from(answer.chosen.is_empty());
        if answer.visited {
            seconds.push(answer.seconds);
        }
    }
    let asked = sat.people();
    let of_option =
        |yes: &Yes| OptionReport { chosen: yes.many, correlation: rest.correlation(*yes).map(thousandths) };
    let mut report = ItemReport {
        asked,
        right: rights.many,
        unanswered,
        facility: estimated(rights.many, asked),
        discrimination: rest.correlation(rights).map(|correlation| fisher(correlation, asked)),
        upper_lower: parts.index(apart).filter(|_| sat.counted > 0),
        options: chosen.iter().map(of_option).collect(),
        seconds: median(&seconds),
        warnings: Vec::new(),
    };
    report.warnings = warnings(item, &report);
    report
}

/// The best and the weakest 27 percent of those who sat a form.
///
/// People of one score at the edge of such a part share its last places evenly, so that the order in which answers came
/// in changes nothing.
///
/// Source: T. L. Kelley, Journal of Educational Psychology 30 (1939), for the 27 percent; of n people it is the nearest
/// whole number.
pub(crate) struct Parts {
    /// How many places each part has.
    places: i64,
    /// How many places of the best each person has, less those of the weakest, in [`PLACE`]s.
    weights: Vec<i64>,
}

/// A whole place. In whole numbers a sum is the same in any order.
const PLACE: i64 = 1_000_000_000;

impl Parts {
    /// The parts by these scores, of which none is above `most`.
    pub(crate) fn of(scores: &[u32], most: u32) -> Self {
        let people = i64::from(count(scores.len()));
        let places = (people * 27 + 50) / 100;
        let at = |score: u32| usize::try_from(score).unwrap_or(usize::MAX);
        let mut with = vec![0_i64; at(most).min(crate::MOST_ITEMS) + 1];
        for score in scores {
            if let Some(people) = with.get_mut(at(*score)) {
                *people += 1;
            }
        }
        let mut below = 0;
        for with in &mut with {
            let here = *with;
            let taken = |before: i64| (places - before).clamp(0, here);
            *with = ((taken(people - below - here) - taken(below)) * PLACE).checked_div(here).unwrap_or(0);
            below += here;
        }
        Self {
            places,
            weights: scores.iter().map(|score| with.get(at(*score)).copied().unwrap_or(0)).collect(),
        }
    }

    /// The share among the best less that among the weakest, in thousandths, of those whose weights sum to this; none of
    /// fewer than [`FEWEST_TO_PART`] people.
    fn index(&self, sum: i64) -> Option<i32> {
        let whole = self.places * PLACE;
        let enough = self.weights.len() >= FEWEST_TO_PART;
        enough.then(|| i32::try_from((sum * 1000 + whole / 2).div_euclid(whole)).ok())?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_and_the_weakest_are_27_percent_and_share_the_edge() {
        // Ten people, three places. The best: 9, and 8, 8, 8 share two places; the weakest: 1, 2, 3.
        let parts = Parts::of(&[9, 8, 8, 8, 5, 4, 4, 3, 2, 1], 10);
        let shared = PLACE * 2 / 3;
        assert_eq!(parts.weights, [PLACE, shared, shared, shared, 0, 0, 0, -PLACE, -PLACE, -PLACE]);
        assert_eq!(parts.index(PLACE + 2 * shared), Some(778));
        assert_eq!(parts.index(-3 * PLACE), Some(-1000));
        assert_eq!(Parts::of(&[4; 12], 5).weights, [0; 12], "nobody is better");
        assert_eq!(Parts::of(&[4; 9], 5).index(0), None);
        assert_eq!(Parts::of(&[], 5).index(0), None);
    }
}

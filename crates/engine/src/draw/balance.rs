//! Brings a form nearer to its quotas of difficulty and kind by swaps inside a cell.

use super::select::{Candidate, fits, targets};
use crate::bank::{Difficulty, Kind, Quotas};
use crate::order::places;

/// More swaps than any form needs; a bound, so that the draw always ends soon.
const MOST_SWAPS: u32 = 200;

/// Swaps chosen questions for others of the same domain, task and class of last sight while that lowers the
/// distance to the quotas. Counts a domain and a task stay, and no enemies come together.
pub(super) fn balance(quotas: &Quotas, candidates: &[Candidate], chosen: &mut [usize]) {
    let length = u32::try_from(chosen.len()).unwrap_or(u32::MAX);
    let goal = Goal::new(quotas, length);
    let mut mix = Mix::default();
    for candidate in chosen.iter().filter_map(|place| candidates.get(*place)) {
        mix.add(candidate, 1);
    }
    for _ in 0..MOST_SWAPS {
        let distance = goal.distance(mix);
        if distance == 0 {
            return;
        }
        let Some((slot, place, better)) = first_swap(candidates, chosen, goal, mix, distance) else { return };
        mix = better;
        if let Some(seat) = chosen.get_mut(slot) {
            *seat = place;
        }
    }
}

/// The first swap that helps: the least preferred of the chosen gives way to the most preferred of the rest.
fn first_swap(
    candidates: &[Candidate],
    chosen: &[usize],
    goal: Goal,
    mix: Mix,
    distance: u32,
) -> Option<(usize, usize, Mix)> {
    let least_preferred: Vec<[u64; 3]> =
        chosen.iter().map(|place| [!u64::try_from(*place).unwrap_or(0), 0, 0]).collect();
    let mut taken = vec![false; candidates.len()];
    for place in chosen {
        if let Some(taken) = taken.get_mut(*place) {
            *taken = true;
        }
    }
    for slot in places(&least_preferred) {
        let out = *chosen.get(slot)?;
        let leaving = candidates.get(out)?;
        for ((place, coming), taken) in candidates.iter().enumerate().zip(&taken) {
            if *taken || coming.cell != leaving.cell || coming.order.first() != leaving.order.first() {
                continue;
            }
            let mut better = mix;
            better.add(leaving, -1);
            better.add(coming, 1);
            if goal.distance(better) < distance && fits(candidates, place, chosen, out) {
                return Some((slot, place, better));
            }
        }
    }
    None
}

/// How many questions of each difficulty, and how many of multiple response, a form has.
#[derive(Clone, Copy, Debug, Default)]
struct Mix {
    difficulty: [i64; 3],
    multiple: i64,
}

impl Mix {
    fn add(&mut self, candidate: &Candidate, by: i64) {
        let [easy, medium, hard] = &mut self.difficulty;
        match candidate.entry.difficulty {
            Difficulty::Easy => *easy += by,
            Difficulty::Medium => *medium += by,
            Difficulty::Hard => *hard += by,
        }
        if candidate.entry.kind == Kind::Multiple {
            self.multiple += by;
        }
    }
}

/// What a form is to have.
#[derive(Clone, Copy, Debug)]
struct Goal {
    difficulty: [i64; 3],
    multiple_least: i64,
    multiple_most: i64,
}

impl Goal {
    fn new(quotas: &Quotas, length: u32) -> Self {
        let mut difficulty = [0; 3];
        for (slot, target) in difficulty.iter_mut().zip(targets(&quotas.difficulty, length)) {
            *slot = i64::from(target);
        }
        let share = |percent: u32| i64::from(percent) * i64::from(length);
        Self {
            difficulty,
            multiple_least: (share(quotas.multiple_least) + 99) / 100,
            multiple_most: share(quotas.multiple_most) / 100,
        }
    }

    /// Questions by which a form misses its quotas; one more or less of a difficulty is no miss.
    fn distance(self, mix: Mix) -> u32 {
        let difficulty: i64 = self
            .difficulty
            .iter()
            .zip(mix.difficulty)
            .map(|(goal, has)| ((goal - has).abs() - 1).max(0))
            .sum();
        let most = self.multiple_most.max(self.multiple_least);
        let multiple = (self.multiple_least - mix.multiple).max(mix.multiple - most).max(0);
        u32::try_from(difficulty + multiple).unwrap_or(u32::MAX)
    }
}

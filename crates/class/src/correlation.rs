//! How a yes or no goes with a score: the point-biserial correlation, and where it may lie.

use crate::number::thousandths;
use invigil_engine::share::class::Estimate;

/// The fewest people of whom a correlation is told: Fisher's interval has the root of n − 3 under its line.
pub(crate) const FEWEST: u32 = 4;

/// The normal quantile of 97.5 percent.
const Z: f64 = 1.959_963_984_540_054;

/// Sums over people of a score. At most a thousand people and two hundred questions, so that nothing overflows and every
/// sum is exact.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Scores {
    people: u32,
    sum: u32,
    squares: u32,
}

/// The same over those who said yes to something.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Yes {
    /// How many they are.
    pub(crate) many: u32,
    sum: u32,
}

impl Yes {
    /// Takes in somebody who said yes.
    pub(crate) fn add(&mut self, score: u32) {
        self.many += 1;
        self.sum += score;
    }
}

impl Scores {
    /// Takes in a person.
    pub(crate) fn add(&mut self, score: u32) {
        self.people += 1;
        self.sum += score;
        self.squares += score * score;
    }

    /// How saying yes goes with the score, −1 to 1; none of fewer than [`FEWEST`] people, or where all said the same or
    /// have one score.
    ///
    /// Source: Pearson's r, which for a yes or no is the point-biserial: with x in 0, 1 and Σ over people
    /// `(nΣxy − ΣxΣy) / √((nΣx − (Σx)²)(nΣy² − (Σy)²))`.
    pub(crate) fn correlation(&self, said: Yes) -> Option<f64> {
        let [n, sum, squares, yes, of_yes] =
            [self.people, self.sum, self.squares, said.many, said.sum].map(f64::from);
        let spreads = (n * yes - yes * yes) * (n * squares - sum * sum);
        let reckonable = self.people >= FEWEST && spreads > 0.0;
        reckonable.then(|| ((n * of_yes - yes * sum) / spreads.sqrt()).clamp(-1.0, 1.0))
    }
}

/// A correlation in thousandths with its interval at 95 percent; only of [`FEWEST`] people or more.
///
/// Source: R. A. Fisher, Biometrika 10 (1915): `artanh r` is nearly normal with variance `1/(n − 3)`. With
/// `g = e^(±2·1.96/√(n − 3))` the ends are `((1 + r)g − (1 − r)) / ((1 + r)g + (1 − r))`, which needs no logarithm.
pub(crate) fn fisher(correlation: f64, people: u32) -> Estimate {
    let step = 2.0 * Z / f64::from(people.max(FEWEST) - 3).sqrt();
    let end = |step: f64| {
        let (up, down) = ((1.0 + correlation) * step.exp(), 1.0 - correlation);
        thousandths((up - down) / (up + down))
    };
    Estimate { value: thousandths(correlation), low: end(-step), high: end(step) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn correlation(pairs: &[(u8, u32)]) -> Option<f64> {
        let (mut scores, mut said) = (Scores::default(), Yes::default());
        for (yes, score) in pairs {
            scores.add(*score);
            if *yes == 1 {
                said.add(*score);
            }
        }
        scores.correlation(said)
    }

    #[test]
    fn the_correlation_is_as_by_hand() {
        // n = 5, Σx = 3, Σy = 15, Σy² = 55, Σxy = 12: (60 − 45) / √(6 · 50) = .866.
        let r = correlation(&[(1, 5), (1, 4), (1, 3), (0, 2), (0, 1)]).unwrap();
        assert!((r - 0.866_025).abs() < 1e-6, "{r}");
        assert_eq!(correlation(&[(1, 5), (1, 4), (1, 3), (1, 2)]), None, "all said yes");
        assert_eq!(correlation(&[(1, 5), (0, 5), (1, 5), (0, 5)]), None, "all have one score");
        assert_eq!(correlation(&[(1, 5), (0, 4), (1, 3)]), None, "three people");
        assert_eq!(correlation(&[(1, 9), (0, 1), (1, 9), (0, 1)]), Some(1.0));
    }

    #[test]
    fn the_interval_is_fishers() {
        // artanh .5 = .5493 ∓ 1.96/√27 = .1721 and .9265; tanh of these .1704 and .7289.
        assert_eq!(fisher(0.5, 30), Estimate { value: 500, low: 170, high: 729 });
        assert_eq!(fisher(-0.5, 30), Estimate { value: -500, low: -729, high: -170 });
        // artanh .3 = .3095 ∓ 1.96/√97 = .1105 and .5085; tanh .1101 and .4688.
        assert_eq!(fisher(0.3, 100), Estimate { value: 300, low: 110, high: 469 });
        assert_eq!(fisher(1.0, 4), Estimate { value: 1000, low: 1000, high: 1000 });
        assert_eq!(fisher(0.0, 4), Estimate { value: 0, low: -961, high: 961 });
    }
}

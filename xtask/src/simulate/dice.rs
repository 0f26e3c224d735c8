//! Chance for a simulation: one ChaCha8 stream, so that a seed says all that follows.

use rand::SeedableRng as _;
use rand::rand_core::Rng as _;
use rand::rngs::ChaCha8Rng;

pub(super) struct Dice(ChaCha8Rng);

/// A normal distribution.
#[derive(Clone, Copy, Debug)]
pub(super) struct Normal {
    pub(super) mean: f64,
    pub(super) deviation: f64,
}

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// From nothing to less than one, all alike.
    pub(super) fn share(&mut self) -> f64 {
        f64::from(self.0.next_u32()) / (f64::from(u32::MAX) + 1.0)
    }

    pub(super) fn happens(&mut self, chance: f64) -> bool {
        self.share() < chance
    }

    /// A number below a bound, all alike but for two parts in a thousand millions; nothing below a bound of nothing.
    pub(super) fn below(&mut self, bound: u32) -> u32 {
        u32::try_from((u64::from(self.0.next_u32()) * u64::from(bound)) >> 32).unwrap_or(0)
    }

    /// Source: Box and Muller (1958); the second of the pair is not used.
    pub(super) fn normal(&mut self, of: Normal) -> f64 {
        let far = (-2.0 * (1.0 - self.share()).ln()).sqrt();
        of.mean + of.deviation * far * (std::f64::consts::TAU * self.share()).cos()
    }

    /// A place of a list, each as likely as its weight says.
    pub(super) fn weighted(&mut self, weights: &[u32]) -> u8 {
        let mut left = self.below(weights.iter().sum());
        for (place, weight) in (0..).zip(weights) {
            if left < *weight {
                return place;
            }
            left -= weight;
        }
        0
    }

    /// Source: Fisher and Yates, from the front: each finds its place among those before it.
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for (place, bound) in (0..items.len()).zip(1_u32..) {
            let other = usize::try_from(self.below(bound)).unwrap_or(place);
            items.swap(place, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_normal_variable_has_its_mean_and_deviation() {
        let mut dice = Dice::new(1);
        let drawn: Vec<f64> =
            (0..40_000).map(|_| dice.normal(Normal { mean: 0.3, deviation: 0.8 })).collect();
        let mean = drawn.iter().sum::<f64>() / 40_000.0;
        let spread = drawn.iter().map(|one| (one - mean).powi(2)).sum::<f64>() / 40_000.0;
        assert!((mean - 0.3).abs() < 0.015, "{mean}");
        assert!((spread.sqrt() - 0.8).abs() < 0.012, "{spread}");
    }

    #[test]
    fn a_place_is_drawn_as_often_as_its_weight_says() {
        let mut dice = Dice::new(2);
        let mut found = [0_u32; 3];
        for _ in 0..40_000 {
            found[usize::from(dice.weighted(&[1, 0, 3]))] += 1;
        }
        assert!(found[0].abs_diff(10_000) < 400 && found[1] == 0, "{found:?}");
    }

    #[test]
    fn a_shuffle_keeps_what_it_moves() {
        let mut items: Vec<u32> = (0..50).collect();
        Dice::new(3).shuffle(&mut items);
        assert_ne!(items, (0..50).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..50).collect::<Vec<_>>());
    }
}

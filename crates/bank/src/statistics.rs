//! The little statistics that the gates need; knows nothing of questions.

/// The chance of a standard normal value at least so far from zero, on either side.
///
/// Source: P(|Z| ≥ z) = erfc(z ÷ √2); the function is libm's, so it is the same on every machine.
pub(crate) fn two_sided(z: f64) -> f64 {
    libm::erfc(z.abs() / std::f64::consts::SQRT_2)
}

/// P-values adjusted for their number, in the same order: at a level of .05, the chance that one of them or more is
/// a false alarm is at most .05, however they hang together.
///
/// Source: Holm, "A simple sequentially rejective multiple test procedure", 1979, in its step-down form: the i-th
/// smallest of m is multiplied by m − i + 1, and none falls below the one before it.
pub(crate) fn holm(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<(usize, f64)> = values.iter().copied().enumerate().collect();
    order.sort_by(|(one, p), (two, q)| p.total_cmp(q).then(one.cmp(two)));
    let mut adjusted = vec![1.0; values.len()];
    let mut least = 0.0_f64;
    for (left, (place, p)) in (1..=values.len()).rev().zip(order) {
        least = least.max(float(left) * p).min(1.0);
        if let Some(slot) = adjusted.get_mut(place) {
            *slot = least;
        }
    }
    adjusted
}

/// The chance of at least `wanted` hits of `trials`, each with the chance `hit`.
///
/// Source: the upper tail of the binomial distribution, each term from the one before it.
pub(crate) fn at_least(wanted: u32, trials: u32, hit: f64) -> f64 {
    if hit >= 1.0 {
        return if wanted <= trials { 1.0 } else { 0.0 };
    }
    let odds = hit / (1.0 - hit);
    let mut term = (0..trials).fold(1.0, |term, _| term * (1.0 - hit));
    let mut sum = 0.0;
    for hits in 0..=trials {
        if hits >= wanted {
            sum += term;
        }
        term *= odds * f64::from(trials - hits) / f64::from(hits + 1);
    }
    sum
}

/// A count as a number to reckon with.
pub(crate) fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_near(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-3 * expected.abs(), "{found} is not {expected}");
    }

    #[test]
    fn the_normal_tail_is_that_of_the_tables() {
        check_near(two_sided(0.0), 1.0);
        check_near(two_sided(1.959_964), 0.05);
        check_near(two_sided(-2.575_829), 0.01);
        check_near(two_sided(6.0), 1.973e-9);
    }

    #[test]
    fn holm_multiplies_by_what_is_left_and_never_falls() {
        #[track_caller]
        fn check(values: &[f64], expected: &[f64]) {
            let found = holm(values);
            assert_eq!(found.len(), expected.len());
            found.iter().zip(expected).for_each(|(one, two)| check_near(*one, *two));
        }
        check(&[], &[]);
        check(&[0.03], &[0.03]);
        check(&[0.01, 0.04, 0.03, 0.005], &[0.03, 0.06, 0.06, 0.02]);
        check(&[0.9, 0.9], &[1.0, 1.0]);
    }

    #[test]
    fn a_binomial_tail_sums_its_terms() {
        check_near(at_least(0, 10, 0.3), 1.0);
        check_near(at_least(2, 2, 0.5), 0.25);
        check_near(at_least(1, 2, 0.5), 0.75);
        check_near(at_least(3, 2, 1.0) + 1.0, 1.0);
        check_near(at_least(36, 50, 1.0), 1.0);
        // Someone who hits .60 of the questions reaches 36 of 50 about once in twenty.
        check_near(at_least(36, 50, 0.6), 0.0540);
    }
}

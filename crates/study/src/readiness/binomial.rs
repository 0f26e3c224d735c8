//! Distributions of a number of right answers.

/// The chances of 0 to `n` right answers of `n`, when the chance of each is drawn once from a beta distribution.
///
/// Source: the beta-binomial distribution, by the ratio of neighbouring terms; with products of at most `n` factors no
/// gamma function is needed. It begins at the likelier end: the chance of the other may be no number any more, and all
/// that follow from it would be nothing.
pub fn beta_binomial(n: u32, alpha: f64, beta: f64) -> Vec<f64> {
    if alpha > beta {
        let mut terms = beta_binomial(n, beta, alpha);
        terms.reverse();
        return terms;
    }
    let all = f64::from(n);
    let mut term = (0..n).map(f64::from).map(|i| (beta + i) / (alpha + beta + i)).product::<f64>();
    let mut terms = vec![term];
    for k in (0..n).map(f64::from) {
        term *= (all - k) / (k + 1.0) * (alpha + k) / (beta + all - k - 1.0);
        terms.push(term);
    }
    terms
}

/// The chance of at least `least` right answers of `n`, each right by `share`. It begins at the likelier end, as
/// [`beta_binomial`] does.
pub fn binomial_tail(n: u32, share: f64, least: u32) -> f64 {
    let share = share.clamp(0.0, 1.0);
    let mirrored = share > 0.5;
    let common = if mirrored { share } else { 1.0 - share };
    let odds = (1.0 - common) / common;
    let all = f64::from(n);
    let mut term = (0..n).fold(1.0, |term, _| term * common);
    let mut tail = 0.0;
    for k in 0..=n {
        let right = if mirrored { n - k } else { k };
        if right >= least {
            tail += term;
        }
        term *= (all - f64::from(k)) / (f64::from(k) + 1.0) * odds;
    }
    tail.min(1.0)
}

/// The distribution of the sum of two numbers.
pub(super) fn sum_of(one: &[f64], other: &[f64]) -> Vec<f64> {
    let mut sum = vec![0.0; (one.len() + other.len()).saturating_sub(1)];
    for (from, first) in one.iter().enumerate() {
        for (place, second) in sum.iter_mut().skip(from).zip(other) {
            *place += first * second;
        }
    }
    sum
}

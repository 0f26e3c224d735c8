//! All cues together: a guesser who has learned from other questions of the bank how much each cue is worth.
//!
//! The model is a conditional logit: an option's score is a weighted sum of its features, and the chance that it is
//! the key is the softmax of the scores over the question's options. Features are standardised within the question,
//! since a guesser compares options with each other. The weights are fitted on four fifths of the questions and
//! tried on the fifth that was held out, five times, so that what is measured is what a stranger could use.
//!
//! Only questions with one key are taken: a choice of several is another model, and a seventh of the bank.
//!
//! Source: "Conditional logit analysis of qualitative choice behavior", 1973; the fit is Newton's method
//! on the log-likelihood less a ridge, which has one highest point; Geisser and Stone on cross-validation.

use super::Cue;
use super::looks::{Look, Sight};
use super::tally::Tally;
use crate::statistics::float;

/// The cue's name in the figures.
pub(super) const NAME: &str = "fitted together";

/// The question's number, modulo this, is its fold.
const FOLDS: u32 = 5;
/// Half of it is the price of a weight's square, in nats: as if one more question spoke for no weight.
const RIDGE: f64 = 1.0;
/// Newton's method doubles the right digits with each step: far fewer do.
const STEPS: u32 = 30;
/// Places a to d have weights; where there are more, they count as the least.
const PLACES: usize = 4;
const FEATURES: usize = 7 + PLACES;

type Features = [f64; FEATURES];

/// A question as the model sees it.
struct Case<'a> {
    sight: &'a Sight,
    options: Vec<Features>,
    key: usize,
}

/// The hits on held-out questions against chance; none where there are too few questions to fit and to try.
pub(super) fn measure(sights: &[Sight]) -> Option<Cue> {
    let cases: Vec<Case<'_>> = sights.iter().filter_map(case).collect();
    let mut tally = Tally::default();
    for fold in 0..FOLDS {
        let (held, rest): (Vec<&Case<'_>>, Vec<&Case<'_>>) =
            cases.iter().partition(|case| case.sight.number % FOLDS == fold);
        if rest.is_empty() {
            continue;
        }
        let weights = fit(&rest);
        for case in held {
            let scores: Vec<f64> = case.options.iter().map(|option| dot(&weights, option)).collect();
            tally.add(case.sight, &scores);
        }
    }
    tally.cue(NAME)
}

fn case(sight: &Sight) -> Option<Case<'_>> {
    let mut keys = sight.looks.iter().enumerate().filter(|(_, look)| look.correct);
    let (key, _) = keys.next()?;
    keys.next().is_none().then(|| Case { sight, options: features(sight), key })
}

/// The features of each option; shortness is length with a minus, and needs no weight of its own.
fn features(sight: &Sight) -> Vec<Features> {
    let column = |value: fn(&Look) -> f64| -> Vec<f64> { standardised(sight.looks.iter().map(value)) };
    let lengths = column(|look| look.length);
    let columns = [
        share_of_most(&lengths, 1.0),
        share_of_most(&lengths, -1.0),
        lengths,
        column(|look| look.overlap),
        column(|look| look.convergence),
        column(|look| look.absolutes),
        column(|look| look.specific),
    ];
    (0..sight.looks.len())
        .map(|option| {
            let mut row = [0.0; FEATURES];
            for (slot, column) in row.iter_mut().zip(&columns) {
                *slot = column.get(option).copied().unwrap_or(0.0);
            }
            if let Some(place) = row.get_mut(columns.len() + option.min(PLACES)).filter(|_| !sight.fixed) {
                *place = 1.0;
            }
            row
        })
        .collect()
}

/// Values less their mean, over their standard deviation; all zero where they are alike.
fn standardised(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let values: Vec<f64> = values.collect();
    let n = float(values.len().max(1));
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / n;
    let scale = if variance > 0.0 { 1.0 / variance.sqrt() } else { 0.0 };
    values.iter().map(|value| (value - mean) * scale).collect()
}

/// One for the option with the most of a value, shared among ties; `sign` turns the most into the least.
fn share_of_most(values: &[f64], sign: f64) -> Vec<f64> {
    let most = values.iter().map(|value| value * sign).fold(f64::NEG_INFINITY, f64::max);
    let is_most = |value: &f64| most - value * sign < 1e-9;
    let tied = float(values.iter().filter(|value| is_most(value)).count().max(1));
    values.iter().map(|value| if is_most(value) { 1.0 / tied } else { 0.0 }).collect()
}

fn dot(one: &Features, two: &Features) -> f64 {
    one.iter().zip(two).map(|(a, b)| a * b).sum()
}

/// Softmax of the scores of a question's options.
fn chances(weights: &Features, case: &Case<'_>) -> Vec<f64> {
    let scores: Vec<f64> = case.options.iter().map(|option| dot(weights, option)).collect();
    let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let raised: Vec<f64> = scores.iter().map(|score| libm::exp(score - most)).collect();
    let sum: f64 = raised.iter().sum();
    raised.iter().map(|each| each / sum).collect()
}

/// The log-likelihood less the ridge.
fn worth(weights: &Features, cases: &[&Case<'_>]) -> f64 {
    let told = cases.iter().filter_map(|case| chances(weights, case).get(case.key).copied());
    told.map(|chance| libm::log(chance.max(f64::MIN_POSITIVE))).sum::<f64>()
        - 0.5 * RIDGE * dot(weights, weights)
}

/// The weights of the highest worth: Newton's steps, halved while they would go down.
fn fit(cases: &[&Case<'_>]) -> Features {
    let mut weights = [0.0; FEATURES];
    let mut best = worth(&weights, cases);
    for _ in 0..STEPS {
        let (slope, bend) = derivatives(&weights, cases);
        let step = solve(bend, slope);
        let halvings = (0..20).scan(1.0, |scale, _| {
            let now = *scale;
            *scale *= 0.5;
            Some(now)
        });
        let moved = halvings.into_iter().find_map(|scale: f64| {
            let mut next = weights;
            next.iter_mut().zip(&step).for_each(|(weight, by)| *weight += scale * by);
            let worth = worth(&next, cases);
            (worth > best).then_some((next, worth))
        });
        let Some((next, worth)) = moved else { break };
        let gain = worth - best;
        (weights, best) = (next, worth);
        if gain < 1e-10 {
            break;
        }
    }
    weights
}

/// The slope of the worth, and the negative of its bend, which the ridge makes positive definite.
fn derivatives(weights: &Features, cases: &[&Case<'_>]) -> (Features, [Features; FEATURES]) {
    let mut slope = weights.map(|weight| -RIDGE * weight);
    let mut bend = [[0.0; FEATURES]; FEATURES];
    for (place, row) in bend.iter_mut().enumerate() {
        if let Some(slot) = row.get_mut(place) {
            *slot = RIDGE;
        }
    }
    for case in cases {
        let chances = chances(weights, case);
        let mut mean = [0.0; FEATURES];
        for (option, chance) in case.options.iter().zip(&chances) {
            mean.iter_mut().zip(option).for_each(|(slot, value)| *slot += chance * value);
        }
        if let Some(key) = case.options.get(case.key) {
            slope
                .iter_mut()
                .zip(key.iter().zip(&mean))
                .for_each(|(slot, (value, mean))| *slot += value - mean);
        }
        for (option, chance) in case.options.iter().zip(&chances) {
            let off: Vec<f64> = option.iter().zip(&mean).map(|(value, mean)| value - mean).collect();
            for (row, one) in bend.iter_mut().zip(&off) {
                row.iter_mut().zip(&off).for_each(|(slot, two)| *slot += chance * one * two);
            }
        }
    }
    (slope, bend)
}

/// Solves a positive definite system by elimination, which needs no exchange of rows.
fn solve(mut rows: [Features; FEATURES], mut right: Features) -> Features {
    for pivot in 0..FEATURES {
        let Some((pivot_row, pivot_right)) = rows.get(pivot).copied().zip(right.get(pivot).copied()) else {
            break;
        };
        let Some(head) = pivot_row.get(pivot).copied().filter(|head| head.abs() > 0.0) else { break };
        for (place, (row, value)) in rows.iter_mut().zip(right.iter_mut()).enumerate() {
            if place == pivot {
                continue;
            }
            let share = row.get(pivot).copied().unwrap_or(0.0) / head;
            row.iter_mut().zip(&pivot_row).for_each(|(slot, from)| *slot -= share * from);
            *value -= share * pivot_right;
        }
    }
    let heads = rows.iter().enumerate().map(|(place, row)| row.get(place).copied().unwrap_or(1.0));
    let mut answer = right;
    answer.iter_mut().zip(heads).for_each(|(slot, head)| *slot /= head);
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_solved() {
        let mut rows = [[0.0; FEATURES]; FEATURES];
        for (place, row) in rows.iter_mut().enumerate() {
            row[place] = 4.0;
            row[(place + 1) % FEATURES] += 1.0;
        }
        let wanted: Features = std::array::from_fn(|place| f64::from(u32::try_from(place).unwrap()) - 3.0);
        let right: Features = std::array::from_fn(|place| dot(&rows[place], &wanted));
        let found = solve(rows, right);
        assert!(found.iter().zip(&wanted).all(|(one, two)| (one - two).abs() < 1e-9), "{found:?}");
    }

    #[test]
    fn features_are_of_the_question_itself() {
        assert_eq!(standardised([1.0, 3.0].into_iter()), [-1.0, 1.0]);
        assert_eq!(standardised([2.0, 2.0].into_iter()), [0.0, 0.0]);
        assert_eq!(share_of_most(&[1.0, 3.0, 3.0, 0.0], 1.0), [0.0, 0.5, 0.5, 0.0]);
        assert_eq!(share_of_most(&[1.0, 3.0, 3.0, 0.0], -1.0), [0.0, 0.0, 0.0, 1.0]);
    }
}

//! What a class says of a form: how its scores lie, and how far another form of the kind would give the same.

use crate::beta::f_quantile;
use crate::item::{self, Parts};
use crate::number::{estimated, share, thousandths};
use crate::sat::Sat;
use invigil_engine::share::class::{Estimate, FormReport, ItemReport};

/// What a class says of a form.
pub(crate) fn report(sat: &Sat) -> FormReport {
    let parts = Parts::of(&sat.scores, sat.counted);
    let items: Vec<ItemReport> =
        (0..).zip(&sat.form.items).map(|(place, item)| item::report(sat, place, item, &parts)).collect();
    let variance = variance(&sat.scores);
    let reliability = variance.and_then(|variance| kr20(sat, &items, variance));
    // The variance over n − 1, as a share: that of a sample, of which one wants to know those that it was taken from.
    let (people, counted) = (f64::from(sat.people()), f64::from(sat.counted));
    let spread = variance
        .filter(|_| sat.counted > 0)
        .map(|variance| (variance * people / (people - 1.0)).sqrt() / counted);
    FormReport {
        people: sat.people(),
        counted: sat.counted,
        mean: share(sat.scores.iter().sum(), sat.people() * sat.counted),
        spread: spread.map(thousandths),
        tenths: tenths(sat),
        kr20: reliability.map(|kr20| feldt(kr20, sat.people(), sat.counted)),
        error: spread.zip(reliability).map(|(spread, kr20)| thousandths(spread * (1.0 - kr20).sqrt())),
        domains: domains(sat, &items),
        items,
    }
}

/// The variance of the scores over n; none of fewer than two people.
fn variance(scores: &[u32]) -> Option<f64> {
    let n = f64::from(crate::number::count(scores.len()));
    let sum = f64::from(scores.iter().sum::<u32>());
    let squares = f64::from(scores.iter().map(|score| score * score).sum::<u32>());
    (scores.len() > 1).then(|| (n * squares - sum * sum) / (n * n))
}

/// How many people had a share in each tenth; all right is in the last.
fn tenths(sat: &Sat) -> Vec<u32> {
    let mut tenths = vec![0; 10];
    for score in &sat.scores {
        let tenth = (score * 10).checked_div(sat.counted).map(|tenth| tenth.min(9));
        if let Some(people) = tenth.and_then(|tenth| tenths.get_mut(usize::try_from(tenth).ok()?)) {
            *people += 1;
        }
    }
    tenths
}

/// The reliability of the scores; none of fewer than two people or two questions that count, or where all have one score.
///
/// Source: G. F. Kuder and M. W. Richardson, Psychometrika 2 (1937), formula 20: `k/(k − 1) · (1 − Σpq/σ²)`. `pq` is the
/// variance of a question over n, and so σ² is over n too.
fn kr20(sat: &Sat, items: &[ItemReport], variance: f64) -> Option<f64> {
    let people = f64::from(sat.people());
    let counted = sat.form.items.iter().zip(items).filter(|(item, _)| item.scored);
    let of_items: f64 =
        counted.map(|(_, report)| f64::from(report.right) / people).map(|right| right * (1.0 - right)).sum();
    let k = f64::from(sat.counted);
    (sat.counted > 1 && variance > 0.0).then(|| (k / (k - 1.0) * (1.0 - of_items / variance)).min(1.0))
}

/// A reliability in thousandths with its interval at 95 percent.
///
/// Source: L. S. Feldt, Psychometrika 30 (1965): `(1 − ρ)/(1 − KR20)` has the F distribution with n − 1 and
/// (n − 1)(k − 1) degrees of freedom.
fn feldt(kr20: f64, people: u32, counted: u32) -> Estimate {
    let (n, k) = (f64::from(people), f64::from(counted));
    let end = |chance| thousandths(1.0 - (1.0 - kr20) * f_quantile(chance, n - 1.0, (n - 1.0) * (k - 1.0)));
    Estimate { value: thousandths(kr20), low: end(0.975), high: end(0.025) }
}

/// The share of right answers of each domain, over all people and its questions that count.
fn domains(sat: &Sat, items: &[ItemReport]) -> Vec<Option<Estimate>> {
    let mut sums = vec![(0, 0, false); crate::sat::domains(sat.form)];
    for (item, report) in sat.form.items.iter().zip(items).filter(|(item, _)| item.scored) {
        if let Some((right, asked, any)) = item.domain.and_then(|domain| sums.get_mut(usize::from(domain))) {
            *right += report.right;
            *asked += report.asked;
            *any = true;
        }
    }
    sums.into_iter().map(|(right, asked, any)| any.then(|| estimated(right, asked))).collect()
}

//! The chance of passing, from first answers alone.
//!
//! What a learner saw before says little about the subject, so repeats are left out; the model and its assumptions are
//! in `docs/readiness.md`, with the figures of the simulation that holds it to account.

mod binomial;
mod estimate;
mod evidence;

pub use binomial::{beta_binomial, binomial_tail};
pub use estimate::{Answer, Cut, DomainEstimate, Estimate, Parameters, estimate, raw_claim};
pub use evidence::{answers, raw_share};

use invigil_engine::bank::BankIndex;
use invigil_engine::exposure::Exposures;
use invigil_engine::study::{DomainReadiness, Readiness};

/// First answers below which no chance is given, and those of each domain.
pub const NEEDED: u32 = 65;
/// See [`NEEDED`].
pub const NEEDED_OF_DOMAIN: u32 = 8;

/// What a history says of the chance of passing the exam of a guide, by its place in the bank.
pub fn readiness(index: &BankIndex, guide: u8, history: &Exposures) -> Readiness {
    let Some(blueprint) = index.guides.get(usize::from(guide)) else { return Readiness::default() };
    let weights: Vec<u32> = blueprint.domains.iter().map(|domain| domain.weight).collect();
    let seats = invigil_engine::draw::seats(&weights, blueprint.format.scored);
    let answers = answers(index, guide, history);
    let found = estimate(&answers, &seats, &Parameters::default());
    let domains: Vec<DomainReadiness> =
        (0..).zip(&found.domains).map(|(place, of)| domain(place, of, &answers)).collect();
    let fresh = u32::try_from(answers.len()).unwrap_or(u32::MAX);
    let enough = fresh >= NEEDED && domains.iter().all(|domain| domain.fresh >= NEEDED_OF_DOMAIN);
    Readiness {
        fresh,
        needed: NEEDED,
        needed_of_domain: NEEDED_OF_DOMAIN,
        chance: enough.then(|| shown(found.chance)),
        low: whole(found.low * 100.0),
        high: whole(found.high * 100.0),
        raw: raw_share(history).map(|share| whole(raw_claim(share, blueprint.format.scored) * 100.0)),
        domains,
    }
}

fn domain(place: u8, of: &DomainEstimate, answers: &[Answer]) -> DomainReadiness {
    let here = || answers.iter().filter(|answer| answer.domain == place);
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    DomainReadiness {
        fresh: count(here().count()),
        right: count(here().filter(|answer| answer.right).count()),
        share: whole(of.share * 1000.0),
        low: whole(of.low * 1000.0),
        high: whole(of.high * 1000.0),
        gain: whole(of.gain.max(0.0) * 1000.0),
    }
}

/// A chance as it is shown: in percent, rounded to fives, never nothing and never certain.
pub fn shown(chance: f64) -> u32 {
    (whole(chance * 20.0) * 5).clamp(5, 95)
}

/// The nearest whole number; what is below nothing is nothing.
fn whole(number: f64) -> u32 {
    // Counted up by halves: a float has no checked way to an integer.
    let rounded = number.clamp(0.0, 1_000_000.0).round();
    let mut whole = 0_u32;
    for bit in (0..20).rev() {
        let more = whole | 1 << bit;
        if f64::from(more) <= rounded {
            whole = more;
        }
    }
    whole
}

#[cfg(test)]
mod tests;

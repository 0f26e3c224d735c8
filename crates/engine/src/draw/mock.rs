//! Sealed mocks: each has only questions that were never seen, so the first must leave enough for the next.

use super::{DrawError, DrawSpec, Selection, available, draw};
use crate::bank::BankIndex;
use crate::exposure::Exposures;
use crate::ids::QuestionNumber;
use crate::seed::Seed;

/// So many papers are tried at most.
const TRIES: u64 = 64;

/// A draw from listed questions that leaves enough of them for another one like it, where there are enough for two; of
/// the papers that chance gives, the first that does. The spec gets the seed of the paper.
///
/// # Errors
/// Why no paper can be drawn at all.
pub fn draw_leaving_another(
    index: &BankIndex,
    spec: &mut DrawSpec,
    history: Option<&Exposures>,
    entropy: u64,
) -> Result<Selection, DrawError> {
    let listed = spec.only.clone().unwrap_or_default();
    let length = usize::try_from(spec.length).unwrap_or(usize::MAX);
    let mut first: Option<(Seed, Selection)> = None;
    for turn in 0..TRIES {
        spec.seed = Seed::from_entropy(entropy.wrapping_add(turn));
        let drawn = draw(index, spec, history)?;
        let left: Vec<QuestionNumber> =
            listed.iter().copied().filter(|number| !has(&drawn, *number)).collect();
        let is_last = left.len() < length;
        let next = DrawSpec { only: Some(left), ..spec.clone() };
        if drawn.deviations.is_empty() && (is_last || leaves_another(index, &next, history)) {
            return Ok(drawn);
        }
        first.get_or_insert((spec.seed, drawn));
    }
    let (seed, drawn) = first.ok_or(DrawError::TooFew { available: 0, wanted: spec.length })?;
    spec.seed = seed;
    Ok(drawn)
}

fn has(drawn: &Selection, number: QuestionNumber) -> bool {
    drawn.items.iter().any(|item| item.number == number)
}

/// Whether another paper of the same weights can be drawn.
fn leaves_another(index: &BankIndex, spec: &DrawSpec, history: Option<&Exposures>) -> bool {
    available(index, spec, history) >= spec.length
        && draw(index, spec, history).is_ok_and(|drawn| drawn.deviations.is_empty())
}

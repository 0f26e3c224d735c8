//! Hits of a guesser over questions, against what chance would hit.

use super::Cue;
use super::looks::Sight;
use crate::statistics::two_sided;
use crate::words::ratio;

/// Sums over the questions on which a cue picks.
#[derive(Default)]
pub(super) struct Tally {
    questions: u32,
    hits: f64,
    chances: f64,
    variance: f64,
    /// Questions on which it picks keys alone, with the distance to the next distractor.
    tells: Vec<(f64, String)>,
}

/// Two values that differ by less are a tie: sums in another order differ so.
const TIE: f64 = 1e-9;

impl Tally {
    /// The guesser picks the option of the highest value; ties share the pick.
    pub(super) fn add(&mut self, sight: &Sight, values: &[f64]) {
        let Some(most) = values.iter().copied().reduce(f64::max) else { return };
        let is_most = |value: f64| most - value < TIE;
        let tied = values.iter().filter(|value| is_most(**value)).count();
        let options = sight.looks.len();
        // Where all options tie, the cue says nothing.
        if tied == options {
            return;
        }
        let pairs = || sight.looks.iter().zip(values.iter().copied());
        let met = pairs().filter(|(look, value)| look.correct && is_most(*value)).count();
        let q = ratio(sight.looks.iter().filter(|look| look.correct).count(), options);
        self.questions += 1;
        self.hits += ratio(met, tied);
        self.chances += q;
        self.variance += q * (1.0 - q);
        let next = pairs().filter(|(look, _)| !look.correct).map(|(_, value)| value).reduce(f64::max);
        if let Some(next) = next.filter(|next| !is_most(*next)) {
            self.tells.push((most - next, sight.id.clone()));
        }
    }

    /// The figures of the cue; none where it picked nowhere, or nothing could be missed.
    pub(super) fn cue(mut self, name: &str) -> Option<Cue> {
        self.tells.sort_by(|(one, a), (two, b)| two.total_cmp(one).then(a.cmp(b)));
        let n = f64::from(self.questions);
        let z = (self.hits - self.chances) / f64::sqrt(self.variance);
        (self.questions > 0 && self.variance > 0.0).then(|| Cue {
            name: name.to_owned(),
            questions: self.questions,
            hit: self.hits / n,
            chance: self.chances / n,
            z,
            p: two_sided(z),
            holm: None,
            tells: self.tells.into_iter().map(|(_, id)| id).collect(),
        })
    }
}

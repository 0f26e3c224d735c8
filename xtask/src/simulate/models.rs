//! The models beside one another: each makes a chance of passing of a learner's history.

use invigil_engine::draw::seats;
use invigil_study::readiness::{Answer, Estimate, Parameters, estimate, raw_claim};

use super::learner::{Given, Learner};
use super::measures::mean;
use super::world::{MOCK, SCORED, WEIGHTS};

/// A model by what it looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Model {
    /// Whether 72 percent and more of all answers are right: certain either way.
    Threshold,
    /// An exam that is answered right by the share of all answers.
    AllAnswers,
    /// An exam that is answered right by the share of the latest mock exam.
    LatestMock,
    /// The app's own, of first answers.
    Ours,
}

impl Model {
    pub(super) const ALL: [Self; 4] = [Self::Threshold, Self::AllAnswers, Self::LatestMock, Self::Ours];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Threshold => "72 % of all answers, yes or no",
            Self::AllAnswers => "binomial, all answers",
            Self::LatestMock => "binomial, latest mock exam",
            Self::Ours => "Invigil",
        }
    }

    /// The chance of passing; none where the history has not what the model needs.
    pub(super) fn chance(self, learner: &Learner, ours: &Estimate) -> Option<f64> {
        let share = right_share(&learner.history);
        match self {
            Self::Threshold => Some(f64::from(u8::from(share >= 0.72))),
            Self::AllAnswers => Some(raw_claim(share, SCORED)),
            Self::LatestMock => latest_mock(&learner.history).map(|share| raw_claim(share, SCORED)),
            Self::Ours => Some(ours.chance),
        }
    }
}

/// The app's own model of a history.
pub(super) fn ours(learner: &Learner) -> Estimate {
    let first = learner.history.iter().filter(|given| !given.repeat);
    let answers: Vec<Answer> =
        first.map(|given| Answer { domain: given.domain, right: given.right }).collect();
    estimate(&answers, &seats(&WEIGHTS, SCORED), &Parameters::default())
}

fn right_share(given: &[Given]) -> f64 {
    mean(given.iter().map(|given| f64::from(u8::from(given.right))))
}

/// The share of right answers of the last 65, if all of them are to new questions.
fn latest_mock(history: &[Given]) -> Option<f64> {
    let from = history.len().checked_sub(usize::try_from(MOCK).ok()?)?;
    let latest = history.get(from..)?;
    latest.iter().all(|given| !given.repeat).then(|| right_share(latest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learner(history: &[(u8, bool, bool)]) -> Learner {
        let given = |(domain, right, repeat): &(u8, bool, bool)| Given {
            domain: *domain,
            right: *right,
            repeat: *repeat,
        };
        Learner { history: history.iter().map(given).collect(), share: 0.7, passed: true }
    }

    #[test]
    fn repeats_count_for_some_and_not_for_ours() {
        let mut history: Vec<_> = (0..80).map(|at| (at % 4, at % 8 < 5, false)).collect();
        let before = learner(&history);
        history.extend((0..80).map(|at| (at % 4, true, true)));
        let after = learner(&history);
        let of = |model: Model, learner: &Learner| model.chance(learner, &ours(learner));
        assert_eq!(of(Model::Ours, &before), of(Model::Ours, &after));
        assert!(of(Model::AllAnswers, &before) < of(Model::AllAnswers, &after));
        assert_eq!(of(Model::Threshold, &before), Some(0.0));
        assert_eq!(of(Model::Threshold, &after), Some(1.0));
        // All of the latest 65 are new; then none is.
        assert!(of(Model::LatestMock, &before).is_some());
        assert_eq!(of(Model::LatestMock, &after), None);
    }
}

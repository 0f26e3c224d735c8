//! The figures of a world: what each model claimed of its learners, beside what came.

use invigil_study::readiness::{Estimate, NEEDED_OF_DOMAIN};
use serde::{Deserialize, Serialize};

use super::dice::Dice;
use super::learner::Learner;
use super::measures::{Claim, brier, calibration_error, mean, mean_chance, noise_floor, spiegelhalter};
use super::models::{Model, ours};
use super::world::{WEIGHTS, World};

/// Learners of a world.
pub(super) const LEARNERS: u32 = 2_000;

/// What a world gave, to four places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Figures {
    pub(super) world: String,
    /// The share of learners who passed.
    pub(super) passed: f64,
    /// How often the share of right answers in the exam lay in the interval that should hold it eight times in ten.
    pub(super) coverage: f64,
    /// How often it lay below the interval.
    pub(super) below: f64,
    /// The share of learners whom the app would show no chance yet, for want of new questions in a domain. They count
    /// in all figures all the same.
    pub(super) held_back: f64,
    pub(super) models: Vec<ModelFigures>,
}

/// What a model was worth in a world.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ModelFigures {
    pub(super) model: String,
    pub(super) brier: f64,
    pub(super) calibration_error: f64,
    /// The calibration error of one who is right about every chance: mean, and ninety-fifth percentile.
    pub(super) floor: f64,
    pub(super) floor_high: f64,
    /// Spiegelhalter's Z.
    pub(super) z: Option<f64>,
    pub(super) mean_chance: f64,
}

impl Figures {
    /// The figures of a model; none where the world has not what it needs.
    pub(super) fn of(&self, model: Model) -> Option<&ModelFigures> {
        self.models.iter().find(|figures| figures.model == model.name())
    }
}

/// Simulates a world.
pub(super) fn measure(world: &World, learners: u32) -> Figures {
    let mut dice = Dice::new(world.seed);
    let drawn: Vec<Learner> = (0..learners).map(|_| Learner::draw(world, &mut dice)).collect();
    let drawn: Vec<(Learner, Estimate)> = drawn
        .into_iter()
        .map(|learner| {
            let estimate = ours(&learner);
            (learner, estimate)
        })
        .collect();
    let how_often = |what: fn(&Learner, &Estimate) -> bool| {
        places(mean(drawn.iter().map(|(learner, estimate)| f64::from(u8::from(what(learner, estimate))))))
    };
    let mut models = Vec::new();
    for model in Model::ALL {
        let claim = |(learner, estimate): &(Learner, Estimate)| {
            Some(Claim { chance: model.chance(learner, estimate)?, came: learner.passed })
        };
        if let Some(claims) = drawn.iter().map(claim).collect::<Option<Vec<_>>>() {
            models.push(judge(model, &claims, &mut dice));
        }
    }
    Figures {
        world: world.name.to_owned(),
        passed: how_often(|learner, _| learner.passed),
        coverage: how_often(|learner, estimate| (estimate.low..=estimate.high).contains(&learner.share)),
        below: how_often(|learner, estimate| learner.share < estimate.low),
        held_back: how_often(|learner, _| is_held_back(learner)),
        models,
    }
}

fn judge(model: Model, claims: &[Claim], dice: &mut Dice) -> ModelFigures {
    let floor = noise_floor(claims, dice);
    ModelFigures {
        model: model.name().to_owned(),
        brier: places(brier(claims)),
        calibration_error: places(calibration_error(claims)),
        floor: places(floor.mean),
        floor_high: places(floor.high),
        z: spiegelhalter(claims).map(places),
        mean_chance: places(mean_chance(claims)),
    }
}

/// Whether a domain has too few new questions; every world has enough of them in all.
fn is_held_back(learner: &Learner) -> bool {
    let fresh = |domain: u8| {
        let first = learner.history.iter().filter(|given| !given.repeat && given.domain == domain);
        u32::try_from(first.count()).unwrap_or(u32::MAX)
    };
    (0..).zip(WEIGHTS).any(|(domain, _)| fresh(domain) < NEEDED_OF_DOMAIN)
}

/// To four places: what a machine's own logarithm may differ by is not recorded.
fn places(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulate::world::KNOWN;

    #[test]
    fn the_same_seed_gives_the_same_figures() {
        let [first, second, ..] = KNOWN;
        let once = measure(&first, 60);
        assert_eq!(once, measure(&first, 60));
        assert_ne!(once, measure(&World { seed: second.seed, ..first }, 60));
        assert!(once.of(Model::LatestMock).is_some());
        assert!(measure(&second, 20).of(Model::LatestMock).is_none());
    }

    #[test]
    fn one_who_is_certain_leaves_nothing_to_noise() {
        let found = measure(&KNOWN[0], 60);
        let certain = found.of(Model::Threshold).unwrap();
        assert_eq!((certain.floor, certain.z), (0.0, None));
    }
}

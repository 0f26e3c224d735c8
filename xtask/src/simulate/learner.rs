//! A learner of a world: what they answer in practice, and how one exam goes.

use invigil_engine::draw::seats;

use super::dice::{Dice, Normal};
use super::world::{BANK, Forgetting, MOCK, SCORED, WEIGHTS, World};

/// An answer in practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Given {
    pub(super) domain: u8,
    pub(super) right: bool,
    /// Whether the question was seen before.
    pub(super) repeat: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Learner {
    /// Oldest first.
    pub(super) history: Vec<Given>,
    /// The share of right answers in the exam.
    pub(super) share: f64,
    pub(super) passed: bool,
}

/// A question: the three-parameter logistic model.
#[derive(Clone, Copy, Debug)]
struct Item {
    domain: u8,
    difficulty: f64,
    discrimination: f64,
    guess: f64,
}

impl Item {
    /// Of every hundred, 85 have four options; the others ask for two of five.
    fn draw(world: &World, domain: u8, spread: f64, dice: &mut Dice) -> Self {
        let guess = if dice.happens(0.85) { 1.0 / 4.0 } else { 1.0 / 10.0 };
        let difficulty = dice.normal(world.difficulty);
        let discrimination = dice.normal(Normal { mean: 0.0, deviation: spread }).exp();
        Self { domain, difficulty, discrimination, guess }
    }

    /// The chance of a right answer.
    fn chance(self, ability: f64) -> f64 {
        let known = 1.0 / (1.0 + (-self.discrimination * (ability - self.difficulty)).exp());
        self.guess + (1.0 - self.guess) * known
    }
}

/// What is true of a learner and nobody sees.
struct Truth {
    domains: Vec<f64>,
    /// How often practice asks each domain, beside the others.
    weights: Vec<u32>,
    growth: f64,
    /// By how much ability is lower in the exam than at the end of the practice.
    loss: f64,
    guesses: bool,
}

impl Truth {
    fn draw(world: &World, dice: &mut Dice) -> Self {
        let ability = dice.normal(world.ability);
        let mut domains: Vec<f64> = WEIGHTS.iter().map(|_| ability + dice.normal(world.domain)).collect();
        let mut weights = WEIGHTS.to_vec();
        if let Some(avoided) = world.avoided {
            let place = usize::from(dice.weighted(&[1; WEIGHTS.len()]));
            // All but the avoided one are asked more often.
            for (at, (ability, weight)) in domains.iter_mut().zip(&mut weights).enumerate() {
                if at == place {
                    *ability -= avoided.weaker;
                } else {
                    *weight *= avoided.rarer;
                }
            }
        }
        let growth = dice.normal(world.growth);
        let loss = world.forgetting.map_or(0.0, |forgetting| dice.normal(forgetting.loss).max(0.0));
        Self { domains, weights, growth, loss, guesses: !dice.happens(world.honest) }
    }

    /// Ability in a domain when so much of the practice is done, from 0 to 1.
    fn ability(&self, domain: u8, done: f64) -> f64 {
        self.domains.get(usize::from(domain)).copied().unwrap_or(0.0) + self.growth * done
    }

    /// The chance of a right answer to a question, by ability.
    fn chance(&self, item: Item, ability: f64) -> f64 {
        if self.guesses { item.chance(ability) } else { Item { guess: 0.0, ..item }.chance(ability) }
    }
}

impl Learner {
    pub(super) fn draw(world: &World, dice: &mut Dice) -> Self {
        let truth = Truth::draw(world, dice);
        let history = practise(world, &truth, dice);
        let harder = dice.normal(world.mismatch);
        let mut right = 0;
        for (domain, seats) in (0_u8..).zip(seats(&WEIGHTS, SCORED)) {
            let ability = truth.ability(domain, 1.0) - truth.loss - harder;
            for _ in 0..seats {
                let item = Item::draw(world, domain, world.exam_spread, dice);
                right += u32::from(dice.happens(truth.chance(item, ability)));
            }
        }
        let share = f64::from(right) / f64::from(SCORED);
        Self { history, share, passed: share >= dice.normal(world.cut) }
    }
}

/// A question that was asked before, and the part of the practice that was done when it last was.
struct Seen {
    item: Item,
    done: f64,
}

/// The practice: its repeats lie anywhere before a mock exam, each of any question seen so far.
fn practise(world: &World, truth: &Truth, dice: &mut Dice) -> Vec<Given> {
    let mut mock = if world.mock { mock_domains(dice) } else { Vec::new() };
    let open = world.answers.saturating_sub(if world.mock { MOCK } else { 0 });
    let mut repeats = world.repeats;
    let mut seen: Vec<Seen> = Vec::new();
    let mut history = Vec::new();
    for at in 0..world.answers {
        let done = f64::from(at) / f64::from(world.answers);
        let known = u32::try_from(seen.len()).unwrap_or(u32::MAX);
        let wanted = at < open && dice.below(open - at) < repeats;
        let again = if (wanted && known > 0) || known >= BANK { dice.below(known) } else { known };
        let old = usize::try_from(again).ok().and_then(|place| seen.get_mut(place));
        let repeat = old.is_some();
        let (item, memory) = if let Some(seen) = old {
            repeats = repeats.saturating_sub(1);
            let memory = memory(world, done - seen.done);
            seen.done = done;
            (seen.item, memory)
        } else {
            let domain = if at < open { dice.weighted(&truth.weights) } else { mock.pop().unwrap_or(0) };
            let item = Item::draw(world, domain, world.bank_spread, dice);
            seen.push(Seen { item, done });
            (item, 0.0)
        };
        let chance = truth.chance(item, truth.ability(item.domain, done) - world.bank_shift);
        let right = dice.happens(memory + (1.0 - memory) * chance);
        history.push(Given { domain: item.domain, right, repeat });
    }
    history
}

/// The chance that a question is known again by itself when so much of the practice lies between.
fn memory(world: &World, between: f64) -> f64 {
    let faded = |of: Forgetting| 0.5_f64.powf(between * of.days / of.half_life);
    world.memory * world.forgetting.map_or(1.0, faded)
}

/// The domains of a mock exam's questions, in any order.
fn mock_domains(dice: &mut Dice) -> Vec<u8> {
    let of = |(domain, seats): (u8, u32)| (0..seats).map(move |_| domain);
    let mut domains: Vec<u8> = (0..).zip(seats(&WEIGHTS, MOCK)).flat_map(of).collect();
    dice.shuffle(&mut domains);
    domains
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulate::world::{HELD_OUT, KNOWN};

    #[test]
    fn a_history_is_as_its_world_says() {
        for world in KNOWN {
            let mut dice = Dice::new(world.seed);
            for _ in 0..20 {
                let learner = Learner::draw(&world, &mut dice);
                let repeats = |given: &[Given]| given.iter().filter(|given| given.repeat).count();
                assert_eq!(learner.history.len(), usize::try_from(world.answers).unwrap(), "{}", world.name);
                assert_eq!(
                    repeats(&learner.history),
                    usize::try_from(world.repeats).unwrap(),
                    "{}",
                    world.name
                );
                assert!(!learner.history[0].repeat);
                if world.mock {
                    let mock = &learner.history[learner.history.len() - 65..];
                    assert_eq!(repeats(mock), 0);
                    assert_eq!(mock.iter().filter(|given| given.domain == 0).count(), 20);
                }
            }
        }
    }

    #[test]
    fn a_seed_says_all() {
        let draw = |seed| Learner::draw(&KNOWN[1], &mut Dice::new(seed));
        assert_eq!(draw(9), draw(9));
        assert_ne!(draw(9), draw(10));
    }

    #[test]
    fn a_question_is_answered_by_guess_and_by_knowledge() {
        let item = Item { domain: 0, difficulty: 0.5, discrimination: 1.3, guess: 0.25 };
        assert!((item.chance(0.5) - 0.625).abs() < 1e-12);
        assert!((item.chance(-50.0) - 0.25).abs() < 1e-12);
        assert!((item.chance(50.0) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn what_is_avoided_is_weaker_and_asked_less() {
        let truth = Truth::draw(&HELD_OUT[1], &mut Dice::new(1));
        let avoided: Vec<usize> = (0..4).filter(|at| truth.weights[*at] == WEIGHTS[*at]).collect();
        assert_eq!(avoided.len(), 1, "{:?}", truth.weights);
        assert_eq!(truth.weights.iter().sum::<u32>(), 5 * 100 - 4 * WEIGHTS[avoided[0]]);
        assert_eq!(Truth::draw(&KNOWN[0], &mut Dice::new(1)).weights, WEIGHTS);
    }

    #[test]
    fn memory_fades_where_a_world_forgets_and_nowhere_else() {
        let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-12, "{found}");
        near(memory(&KNOWN[1], 1.0), 0.6);
        near(memory(&HELD_OUT[0], 0.0), 0.6);
        near(memory(&HELD_OUT[0], 1.0 / 3.0), 0.3);
        assert!(Truth::draw(&HELD_OUT[0], &mut Dice::new(1)).loss > 0.0);
    }
}

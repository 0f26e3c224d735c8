//! The worlds as data: what is true of learners, bank and exam in each. The model that is held to account sees none of
//! it.

use super::dice::Normal;

/// Weights of the domains of C03, in percent.
pub(super) const WEIGHTS: [u32; 4] = [30, 26, 22, 22];
/// Questions of the exam that count.
pub(super) const SCORED: u32 = 50;
/// Questions of a mock exam.
pub(super) const MOCK: u32 = 65;
/// Questions of a bank; a history asks no more different ones.
pub(super) const BANK: u32 = 300;

/// A world. Abilities and difficulties are in logits.
#[derive(Clone, Copy, Debug)]
pub(super) struct World {
    pub(super) name: &'static str,
    /// Every figure of the world follows from it.
    pub(super) seed: u64,
    /// Answers given before the exam.
    pub(super) answers: u32,
    /// How many of them are to questions that were seen before.
    pub(super) repeats: u32,
    /// Whether the last 65 are a mock exam of new questions, with the blueprint's number in each domain.
    pub(super) mock: bool,
    /// Ability before practice, alike in all domains.
    pub(super) ability: Normal,
    /// What a domain adds to it.
    pub(super) domain: Normal,
    /// What practice adds, evenly from its first answer to its last.
    pub(super) growth: Normal,
    /// How much harder the exam is than the bank; drawn for each learner.
    pub(super) mismatch: Normal,
    pub(super) difficulty: Normal,
    /// Standard deviation of the logarithm of the discrimination of a question of the bank.
    pub(super) bank_spread: f64,
    /// The same of a question of the exam.
    pub(super) exam_spread: f64,
    /// The chance that a question seen before is known again by itself.
    pub(super) memory: f64,
    /// The share of right answers that passes; drawn for each learner.
    pub(super) cut: Normal,
    /// What a learner loses until the exam.
    pub(super) forgetting: Option<Forgetting>,
    /// A domain that a learner keeps away from; which one is drawn for each learner.
    pub(super) avoided: Option<Avoided>,
    /// How much harder than the exam the bank is, for every learner alike; below nothing it is easier.
    pub(super) bank_shift: f64,
    /// The share of learners who do not guess: what they do not know they leave out, in practice and in the exam.
    pub(super) honest: f64,
}

/// Practice takes time, and the exam comes after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Forgetting {
    /// Days from the first answer to the last, evenly spread.
    pub(super) days: f64,
    /// Days in which half of the chance to know a question again by itself goes.
    pub(super) half_life: f64,
    /// By how much ability falls between the last answer and the exam, in logits; never below nothing.
    pub(super) loss: Normal,
}

/// A domain that a learner is weak in, and therefore practises little.
#[derive(Clone, Copy, Debug)]
pub(super) struct Avoided {
    /// By how much ability is lower in it, in logits.
    pub(super) weaker: f64,
    /// It is asked so many times less often than the blueprint would.
    pub(super) rarer: u32,
}

/// What the worlds share unless they say otherwise: 260 answers, two in five of them repeats.
const USUAL: World = World {
    name: "260 answers, 40 % repeats",
    seed: 2,
    answers: 260,
    repeats: 104,
    mock: false,
    ability: Normal { mean: 0.35, deviation: 0.8 },
    domain: Normal { mean: 0.0, deviation: 0.35 },
    growth: Normal { mean: 0.3, deviation: 0.3 },
    mismatch: Normal { mean: 0.0, deviation: 0.3 },
    difficulty: Normal { mean: 0.0, deviation: 0.9 },
    bank_spread: 0.25,
    exam_spread: 0.25,
    memory: 0.6,
    cut: Normal { mean: 0.70, deviation: 0.03 },
    forgetting: None,
    avoided: None,
    bank_shift: 0.0,
    honest: 0.0,
};

/// The worlds that the model was chosen in.
pub(super) const KNOWN: [World; 6] = [
    World { name: "65 answers, all new", seed: 1, answers: 65, repeats: 0, mock: true, ..USUAL },
    USUAL,
    World { name: "400 answers, 60 % repeats", seed: 3, answers: 400, repeats: 240, ..USUAL },
    World {
        name: "400 answers, 60 % repeats, the last 65 new",
        seed: 4,
        answers: 400,
        repeats: 240,
        mock: true,
        ..USUAL
    },
    World {
        name: "260 answers, 40 % repeats, no learning",
        seed: 5,
        growth: Normal { mean: 0.0, deviation: 0.0 },
        ..USUAL
    },
    World {
        name: "260 answers, 40 % repeats, mismatch of .6",
        seed: 6,
        mismatch: Normal { mean: 0.0, deviation: 0.6 },
        ..USUAL
    },
];

/// Worlds that were written down before anything was run on them, and that nothing is ever chosen by.
pub(super) const HELD_OUT: [World; 3] = [
    World {
        name: "held out: forgets",
        seed: 101,
        forgetting: Some(Forgetting {
            days: 60.0,
            half_life: 20.0,
            loss: Normal { mean: 0.4, deviation: 0.2 },
        }),
        ..USUAL
    },
    World { name: "held out: lumpy", seed: 102, avoided: Some(Avoided { weaker: 1.5, rarer: 5 }), ..USUAL },
    World {
        name: "held out: uneven bank",
        seed: 103,
        bank_shift: -0.4,
        bank_spread: 0.6,
        honest: 0.5,
        ..USUAL
    },
];

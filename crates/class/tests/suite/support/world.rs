//! Dice that always fall the same, and classes of a known truth: what the questions are like is set, and so it can be
//! told how often a warning is false. Shared with `examples/`, and so without anything of the tests.

use invigil_engine::ids::{OptionId, OptionSet};
use invigil_engine::share::class::{ClassForm, ClassInput, ClassItem, ClassPerson};
use invigil_engine::share::handed::{Handed, HandedAnswer, HandedPaper};

/// The generator `SplitMix64`.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x2545_f491_4f6c_dd1d))
    }

    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A whole number below another; zero below zero.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        u32::try_from(self.bits() % u64::from(end.max(1))).unwrap_or(0)
    }

    /// From zero to one.
    pub(crate) fn share(&mut self) -> f64 {
        f64::from(self.below(1 << 30)) / f64::from(1 << 30)
    }

    /// Nearly normal with mean 0 and deviation 1: twelve uniform numbers less their mean.
    pub(crate) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.share()).sum::<f64>() - 6.0
    }
}

/// What a question is like in truth.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Truth {
    /// What is right goes with ability, and the three wrong options draw alike.
    Sound,
    /// The same, but another option stands as its key.
    WrongKey,
    /// All choose as by dice.
    Noise,
}

/// A form of single choice questions with four options, of which `b` is right in truth, and people who sat it.
///
/// Ability is `N(0, 1)`, difficulty `N(−0.3, 0.7)`, and right is who knows, with a chance of `1/(1 + e^(−1.2(θ − d)))`,
/// or guesses one of four.
pub(crate) fn class_of(dice: &mut Dice, people: u32, truths: &[Truth]) -> ClassInput {
    let difficulties: Vec<f64> = truths.iter().map(|_| 0.7 * dice.normal() - 0.3).collect();
    let items = truths.iter().zip(0..).map(|(truth, place): (&Truth, u32)| ClassItem {
        id: format!("bank/{place}"),
        revision: 1,
        about: String::new(),
        domain: Some(u8::try_from(place % 4).unwrap_or(0)),
        scored: true,
        options: 4,
        key: one(if *truth == Truth::WrongKey { 2 } else { 1 }),
    });
    let domains = ["One", "Two", "Three", "Four"].map(str::to_owned).to_vec();
    let form = ClassForm { id: "form".to_owned(), title: "Form".to_owned(), domains, items: items.collect() };
    let people = (0..people).map(|_| {
        let ability = dice.normal();
        let answers = truths.iter().zip(&difficulties);
        let answers = answers.map(|(truth, difficulty)| chosen(dice, *truth, ability - difficulty)).collect();
        ClassPerson { form: 0, handed: handed(answers) }
    });
    ClassInput { people: people.collect(), forms: vec![form] }
}

fn chosen(dice: &mut Dice, truth: Truth, ahead: f64) -> HandedAnswer {
    let knows = truth != Truth::Noise && dice.share() < 1.0 / (1.0 + (-1.2 * ahead).exp());
    let letter = if knows { 1 } else { u8::try_from(dice.below(4)).unwrap_or(0) };
    HandedAnswer { chosen: one(letter), flagged: false, visited: true, seconds: 30 + dice.below(120) }
}

fn one(letter: u8) -> OptionSet {
    OptionId::from_index(letter).into_iter().collect()
}

fn handed(answers: Vec<HandedAnswer>) -> Handed {
    Handed {
        name: "Somebody".to_owned(),
        paper: HandedPaper::Exam("b=dva".to_owned()),
        started: 1_796_117_400_000,
        limit: None,
        reveals: false,
        expired: false,
        used: 0,
        changed: 0,
        asked: invigil_engine::ids::Fingerprint(7),
        answers,
    }
}

//! What reviews found, for the questions as they are: a question that was changed since counts as not reviewed.
//!
//! These are readings by other eyes than the author's. No certified human has reviewed the bank, and no figure here
//! says otherwise.

use crate::load::{BankSources, Found, Lines, Round};
use crate::source::{AttackVerdict, KindName, QuestionSource};
use crate::statistics::{float, two_sided};
use std::collections::{BTreeMap, BTreeSet};

/// The figures of all reviews of a bank.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReviewReport {
    /// Each round by itself.
    pub rounds: Vec<RoundReport>,
    /// Questions by how many rounds found their key blind, at their current revision: none, one, two or more.
    pub blind: [usize; 3],
    /// Keys guessed from the options alone, on questions of one key.
    pub guessed: Option<Guessed>,
    /// Questions of which an adversary made a case, at their current revision.
    pub attacked: usize,
    /// Faults planted, and those of them that were found.
    pub planted: Option<(u32, u32)>,
}

/// The figures of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundReport {
    /// Its name, such as `2026-11-24-blind`.
    pub name: String,
    /// What was done.
    pub kind: &'static str,
    /// Its lines.
    pub lines: usize,
    /// Lines of questions that have the same revision today.
    pub current: usize,
    /// What came of the current ones.
    pub outcome: Outcome,
}

/// What came of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// So many answers agree with the key.
    Agreed(usize),
    /// So many cases left the question standing, led to its mending, to its dropping.
    Verdicts([usize; 3]),
    /// Of so many faults so many were found.
    Found(u32, u32),
}

/// How well keys are guessed from the options alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Guessed {
    /// Guesses at questions of one key, at their current revision.
    pub questions: usize,
    /// The share that hit.
    pub hit: f64,
    /// The share that blind picks would have.
    pub chance: f64,
    /// The distance between the two in standard errors.
    pub z: f64,
    /// The chance of such a distance, on either side.
    pub p: f64,
}

/// The share of keys that may be guessed from the options alone, in percent: a reader who knows the trade sees more
/// in four options than chance does.
pub const GUESSED_MOST: u32 = 45;

/// Questions by their numbers.
pub(crate) fn by_number(bank: &BankSources) -> BTreeMap<u32, &QuestionSource> {
    bank.questions.iter().filter_map(|found| Some((found.value.number?, &found.value))).collect()
}

/// Counts what the records of a bank say of its questions.
pub(crate) fn report(bank: &BankSources) -> ReviewReport {
    let questions = by_number(bank);
    let blind = |round: &&Round| matches!(round.lines, Lines::Blind(_));
    let solved: Vec<BTreeSet<u32>> =
        bank.review.iter().filter(blind).map(|round| agreeing(&questions, &answers(&round.lines))).collect();
    let mut counts = [0; 3];
    for question in &bank.questions {
        let rounds =
            question.value.number.map_or(0, |number| solved.iter().filter(|s| s.contains(&number)).count());
        if let Some(slot) = counts.get_mut(rounds.min(2)) {
            *slot += 1;
        }
    }
    let planted = bank.review.iter().filter_map(|round| match &round.lines {
        Lines::Planted(Some(planted)) => Some((planted.planted, planted.found)),
        _ => None,
    });
    ReviewReport {
        rounds: bank.review.iter().map(|round| round_report(&questions, round)).collect(),
        blind: counts,
        guessed: guessed(bank, &questions),
        attacked: attacked(bank, &questions),
        planted: planted.reduce(|(a, b), (c, d)| (a + c, b + d)),
    }
}

/// An answer of a blind or of a guessing reader.
struct Answer<'a> {
    number: u32,
    revision: u16,
    chosen: &'a [String],
}

fn answers(lines: &Lines) -> Vec<Answer<'_>> {
    fn all<T>(lines: &[Found<T>], of: fn(&T) -> Answer<'_>) -> Vec<Answer<'_>> {
        lines.iter().map(|line| of(&line.value)).collect()
    }
    match lines {
        Lines::Blind(lines) => {
            all(lines, |line| Answer { number: line.number, revision: line.revision, chosen: &line.chosen })
        }
        Lines::OptionsOnly(lines) => {
            all(lines, |line| Answer { number: line.number, revision: line.revision, chosen: &line.chosen })
        }
        Lines::Adversary(_) | Lines::Planted(_) => Vec::new(),
    }
}

type Questions<'a> = BTreeMap<u32, &'a QuestionSource>;

fn is_current(questions: &Questions<'_>, number: u32, revision: u16) -> bool {
    questions.get(&number).is_some_and(|question| question.revision == revision)
}

fn hits(question: &QuestionSource, chosen: &[String]) -> bool {
    let keys: BTreeSet<&String> =
        question.options.iter().filter(|option| option.correct).map(|option| &option.id).collect();
    keys == chosen.iter().collect()
}

/// The numbers of current questions whose key was chosen.
fn agreeing(questions: &Questions<'_>, answers: &[Answer<'_>]) -> BTreeSet<u32> {
    let current = answers.iter().filter(|answer| is_current(questions, answer.number, answer.revision));
    let agrees = |answer: &&Answer<'_>| {
        questions.get(&answer.number).is_some_and(|question| hits(question, answer.chosen))
    };
    current.filter(agrees).map(|answer| answer.number).collect()
}

fn round_report(questions: &Questions<'_>, round: &Round) -> RoundReport {
    let report = |kind, lines, current, outcome| RoundReport {
        name: round.name.clone(),
        kind,
        lines,
        current,
        outcome,
    };
    let answers = answers(&round.lines);
    let current =
        answers.iter().filter(|answer| is_current(questions, answer.number, answer.revision)).count();
    let agreed = Outcome::Agreed(agreeing(questions, &answers).len());
    match &round.lines {
        Lines::Blind(_) => report("blind", answers.len(), current, agreed),
        Lines::OptionsOnly(_) => report("options only", answers.len(), current, agreed),
        Lines::Adversary(cases) => {
            let mut verdicts = [0; 3];
            let current = || {
                let cases = cases.iter().map(|case| &case.value);
                cases.filter(|case| is_current(questions, case.number, case.revision))
            };
            for case in current() {
                let [stands, mended, dropped] = &mut verdicts;
                match case.verdict {
                    AttackVerdict::Stands => *stands += 1,
                    AttackVerdict::Mended => *mended += 1,
                    AttackVerdict::Dropped => *dropped += 1,
                }
            }
            report("adversary", cases.len(), current().count(), Outcome::Verdicts(verdicts))
        }
        Lines::Planted(planted) => {
            let (all, found) = planted.as_ref().map_or((0, 0), |planted| (planted.planted, planted.found));
            let attempts = planted.as_ref().map_or(0, |planted| planted.attempts.len());
            report("planted", attempts, attempts, Outcome::Found(all, found))
        }
    }
}

fn attacked(bank: &BankSources, questions: &Questions<'_>) -> usize {
    let cases = bank.review.iter().filter_map(|round| match &round.lines {
        Lines::Adversary(cases) => Some(cases),
        _ => None,
    });
    let cases = cases.flatten().map(|case| &case.value);
    let current = cases.filter(|case| is_current(questions, case.number, case.revision));
    current.map(|case| case.number).collect::<BTreeSet<_>>().len()
}

/// All guesses from options alone at questions of one key, as one sample.
fn guessed(bank: &BankSources, questions: &Questions<'_>) -> Option<Guessed> {
    let rounds = bank.review.iter().filter(|round| matches!(round.lines, Lines::OptionsOnly(_)));
    let (mut count, mut hit, mut chances, mut variance) = (0, 0, 0.0, 0.0);
    for answer in rounds.flat_map(|round| answers(&round.lines)) {
        let Some(question) = questions.get(&answer.number).filter(|q| q.revision == answer.revision) else {
            continue;
        };
        if question.kind != KindName::Single {
            continue;
        }
        let q = 1.0 / float(question.options.len().max(1));
        count += 1;
        hit += usize::from(hits(question, answer.chosen));
        chances += q;
        variance += q * (1.0 - q);
    }
    let n = float(count);
    let z = (float(hit) - chances) / f64::sqrt(variance);
    (variance > 0.0).then(|| Guessed {
        questions: count,
        hit: float(hit) / n,
        chance: chances / n,
        z,
        p: two_sided(z),
    })
}

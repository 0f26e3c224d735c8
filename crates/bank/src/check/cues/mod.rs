//! Whether someone who knows nothing could find the keys by their looks.
//!
//! Each cue is a guesser who picks the option that is longest, or shortest, or stands first; the last guesser weighs
//! all of them together ([`fitted`]). Over the whole bank each must hit a key about as often as chance does, neither
//! more (the key gives itself away) nor less (its avoidance does). Each question has its own chance `q`, its keys
//! over its options, and the hits' standard error is √(Σq(1−q))/n; ties share the pick.
//!
//! A dozen gates would cry wolf: of twelve honest cues one lies beyond two standard errors every second time. So the
//! error is by Holm's p-values over all cues together, at a level of .05; two standard errors of one cue only warn.
//!
//! Source: the gates follow Haladyna's rules on test-wiseness; a binomial sum's variance; Holm 1979.

mod fitted;
mod looks;
mod tally;

use crate::diagnostic::Diagnostic;
use crate::load::BankSources;
use crate::source::QuestionSource;
use crate::statistics::holm;
use looks::{CUES, Sight, sight};
use std::collections::BTreeMap;
use std::fmt;
use tally::Tally;

/// How well one cue hits the keys of a bank.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// Its name.
    pub name: String,
    /// On how many questions it picks.
    pub questions: u32,
    /// The share of picks that are keys.
    pub hit: f64,
    /// The share that blind picks would have.
    pub chance: f64,
    /// The distance between the two in standard errors.
    pub z: f64,
    /// The chance of such a distance, on either side, where the cue says nothing of the key.
    pub p: f64,
    /// The same, adjusted for the number of cues; none where it picks on too few questions to be judged.
    pub holm: Option<f64>,
    /// Questions on which it picks the keys alone, the plainest first.
    pub tells: Vec<String>,
}

impl fmt::Display for Cue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "hits {:.3}, chance {:.3}, z {:+.1}", self.hit, self.chance, self.z)?;
        match self.holm {
            Some(p) => write!(f, ", Holm p {p:.3} over {}", self.questions),
            None => write!(f, " over {}", self.questions),
        }
    }
}

/// Below so many questions a standard error says little, and no gate closes.
const LEAST: u32 = 20;
/// The chance of a false error over all cues together.
const LEVEL: f64 = 0.05;
/// Below so many questions of a topic only a cue that never misses could lie three standard errors off.
const LEAST_OF_TOPIC: u32 = 6;

/// Measures every cue over the bank.
pub(crate) fn measure(bank: &BankSources) -> Vec<Cue> {
    measure_all(bank.questions.iter().map(|found| &found.value))
}

fn measure_all<'a>(questions: impl Iterator<Item = &'a QuestionSource>) -> Vec<Cue> {
    let sights: Vec<Sight> = (0..).zip(questions).map(|(place, question)| sight(question, place)).collect();
    let mut cues = simple(&sights);
    cues.extend(fitted::measure(&sights));
    let judged = |cue: &Cue| cue.questions >= LEAST;
    let values: Vec<f64> = cues.iter().filter(|cue| judged(cue)).map(|cue| cue.p).collect();
    for (cue, p) in cues.iter_mut().filter(|cue| judged(cue)).zip(holm(&values)) {
        cue.holm = Some(p);
    }
    cues
}

/// The cues that need no fit.
fn simple(sights: &[Sight]) -> Vec<Cue> {
    let measured = CUES.iter().filter_map(|(name, values)| {
        let mut tally = Tally::default();
        for sight in sights {
            if let Some(values) = values(sight) {
                tally.add(sight, &values);
            }
        }
        tally.cue(name)
    });
    measured.collect()
}

pub(super) fn check(bank: &BankSources, found: &mut Vec<Diagnostic>) {
    for cue in measure(bank) {
        let code = match cue.holm {
            Some(p) if p <= LEVEL => "E-cue",
            Some(_) if cue.z.abs() > 2.0 => "W-cue",
            _ => continue,
        };
        found.push(bank.file("topics").says(code, cue.message(), cue.advice()));
    }
    check_topics(bank, found);
}

/// A writer's habit shows in a topic long before it shows in the bank. Places are left out: the app shuffles.
fn check_topics(bank: &BankSources, found: &mut Vec<Diagnostic>) {
    let mut topics: BTreeMap<&str, Vec<Sight>> = BTreeMap::new();
    for (place, question) in (0..).zip(&bank.questions) {
        topics.entry(&question.place.file).or_default().push(sight(&question.value, place));
    }
    for (file, sights) in topics {
        let cues = simple(&sights).into_iter();
        let off = cues.filter(|cue| cue.questions >= LEAST_OF_TOPIC && cue.z.abs() > 3.0);
        for cue in off.filter(|cue| !cue.name.starts_with("position")) {
            let place = crate::diagnostic::Place::file(file);
            found.push(place.says("W-cue-topic", format!("in this topic {}", cue.message()), cue.advice()));
        }
    }
}

impl Cue {
    fn message(&self) -> String {
        let often = if self.z > 0.0 { "often" } else { "seldom" };
        format!("the cue '{}' finds the key too {often}: {self}", self.name)
    }

    fn advice(&self) -> String {
        if self.z > 0.0 {
            let plainest: Vec<&str> = self.tells.iter().take(12).map(String::as_str).collect();
            let advice = "trim keys, then move true detail into the distractors; the plainest are";
            return format!("{advice} {}", plainest.join(", "));
        }
        "let the cue be right on some questions: who avoids it guesses better than chance".to_owned()
    }
}

#[cfg(test)]
mod tests;

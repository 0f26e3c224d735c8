//! Whether someone who knows nothing could find the keys by their looks.
//!
//! Each cue is a guesser who picks the option that is longest, or shortest, or stands first. Over
//! the whole bank it must hit a key about as often as chance does, neither more (the key gives
//! itself away) nor less (its avoidance does). Each question has its own chance `q`, its keys over
//! its options, and the hits' standard error is √(Σq(1−q))/n; ties share the pick.
//!
//! Source: the gates follow Haladyna's rules on test-wiseness; a binomial sum's variance.

use crate::diagnostic::Diagnostic;
use crate::load::BankSources;
use crate::markdown::{Setting, parse};
use crate::source::{OptionOrder, QuestionSource};
use crate::words::{absolutes, words};
use std::collections::BTreeSet;
use std::fmt;

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
}

impl fmt::Display for Cue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "hits {:.3}, chance {:.3}, z {:+.1} over {}", self.hit, self.chance, self.z, self.questions)
    }
}

/// An option as a guesser sees it.
struct Look {
    correct: bool,
    length: i64,
    overlap: i64,
    convergence: i64,
    absolutes: i64,
    specific: i64,
}

/// The options of a question, in the order of the file.
struct Sight {
    looks: Vec<Look>,
    fixed: bool,
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Long words alone say something of a text.
fn bag(text: &str, shortest: usize) -> BTreeSet<String> {
    words(text).into_iter().filter(|word| word.len() >= shortest).collect()
}

fn sight(question: &QuestionSource) -> Sight {
    let plain = |markdown: &str, setting| parse(markdown, setting).0.words();
    let stem = bag(&plain(&question.stem, Setting::Stem), 5);
    let texts: Vec<String> =
        question.options.iter().map(|option| plain(&option.text, Setting::Line)).collect();
    let bags: Vec<BTreeSet<String>> = texts.iter().map(|text| bag(text, 1)).collect();
    let looks = question.options.iter().zip(&texts).enumerate().map(|(place, (option, text))| {
        let others = bags.iter().enumerate().filter(|(other, _)| *other != place);
        let shared =
            |other: &BTreeSet<String>| bags.get(place).map_or(0, |own| own.intersection(other).count());
        Look {
            correct: option.correct,
            length: count(text.chars().count()),
            overlap: count(bag(text, 5).intersection(&stem).count()),
            convergence: count(others.map(|(_, other)| shared(other)).sum()),
            absolutes: count(absolutes(text)),
            specific: count(specifics(&option.text)),
        }
    });
    Sight { looks: looks.collect(), fixed: question.order == Some(OptionOrder::Fixed) }
}

/// Digits, abbreviations and code spans: what makes an option look as if its author knew more.
fn specifics(markdown: &str) -> usize {
    let digits = markdown.chars().filter(char::is_ascii_digit).count();
    let quotes = markdown.chars().filter(|sign| *sign == '`').count();
    let capitals =
        markdown.split(|sign: char| !sign.is_ascii_uppercase()).filter(|run| run.len() >= 2).count();
    digits + quotes + capitals
}

/// A cue's name and the options that it picks equally, or none where it has nothing to go by.
type Pick = (&'static str, fn(&Sight) -> Vec<bool>);

const PICKS: &[Pick] = &[
    ("longest", |sight| highest(sight, |look| look.length)),
    ("shortest", |sight| highest(sight, |look| -look.length)),
    ("stem overlap", |sight| highest(sight, |look| look.overlap)),
    ("convergence", |sight| highest(sight, |look| look.convergence)),
    ("few absolutes", |sight| highest(sight, |look| -look.absolutes)),
    ("most specific", |sight| highest(sight, |look| look.specific)),
    ("position a", |sight| position(sight, 0)),
    ("position b", |sight| position(sight, 1)),
    ("position c", |sight| position(sight, 2)),
    ("position d", |sight| position(sight, 3)),
    ("position e", |sight| position(sight, 4)),
    ("position f", |sight| position(sight, 5)),
];

fn highest(sight: &Sight, value: fn(&Look) -> i64) -> Vec<bool> {
    let most = sight.looks.iter().map(value).max();
    sight.looks.iter().map(|look| Some(value(look)) == most).collect()
}

/// A place in the file; options in a meaningful order are left out, since nothing chose their place.
fn position(sight: &Sight, place: usize) -> Vec<bool> {
    let picks = !sight.fixed && place < sight.looks.len();
    (0..sight.looks.len()).map(|each| picks && each == place).collect()
}

fn cue(name: &str, sights: &[Sight], pick: fn(&Sight) -> Vec<bool>) -> Option<Cue> {
    let (mut questions, mut hits, mut chances, mut variance) = (0u32, 0.0, 0.0, 0.0);
    for sight in sights {
        let picked = pick(sight);
        let (tied, options) = (picked.iter().filter(|p| **p).count(), sight.looks.len());
        let keys = sight.looks.iter().filter(|look| look.correct).count();
        // Where all options tie, the cue says nothing.
        if tied == 0 || tied == options {
            continue;
        }
        let met = sight.looks.iter().zip(&picked).filter(|(look, picked)| look.correct && **picked).count();
        let q = crate::words::ratio(keys, options);
        questions += 1;
        hits += crate::words::ratio(met, tied);
        chances += q;
        variance += q * (1.0 - q);
    }
    (questions > 0).then(|| {
        let n = f64::from(questions);
        let z = if variance > 0.0 { (hits - chances) / f64::sqrt(variance) } else { 0.0 };
        Cue { name: name.to_owned(), questions, hit: hits / n, chance: chances / n, z }
    })
}

/// Measures every cue over the bank.
pub(crate) fn measure(bank: &BankSources) -> Vec<Cue> {
    let sights: Vec<Sight> = bank.questions.iter().map(|found| sight(&found.value)).collect();
    PICKS.iter().filter_map(|(name, pick)| cue(name, &sights, *pick)).collect()
}

pub(super) fn check(bank: &BankSources, found: &mut Vec<Diagnostic>) {
    for cue in measure(bank) {
        let code = match cue.z.abs() {
            z if z > 3.0 => "E-cue",
            z if z > 2.0 => "W-cue",
            _ => continue,
        };
        let message = format!("the cue '{}' tells the key: {cue}", cue.name);
        let advice = "trim keys, then move true detail into the distractors, or spread the places of keys";
        found.push(bank.file("topics").says(code, message, advice));
    }
}

#[cfg(test)]
mod tests;

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
use crate::words::{absolutes, ratio, words};
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
    /// Questions on which it picks the keys alone, the plainest first.
    pub tells: Vec<String>,
}

impl fmt::Display for Cue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "hits {:.3}, chance {:.3}, z {:+.1} over {}", self.hit, self.chance, self.z, self.questions)
    }
}

/// Below so many questions a standard error says little, and no gate closes.
const LEAST: u32 = 20;

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
    id: String,
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
    Sight {
        id: question.id.clone(),
        looks: looks.collect(),
        fixed: question.order == Some(OptionOrder::Fixed),
    }
}

/// Digits, abbreviations and code spans: what makes an option look as if its author knew more.
fn specifics(markdown: &str) -> usize {
    let digits = markdown.chars().filter(char::is_ascii_digit).count();
    let quotes = markdown.chars().filter(|sign| *sign == '`').count();
    let capitals =
        markdown.split(|sign: char| !sign.is_ascii_uppercase()).filter(|run| run.len() >= 2).count();
    digits + quotes + capitals
}

/// What a cue values in each option, of which it picks the highest; none where it does not apply.
type Values = fn(&Sight) -> Option<Vec<i64>>;

const CUES: &[(&str, Values)] = &[
    ("longest", |sight| each(sight, |look| look.length)),
    ("shortest", |sight| each(sight, |look| -look.length)),
    ("stem overlap", |sight| each(sight, |look| look.overlap)),
    ("convergence", |sight| each(sight, |look| look.convergence)),
    ("few absolutes", |sight| each(sight, |look| -look.absolutes)),
    ("most specific", |sight| each(sight, |look| look.specific)),
    ("position a", |sight| position(sight, 0)),
    ("position b", |sight| position(sight, 1)),
    ("position c", |sight| position(sight, 2)),
    ("position d", |sight| position(sight, 3)),
    ("position e", |sight| position(sight, 4)),
    ("position f", |sight| position(sight, 5)),
];

#[expect(clippy::unnecessary_wraps, reason = "one shape for all cues")]
fn each(sight: &Sight, value: fn(&Look) -> i64) -> Option<Vec<i64>> {
    Some(sight.looks.iter().map(value).collect())
}

/// A place in the file; options in a meaningful order are left out, since nothing chose their place.
fn position(sight: &Sight, place: usize) -> Option<Vec<i64>> {
    let applies = !sight.fixed && place < sight.looks.len();
    applies.then(|| (0..sight.looks.len()).map(|each| i64::from(each == place)).collect())
}

/// Sums over the questions on which a cue picks.
#[derive(Default)]
struct Tally {
    questions: u32,
    hits: f64,
    chances: f64,
    variance: f64,
    /// Questions on which it picks keys alone, with the distance to the next distractor.
    tells: Vec<(i64, String)>,
}

impl Tally {
    fn add(&mut self, sight: &Sight, values: &[i64]) {
        let Some(most) = values.iter().max() else { return };
        let tied = values.iter().filter(|value| *value == most).count();
        let options = sight.looks.len();
        // Where all options tie, the cue says nothing.
        if tied == options {
            return;
        }
        let pairs = || sight.looks.iter().zip(values);
        let met = pairs().filter(|(look, value)| look.correct && *value == most).count();
        let q = ratio(sight.looks.iter().filter(|look| look.correct).count(), options);
        self.questions += 1;
        self.hits += ratio(met, tied);
        self.chances += q;
        self.variance += q * (1.0 - q);
        let next = pairs().filter(|(look, _)| !look.correct).map(|(_, value)| value).max();
        if let Some(next) = next.filter(|next| *next < most) {
            self.tells.push((most - next, sight.id.clone()));
        }
    }

    fn cue(mut self, name: &str) -> Option<Cue> {
        self.tells.sort_by(|(one, a), (two, b)| (two, a).cmp(&(one, b)));
        let n = f64::from(self.questions);
        (self.questions > 0 && self.variance > 0.0).then(|| Cue {
            name: name.to_owned(),
            questions: self.questions,
            hit: self.hits / n,
            chance: self.chances / n,
            z: (self.hits - self.chances) / f64::sqrt(self.variance),
            tells: self.tells.into_iter().map(|(_, id)| id).collect(),
        })
    }
}

/// Measures every cue over the bank.
pub(crate) fn measure(bank: &BankSources) -> Vec<Cue> {
    measure_all(bank.questions.iter().map(|found| &found.value))
}

fn measure_all<'a>(questions: impl Iterator<Item = &'a QuestionSource>) -> Vec<Cue> {
    let sights: Vec<Sight> = questions.map(sight).collect();
    let measured = CUES.iter().filter_map(|(name, values)| {
        let mut tally = Tally::default();
        for sight in &sights {
            if let Some(values) = values(sight) {
                tally.add(sight, &values);
            }
        }
        tally.cue(name)
    });
    measured.collect()
}

pub(super) fn check(bank: &BankSources, found: &mut Vec<Diagnostic>) {
    for cue in measure(bank).into_iter().filter(|cue| cue.questions >= LEAST) {
        let code = match cue.z.abs() {
            z if z > 3.0 => "E-cue",
            z if z > 2.0 => "W-cue",
            _ => continue,
        };
        let (message, advice) = if cue.z > 0.0 {
            let plainest: Vec<&str> = cue.tells.iter().take(12).map(String::as_str).collect();
            let advice = "trim keys, then move true detail into the distractors; the plainest are";
            ("finds the key too often", format!("{advice} {}", plainest.join(", ")))
        } else {
            let advice = "let the cue be right on some questions: who avoids it guesses better than chance";
            ("finds the key too seldom", advice.to_owned())
        };
        let message = format!("the cue '{}' {message}: {cue}", cue.name);
        found.push(bank.file("topics").says(code, message, advice));
    }
}

#[cfg(test)]
mod tests;

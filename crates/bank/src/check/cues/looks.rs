//! A question as a guesser sees it: what of its options can be seen without knowing anything.

use crate::markdown::{Setting, parse};
use crate::source::{OptionOrder, QuestionSource};
use crate::statistics::float;
use crate::words::{absolutes, words};
use std::collections::BTreeSet;

/// An option as a guesser sees it.
pub(super) struct Look {
    pub(super) correct: bool,
    pub(super) length: f64,
    pub(super) overlap: f64,
    pub(super) convergence: f64,
    pub(super) absolutes: f64,
    pub(super) specific: f64,
}

/// The options of a question, in the order of the file.
pub(super) struct Sight {
    pub(super) id: String,
    /// Its number, or its place in the bank while it has none.
    pub(super) number: u32,
    pub(super) looks: Vec<Look>,
    pub(super) fixed: bool,
}

/// Long words alone say something of a text.
fn bag(text: &str, shortest: usize) -> BTreeSet<String> {
    words(text).into_iter().filter(|word| word.len() >= shortest).collect()
}

pub(super) fn sight(question: &QuestionSource, place: u32) -> Sight {
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
            length: float(text.chars().count()),
            overlap: float(bag(text, 5).intersection(&stem).count()),
            convergence: float(others.map(|(_, other)| shared(other)).sum()),
            absolutes: float(absolutes(text)),
            specific: float(specifics(&option.text)),
        }
    });
    Sight {
        id: question.id.clone(),
        number: question.number.unwrap_or(place),
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
pub(super) type Values = fn(&Sight) -> Option<Vec<f64>>;

pub(super) const CUES: &[(&str, Values)] = &[
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
fn each(sight: &Sight, value: fn(&Look) -> f64) -> Option<Vec<f64>> {
    Some(sight.looks.iter().map(value).collect())
}

/// A place in the file; options in a meaningful order are left out, since nothing chose their place.
fn position(sight: &Sight, place: usize) -> Option<Vec<f64>> {
    let applies = !sight.fixed && place < sight.looks.len();
    applies.then(|| (0..sight.looks.len()).map(|each| if each == place { 1.0 } else { 0.0 }).collect())
}

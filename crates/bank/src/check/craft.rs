//! Flaws of item writing that a program can tell: each of these finds faults and, on the bank, no good question.
//!
//! Source: Haladyna, Downing and Rodriguez, "A review of multiple-choice item-writing guidelines", 2002. What needs
//! an understanding of language is left to review; docs/adr/0010 lists it.

use crate::diagnostic::Diagnostic;
use crate::load::{BankSources, Found};
use crate::markdown::{Setting, parse};
use crate::source::{OptionOrder, QuestionSource};
use crate::words::{prose, sentences, words};
use invigil_engine::time::Date;
use std::collections::BTreeSet;

/// More words than a reader compares at a glance.
const OPTION_WORDS: usize = 45;
/// An option that says the same and so many words more makes the shorter one half right.
const SUBSET_WORDS: usize = 2;
/// Days after which a question is held against its source again.
const VERIFIED_DAYS: i64 = 365;

pub(super) fn check(question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
    let stem = parse(&question.value.stem, Setting::Stem).0.words();
    let asked = sentences(stem.replace("(Select TWO.)", "").replace("(Select THREE.)", "").trim());
    if let Some(asked) = asked.last() {
        check_negatives(question, asked, found);
        check_lead(question, &stem, asked, found);
    }
    check_key(question, found);
    check_options(question, found);
    check_numbers(question, found);
}

/// A question with `not` in small letters is read without it; with two, nobody reads it right.
fn check_negatives(question: &Found<QuestionSource>, asked: &str, found: &mut Vec<Diagnostic>) {
    const LOUD: &[&str] = &["not", "never", "cannot", "except", "incorrect", "wrong", "false"];
    const ALL: &[&str] = &["not", "never", "cannot", "except", "no", "without", "neither", "nor"];
    let signs: Vec<&str> = asked.split(|sign: char| !sign.is_alphabetic()).collect();
    let small = signs.iter().find(|word| LOUD.contains(word));
    let count = signs.iter().filter(|word| ALL.contains(&word.to_lowercase().as_str())).count();
    let message = match (small, count) {
        (_, 2..) => "the question has two negatives".to_owned(),
        (Some(word), _) => format!("the question has '{word}' in small letters"),
        _ => return,
    };
    let advice = "ask for what is right; where it must be a negative, write one, in capitals";
    found.push(question.place.says("W-negative", message, advice));
}

/// A lead that asks for no act, or for the best by no measure.
fn check_lead(question: &Found<QuestionSource>, stem: &str, asked: &str, found: &mut Vec<Diagnostic>) {
    const TRIVIA: &[&str] = &[
        "which statement",
        "which of these statements",
        "which of the following",
        "which is true",
        "is true?",
    ];
    const BEST: &[&str] = &["best", "ideal", "optimal", "suitable", "appropriate", "recommended"];
    const MEASURES: &[&str] = &[
        "cost",
        "costs",
        "cheap",
        "cheapest",
        "price",
        "effort",
        "code",
        "latency",
        "fast",
        "fastest",
        "quick",
        "secure",
        "privilege",
        "available",
        "availability",
        "consistent",
        "least",
        "fewest",
        "lowest",
        "without",
        "must",
        "managed",
        "overhead",
        "practice",
    ];
    let asked = asked.to_lowercase();
    if TRIVIA.iter().any(|lead| asked.contains(lead)) {
        let advice = "ask what a developer should do, or why something happens";
        found.push(question.place.says("W-trivia", "the question asks which statement is true", advice));
    }
    let has = |text: &str, list: &[&str]| words(text).iter().any(|word| list.contains(&word.as_str()));
    if has(&asked, BEST) && !has(stem, MEASURES) {
        let advice = "say by what: cost, latency, effort, security, a number";
        found.push(question.place.says(
            "W-best",
            "the question asks for the best and gives no measure",
            advice,
        ));
    }
}

/// A key that explains itself while no distractor does.
fn check_key(question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
    const SIGNS: &[&str] = &["(", "because ", "so that "];
    let has = |correct: bool, sign: &str| {
        let options = question.value.options.iter().filter(move |option| option.correct == correct);
        let mut lines = options.flat_map(|option| prose(&parse(&option.text, Setting::Line).0));
        lines.any(|line| line.contains(sign))
    };
    for sign in SIGNS.iter().filter(|sign| has(true, sign) && !has(false, sign)) {
        let message = format!("'{}' stands in the key only", sign.trim());
        let advice = "take it away, or let a distractor explain itself too";
        found.push(question.place.says("W-key-alone", message, advice));
    }
}

fn check_options(question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
    let options = &question.value.options;
    let texts: Vec<Vec<String>> =
        options.iter().map(|option| words(&parse(&option.text, Setting::Line).0.words())).collect();
    let bags: Vec<BTreeSet<&String>> = texts.iter().map(|text| text.iter().collect()).collect();
    for (option, text) in options.iter().zip(&texts).filter(|(_, text)| text.len() > OPTION_WORDS) {
        let message = format!("option {} has {} words", option.id, text.len());
        let advice = format!("cut it to {OPTION_WORDS} at most");
        found.push(question.place_of(&option.id).says("W-option-words", message, advice));
    }
    for (option, one) in options.iter().zip(&bags) {
        let within =
            |other: &BTreeSet<&String>| one.is_subset(other) && other.len() >= one.len() + SUBSET_WORDS;
        if let Some((larger, _)) = options.iter().zip(&bags).find(|(_, other)| within(other)) {
            let message = format!("option {} says all that {} says, and more", larger.id, option.id);
            let advice = "let them differ in what they do: if the longer one holds, so does the shorter";
            found.push(question.place_of(&option.id).says("W-option-subset", message, advice));
        }
    }
}

/// Options that are plain numbers stand in rising order, and stay in it.
fn check_numbers(question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
    let value = &question.value;
    let numbers: Option<Vec<f64>> =
        value.options.iter().map(|option| number(&parse(&option.text, Setting::Line).0.words())).collect();
    let Some(numbers) = numbers else { return };
    if numbers.is_sorted() && value.order == Some(OptionOrder::Fixed) {
        return;
    }
    let advice = "put them in rising order, and write \"order\": \"fixed\"";
    found.push(question.place.says("W-numbers", "the options are numbers in no fixed rising order", advice));
}

/// A number with one unit at most, such as `1,024` or `20 requests`.
fn number(text: &str) -> Option<f64> {
    let mut parts = text.split_whitespace();
    let number = parts.next()?.replace(',', "").parse().ok()?;
    parts.next();
    parts.next().is_none().then_some(number)
}

/// Warns of questions that were held against their source more than a year before a day.
pub(crate) fn check_age(bank: &BankSources, today: Date, found: &mut Vec<Diagnostic>) {
    for question in &bank.questions {
        let verified = &question.value.verified.on;
        let days = Date::parse(verified).map_or(0, |on| today.days() - on.days());
        if days > VERIFIED_DAYS {
            let message = format!("the question was verified on {verified}, {days} days ago");
            let advice = "hold it against its source again, mend it, and write the day";
            found.push(question.place.says("W-verified-old", message, advice));
        }
    }
}

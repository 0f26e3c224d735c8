//! Options of one kind: none twice, alike in length, no word that tells the key from the others.

use crate::diagnostic::Diagnostic;
use crate::load::Found;
use crate::markdown::{Setting, parse};
use crate::source::{KindName, OptionSource, QuestionSource};
use crate::words::{absolutes, hedged, normal, ratio, words};
use std::collections::BTreeSet;

/// An option with its words as a reader sees them.
struct Shown<'a> {
    source: &'a OptionSource,
    words: String,
}

pub(super) fn check(question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
    let shown: Vec<Shown<'_>> = question
        .value
        .options
        .iter()
        .map(|source| Shown { source, words: parse(&source.text, Setting::Line).0.words() })
        .collect();
    check_ids(question, found);
    check_misconceptions(question, found);
    check_twins(question, &shown, found);
    check_lengths(question, &shown, found);
    check_tells(question, &shown, found);
}

fn check_ids(question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
    let ids: String = question.value.options.iter().map(|option| option.id.as_str()).collect();
    if !"abcdefgh".starts_with(&ids) || question.value.options.iter().any(|option| option.id.len() != 1) {
        let message = "the options' ids are not a, b, c … in order";
        found.push(question.place.says("E-option-id", message, "name them so"));
    }
}

fn check_misconceptions(question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
    for option in &question.value.options {
        let place = question.place_of(&option.id);
        match &option.misconception {
            None if !option.correct => {
                let message = format!("option {} names no misconception", option.id);
                let advice = "name the wrong idea behind it, by the same id wherever it recurs";
                found.push(place.says("E-misconception-missing", message, advice));
            }
            Some(_) if option.correct => {
                let message = format!("option {} is a key and names a misconception", option.id);
                found.push(place.says("E-misconception-key", message, "take it away"));
            }
            Some(id)
                if id.is_empty()
                    || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') =>
            {
                let message = format!("the misconception '{id}' is no id");
                found.push(place.says("E-id", message, "use lower-case letters, digits and hyphens"));
            }
            _ => {}
        }
    }
}

fn check_twins(question: &Found<QuestionSource>, shown: &[Shown<'_>], found: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for option in shown {
        let place = question.place_of(&option.source.id);
        let text = normal(&option.words);
        if text.contains("all of the above") || text.contains("none of the above") {
            let message = format!("option {} refers to all or none of the others", option.source.id);
            found.push(place.says("E-option-above", message, "write an option that stands by itself"));
        }
        if !seen.insert(text) {
            let message = format!("option {} says what another says", option.source.id);
            found.push(place.says("E-option-twice", message, "write another option"));
        }
    }
}

fn check_lengths(question: &Found<QuestionSource>, shown: &[Shown<'_>], found: &mut Vec<Diagnostic>) {
    let lengths: Vec<usize> = shown.iter().map(|option| option.words.chars().count()).collect();
    let (Some(shortest), Some(longest)) = (lengths.iter().min(), lengths.iter().max()) else { return };
    let (spread, difference) = (ratio(*longest, *shortest), longest - shortest);
    // A few signs between short options, such as numbers, tell nothing.
    let code = if spread > 1.5 && difference > 12 {
        "E-option-length"
    } else if spread > 1.25 && difference > 10 {
        "W-option-length"
    } else {
        return;
    };
    let message = format!("the options' lengths are {lengths:?}, the longest {spread:.2} times the shortest");
    let advice = "bring them within a quarter of each other: move true detail, do not pad";
    found.push(question.place.says(code, message, advice));
}

/// Words that let a guesser pass.
fn check_tells(question: &Found<QuestionSource>, shown: &[Shown<'_>], found: &mut Vec<Diagnostic>) {
    let keys = || shown.iter().filter(|option| option.source.correct);
    let distractors = || shown.iter().filter(|option| !option.source.correct);
    let absolute = |option: &Shown<'_>| absolutes(&option.words) > 0;
    let vague = |option: &Shown<'_>| hedged(&option.words);
    if distractors().any(absolute) && !keys().any(absolute) {
        let advice = "take the absolute word away, or let the key have one";
        found.push(question.place.says("W-absolutes", "absolute words stand in distractors only", advice));
    }
    if keys().any(vague) && !distractors().any(vague) {
        let advice = "take the vague word away, or let a distractor have one";
        found.push(question.place.says("W-hedge", "vague words stand in the key only", advice));
    }
    if question.value.kind == KindName::Single {
        check_echo(question, shown, found);
    }
}

/// A key that repeats more of the stem than every distractor does, by two words or more.
fn check_echo(question: &Found<QuestionSource>, shown: &[Shown<'_>], found: &mut Vec<Diagnostic>) {
    let bag =
        |text: &str| -> BTreeSet<String> { words(text).into_iter().filter(|word| word.len() > 4).collect() };
    let stem = bag(&parse(&question.value.stem, Setting::Stem).0.words());
    let echoes = |correct: bool| {
        let options = shown.iter().filter(move |option| option.source.correct == correct);
        options.map(|option| bag(&option.words).intersection(&stem).count()).max().unwrap_or(0)
    };
    if echoes(true) > echoes(false) + 1 {
        let advice = "let a distractor repeat them too, or say the key in other words";
        found.push(question.place.says("W-echo", "words of the stem stand in the key alone", advice));
    }
}

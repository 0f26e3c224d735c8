//! Ids and numbers: each once, well formed, and never given by hand.

use crate::canonical::canonical;
use crate::diagnostic::{Diagnostic, Place};
use crate::load::BankSources;
use std::collections::{BTreeMap, BTreeSet};

const NUMBER_ADVICE: &str = "run `cargo xtask bank number`: it gives the next free numbers";

pub(super) fn check(bank: &BankSources, found: &mut Vec<Diagnostic>) {
    let questions = || bank.questions.iter().map(|q| (q.value.id.as_str(), &q.place));
    once("question", questions(), found);
    once("objective", bank.objectives.iter().map(|o| (o.value.id.as_str(), &o.place)), found);
    once("fact", bank.facts.iter().map(|fact| (fact.value.id.as_str(), &fact.place)), found);
    check_numbers(bank, found);
    check_files(bank, found);
}

/// Each id is well formed and stands once.
fn once<'a>(what: &str, ids: impl Iterator<Item = (&'a str, &'a Place)>, found: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<&str, &Place> = BTreeMap::new();
    for (id, place) in ids {
        let signs = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.';
        if !(1..=48).contains(&id.len()) || !id.bytes().all(signs) {
            let message =
                format!("the {what} id '{id}' is not made of 1 to 48 of a-z, 0-9, dots and hyphens");
            found.push(place.says("E-id", message, "give it such an id"));
        }
        if let Some(other) = first.insert(id, place) {
            let line = other.line.map_or(String::new(), |line| format!(":{line}"));
            let message = format!("the {what} id {id} stands twice, also in {}{line}", other.file);
            found.push(place.says("E-id-twice", message, "give one of the two another id"));
        }
    }
}

fn check_numbers(bank: &BankSources, found: &mut Vec<Diagnostic>) {
    let mut used: BTreeMap<u32, &str> = BTreeMap::new();
    for question in &bank.questions {
        let Some(number) = question.value.number else {
            found.push(question.place.says("E-number-missing", "the question has no number", NUMBER_ADVICE));
            continue;
        };
        if let Some(other) = used.insert(number, &question.value.id) {
            let message = format!("the number {number} is that of {other} too");
            let advice = "take the number from the newer question, then run `cargo xtask bank number`";
            found.push(question.place.says("E-number-twice", message, advice));
        }
        let Some(numbers) = &bank.numbers else { continue };
        if numbers.retired.contains(&number) {
            let message = format!("the number {number} is retired: it was another question's");
            found.push(question.place.says(
                "E-number-retired",
                message,
                format!("take it away and {NUMBER_ADVICE}"),
            ));
        } else if number > numbers.highest || number == 0 {
            let message = format!("the number {number} was never given: the highest is {}", numbers.highest);
            found.push(question.place.says(
                "E-number-unknown",
                message,
                format!("take it away and {NUMBER_ADVICE}"),
            ));
        }
    }
    let Some(numbers) = &bank.numbers else { return };
    let retired: BTreeSet<u32> = numbers.retired.iter().copied().collect();
    let lost: Vec<String> = (1..=numbers.highest)
        .filter(|number| !used.contains_key(number) && !retired.contains(number))
        .map(|number| number.to_string())
        .collect();
    // A question that cannot be read has its own error, and its number is not lost.
    if !lost.is_empty() && bank.complete() {
        let message = format!("no question has the numbers {} and they are not retired", lost.join(", "));
        let advice = "bring the questions back, or run `cargo xtask bank number`, which retires the numbers";
        found.push(bank.file("numbers.json").says("E-number-lost", message, advice));
    }
}

/// A topic's file is named after its topic, and is laid out as all others are.
fn check_files(bank: &BankSources, found: &mut Vec<Diagnostic>) {
    let topics: Option<BTreeSet<&str>> =
        bank.topics.as_ref().map(|file| file.topics.iter().map(|topic| topic.id.as_str()).collect());
    for file in &bank.files {
        let topic = &file.value.topic;
        if !file.place.file.ends_with(&format!("/topics/{topic}.json")) {
            let message = format!("the file is of the topic {topic} and has another name");
            found.push(file.place.says("E-topic-file", message, format!("name it {topic}.json")));
        }
        if topics.as_ref().is_some_and(|topics| !topics.contains(topic.as_str())) {
            let message = format!("there is no topic {topic}");
            found.push(file.place.says(
                "E-topic-unknown",
                message,
                "add it to topics.json, or mend its name",
            ));
        }
        if canonical(&file.value).is_some_and(|text| text != file.text) {
            let advice = "run `cargo xtask bank format`, so that a change shows as what it is";
            found.push(file.place.says("W-layout", "the file is not in the canonical layout", advice));
        }
    }
}

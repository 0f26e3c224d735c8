//! The bank as a whole: what it says of itself, its guides, and whether it can fill their forms.

use crate::diagnostic::{Diagnostic, Place};
use crate::load::BankSources;
use crate::report;
use crate::source::{BankFile, GuideSource};
use invigil_engine::ids::{BankId, DomainId, GuideId, TaskId, TopicId};
use invigil_engine::rich_text::Href;
use invigil_engine::time::Date;
use std::collections::BTreeSet;

pub(super) fn check(bank: &BankSources, found: &mut Vec<Diagnostic>) {
    if let Some(about) = &bank.bank {
        check_about(bank, about, found);
    }
    let mut ids = BTreeSet::new();
    let place = bank.file("guides.json");
    for guide in bank.guides.iter().flat_map(|file| &file.guides) {
        if !ids.insert(&guide.id) {
            found.push(place.says(
                "E-guide",
                format!("the guide {} stands twice", guide.id),
                "take one away",
            ));
        }
        check_guide(&place, guide, found);
    }
    if bank.guides.as_ref().is_some_and(|file| file.guides.is_empty()) {
        found.push(place.says("E-guide", "the bank has no guide", "write at least one under \"guides\""));
    }
    check_topics(bank, found);
    // A question that cannot be read has its own error, and nothing is thin for it.
    if bank.complete() {
        check_domains(bank, found);
    }
}

fn check_about(bank: &BankSources, about: &BankFile, found: &mut Vec<Diagnostic>) {
    let place = bank.file("bank.json");
    let mut says = |message: String, advice: &str| found.push(place.says("E-bank", message, advice));
    if about.id != bank.folder || BankId::parse(&about.id).is_none() {
        let message = format!("the bank's id is '{}' and its folder is {}", about.id, bank.folder);
        says(message, "name both alike: lower-case letters, digits, dots and hyphens");
    }
    for (name, value) in [("title", &about.title), ("version", &about.version), ("licence", &about.licence)] {
        if value.trim().is_empty() {
            says(format!("the bank's {name} is empty"), "write it");
        }
    }
    if about.issues.as_deref().is_some_and(|address| Href::parse(address).is_none()) {
        says("the address for faults is no https address".into(), "write an https address, or null");
    }
}

fn check_guide(place: &Place, guide: &GuideSource, found: &mut Vec<Diagnostic>) {
    let mut says = |message: String, advice: &str| {
        found.push(place.says("E-guide", format!("{}: {message}", guide.id), advice));
    };
    let domains = guide.domains.iter();
    let tasks = || guide.domains.iter().flat_map(|domain| &domain.tasks);
    let ids_fit = GuideId::parse(&guide.id).is_some()
        && domains.clone().all(|domain| DomainId::parse(&domain.id).is_some())
        && tasks().all(|task| TaskId::parse(&task.id).is_some());
    if !ids_fit {
        says(
            "an id has signs that no id may have".into(),
            "use lower-case letters, digits, dots and hyphens",
        );
    }
    let names: Vec<&String> = domains.clone().map(|d| &d.id).chain(tasks().map(|t| &t.id)).collect();
    if names.iter().collect::<BTreeSet<_>>().len() != names.len() {
        says("a domain or task stands twice".into(), "give each an id of its own");
    }
    let sum: u32 = domains.map(|domain| domain.weight).sum();
    if sum != 100 {
        says(format!("the weights of the domains sum to {sum}"), "let them sum to 100");
    }
    let days = [guide.used_from.as_deref(), guide.used_until.as_deref()];
    if days.iter().flatten().any(|day| Date::parse(day).is_none()) {
        says("a day is no day of the calendar".into(), "write it as 2026-12-01, or null");
    }
    let format = &guide.format;
    if format.scored > format.questions || format.questions == 0 || format.minutes <= 0 {
        says(
            "the format has no questions, no time, or more scored questions than questions".into(),
            "mend it",
        );
    }
    let [low, high] = format.scale;
    if !(low <= format.pass && format.pass <= high) || format.raw_cuts.is_empty() {
        says("the pass mark lies outside the scale, or there is no raw cut".into(), "mend the format");
    }
    let [least, most] = guide.quotas.multiple;
    if guide.quotas.difficulty.iter().sum::<u32>() != 100 || least > most || most > 100 {
        says("the quotas are no shares in percent".into(), "let the difficulties sum to 100");
    }
}

fn check_topics(bank: &BankSources, found: &mut Vec<Diagnostic>) {
    let place = bank.file("topics.json");
    let mut ids = BTreeSet::new();
    for topic in bank.topics.iter().flat_map(|file| &file.topics) {
        if TopicId::parse(&topic.id).is_none() || !ids.insert(&topic.id) {
            let message =
                format!("the topic id '{}' has signs that no id may have, or stands twice", topic.id);
            found.push(place.says("E-id", message, "use lower-case letters, digits, dots and hyphens, once"));
        }
    }
}

fn check_domains(bank: &BankSources, found: &mut Vec<Diagnostic>) {
    for guide in report::domains(bank) {
        for domain in guide.domains.iter().filter(|domain| domain.questions < domain.seats) {
            let message = format!(
                "domain {} of {} has {} questions for the {} seats of a full form",
                domain.domain, guide.guide, domain.questions, domain.seats
            );
            let advice = "write more questions of the exam tier there, or place those that belong there";
            found.push(bank.file("guides.json").says("E-domain-thin", message, advice));
        }
    }
}

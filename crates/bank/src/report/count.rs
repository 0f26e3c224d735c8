//! Counts the sources.

use super::{DomainCount, GuideCount, Lengths, TopicCount};
use crate::check::form::spoken;
use crate::compile::index::cell;
use crate::coverage;
use crate::load::BankSources;
use crate::markdown::{Setting, parse};
use crate::source::{GuideSource, QuestionSource, TierName};
use crate::words::words;
use std::collections::BTreeMap;

/// How many there are of each name, in the order of the names.
pub(super) fn named<T: Copy + PartialEq>(
    all: &[(T, &str)],
    found: impl Iterator<Item = T>,
) -> Vec<(String, usize)> {
    let found: Vec<T> = found.collect();
    let count = |wanted: T| found.iter().filter(|each| **each == wanted).count();
    all.iter().map(|(each, name)| (name.to_lowercase(), count(*each))).collect()
}

pub(super) fn topics(bank: &BankSources) -> Vec<TopicCount> {
    let questions = |topic: &str| bank.questions.iter().filter(|found| found.topic() == topic).count();
    let sealed = |topic: &str| {
        bank.questions.iter().filter(|found| found.topic() == topic && found.value.sealed).count()
    };
    let objectives = |topic: &str| bank.objectives.iter().filter(|found| found.value.topic == topic).count();
    let topics = bank.topics.iter().flat_map(|file| &file.topics);
    topics
        .map(|topic| TopicCount {
            topic: topic.id.clone(),
            title: topic.title.clone(),
            notes: topic.notes,
            questions: questions(&topic.id),
            sealed: sealed(&topic.id),
            objectives: objectives(&topic.id),
        })
        .collect()
}

/// How many questions each topic has, by the files that they stand in.
pub(crate) fn questions_by_topic(bank: &BankSources) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for found in &bank.questions {
        *counts.entry(found.topic()).or_insert(0) += 1;
    }
    counts
}

/// Objectives by how many questions they have: none, one, two, three, more.
pub(super) fn objectives(bank: &BankSources) -> [usize; 5] {
    let mut counts = [0; 5];
    for (all, _) in coverage::objectives(bank).values() {
        if let Some(slot) = counts.get_mut((*all).min(4)) {
            *slot += 1;
        }
    }
    counts
}

/// What a full form of each guide asks of each domain, and what there is.
pub(crate) fn domains(bank: &BankSources) -> Vec<GuideCount> {
    bank.guides.iter().flat_map(|file| &file.guides).map(|guide| of_guide(bank, guide)).collect()
}

fn of_guide(bank: &BankSources, guide: &GuideSource) -> GuideCount {
    let weights: Vec<u32> = guide.domains.iter().map(|domain| domain.weight).collect();
    let seats = invigil_engine::draw::seats(&weights, guide.format.questions);
    let exam = bank.questions.iter().map(|found| &found.value);
    let exam = exam.filter(|question| question.tier == TierName::Exam);
    let placed: Vec<(usize, Option<u8>, &QuestionSource)> = exam
        .filter_map(|question| {
            let (domain, task) = cell(guide, question.tasks.get(&guide.id)?)?;
            Some((usize::from(domain), task, question))
        })
        .collect();
    let domains = (0usize..).zip(&guide.domains).zip(seats).map(|((number, domain), seats)| {
        let here = || placed.iter().filter(|(place, ..)| *place == number);
        let of_task = |wanted: u8| here().filter(|(_, task, _)| *task == Some(wanted)).count();
        let tasks = (0u8..).zip(&domain.tasks);
        DomainCount {
            domain: domain.id.clone(),
            title: domain.title.clone(),
            questions: here().filter(|(.., question)| !question.sealed).count(),
            sealed: here().filter(|(.., question)| question.sealed).count(),
            seats: usize::try_from(seats).unwrap_or(0),
            tasks: tasks
                .map(|(task, named)| (named.id.clone(), named.title.clone(), of_task(task)))
                .collect(),
        }
    });
    GuideCount { guide: guide.id.clone(), title: guide.title.clone(), domains: domains.collect() }
}

pub(super) fn lengths(bank: &BankSources) -> Lengths {
    let questions = || bank.questions.iter().map(|found| &found.value);
    let stems = questions().map(|question| words(&spoken(&parse(&question.stem, Setting::Stem).0)).len());
    let options = questions().flat_map(|question| &question.options);
    let options = options.map(|option| parse(&option.text, Setting::Line).0.words().chars().count());
    Lengths { stem: middle_and_most(stems.collect()), option: middle_and_most(options.collect()) }
}

/// The median, the lower one of two, and the maximum.
fn middle_and_most(mut values: Vec<usize>) -> (usize, usize) {
    values.sort_unstable();
    let middle = values.get(values.len().saturating_sub(1) / 2).copied().unwrap_or(0);
    (middle, values.last().copied().unwrap_or(0))
}

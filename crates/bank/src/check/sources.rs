//! What a question rests on: objective, facts, tasks, enemies, references, and the day of its check.

use crate::compile::index::cell;
use crate::diagnostic::Diagnostic;
use crate::load::{BankSources, Found};
use crate::source::{Confidence, QuestionSource, TierName};
use invigil_engine::rich_text::Href;
use invigil_engine::time::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Official documentation: the only pages that defend a key.
pub(crate) const HOSTS: &[&str] =
    &["docs.aws.amazon.com", "aws.amazon.com", "kiro.dev", "docs.docker.com", "kubernetes.io"];

/// What is known to the bank, by id.
struct Known<'a> {
    bank: &'a BankSources,
    facts: BTreeMap<&'a str, Confidence>,
    /// The topic of each objective.
    objectives: BTreeMap<&'a str, &'a str>,
    questions: BTreeSet<&'a str>,
}

pub(super) fn check(bank: &BankSources, found: &mut Vec<Diagnostic>) {
    let known = Known {
        bank,
        facts: bank.facts.iter().map(|fact| (fact.value.id.as_str(), fact.value.confidence)).collect(),
        objectives: bank.objectives.iter().map(|o| (o.value.id.as_str(), o.value.topic.as_str())).collect(),
        questions: bank.questions.iter().map(|question| question.value.id.as_str()).collect(),
    };
    known.check_objectives(found);
    for question in &bank.questions {
        known.check_objective(question, found);
        known.check_facts(question, found);
        known.check_tasks(question, found);
        known.check_enemies(question, found);
        check_references(question, found);
        check_dates(question, found);
    }
}

impl Known<'_> {
    fn check_objectives(&self, found: &mut Vec<Diagnostic>) {
        let topics = self.bank.topics.as_ref();
        for objective in &self.bank.objectives {
            let (value, place) = (&objective.value, &objective.place);
            if value.title.trim().is_empty() {
                found.push(place.says(
                    "E-blank",
                    "the objective has no title",
                    "say what a developer can do",
                ));
            }
            if topics.is_some_and(|file| file.topics.iter().all(|topic| topic.id != value.topic)) {
                let message = format!("there is no topic {}", value.topic);
                found.push(place.says("E-topic-unknown", message, "add it to topics.json, or mend its name"));
            }
            for fact in value.facts.iter().filter(|fact| self.is_unknown_fact(fact)) {
                let advice = "mend its id, or add the fact to a facts*.jsonl of the bank";
                found.push(place.says("E-fact-unknown", format!("there is no fact {fact}"), advice));
            }
        }
    }

    fn is_unknown_fact(&self, fact: &str) -> bool {
        !self.bank.incomplete && !self.facts.contains_key(fact)
    }

    fn check_objective(&self, question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
        let objective = question.value.objective.as_str();
        match self.objectives.get(objective) {
            None if self.bank.incomplete => {}
            None => {
                let message = format!("there is no objective {objective}");
                let advice = "mend its id, or add it to objectives.json";
                found.push(question.place.says("E-objective-unknown", message, advice));
            }
            Some(topic) if !question.place.file.ends_with(&format!("/{topic}.json")) => {
                let message = format!("the objective {objective} belongs to the topic {topic}");
                let advice = "move the question to that topic's file, or choose an objective of this one";
                found.push(question.place.says("E-objective-topic", message, advice));
            }
            Some(_) => {}
        }
    }

    fn check_facts(&self, question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
        let (facts, place) = (&question.value.facts, &question.place);
        if !(1..=3).contains(&facts.len()) {
            let message = format!("the question names {} facts", facts.len());
            let advice = "name one to three: those without which the key or a reason would be wrong";
            found.push(place.says("E-fact-count", message, advice));
        }
        for fact in facts {
            if self.is_unknown_fact(fact) {
                let advice = "mend its id, or add the fact to a facts*.jsonl of the bank";
                found.push(place.says("E-fact-unknown", format!("there is no fact {fact}"), advice));
            } else if self.facts.get(fact.as_str()) == Some(&Confidence::Memory) {
                let message = format!("the fact {fact} is from memory");
                let advice = "read it in its source, and mark the fact as seen, before a key hinges on it";
                found.push(place.says("W-fact-memory", message, advice));
            }
        }
    }

    fn check_tasks(&self, question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
        let (value, place) = (&question.value, &question.place);
        if value.tier == TierName::Exam && value.tasks.is_empty() {
            let advice = "name a task or domain of a guide, or make the tier foundation";
            found.push(place.says("E-task-missing", "the question belongs to no guide", advice));
        }
        if value.tier == TierName::Foundation && !value.tasks.is_empty() {
            let advice = "take the tasks away, or make the tier exam";
            found.push(place.says(
                "W-task-foundation",
                "no form draws a foundation question for its tasks",
                advice,
            ));
        }
        let Some(guides) = &self.bank.guides else { return };
        for (id, task) in &value.tasks {
            let Some(guide) = guides.guides.iter().find(|guide| &guide.id == id) else {
                let message = format!("there is no guide {id}");
                found.push(place.says("E-guide-unknown", message, "mend its id, or add it to guides.json"));
                continue;
            };
            if cell(guide, task).is_some() {
                continue;
            }
            let domain = guide.domains.iter().any(|domain| &domain.id == task);
            let (message, advice) = if domain {
                (format!("{task} is a domain of {id}, which names tasks"), "name the task, such as 1.2")
            } else {
                (format!("{id} has no task or domain {task}"), "name one that guides.json has")
            };
            found.push(place.says("E-task-unknown", message, advice));
        }
    }

    fn check_enemies(&self, question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
        for enemy in &question.value.enemies {
            if *enemy == question.value.id {
                found.push(question.place.says(
                    "E-enemy",
                    "the question is its own enemy",
                    "take the id away",
                ));
            } else if !self.questions.contains(enemy.as_str()) && self.bank.complete() {
                let message = format!("there is no question {enemy} to be an enemy");
                found.push(question.place.says("E-enemy", message, "mend its id, or take it away"));
            }
        }
    }
}

fn check_references(question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
    let place = &question.place;
    if question.value.references.is_empty() {
        let advice = "name the page of the official documentation that defends the key";
        found.push(place.says("E-reference-missing", "the question has no reference", advice));
    }
    for page in &question.value.references {
        if page.title.trim().is_empty() {
            found.push(place.says("E-blank", "a reference has no title", "write the page's title"));
        }
        let host = page.url.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
        if Href::parse(&page.url).is_none() || !host.is_some_and(|host| HOSTS.contains(&host)) {
            let message = format!("the reference {} is not on a host of official documentation", page.url);
            let advice = format!("cite an https page of {}", HOSTS.join(", "));
            found.push(place.says("E-reference-host", message, advice));
        }
    }
}

fn check_dates(question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
    let (value, place) = (&question.value, &question.place);
    if Date::parse(&value.verified.on).is_none() {
        let message = format!("'{}' is no day on which a question was verified", value.verified.on);
        found.push(place.says("E-verified", message, "write the day as 2026-11-24"));
    }
    if value.verified.source.trim().is_empty() {
        found.push(place.says("E-verified", "the source that was read is not named", "name it"));
    }
    if let Some(change) = value.changed.as_ref().filter(|change| !is_since(&change.since)) {
        let message = format!("'{}' is no year, month or day", change.since);
        found.push(place.says("E-since", message, "write it as 2025, 2025-08 or 2025-08-31"));
    }
    if value.revision == 0 {
        found.push(place.says("E-revision", "the revision is 0", "revisions count from 1"));
    }
}

/// A year, a month or a day: whatever is missing is filled with the first of its kind.
fn is_since(text: &str) -> bool {
    let rest = "0000-01-01".get(text.len()..).unwrap_or_default();
    matches!(text.len(), 4 | 7 | 10) && Date::parse(&format!("{text}{rest}")).is_some()
}

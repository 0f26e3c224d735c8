//! What the bank promises of a release: `aims` in bank.json, and what is left to the study guide.

use crate::coverage;
use crate::diagnostic::Diagnostic;
use crate::forms;
use crate::load::{BankSources, Found};
use crate::report;
use crate::source::{Aims, KindName, LevelName, QuestionSource, TierName};
use std::collections::BTreeSet;

/// The fewest questions of a topic of the study notes, where the bank aims at no other number.
const TOPIC_QUESTIONS: u32 = 3;
/// A reason below this many signs says nothing.
const REASON_LEAST: usize = 25;

pub(super) fn check(bank: &BankSources, found: &mut Vec<Diagnostic>) {
    // A question that cannot be read has its own error, and nothing is thin for it.
    if bank.complete() {
        let aims = bank.aims();
        check_topics(bank, &aims, found);
        check_objectives(bank, &aims, found);
        check_shares(bank, &aims, found);
        check_facts(bank, &aims, found);
        check_forms(bank, &aims, found);
    }
    check_left(bank, found);
}

fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn check_topics(bank: &BankSources, aims: &Aims, found: &mut Vec<Diagnostic>) {
    let least = aims.topic_questions.unwrap_or(TOPIC_QUESTIONS);
    let counts = report::questions_by_topic(bank);
    for topic in bank.topics.iter().flat_map(|file| &file.topics).filter(|topic| topic.notes) {
        let questions = counts.get(topic.id.as_str()).copied().unwrap_or(0);
        if questions < count(least) {
            let message = format!("the topic {} has {questions} questions of at least {least}", topic.id);
            let advice = format!("write more in topics/{}.json", topic.id);
            found.push(bank.file("topics.json").says("E-topic-thin", message, advice));
        }
    }
}

fn check_objectives(bank: &BankSources, aims: &Aims, found: &mut Vec<Diagnostic>) {
    let counts = coverage::objectives(bank);
    for objective in &bank.objectives {
        let id = objective.value.id.as_str();
        let (all, _) = counts.get(id).copied().unwrap_or_default();
        if let Some(least) = aims.objective_questions.filter(|least| all < count(*least)) {
            let message = format!("the objective {id} has {all} questions of at least {least}");
            let advice = "write more, or join it with an objective that asks the same of a developer";
            found.push(objective.place.says("E-objective-thin", message, advice));
        }
    }
    let all = bank.objectives.len();
    if let Some([least, most]) =
        aims.objectives.filter(|[least, most]| !(count(*least)..=count(*most)).contains(&all))
    {
        let message = format!("the bank has {all} objectives, and aims at {least} to {most}");
        let advice = "divide objectives that hide several acts, or join those that are one";
        found.push(bank.file("objectives.json").says("E-objective-count", message, advice));
    }
}

fn check_shares(bank: &BankSources, aims: &Aims, found: &mut Vec<Diagnostic>) {
    let questions = || bank.questions.iter().map(|found| &found.value);
    let all = questions().count();
    let deep = questions().filter(|question| question.level != LevelName::Recall).count();
    if let Some(least) = aims.beyond_recall.filter(|least| deep * 100 < count(*least) * all) {
        let message =
            format!("{deep} of {all} questions ask for more than recall, less than {least} percent");
        let advice = "let questions ask which call or setting does it, or why something fails";
        found.push(bank.file("topics").says("W-level", message, advice));
    }
    let exam = || questions().filter(|question| question.tier == TierName::Exam);
    let (all, several) =
        (exam().count(), exam().filter(|question| question.kind == KindName::Multiple).count());
    let outside =
        |[least, most]: &[u32; 2]| several * 100 < count(*least) * all || several * 100 > count(*most) * all;
    if let Some([least, most]) = aims.multiple.filter(outside) {
        let message = format!("{several} of {all} questions of the exam tier are multiple response");
        let advice = format!("let them be {least} to {most} percent, as a form has");
        found.push(bank.file("topics").says("W-multiple", message, advice));
    }
}

fn check_facts(bank: &BankSources, aims: &Aims, found: &mut Vec<Diagnostic>) {
    if !aims.notes_facts || bank.incomplete {
        return;
    }
    for fact in coverage::open(bank) {
        let message = format!("no question asks the fact {} of the study notes", fact.value.id);
        let advice = "write one that names it, or list it with a reason in left-to-guide.jsonl";
        found.push(fact.place.says("E-fact-open", message, advice));
    }
}

/// Full forms of the guide in use last, from the open and from the sealed questions: the app never mixes the two.
fn check_forms(bank: &BankSources, aims: &Aims, found: &mut Vec<Diagnostic>) {
    let sealed = || bank.questions.iter().filter(|question| question.value.sealed);
    let foundation = |question: &&Found<QuestionSource>| question.value.tier == TierName::Foundation;
    for question in sealed().filter(foundation).filter(|_| aims.sealed_forms.is_some()) {
        let message = "a foundation question is sealed, and no mock exam draws it";
        found.push(question.place.says("E-sealed", message, "take \"sealed\" away"));
    }
    if let Some(least) = aims.open_objective_questions.filter(|_| sealed().next().is_some()) {
        let counts = coverage::objectives(bank);
        for objective in &bank.objectives {
            let (all, open) = counts.get(objective.value.id.as_str()).copied().unwrap_or_default();
            if open < all.min(count(least)) {
                let message = format!(
                    "the objective {} has {open} open questions of at least {least}",
                    objective.value.id
                );
                let advice = "unseal one of its questions, or write another";
                found.push(objective.place.says("E-sealed", message, advice));
            }
        }
    }
    if aims.forms.is_none() && (aims.sealed_forms.is_none() || sealed().next().is_none()) {
        return;
    }
    // A bank that does not compile has its own errors.
    let Some(forms) = forms::count(bank).and_then(|mut forms| forms.pop()) else { return };
    let place = bank.file("topics");
    if let Some(least) =
        aims.sealed_forms.filter(|least| sealed().next().is_some() && forms.sealed < count(*least))
    {
        let message =
            format!("the sealed questions give {} forms of {} of {least}", forms.sealed, forms.guide);
        found.push(place.says(
            "E-sealed",
            message,
            "run `cargo xtask bank seal`, which adds what is missing",
        ));
    }
    let drawn = forms.open + forms.sealed;
    if let Some(least) = aims.forms.filter(|least| drawn < count(*least)) {
        let message =
            format!("{drawn} full forms of {} can be drawn with no question twice, of {least}", forms.guide);
        let advice =
            "write questions for the domain that ends first: the figures tell its questions and seats";
        found.push(place.says("E-forms", message, advice));
    }
}

/// Each line of left-to-guide.jsonl names a fact that no question asks, once, and says why.
fn check_left(bank: &BankSources, found: &mut Vec<Diagnostic>) {
    let asked = coverage::asked(bank);
    let known: BTreeSet<&str> = bank.facts.iter().map(|fact| fact.value.id.as_str()).collect();
    let mut seen = BTreeSet::new();
    for line in &bank.left {
        let id = line.value.fact.as_str();
        let mut says = |message: String, advice: &str| {
            found.push(line.place.says("E-fact-left", message, advice));
        };
        if !known.contains(id) && !bank.incomplete {
            says(format!("there is no fact {id}"), "mend its id, or take the line away");
        }
        if asked.contains(id) {
            says(format!("a question asks the fact {id}"), "take the line away");
        }
        if !seen.insert(id) {
            says(format!("the fact {id} is listed twice"), "take one of the lines away");
        }
        if line.value.reason.trim().chars().count() < REASON_LEAST {
            says(format!("the reason for {id} says nothing"), "say why no question asks it");
        }
    }
}

//! Compiles what the draw needs: guides, topics, objectives, and an entry a question.

use super::questions::Compiled;
use crate::load::BankSources;
use crate::source::{DomainSource, GuideSource, GuidesFile, QuestionSource, TierName};
use invigil_engine::bank::{
    BankIndex, Blueprint, Cell, Domain, Entry, ExamFormat, Objective, Quotas, Task, Topic,
};
use invigil_engine::ids::{
    BankId, DomainId, Fingerprint, GuideId, ObjectiveId, QuestionNumber, TaskId, TopicId,
};
use invigil_engine::rich_text::Href;
use invigil_engine::time::{Date, Minutes};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn index(bank: &BankSources, compiled: &[Compiled<'_>]) -> Option<BankIndex> {
    let (about, guides) = (bank.bank.as_ref()?, bank.guides.as_ref()?);
    let topics = topics(bank)?;
    let objectives = objectives(bank, &topics)?;
    let enemies = enemies(compiled)?;
    let entries =
        compiled.iter().map(|each| entry(each, guides, &objectives, &enemies)).collect::<Option<_>>()?;
    Some(BankIndex {
        id: BankId::parse(&about.id)?,
        title: about.title.clone(),
        version: about.version.clone(),
        licence: about.licence.clone(),
        issues: optional(about.issues.as_deref(), Href::parse).ok()?,
        guides: guides.guides.iter().map(blueprint).collect::<Option<_>>()?,
        topic_chunks: chunks(bank, &topics)?,
        topics,
        objectives,
        entries,
    })
}

fn blueprint(guide: &GuideSource) -> Option<Blueprint> {
    let format = &guide.format;
    Some(Blueprint {
        id: GuideId::parse(&guide.id)?,
        title: guide.title.clone(),
        used_from: optional(guide.used_from.as_deref(), Date::parse).ok()?,
        used_until: optional(guide.used_until.as_deref(), Date::parse).ok()?,
        domains: guide.domains.iter().map(domain).collect::<Option<_>>()?,
        format: ExamFormat {
            questions: format.questions,
            scored: format.scored,
            minutes: Minutes(format.minutes),
            extra_minutes: Minutes(format.extra_minutes),
            scale_low: format.scale[0],
            scale_high: format.scale[1],
            pass: format.pass,
            raw_cuts: format.raw_cuts.clone(),
        },
        quotas: Quotas {
            difficulty: guide.quotas.difficulty,
            multiple_least: guide.quotas.multiple[0],
            multiple_most: guide.quotas.multiple[1],
        },
    })
}

/// What a field that may be absent says; an error where it is there and says nothing that is known.
fn optional<T>(text: Option<&str>, read: fn(&str) -> Option<T>) -> Result<Option<T>, ()> {
    text.map(|text| read(text).ok_or(())).transpose()
}

fn domain(domain: &DomainSource) -> Option<Domain> {
    Some(Domain {
        id: DomainId::parse(&domain.id)?,
        title: domain.title.clone(),
        weight: domain.weight,
        tasks: domain
            .tasks
            .iter()
            .map(|task| Some(Task { id: TaskId::parse(&task.id)?, title: task.title.clone() }))
            .collect::<Option<_>>()?,
    })
}

/// So many questions a chunk, as far as topics are not divided.
const CHUNK: usize = 64;

/// For each topic the chunk of its questions: topics follow each other until a chunk is full.
fn chunks(bank: &BankSources, topics: &[Topic]) -> Option<Vec<u16>> {
    let topic_of: BTreeMap<&str, &str> =
        bank.objectives.iter().map(|found| (found.value.id.as_str(), found.value.topic.as_str())).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for question in &bank.questions {
        *counts.entry(topic_of.get(question.value.objective.as_str())?).or_default() += 1;
    }
    let (mut chunk, mut held) = (0_u16, 0);
    let place = |topic: &Topic| {
        let count = counts.get(topic.id.as_str()).copied().unwrap_or(0);
        if held > 0 && held + count > CHUNK {
            (chunk, held) = (chunk.checked_add(1)?, 0);
        }
        held += count;
        Some(chunk)
    };
    topics.iter().map(place).collect()
}

fn topics(bank: &BankSources) -> Option<Vec<Topic>> {
    let topics = &bank.topics.as_ref()?.topics;
    topics
        .iter()
        .map(|topic| Some(Topic { id: TopicId::parse(&topic.id)?, title: topic.title.clone() }))
        .collect()
}

fn objectives(bank: &BankSources, topics: &[Topic]) -> Option<Vec<Objective>> {
    let mut objectives = bank
        .objectives
        .iter()
        .map(|found| {
            let objective = &found.value;
            let topic = topics.iter().position(|topic| topic.id.as_str() == objective.topic)?;
            Some(Objective {
                id: ObjectiveId::parse(&objective.id)?,
                title: objective.title.clone(),
                topic: u16::try_from(topic).ok()?,
            })
        })
        .collect::<Option<Vec<_>>>()?;
    objectives.sort_by_key(|objective| objective.topic);
    Some(objectives)
}

/// Enemies of each question, made symmetric.
fn enemies(compiled: &[Compiled<'_>]) -> Option<BTreeMap<QuestionNumber, BTreeSet<QuestionNumber>>> {
    let numbers: BTreeMap<&str, QuestionNumber> =
        compiled.iter().map(|each| (each.source.id.as_str(), each.question.number)).collect();
    let mut enemies: BTreeMap<QuestionNumber, BTreeSet<QuestionNumber>> = BTreeMap::new();
    for each in compiled {
        for enemy in &each.source.enemies {
            let (one, other) = (each.question.number, *numbers.get(enemy.as_str())?);
            enemies.entry(one).or_default().insert(other);
            enemies.entry(other).or_default().insert(one);
        }
    }
    Some(enemies)
}

fn entry(
    each: &Compiled<'_>,
    guides: &GuidesFile,
    objectives: &[Objective],
    enemies: &BTreeMap<QuestionNumber, BTreeSet<QuestionNumber>>,
) -> Option<Entry> {
    let (source, question) = (each.source, &each.question);
    let objective = objectives.iter().position(|objective| objective.id.as_str() == source.objective)?;
    Some(Entry {
        number: question.number,
        revision: question.revision,
        content: Fingerprint::of(&postcard::to_allocvec(question).ok()?),
        objective: u16::try_from(objective).ok()?,
        kind: source.kind.into(),
        tier: source.tier.into(),
        level: source.level.into(),
        difficulty: source.difficulty.into(),
        sealed: source.sealed,
        enemies: enemies.get(&question.number).map(|set| set.iter().copied().collect()).unwrap_or_default(),
        cells: cells(source, guides)?,
    })
}

/// Where a question belongs; a foundation question belongs to no guide, whatever its author named.
fn cells(source: &QuestionSource, guides: &GuidesFile) -> Option<Vec<Cell>> {
    if source.tier == TierName::Foundation {
        return Some(Vec::new());
    }
    let mut cells = source
        .tasks
        .iter()
        .map(|(id, place)| {
            let number = guides.guides.iter().position(|guide| &guide.id == id)?;
            let (domain, task) = cell(guides.guides.get(number)?, place)?;
            Some(Cell { guide: u8::try_from(number).ok()?, domain, task })
        })
        .collect::<Option<Vec<_>>>()?;
    cells.sort_by_key(|cell| cell.guide);
    Some(cells)
}

/// The domain and task that a place names: a task, or a domain where it has no tasks.
pub(crate) fn cell(guide: &GuideSource, place: &str) -> Option<(u8, Option<u8>)> {
    let mut domains = (0u8..).zip(&guide.domains);
    domains.find_map(|(number, domain)| {
        if domain.tasks.is_empty() {
            return (domain.id == place).then_some((number, None));
        }
        let mut tasks = (0u8..).zip(&domain.tasks);
        tasks.find_map(|(task, named)| (named.id == place).then_some((number, Some(task))))
    })
}

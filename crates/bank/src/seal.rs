//! Chooses the questions that are kept for the mock exams by which readiness is measured.
//!
//! As many full forms of the last guide as the bank aims at are put aside, seat by seat. The choice is greedy and
//! the same for the same bank: the domain that is fullest last, and in it the question that keeps topics,
//! difficulties and kinds in proportion. No two enemies are sealed, so that any draw from the sealed pool gives
//! whole forms; each objective keeps questions to practise with; what is sealed stays sealed.

use crate::canonical::canonical;
use crate::compile::index::cell;
use crate::diagnostic::Diagnostic;
use crate::load::{self, BankSources};
use crate::source::{DifficultyName, GuideSource, KindName, QuestionSource, TierName};
use crate::statistics::float;
use invigil_engine::draw::seats;
use invigil_engine::ids::Fingerprint;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

/// Forms to put aside where the bank aims at no other number.
const FORMS: u32 = 2;
/// Questions that each objective keeps unsealed where the bank aims at no other number.
const OPEN_QUESTIONS: u32 = 2;

/// What sealing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sealing {
    /// Ids of the questions that are sealed now and were not.
    pub chosen: Vec<String>,
    /// The files written.
    pub written: Vec<String>,
    /// What could not be read, and domains that cannot fill their seats; with an error nothing is written.
    pub diagnostics: Vec<Diagnostic>,
}

/// Seals as many questions of each bank as its mock exams need.
///
/// # Errors
/// What the operating system refused.
pub fn seal(questions: &Path) -> io::Result<Sealing> {
    let (sources, diagnostics) = load::load(questions);
    let mut done = Sealing { diagnostics, ..Sealing::default() };
    if done.diagnostics.iter().any(Diagnostic::is_error) {
        return Ok(done);
    }
    let chosen: Vec<(BankSources, BTreeSet<String>)> = sources
        .banks
        .into_iter()
        .map(|bank| {
            let ids = choose(&bank, &mut done.diagnostics);
            (bank, ids)
        })
        .collect();
    if done.diagnostics.iter().any(Diagnostic::is_error) {
        return Ok(done);
    }
    for (mut bank, ids) in chosen {
        for file in &mut bank.files {
            for question in file.value.questions.iter_mut().filter(|question| ids.contains(&question.id)) {
                question.sealed = true;
                done.chosen.push(question.id.clone());
            }
            let changed = file.value.questions.iter().any(|question| ids.contains(&question.id));
            if let Some(text) = canonical(&file.value).filter(|_| changed) {
                std::fs::write(questions.join(&file.place.file), text)?;
                done.written.push(file.place.file.clone());
            }
        }
    }
    Ok(done)
}

/// The ids to seal beside those that are sealed.
fn choose(bank: &BankSources, found: &mut Vec<Diagnostic>) -> BTreeSet<String> {
    let Some(guide) = bank.guides.as_ref().and_then(|file| file.guides.last()) else {
        return BTreeSet::new();
    };
    let mut pool = Pool::new(bank, guide);
    while let Some(domain) = pool.neediest() {
        let Some(place) = pool.best(domain) else {
            let id = guide.domains.get(domain).map_or("", |domain| &domain.id);
            let message = format!(
                "{} questions of domain {id} of {} can be sealed for the {} seats of its mock exams",
                pool.domains.get(domain).map_or(0, |filled| filled.has),
                guide.id,
                pool.domains.get(domain).map_or(0, |filled| filled.wants),
            );
            let advice =
                "write more there: each objective keeps its open questions, and no two enemies are sealed";
            found.push(bank.file("topics").says("E-sealed", message, advice));
            return BTreeSet::new();
        };
        pool.take(place);
    }
    pool.chosen.into_iter().map(str::to_owned).collect()
}

/// How full a class of questions is in the sealed pool.
#[derive(Clone, Copy, Debug, Default)]
struct Filled {
    has: usize,
    wants: usize,
}

impl Filled {
    /// One when there are as many as are wanted.
    fn level(self) -> f64 {
        float(self.has) / float(self.wants.max(1))
    }
}

/// A question that may be sealed.
#[derive(Clone, Copy, Debug)]
struct Candidate<'a> {
    question: &'a QuestionSource,
    topic: &'a str,
    domain: usize,
    /// Decides between equals, and says nothing.
    lot: u64,
}

/// The sealed questions as they grow.
struct Pool<'a> {
    candidates: Vec<Candidate<'a>>,
    domains: Vec<Filled>,
    difficulties: BTreeMap<DifficultyName, Filled>,
    kinds: BTreeMap<KindName, Filled>,
    topics: BTreeMap<&'a str, Filled>,
    /// Unsealed questions of each objective, and how many must stay.
    open: BTreeMap<&'a str, usize>,
    keep: usize,
    enemies: BTreeSet<(&'a str, &'a str)>,
    sealed: BTreeSet<&'a str>,
    chosen: BTreeSet<&'a str>,
}

impl<'a> Pool<'a> {
    fn new(bank: &'a BankSources, guide: &'a GuideSource) -> Self {
        let aims = bank.aims();
        let total = aims.sealed_forms.unwrap_or(FORMS) * guide.format.questions;
        let weights: Vec<u32> = guide.domains.iter().map(|domain| domain.weight).collect();
        let size = |seats: u32| usize::try_from(seats).unwrap_or(0);
        let of_forms =
            |seats: u32| Filled { has: 0, wants: size(seats * aims.sealed_forms.unwrap_or(FORMS)) };
        let of_all = |seats: u32| Filled { has: 0, wants: size(seats) };
        let [least, most] = guide.quotas.multiple;
        let several = total * (least + most) / 200;
        let mut pool = Self {
            candidates: Vec::new(),
            domains: seats(&weights, guide.format.questions).into_iter().map(of_forms).collect(),
            difficulties: DifficultyName::ALL
                .iter()
                .map(|(name, _)| *name)
                .zip(seats(&guide.quotas.difficulty, total).into_iter().map(of_all))
                .collect(),
            kinds: [(KindName::Single, total - several), (KindName::Multiple, several)]
                .map(|(kind, seats)| (kind, of_all(seats)))
                .into(),
            topics: BTreeMap::new(),
            open: BTreeMap::new(),
            keep: size(aims.open_objective_questions.unwrap_or(OPEN_QUESTIONS)),
            enemies: BTreeSet::new(),
            sealed: BTreeSet::new(),
            chosen: BTreeSet::new(),
        };
        for found in &bank.questions {
            pool.enter(&found.value, found.topic(), guide);
        }
        pool
    }

    fn enter(&mut self, question: &'a QuestionSource, topic: &'a str, guide: &GuideSource) {
        self.enemies.extend(question.enemies.iter().flat_map(|other| {
            [(question.id.as_str(), other.as_str()), (other.as_str(), question.id.as_str())]
        }));
        *self.open.entry(&question.objective).or_default() += 1;
        let domain = question.tasks.get(&guide.id).and_then(|task| cell(guide, task));
        let Some((domain, _)) = domain.filter(|_| question.tier == TierName::Exam) else { return };
        self.topics.entry(topic).or_default().wants += 1;
        let lot = Fingerprint::of(question.id.as_bytes()).0;
        let candidate = Candidate { question, topic, domain: usize::from(domain), lot };
        self.candidates.push(candidate);
        if question.sealed {
            self.count(candidate);
        }
    }

    fn count(&mut self, candidate: Candidate<'a>) {
        let question = candidate.question;
        let classes = [
            self.domains.get_mut(candidate.domain),
            self.difficulties.get_mut(&question.difficulty),
            self.kinds.get_mut(&question.kind),
            self.topics.get_mut(candidate.topic),
        ];
        classes.into_iter().flatten().for_each(|filled| filled.has += 1);
        if let Some(open) = self.open.get_mut(question.objective.as_str()) {
            *open = open.saturating_sub(1);
        }
        self.sealed.insert(&question.id);
    }

    /// The domain that has the least of its seats filled; none when all are full.
    fn neediest(&self) -> Option<usize> {
        let short = self.domains.iter().enumerate().filter(|(_, filled)| filled.has < filled.wants);
        short.min_by(|(_, one), (_, two)| one.level().total_cmp(&two.level())).map(|(domain, _)| domain)
    }

    /// The question of a domain that keeps the pool nearest to its proportions.
    fn best(&self, domain: usize) -> Option<usize> {
        let fits = |candidate: &Candidate<'_>| candidate.domain == domain && self.admits(candidate);
        let able = self.candidates.iter().enumerate().filter(|(_, candidate)| fits(candidate));
        let crowding = |candidate: &Candidate<'_>| {
            let level = |filled: Option<&Filled>| filled.map_or(0.0, |filled| filled.level());
            level(self.difficulties.get(&candidate.question.difficulty))
                + level(self.kinds.get(&candidate.question.kind))
                + 2.0 * level(self.topics.get(candidate.topic))
        };
        able.min_by(|(_, one), (_, two)| crowding(one).total_cmp(&crowding(two)).then(one.lot.cmp(&two.lot)))
            .map(|(place, _)| place)
    }

    /// Not sealed yet, with enough left of its objective, and no enemy of what is sealed.
    fn admits(&self, candidate: &Candidate<'_>) -> bool {
        let id = candidate.question.id.as_str();
        let open = self.open.get(candidate.question.objective.as_str()).copied().unwrap_or(0);
        !self.sealed.contains(id)
            && open > self.keep
            && self.sealed.iter().all(|other| !self.enemies.contains(&(id, *other)))
    }

    fn take(&mut self, place: usize) {
        let Some(candidate) = self.candidates.get(place).copied() else { return };
        self.count(candidate);
        self.chosen.insert(&candidate.question.id);
    }
}

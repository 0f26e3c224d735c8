//! The figures of a bank: what it covers, and whether its keys can be guessed by their looks.

use crate::check::cues::{self, Cue};
use crate::compile::index::cell;
use crate::coverage::{self, FactCounts};
use crate::forms::{self, FormCount};
use crate::load::BankSources;
use crate::source::{DifficultyName, KindName, LevelName, QuestionSource, TierName};
use crate::statistics::{at_least, float};
use std::collections::BTreeMap;
use std::fmt;

/// The figures of a bank.
#[derive(Clone, Debug, Default)]
pub struct BankReport {
    /// The bank's folder.
    pub folder: String,
    /// How many questions there are.
    pub questions: usize,
    /// Questions by kind, tier, level and difficulty, each with the name of what is counted.
    pub counts: Vec<(&'static str, Vec<(String, usize)>)>,
    /// Questions of each topic, in the order of the topics.
    pub topics: Vec<(String, usize)>,
    /// Questions that a form may hold, by guide and domain, each with the seats of a full form.
    pub domains: Vec<(String, Vec<DomainCount>)>,
    /// Full forms that can be drawn with no question twice; empty while the bank does not compile.
    pub forms: Vec<FormCount>,
    /// Objectives, and those of them with at least three questions.
    pub objectives: (usize, usize),
    /// Facts of the study notes.
    pub notes_facts: FactCounts,
    /// All other facts.
    pub exam_facts: FactCounts,
    /// References, and those of them whose page was read.
    pub references: (usize, usize),
    /// The oldest and the newest day of verification.
    pub verified: Option<(String, String)>,
    /// How well each cue hits the key.
    pub cues: Vec<Cue>,
    /// Whether the best of the cues would pass an exam.
    pub guesser: Option<Guesser>,
}

/// Someone who knows nothing and follows the cue that hits best.
#[derive(Clone, Debug, PartialEq)]
pub struct Guesser {
    /// The cue's name.
    pub cue: String,
    /// The share of questions that it hits.
    pub hit: f64,
    /// How many of the scored questions must be right, were the exam's scale a straight line.
    pub wanted: u32,
    /// Questions that count.
    pub scored: u32,
    /// The chance of so many.
    pub passes: f64,
}

/// A domain's questions and seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainCount {
    /// The domain's id.
    pub domain: String,
    /// Questions that a form may hold.
    pub questions: usize,
    /// Seats in a full form.
    pub seats: usize,
}

impl BankReport {
    /// Counts a bank, as far as it could be read.
    pub fn of(bank: &BankSources) -> Self {
        let questions: Vec<&QuestionSource> = bank.questions.iter().map(|found| &found.value).collect();
        let references = questions.iter().flat_map(|question| &question.references);
        let cues = cues::measure(bank);
        let days = || questions.iter().map(|question| question.verified.on.clone());
        Self {
            folder: bank.folder.clone(),
            questions: questions.len(),
            counts: vec![
                ("kind", named(KindName::ALL, questions.iter().map(|q| q.kind))),
                ("tier", named(TierName::ALL, questions.iter().map(|q| q.tier))),
                ("level", named(LevelName::ALL, questions.iter().map(|q| q.level))),
                ("difficulty", named(DifficultyName::ALL, questions.iter().map(|q| q.difficulty))),
            ],
            topics: topics(bank),
            domains: domains(bank),
            forms: forms::count(bank).unwrap_or_default(),
            objectives: objectives(bank),
            notes_facts: coverage::facts(bank, true),
            exam_facts: coverage::facts(bank, false),
            references: (references.clone().count(), references.filter(|page| page.opened).count()),
            verified: days().min().zip(days().max()),
            guesser: guesser(bank, &cues),
            cues,
        }
    }
}

/// The cue that hits best of those that pick on half of the bank at least, in the guide in use last.
fn guesser(bank: &BankSources, cues: &[Cue]) -> Option<Guesser> {
    let format = &bank.guides.as_ref()?.guides.last()?.format;
    let wide = cues.iter().filter(|cue| float(bank.questions.len()) <= 2.0 * f64::from(cue.questions));
    let best = wide.max_by(|one, two| one.hit.total_cmp(&two.hit))?;
    let [_, full] = format.scale;
    let wanted = (format.scored * format.pass).div_ceil(full.max(1));
    let passes = at_least(wanted, format.scored, best.hit);
    Some(Guesser { cue: best.name.clone(), hit: best.hit, wanted, scored: format.scored, passes })
}

fn named<T: Copy + PartialEq>(all: &[(T, &str)], found: impl Iterator<Item = T>) -> Vec<(String, usize)> {
    let found: Vec<T> = found.collect();
    let count = |wanted: T| found.iter().filter(|each| **each == wanted).count();
    all.iter().map(|(each, name)| (name.to_lowercase(), count(*each))).collect()
}

fn topics(bank: &BankSources) -> Vec<(String, usize)> {
    let counts = questions_by_topic(bank);
    let topics = bank.topics.iter().flat_map(|file| &file.topics);
    topics.map(|topic| (topic.id.clone(), counts.get(topic.id.as_str()).copied().unwrap_or(0))).collect()
}

/// How many questions each topic has, by the files that they stand in.
pub(crate) fn questions_by_topic(bank: &BankSources) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for found in &bank.questions {
        *counts.entry(found.topic()).or_insert(0) += 1;
    }
    counts
}

fn objectives(bank: &BankSources) -> (usize, usize) {
    let full = coverage::objectives(bank).values().filter(|(all, _)| *all >= 3).count();
    (bank.objectives.len(), full)
}

/// What a full form of each guide asks of each domain, and what there is.
pub(crate) fn domains(bank: &BankSources) -> Vec<(String, Vec<DomainCount>)> {
    let guides = bank.guides.iter().flat_map(|file| &file.guides);
    let of_guide = guides.map(|guide| {
        let weights: Vec<u32> = guide.domains.iter().map(|domain| domain.weight).collect();
        let seats = invigil_engine::draw::seats(&weights, guide.format.questions);
        let drawable = bank.questions.iter().map(|found| &found.value);
        let drawable = drawable.filter(|question| question.tier == TierName::Exam && !question.sealed);
        let places: Vec<usize> = drawable
            .filter_map(|question| cell(guide, question.tasks.get(&guide.id)?))
            .map(|(domain, _)| usize::from(domain))
            .collect();
        let counts = (0usize..).zip(&guide.domains).zip(seats).map(|((number, domain), seats)| DomainCount {
            domain: domain.id.clone(),
            questions: places.iter().filter(|place| **place == number).count(),
            seats: usize::try_from(seats).unwrap_or(0),
        });
        (guide.id.clone(), counts.collect())
    });
    of_guide.collect()
}

impl fmt::Display for BankReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (objectives, full) = self.objectives;
        let (references, opened) = self.references;
        writeln!(f, "bank {}: {} questions", self.folder, self.questions)?;
        for (what, counts) in &self.counts {
            writeln!(f, "  {what:<12} {}", list(counts.iter().map(|(name, n)| format!("{name} {n}"))))?;
        }
        writeln!(
            f,
            "  {:<12} {}",
            "topics",
            list(self.topics.iter().map(|(name, n)| format!("{name} {n}")))
        )?;
        writeln!(f, "  {:<12} {objectives}, {full} of them with three questions or more", "objectives")?;
        for (what, facts) in [("of the notes", &self.notes_facts), ("of the exam", &self.exam_facts)] {
            let FactCounts { asked, left, all } = facts;
            writeln!(f, "  {:<12} {what} {all}: {asked} asked, {left} left to the guide", "facts")?;
        }
        for (guide, domains) in &self.domains {
            let counts =
                domains.iter().map(|d| format!("{}: {} for {} seats", d.domain, d.questions, d.seats));
            writeln!(f, "  {guide:<12} {}", list(counts))?;
        }
        for FormCount { guide, open, sealed, together } in &self.forms {
            writeln!(
                f,
                "  {:<12} of {guide} with no question twice: {open} open, {sealed} sealed, {together} as one pool",
                "forms"
            )?;
        }
        writeln!(f, "  {:<12} {references}, {opened} of them opened when verified", "references")?;
        if let Some((oldest, newest)) = &self.verified {
            writeln!(f, "  {:<12} {oldest} to {newest}", "verified")?;
        }
        for cue in &self.cues {
            let few = if cue.holm.is_none() { ", too few to judge" } else { "" };
            writeln!(f, "  cue {:<16} {cue}{few}", cue.name)?;
        }
        if let Some(Guesser { cue, wanted, scored, passes, .. }) = &self.guesser {
            writeln!(
                f,
                "  guesser      with '{cue}' reaches {wanted} of {scored} with a chance of {passes:.1e}"
            )?;
        }
        Ok(())
    }
}

fn list(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

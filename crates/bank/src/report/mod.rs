//! The figures of a bank: what it covers, whether its keys can be guessed by their looks, and what reviews found.
//!
//! They are shown on the console ([`console`]), and as tables ([`sections`]) both on a page of the documents and in
//! the app. All follow from the sources alone; no clock is read.

mod console;
mod count;
mod page;
mod sections;

pub(crate) use count::{domains, questions_by_topic};
pub use page::{page, page_drift};
pub(crate) use sections::json;

use crate::check::cues::{self, Cue};
use crate::coverage::{self, FactCounts};
use crate::forms::{self, FormCount};
use crate::load::BankSources;
use crate::review::{self, ReviewReport};
use crate::source::{DifficultyName, KindName, LevelName, QuestionSource, Release, TierName};
use crate::statistics::{at_least, float};
use invigil_engine::bank::Released;
use invigil_engine::ids::QuestionNumber;

/// The figures of a bank.
#[derive(Clone, Debug, Default)]
pub struct BankReport {
    /// The bank's folder.
    pub folder: String,
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: String,
    /// How many questions there are.
    pub questions: usize,
    /// How many of them are sealed.
    pub sealed: usize,
    /// Questions by kind, tier, level and difficulty, each with the name of what is counted.
    pub counts: Vec<(&'static str, Vec<(String, usize)>)>,
    /// Topics in their order.
    pub topics: Vec<TopicCount>,
    /// Guides, oldest first.
    pub guides: Vec<GuideCount>,
    /// Full forms that can be drawn with no question twice; empty while the bank does not compile.
    pub forms: Vec<FormCount>,
    /// How many objectives have no question, one, two, three, and more.
    pub objectives: [usize; 5],
    /// Facts of the study notes.
    pub notes_facts: FactCounts,
    /// All other facts.
    pub exam_facts: FactCounts,
    /// References, and those of them whose page was read.
    pub references: (usize, usize),
    /// The oldest and the newest day of verification.
    pub verified: Option<(String, String)>,
    /// How long stems and options are.
    pub lengths: Lengths,
    /// How well each cue hits the key.
    pub cues: Vec<Cue>,
    /// Whether the best of the cues would pass an exam.
    pub guesser: Option<Guesser>,
    /// What reviews found.
    pub review: ReviewReport,
    /// The states of the bank that were released, oldest first.
    pub releases: Vec<Released>,
}

/// What there is of a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicCount {
    /// Its id.
    pub topic: String,
    /// Its name.
    pub title: String,
    /// Whether it is a section of the study notes.
    pub notes: bool,
    /// Its questions.
    pub questions: usize,
    /// Those of them that are sealed.
    pub sealed: usize,
    /// Its objectives.
    pub objectives: usize,
}

/// What there is for a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideCount {
    /// Its id.
    pub guide: String,
    /// Its title.
    pub title: String,
    /// Its domains.
    pub domains: Vec<DomainCount>,
}

/// A domain's questions and seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainCount {
    /// The domain's id.
    pub domain: String,
    /// Its title.
    pub title: String,
    /// Questions that a form may hold.
    pub questions: usize,
    /// Questions kept for mock exams.
    pub sealed: usize,
    /// Seats in a full form.
    pub seats: usize,
    /// Its tasks, each with its id, its title and its questions, sealed or not.
    pub tasks: Vec<(String, String, usize)>,
}

/// How long the texts are: the middle one and the longest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lengths {
    /// Words of a stem beside its code.
    pub stem: (usize, usize),
    /// Signs of an option.
    pub option: (usize, usize),
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

impl BankReport {
    /// Counts a bank, as far as it could be read.
    pub fn of(bank: &BankSources) -> Self {
        let questions: Vec<&QuestionSource> = bank.questions.iter().map(|found| &found.value).collect();
        let references = questions.iter().flat_map(|question| &question.references);
        let days = || questions.iter().map(|question| question.verified.on.clone());
        let about = bank.bank.as_ref();
        let cues = cues::measure(bank);
        Self {
            folder: bank.folder.clone(),
            title: about.map(|about| about.title.clone()).unwrap_or_default(),
            version: about.map(|about| about.version.clone()).unwrap_or_default(),
            questions: questions.len(),
            sealed: questions.iter().filter(|question| question.sealed).count(),
            counts: vec![
                ("kind", count::named(KindName::ALL, questions.iter().map(|q| q.kind))),
                ("tier", count::named(TierName::ALL, questions.iter().map(|q| q.tier))),
                ("level", count::named(LevelName::ALL, questions.iter().map(|q| q.level))),
                ("difficulty", count::named(DifficultyName::ALL, questions.iter().map(|q| q.difficulty))),
            ],
            topics: count::topics(bank),
            guides: domains(bank),
            forms: forms::count(bank).unwrap_or_default(),
            objectives: count::objectives(bank),
            notes_facts: coverage::facts(bank, true),
            exam_facts: coverage::facts(bank, false),
            references: (references.clone().count(), references.filter(|page| page.opened).count()),
            verified: days().min().zip(days().max()),
            lengths: count::lengths(bank),
            guesser: guesser(bank, &cues),
            cues,
            review: review::report(bank),
            releases: releases(bank),
        }
    }
}

/// The released states, as exam links name them.
fn releases(bank: &BankSources) -> Vec<Released> {
    let all = bank.releases.iter().flat_map(|found| &found.value.releases);
    let released = |release: &Release| Released {
        link: release.link.clone(),
        on: release.on.clone(),
        questions: release
            .questions
            .iter()
            .map(|(number, revision)| (QuestionNumber(*number), *revision))
            .collect(),
    };
    all.map(released).collect()
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

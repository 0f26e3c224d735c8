//! The practice page: what to do today, what can be drilled, and how ready the learner is.

use super::StartBar;
use super::choosing::start_bar;
use crate::Env;
use crate::app::{Drill, Misconception, Model, today};
use crate::bank::{BankIndex, Blueprint, Tier};
use crate::outcome::Outcome;
use crate::study::{Card, Study};
use crate::time::{Date, DurationMs, UnixMillis};
use std::rc::Rc;

/// The practice page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeView {
    /// What was reckoned; none while it is on its way.
    pub study: Option<Rc<Study>>,
    /// Whether it could not be reckoned.
    pub failed: bool,
    /// The day.
    pub today: Date,
    /// The day of the exam.
    pub exam: Option<Date>,
    /// Whether an exam can be started.
    pub start: StartBar,
    /// The drills, with the number of questions each would have.
    pub drills: Vec<(Drill, u32)>,
    /// Wrong ideas that recur.
    pub misconceptions: Rc<Vec<Misconception>>,
    /// What is known of each task.
    pub map: Vec<DomainMap>,
    /// The newest attempts of twenty questions and more, oldest first.
    pub scores: Vec<ScoreView>,
    /// Whether the exam's day is over, so that its outcome is asked for.
    pub asks_outcome: bool,
    /// What was told of exams before.
    pub outcomes: Vec<Outcome>,
}

/// A domain of the guide on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainMap {
    /// Its title.
    pub title: String,
    /// Its share of the exam in percent.
    pub weight: u32,
    /// Its tasks; one with the domain's title where the guide names none.
    pub tasks: Vec<TaskMap>,
}

/// A task on the map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskMap {
    /// Its title.
    pub title: String,
    /// Objectives that the bank asks for it.
    pub objectives: u32,
    /// How many of them were practised.
    pub practised: u32,
    /// The chance of recalling one of those today, on average, in thousandths.
    pub recall: u32,
}

/// An attempt on the chart of scores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreView {
    /// When it ended.
    pub ended: UnixMillis,
    /// Right answers in percent.
    pub percent: u32,
    /// Questions.
    pub questions: u32,
    /// Time a question, on average.
    pub pace: DurationMs,
}

/// Attempts on the chart, and the fewest questions of one.
const SCORES: usize = 20;
const FEWEST: u32 = 20;

pub(super) fn practice(model: &Model, env: &Env) -> PracticeView {
    let day = today(env);
    let exam = model.settings.exam;
    let study = model.studying.study.clone();
    let guide = model.guide(day);
    let map = match (&study, guide, &model.bank.index) {
        (Some(study), Some(guide), Some(index)) => map(index, guide, &study.cards),
        _ => Vec::new(),
    };
    PracticeView {
        failed: model.studying.failed,
        today: day,
        exam,
        start: start_bar(model),
        drills: Drill::ALL.into_iter().zip(model.studying.counts).collect(),
        misconceptions: Rc::clone(&model.studying.misconceptions),
        map,
        scores: scores(model),
        asks_outcome: exam.is_some_and(|exam| exam < day),
        outcomes: Outcome::of_rows(model.settings.outcomes.as_deref().unwrap_or_default()),
        study,
    }
}

fn scores(model: &Model) -> Vec<ScoreView> {
    let full = model
        .results
        .iter()
        .filter(|result| result.all.1 >= FEWEST && !result.is_of_own_paper())
        .take(SCORES);
    let view = full.map(|result| ScoreView {
        ended: result.ended,
        percent: (result.all.0 * 100).checked_div(result.all.1).unwrap_or(0),
        questions: result.all.1,
        pace: DurationMs(i64::from(result.seconds) * 1000 / i64::from(result.all.1.max(1))),
    });
    let mut scores: Vec<ScoreView> = view.collect();
    scores.reverse();
    scores
}

/// The tasks of the guide with what is known of their objectives.
fn map(index: &BankIndex, guide: &Blueprint, cards: &[Card]) -> Vec<DomainMap> {
    let Some((place, _)) = index.guide(&guide.id) else { return Vec::new() };
    // The domain and task of each objective: those of its first question that may be drawn.
    let mut cells = vec![None; index.objectives.len()];
    for entry in index.entries.iter().filter(|entry| entry.tier == Tier::Exam && !entry.sealed) {
        if let (Some(known), Some(cell)) = (cells.get_mut(usize::from(entry.objective)), entry.cell(place)) {
            known.get_or_insert((cell.domain, cell.task.unwrap_or(0)));
        }
    }
    let recall = |objective: usize| {
        cards.iter().find(|card| usize::from(card.objective) == objective).map(|card| card.recall)
    };
    let task = |title: &str, at: (u8, u8)| {
        let mut task = TaskMap { title: title.to_owned(), ..TaskMap::default() };
        let mut sum = 0;
        let here = cells.iter().enumerate().filter(|(_, cell)| **cell == Some(at));
        for (objective, _) in here {
            task.objectives += 1;
            if let Some(recall) = recall(objective) {
                task.practised += 1;
                sum += recall;
            }
        }
        task.recall = sum.checked_div(task.practised).unwrap_or(0);
        task
    };
    let domains = (0..=u8::MAX).zip(&guide.domains).map(|(domain, known)| {
        let tasks = (0..=u8::MAX).zip(&known.tasks);
        let mut tasks: Vec<TaskMap> = tasks.map(|(at, known)| task(&known.title, (domain, at))).collect();
        if tasks.is_empty() {
            tasks.push(task(&known.title, (domain, 0)));
        }
        DomainMap { title: known.title.clone(), weight: known.weight, tasks }
    });
    domains.collect()
}

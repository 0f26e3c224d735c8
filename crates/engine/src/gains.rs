//! What can be won back: where the questions that were missed weigh most in the exam.

use crate::bank::{BankIndex, Blueprint, Cell, Entry, Tier};
use crate::grade::is_right;
use crate::ids::QuestionNumber;
use crate::order::sorted;
use crate::sitting::Sitting;

/// Questions of an objective in one paper from which on it says enough of the objective itself.
const ENOUGH: usize = 3;

/// So many questions that went as all the others did are thought to stand beside those that were asked.
const PRIOR: u64 = 2;

/// So many parts are a plan: more is none for an evening.
pub const PARTS: usize = 3;

/// Questions of a practice of them, at most.
pub const DRILL: u32 = 10;

/// What to practise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The questions of the parts with most to win back.
    pub all: Vec<QuestionNumber>,
    /// Those that the paper did not have.
    pub fresh: Vec<QuestionNumber>,
}

/// The questions of the [`PARTS`] with most to win back.
pub fn plan(sitting: &Sitting, index: &BankIndex) -> Plan {
    let parts: Vec<Part> = gains(sitting, index).into_iter().take(PARTS).map(|gain| gain.part).collect();
    let guide = index.guide(&sitting.form.guide.id).map(|(place, _)| place);
    let all = guide.map_or_else(Vec::new, |guide| questions_of(index, guide, &parts));
    let was_asked =
        |number: &QuestionNumber| sitting.form.items.iter().any(|item| item.question.number == *number);
    let fresh = all.iter().filter(|number| !was_asked(number)).copied().collect();
    Plan { all, fresh }
}

/// What a part of the exam is called, and its index where the bank has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// An objective of the bank.
    Objective(u16),
    /// A task of a domain of the guide.
    Task(u8, u8),
    /// A topic of the bank.
    Topic(u16),
}

impl Part {
    /// How fine it is.
    pub fn grain(self) -> Grain {
        match self {
            Self::Objective(_) => Grain::Objectives,
            Self::Task(..) => Grain::Tasks,
            Self::Topic(_) => Grain::Topics,
        }
    }
}

/// How fine the parts of a plan are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// Objectives.
    Objectives,
    /// Tasks of the guide.
    Tasks,
    /// Topics.
    Topics,
}

/// A part of the exam in which questions were missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gain {
    /// The part.
    pub part: Part,
    /// Its title.
    pub title: String,
    /// How many of its questions the paper asked.
    pub asked: u32,
    /// How many of them were missed.
    pub missed: u32,
    /// Points of the exam's own paper that may be won back there, in hundredths.
    pub points: u32,
}

/// The parts in which questions were missed, those with most to win back first; none when the bank has the guide no more.
///
/// A part is expected to bring `s·w·(m + 2q)/(a + 2)` points: of the `s` questions that count in the exam its weight `w`
/// is asked, and of those as many are missed as here, `m` of `a`, drawn towards the whole paper's share `q` as if two
/// questions more had been asked that went so. The weight is what the draw gives: a domain's share of the exam is divided
/// evenly among its tasks, and a task's among the objectives that the bank asks for it.
///
/// Source: the shrinking is the mean of a beta distribution with two questions of prior weight on the learner's own share.
pub fn gains(sitting: &Sitting, index: &BankIndex) -> Vec<Gain> {
    let Some((place, guide)) = index.guide(&sitting.form.guide.id) else { return Vec::new() };
    let asked: Vec<Asked> = sitting
        .positions()
        .zip(&sitting.form.items)
        .filter_map(|(position, item)| {
            let entry = index.entry(item.question.number)?;
            let missed = !is_right(sitting, position);
            Some(Asked { objective: entry.objective, cell: entry.cell(place)?, missed })
        })
        .collect();
    let grain = grain(&asked);
    let weights = weights(index, place, guide);
    let all = Count::of(asked.iter());
    let mut parts: Vec<Part> = Vec::new();
    for missed in asked.iter().filter(|asked| asked.missed) {
        let part = part_of(index, missed.objective, missed.cell, grain);
        parts.extend(part.filter(|part| !parts.contains(part)));
    }
    let gains: Vec<Gain> = parts
        .into_iter()
        .map(|part| {
            let is_here = |objective, cell| part_of(index, objective, cell, grain) == Some(part);
            let here = Count::of(asked.iter().filter(|asked| is_here(asked.objective, asked.cell)));
            let weighed = weights.iter().filter(|(cell, objective, _)| is_here(*objective, *cell));
            let weight = weighed.map(|(.., weight)| *weight).sum();
            Gain {
                part,
                title: title(index, guide, part),
                asked: here.asked,
                missed: here.missed,
                points: points(guide.format.scored, weight, here, all),
            }
        })
        .collect();
    sorted(&gains, |gain| [u64::from(u32::MAX - gain.points), u64::from(u32::MAX - gain.missed), 0])
}

/// The questions of the parts that a draw for the guide may give.
pub fn questions_of(index: &BankIndex, guide: u8, parts: &[Part]) -> Vec<QuestionNumber> {
    let wanted = |entry: &&Entry| {
        let Some(cell) = entry.cell(guide) else { return false };
        parts.iter().any(|part| part_of(index, entry.objective, cell, part.grain()) == Some(*part))
    };
    index
        .entries
        .iter()
        .filter(|entry| may_be_drawn(entry))
        .filter(wanted)
        .map(|entry| entry.number)
        .collect()
}

/// A question of the paper, as the bank has it now.
struct Asked {
    objective: u16,
    cell: Cell,
    missed: bool,
}

#[derive(Clone, Copy, Default)]
struct Count {
    asked: u32,
    missed: u32,
}

impl Count {
    fn of<'a>(asked: impl Iterator<Item = &'a Asked>) -> Self {
        asked.fold(Self::default(), |count, one| Self {
            asked: count.asked + 1,
            missed: count.missed + u32::from(one.missed),
        })
    }
}

/// Objectives where the paper asked each of them often enough, else the guide's tasks, else topics.
fn grain(asked: &[Asked]) -> Grain {
    let objectives: Vec<u16> = asked.iter().map(|asked| asked.objective).collect();
    let mut objectives = sorted(&objectives, |objective| [u64::from(*objective), 0, 0]);
    objectives.dedup();
    if asked.len() >= objectives.len() * ENOUGH {
        Grain::Objectives
    } else if asked.iter().any(|asked| asked.cell.task.is_some()) {
        Grain::Tasks
    } else {
        Grain::Topics
    }
}

fn part_of(index: &BankIndex, objective: u16, cell: Cell, grain: Grain) -> Option<Part> {
    match grain {
        Grain::Objectives => Some(Part::Objective(objective)),
        Grain::Tasks => cell.task.map(|task| Part::Task(cell.domain, task)),
        Grain::Topics => {
            let objective = index.objectives.get(usize::from(objective))?;
            Some(Part::Topic(objective.topic))
        }
    }
}

fn title(index: &BankIndex, guide: &Blueprint, part: Part) -> String {
    let found = match part {
        Part::Objective(objective) => index.objectives.get(usize::from(objective)).map(|found| &found.title),
        Part::Topic(topic) => index.topics.get(usize::from(topic)).map(|found| &found.title),
        Part::Task(domain, task) => guide
            .domains
            .get(usize::from(domain))
            .and_then(|domain| domain.tasks.get(usize::from(task)))
            .map(|found| &found.title),
    };
    found.cloned().unwrap_or_default()
}

/// In hundredths; the weight is in millionths.
fn points(scored: u32, weight: u64, here: Count, all: Count) -> u32 {
    let (asked, whole) = (u64::from(here.asked), u64::from(all.asked));
    let missed = u64::from(here.missed) * whole + PRIOR * u64::from(all.missed);
    let below = (asked + PRIOR) * whole * 10_000;
    let points = (u64::from(scored) * weight * missed).checked_div(below);
    points.and_then(|points| u32::try_from(points).ok()).unwrap_or(0)
}

fn may_be_drawn(entry: &Entry) -> bool {
    entry.tier == Tier::Exam && !entry.sealed
}

/// What each objective weighs in each cell of a guide, in millionths of the exam.
fn weights(index: &BankIndex, place: u8, guide: &Blueprint) -> Vec<(Cell, u16, u64)> {
    let drawn = index.entries.iter().filter(|entry| may_be_drawn(entry));
    let pairs: Vec<(Cell, u16)> =
        drawn.filter_map(|entry| Some((entry.cell(place)?, entry.objective))).collect();
    let task = |cell: Cell| cell.task.map_or(0, |task| u64::from(task) + 1);
    let mut pairs =
        sorted(&pairs, |(cell, objective)| [u64::from(cell.domain), task(*cell), u64::from(*objective)]);
    pairs.dedup();
    let mut cells: Vec<Cell> = pairs.iter().map(|(cell, _)| *cell).collect();
    cells.dedup();
    let weight = |cell: Cell| {
        let domain = guide.domains.get(usize::from(cell.domain)).map_or(0, |domain| domain.weight);
        let tasks = cells.iter().filter(|other| other.domain == cell.domain).count();
        let objectives = pairs.iter().filter(|(other, _)| *other == cell).count();
        let shares = u64::try_from(tasks * objectives).unwrap_or(u64::MAX);
        (u64::from(domain) * 1_000_000 / 100).checked_div(shares).unwrap_or(0)
    };
    pairs.iter().map(|(cell, objective)| (*cell, *objective, weight(*cell))).collect()
}

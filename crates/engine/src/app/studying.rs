//! Practice: what the learner's history says is reckoned by the module of tools, and drills follow from it.

use super::{Effect, Event, Misconception, Model, Notice, keep, mistaken, starting, today};
use crate::Env;
use crate::bank::{Entry, Tier};
use crate::form::Form;
use crate::gains;
use crate::ids::{Fingerprint, QuestionNumber};
use crate::outcome::{self, Outcome};
use crate::packed::{Packed as _, packed_choice};
use crate::route::Route;
use crate::store::LocalRecord;
use crate::study::{Card, Study, StudyInput};
use std::rc::Rc;

/// What a drill asks. Each has a known end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drill {
    /// The day's set: what is due, and new questions.
    Today,
    /// What is due.
    Due,
    /// Questions that the learner bookmarked.
    Bookmarked,
    /// Questions whose latest answer was not right.
    Missed,
    /// Objectives that went worst.
    Weak,
    /// Questions that were never seen.
    Unseen,
    /// What changed since what was taught in 2019.
    Changed,
    /// What only the newest guide asks.
    New,
    /// A mock exam of sealed questions, as in the exam.
    Mock,
}

packed_choice!(Drill { Today, Due, Missed, Weak, Unseen, Changed, New, Mock, Bookmarked });

/// Questions of a day's set without an exam's day, and the most of any drill.
const SET: u32 = 10;
const MOST: u32 = 20;

/// Objectives that a drill of the weak takes in.
const WEAK: usize = 6;

/// How far the reckoning is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Studying {
    turn: u32,
    /// What was answered last.
    pub(crate) study: Option<Rc<Study>>,
    pub(crate) failed: bool,
    /// How many questions each drill would have: counted when something changed, and not at each view.
    pub(crate) counts: [u32; Drill::ALL.len()],
    /// Wrong ideas that recur.
    pub(crate) misconceptions: Rc<Vec<Misconception>>,
    /// Questions whose reasons tell of a change, of the bank with this content.
    changed: Option<(Fingerprint, Vec<QuestionNumber>)>,
}

impl Drill {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Today,
        Self::Due,
        Self::Missed,
        Self::Weak,
        Self::Bookmarked,
        Self::Unseen,
        Self::Changed,
        Self::New,
        Self::Mock,
    ];
}

/// Has it reckoned, if the page that shows it is open.
pub(super) fn wanted(model: &mut Model, env: &Env) {
    if !matches!(model.route, Route::Practice) {
        return;
    }
    let Some(guide) = model.guide(today(env)).map(|guide| guide.id.clone()) else { return };
    let Some(index) = &model.bank.index else { return };
    let Some((guide, _)) = index.guide(&guide) else { return };
    let input = StudyInput {
        index: Rc::clone(index),
        guide,
        now: env.now.0,
        offset: env.utc_offset,
        exam: model.settings.exam,
        history: crate::store::history::write_exposures(&model.exposures),
    };
    let studying = &mut model.studying;
    studying.turn = studying.turn.wrapping_add(1);
    studying.failed = false;
    let turn = studying.turn;
    model.then(Effect::Study { turn, input: input.to_bytes() });
    look_for_changes(model);
    model.studying.misconceptions = Rc::new(mistaken::held(model));
    count_all(model, env);
}

fn count_all(model: &mut Model, env: &Env) {
    model.studying.counts = Drill::ALL.map(|drill| count(model, drill, env));
}

/// It was reckoned, or the tool could not be had.
pub(super) fn answered(model: &mut Model, turn: u32, study: Option<Vec<u8>>, env: &Env) {
    let studying = &mut model.studying;
    if turn != studying.turn {
        return;
    }
    match study.and_then(|bytes| Study::from_bytes(&bytes)) {
        Some(study) => studying.study = Some(Rc::new(study)),
        None => studying.failed = true,
    }
    count_all(model, env);
}

/// Begins a drill.
pub(super) fn started(model: &mut Model, drill: Drill, env: &Env) {
    match drill {
        Drill::Mock => starting::mock(model, env),
        Drill::Today => {
            let (due, fresh) = todays(model, env);
            starting::set(model, &due, &fresh, size_of_set(model), Event::PracticeChosen(drill), env);
        }
        Drill::Due => {
            let due = model.studying.study.as_ref().map_or_else(Vec::new, |study| study.due.clone());
            starting::set(model, &due, &[], MOST, Event::PracticeChosen(drill), env);
        }
        _ => {
            let questions = questions(model, drill, env);
            starting::practice(model, &questions, Event::PracticeChosen(drill), env);
        }
    }
}

/// How many questions the day's set has.
pub(crate) fn size_of_set(model: &Model) -> u32 {
    let plan = model.studying.study.as_ref().and_then(|study| study.plan.as_ref());
    plan.map_or(SET, |plan| plan.today.saturating_sub(plan.done).clamp(5, MOST))
}

/// What is due, and what was never seen.
fn todays(model: &Model, env: &Env) -> (Vec<QuestionNumber>, Vec<QuestionNumber>) {
    let due = model.studying.study.as_ref().map_or_else(Vec::new, |study| study.due.clone());
    let unseen = questions(model, Drill::Unseen, env);
    let fresh = unseen.into_iter().filter(|number| !due.contains(number)).collect();
    (due, fresh)
}

/// The questions of a drill, as far as they are known without asking the tool.
pub(crate) fn questions(model: &Model, drill: Drill, env: &Env) -> Vec<QuestionNumber> {
    let Some(index) = &model.bank.index else { return Vec::new() };
    let Some(guide) = model.guide(today(env)).and_then(|guide| index.guide(&guide.id)) else {
        return Vec::new();
    };
    let open = |entry: &&Entry| {
        entry.tier == Tier::Exam
            && !entry.sealed
            && entry.cell(guide.0).is_some()
            && model.exposures.objections.against(entry.number).is_none()
    };
    let entries = index.entries.iter().filter(open);
    let numbers =
        |wanted: &dyn Fn(&&Entry) -> bool| entries.filter(wanted).map(|entry| entry.number).collect();
    match drill {
        Drill::Missed => {
            let missed = model.exposures.missed();
            numbers(&|entry| missed.contains(&entry.number))
        }
        Drill::Weak => {
            let weak = weak(model);
            numbers(&|entry| weak.contains(&entry.objective))
        }
        Drill::Bookmarked => numbers(&|entry| model.exposures.bookmarks.against(entry.number).is_some()),
        Drill::Unseen => numbers(&|entry| model.exposures.get(entry.number).is_none()),
        Drill::Changed => {
            let changed = model.studying.changed.as_ref().map_or(&[][..], |(_, numbers)| numbers);
            numbers(&|entry| changed.contains(&entry.number))
        }
        Drill::New => numbers(&|entry| is_new(entry, guide.0)),
        Drill::Today | Drill::Due | Drill::Mock => Vec::new(),
    }
}

/// Whether no guide before this one asks the question.
fn is_new(entry: &Entry, guide: u8) -> bool {
    guide > 0 && !entry.cells.iter().any(|cell| cell.guide < guide)
}

/// Looks once through the reasons of a bank that has arrived whole.
fn look_for_changes(model: &mut Model) {
    let Some(bank) = model.bank.whole() else { return };
    let print = bank.entry.fingerprint;
    if model.studying.changed.as_ref().is_some_and(|(known, _)| *known == print) {
        return;
    }
    let tells =
        |entry: &&Entry| bank.question(entry.number).is_some_and(|(_, reasons)| reasons.changed.is_some());
    let changed = bank.index.entries.iter().filter(tells).map(|entry| entry.number).collect();
    model.studying.changed = Some((print, changed));
}

/// The objectives that went worst: the share of wrong answers, as if one more had been right and one wrong.
fn weak(model: &Model) -> Vec<u16> {
    let Some(study) = &model.studying.study else { return Vec::new() };
    let lapsed: Vec<&Card> = study.cards.iter().filter(|card| card.lapses > 0).collect();
    let worst = |card: &&Card| {
        let share = (u64::from(card.lapses) + 1) * 1_000 / (u64::from(card.reviews) + 2);
        [u64::MAX - share, u64::from(card.recall), u64::from(card.objective)]
    };
    crate::order::sorted(&lapsed, worst).into_iter().take(WEAK).map(|card| card.objective).collect()
}

/// How many questions a drill of [`gains::DRILL`] at most would have.
fn count(model: &Model, drill: Drill, env: &Env) -> u32 {
    let few = |count: usize, most: u32| u32::try_from(count).unwrap_or(most).min(most);
    match drill {
        Drill::Today => {
            let (due, fresh) = todays(model, env);
            few(due.len() + fresh.len(), size_of_set(model))
        }
        Drill::Due => few(model.studying.study.as_ref().map_or(0, |study| study.due.len()), MOST),
        Drill::Mock => starting::mock_length(model, env),
        _ => few(questions(model, drill, env).len(), gains::DRILL),
    }
}

/// Whether a paper has a sealed question: no link names it, or its questions would not stay unseen.
pub(crate) fn is_sealed(model: &Model, form: &Form) -> bool {
    // The numbers of somebody's own paper are no numbers of the bank.
    let Some(index) = model.bank.index.as_ref().filter(|_| !form.is_own()) else { return false };
    form.items.iter().any(|item| index.entry(item.question.number).is_some_and(|entry| entry.sealed))
}

/// How the real exam went.
pub(super) fn outcome_given(model: &mut Model, outcome: Option<Outcome>) {
    // Another day can be set.
    model.settings.exam = None;
    // Not sat, or not to be told: only the day goes.
    if let Some(outcome) = outcome {
        let known = model.settings.outcomes.take().unwrap_or_default();
        model.settings.outcomes = outcome::joined(&outcome.row(), &known);
    }
    keep::save(model, LocalRecord::Settings);
}

/// The plan is wanted as a file of a calendar.
pub(super) fn calendar_wanted(model: &mut Model, env: &Env) {
    let plan = model.studying.study.as_ref().and_then(|study| study.plan.clone());
    let guide = model.guide(today(env)).map(|guide| guide.id.to_string());
    if let (Some(plan), Some(exam), Some(id)) = (plan, model.settings.exam, guide) {
        model.then(Effect::Calendar { id, plan, exam, now: env.now, today: today(env) });
    }
}

/// The file was handed out, or not.
pub(super) fn file_made(model: &mut Model, done: bool) {
    if !done {
        model.tell(Notice::FileNotMade);
    }
}

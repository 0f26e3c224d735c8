//! Starting an exam: its questions are chosen, waited for where they have not arrived, and put together.

use super::{Drill, Effect, Event, FocusTarget, Model, Notice, Pick, Place, Shown, banks, exam, today};
use crate::Env;
use crate::bank::wire::PartFault;
use crate::bank::{Entry, Shelf};
use crate::draw::{self, DRAW_VERSION, DrawError, DrawSpec, Pool, Selection};
use crate::exposure::Exposures;
use crate::form::Form;
use crate::gains;
use crate::ids::{GuideId, QuestionNumber, SittingId, TopicId};
use crate::link::{ExamLink, Paper};
use crate::regrade::with_todays_keys;
use crate::route::Route;
use crate::seed::Seed;
use crate::sitting::{ExamClock, Sitting, Way};
use crate::time::Minutes;
use std::rc::Rc;

/// Questions of a quick try.
const QUICK: u32 = 5;

/// Why a link's exam cannot be sat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperFault {
    /// The site has no such bank.
    UnknownBank,
    /// The link asks for a draw of a newer version of the app.
    NewerDraw,
    /// The draw refuses.
    Draw(DrawError),
}

/// An exam whose questions are chosen, and not yet put together.
pub(crate) struct Chosen {
    guide: GuideId,
    topics: Vec<TopicId>,
    seed: Seed,
    listed: bool,
    limit: Option<Minutes>,
    reveals: bool,
    selection: Selection,
}

impl Chosen {
    pub(crate) fn numbers(&self) -> impl Iterator<Item = QuestionNumber> {
        self.selection.items.iter().map(|item| item.number)
    }
}

/// The exam of a link, from the bank at hand; the same on every device.
pub(crate) fn chosen(bank: Shelf, link: &ExamLink) -> Result<Chosen, PaperFault> {
    if link.bank != bank.entry.id {
        return Err(PaperFault::UnknownBank);
    }
    if link.draw > DRAW_VERSION {
        return Err(PaperFault::NewerDraw);
    }
    let (selection, topics) = match &link.paper {
        Paper::Drawn { length, topics } => {
            let spec = DrawSpec {
                guide: link.guide.clone(),
                length: *length,
                topics: topics.clone(),
                seed: link.seed,
                pool: Pool::Open,
                only: None,
            };
            (draw::draw(bank.index, &spec, None), topics.clone())
        }
        Paper::Listed(numbers) => (draw::arrange(bank.index, &link.guide, numbers, link.seed), Vec::new()),
    };
    Ok(Chosen {
        guide: link.guide.clone(),
        topics,
        seed: link.seed,
        listed: matches!(link.paper, Paper::Listed(_)),
        limit: link.limit,
        reveals: link.reveals,
        selection: selection.map_err(PaperFault::Draw)?,
    })
}

/// The paper of a link, once the whole bank is there; none where it cannot be drawn.
pub(crate) fn form_of(bank: Shelf, link: &ExamLink) -> Option<Form> {
    let Chosen { guide, topics, seed, listed, selection, .. } = chosen(bank, link).ok()?;
    let (_, guide) = bank.index.guide(&guide)?;
    Form::assemble(bank, guide, &topics, seed, listed, &selection).ok()
}

/// Whether all that a link's exam needs is on the page, reasons and all.
pub(crate) fn is_here(bank: Shelf, chosen: &Chosen) -> bool {
    bank.missing(chosen.numbers()).is_empty()
}

/// The pages of the instructions.
pub(crate) const INSTRUCTIONS: u8 = 2;

/// The instructions before an exam against the clock are read, which has not begun; or they are left.
pub(super) fn instructions_turned(model: &mut Model, page: Option<u8>) {
    let before_an_exam =
        matches!(model.route, Route::Setup | Route::Exam(_) | Route::Practice) && !model.is_at_work();
    model.instructions = page.filter(|page| before_an_exam && *page < INSTRUCTIONS);
    model.then(Effect::Focus(FocusTarget::PageHeading));
}

pub(super) fn quick_started(model: &mut Model, env: &Env) {
    let Some(guide) = model.guide(today(env)).map(|guide| guide.id.clone()) else { return };
    let seed = Seed::from_entropy(env.entropy);
    let spec = DrawSpec { guide, length: QUICK, topics: Vec::new(), seed, pool: Pool::Open, only: None };
    if let Some(chosen) = listed(model, &spec, &model.exposures) {
        begin(model, &chosen, Event::QuickStarted, env);
    }
}

pub(super) fn setup_started(model: &mut Model, env: &Env) {
    let Some(seed) = Seed::parse(&model.draft.seed) else { return };
    let Some((spec, _)) = model.draft_spec(today(env), seed) else { return };
    let Some(guide) = model.draft_guide(today(env)) else { return };
    let (limit, reveals) = (model.draft.limit(guide, spec.length), model.draft.way == Way::Reveal);
    // The next exam gets a seed of its own.
    let next = Seed::from_entropy(env.entropy.rotate_left(17) ^ 0x5bd1_e995).to_string();
    let wanted = if model.draft.pick == Pick::Any {
        let Some(link) = model.draft_link() else { return };
        // The seed's own paper, unless the learner objects to one of its questions.
        let objections = &model.exposures.objections;
        let objected = |chosen: &Chosen| chosen.numbers().any(|number| objections.against(number).is_some());
        match model.bank.shelf().and_then(|bank| chosen(bank, &link).ok()) {
            Some(chosen) if !objected(&chosen) => Some(chosen),
            _ => listed(model, &spec, &model.exposures.objections_only()),
        }
    } else {
        listed(model, &spec, &model.exposures)
    };
    let wanted = wanted.map(|chosen| Chosen { limit, reveals, ..chosen });
    if wanted.and_then(|chosen| begin(model, &chosen, Event::SetupStarted, env)).is_some() {
        model.draft.seed = next;
    }
}

pub(super) fn link_started(model: &mut Model, env: &Env) {
    let Route::Exam(link) = &model.route else { return };
    if let Some(chosen) = model.bank.shelf().and_then(|bank| chosen(bank, link).ok()) {
        begin(model, &chosen, Event::LinkStarted, env);
    }
}

/// Practice of the parts in which the attempt on the result page lost most, without a clock and revealed as it goes.
pub(super) fn drill_started(model: &mut Model, env: &Env) {
    let (Shown::Attempt(attempt), Some(bank)) = (&model.shown, model.bank.shelf()) else { return };
    let again = model.bank.whole().and_then(|whole| with_todays_keys(attempt, whole));
    let plan = gains::plan(again.as_ref().map_or(attempt, |(now, _)| now), bank.index);
    let guide = attempt.form.guide.id.clone();
    let seed = Seed::from_entropy(env.entropy);
    let spec = |only: Vec<QuestionNumber>, length: u32| {
        let (guide, topics) = (guide.clone(), Vec::new());
        DrawSpec { guide, length, topics, seed, pool: Pool::Open, only: Some(only) }
    };
    let objections = model.exposures.objections_only();
    let most = |only: &[QuestionNumber]| {
        draw::available(bank.index, &spec(only.to_vec(), 1), Some(&objections)).min(gains::DRILL)
    };
    // The questions of this attempt only where the others are too few: each can be seen for the first time once.
    let fresh = if most(&plan.fresh) < gains::DRILL { &plan.all } else { &plan.fresh };
    let length = most(fresh);
    let chosen = listed(model, &spec(fresh.clone(), length), &model.exposures);
    if let Some(chosen) = chosen.map(|chosen| Chosen { reveals: true, ..chosen }) {
        begin(model, &chosen, Event::DrillStarted, env);
    }
}

/// Practice of some questions, without a clock and revealed as it goes: those never seen first.
pub(super) fn practice(model: &mut Model, questions: &[QuestionNumber], asked: Event, env: &Env) {
    let (Some(bank), Some(guide)) = (model.bank.shelf(), model.guide(today(env))) else { return };
    let (guide, seed) = (guide.id.clone(), Seed::from_entropy(env.entropy));
    let spec = |length| DrawSpec {
        guide: guide.clone(),
        length,
        topics: Vec::new(),
        seed,
        pool: Pool::Open,
        only: Some(questions.to_vec()),
    };
    let most = draw::available(bank.index, &spec(1), Some(&model.exposures.objections_only()));
    let chosen = listed(model, &spec(most.min(gains::DRILL)), &model.exposures);
    if let Some(chosen) = chosen.map(|chosen| Chosen { reveals: true, ..chosen }) {
        begin(model, &chosen, asked, env);
    }
}

/// Practice of a set with a known end: these questions, then of the others as many as are missing, never seen ones by
/// the weights of the guide. Without a clock, and revealed as it goes.
pub(super) fn set(
    model: &mut Model,
    first: &[QuestionNumber],
    others: &[QuestionNumber],
    size: u32,
    asked: Event,
    env: &Env,
) {
    let (Some(bank), Some(guide)) = (model.bank.shelf(), model.guide(today(env))) else { return };
    let (guide, seed) = (guide.id.clone(), Seed::from_entropy(env.entropy));
    let wanted = usize::try_from(size).unwrap_or(usize::MAX);
    let mut numbers: Vec<QuestionNumber> = first.iter().copied().take(wanted).collect();
    let mut spec = DrawSpec {
        guide: guide.clone(),
        length: 1,
        topics: Vec::new(),
        seed,
        pool: Pool::Open,
        only: Some(others.to_vec()),
    };
    let left = u32::try_from(wanted - numbers.len()).unwrap_or(0);
    spec.length = left.min(draw::available(bank.index, &spec, Some(&model.exposures.objections_only())));
    let drawn =
        (spec.length > 0).then(|| draw::draw(bank.index, &spec, Some(&model.exposures)).ok()).flatten();
    numbers.extend(drawn.into_iter().flat_map(|drawn| drawn.items).map(|item| item.number));
    let Ok(selection) = draw::arrange(bank.index, &guide, &numbers, seed) else { return };
    let topics = Vec::new();
    let chosen = Chosen { guide, topics, seed, listed: true, limit: None, reveals: true, selection };
    begin(model, &chosen, asked, env);
}

/// What a mock of sealed questions is drawn by: those never seen, else none is had.
fn mock_spec(model: &Model, env: &Env) -> Option<(DrawSpec, Minutes)> {
    let (bank, guide) = (model.bank.shelf()?, model.guide(today(env))?);
    let unseen = |entry: &&Entry| entry.sealed && model.exposures.get(entry.number).is_none();
    let only: Vec<QuestionNumber> =
        bank.index.entries.iter().filter(unseen).map(|entry| entry.number).collect();
    let mut spec = DrawSpec {
        guide: guide.id.clone(),
        length: 1,
        topics: Vec::new(),
        seed: Seed::from_entropy(env.entropy),
        pool: Pool::Sealed,
        only: Some(only),
    };
    let available = draw::available(bank.index, &spec, Some(&model.exposures.objections_only()));
    spec.length = guide.format.questions;
    (available >= spec.length).then_some((spec, guide.format.minutes))
}

/// How many questions a sealed mock would have; none when too few are left that were never seen.
pub(crate) fn mock_length(model: &Model, env: &Env) -> u32 {
    mock_spec(model, env).map_or(0, |(spec, _)| spec.length)
}

/// A mock exam of sealed questions, as in the exam.
pub(super) fn mock(model: &mut Model, env: &Env) {
    let (Some((mut spec, limit)), Some(bank)) = (mock_spec(model, env), model.bank.shelf()) else { return };
    let history = Some(&model.exposures);
    let Ok(selection) = draw::draw_leaving_another(bank.index, &mut spec, history, env.entropy) else {
        return;
    };
    let chosen = Chosen {
        guide: spec.guide,
        topics: spec.topics,
        seed: spec.seed,
        listed: true,
        limit: Some(limit),
        reveals: false,
        selection,
    };
    begin(model, &chosen, Event::PracticeChosen(Drill::Mock), env);
}

/// A paper that depends on the learner's history; its link lists the questions.
fn listed(model: &Model, spec: &DrawSpec, history: &Exposures) -> Option<Chosen> {
    let bank = model.bank.shelf()?;
    let drawn = draw::draw(bank.index, spec, Some(history)).ok()?;
    // Arranged as its link will be, so that a friend gets the very same paper.
    let numbers: Vec<QuestionNumber> = drawn.items.iter().map(|item| item.number).collect();
    Some(Chosen {
        guide: spec.guide.clone(),
        topics: spec.topics.clone(),
        seed: spec.seed,
        listed: true,
        limit: None,
        reveals: false,
        selection: draw::arrange(bank.index, &spec.guide, &numbers, spec.seed).ok()?,
    })
}

/// Begins a sitting; nothing when one is at work. What it needs and has not arrived is waited for: an exam begins with
/// all its questions and reasons on the device.
fn begin(model: &mut Model, chosen: &Chosen, asked: Event, env: &Env) -> Option<()> {
    if model.is_at_work() || !model.knows_journal() || model.place == Place::Foreign {
        return None;
    }
    let bank = model.bank.shelf()?;
    let missing = bank.missing(chosen.numbers());
    if !missing.is_empty() {
        banks::gather(model, asked, missing, env);
        return None;
    }
    let (_, guide) = bank.index.guide(&chosen.guide)?;
    let Chosen { topics, seed, listed, limit, reveals, selection, .. } = chosen;
    let Ok(form) = Form::assemble(bank, guide, topics, *seed, *listed, selection) else {
        model.tell(Notice::BankUnusable(PartFault::Unreadable));
        return None;
    };
    let id = SittingId::new(env.now, env.entropy);
    let sitting = Sitting::start(id, Rc::new(form), *limit, env.now).revealing(*reveals);
    exam::set_to_work(model, sitting, ExamClock::start(env));
    Some(())
}

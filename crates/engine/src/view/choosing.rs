//! The pages on which an exam is chosen: home, set-up, and the confirm page of a link.

use super::{ResultRow, Since, since};
use crate::Env;
use crate::app::setup::{Length, TIME_CHOICES, minutes};
use crate::app::{Area, Model, PaperFault, Pick, Place, SetupPart, TimeChoice, starting, today};
use crate::bank::{BankIndex, Blueprint, Entry, Tier};
use crate::draw::{Deviation, available_by_topic, draw};
use crate::ids::{GuideId, TopicId};
use crate::link::{ExamLink, Paper};
use crate::seed::Seed;
use crate::sitting::Way;
use crate::time::{Date, Minutes};
use std::rc::Rc;

/// The home page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HomeView {
    /// Whether nothing was done here yet.
    pub first_visit: bool,
    /// The day of the exam.
    pub exam: Option<Date>,
    /// Days until then; negative when it is over.
    pub days_left: Option<i64>,
    /// The guide that the learner prepares for.
    pub guide: Option<GuideView>,
    /// The running sitting: questions answered, and of how many.
    pub running: Option<(u32, u32)>,
    /// The three newest results.
    pub results: Vec<ResultRow>,
    /// Whether an exam can be started.
    pub start: StartBar,
}

/// Whether an exam can be started, or what is in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartBar {
    /// It can.
    Ready,
    /// The questions are still on their way.
    Arriving,
    /// An exam was started, and begins when its questions and reasons have arrived.
    Gathering,
    /// They did not arrive, or cannot be used.
    NoBank,
    /// Another sitting runs: it is finished first.
    AtWork,
    /// Another site's page holds this one.
    Framed,
}

/// Where the questions and reasons of an exam are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stock {
    /// All have arrived.
    Here,
    /// Those that have not are fetched before the exam begins.
    FetchedFirst,
}

impl Stock {
    fn of(here: bool) -> Self {
        if here { Self::Here } else { Self::FetchedFirst }
    }
}

/// A guide to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideView {
    /// Its id.
    pub id: GuideId,
    /// Its title.
    pub title: String,
    /// The first day of its use.
    pub from: Option<Date>,
    /// The last day of its use.
    pub until: Option<Date>,
    /// Whether it is the chosen one.
    pub chosen: bool,
}

/// The set-up page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetupView {
    /// The guides.
    pub guides: Vec<GuideView>,
    /// Lengths that are offered.
    pub lengths: Vec<u32>,
    /// Minutes that are offered in place of a number of questions.
    pub lastings: Vec<u32>,
    /// The chosen length, as far as there are questions.
    pub length: u32,
    /// The minutes chosen in place of a number of questions.
    pub lasting: Option<u32>,
    /// How it is sat.
    pub way: Way,
    /// Time allowed.
    pub limit: Option<Minutes>,
    /// The most questions that this choice can give.
    pub most: u32,
    /// The times; none for a way without a limit.
    pub times: Vec<TimeView>,
    /// The parts of the page that are open.
    pub open: Vec<SetupPart>,
    /// The topics with a question in this guide, while they are open.
    pub topics: Vec<TopicView>,
    /// How many topics are chosen; zero means all.
    pub topics_chosen: usize,
    /// The domains of the guide, each followed by its tasks, while they are open.
    pub areas: Vec<AreaView>,
    /// How many domains and tasks are chosen; zero means all.
    pub areas_chosen: usize,
    /// The seed as typed.
    pub seed: String,
    /// Whether the seed can be read.
    pub seed_valid: bool,
    /// Which of the questions.
    pub pick: Pick,
    /// How many questions were missed when they were last answered.
    pub missed: usize,
    /// How many questions of the paper do not count.
    pub unscored: u32,
    /// Domains, by title, whose seats the bank cannot fill: title, wanted, got.
    pub deviations: Vec<(String, u32, u32)>,
    /// Whether the link of this exam can be given away.
    pub shareable: bool,
    /// Where the questions and reasons are that it may hold.
    pub stock: Stock,
    /// Whether it can be started.
    pub start: StartBar,
}

/// A time to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeView {
    /// The choice.
    pub choice: TimeChoice,
    /// Its minutes.
    pub minutes: Minutes,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A topic to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicView {
    /// Its id.
    pub id: TopicId,
    /// Its title.
    pub title: String,
    /// Questions that can be drawn from it.
    pub questions: u32,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A domain or a task to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaView {
    /// Which.
    pub area: Area,
    /// Its title.
    pub title: String,
    /// Open questions of the exam in it.
    pub questions: usize,
    /// Whether it is chosen, by itself or with its domain.
    pub chosen: bool,
}

/// The confirm page of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmView {
    /// The bank's title.
    pub bank: String,
    /// The guide's title.
    pub guide: Option<String>,
    /// Questions.
    pub length: u32,
    /// Time allowed.
    pub limit: Option<Minutes>,
    /// How it is sat.
    pub way: Way,
    /// Titles of the topics; empty for all.
    pub topics: Vec<String>,
    /// Whether the questions are listed in the link.
    pub listed: bool,
    /// The seed.
    pub seed: Seed,
    /// What its sender calls it; may be empty.
    pub title: String,
    /// A line from its sender; may be empty.
    pub line: String,
    /// What has changed in the bank since the link was made.
    pub changed: Since,
    /// The same link without the questions that the bank no longer has, and how many these are.
    pub without: Option<(String, u32)>,
    /// Where its questions and reasons are.
    pub stock: Stock,
    /// Why it cannot be sat.
    pub fault: Option<PaperFault>,
    /// Whether it can be started.
    pub start: StartBar,
}

pub(super) fn start_bar(model: &Model) -> StartBar {
    if model.place == Place::Foreign {
        StartBar::Framed
    } else if model.is_at_work() {
        StartBar::AtWork
    } else if model.gathering.is_some() {
        StartBar::Gathering
    } else if model.bank.shelf().is_some() && model.knows_journal() {
        StartBar::Ready
    } else if model.bank.failed {
        StartBar::NoBank
    } else {
        StartBar::Arriving
    }
}

pub(super) fn home(model: &Model, env: &Env) -> HomeView {
    let day = today(env);
    let exam = model.settings.exam;
    let running = model.sitting().filter(|sitting| sitting.ended().is_none()).map(|sitting| {
        let done = sitting.positions().filter(|position| sitting.is_complete(*position)).count();
        (u32::try_from(done).unwrap_or(0), u32::try_from(sitting.form.len()).unwrap_or(0))
    });
    HomeView {
        first_visit: exam.is_none() && model.results.is_empty() && running.is_none(),
        exam,
        days_left: exam.map(|exam| exam.days() - day.days()),
        guide: model.guide(day).map(|guide| guide_view(guide, true)),
        running,
        results: super::rows(model).into_iter().take(3).collect(),
        start: start_bar(model),
    }
}

fn guide_view(guide: &Blueprint, chosen: bool) -> GuideView {
    GuideView {
        id: guide.id.clone(),
        title: guide.title.clone(),
        from: guide.used_from,
        until: guide.used_until,
        chosen,
    }
}

pub(super) fn guides(model: &Model, chosen: Option<&Blueprint>) -> Vec<GuideView> {
    let Some(index) = &model.bank.index else { return Vec::new() };
    let is_chosen = |guide: &Blueprint| chosen.is_some_and(|chosen| chosen.id == guide.id);
    index.guides.iter().map(|guide| guide_view(guide, is_chosen(guide))).collect()
}

pub(super) fn setup(model: &Model, env: &Env) -> Option<Rc<SetupView>> {
    let day = today(env);
    let index = model.bank.index.as_ref()?;
    let guide = model.draft_guide(day)?;
    let stock = Stock::of(model.bank.whole().is_some());
    let start = start_bar(model);
    let view = match model.offered.kept(model, index, guide) {
        Some(kept) if (kept.stock, kept.start) == (stock, start) => return Some(kept),
        Some(kept) => SetupView { stock, start, ..SetupView::clone(&kept) },
        None => SetupView { stock, start, ..offer(model, index, guide, day)? },
    };
    let view = Rc::new(view);
    model.offered.keep(model, index, guide, &view);
    Some(view)
}

/// The set-up page before it is known where the questions are and whether an exam can begin.
fn offer(model: &Model, index: &BankIndex, guide: &Blueprint, day: Date) -> Option<SetupView> {
    let draft = &model.draft;
    let seed = Seed::parse(&draft.seed);
    let (spec, most) = model.draft_spec(day, seed.unwrap_or(Seed::from_entropy(0)))?;
    let drawn = draw(index, &spec, None).ok();
    let title = |deviation: &Deviation| {
        let domain = guide.domains.get(usize::from(deviation.domain))?;
        Some((domain.title.clone(), deviation.wanted, deviation.got))
    };
    let of_all_topics = draft.topics.is_empty() && draft.areas.is_empty();
    let deviations = drawn.iter().flat_map(|drawn| &drawn.deviations).filter_map(title);
    let whole = guide.format.questions;
    let lengths = [whole, 50, 30, 20, 10].into_iter().filter(|length| *length <= most.max(10)).collect();
    let time = |choice| TimeView {
        choice,
        minutes: minutes(guide, spec.length, choice),
        chosen: choice == draft.time,
    };
    let timed = draft.way == Way::Exam;
    let is_open = |part| draft.open.contains(&part);
    let lasting = match draft.length {
        Some(Length::Minutes(minutes)) => Some(minutes),
        _ => None,
    };
    Some(SetupView {
        guides: guides(model, Some(guide)),
        lengths,
        lastings: LASTINGS.to_vec(),
        length: spec.length,
        lasting,
        way: draft.way,
        limit: draft.limit(guide, spec.length),
        most,
        times: if timed { TIME_CHOICES.map(time).to_vec() } else { Vec::new() },
        open: draft.open.clone(),
        topics: if is_open(SetupPart::Topics) { topics(model, guide) } else { Vec::new() },
        topics_chosen: draft.topics.len(),
        seed: draft.seed.clone(),
        seed_valid: seed.is_some(),
        areas: if is_open(SetupPart::Areas) { areas(model, index, guide) } else { Vec::new() },
        areas_chosen: draft.areas.len(),
        pick: draft.pick,
        missed: model.exposures.missed().len(),
        unscored: if draft.has_unscored() { guide.unscored_of(spec.length) } else { 0 },
        deviations: if of_all_topics { deviations.collect() } else { Vec::new() },
        shareable: model.draft_link().is_some(),
        stock: Stock::FetchedFirst,
        start: StartBar::Arriving,
    })
}

/// Minutes that are offered in place of a number of questions.
const LASTINGS: [u32; 3] = [5, 10, 20];

/// The domains of a guide, each followed by its tasks.
fn areas(model: &Model, index: &BankIndex, guide: &Blueprint) -> Vec<AreaView> {
    let Some((place, _)) = index.guide(&guide.id) else { return Vec::new() };
    let open = |entry: &&Entry| entry.tier == Tier::Exam && !entry.sealed;
    let view = |area: Area, title: &str| AreaView {
        area,
        title: title.to_owned(),
        questions: index.entries.iter().filter(open).filter(|entry| area.has(entry, place)).count(),
        chosen: model.draft.areas.iter().any(|known| *known == area || *known == Area { task: None, ..area }),
    };
    let domains = (0..=u8::MAX).zip(&guide.domains);
    let all = domains.flat_map(|(domain, named)| {
        let whole = view(Area { domain, task: None }, &named.title);
        let tasks = (0..=u8::MAX).zip(&named.tasks);
        let tasks = tasks.map(move |(task, named)| view(Area { domain, task: Some(task) }, &named.title));
        std::iter::once(whole).chain(tasks)
    });
    all.filter(|area| area.questions > 0).collect()
}

fn topics(model: &Model, guide: &Blueprint) -> Vec<TopicView> {
    let Some(index) = &model.bank.index else { return Vec::new() };
    let objections = model.exposures.objections_only();
    let counts = available_by_topic(index, &guide.id, Some(&objections));
    let all = index.topics.iter().zip(counts).map(|(topic, questions)| TopicView {
        id: topic.id.clone(),
        title: topic.title.clone(),
        questions,
        chosen: model.draft.topics.contains(&topic.id),
    });
    all.filter(|topic| topic.questions > 0).collect()
}

pub(super) fn confirm(model: &Model, link: &ExamLink) -> Option<ConfirmView> {
    let bank = model.bank.shelf()?;
    let index = bank.index;
    let topics = match &link.paper {
        Paper::Drawn { topics, .. } => topics.as_slice(),
        Paper::Listed(_) => &[],
    };
    let title = |id: &TopicId| {
        let known = index.topics.iter().find(|topic| &topic.id == id);
        known.map_or_else(|| id.to_string(), |topic| topic.title.clone())
    };
    let chosen = starting::chosen(bank, link);
    Some(ConfirmView {
        bank: index.title.clone(),
        guide: index.guide(&link.guide).map(|(_, guide)| guide.title.clone()),
        length: link.length(),
        limit: link.limit,
        way: Way::of(link.limit, link.reveals),
        topics: topics.iter().map(title).collect(),
        listed: matches!(link.paper, Paper::Listed(_)),
        seed: link.seed,
        title: link.title.clone(),
        line: link.line.clone(),
        changed: since::since(model, link, chosen.as_ref().ok()),
        without: since::without_gone(index, link),
        stock: Stock::of(chosen.as_ref().is_ok_and(|chosen| starting::is_here(bank, chosen))),
        fault: chosen.err(),
        start: start_bar(model),
    })
}

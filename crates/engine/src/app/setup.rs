//! Choosing: the set-up page, and the settings.

use super::{Area, Effect, Model, Pick, SetupChange, SetupPart, TimeChoice, keep, studying, today};
use crate::Env;
use crate::bank::{BankIndex, Blueprint, Entry};
use crate::draw::{DrawSpec, MAX_LENGTH, Pool, available};
use crate::ids::{GuideId, QuestionNumber, TopicId};
use crate::link::MAX_MINUTES;
use crate::look::LookChange;
use crate::seed::Seed;
use crate::sitting::Way;
use crate::store::LocalRecord;
use crate::store::v1::Theme;
use crate::time::{Date, Minutes};

/// The exam as chosen so far on the set-up page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetupDraft {
    /// The guide; none for the learner's own.
    pub guide: Option<GuideId>,
    /// How it is sat.
    pub way: Way,
    /// How long it is; none for the exam's own length.
    pub length: Option<Length>,
    /// The time.
    pub time: TimeChoice,
    /// Only these topics; empty for all.
    pub topics: Vec<TopicId>,
    /// Only these domains and tasks; empty for all.
    pub areas: Vec<Area>,
    /// Which of the questions.
    pub pick: Pick,
    /// The parts of the page that are open.
    pub open: Vec<SetupPart>,
    /// The seed as typed.
    pub seed: String,
}

/// How long a practice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// So many questions.
    Questions(u32),
    /// As many questions as fit into so many minutes.
    Minutes(u32),
}

/// A part of the page that opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fold {
    /// Closed: what is in it is not made.
    Closed,
    /// Open.
    Open,
}

impl Fold {
    /// Open, or closed.
    pub(super) fn of(open: bool) -> Self {
        if open { Self::Open } else { Self::Closed }
    }
}

impl SetupDraft {
    /// Drops what the bank does not have.
    pub(super) fn settle(&mut self, index: Option<&BankIndex>) {
        if let Some(index) = index {
            self.topics.retain(|topic| index.topics.iter().any(|known| &known.id == topic));
            self.guide.take_if(|guide| index.guide(guide).is_none());
            self.areas.clear();
        }
    }

    /// How many questions are wanted, whatever the bank has.
    pub(crate) fn wanted(&self, guide: &Blueprint) -> u32 {
        match self.length {
            None => guide.format.questions,
            Some(Length::Questions(questions)) => questions,
            Some(Length::Minutes(minutes)) => {
                let pace = if self.way == Way::Exam { self.time } else { TimeChoice::Usual };
                guide.questions_in(minutes, self::minutes(guide, guide.format.questions, pace))
            }
        }
    }

    /// Whether some questions of a full-length paper do not count, as in the real exam: of one from all topics, and of
    /// one that lists its questions. A topic's own paper counts whole.
    pub(crate) fn has_unscored(&self) -> bool {
        self.topics.is_empty() || !self.areas.is_empty() || self.pick != Pick::Any
    }

    /// The time for this many questions; none for no limit.
    pub(crate) fn limit(&self, guide: &Blueprint, questions: u32) -> Option<Minutes> {
        match (self.way, self.length) {
            (Way::Untimed | Way::Reveal, _) => None,
            (Way::Exam, Some(Length::Minutes(minutes))) => Some(bounded(i64::from(minutes))),
            (Way::Exam, _) => Some(minutes(guide, questions, self.time)),
        }
    }
}

impl Model {
    /// Asks for the page to be dressed as the settings say.
    #[inline(never)]
    pub(super) fn dress(&mut self) {
        self.then(Effect::ApplyTheme(self.settings.theme, self.settings.look));
    }

    /// The guide of the set-up page.
    pub(crate) fn draft_guide(&self, today: Date) -> Option<&Blueprint> {
        let index = self.bank.index.as_ref()?;
        let chosen = self.draft.guide.as_ref().and_then(|id| index.guide(id)).map(|(_, guide)| guide);
        chosen.or_else(|| self.guide(today))
    }

    /// What the set-up page would draw, and how many questions it could give at most.
    pub(crate) fn draft_spec(&self, today: Date, seed: Seed) -> Option<(DrawSpec, u32)> {
        let index = self.bank.index.as_ref()?;
        let guide = self.draft_guide(today)?;
        let length = self.draft.wanted(guide);
        let spec = DrawSpec {
            guide: guide.id.clone(),
            length,
            topics: self.draft.topics.clone(),
            seed,
            pool: Pool::Open,
            only: self.draft_only(index, &guide.id),
        };
        let most = available(index, &spec, Some(&self.exposures.objections_only()));
        Some((DrawSpec { length: length.min(most), ..spec }, most))
    }

    /// The questions to which the areas and the pick of the draft limit the draw.
    pub(crate) fn draft_only(&self, index: &BankIndex, guide: &GuideId) -> Option<Vec<QuestionNumber>> {
        let SetupDraft { areas, pick, .. } = &self.draft;
        let missed = (*pick == Pick::Missed).then(|| self.exposures.missed());
        if areas.is_empty() {
            return missed;
        }
        let (place, _) = index.guide(guide)?;
        let inside = index.entries.iter().filter(|entry| areas.iter().any(|area| area.has(entry, place)));
        let inside = inside.map(|entry| entry.number);
        Some(inside.filter(|number| missed.as_ref().is_none_or(|missed| missed.contains(number))).collect())
    }
}

impl Area {
    /// Whether a question belongs to it, in the guide at this place.
    pub(crate) fn has(self, entry: &Entry, guide: u8) -> bool {
        let cell = entry.cell(guide);
        cell.is_some_and(|cell| cell.domain == self.domain && (self.task.is_none() || cell.task == self.task))
    }
}

/// The choices of time, in the order in which they are offered.
pub(crate) const TIME_CHOICES: [TimeChoice; 9] = [
    TimeChoice::Usual,
    TimeChoice::Extra,
    TimeChoice::Times(5),
    TimeChoice::Times(6),
    TimeChoice::Times(8),
    TimeChoice::Times(12),
    TimeChoice::Times(16),
    TimeChoice::Times(20),
    TimeChoice::Times(40),
];

/// The minutes of a choice of time, for a guide and a length, as far as a link can say them.
pub(crate) fn minutes(guide: &Blueprint, length: u32, choice: TimeChoice) -> Minutes {
    let usual = i64::from(guide.minutes_for(length).0);
    bounded(match choice {
        TimeChoice::Usual => usual,
        TimeChoice::Extra => {
            let whole = i64::from(guide.format.questions.max(1));
            usual + (i64::from(guide.format.extra_minutes.0) * i64::from(length) + whole - 1) / whole
        }
        TimeChoice::Times(quarters) => (usual * i64::from(quarters) + 3) / 4,
    })
}

fn bounded(minutes: i64) -> Minutes {
    Minutes(i32::try_from(minutes.clamp(1, i64::from(MAX_MINUTES))).unwrap_or(MAX_MINUTES))
}

pub(super) fn changed(model: &mut Model, change: SetupChange, env: &Env) {
    let draft = &mut model.draft;
    match change {
        SetupChange::Guide(guide) => {
            // Another guide has other domains.
            draft.areas.clear();
            draft.guide = Some(guide);
        }
        SetupChange::Way(way) => draft.way = way,
        SetupChange::Length(length) => draft.length = Some(Length::Questions(length.clamp(1, MAX_LENGTH))),
        SetupChange::Lasting(minutes) => draft.length = Some(Length::Minutes(minutes.clamp(1, MAX_LASTING))),
        SetupChange::Time(choice) => draft.time = choice,
        SetupChange::Topic(topic, wanted) => toggle(&mut draft.topics, topic, wanted),
        SetupChange::AllTopics => draft.topics.clear(),
        SetupChange::Area(area, wanted) => {
            // A domain stands for its tasks.
            let inside =
                |known: &Area| known.domain == area.domain && (area.task.is_none() || known.task.is_none());
            draft.areas.retain(|known| !inside(known));
            toggle(&mut draft.areas, area, wanted);
        }
        SetupChange::Pick(pick) => draft.pick = pick,
        SetupChange::Opened(part, open) => toggle(&mut draft.open, part, open),
        SetupChange::Seed(text) => draft.seed = text.trim().chars().take(Seed::WIDTH).collect(),
        SetupChange::NewSeed => draft.seed = Seed::from_entropy(env.entropy).to_string(),
    }
}

/// A practice by the clock is shorter than a day.
const MAX_LASTING: u32 = 24 * 60;

/// Takes something into a list of what is wanted, or leaves it out.
fn toggle<T: PartialEq>(list: &mut Vec<T>, one: T, wanted: bool) {
    list.retain(|known| *known != one);
    if wanted {
        list.push(one);
    }
}

pub(super) fn exam_date_chosen(model: &mut Model, day: Option<Date>, env: &Env) {
    model.settings.exam = day;
    model.draft.guide = None;
    keep::save(model, LocalRecord::Settings);
    // The plan goes by it.
    studying::wanted(model, env);
}

pub(super) fn guide_chosen(model: &mut Model, guide: Option<GuideId>) {
    model.settings.guide = guide;
    model.draft.guide = None;
    keep::save(model, LocalRecord::Settings);
}

pub(super) fn theme_chosen(model: &mut Model, theme: Theme) {
    model.settings.theme = theme;
    model.dress();
    keep::save(model, LocalRecord::Settings);
}

pub(super) fn look_changed(model: &mut Model, change: LookChange) {
    model.settings.look = model.settings.look.with(change);
    model.dress();
    keep::save(model, LocalRecord::Settings);
}

/// Fills what the set-up page begins with: a seed, and the learner's guide once the bank is there.
pub(super) fn opened(model: &mut Model, env: &Env) {
    if model.draft.seed.is_empty() {
        model.draft.seed = Seed::from_entropy(env.entropy).to_string();
    }
    if let Some(guide) = model.draft_guide(today(env)).map(|guide| guide.id.clone()) {
        model.draft.guide.get_or_insert(guide);
    }
}

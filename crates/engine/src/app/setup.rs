//! Choosing: the set-up page, and the settings.

use super::{Effect, Model, SetupChange, TimeChoice, keep, today};
use crate::Env;
use crate::bank::{BankIndex, Blueprint};
use crate::draw::{DrawSpec, MAX_LENGTH, Pool, available};
use crate::ids::{GuideId, TopicId};
use crate::link::MAX_MINUTES;
use crate::look::LookChange;
use crate::seed::Seed;
use crate::store::LocalRecord;
use crate::store::v1::Theme;
use crate::time::{Date, Minutes};

/// The exam as chosen so far on the set-up page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetupDraft {
    /// The guide; none for the learner's own.
    pub guide: Option<GuideId>,
    /// How many questions; none for the exam's own number.
    pub length: Option<u32>,
    /// The time.
    pub time: TimeChoice,
    /// Only these topics; empty for all.
    pub topics: Vec<TopicId>,
    /// The seed as typed.
    pub seed: String,
    /// Whether unseen questions come first.
    pub unseen_first: bool,
}

impl Default for SetupDraft {
    fn default() -> Self {
        Self {
            guide: None,
            length: None,
            time: TimeChoice::Usual,
            topics: Vec::new(),
            seed: String::new(),
            unseen_first: false,
        }
    }
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
        let wanted = self.draft.length.unwrap_or(guide.format.questions);
        let topics = self.draft.topics.clone();
        let spec = DrawSpec { guide: guide.id.clone(), length: wanted, topics, seed, pool: Pool::Open };
        let most = available(index, &spec, Some(&self.exposures.objections_only()));
        Some((DrawSpec { length: wanted.min(most), ..spec }, most))
    }
}

/// The choices of time, in the order in which they are offered.
pub(crate) const TIME_CHOICES: [TimeChoice; 5] =
    [TimeChoice::Usual, TimeChoice::Extra, TimeChoice::Half, TimeChoice::Double, TimeChoice::Unlimited];

/// The minutes of a choice of time, for a guide and a length, as far as a link can say them; none for no limit.
pub(crate) fn minutes(guide: &Blueprint, length: u32, choice: TimeChoice) -> Option<Minutes> {
    let usual = i64::from(guide.minutes_for(length).0);
    let minutes = match choice {
        TimeChoice::Usual => usual,
        TimeChoice::Extra => {
            let whole = i64::from(guide.format.questions.max(1));
            usual + (i64::from(guide.format.extra_minutes.0) * i64::from(length) + whole - 1) / whole
        }
        TimeChoice::Half => (usual * 3 + 1) / 2,
        TimeChoice::Double => usual * 2,
        TimeChoice::Unlimited => return None,
    };
    let most = i64::from(MAX_MINUTES);
    Some(Minutes(i32::try_from(minutes.clamp(1, most)).unwrap_or(MAX_MINUTES)))
}

pub(super) fn changed(model: &mut Model, change: SetupChange, env: &Env) {
    let draft = &mut model.draft;
    match change {
        SetupChange::Guide(guide) => draft.guide = Some(guide),
        SetupChange::Length(length) => draft.length = Some(length.clamp(1, MAX_LENGTH)),
        SetupChange::Time(choice) => draft.time = choice,
        SetupChange::Topic(topic, true) if !draft.topics.contains(&topic) => draft.topics.push(topic),
        SetupChange::Topic(_, true) => {}
        SetupChange::Topic(topic, false) => draft.topics.retain(|known| known != &topic),
        SetupChange::AllTopics => draft.topics.clear(),
        SetupChange::Seed(text) => draft.seed = text.trim().chars().take(Seed::WIDTH).collect(),
        SetupChange::NewSeed => draft.seed = Seed::from_entropy(env.entropy).to_string(),
        SetupChange::UnseenFirst(on) => draft.unseen_first = on,
    }
}

pub(super) fn exam_date_chosen(model: &mut Model, day: Option<Date>) {
    model.settings.exam = day;
    model.draft.guide = None;
    keep::save(model, LocalRecord::Settings);
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

//! The stored forms, version 1: what lies on learners' devices since the first release.
//!
//! What they hold keeps its name and meaning: a new form gets a new module, and a migration from here. A part may be
//! added that is absent in older records and passed over by older versions.
//! Golden files in `tests/golden/` hold a record of each.

use super::json::{
    Json, Object, Value, as_pair, count, list, pair, quoted, read_count, read_flag, read_list, read_pair,
    read_text, read_whole,
};
use crate::bank::Shelf;
use crate::draw::DRAW_VERSION;
use crate::form::Form;
use crate::grade::SHORT;
use crate::ids::{BankId, Fingerprint, GuideId, QuestionNumber, SittingId, TopicId};
use crate::keys::KeyMap;
use crate::look::Look;
use crate::seed::Seed;
use crate::share::paper::{ASSIGNED_BANK, OWN_BANK};
use crate::sitting::{Act, Ending, Sitting, read_log, write_log};
use crate::time::{Date, DurationMs, Minutes, UnixMillis};
use std::rc::Rc;

/// How the page is lit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A learner's settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SettingsV1 {
    /// The theme.
    pub theme: Theme,
    /// How pages look beyond that.
    pub look: Look,
    /// The day of the exam.
    pub exam: Option<Date>,
    /// The guide chosen by hand, over the one that the day gives.
    pub guide: Option<GuideId>,
    /// When a backup was last made.
    pub backup: Option<UnixMillis>,
    /// Whether single keys do nothing.
    pub keys_off: bool,
    /// Which keys were changed, as [`KeyMap`] reads it.
    pub keys: Option<String>,
    /// Whether the learner knows that the page was open inside another app.
    pub inside_told: bool,
    /// The bank's content, shortened, by whose keys all results are graded.
    pub graded: Option<String>,
    /// How real exams went, as rows that [`crate::outcome::Outcome`] reads.
    pub outcomes: Option<String>,
}

/// A result, as short as it can be: 200 of them are read at every start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultV1 {
    /// The attempt.
    pub id: SittingId,
    /// When it ended.
    pub ended: UnixMillis,
    /// The bank.
    pub bank: BankId,
    /// The guide.
    pub guide: GuideId,
    /// Right of all questions.
    pub all: (u32, u32),
    /// Right of those that count.
    pub scored: (u32, u32),
    /// The band.
    pub band: (u32, u32),
    /// Exam time in seconds.
    pub seconds: u32,
    /// Whether time ran out.
    pub expired: bool,
    /// How many of those that count were right by the keys of that day, when a key was corrected since.
    pub before: Option<u32>,
}

/// A sitting without its paper: the log, and enough to draw the paper again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SittingV1 {
    /// Its id.
    pub id: SittingId,
    /// The bank.
    pub bank: BankId,
    /// The bank's content then.
    pub fp: Fingerprint,
    /// The version of the draw.
    pub draw: u32,
    /// The guide.
    pub guide: GuideId,
    /// The seed.
    pub seed: Seed,
    /// Topics of the draw.
    pub topics: Vec<TopicId>,
    /// Whether the paper is described by its questions.
    pub listed: bool,
    /// Number and revision of each question, in order.
    pub questions: Vec<(QuestionNumber, u16)>,
    /// The places whose questions do not count.
    pub unscored: Vec<u16>,
    /// Time allowed.
    pub limit: Option<Minutes>,
    /// Whether each question's reasons are shown as soon as the candidate asks for them.
    pub reveals: bool,
    /// When it began.
    pub started: UnixMillis,
    /// The wall clock at the last save.
    pub wall: UnixMillis,
    /// Exam time at the last save.
    pub elapsed: DurationMs,
    /// How many tabs have owned it before the one that wrote this.
    pub epoch: u32,
    /// The log.
    pub log: String,
}

impl Theme {
    /// Its name.
    fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl SettingsV1 {
    /// The keys.
    pub fn key_map(&self) -> KeyMap {
        KeyMap::parse(self.keys.as_deref().unwrap_or_default())
    }
}

/// Every part may be missing: then it is as on the first day.
impl Json for SettingsV1 {
    fn to_json(&self) -> String {
        Object::new()
            .whole_if("backup", self.backup.map(|at| at.0))
            .text_if("exam", self.exam.map(|day| day.to_string()).as_deref())
            .text_if("guide", self.guide.as_ref().map(GuideId::as_str))
            .text_if("graded", self.graded.as_deref())
            .flag("inside_told", self.inside_told)
            .text_if("keys", self.keys.as_deref())
            .flag("keys_off", self.keys_off)
            .text_if("look", self.look.to_words().as_deref())
            .text_if("outcomes", self.outcomes.as_deref())
            .text("theme", self.theme.name())
            .done()
    }

    fn from_json(tree: &Value) -> Option<Self> {
        let theme = match read_text(tree, "theme") {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::Auto,
        };
        matches!(tree, Value::Object(_)).then(|| Self {
            theme,
            look: read_text(tree, "look").map(Look::parse).unwrap_or_default(),
            exam: read_text(tree, "exam").and_then(Date::parse),
            guide: read_text(tree, "guide").and_then(GuideId::parse),
            backup: read_whole(tree, "backup").map(UnixMillis),
            keys_off: read_flag(tree, "keys_off"),
            keys: read_text(tree, "keys").map(str::to_owned),
            inside_told: read_flag(tree, "inside_told"),
            graded: read_text(tree, "graded").map(str::to_owned),
            outcomes: read_text(tree, "outcomes").map(str::to_owned),
        })
    }
}

/// Short names: two hundred results are read at every start.
impl Json for ResultV1 {
    fn to_json(&self) -> String {
        Object::new()
            .json("a", &pair(self.all))
            .text("b", self.bank.as_str())
            .json("c", &pair(self.scored))
            .whole("d", i64::from(self.seconds))
            .text("g", self.guide.as_str())
            .text("id", self.id.as_str())
            .json("s", &pair(self.band))
            .whole("t", self.ended.0)
            .whole_if("w", self.before.map(i64::from))
            .flag("x", self.expired)
            .done()
    }

    fn from_json(tree: &Value) -> Option<Self> {
        Some(Self {
            id: SittingId::parse(read_text(tree, "id")?)?,
            ended: UnixMillis(read_whole(tree, "t")?),
            bank: BankId::parse(read_text(tree, "b")?)?,
            guide: GuideId::parse(read_text(tree, "g")?)?,
            all: read_pair(tree, "a")?,
            scored: read_pair(tree, "c")?,
            band: read_pair(tree, "s")?,
            seconds: read_count(tree, "d")?,
            expired: read_flag(tree, "x"),
            before: read_count(tree, "w"),
        })
    }
}

impl Json for SittingV1 {
    fn to_json(&self) -> String {
        let question = |(number, revision): &(QuestionNumber, u16)| pair((number.0, u32::from(*revision)));
        let object = Object::new()
            .text("bank", self.bank.as_str())
            .whole("draw", i64::from(self.draw))
            .whole("elapsed", self.elapsed.0)
            .whole_if("epoch", (self.epoch > 0).then_some(i64::from(self.epoch)))
            .json("fp", &self.fp.0.to_string())
            .text("guide", self.guide.as_str())
            .text("id", self.id.as_str())
            .whole_if("limit", self.limit.map(|limit| i64::from(limit.0)))
            .flag("listed", self.listed)
            .text("log", &self.log)
            .json("questions", &list(&self.questions, question))
            .flag("reveals", self.reveals)
            .text("seed", &self.seed.to_string())
            .whole("started", self.started.0);
        let object = if self.topics.is_empty() {
            object
        } else {
            object.json("topics", &list(&self.topics, |topic| quoted(topic.as_str())))
        };
        object.json("unscored", &list(&self.unscored, u16::to_string)).whole("wall", self.wall.0).done()
    }

    fn from_json(tree: &Value) -> Option<Self> {
        let question = |value: &Value| {
            let (number, revision) = as_pair(value)?;
            Some((QuestionNumber(number), u16::try_from(revision).ok()?))
        };
        let limit = match tree.get("limit") {
            None | Some(Value::Null) => None,
            Some(limit) => Some(Minutes(limit.as_whole()?.try_into().ok()?)),
        };
        // What needs no room of its own comes first: a fault among it has nothing to clear away.
        Some(Self {
            fp: Fingerprint(tree.get("fp")?.as_count()?),
            draw: read_count(tree, "draw")?,
            seed: Seed::parse(read_text(tree, "seed")?)?,
            listed: read_flag(tree, "listed"),
            limit,
            reveals: read_flag(tree, "reveals"),
            started: UnixMillis(read_whole(tree, "started")?),
            wall: UnixMillis(read_whole(tree, "wall")?),
            elapsed: DurationMs(read_whole(tree, "elapsed")?),
            epoch: read_count(tree, "epoch").unwrap_or(0),
            id: SittingId::parse(read_text(tree, "id")?)?,
            bank: BankId::parse(read_text(tree, "bank")?)?,
            guide: GuideId::parse(read_text(tree, "guide")?)?,
            topics: read_list(tree, "topics", |topic| TopicId::parse(topic.as_str()?))?,
            questions: read_list(tree, "questions", question)?,
            unscored: read_list(tree, "unscored", |place| u16::try_from(count(place)?).ok())?,
            log: read_text(tree, "log")?.to_owned(),
        })
    }
}

impl SittingV1 {
    /// Writes a sitting, as its first owner.
    pub fn from_sitting(sitting: &Sitting, wall: UnixMillis, elapsed: DurationMs) -> Self {
        let form = &sitting.form;
        let unscored = sitting.positions().zip(&form.items).filter(|(_, item)| !item.scored);
        Self {
            id: sitting.id.clone(),
            bank: form.bank.clone(),
            fp: form.fingerprint,
            draw: form.draw,
            guide: form.guide.id.clone(),
            seed: form.seed,
            topics: form.topics.clone(),
            listed: form.listed,
            questions: form.items.iter().map(|item| (item.question.number, item.question.revision)).collect(),
            unscored: unscored.map(|(position, _)| position.0).collect(),
            limit: sitting.limit,
            reveals: sitting.reveals,
            started: sitting.started,
            wall,
            elapsed,
            epoch: 0,
            log: write_log(sitting.log()),
        }
    }

    /// Whether its log tells of the end.
    pub fn is_ended(&self) -> bool {
        read_log(&self.log).0.iter().any(|entry| matches!(entry.act, Act::Submitted | Act::Expired))
    }

    /// Whether it knows more than another record of the same sitting: a later owner's, or a longer log.
    pub fn is_ahead_of(&self, other: &Self) -> bool {
        (self.epoch, self.log.len()) > (other.epoch, other.log.len())
    }

    /// The sitting, on its paper; `None` when the paper is another one. The second value counts torn log entries.
    pub fn on_form(&self, form: Rc<Form>) -> Option<(Sitting, usize)> {
        let same = form.items.len() == self.questions.len()
            && form
                .items
                .iter()
                .zip(&self.questions)
                .all(|(item, (number, _))| item.question.number == *number);
        let (log, torn) = read_log(&self.log);
        let replay = || Sitting::replay(self.id.clone(), form, self.limit, self.started, log);
        same.then(|| (replay().revealing(self.reveals), torn))
    }

    /// The paper again from the bank, for when the archive lost it: only from the very
    /// questions that it held, in the same revisions.
    pub fn rebuild_form(&self, bank: Shelf) -> Option<Form> {
        if self.draw > DRAW_VERSION || self.bank != bank.entry.id {
            return None;
        }
        let (place, guide) = bank.index.guide(&self.guide)?;
        let items = self.questions.iter().enumerate().map(|(at, (number, revision))| {
            let entry = bank.index.entry(*number).filter(|entry| entry.revision == *revision)?;
            let at = u16::try_from(at).ok()?;
            let domain = entry.cell(place).map(|cell| cell.domain);
            Some(crate::draw::Drawn { number: *number, domain, scored: !self.unscored.contains(&at) })
        });
        let selection =
            crate::draw::Selection { items: items.collect::<Option<_>>()?, deviations: Vec::new() };
        // From a bank that has grown since, the seed would draw another paper: its link lists the questions.
        let listed = self.listed || self.fp != bank.entry.fingerprint;
        Form::assemble(bank, guide, &self.topics, self.seed, listed, &selection).ok()
    }
}

impl ResultV1 {
    /// Whether it is of somebody's own paper, and not of a bank.
    pub fn is_of_own_paper(&self) -> bool {
        [OWN_BANK, ASSIGNED_BANK].contains(&self.bank.as_str())
    }

    /// Whether its score means something; not that of an assignment, whose key is with who set it.
    pub fn is_graded(&self) -> bool {
        self.bank.as_str() != ASSIGNED_BANK
    }

    /// Whether its band on the exam's scale means something.
    pub fn has_band(&self) -> bool {
        self.scored.1 >= SHORT && !self.is_of_own_paper()
    }

    /// The result of a sitting that ended.
    pub fn of(sitting: &Sitting, ended: UnixMillis) -> Option<Self> {
        let (ending, after) = sitting.ended()?;
        let grade = crate::grade::grade(sitting);
        Some(Self {
            id: sitting.id.clone(),
            ended,
            bank: sitting.form.bank.clone(),
            guide: sitting.form.guide.id.clone(),
            all: (grade.all.right, grade.all.total),
            scored: (grade.scored.right, grade.scored.total),
            band: (grade.band.low, grade.band.high),
            seconds: u32::try_from(after.seconds()).unwrap_or(u32::MAX),
            expired: ending == Ending::Expired,
            before: None,
        })
    }

    /// The result of the same attempt by corrected keys: today's grade, and the first one beside it.
    #[must_use]
    pub fn graded_again(&self, sitting: &Sitting) -> Self {
        let now = Self::of(sitting, self.ended).unwrap_or_else(|| self.clone());
        Self { before: self.before.or(Some(self.scored.0)), ..now }
    }
}

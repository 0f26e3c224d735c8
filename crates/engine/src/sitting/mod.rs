//! A sitting: a candidate at work on a form. Its state is the fold of an append-only log.

mod act;
mod clock;
mod marks;

pub use act::{Act, LogEntry, read_log, write_log};
pub use clock::ExamClock;
pub use marks::{Confidence, Marks, NOTE_SIGNS, NoteEdit, SentenceSet};

use crate::Env;
use crate::bank::Kind;
use crate::form::Form;
use crate::ids::{OptionId, OptionSet, Position, SittingId};
use crate::link::ExamLink;
use crate::time::{DurationMs, Minutes, UnixMillis};
use std::rc::Rc;

/// How a sitting ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Handed in.
    Submitted,
    /// Out of time.
    Expired,
}

/// A candidate at work on a form, or, once ended, the attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// Its id, and that of the attempt.
    pub id: SittingId,
    /// The paper, whole.
    pub form: Rc<Form>,
    /// Time allowed; none for no limit.
    pub limit: Option<Minutes>,
    /// Whether each question's reasons are shown as soon as the candidate asks for them.
    pub reveals: bool,
    /// When it began.
    pub started: UnixMillis,
    log: Vec<LogEntry>,
    state: State,
}

/// How an exam is sat, as the official practice exams have it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// Against the clock, nothing revealed before the end.
    #[default]
    Exam,
    /// With no limit, nothing revealed before the end.
    Untimed,
    /// With no limit, each question's reasons when its answer is checked.
    Reveal,
}

impl Way {
    /// The way of a sitting with this limit.
    pub fn of(limit: Option<Minutes>, reveals: bool) -> Self {
        match limit {
            _ if reveals => Self::Reveal,
            None => Self::Untimed,
            Some(_) => Self::Exam,
        }
    }
}

/// The fold of a log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct State {
    current: Position,
    answers: Vec<OptionSet>,
    flags: Vec<bool>,
    visited: Vec<bool>,
    revealed: Vec<bool>,
    paused: bool,
    spent: Vec<DurationMs>,
    marks: Vec<Marks>,
    /// Bytes of all notes, typed over or not.
    noted: usize,
    changed: u32,
    last: DurationMs,
    ended: Option<(Ending, DurationMs)>,
}

/// What came of choosing an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choosing {
    /// These options are chosen now.
    Changed(OptionSet),
    /// As many as are wanted are chosen already: one must be taken back first.
    Full,
    /// There is no such option.
    NoSuchOption,
}

impl Sitting {
    /// The same work on a paper of the same questions.
    pub(crate) fn on_paper(&self, form: Rc<Form>) -> Self {
        Self { form, ..self.clone() }
    }

    /// Begins a sitting at the first question.
    pub fn start(id: SittingId, form: Rc<Form>, limit: Option<Minutes>, started: UnixMillis) -> Self {
        let mut sitting = Self::replay(id, form, limit, started, Vec::new());
        sitting.record(DurationMs(0), Act::Visited(Position(0)));
        sitting
    }

    /// The sitting that a log tells of. Acts on questions or options that the form does not have, answers of
    /// more options than are wanted, and acts after the end change nothing.
    pub fn replay(
        id: SittingId,
        form: Rc<Form>,
        limit: Option<Minutes>,
        started: UnixMillis,
        log: Vec<LogEntry>,
    ) -> Self {
        let count = form.len();
        let state = State {
            answers: vec![OptionSet::EMPTY; count],
            flags: vec![false; count],
            visited: vec![false; count],
            revealed: vec![false; count],
            spent: vec![DurationMs(0); count],
            marks: vec![Marks::default(); count],
            ..State::default()
        };
        let mut sitting =
            Self { id, form, limit, reveals: false, started, log: Vec::with_capacity(log.len()), state };
        for entry in log {
            sitting.record(entry.at, entry.act);
        }
        sitting
    }

    /// The same sitting, whose reasons are shown question by question.
    #[must_use]
    pub fn revealing(self, reveals: bool) -> Self {
        Self { reveals, ..self }
    }

    /// How it is sat.
    pub fn way(&self) -> Way {
        Way::of(self.limit, self.reveals)
    }

    /// The link that opens the same exam on another device.
    pub fn link(&self) -> ExamLink {
        self.form.link(self.limit, self.reveals)
    }

    /// Appends an act to the log and folds it in.
    pub fn record(&mut self, at: DurationMs, act: Act) {
        let wanted = self.wanted_by(&act);
        self.state.fold(at, &act, wanted);
        self.mark(&act);
        self.log.push(LogEntry { at, act });
    }

    /// How many options the question of an answer wants; none where it has not these options or wants fewer, as a
    /// log from outside may claim, and none for other acts.
    pub(crate) fn wanted_by(&self, act: &Act) -> Option<u32> {
        let Act::Answered(position, chosen) = act else { return None };
        let item = self.form.item(*position)?;
        let wanted = item.question.wanted();
        let possible = chosen.len() <= wanted && chosen.iter().all(|option| item.order.contains(&option));
        possible.then_some(wanted)
    }

    /// What choosing an option does to the answer: it is chosen, or taken back. An answer whose reasons were shown
    /// stays as it is.
    pub fn choose(&self, position: Position, option: OptionId) -> Choosing {
        let Some(item) = self.form.item(position) else { return Choosing::NoSuchOption };
        if self.is_revealed(position) {
            return Choosing::Changed(self.answer(position));
        }
        if !item.order.contains(&option) {
            return Choosing::NoSuchOption;
        }
        let chosen = self.answer(position);
        match item.question.kind {
            Kind::Single => Choosing::Changed(OptionSet::EMPTY.with(option)),
            Kind::Multiple if chosen.contains(option) => Choosing::Changed(chosen.without(option)),
            Kind::Multiple if chosen.len() >= item.question.wanted() => Choosing::Full,
            Kind::Multiple => Choosing::Changed(chosen.with(option)),
        }
    }

    /// The log so far.
    pub fn log(&self) -> &[LogEntry] {
        &self.log
    }

    /// The question at which the candidate is.
    pub fn current(&self) -> Position {
        self.state.current
    }

    /// The options chosen at a question.
    pub fn answer(&self, position: Position) -> OptionSet {
        self.state.answers.get(position.index()).copied().unwrap_or_default()
    }

    /// Whether a question is flagged for review.
    pub fn is_flagged(&self, position: Position) -> bool {
        self.state.flags.get(position.index()).copied().unwrap_or_default()
    }

    /// Whether a question was opened.
    pub fn is_visited(&self, position: Position) -> bool {
        self.state.visited.get(position.index()).copied().unwrap_or_default()
    }

    /// Whether the reasons of a question were shown, so that its answer stands.
    pub fn is_revealed(&self, position: Position) -> bool {
        self.state.revealed.get(position.index()).copied().unwrap_or_default()
    }

    /// Whether there is a break.
    pub fn is_paused(&self) -> bool {
        self.state.paused
    }

    /// Exam time spent at a question.
    pub fn spent(&self, position: Position) -> DurationMs {
        self.state.spent.get(position.index()).copied().unwrap_or_default()
    }

    /// Exam time of the last act.
    pub fn last_act(&self) -> DurationMs {
        self.state.last
    }

    /// How many answers were changed after they had been complete.
    pub fn answers_changed(&self) -> u32 {
        self.state.changed
    }

    /// How it ended, and after how much exam time; none while it runs.
    pub fn ended(&self) -> Option<(Ending, DurationMs)> {
        self.state.ended
    }

    /// Whether time ran out while nobody was there: the machine slept, the page was closed, or the clock was set forward.
    pub fn ran_out_unattended(&self) -> bool {
        let ended = self.log.iter().position(|entry| entry.act == Act::Expired);
        let before = ended.and_then(|at| at.checked_sub(1)).and_then(|at| self.log.get(at));
        let Some((before, limit)) = before.zip(self.limit) else { return false };
        before.at == limit.duration() && matches!(before.act, Act::Reopened(_) | Act::ClockJumped(_))
    }

    /// The same work without a limit, from where it stood when time ran out.
    pub(crate) fn without_limit(&self, id: SittingId, started: UnixMillis) -> Self {
        let log = self.log.iter().filter(|entry| !matches!(entry.act, Act::Expired | Act::Submitted));
        let mut again = Self::replay(id, Rc::clone(&self.form), None, started, log.cloned().collect());
        again.record(again.last_act(), Act::WentOn);
        again.revealing(self.reveals)
    }

    /// All places of the form, in order.
    pub fn positions(&self) -> impl Iterator<Item = Position> + use<> {
        (0..u16::try_from(self.form.len()).unwrap_or(u16::MAX)).map(Position)
    }

    /// Whether a question has as many options chosen as it wants.
    pub fn is_complete(&self, position: Position) -> bool {
        let wanted = self.form.item(position).map_or(0, |item| item.question.wanted());
        wanted > 0 && self.answer(position).len() == wanted
    }

    /// Whether a question has too few options chosen, but some.
    pub fn is_half_answered(&self, position: Position) -> bool {
        !self.answer(position).is_empty() && !self.is_complete(position)
    }

    /// Whether the limit is reached.
    pub fn is_over(&self, clock: &ExamClock) -> bool {
        self.limit.is_some_and(|limit| clock.elapsed() >= limit.duration())
    }

    /// The clock of a sitting that goes on after its page was closed.
    pub fn resumed_clock(&self, saved: DurationMs, wall: UnixMillis, env: &Env) -> ExamClock {
        // The time away belongs to the break.
        let wall = if self.is_paused() { env.now } else { wall };
        ExamClock::resume(saved.max(self.state.last), wall, env)
    }
}

impl State {
    fn fold(&mut self, at: DurationMs, act: &Act, wanted: Option<u32>) {
        if self.ended.is_some() {
            return;
        }
        let at = at.max(self.last);
        if let Some(spent) = self.spent.get_mut(self.current.index()) {
            *spent = spent.plus(at.minus(self.last));
        }
        self.last = at;
        match act {
            Act::Visited(position) => {
                if let Some(visited) = self.visited.get_mut(position.index()) {
                    *visited = true;
                    self.current = *position;
                }
            }
            Act::Answered(position, chosen) => {
                let stands = self.revealed.get(position.index()).copied().unwrap_or_default();
                if let (Some(answer), Some(wanted), false) =
                    (self.answers.get_mut(position.index()), wanted, stands)
                {
                    self.changed += u32::from(answer.len() == wanted && answer != chosen);
                    *answer = *chosen;
                }
            }
            Act::Flagged(position, on) => {
                if let Some(flag) = self.flags.get_mut(position.index()) {
                    *flag = *on;
                }
            }
            Act::Revealed(position) => {
                if let Some(revealed) = self.revealed.get_mut(position.index()) {
                    *revealed = true;
                }
            }
            Act::Paused(on) => self.paused = *on,
            Act::Submitted => self.ended = Some((Ending::Submitted, at)),
            Act::Expired => self.ended = Some((Ending::Expired, at)),
            // What is marked is folded in by itself, and the rest is for who reads the log.
            Act::StruckOut(..)
            | Act::Highlighted(..)
            | Act::Noted(..)
            | Act::Judged(..)
            | Act::ClockJumped(_)
            | Act::Reopened(_)
            | Act::WentOn
            | Act::Unknown(_) => {}
        }
    }
}

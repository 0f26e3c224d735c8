//! Answers that were handed in: what a result link or an answer code holds, and the sitting that they make.

use crate::form::Form;
use crate::ids::{Fingerprint, OptionSet, Position, SittingId};
pub use crate::link::clean;
use crate::link::{ExamLink, MAX_LINK};
use crate::packed::{packed_fields, packed_variants};
use crate::sitting::{Act, Ending, LogEntry, Sitting};
use crate::time::{DurationMs, Minutes, UnixMillis};
use std::rc::Rc;

/// The longest name, in characters.
pub const MAX_NAME: usize = 60;

/// Answers that were handed in.
///
/// They prove nothing about who gave them, where, and with what help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// The name or nickname that was given with them; may be empty.
    pub name: String,
    /// The paper.
    pub paper: HandedPaper,
    /// When it was begun, in milliseconds since 1970.
    pub started: i64,
    /// Time allowed, in minutes; none for no limit.
    pub limit: Option<u32>,
    /// Whether reasons were shown as it went.
    pub reveals: bool,
    /// Whether time ran out.
    pub expired: bool,
    /// Exam time used, in seconds.
    pub used: u32,
    /// How many answers were changed.
    pub changed: u32,
    /// A hash of the numbers of the questions, in order: another release of a bank may draw others.
    pub asked: Fingerprint,
    /// The answers, in the order of the paper.
    pub answers: Vec<HandedAnswer>,
}

/// The paper of answers that were handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandedPaper {
    /// Of a bank: what stands behind `#/exam?`.
    Exam(String),
    /// Of somebody's own: its title, its fingerprint, and its code with the key; none for an assignment.
    Own(String, Fingerprint, String),
}

/// An answer that was handed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HandedAnswer {
    /// The options chosen; by their letters in the sources, and not by their places on the page.
    pub chosen: OptionSet,
    /// Whether it was flagged.
    pub flagged: bool,
    /// Whether the question was opened.
    pub visited: bool,
    /// Exam time spent at it, in seconds.
    pub seconds: u32,
}

packed_fields! {
    Handed { name, paper, started, limit, reveals, expired, used, changed, asked, answers }
    HandedAnswer { chosen, flagged, visited, seconds }
}

packed_variants!(HandedPaper, Self::Exam(String::new()), {
    0 => Exam(query),
    1 => Own(title, fingerprint, code),
});

impl HandedPaper {
    /// What it is called, as far as that is known without it.
    pub fn title(&self) -> &str {
        match self {
            Self::Own(title, ..) => title,
            Self::Exam(_) => "",
        }
    }
}

impl Handed {
    /// The answers of an ended sitting, under a name; `code` is that of its paper if it is one's own and has its key.
    pub fn of(sitting: &Sitting, name: &str, code: &str) -> Option<Self> {
        let (ending, used) = sitting.ended()?;
        let form = &sitting.form;
        let paper = if form.is_own() {
            HandedPaper::Own(form.guide.title.clone(), form.fingerprint, code.to_owned())
        } else {
            HandedPaper::Exam(sitting.link().to_string())
        };
        // Each is rounded with those before it, so that all of them together are what was used.
        let (mut passed, mut told) = (0_i64, 0_i64);
        let answer = |position| {
            passed = passed.saturating_add(sitting.spent(position).0);
            let before = std::mem::replace(&mut told, passed.saturating_add(500) / 1000);
            HandedAnswer {
                chosen: sitting.answer(position),
                flagged: sitting.is_flagged(position),
                visited: sitting.is_visited(position),
                seconds: u32::try_from(told - before).unwrap_or(0),
            }
        };
        Some(Self {
            name: clean(name, MAX_NAME),
            paper,
            started: sitting.started.0,
            limit: sitting.limit.and_then(|limit| u32::try_from(limit.0).ok()),
            reveals: sitting.reveals,
            expired: ending == Ending::Expired,
            used: seconds(used),
            changed: sitting.answers_changed(),
            asked: asked(form),
            answers: sitting.positions().map(answer).collect(),
        })
    }

    /// Whether its parts keep their bounds.
    pub fn is_sound(&self) -> bool {
        let paper = match &self.paper {
            HandedPaper::Exam(query) => query.len() <= MAX_LINK,
            HandedPaper::Own(title, _, code) => title.len() <= 800 && code.len() <= super::packet::MAX_CODE,
        };
        let moments =
            (0..=4_102_444_800_000).contains(&self.started) && self.limit.is_none_or(|limit| limit <= 1600);
        let words =
            clean(&self.name, MAX_NAME) == self.name && clean(self.paper.title(), 80) == self.paper.title();
        paper && moments && words && (1..=200).contains(&self.answers.len())
    }

    /// The exam that was sat, if it is of a bank.
    pub fn link(&self) -> Option<ExamLink> {
        match &self.paper {
            HandedPaper::Exam(query) => ExamLink::parse(query).ok(),
            HandedPaper::Own(..) => None,
        }
    }

    /// Whether they are answers to the questions of a form.
    pub fn is_of(&self, form: &Form) -> bool {
        form.len() == self.answers.len() && asked(form) == self.asked
    }

    /// The sitting that these answers tell of, on their paper: each question opened in turn, for as long as was spent at
    /// it. None where the paper has other questions.
    pub fn sitting(&self, form: &Rc<Form>) -> Option<Sitting> {
        if !self.is_of(form) {
            return None;
        }
        let mut log = Vec::new();
        let mut at = DurationMs(0);
        for (place, answer) in (0..).zip(&self.answers) {
            let position = Position(place);
            let mut act = |at: DurationMs, act| log.push(LogEntry { at, act });
            // Time is counted at the question that is open.
            if answer.visited || answer.seconds > 0 {
                act(at, Act::Visited(position));
            }
            at = DurationMs(at.0.saturating_add(i64::from(answer.seconds) * 1000));
            if !answer.chosen.is_empty() {
                act(at, Act::Answered(position, answer.chosen));
            }
            if answer.flagged {
                act(at, Act::Flagged(position, true));
            }
        }
        let used = DurationMs((i64::from(self.used) * 1000).max(at.0));
        log.push(LogEntry { at: used, act: if self.expired { Act::Expired } else { Act::Submitted } });
        let started = UnixMillis(self.started);
        let limit = self.limit.and_then(|limit| i32::try_from(limit).ok()).map(Minutes);
        // Its id is of no attempt: it is made of the answers alone.
        let id = SittingId::new(started, Fingerprint::of(self.name.as_bytes()).0);
        Some(Sitting::replay(id, Rc::clone(form), limit, started, log).revealing(self.reveals))
    }
}

/// What tells one list of questions from another.
fn asked(form: &Form) -> Fingerprint {
    let numbers: Vec<u8> = form.items.iter().flat_map(|item| item.question.number.0.to_le_bytes()).collect();
    Fingerprint::of(&numbers)
}

fn seconds(time: DurationMs) -> u32 {
    u32::try_from(time.0.saturating_add(500) / 1000).unwrap_or(0)
}

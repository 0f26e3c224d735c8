//! An exam guide as dated data.

use crate::ids::{DomainId, GuideId, TaskId};
use crate::packed::packed_fields;
use crate::time::{Date, Minutes};
use serde::{Deserialize, Serialize};

/// An exam guide: what is asked, how much of it, for how long, and from when to when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blueprint {
    /// Its id, such as `dva-c03`.
    pub id: GuideId,
    /// Its title.
    pub title: String,
    /// The first day on which the exam follows it; none when it is older than the bank.
    pub used_from: Option<Date>,
    /// The last day; none while no end is announced.
    pub used_until: Option<Date>,
    /// Its domains, whose weights sum to 100.
    pub domains: Vec<Domain>,
    /// How the exam is sat and graded.
    pub format: ExamFormat,
    /// What a form is balanced by beside the domains.
    pub quotas: Quotas,
}

/// A domain of a guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Domain {
    /// Its id, such as `2`.
    pub id: DomainId,
    /// Its title.
    pub title: String,
    /// Its share of the exam in percent.
    pub weight: u32,
    /// Its tasks; empty where the guide is drawn by domain only.
    pub tasks: Vec<Task>,
}

/// A task of a domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Its id, such as `2.3`.
    pub id: TaskId,
    /// Its title.
    pub title: String,
}

/// How an exam is sat and graded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExamFormat {
    /// Questions in a form.
    pub questions: u32,
    /// How many of them count.
    pub scored: u32,
    /// Time allowed.
    pub minutes: Minutes,
    /// Time added for those who sit it in a second language.
    pub extra_minutes: Minutes,
    /// The lowest scaled score.
    pub scale_low: u32,
    /// The highest scaled score.
    pub scale_high: u32,
    /// The scaled score that passes.
    pub pass: u32,
    /// Plausible raw cuts in percent, lowest first: the true one is not published.
    pub raw_cuts: Vec<u32>,
}

/// What a form is balanced by beside the domains; wishes, where the domains are commands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotas {
    /// Shares of easy, medium and hard questions in percent.
    pub difficulty: [u32; 3],
    /// The least share of multiple-response questions in percent.
    pub multiple_least: u32,
    /// The greatest share of multiple-response questions in percent.
    pub multiple_most: u32,
}

packed_fields! {
    Blueprint { id, title, used_from, used_until, domains, format, quotas }
    Domain { id, title, weight, tasks }
    Task { id, title }
    ExamFormat { questions, scored, minutes, extra_minutes, scale_low, scale_high, pass, raw_cuts }
    Quotas { difficulty, multiple_least, multiple_most }
}

impl Blueprint {
    /// Whether the exam follows this guide on a day.
    pub fn in_use(&self, day: Date) -> bool {
        self.used_from.is_none_or(|from| from <= day) && self.used_until.is_none_or(|until| day <= until)
    }

    /// Time for a form of some length: the exam's own pace, rounded up to whole minutes.
    ///
    /// 65 questions in 130 minutes make two minutes a question.
    pub fn minutes_for(&self, questions: u32) -> Minutes {
        let pace = u64::try_from(self.format.minutes.0).unwrap_or(0);
        let minutes = (u64::from(questions) * pace).div_ceil(u64::from(self.format.questions.max(1)));
        Minutes(i32::try_from(minutes).unwrap_or(i32::MAX))
    }

    /// How many questions fit into so many minutes at the pace of a full exam that takes `whole`; at least one.
    pub fn questions_in(&self, minutes: u32, whole: Minutes) -> u32 {
        let whole = u64::try_from(whole.0).unwrap_or(0).max(1);
        u32::try_from(u64::from(minutes) * u64::from(self.format.questions) / whole)
            .unwrap_or(u32::MAX)
            .max(1)
    }

    /// How many questions of a form of some length do not count: those of the full exam, and none of a shorter form.
    pub fn unscored_of(&self, questions: u32) -> u32 {
        if questions == self.format.questions {
            self.format.questions.saturating_sub(self.format.scored)
        } else {
            0
        }
    }
}

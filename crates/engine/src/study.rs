//! What the module of tools is asked about a learner's history, and what it answers: cards, what is due, the plan, and
//! readiness. The reckoning itself is in `crates/study`.

use crate::bank::BankIndex;
use crate::ids::QuestionNumber;
use crate::packed::packed_fields;
use crate::time::{Date, Minutes};
use std::rc::Rc;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StudyInput {
    /// The bank.
    pub index: Rc<BankIndex>,
    /// Place of the guide that the learner prepares for.
    pub guide: u8,
    /// The moment, in milliseconds since 1970.
    pub now: i64,
    /// How far local time is ahead of UTC.
    pub offset: Minutes,
    /// The day of the exam.
    pub exam: Option<Date>,
    /// The history with the bank, as [`crate::store::history`] writes it.
    pub history: String,
}

/// What is answered. Shares are in thousandths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Study {
    /// The chance of passing, as far as it can be told.
    pub readiness: Readiness,
    /// Objectives that were practised, most urgent first.
    pub cards: Vec<Card>,
    /// One question for each card that is due today, most urgent first.
    pub due: Vec<QuestionNumber>,
    /// Cards that come due on each day from today on, for fourteen days; those overdue stand on the first.
    pub forecast: Vec<u32>,
    /// What to do until the exam; none without its day.
    pub plan: Option<Plan>,
    /// How often the learner was right, by how sure; guess, fairly sure, certain.
    pub calibration: Vec<Calibration>,
}

/// The chance of passing, and what it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readiness {
    /// First answers that count.
    pub fresh: u32,
    /// How many are needed.
    pub needed: u32,
    /// How many are needed of each domain.
    pub needed_of_domain: u32,
    /// The chance in percent, rounded to fives and never beyond 3 and 97; none as long as the evidence does not bear it.
    pub chance: Option<u32>,
    /// Eight times of ten the exam's own share of right answers would lie here; in percent.
    pub low: u32,
    /// Its upper end.
    pub high: u32,
    /// What all answers together, repeats and all, would have claimed, in percent; none without an answer.
    pub raw: Option<u32>,
    /// The domains of the guide, in its order.
    pub domains: Vec<DomainReadiness>,
}

/// What is known of a domain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DomainReadiness {
    /// First answers that count.
    pub fresh: u32,
    /// How many of them were right.
    pub right: u32,
    /// The expected share of right answers in the exam.
    pub share: u32,
    /// Eight times of ten that share lies here.
    pub low: u32,
    /// Its upper end.
    pub high: u32,
    /// By how much the chance of passing rises if this domain is a standard deviation better.
    pub gain: u32,
}

/// An objective that was practised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Index into [`BankIndex::objectives`].
    pub objective: u16,
    /// The day on which it is due, in days since 1970.
    pub due: i64,
    /// Days until recall falls to the wanted share, in hundredths.
    pub stability: u32,
    /// The chance of recalling it today.
    pub recall: u32,
    /// The chance of recalling it on the day of the exam, if it is not practised again; none without that day.
    pub on_exam_day: Option<u32>,
    /// Answers.
    pub reviews: u32,
    /// Answers that were wrong.
    pub lapses: u32,
    /// Whether a wrong answer was certain, and was not yet right twice since.
    pub misconceived: bool,
}

/// What to do until the exam.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Days until the exam; none left on the day itself.
    pub days: u32,
    /// Questions for today: those due, and new ones.
    pub today: u32,
    /// How many of them are new.
    pub fresh: u32,
    /// How many questions were answered today.
    pub done: u32,
    /// Sealed mocks that are still to be sat: the day of each, in days since 1970.
    pub mocks: Vec<i64>,
}

/// How sure the learner was, and how often right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calibration {
    /// Answers.
    pub asked: u32,
    /// Right ones.
    pub right: u32,
}

packed_fields! {
    StudyInput { index, guide, now, offset, exam, history }
    Study { readiness, cards, due, forecast, plan, calibration }
    Readiness { fresh, needed, needed_of_domain, chance, low, high, raw, domains }
    DomainReadiness { fresh, right, share, low, high, gain }
    Card { objective, due, stability, recall, on_exam_day, reviews, lapses, misconceived }
    Plan { days, today, fresh, done, mocks }
    Calibration { asked, right }
}

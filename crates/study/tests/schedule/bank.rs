//! A bank made by rule, and histories with it.

use invigil_engine::bank::{
    BankIndex, Blueprint, Cell, Difficulty, Domain, Entry, ExamFormat, Kind, Level, Objective, Quotas, Task,
    Tier, Topic,
};
use invigil_engine::exposure::{Exposure, Exposures, FirstAnswer, SeenIn};
use invigil_engine::ids::{
    BankId, DomainId, Fingerprint, GuideId, ObjectiveId, OptionSet, QuestionNumber, TaskId, TopicId,
};
use invigil_engine::review::Review;
use invigil_engine::sitting::Confidence;
use invigil_engine::study::Card;
use invigil_engine::time::{Date, DurationMs, Minutes, UnixMillis};
use invigil_study::schedule::cards;

/// A day to begin with: the first of December 2026.
pub(crate) const DAY: i64 = 20_788;
pub(crate) const UTC: Minutes = Minutes(0);

/// A bank of so many objectives with so many questions each; the numbers of an objective's questions are
/// `objective * each + 1` and those that follow. Objectives go through four domains of two tasks.
pub(crate) fn bank(objectives: u16, each: u32) -> BankIndex {
    let objective = |number: u16| Objective {
        id: ObjectiveId::parse(&format!("objective-{number}")).unwrap(),
        title: "Do it".to_owned(),
        topic: 0,
    };
    BankIndex {
        id: BankId::parse("dva").unwrap(),
        title: "Bank".to_owned(),
        version: "1".to_owned(),
        licence: "CC0-1.0".to_owned(),
        issues: None,
        guides: vec![guide()],
        topics: vec![Topic { id: TopicId::parse("topic").unwrap(), title: "Topic".to_owned() }],
        topic_chunks: vec![0],
        objectives: (0..objectives).map(objective).collect(),
        entries: (0..u32::from(objectives) * each).map(|place| entry(place, each)).collect(),
    }
}

fn entry(place: u32, each: u32) -> Entry {
    let objective = place / each;
    let (domain, task) = (u8::try_from(objective % 4).unwrap(), u8::try_from(objective / 4 % 2).unwrap());
    Entry {
        number: QuestionNumber(place + 1),
        revision: 1,
        content: Fingerprint(u64::from(place)),
        objective: u16::try_from(objective).unwrap(),
        kind: Kind::Single,
        tier: Tier::Exam,
        level: Level::Apply,
        difficulty: Difficulty::Medium,
        sealed: false,
        enemies: Vec::new(),
        cells: vec![Cell { guide: 0, domain, task: Some(task) }],
    }
}

fn guide() -> Blueprint {
    let task = |id: String| Task { id: TaskId::parse(&id).unwrap(), title: id };
    let domain = |number: u32| Domain {
        id: DomainId::parse(&number.to_string()).unwrap(),
        title: number.to_string(),
        weight: 25,
        tasks: (1..=2).map(|of| task(format!("{number}.{of}"))).collect(),
    };
    Blueprint {
        id: GuideId::parse("dva-c03").unwrap(),
        title: "Guide".to_owned(),
        used_from: None,
        used_until: None,
        domains: (1..=4).map(domain).collect(),
        format: ExamFormat {
            questions: 10,
            scored: 8,
            minutes: Minutes(20),
            extra_minutes: Minutes(5),
            scale_low: 100,
            scale_high: 1000,
            pass: 720,
            raw_cuts: vec![70],
        },
        quotas: Quotas { difficulty: [25, 50, 25], multiple_least: 0, multiple_most: 100 },
    }
}

/// A moment of a day, in minutes after midnight.
pub(crate) fn at(day: i64, minute: i64) -> UnixMillis {
    UnixMillis(day * 86_400_000 + minute * 60_000)
}

pub(crate) fn date(day: i64) -> Date {
    Date::at(at(day, 0), UTC)
}

/// An answer, at noon, in practice and after a minute.
pub(crate) fn review(day: i64, number: u32, right: bool) -> Review {
    Review {
        at: at(day, 720),
        number: QuestionNumber(number),
        revision: 1,
        chosen: OptionSet::from_letters("a").unwrap(),
        answer: if right { FirstAnswer::Right } else { FirstAnswer::Wrong },
        seen_in: SeenIn::Revealed,
        confidence: None,
        spent: DurationMs(60_000),
    }
}

pub(crate) fn sure(day: i64, number: u32, right: bool, confidence: Confidence) -> Review {
    Review { confidence: Some(confidence), ..review(day, number, right) }
}

/// The history of these answers, as it is kept: with a row for each question.
pub(crate) fn history(reviews: &[Review]) -> Exposures {
    let mut history = Exposures::default();
    for review in reviews {
        answer(&mut history, review);
    }
    history
}

pub(crate) fn answer(history: &mut Exposures, review: &Review) {
    let Review { at, number, revision, answer, seen_in, .. } = *review;
    history.reviews.add(review);
    history.add(number, Exposure { first: at, revision, answer, seen_in, last: at, reasons: None });
}

/// The only card of a history.
#[track_caller]
pub(crate) fn card(reviews: &[Review], today: i64, exam: Option<i64>) -> Card {
    let mut cards = cards(&bank(3, 8), &history(reviews), today, UTC, exam.map(date));
    assert_eq!(cards.len(), 1, "{cards:?}");
    cards.remove(0)
}

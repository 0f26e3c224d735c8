//! A learner who works off what is due each day, for thirty days.

use crate::bank::{DAY, UTC, answer, at, bank, date, review};
use invigil_engine::exposure::Exposures;
use invigil_engine::ids::QuestionNumber;
use invigil_engine::store::history::write_exposures;
use invigil_engine::study::StudyInput;
use invigil_study::schedule::{Schedule, schedule, schedule_of};
use std::collections::BTreeSet;
use std::rc::Rc;

const DAYS: i64 = 30;

struct Learner {
    history: Exposures,
    input: StudyInput,
}

impl Learner {
    fn new() -> Self {
        let (index, exam) = (Rc::new(bank(60, 6)), Some(date(DAY + DAYS)));
        let history = Exposures::default();
        let input = StudyInput { index, guide: 0, now: 0, offset: UTC, exam, history: String::new() };
        Self { history, input }
    }

    fn schedule(&mut self, day: i64) -> Schedule {
        self.input.now = at(day, 480).0;
        schedule_of(&self.input, &self.history)
    }

    /// Every fifth answer is wrong.
    fn answer(&mut self, day: i64, number: QuestionNumber) {
        let right = self.history.reviews.len() % 5 != 4;
        answer(&mut self.history, &review(day, number.0, right));
    }
}

#[test]
fn what_is_due_follows_from_what_was_answered() {
    let mut learner = Learner::new();
    let mut expected = 0;
    let mut asked = BTreeSet::new();
    for day in DAY..DAY + DAYS {
        let morning = learner.schedule(day);
        let due = u32::try_from(morning.due.len()).unwrap();
        assert_eq!(due, morning.forecast[0]);
        // The forecast of the evening before holds, since nothing was answered overnight.
        assert_eq!(due, expected, "day {}", day - DAY);
        let objectives: BTreeSet<u32> = morning.due.iter().map(|number| (number.0 - 1) / 6).collect();
        assert_eq!(objectives.len(), morning.due.len(), "one question a card");
        for number in &morning.due {
            learner.answer(day, *number);
            asked.insert(*number);
        }
        // Two new objectives a day.
        let new = u32::try_from(day - DAY).unwrap() * 2;
        for objective in new..new + 2 {
            learner.answer(day, QuestionNumber(objective * 6 + 1));
        }
        let evening = learner.schedule(day);
        assert_eq!(evening.due, []);
        assert!(
            evening.cards.iter().all(|card| card.due > day && card.due < DAY + DAYS || day == DAY + DAYS - 1)
        );
        assert_eq!(evening.cards.len(), usize::try_from(new).unwrap() + 2);
        assert_eq!(evening.plan.unwrap().done, due + 2);
        expected = evening.forecast[1];
    }
    let total = learner.history.reviews.len();
    assert!((180..600).contains(&total), "{total}");
    assert!(asked.len() > 100, "siblings were asked: {}", asked.len());
}

#[test]
fn who_does_nothing_finds_it_again() {
    let mut learner = Learner::new();
    for objective in 0..10 {
        learner.answer(DAY, QuestionNumber(objective * 6 + 1));
    }
    let due: Vec<usize> = (0..DAYS).map(|day| learner.schedule(DAY + day).due.len()).collect();
    assert_eq!(&due[..4], [0, 2, 10, 10]);
    assert!(due.is_sorted());
}

#[test]
fn a_history_is_read_as_it_is_stored() {
    let mut learner = Learner::new();
    for number in [1, 7, 14, 8] {
        learner.answer(DAY, QuestionNumber(number));
    }
    let read = learner.schedule(DAY + 2);
    assert_eq!((read.cards.len(), read.due.len()), (3, 3));
    learner.input.history = write_exposures(&learner.history);
    assert_eq!(schedule(&learner.input), read);
    learner.input.history = "torn;rows".to_owned();
    assert_eq!(schedule(&learner.input).cards, []);
}

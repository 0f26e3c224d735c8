//! The plan until the exam, and its calendar.

use crate::bank::{DAY, UTC, answer, at, bank, date, history, review};
use invigil_engine::bank::BankIndex;
use invigil_engine::exposure::Exposures;
use invigil_engine::study::{Plan, StudyInput};
use invigil_engine::time::UnixMillis;
use invigil_study::schedule::{CalendarTexts, MOST_A_DAY, calendar, schedule_of};
use std::rc::Rc;

/// The plan on a day for an exam on another.
fn plan(index: &BankIndex, history: &Exposures, today: i64, exam: i64) -> Option<Plan> {
    let input = StudyInput {
        index: Rc::new(index.clone()),
        guide: 0,
        now: at(today, 800).0,
        offset: UTC,
        exam: Some(date(exam)),
        history: String::new(),
    };
    schedule_of(&input, history).plan
}

/// A bank of 100 questions to practise with, and as many sealed ones as asked for.
fn with_sealed(sealed: usize) -> BankIndex {
    let mut index = bank(50, 4);
    index.entries.truncate(100 + sealed);
    for entry in &mut index.entries[100..] {
        entry.sealed = true;
    }
    index
}

/// Days of mocks, counted from the first day.
#[track_caller]
fn check_mocks(sealed: usize, seen: u32, days_left: i64, expected: &[i64]) {
    let seen: Vec<_> = (0..seen).map(|place| review(DAY - 30, 101 + place, true)).collect();
    let plan = plan(&with_sealed(sealed), &history(&seen), DAY, DAY + days_left).unwrap();
    let days: Vec<i64> = plan.mocks.iter().map(|day| day - DAY).collect();
    assert_eq!(days, expected, "{sealed} sealed, {seen:?}, {days_left} days");
}

#[test]
fn mocks_stand_ten_and_three_days_before_the_exam() {
    check_mocks(20, 0, 30, &[20, 27]);
    check_mocks(90, 0, 30, &[20, 27]);
    check_mocks(19, 0, 30, &[27]);
    check_mocks(9, 0, 30, &[]);
    // One was sat when half of it was seen.
    check_mocks(20, 4, 30, &[20, 27]);
    check_mocks(20, 5, 30, &[27]);
    check_mocks(20, 14, 30, &[27]);
    check_mocks(20, 15, 30, &[]);
    check_mocks(20, 20, 30, &[]);
    // Days that have passed.
    check_mocks(20, 0, 10, &[0, 7]);
    check_mocks(20, 0, 5, &[0, 2]);
    check_mocks(20, 0, 3, &[0, 1]);
    check_mocks(20, 0, 2, &[0, 1]);
    check_mocks(20, 0, 1, &[0]);
    check_mocks(20, 0, 0, &[]);
}

#[test]
fn new_questions_are_spread_over_the_days_that_are_left() {
    let index = with_sealed(0);
    let none = Exposures::default();
    let of = |days: i64| plan(&index, &none, DAY, DAY + days).map(|plan| (plan.days, plan.today, plan.fresh));
    assert_eq!(of(51), Some((51, 2, 2)));
    assert_eq!(of(11), Some((11, 10, 10)));
    assert_eq!(of(10), Some((10, 12, 12)));
    assert_eq!(of(2), Some((2, MOST_A_DAY, MOST_A_DAY)));
    assert_eq!(of(1), Some((1, 0, 0)));
    assert_eq!(of(0), Some((0, 0, 0)));
    assert_eq!(of(-1), None);
}

#[test]
fn the_number_of_a_day_stands_while_it_is_worked_off() {
    let index = with_sealed(0);
    let reviews: Vec<_> = (0..6).map(|place| review(DAY, place * 4 + 1, false)).collect();
    let mut history = history(&reviews);
    let today = DAY + 1;
    let morning = plan(&index, &history, today, DAY + 20).unwrap();
    assert_eq!((morning.today, morning.fresh, morning.done), (6 + 6, 6, 0));
    // Two that were due, with siblings, and one new.
    for number in [2, 6, 80] {
        answer(&mut history, &review(today, number, true));
    }
    let noon = plan(&index, &history, today, DAY + 20).unwrap();
    assert_eq!((noon.today, noon.fresh, noon.done), (12, 6, 3));
}

#[test]
fn what_is_missed_is_spread_over_the_days_that_are_left() {
    let index = with_sealed(0);
    let none = Exposures::default();
    let fresh: Vec<u32> =
        (0..19).map(|day| plan(&index, &none, DAY + day, DAY + 20).unwrap().fresh).collect();
    assert!(fresh.is_sorted(), "{fresh:?}");
    assert_eq!((fresh[0], fresh[9], fresh[18]), (6, 10, MOST_A_DAY));
}

const TEXTS: CalendarTexts = CalendarTexts {
    id: "dva.dva-c03",
    name: "Prüfung; Plan, 1",
    practice: "Üben: 24 Fragen – zuerst das, was fällig ist, danach neue aus allen Gebieten",
    mock: "Probeprüfung",
    exam: "Exam\nDay",
};

fn file(plan: &Plan) -> String {
    calendar(plan, date(DAY + 12), DAY, UnixMillis(at(DAY, 570).0 + 5000), &TEXTS)
}

#[test]
fn a_calendar_is_read_by_others() {
    let plan = Plan { days: 12, today: 24, fresh: 10, done: 0, mocks: vec![DAY + 2, DAY + 9] };
    let text = file(&plan);
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{text}");
    let unfolded = text.replace("\r\n ", "");
    let lines: Vec<&str> = unfolded.lines().collect();
    assert_eq!(
        &lines[..5],
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Invigil//Plan//EN",
            "CALSCALE:GREGORIAN",
            "X-WR-CALNAME:Prüfung\\; Plan\\, 1",
        ]
    );
    assert_eq!(
        &lines[5..14],
        [
            "BEGIN:VEVENT",
            "UID:practice.dva.dva-c03@invigil",
            "DTSTAMP:20261201T093005Z",
            "DTSTART;VALUE=DATE:20261201",
            "DTEND;VALUE=DATE:20261202",
            "RRULE:FREQ=DAILY;COUNT=12",
            "SUMMARY:Üben: 24 Fragen – zuerst das\\, was fällig ist\\, danach neue aus allen Gebieten",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    );
    let of = |name: &str| lines.iter().filter_map(|line| line.strip_prefix(name)).collect::<Vec<_>>();
    assert_eq!(
        of("UID:"),
        [
            "practice.dva.dva-c03@invigil",
            "mock-1.dva.dva-c03@invigil",
            "mock-2.dva.dva-c03@invigil",
            "exam.dva.dva-c03@invigil",
        ]
    );
    assert_eq!(of("DTSTART;VALUE=DATE:"), ["20261201", "20261210", "20261203", "20261213"]);
    assert_eq!(of("SUMMARY:")[3], "Exam\\nDay");
    assert_eq!(of("BEGIN:").len(), of("END:").len());
}

#[test]
fn on_the_day_of_the_exam_its_calendar_holds_the_exam() {
    let text = file(&Plan::default());
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
}

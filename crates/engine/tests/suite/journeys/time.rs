//! Exam time: told, run out, slept through, and a system clock that is set.

use super::{MOCK, SHORT, at_work};
use crate::support::shell::{HOUR, MINUTE, SECOND, Shell};
use invigil_engine::app::{Announcement, Event, Notice};
use invigil_engine::ids::Position;
use invigil_engine::time::DurationMs;
use invigil_engine::view::PageView;

#[test]
fn time_is_told_at_half_and_near_the_end_once_each() {
    let mut shell = at_work(MOCK);
    for _ in 0..130 * 4 - 1 {
        shell.pass(15 * SECOND);
    }
    let told = [
        Announcement::HalfTime,
        Announcement::MinutesLeft(10),
        Announcement::MinutesLeft(5),
        Announcement::MinutesLeft(1),
    ];
    assert_eq!(shell.said, told);
    assert_eq!(shell.left(), 15 * SECOND);
    assert!(shell.notices().is_empty());
}

#[test]
fn time_runs_out_with_what_was_there_once() {
    let mut shell = at_work(SHORT);
    shell.answer_right();
    shell.go(1);
    shell.answer_right();
    shell.pass(19 * MINUTE);
    shell.go(2);
    shell.pass_unnoticed(MINUTE);
    // The answer comes at the deadline, before any tick.
    shell.choose('a');
    let result = shell.result();
    assert!(result.expired);
    assert_eq!(result.used, DurationMs(20 * MINUTE));
    assert_eq!(result.grade.unanswered, 8, "the late answer is none");
    assert_eq!(result.grade.all.right, 2);
    let over = |shell: &Shell| shell.said.iter().filter(|said| **said == Announcement::TimeOver).count();
    assert_eq!(over(&shell), 1);
    shell.pass(HOUR);
    shell.send(Event::SubmitConfirmed);
    shell.visit("#/history");
    let PageView::History(rows) = shell.view().page else { panic!("the history") };
    assert_eq!((rows.len(), over(&shell), shell.persisted), (1, 1, 1));
    assert!(rows[0].result.expired);
}

#[test]
fn a_moment_before_the_deadline_an_answer_counts() {
    let mut shell = at_work(SHORT);
    shell.pass_unnoticed(20 * MINUTE - 1);
    shell.answer_right();
    assert!(shell.sitting().is_complete(Position(0)));
    shell.pass(1);
    assert_eq!(shell.result().grade.all.right, 1);
}

#[test]
fn an_exam_without_a_limit_never_ends_by_itself() {
    let mut shell = at_work("#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=10&min=none");
    shell.pass(500 * HOUR);
    shell.sleep(500 * HOUR);
    shell.answer_right();
    assert!(shell.said.is_empty(), "{:?}", shell.said);
    shell.submit();
    assert_eq!(shell.result().used, DurationMs(1000 * HOUR));
    assert!(!shell.result().expired);
}

#[test]
fn a_clock_set_back_gives_no_time_and_is_said() {
    let mut shell = at_work(MOCK);
    shell.pass(10 * MINUTE);
    shell.set_clock(-2 * HOUR);
    assert_eq!(shell.left(), 120 * MINUTE);
    shell.told(&Notice::ClockSetBack);
    shell.pass(10 * MINUTE);
    assert_eq!(shell.left(), 110 * MINUTE);
    let shell = shell.killed(5 * MINUTE);
    assert_eq!(shell.left(), 105 * MINUTE);
}

#[test]
fn a_clock_set_forward_or_a_sleep_costs_time_and_is_said() {
    let mut shell = at_work(MOCK);
    shell.pass(10 * MINUTE);
    shell.sleep(25 * MINUTE);
    assert_eq!(shell.left(), 95 * MINUTE);
    shell.told(&Notice::Away(DurationMs(25 * MINUTE)));
    shell.set_clock(95 * MINUTE);
    assert!(shell.result().expired);
}

#[test]
fn a_sleep_over_the_deadline_hands_in_at_the_deadline() {
    let mut shell = at_work(SHORT);
    shell.answer_right();
    let started = shell.sitting().started;
    shell.sleep(9 * HOUR);
    let result = shell.result();
    assert_eq!((result.expired, result.used), (true, DurationMs(20 * MINUTE)));
    shell.visit("#/history");
    let PageView::History(rows) = shell.view().page else { panic!("the history") };
    assert_eq!(rows[0].result.ended.0 - started.0, 20 * MINUTE);
}

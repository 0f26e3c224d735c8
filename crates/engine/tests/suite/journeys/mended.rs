//! Faults that a reading of the code found, each with the case that it left behind.

use super::{SHORT, at_work, site};
use crate::support::shell::Shell;
use invigil_engine::app::{Event, Notice};
use invigil_engine::link::LinkFault;
use invigil_engine::route::Route;
use invigil_engine::store::{LocalRecord, StorageFault};
use invigil_engine::time::DurationMs;
use invigil_engine::view::PageView;

const HOUR: i64 = 3_600_000;
const UNTIMED: &str = "#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=5&min=none";

#[test]
fn without_a_limit_time_away_is_not_counted() {
    let mut shell = at_work(UNTIMED);
    shell.answer_right();
    shell.pass(60_000);
    shell.go(1);
    let mut shell = shell.killed(9 * HOUR);
    shell.pass(60_000);
    shell.submit();
    let used = shell.result().used;
    assert!(used < DurationMs(130_000), "{used:?}");
}

#[test]
fn answers_after_a_hundred_days_are_not_lost() {
    let mut shell = at_work(UNTIMED);
    shell.set_clock(400 * 24 * HOUR);
    shell.answer_right();
    let answered = shell.question().chosen;
    let mut shell = shell.killed(1000);
    assert_eq!(shell.question().chosen, answered);
    shell.submit();
    assert_eq!(shell.result().grade.all.right, 1);
}

#[test]
fn an_attempt_that_the_archive_refused_is_set_aside_before_another_begins() {
    let mut shell = at_work(SHORT);
    shell.answer_right();
    shell.device.archive_fault = Some(StorageFault::Full);
    shell.submit();
    assert!(shell.device.aside.is_empty());
    shell.sit(UNTIMED);
    let kept: Vec<_> = shell.device.aside.iter().map(|(record, _)| *record).collect();
    assert_eq!(kept, [LocalRecord::Sitting]);
}

#[test]
fn a_fault_of_the_archive_is_not_called_mended_by_the_local_storage() {
    let mut shell = at_work(SHORT);
    shell.device.archive_fault = Some(StorageFault::Broken);
    shell.send(Event::SubmitConfirmed);
    let notice = Notice::NotKept(StorageFault::Broken);
    shell.told(&notice);
    shell.send(Event::KeysTurnedOff(true));
    shell.told(&notice);
}

#[test]
fn an_exam_that_ended_while_away_leaves_a_friends_link_open() {
    let mut shell = at_work(SHORT);
    shell.answer_right();
    let shell = shell.killed_to(3 * HOUR, UNTIMED);
    assert!(matches!(shell.view().page, PageView::Confirm(_)));
    shell.told(&Notice::ExpiredWhileAway);
}

#[test]
fn time_away_is_counted_from_when_the_page_went_to_the_back() {
    let mut shell = at_work(SHORT);
    shell.pass(180_000);
    shell.send(Event::Hidden);
    let shell = shell.killed(1000);
    assert!(!shell.notices().iter().any(|notice| matches!(notice, Notice::Away(_))), "{:?}", shell.notices());
}

#[test]
fn a_backup_is_made_only_when_the_browser_took_the_file() {
    let mut shell = Shell::fresh(&site());
    shell.visit("#/settings");
    shell.send(Event::Downloaded(false));
    shell.told(&Notice::BackupNotMade);
    let PageView::Settings(settings) = shell.view().page else { panic!("settings") };
    assert_eq!(settings.backup, None);
    shell.device.archive_fault = Some(StorageFault::Denied);
    shell.send(Event::BackupAsked);
    shell.told(&Notice::BackupPartial);
}

#[test]
fn of_passing_notices_the_newest_stands() {
    let mut shell = Shell::fresh(&site());
    shell.send(Event::BackupChosen("{".to_owned()));
    shell.send(Event::LinkPasted("no link".to_owned()));
    assert_eq!(shell.notices(), [Notice::NoLinkInText]);
}

#[track_caller]
fn check_pasted(text: &str, reads: Option<&str>) {
    let mut shell = Shell::fresh(&site());
    shell.send(Event::LinkPasted(text.to_owned()));
    match reads {
        Some(address) => assert_eq!(Route::parse(shell.address()), Route::parse(address), "{text}"),
        None => shell.told(&Notice::NoLinkInText),
    }
}

#[test]
fn a_link_is_found_in_a_sentence() {
    let link = SHORT;
    check_pasted(&format!("https://example.org/x/{link}"), Some(link));
    check_pasted(&format!("Try #1: https://example.org/{link}."), Some(link));
    check_pasted(&format!("(see https://example.org/{link})\nfrom me"), Some(link));
    check_pasted("https://example.org/#/setup", None);
    check_pasted("#/exam", None);
    let cut = Route::parse("#/exam?bank=dva");
    assert!(matches!(cut, Route::BadLink(LinkFault::Missing("guide"), _)));
}

#[test]
fn when_there_is_room_again_all_that_was_refused_is_written() {
    let mut shell = at_work(SHORT);
    shell.device.break_all(Some(StorageFault::Full));
    shell.send(Event::KeysTurnedOff(true));
    shell.told(&Notice::NotKept(StorageFault::Full));
    shell.device.break_all(None);
    shell.answer_right();
    assert!(!shell.notices().contains(&Notice::NotKept(StorageFault::Full)));
    assert!(shell.device.local.keys().any(|(record, _)| *record == LocalRecord::Settings));
}

//! The page is closed or killed in the middle of an exam, and opened again.

use super::{MOCK, SHORT, at_work, site, some_work};
use crate::support::bank::Bank;
use crate::support::shell::{Arrival, HOUR, MINUTE, SECOND, Shell, Site};
use invigil_engine::app::{Announcement, Event, Notice};
use invigil_engine::ids::Position;
use invigil_engine::store::history::read_exposures;
use invigil_engine::store::v1::SittingV1;
use invigil_engine::store::{ArchiveKey, Json as _, LocalRecord, Slot};
use invigil_engine::time::DurationMs;
use invigil_engine::view::{PageView, StartBar};

/// Everything of a sitting that its candidate would miss.
fn state(shell: &Shell) -> Vec<(String, bool, bool)> {
    let sitting = shell.sitting();
    sitting
        .positions()
        .map(|at| (sitting.answer(at).letters(), sitting.is_flagged(at), sitting.is_visited(at)))
        .collect()
}

/// Kills the page, reopens it, and compares.
#[track_caller]
fn check_reload(shell: Shell, away: i64) -> Shell {
    let (before, form, left, at) = (state(&shell), shell.form(), shell.left(), shell.question().position);
    let shell = shell.killed(away);
    assert_eq!(state(&shell), before);
    assert_eq!(shell.form(), form);
    assert_eq!(shell.question().position, at);
    assert_eq!(shell.left(), left - away, "the true remaining time");
    shell
}

#[test]
fn a_reload_at_any_moment_brings_everything_back() {
    let mut shell = at_work(MOCK);
    shell = check_reload(shell, 0);
    shell = check_reload(shell, 3 * SECOND);
    some_work(&mut shell);
    shell = check_reload(shell, 20 * MINUTE);
    shell.told(&Notice::Away(DurationMs(20 * MINUTE)));
    shell.answer_right();
    shell = check_reload(shell, 59 * SECOND);
    assert_eq!(shell.notices(), [], "less than a minute is not worth a word");
    shell.send(Event::FlagToggled);
    shell = check_reload(shell, 1);
    shell.submit();
    assert_eq!(shell.result().grade.all.right, 2);
}

#[test]
fn seconds_since_the_last_act_are_not_given_back() {
    let mut shell = at_work(MOCK);
    shell.answer_right();
    // Ticks alone write nothing: the wall clock knows.
    for _ in 0..300 {
        shell.pass(SECOND);
    }
    assert_eq!(shell.left(), 125 * MINUTE);
    assert_eq!(shell.killed(MINUTE).left(), 124 * MINUTE);
}

#[test]
fn home_offers_to_continue_after_a_reload() {
    let mut shell = at_work(MOCK);
    some_work(&mut shell);
    let mut shell = shell.killed_to(MINUTE, "#/");
    assert_eq!(shell.home().running, Some((2, 65)));
    assert_eq!(shell.home().start, StartBar::AtWork);
    shell.visit("#/sitting");
    assert_eq!(shell.question().position, Position(7));
}

#[test]
fn a_reload_at_the_review_stays_there() {
    let mut shell = at_work(MOCK);
    some_work(&mut shell);
    shell.send(Event::ReviewOpened);
    let shell = shell.killed(MINUTE);
    assert_eq!((shell.review().answered, shell.review().flagged), (2, 1));
}

#[test]
fn time_that_ran_out_while_closed_hands_in_what_was_there_once() {
    for arrival in Arrival::ALL {
        let mut shell = at_work(SHORT);
        shell.answer_right();
        shell.pass(5 * MINUTE);
        let (wall, device) = (shell.wall + 3 * HOUR, shell.device.clone());
        let shell = Shell::open_in(device, &shell.site, wall, "#/", arrival);
        let result = shell.result();
        assert_eq!((result.expired, result.used), (true, DurationMs(20 * MINUTE)));
        assert_eq!((result.grade.all.right, result.grade.unanswered), (1, 9));
        shell.told(&Notice::ExpiredWhileAway);
        assert_eq!(shell.said, [Announcement::TimeOver]);
        assert!(shell.device.local.keys().all(|(record, _)| *record != LocalRecord::Sitting));

        let again = shell.killed_to(HOUR, "#/");
        assert_eq!(again.home().results.len(), 1, "once");
        assert_eq!(again.home().start, StartBar::Ready);
        assert!(again.said.is_empty());
    }
}

#[test]
fn a_reload_a_moment_before_the_deadline_goes_on() {
    let shell = at_work(SHORT);
    let mut shell = shell.killed(20 * MINUTE - 1);
    assert_eq!(shell.left(), 1);
    shell.answer_right();
    shell.pass(1);
    assert_eq!(shell.result().grade.all.right, 1);
}

#[test]
fn a_page_killed_between_the_end_and_the_archive_ends_only_once() {
    let mut shell = at_work(SHORT);
    shell.answer_right();
    let id = shell.sitting().id.clone();
    // The local records are written, those of the archive are not.
    let archive = shell.device.archive.clone();
    shell.send_alone(Event::SubmitConfirmed);
    shell.device.archive = archive;
    let mut shell = shell.killed_to(2 * HOUR, "#/");
    assert_eq!(shell.result().id, id);
    assert!(!shell.result().expired, "it was handed in, and stays so");
    assert!(shell.device.archive.contains_key(&format!("attempt/{id}")));
    shell.visit("#/history");
    let PageView::History(rows) = shell.view().page else { panic!("the history") };
    assert_eq!(rows.len(), 1);
}

#[test]
fn what_was_seen_before_is_not_lost_when_time_ran_out_while_closed() {
    for arrival in Arrival::ALL {
        let mut shell = Shell::fresh(&site());
        shell.send(Event::QuickStarted);
        shell.go(1);
        let seen_before = shell.form();
        shell.submit();
        shell.pass(MINUTE);
        shell.sit(SHORT);
        shell.answer_right();
        let (wall, device) = (shell.wall + 3 * HOUR, shell.device.clone());
        let shell = Shell::open_in(device, &shell.site, wall, "#/", arrival);
        assert!(shell.result().expired);
        let (history, torn) = read_exposures(&shell.device.archive["exposures/dva"]);
        assert_eq!(torn, 0);
        for item in &seen_before.items[..2] {
            assert!(history.get(item.question.number).is_some(), "{arrival:?}: {history:?}");
        }
        assert!(history.len() >= 2, "{history:?}");
    }
}

#[test]
fn a_paper_that_the_archive_lost_comes_from_the_bank_again() {
    for arrival in Arrival::ALL {
        let mut shell = at_work(MOCK);
        some_work(&mut shell);
        let (form, before) = (shell.form(), state(&shell));
        let id = shell.sitting().id.clone();
        shell.lose(&ArchiveKey::Form(id));
        let (wall, at, device) = (shell.wall + MINUTE, shell.address().to_owned(), shell.device.clone());
        let mut shell = Shell::open_in(device, &shell.site, wall, &at, arrival);
        assert_eq!(shell.form(), form, "{arrival:?}");
        assert_eq!(state(&shell), before);
        shell.submit();
        assert_eq!(shell.killed(HOUR).result().grade.all.right, 1);
    }
}

#[test]
fn a_paper_in_the_archive_is_as_it_was_sat_whatever_the_bank_is_now() {
    for arrival in Arrival::ALL {
        let mut shell = at_work(MOCK);
        some_work(&mut shell);
        let form = shell.form();
        let first = form.items[0].question.number;
        let newer = Site::of(Bank::usual().revised(first));
        let (wall, at, device) = (shell.wall + MINUTE, shell.address().to_owned(), shell.device.clone());
        let shell = Shell::open_in(device, &newer, wall, &at, arrival);
        assert!(!shell.notices().contains(&Notice::PaperLost), "{arrival:?}");
        assert_eq!(shell.form(), form, "{arrival:?}");
    }
}

#[test]
fn a_paper_from_a_bank_that_grew_is_the_same_and_so_is_its_link() {
    let mut shell = at_work(MOCK);
    some_work(&mut shell);
    let numbers = |shell: &Shell| -> Vec<_> {
        shell
            .form()
            .items
            .iter()
            .map(|item| (item.question.number, item.order.clone(), item.scored))
            .collect()
    };
    let before = numbers(&shell);
    let id = shell.sitting().id.clone();
    shell.lose(&ArchiveKey::Form(id));
    let grown = Site::of(Bank::of(360));
    let mut shell = Shell::open(shell.device, &grown, shell.wall + MINUTE, "#/sitting");
    assert_eq!(numbers(&shell), before);
    shell.send(Event::LinkCopyAsked);
    let link = shell.copied[0].to_string();
    let mut friend = Shell::fresh(&grown);
    friend.sit(&link);
    assert_eq!(numbers(&friend), before, "{link}");
}

#[test]
fn a_lost_paper_of_a_changed_bank_is_told_and_its_record_is_kept() {
    let mut shell = at_work(MOCK);
    some_work(&mut shell);
    let id = shell.sitting().id.clone();
    shell.lose(&ArchiveKey::Form(id.clone()));
    let first = shell.form().items[0].question.number;
    let newer = Site::of(Bank::usual().revised(first));
    let kept = |shell: &Shell| -> Vec<String> {
        let of_sitting = |((record, _), text): (&(LocalRecord, Slot), &String)| {
            (*record == LocalRecord::Sitting).then(|| text.clone())
        };
        shell.device.local.iter().filter_map(of_sitting).collect()
    };
    let before = kept(&shell);
    let old_site = shell.site.clone();
    let mut shell = Shell::open(shell.device, &newer, shell.wall + MINUTE, "#/sitting");
    shell.told(&Notice::PaperLost);
    assert_eq!(shell.view().page, PageView::NoSitting(None));
    shell.choose('a');
    shell.send(Event::FlagToggled);
    shell.send(Event::SubmitConfirmed);
    shell.pass(5 * HOUR);
    assert_eq!(kept(&shell), before, "nothing overwrites it");

    // With the bank of that day it comes back.
    let back = Shell::open(shell.device.clone(), &old_site, shell.wall - 5 * HOUR, "#/sitting");
    assert_eq!(back.sitting().id, id);

    // And it does not lock the room: a new exam can begin, with the lost record set aside.
    shell.visit("#/");
    assert_eq!(shell.home().start, StartBar::Ready);
    shell.sit(SHORT);
    let aside: Vec<SittingV1> =
        shell.device.aside.iter().map(|(_, text)| SittingV1::parse_json(text).unwrap()).collect();
    assert_eq!(aside.iter().map(|record| record.id.clone()).collect::<Vec<_>>(), [id]);
    assert!(aside[0].log.contains("f3=1"), "{}", aside[0].log);
}

#[test]
fn an_attempt_is_reviewed_as_it_was_sat_after_the_bank_changed() {
    let mut shell = at_work(SHORT);
    some_work(&mut shell);
    shell.submit();
    let result = shell.result();
    let first = result.items[0].item.question.number;
    let newer = Site::of(Bank::usual().revised(first));
    let at = shell.address().to_owned();
    let shell = Shell::open(shell.device, &newer, shell.wall + HOUR, &at);
    assert_eq!(shell.result(), result);
}

#[test]
fn an_attempt_whose_paper_is_lost_is_shown_from_the_bank() {
    for arrival in Arrival::ALL {
        let mut shell = at_work(SHORT);
        some_work(&mut shell);
        let id = shell.submit();
        let result = shell.result();
        shell.lose(&ArchiveKey::Form(id.clone()));
        let at = shell.address().to_owned();
        let shell = Shell::open_in(shell.device, &shell.site, shell.wall + HOUR, &at, arrival);
        assert_eq!(shell.result(), result, "{arrival:?}");
    }
}

#[test]
fn an_attempt_of_another_device_is_not_here() {
    let mut shell = Shell::fresh(&site());
    for id in ["019aa0b1c2d0000abcd", "019aa0b1c2d0000abce"] {
        shell.visit(&format!("#/attempt/{id}"));
        assert_eq!(shell.view().page, PageView::NoAttempt);
    }
}

#[test]
fn torn_entries_of_a_log_are_told_and_cost_only_themselves() {
    let mut shell = at_work(SHORT);
    shell.answer_right();
    shell.go(1);
    let id = shell.sitting().id.clone();
    let mut stored = latest_sitting(&shell);
    stored.log = stored.log.replacen("v1@", "v1;%%@", 1);
    shell.device.local.retain(|(record, _), _| *record != LocalRecord::Sitting);
    let text = invigil_engine::store::encode(900, &stored.to_json());
    shell.device.local.insert((LocalRecord::Sitting, Slot::A), text);
    let shell = shell.killed_to(SECOND, "#/sitting");
    shell.told(&Notice::TornLog(1));
    assert_eq!(shell.sitting().id, id);
    assert!(shell.sitting().is_complete(Position(0)));
}

/// The newest record of the running sitting.
fn latest_sitting(shell: &Shell) -> SittingV1 {
    let text = |slot| shell.device.local.get(&(LocalRecord::Sitting, slot)).map(String::as_str);
    let found = invigil_engine::store::choose(Slot::BOTH.map(text));
    SittingV1::parse_json(&found.content.unwrap().1).unwrap()
}

#[test]
fn the_log_tells_of_reopening() {
    let shell = at_work(SHORT);
    let mut shell = shell.killed(90 * SECOND);
    shell.answer_right();
    let log = latest_sitting(&shell).log;
    assert!(log.contains("o=90000@90000"), "{log}");
}

//! Local storage is written late: what it lost, the journal has.

use super::{MOCK, SHORT, at_work, kept, site, some_work};
use crate::support::device::Device;
use crate::support::shell::{Arrival, HOUR, MINUTE, SECOND, Shell};
use invigil_engine::app::{Event, Kept, Notice};
use invigil_engine::ids::Position;
use invigil_engine::store::journal::admit;
use invigil_engine::store::{JournalFault, LocalRecord, StorageFault, encode};
use invigil_engine::time::Date;
use invigil_engine::view::{PageView, StartBar};

/// The page is killed, and local storage is as it was at an earlier moment.
fn killed_with(shell: &Shell, earlier: &Device, arrival: Arrival) -> Shell {
    let mut device = shell.device.clone();
    device.local = earlier.local.clone();
    Shell::open_in(device, &shell.site, shell.wall + SECOND, "#/sitting", arrival)
}

#[test]
fn an_answer_that_local_storage_lost_is_in_the_journal() {
    for arrival in Arrival::ALL {
        let mut shell = at_work(MOCK);
        shell.answer_right();
        let earlier = shell.device.clone();
        some_work(&mut shell);
        let log = shell.sitting().log().to_vec();
        let again = killed_with(&shell, &earlier, arrival);
        assert_eq!(again.sitting().log()[..log.len()], log, "{arrival:?}");
        assert_eq!(again.question().position, Position(7));
    }
}

#[test]
fn a_sitting_of_which_local_storage_knows_nothing_goes_on() {
    for arrival in Arrival::ALL {
        let mut shell = at_work(SHORT);
        some_work(&mut shell);
        shell.send(Event::ExamDateChosen(Date::parse("2027-01-15")));
        let again = killed_with(&shell, &Device::default(), arrival);
        assert!(again.sitting().is_flagged(Position(3)), "{arrival:?}");
        assert_eq!(again.device.local.len(), 1, "it is in local storage again");
        let again = again.killed_to(SECOND, "#/");
        assert_eq!(again.home().exam, Date::parse("2027-01-15"));
    }
}

#[test]
fn an_attempt_that_local_storage_still_shows_at_work_stays_ended() {
    for arrival in Arrival::ALL {
        let mut shell = at_work(SHORT);
        shell.answer_right();
        let earlier = shell.device.clone();
        shell.go(1);
        shell.answer_right();
        let id = shell.submit();
        let again = killed_with(&shell, &earlier, arrival);
        assert_eq!(again.view().page, PageView::NoSitting(Some(id.clone())), "{arrival:?}");
        let mut again = again.killed_to(HOUR, "#/");
        assert_eq!((again.home().results.len(), again.home().start), (1, StartBar::Ready));
        again.visit(&format!("#/attempt/{id}"));
        assert_eq!(again.result().grade.all.right, 2);
    }
}

#[test]
fn an_exam_begun_since_local_storage_was_written_is_the_one_that_goes_on() {
    let mut shell = at_work(SHORT);
    some_work(&mut shell);
    let earlier = shell.device.clone();
    shell.submit();
    shell.sit(MOCK);
    shell.answer_right();
    let id = shell.sitting().id.clone();
    let again = killed_with(&shell, &earlier, Arrival::AsAsked);
    assert_eq!(again.sitting().id, id);
    assert!(again.sitting().is_complete(Position(0)));
    assert!(again.device.aside.is_empty(), "the one that ended is an attempt");
}

#[test]
fn saved_is_said_when_the_journal_has_it_and_not_before() {
    let mut shell = at_work(SHORT);
    assert_eq!(kept(&shell), Kept::Safely);
    shell.send_alone(Event::FlagToggled);
    assert_eq!(kept(&shell), Kept::NotYet);
    shell.send(Event::Ticked);
    assert_eq!(kept(&shell), Kept::Safely);
    // Without the archive there is still local storage, and the page says how far that goes.
    shell.device.archive_fault = Some(StorageFault::Broken);
    shell.send(Event::FlagToggled);
    assert_eq!(kept(&shell), Kept::Loosely);
    shell.told(&Notice::NotKept(StorageFault::Broken));
    shell.device.archive_fault = None;
    shell.send(Event::FlagToggled);
    assert_eq!((kept(&shell), shell.notices()), (Kept::Safely, vec![]));
}

#[test]
fn local_storage_that_takes_nothing_loses_nothing() {
    for fault in [StorageFault::Denied, StorageFault::Full, StorageFault::Broken] {
        let device = Device { local_fault: Some(fault), ..Device::default() };
        let mut shell = Shell::open(device, &site(), 1_797_325_200_000, "#/");
        shell.sit(SHORT);
        some_work(&mut shell);
        assert_eq!(shell.notices(), [], "{fault:?}");
        assert_eq!(kept(&shell), Kept::Safely);
        let mut shell = shell.killed(MINUTE);
        assert!(shell.sitting().is_flagged(Position(3)));
        shell.submit();
        let shell = shell.killed_to(MINUTE, "#/");
        assert_eq!((shell.home().results.len(), shell.home().start), (1, StartBar::Ready), "{fault:?}");
    }
}

#[test]
fn a_journal_that_cannot_be_read_is_set_aside_and_one_of_a_newer_version_left_alone() {
    let mut shell = at_work(SHORT);
    some_work(&mut shell);
    let key = LocalRecord::Sitting.journal_key();
    shell.device.archive.insert(key.clone(), "1.5.0.torn".to_owned());
    let mut shell = shell.killed(SECOND);
    shell.told(&Notice::Damaged(LocalRecord::Sitting));
    assert_eq!(shell.device.aside, [(LocalRecord::Sitting, "1.5.0.torn".to_owned())]);
    assert!(shell.sitting().is_flagged(Position(3)), "local storage has it");

    shell.device.archive.insert(key.clone(), "2.5.future".to_owned());
    let mut shell = shell.killed(SECOND);
    shell.told(&Notice::Newer(LocalRecord::Sitting));
    shell.send(Event::FlagToggled);
    assert_eq!(shell.device.archive[&key], "2.5.future");
}

#[test]
fn results_of_two_tabs_are_joined_in_the_journal() {
    let mut first = at_work(SHORT);
    first.answer_right();
    let mut second = Shell::open(Device::default(), &first.site, first.wall + MINUTE, "#/");
    second.sit(SHORT);
    let [ours, theirs] = [first.submit(), second.submit()];
    let key = LocalRecord::Results.journal_key();
    let [known, new] = [&first.device.archive[&key], &second.device.archive[&key]];
    let text = admit(LocalRecord::Results, Some(known), new).unwrap();
    let mut both = Shell::open(Device::default(), &first.site, first.wall, "#/");
    both.device.archive.insert(key, text);
    let both = both.killed_to(MINUTE, "#/");
    let ids: Vec<_> = both.home().results.iter().map(|row| row.result.id.clone()).collect();
    assert!(ids.contains(&ours) && ids.contains(&theirs), "{ids:?}");
}

#[test]
fn a_write_over_what_cannot_be_read_is_done() {
    for known in [None, Some(""), Some("1.0.0.x"), Some("nonsense")] {
        for record in LocalRecord::ALL {
            let new = encode(3, "{}");
            assert_eq!(admit(record, known, &new), Ok(new), "{record:?} over {known:?}");
        }
    }
    let newer = admit(LocalRecord::Settings, Some("2.1.x"), &encode(3, "{}"));
    assert_eq!(newer, Err(JournalFault::Superseded));
}

//! Storage that is denied, full, damaged, of a newer version or emptied; erasing.

use super::backups::{empty_backup, results, two_devices};
use super::{MOCK, SHORT, at_work, kept, site, some_work};
use crate::support::shell::{Device, HOUR, MINUTE, SECOND, Shell};
use invigil_engine::app::{Event, Kept, Notice};
use invigil_engine::ids::Position;
use invigil_engine::store::backup::Backup;
use invigil_engine::store::history::read_exposures;
use invigil_engine::store::v1::Theme;
use invigil_engine::store::{LocalRecord, Slot, StorageFault, encode};
use invigil_engine::time::Date;
use invigil_engine::view::{PageView, StartBar};

#[test]
fn where_storage_is_denied_exams_are_sat_all_the_same_and_it_is_told() {
    let mut shell = Shell::open(Device::denied(), &site(), 1_797_325_200_000, "#/");
    shell.told(&Notice::NotKept(StorageFault::Denied));
    for round in 1..=2 {
        shell.sit(SHORT);
        shell.answer_right();
        let PageView::Sitting(view) = shell.view().page else { panic!("a question") };
        assert_eq!(view.kept, Kept::Nowhere(StorageFault::Denied));
        shell.submit();
        assert_eq!(shell.result().grade.all.right, 1, "exam {round}");
        shell.told(&Notice::NotKept(StorageFault::Denied));
        shell.visit("#/");
        assert_eq!((shell.home().results.len(), shell.home().start), (round, StartBar::Ready));
        shell.pass(MINUTE);
    }
    // A backup can always be made.
    let backup = Backup::parse(&shell.backup()).unwrap();
    assert_eq!(backup.results.len(), 2);
}

#[test]
fn an_archive_that_fails_at_the_end_locks_nothing() {
    for fault in [StorageFault::Full, StorageFault::Broken, StorageFault::Denied] {
        let mut shell = at_work(SHORT);
        shell.answer_right();
        shell.device.archive_fault = Some(fault);
        let id = shell.submit();
        shell.told(&Notice::NotKept(fault));
        assert_eq!(shell.result().id, id);

        // The log still lies in the local storage; once the archive works, the next start brings it there.
        shell.device.archive_fault = None;
        let shell = shell.killed_to(MINUTE, "#/");
        assert!(shell.device.archive.contains_key(&format!("attempt/{id}")), "{fault:?}");
        assert!(shell.device.local.keys().all(|(record, _)| *record != LocalRecord::Sitting));
        assert_eq!(shell.result().grade.all.right, 1);
    }
}

#[test]
fn a_full_disk_is_told_until_there_is_room_again() {
    let mut shell = at_work(SHORT);
    shell.answer_right();
    shell.device.break_all(Some(StorageFault::Full));
    shell.go(1);
    shell.answer_right();
    shell.told(&Notice::NotKept(StorageFault::Full));
    assert_eq!(kept(&shell), Kept::Nowhere(StorageFault::Full));
    shell.visit("#/history");
    shell.told(&Notice::NotKept(StorageFault::Full));
    shell.visit("#/sitting/3");
    shell.device.break_all(None);
    shell.answer_right();
    assert_eq!(shell.notices(), []);
    assert_eq!(kept(&shell), Kept::Safely);
    let shell = shell.killed(SECOND);
    let done = shell.sitting().positions().filter(|at| shell.sitting().is_complete(*at)).count();
    assert_eq!(done, 3, "all that was answered is kept at once");
}

#[test]
fn a_page_killed_on_a_full_disk_has_what_was_kept_before() {
    let mut shell = at_work(SHORT);
    shell.answer_right();
    shell.device.break_all(Some(StorageFault::Full));
    shell.go(1);
    shell.answer_right();
    let shell = shell.killed(SECOND);
    assert!(shell.sitting().is_complete(Position(0)));
    assert!(!shell.sitting().is_complete(Position(1)));
}

#[test]
fn answers_that_are_kept_nowhere_can_be_copied_out() {
    let mut shell = at_work(SHORT);
    shell.device.break_all(Some(StorageFault::Full));
    shell.answer_right();
    let letters = {
        let question = shell.question();
        let places =
            question.item.order.iter().zip('A'..).filter(|(option, _)| question.chosen.contains(**option));
        places.map(|(_, letter)| letter).collect::<String>()
    };
    shell.send(Event::AnswersCopyAsked);
    let text = shell.copied_texts.last().unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!((lines[0], lines[1], lines.len()), (format!("1. {letters}").as_str(), "2. -", 10));
}

#[test]
fn storage_emptied_under_an_open_page_is_written_again() {
    let mut shell = at_work(SHORT);
    some_work(&mut shell);
    shell.device = Device::default();
    shell.answer_right();
    let before = shell.form();
    let mut shell = shell.killed(SECOND);
    assert_eq!(shell.form(), before, "its paper comes from the bank");
    assert!(shell.sitting().is_flagged(Position(3)));
    shell.submit();
    assert_eq!(shell.result().grade.all.right, 2);
}

#[test]
fn storage_emptied_between_two_visits_is_a_first_visit() {
    let shell = at_work(SHORT);
    let shell = Shell::open(Device::default(), &shell.site, shell.wall, "#/sitting/1");
    assert_eq!(shell.view().page, PageView::NoSitting(None));
    assert_eq!(shell.notices(), []);
}

/// Damages one slot of a record, or both.
fn damage(device: &mut Device, record: LocalRecord, slots: &[Slot]) -> usize {
    let mut damaged = 0;
    for slot in slots {
        if let Some(text) = device.local.get_mut(&(record, *slot)) {
            text.truncate(text.len() - 3);
            damaged += 1;
        }
    }
    damaged
}

#[test]
fn a_torn_write_costs_one_act_at_most_and_the_torn_text_is_set_aside() {
    let mut shell = at_work(SHORT);
    some_work(&mut shell);
    let newest = *shell
        .device
        .local
        .iter()
        .filter(|((record, _), _)| *record == LocalRecord::Sitting)
        .max_by_key(|(_, text)| text.len())
        .unwrap()
        .0;
    damage(&mut shell.device, LocalRecord::Sitting, &[newest.1]);
    let mut shell = shell.killed(SECOND);
    shell.told(&Notice::Damaged(LocalRecord::Sitting));
    assert_eq!(shell.device.aside.len(), 1);
    assert!(shell.sitting().is_flagged(Position(3)));
    shell.answer_right();
    let shell = shell.killed(SECOND);
    assert_eq!(shell.notices(), [], "both slots are sound again");
}

#[test]
fn a_record_damaged_whole_loses_nothing_else() {
    for record in LocalRecord::ALL {
        let mut shell = Shell::fresh(&site());
        shell.send(Event::ThemeChosen(Theme::Dark));
        shell.send(Event::ExamDateChosen(Date::parse("2027-01-15")));
        shell.sit(SHORT);
        shell.submit();
        shell.sit(SHORT);
        shell.answer_right();
        let damaged = damage(&mut shell.device, record, &Slot::BOTH) + 1;
        let journal = shell.device.archive.get_mut(&record.journal_key()).unwrap();
        journal.truncate(journal.len() - 3);
        assert!(damaged > 1, "{record:?}");
        let shell = shell.killed_to(MINUTE, "#/");
        shell.told(&Notice::Damaged(record));
        assert_eq!(shell.device.aside.len(), damaged);
        let home = shell.home();
        assert_eq!(home.exam.is_some(), record != LocalRecord::Settings, "{record:?}");
        assert_eq!(home.results.len(), usize::from(record != LocalRecord::Results), "{record:?}");
        assert_eq!(home.running.is_some(), record != LocalRecord::Sitting, "{record:?}");
    }
}

#[test]
fn a_sound_frame_around_nonsense_is_set_aside_too() {
    for record in LocalRecord::ALL {
        let mut device = Device::default();
        device.local.insert((record, Slot::A), encode(4, "[{\"theme\":7}]"));
        let shell = Shell::open(device, &site(), 1_797_325_200_000, "#/");
        shell.told(&Notice::Damaged(record));
        assert_eq!(shell.device.aside, [(record, "[{\"theme\":7}]".to_owned())]);
    }
}

#[test]
fn what_a_newer_version_wrote_is_left_alone() {
    for record in LocalRecord::ALL {
        let mut device = Device::default();
        let newer = "2.17.0123456789abcdef.{\"later\":true}".to_owned();
        device.local.insert((record, Slot::B), newer.clone());
        let mut shell = Shell::open(device, &site(), 1_797_325_200_000, "#/");
        shell.told(&Notice::Newer(record));
        assert!(shell.device.aside.is_empty());
        shell.send(Event::ThemeChosen(Theme::Dark));
        shell.sit(SHORT);
        shell.answer_right();
        shell.submit();
        assert_eq!(shell.result().grade.all.right, 1);
        shell.send(Event::BackupChosen(empty_backup()));
        assert_eq!(shell.device.local.get(&(record, Slot::B)), Some(&newer), "{record:?}");
        assert_eq!(shell.device.local.get(&(record, Slot::A)), None, "{record:?}");
    }
}

#[test]
fn erasing_leaves_nothing_and_the_room_is_open_again() {
    let (mut first, _) = two_devices();
    first.visit("#/settings");
    first.send(Event::EraseAsked);
    first.send(Event::DialogClosed);
    assert!(!first.device.local.is_empty());
    first.send(Event::EraseAsked);
    first.send(Event::EraseConfirmed);
    assert!(first.device.local.is_empty() && first.device.archive.is_empty());
    first.told(&Notice::Erased);
    first.visit("#/");
    let home = first.home();
    assert!(home.first_visit && home.start == StartBar::Ready && home.running.is_none());
    first.sit(SHORT);
    first.answer_right();
    first.submit();
    let seen = read_exposures(&first.device.archive["exposures/dva"]).0;
    assert_eq!(seen.len(), 1, "the history begins anew");
}

#[test]
fn erasing_that_fails_is_told_and_keeps_what_is_there() {
    let (mut first, _) = two_devices();
    first.device.archive_fault = Some(StorageFault::Broken);
    first.send(Event::EraseConfirmed);
    first.told(&Notice::NotKept(StorageFault::Broken));
    assert!(first.sitting().is_flagged(Position(3)));
}

#[test]
fn settings_outlive_the_page() {
    let mut shell = Shell::fresh(&site());
    shell.send(Event::ThemeChosen(Theme::Dark));
    shell.send(Event::ExamDateChosen(Date::parse("2027-01-15")));
    let mut shell = shell.killed_to(HOUR, "#/");
    assert_eq!(shell.home().days_left, Some(31));
    shell.visit("#/settings");
    let PageView::Settings(settings) = shell.view().page else { panic!("settings") };
    assert_eq!(settings.theme, Theme::Dark);
}

#[test]
fn the_newest_two_hundred_results_are_listed_and_older_attempts_stay_in_the_archive() {
    let mut shell = Shell::fresh(&site());
    for _ in 0..203 {
        shell.sit("#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=1&min=none");
        shell.submit();
        shell.pass(MINUTE);
    }
    let mut shell = shell.killed_to(MINUTE, "#/");
    assert_eq!(results(&mut shell).len(), 200);
    let stored: usize = shell.device.local.values().map(String::len).sum();
    assert!(stored <= 64 * 1024, "{stored} bytes are read at every start");
    assert_eq!(shell.device.archived("attempt/").len(), 203);
    let oldest = shell.device.archived("attempt/")[0].clone();
    shell.visit(&format!("#/{oldest}"));
    assert_eq!(shell.result().grade.all.total, 1);
}

#[test]
fn in_another_sites_frame_no_exam_begins() {
    let mut shell = Shell::fresh(&site());
    shell.send(Event::Framed);
    assert_eq!(shell.home().start, StartBar::Framed);
    shell.send(Event::QuickStarted);
    shell.visit(SHORT);
    shell.send(Event::LinkStarted);
    assert!(shell.model.sitting().is_none());
}

#[test]
fn a_full_list_of_results_and_settings_is_within_what_a_start_may_read() {
    let mut shell = Shell::fresh(&site());
    for _ in 0..210 {
        shell.sit(MOCK);
        shell.answer_right();
        shell.submit();
        shell.pass(MINUTE);
    }
    let read: usize = shell.device.local.values().map(String::len).sum();
    assert!(read <= 64 * 1024, "{read} bytes of local storage");
}

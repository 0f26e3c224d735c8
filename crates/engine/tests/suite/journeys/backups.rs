//! Backups: made, merged into another device, refused, and suggested.

use super::{MOCK, SHORT, at_work, site, some_work};
use crate::support::shell::{Device, HOUR, MINUTE, SECOND, Shell};
use invigil_engine::app::{Event, Notice};
use invigil_engine::ids::Position;
use invigil_engine::store::backup::{Backup, BackupFault};
use invigil_engine::store::history::read_exposures;
use invigil_engine::store::v1::SettingsV1;
use invigil_engine::time::Date;
use invigil_engine::view::PageView;

pub(super) fn empty_backup() -> String {
    Backup::new(SettingsV1::default(), Vec::new(), None, Vec::new()).to_text()
}

/// All results that a device shows, with the rights of each.
pub(super) fn results(shell: &mut Shell) -> Vec<(String, (u32, u32))> {
    shell.visit("#/history");
    let PageView::History(rows) = shell.view().page else { panic!("the history") };
    rows.iter().map(|row| (row.result.id.to_string(), row.result.all)).collect()
}

/// Two devices with an attempt each, the first with a running sitting too.
pub(super) fn two_devices() -> (Shell, Shell) {
    let mut first = at_work(SHORT);
    some_work(&mut first);
    first.submit();
    first.send(Event::ExamDateChosen(Date::parse("2027-01-15")));
    let mut second = Shell::open(Device::default(), &first.site, first.wall + HOUR, "#/");
    second.sit("#/exam?bank=dva&guide=dva-c02&seed=0000000001&n=20&min=none");
    second.answer_right();
    second.submit();
    first.pass(2 * HOUR);
    first.sit(MOCK);
    some_work(&mut first);
    (first, second)
}

#[test]
fn a_backup_restored_on_another_device_merges_and_twice_is_once() {
    let (mut first, mut second) = two_devices();
    let file = first.backup();
    assert!(first.downloads[0].0.starts_with("invigil-backup-2026-12-15"), "{}", first.downloads[0].0);
    first.told(&Notice::BackupMade);
    let of_first = results(&mut first);
    second.pass(3 * HOUR);
    second.send(Event::BackupChosen(file.clone()));
    second.told(&Notice::BackupMerged(1));
    let merged = results(&mut second);
    assert_eq!(merged.len(), 2);
    assert!(merged.contains(&of_first[0]));

    // The attempt opens with its paper, the running sitting goes on, the history is joined.
    second.visit(&format!("#/attempt/{}", of_first[0].0));
    assert_eq!(second.result().grade.all.right, of_first[0].1.0);
    assert_eq!(second.form(), first.form());
    assert_eq!(second.sitting().id, first.sitting().id);
    assert!(second.sitting().is_flagged(Position(3)));
    let seen = |shell: &Shell| read_exposures(&shell.device.archive["exposures/dva"]).0;
    for (number, exposure) in seen(&first).iter() {
        assert_eq!(seen(&second).get(number).map(|known| known.first), Some(exposure.first));
    }
    second.visit("#/");
    assert_eq!(second.home().exam, Date::parse("2027-01-15"), "what this device has none of");

    let archive = records(&second);
    second.send(Event::BackupChosen(file));
    second.told(&Notice::BackupMerged(0));
    assert_eq!(results(&mut second), merged);
    assert_eq!(records(&second), archive);
    let mut second = second.killed_to(MINUTE, "#/");
    assert_eq!(results(&mut second), merged);
}

/// The archive without the journals of the device's own small records.
fn records(shell: &Shell) -> Vec<(String, String)> {
    let records = shell.device.archive.clone().into_iter();
    records.filter(|(key, _)| !key.starts_with("journal/")).collect()
}

#[test]
fn two_devices_that_swap_backups_have_the_same() {
    let (mut first, mut second) = two_devices();
    first.submit();
    let (of_first, of_second) = (first.backup(), second.backup());
    first.send(Event::BackupChosen(of_second));
    second.send(Event::BackupChosen(of_first));
    assert_eq!(results(&mut first), results(&mut second));
    assert_eq!(results(&mut first).len(), 3);
    assert_eq!(records(&first), records(&second));
}

#[test]
fn an_exam_that_ended_after_the_backup_does_not_run_again() {
    let mut shell = at_work(SHORT);
    shell.answer_right();
    let file = shell.backup();
    shell.go(1);
    shell.answer_right();
    let id = shell.submit();
    let result = shell.result();
    for away in [MINUTE, HOUR] {
        shell.pass(away);
        shell.send(Event::BackupChosen(file.clone()));
        assert!(shell.model.sitting().is_none_or(|sitting| sitting.ended().is_some()));
        shell = shell.killed_to(away, &format!("#/attempt/{id}"));
        assert_eq!(shell.result(), result, "the attempt stays as it was handed in");
    }
}

#[test]
fn an_attempt_that_was_not_here_is_found_after_restoring() {
    let (mut first, _) = two_devices();
    let file = first.backup();
    let id = results(&mut first)[0].0.clone();
    let mut third = Shell::fresh(&site());
    third.visit(&format!("#/attempt/{id}"));
    assert_eq!(third.view().page, PageView::NoAttempt);
    third.visit("#/settings");
    third.send(Event::BackupChosen(file));
    third.visit(&format!("#/attempt/{id}"));
    assert_eq!(third.result().id.to_string(), id);
}

#[test]
fn a_backup_does_not_overwrite_the_running_sitting() {
    let (mut first, mut second) = two_devices();
    let file = first.backup();
    second.pass(MINUTE);
    second.sit(SHORT);
    second.answer_right();
    let id = second.sitting().id.clone();
    second.send(Event::BackupChosen(file));
    assert_eq!(second.sitting().id, id);
    assert_eq!(second.killed(SECOND).sitting().id, id);
}

#[test]
fn a_file_that_is_no_backup_changes_nothing_and_says_why() {
    let mut shell = at_work(SHORT);
    some_work(&mut shell);
    let device = shell.device.clone();
    let sound = empty_backup();
    let mut check = |text: &str, expected: BackupFault| {
        shell.send(Event::BackupChosen(text.to_owned()));
        shell.told(&Notice::BackupRefused(expected));
        assert_eq!(shell.device.local, device.local);
        assert_eq!(shell.device.archive, device.archive);
    };
    check("", BackupFault::Unreadable { line: 1, column: 0 });
    check(&sound[..sound.len() - 1], BackupFault::Unreadable { line: 1, column: sound.len() - 1 });
    check("{\"cards\":[]}", BackupFault::NotABackup);
    check(&sound.replace("\"version\":1", "\"version\":2"), BackupFault::Newer);
    check(&sound.replace("invigil-backup", "other-backup"), BackupFault::NotABackup);
}

#[test]
fn a_backup_with_damaged_records_gives_the_sound_ones() {
    let (mut first, _) = two_devices();
    let mut backup = Backup::parse(&first.backup()).unwrap();
    let attempt = first.device.archived("attempt/")[0].clone();
    for (key, text) in &mut backup.archive {
        if key.starts_with("form/") {
            text.truncate(text.len() / 2);
        }
    }
    let odd = [("../../etc", "x"), ("attempt/019aa0b1c2d0000abcd", "{}")];
    backup.archive.extend(odd.map(|(key, text)| (key.to_owned(), text.to_owned())));
    let mut third = Shell::fresh(&site());
    third.send(Event::BackupChosen(backup.to_text()));
    assert_eq!(third.device.archived("attempt/"), std::slice::from_ref(&attempt));
    assert!(!third.device.archive.contains_key("../../etc"));
    third.visit(&format!("#/{attempt}"));
    assert_eq!(third.result().grade.all.total, 10, "its paper comes from the bank");
}

#[test]
fn after_each_fifth_result_without_a_backup_one_is_suggested() {
    let mut shell = Shell::fresh(&site());
    for round in 1..=10 {
        shell.sit(SHORT);
        shell.submit();
        shell.pass(MINUTE);
        let told = shell.notices().iter().any(|notice| matches!(notice, Notice::WorthABackup(_)));
        assert_eq!(told, round >= 5, "result {round}");
        if round == 7 {
            shell.told(&Notice::WorthABackup(5));
        }
    }
    shell.told(&Notice::WorthABackup(10));
    shell.backup();
    assert!(!shell.notices().iter().any(|notice| matches!(notice, Notice::WorthABackup(_))));
    shell.sit(SHORT);
    shell.submit();
    assert!(!shell.notices().iter().any(|notice| matches!(notice, Notice::WorthABackup(_))));
}

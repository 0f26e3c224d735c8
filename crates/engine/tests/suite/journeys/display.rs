//! How pages look, kept and applied; and a clock that is shown on demand.

use super::{SHORT, at_work, site};
use crate::support::shell::{Device, MINUTE, SECOND, Shell};
use invigil_engine::app::{Announcement, Event};
use invigil_engine::look::{Look, LookChange, Size, Switch};
use invigil_engine::store::v1::Theme;
use invigil_engine::store::{LocalRecord, Slot, encode};
use invigil_engine::view::{PageView, SettingsView, SittingView};
use std::rc::Rc;

#[track_caller]
fn settings(shell: &Shell) -> Rc<SettingsView> {
    match shell.view().page {
        PageView::Settings(view) => view,
        other => panic!("the settings are not shown: {other:?}"),
    }
}

#[track_caller]
fn sitting(shell: &Shell) -> Rc<SittingView> {
    match shell.view().page {
        PageView::Sitting(view) => view,
        other => panic!("no question is shown: {other:?}"),
    }
}

fn on(switch: Switch) -> Event {
    Event::LookChanged(LookChange::Switch(switch, true))
}

#[test]
fn the_look_is_applied_at_once_and_again_at_the_next_start() {
    let mut shell = Shell::fresh(&site());
    assert_eq!(shell.dressed.as_deref(), Some("system"));
    shell.visit("#/settings");
    for (event, mark) in [
        (Event::LookChanged(LookChange::Size(Size::Large)), "system size-130"),
        (on(Switch::Plain), "system size-130 plain"),
        (Event::ThemeChosen(Theme::Dark), "dark size-130 plain"),
        (on(Switch::Contrast), "dark size-130 contrast plain"),
        (Event::LookChanged(LookChange::Switch(Switch::Plain, false)), "dark size-130 contrast"),
    ] {
        shell.send(event);
        assert_eq!(shell.dressed.as_deref(), Some(mark));
    }
    let shown = settings(&shell).look;
    assert_eq!((shown.size, shown.has(Switch::Contrast)), (Size::Large, true));
    let shell = shell.killed(MINUTE);
    assert_eq!(shell.dressed.as_deref(), Some("dark size-130 contrast"));
    assert_eq!(settings(&shell).look, shown);
}

#[test]
fn a_stored_look_that_is_none_is_as_on_the_first_day() {
    for (look, mark) in [
        (r#""wide nonsense size-9000 <b>""#, "system wide"),
        (r#""""#, "system"),
        ("7", "system"),
        (r#"["wide"]"#, "system"),
        ("null", "system"),
    ] {
        let mut device = Device::default();
        let text = encode(3, &format!("{{\"look\":{look},\"theme\":\"auto\"}}"));
        device.local.insert((LocalRecord::Settings, Slot::B), text);
        let shell = Shell::open(device, &site(), 1_797_325_200_000, "#/settings");
        assert_eq!(shell.dressed.as_deref(), Some(mark), "{look}");
        assert!(shell.notices().is_empty(), "{look}");
    }
}

#[test]
fn a_backup_brings_a_look_to_a_device_that_has_none_of_its_own() {
    let mut first = Shell::fresh(&site());
    first.send(on(Switch::Wide));
    let backup = first.backup();
    let mut bare = Shell::fresh(&site());
    bare.send(Event::BackupChosen(backup.clone()));
    assert_eq!(bare.dressed.as_deref(), Some("system wide"));
    let mut own = Shell::fresh(&site());
    own.send(on(Switch::Contrast));
    own.send(Event::BackupChosen(backup));
    assert_eq!(own.dressed.as_deref(), Some("system contrast"));
}

#[test]
fn erasing_takes_the_look_too() {
    let mut shell = Shell::fresh(&site());
    shell.send(on(Switch::Wide));
    shell.send(Event::EraseAsked);
    shell.send(Event::EraseConfirmed);
    assert_eq!(shell.dressed.as_deref(), Some("system"));
}

#[test]
fn a_hidden_clock_runs_on_and_its_warnings_are_told() {
    let mut shell = at_work(SHORT);
    shell.send(on(Switch::ClockHidden));
    assert!(sitting(&shell).clock.unwrap().hidden);
    for _ in 0..20 * 4 - 1 {
        shell.pass(15 * SECOND);
    }
    // Half of twenty minutes is ten, which are told once.
    assert_eq!(shell.said, [10, 5, 1].map(Announcement::MinutesLeft));
    shell.send(Event::ReviewOpened);
    assert!(shell.review().clock.unwrap().hidden);
    shell.send(Event::LookChanged(LookChange::Switch(Switch::ClockHidden, false)));
    assert_eq!((shell.review().clock.unwrap().hidden, shell.left()), (false, 15 * SECOND));
}

#[test]
fn the_look_is_changed_beside_a_question_without_leaving_it() {
    let mut shell = at_work(SHORT);
    shell.answer_right();
    let before = shell.question();
    assert_eq!(sitting(&shell).look, None, "nothing is made that nobody opened");
    shell.send(Event::LookFolded(true));
    assert_eq!(sitting(&shell).look, Some((Theme::Auto, Look::default())));
    shell.send(on(Switch::Wide));
    assert!(sitting(&shell).look.unwrap().1.has(Switch::Wide));
    assert_eq!(shell.question(), before);
    shell.send(Event::LookFolded(false));
    assert_eq!(sitting(&shell).look, None);
}

//! Two tabs of one browser: what one writes, the other hears.

use super::{SHORT, at_work, some_work};
use crate::support::device::Device;
use crate::support::shell::Shell;
use invigil_engine::app::{Event, Notice};
use invigil_engine::ids::{Position, SittingId};
use invigil_engine::view::PageView;

/// One tab hears of all that another wrote, and whether it took the sitting.
fn hears(tab: &mut Shell, other: &Shell) {
    let is_here = |tab: &Shell, id: &SittingId| tab.device.locks.get(id) == Some(&tab.tab);
    let held: Vec<_> = tab.device.locks.keys().filter(|id| is_here(tab, id)).cloned().collect();
    tab.device = other.device.clone();
    for id in held {
        if !is_here(tab, &id) && tab.device.locks.contains_key(&id) {
            tab.send(Event::OwnerLost(id));
        }
    }
    let texts = tab.device.local.iter().map(|((record, slot), text)| (*record, *slot, text.clone()));
    let texts = texts.collect();
    tab.send(Event::StoredElsewhere(texts));
}

/// A tab at work, and a second one on the same exam.
fn two_tabs() -> (Shell, Shell) {
    let first = at_work(SHORT);
    let second = first.beside("#/sitting");
    (first, second)
}

/// Whether the tab only shows an exam that another one owns.
#[track_caller]
fn only_shows(shell: &Shell) -> bool {
    match shell.view().page {
        PageView::Sitting(view) => view.elsewhere,
        PageView::Review(view) => view.elsewhere,
        other => panic!("no exam is shown: {other:?}"),
    }
}

#[test]
fn the_second_tab_shows_what_the_first_one_does_and_changes_nothing() {
    let (mut first, mut second) = two_tabs();
    assert!(only_shows(&second) && !only_shows(&first));
    some_work(&mut first);
    hears(&mut second, &first);
    assert_eq!(second.sitting().log(), first.sitting().log());
    let log = second.sitting().log().to_vec();
    second.go(5);
    second.answer_right();
    second.send(Event::FlagToggled);
    second.send(Event::SubmitConfirmed);
    second.visit("#/sitting/4");
    assert_eq!(second.address(), "#/sitting/8", "the owner's question");
    second.send(Event::ReviewOpened);
    assert!(only_shows(&second));
    assert_eq!(second.sitting().log(), log);
}

#[test]
fn a_sitting_can_be_taken_over_and_taken_back() {
    let (mut first, mut second) = two_tabs();
    some_work(&mut first);
    // The second tab has not heard of it: the journal has.
    second.device = first.device.clone();
    second.send(Event::TakeOverAsked);
    assert!(!only_shows(&second));
    assert!(second.sitting().is_flagged(Position(3)));
    second.go(5);
    second.answer_right();
    hears(&mut first, &second);
    assert!(only_shows(&first));
    assert_eq!(first.sitting().log(), second.sitting().log());
    first.send(Event::TakeOverAsked);
    first.go(6);
    first.answer_right();
    hears(&mut second, &first);
    assert!(only_shows(&second));
    assert_eq!(second.sitting().log(), first.sitting().log());
    first.submit();
    assert_eq!(first.result().grade.all.right, 3);
}

#[test]
fn a_former_owner_that_did_not_hear_is_refused_by_the_journal() {
    let (mut first, mut second) = two_tabs();
    first.answer_right();
    second.device = first.device.clone();
    second.send(Event::TakeOverAsked);
    second.go(1);
    second.answer_right();
    // The first tab was frozen, and wakes up with an answer.
    first.device = second.device.clone();
    first.go(2);
    first.answer_right();
    assert!(only_shows(&first));
    assert_eq!(first.sitting().log(), second.sitting().log());
    let reopened = first.killed(0);
    assert!(reopened.sitting().is_complete(Position(1)), "what the owner did is kept");
    assert!(!reopened.sitting().is_complete(Position(2)));
}

#[test]
fn an_exam_begun_at_a_tab_that_did_not_hear_of_another_gives_way_to_it() {
    let mut first = at_work(SHORT);
    some_work(&mut first);
    let mut second = Shell::open(Device::default(), &first.site, first.wall, "#/");
    second.device.archive = first.device.archive.clone();
    second.device.locks = first.device.locks.clone();
    second.send(Event::QuickStarted);
    assert_eq!(second.sitting().id, first.sitting().id);
    assert!(only_shows(&second));
    assert_eq!(second.device.aside.len(), 1, "what it had begun is set aside");
    let third = first.killed(0);
    assert!(third.sitting().is_flagged(Position(3)));
}

#[test]
fn when_the_owner_closes_the_next_tab_goes_on() {
    let (mut first, mut second) = two_tabs();
    some_work(&mut first);
    let id = first.sitting().id.clone();
    second.device = first.device.clone();
    second.device.locks.clear();
    // The browser hands the lock on to who waited for it.
    second.send(Event::Owned(id, true));
    assert!(!only_shows(&second));
    second.answer_right();
    second.submit();
    assert_eq!(second.result().grade.all.right, 2);
}

#[test]
fn an_exam_handed_in_at_one_tab_is_over_in_the_other() {
    let (mut first, mut second) = two_tabs();
    hears(&mut first, &second);
    first.answer_right();
    hears(&mut second, &first);
    let id = first.submit();
    let result = first.result();
    hears(&mut second, &first);
    second.told(&Notice::EndedElsewhere);
    second.send(Event::FlagToggled);
    second.send(Event::SubmitConfirmed);
    second.visit(&format!("#/attempt/{id}"));
    assert_eq!(second.result(), result);
    assert!(matches!(second.view().page, PageView::Result(_)));
}

#[test]
fn a_second_exam_cannot_begin_over_one_that_began_at_another_tab() {
    let mut first = at_work(SHORT);
    let mut second = Shell::open(Device::default(), &first.site, first.wall, "#/");
    hears(&mut second, &first);
    second.send(Event::QuickStarted);
    assert_eq!(second.sitting().id, first.sitting().id);
    first.answer_right();
    hears(&mut second, &first);
    assert_eq!(second.sitting().log(), first.sitting().log());
}

#[test]
fn results_of_two_tabs_are_joined() {
    let mut first = at_work(SHORT);
    let mut second = Shell::open(Device::default(), &first.site, first.wall, "#/");
    second.sit(SHORT);
    let theirs = second.submit();
    let ours = first.submit();
    hears(&mut first, &second);
    first.visit("#/history");
    let PageView::History(rows) = first.view().page else { panic!("the history") };
    let ids: Vec<_> = rows.iter().map(|row| row.result.id.clone()).collect();
    assert!(ids.contains(&ours) && ids.contains(&theirs), "{ids:?}");
}

#[test]
fn what_another_tab_wrote_and_cannot_be_read_changes_nothing() {
    let (mut first, second) = two_tabs();
    some_work(&mut first);
    let log = first.sitting().log().to_vec();
    let mut damaged = second;
    for text in damaged.device.local.values_mut() {
        text.push('x');
    }
    hears(&mut first, &damaged);
    assert_eq!(first.sitting().log(), log);
}

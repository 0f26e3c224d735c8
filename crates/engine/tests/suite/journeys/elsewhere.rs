//! Two tabs of one browser: what one writes, the other hears.

use super::{SHORT, at_work, some_work};
use crate::support::device::Device;
use crate::support::shell::Shell;
use invigil_engine::app::{Event, Notice};
use invigil_engine::view::PageView;

/// One tab hears of all that another wrote.
fn hears(tab: &mut Shell, other: &Shell) {
    tab.device = other.device.clone();
    let texts = tab.device.local.iter().map(|((record, slot), text)| (*record, *slot, text.clone()));
    let texts = texts.collect();
    tab.send(Event::StoredElsewhere(texts));
}

/// A tab at work, and a second one on the same exam.
fn two_tabs() -> (Shell, Shell) {
    let first = at_work(SHORT);
    let second = Shell::open(first.device.clone(), &first.site, first.wall, "#/sitting");
    (first, second)
}

#[test]
fn answers_of_one_tab_stand_in_the_other() {
    let (mut first, mut second) = two_tabs();
    hears(&mut first, &second);
    some_work(&mut first);
    hears(&mut second, &first);
    assert_eq!(second.sitting().log(), first.sitting().log());
    second.go(5);
    second.answer_right();
    hears(&mut first, &second);
    assert_eq!(first.sitting().log(), second.sitting().log());
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

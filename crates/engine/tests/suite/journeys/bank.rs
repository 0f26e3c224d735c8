//! Banks that arrive late, broken or not at all.

use super::{MOCK, SHORT, at_work, site, some_work};
use crate::support::bank::Bank;
use crate::support::shell::{Device, MINUTE, Shell, Site};
use invigil_engine::app::{Event, FetchFault, Model, Notice};
use invigil_engine::bank::wire::{Part, PartFault};
use invigil_engine::view::{PageView, StartBar};
use proptest::prelude::*;

const PARTS: [Part; 3] = [Part::Index, Part::Questions, Part::Reasons];

/// A site that fails is told, starts nothing, and is well again at the next opening.
#[track_caller]
fn check_told(broken: &Site, expected: &Notice) {
    let mut shell = Shell::fresh(broken);
    shell.told(expected);
    assert_eq!(shell.home().start, StartBar::NoBank);
    shell.send(Event::QuickStarted);
    shell.send(Event::SetupStarted);
    for page in [MOCK, "#/setup", "#/history", "#/about", "#/settings", "#/sitting"] {
        shell.visit(page);
        shell.send(Event::LinkStarted);
        shell.told(expected);
    }
    assert!(shell.model.sitting().is_none());
    let mut shell = Shell::open(shell.device, &site(), shell.wall + MINUTE, "#/");
    assert_eq!(shell.notices(), []);
    shell.sit(SHORT);
    assert_eq!(shell.form().len(), 10);
}

#[test]
fn a_broken_part_is_told_and_well_again_after_reopening() {
    let bank = Bank::usual();
    for part in PARTS {
        let with = |result| Site { part: Some((part, result)), ..site() };
        let sound = bank.part(part);
        let mut cut = sound.clone();
        cut.truncate(sound.len() - 1);
        let mut longer = sound.clone();
        longer.push(0);
        let mut newer = sound.clone();
        newer[4] = 2;
        let other = Bank::of(30).part(part);
        let unreadable = Notice::BankUnusable(PartFault::Unreadable);
        check_told(&with(Ok(cut)), &unreadable);
        check_told(&with(Ok(longer)), &unreadable);
        check_told(&with(Ok(Vec::new())), &unreadable);
        check_told(&with(Ok(b"<!doctype html><title>Not found</title>".to_vec())), &unreadable);
        check_told(&with(Ok(newer)), &Notice::BankUnusable(PartFault::Newer));
        check_told(&with(Ok(other)), &Notice::BankUnusable(PartFault::Mismatch));
        check_told(&with(Err(FetchFault::Missing)), &Notice::BankMissing(FetchFault::Missing));
        check_told(&with(Err(FetchFault::Unreachable)), &Notice::BankMissing(FetchFault::Unreachable));
    }
}

#[test]
fn a_part_in_place_of_another_is_unreadable() {
    let bank = Bank::usual();
    for (part, wrong) in [(Part::Index, Part::Questions), (Part::Questions, Part::Reasons)] {
        let site = Site { part: Some((part, Ok(bank.part(wrong)))), ..site() };
        check_told(&site, &Notice::BankUnusable(PartFault::Unreadable));
    }
}

#[test]
fn a_broken_catalogue_is_told_and_well_again_after_reopening() {
    let sound = Bank::usual().catalogue();
    let with = |text: &str| Site { catalogue: Some(Ok(text.to_owned())), ..site() };
    for text in ["", "{}", "<html>", "{\"format\":1,\"banks\":[]}", &sound[1..]] {
        check_told(&with(text), &Notice::CatalogueUnusable);
    }
    check_told(&with(&sound.replace("\"format\":1", "\"format\":2")), &Notice::CatalogueUnusable);
    let absent = Site { catalogue: Some(Err(FetchFault::Unreachable)), ..site() };
    check_told(&absent, &Notice::BankMissing(FetchFault::Unreachable));
}

#[test]
fn a_running_exam_goes_on_without_the_bank() {
    let mut shell = at_work(SHORT);
    some_work(&mut shell);
    let form = shell.form();
    let absent = Site { catalogue: Some(Err(FetchFault::Unreachable)), ..site() };
    let mut shell = Shell::open(shell.device, &absent, shell.wall + MINUTE, "#/sitting");
    assert_eq!(shell.form(), form);
    shell.answer_right();
    shell.submit();
    assert_eq!(shell.result().grade.all.right, 2);
    shell.told(&Notice::BankMissing(FetchFault::Unreachable));
}

#[test]
fn pages_wait_for_a_bank_that_is_late() {
    for page in ["#/setup", MOCK] {
        let mut shell = Shell::fresh(&site());
        shell.model = Model::default();
        shell.send_alone(Event::Opened { stored: Ok(Vec::new()), fragment: page.to_owned() });
        assert_eq!(shell.view().page, PageView::Waiting, "{page}");
        shell.send(Event::Ticked);
        assert!(matches!(shell.view().page, PageView::Setup(_) | PageView::Confirm(_)), "{page}");
    }
}

proptest! {
    #![proptest_config(crate::support::cases(300))]

    /// A part that was altered on its way, and can be read all the same, breaks nothing: its pages show, its
    /// exams start or do not, and no arithmetic overflows.
    #[test]
    fn an_altered_bank_never_stops_the_app(
        part in 0_usize..3,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let bank = Bank::of(40);
        let part = PARTS[part];
        let mut bytes = bank.part(part);
        let content = bytes.len() - 15;
        for (place, byte) in changes {
            bytes[15 + place.index(content)] = byte;
        }
        let site = Site { part: Some((part, Ok(bytes))), ..Site::of(bank) };
        let mut shell = Shell::open(Device::default(), &site, 1_797_325_200_000, "#/");
        for page in ["#/setup", "#/about", "#/settings", "#/", SHORT] {
            shell.visit(page);
            let _ = shell.view();
        }
        shell.send(Event::LinkStarted);
        shell.send(Event::QuickStarted);
        if shell.model.sitting().is_some() {
            shell.answer_right();
            shell.submit();
            let _ = shell.view();
            shell.killed_to(MINUTE, "#/history").send(Event::BackupAsked);
        }
    }
}

#[test]
fn without_a_bank_every_page_that_needs_it_says_so() {
    let mut site = site();
    site.catalogue = Some(Err(FetchFault::Unreachable));
    let mut shell = Shell::fresh(&site);
    assert_eq!(shell.home().start, StartBar::NoBank);
    for page in ["#/setup", "#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=10&min=20"] {
        shell.visit(page);
        assert_eq!(shell.view().page, PageView::NoBank, "{page}");
    }
    // What was done before is there all the same.
    shell.visit("#/history");
    assert!(matches!(shell.view().page, PageView::History(_)));
}

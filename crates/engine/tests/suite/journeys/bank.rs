//! Banks that arrive late, broken or not at all.

use super::{MOCK, SHORT, at_work, site, some_work};
use crate::support::bank::Bank;
use crate::support::shell::{Device, MINUTE, Shell, Site};
use invigil_engine::app::{Event, FetchFault, Model, Notice};
use invigil_engine::bank::wire::{Part, PartFault};
use invigil_engine::bank::{Entry, Tier};
use invigil_engine::draw::DRAW_VERSION;
use invigil_engine::ids::QuestionNumber;
use invigil_engine::link::{ExamLink, Paper};
use invigil_engine::packed::Packed as _;
use invigil_engine::route::Route;
use invigil_engine::seed::Seed;
use invigil_engine::view::{PageView, StartBar, Stock};
use proptest::prelude::*;

/// An exam of the topics of the first chunk, and one of those of another.
const FIRST_CHUNK: &str = "#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=5&topics=topic-00,topic-01&min=20";
const THIRD_CHUNK: &str = "#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=5&topics=topic-20,topic-21&min=20";

/// What may become of a part on its way, and what is told.
fn broken(part: Part) -> Vec<(Result<Vec<u8>, FetchFault>, Notice)> {
    let sound = Bank::usual().part(part);
    let mut cut = sound.clone();
    cut.truncate(sound.len() - 1);
    let mut longer = sound.clone();
    longer.push(0);
    let mut newer = sound.clone();
    newer[4] = 3;
    let other = Bank::of(30).part(part);
    let page = b"<!doctype html><title>Not found</title>".to_vec();
    let unreadable = Notice::BankUnusable(PartFault::Unreadable);
    let mut all: Vec<_> =
        [cut, longer, Vec::new(), page].into_iter().map(|bytes| (Ok(bytes), unreadable.clone())).collect();
    all.push((Ok(newer), Notice::BankUnusable(PartFault::Newer)));
    all.push((Ok(other), Notice::BankUnusable(PartFault::Mismatch)));
    for fault in [FetchFault::Missing, FetchFault::Unreachable] {
        all.push((Err(fault), Notice::BankMissing(fault)));
    }
    all
}

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
fn a_broken_index_is_told_and_well_again_after_reopening() {
    for (result, notice) in broken(Part::Index) {
        check_told(&Site { part: Some((Part::Index, result)), ..site() }, &notice);
    }
    let wrong = Bank::usual().part(Part::Questions(0));
    let site = Site { part: Some((Part::Index, Ok(wrong))), ..site() };
    check_told(&site, &Notice::BankUnusable(PartFault::Unreadable));
}

/// What a chunk holds cannot be asked; all the rest can, and the chunk is asked for again at the next start.
#[track_caller]
fn check_chunk(part: Part, result: Result<Vec<u8>, FetchFault>, notice: &Notice) {
    let mut shell = Shell::fresh(&Site { part: Some((part, result)), ..site() });
    shell.told(notice);
    assert_eq!(shell.home().start, StartBar::Ready);
    for _ in 0..2 {
        shell.visit(FIRST_CHUNK);
        assert_eq!(shell.confirm().stock, Stock::FetchedFirst);
        shell.send(Event::LinkStarted);
        shell.told(notice);
        assert!(shell.model.sitting().is_none());
    }
    shell.sit(THIRD_CHUNK);
    shell.submit();
    shell.site = site();
    shell.sit(FIRST_CHUNK);
    assert_eq!(shell.form().len(), 5);
    assert!(!shell.notices().contains(notice), "all is well");
}

#[test]
fn a_broken_chunk_is_told_and_asked_for_again() {
    for part in [Part::Questions(0), Part::Reasons(0)] {
        for (result, notice) in broken(part) {
            check_chunk(part, result, &notice);
        }
    }
    let bank = Bank::usual();
    for (part, wrong) in [(Part::Questions(0), Part::Reasons(0)), (Part::Reasons(0), Part::Reasons(1))] {
        check_chunk(part, Ok(bank.part(wrong)), &Notice::BankUnusable(PartFault::Unreadable));
    }
}

/// A page on which the first chunk of questions did not arrive, and would now.
fn without_the_first_chunk(fragment: &str) -> Shell {
    let part = Some((Part::Questions(0), Err(FetchFault::Unreachable)));
    let mut shell = Shell::open(Device::default(), &Site { part, ..site() }, 1_797_325_200_000, fragment);
    shell.site = site();
    shell
}

#[test]
fn a_start_waits_for_its_questions() {
    let mut shell = without_the_first_chunk(FIRST_CHUNK);
    shell.send_alone(Event::LinkStarted);
    assert_eq!(shell.confirm().start, StartBar::Gathering);
    assert!(shell.model.sitting().is_none());
    shell.send(Event::Ticked);
    assert_eq!(shell.form().len(), 5);
    // It is the very exam of the link, whole, on the device.
    let mut other = Shell::fresh(&site());
    other.sit(FIRST_CHUNK);
    assert_eq!(shell.form().items, other.form().items);
    assert_eq!(shell.device.archived("form/").len(), 1);
}

#[test]
fn a_quick_start_that_waits_keeps_its_draw() {
    for _ in 0..20 {
        let mut shell = without_the_first_chunk("#/");
        shell.send_alone(Event::QuickStarted);
        let waits = shell.home().start == StartBar::Gathering;
        shell.send(Event::Ticked);
        assert_eq!(shell.form().len(), 5, "it waited: {waits}");
    }
}

#[test]
fn who_leaves_the_page_does_not_start() {
    let mut shell = without_the_first_chunk(FIRST_CHUNK);
    shell.send_alone(Event::LinkStarted);
    shell.send_alone(Event::RouteChanged("#/history".to_owned()));
    shell.send(Event::Ticked);
    shell.visit("#/");
    assert!(shell.model.sitting().is_none());
    assert_eq!(shell.home().start, StartBar::Ready);
    // What was fetched for it is there all the same.
    shell.visit(FIRST_CHUNK);
    assert_eq!(shell.confirm().stock, Stock::Here);
}

#[test]
fn a_record_that_cannot_be_read_starts_nothing() {
    let bank = Bank::usual();
    let asked = |entry: &&Entry| !entry.sealed && entry.tier == Tier::Exam && entry.cell(1).is_some();
    let numbers: Vec<_> = bank.index.entries.iter().filter(asked).map(|entry| entry.number).collect();
    let (number, other) = (numbers[3], numbers[8]);
    let [part, _] = bank.parts_of(number);
    let (mut bytes, record) = (bank.part(part), bank.question(number).to_bytes());
    let place = bytes.windows(record.len()).position(|window| window == record).unwrap();
    // The last byte of a question says whether its last option is right: 0 or 1.
    bytes[place + record.len() - 1] = 7;
    let mut shell = Shell::fresh(&Site { part: Some((part, Ok(bytes))), ..site() });
    assert_eq!(shell.notices(), [], "a chunk is not read before it is needed");
    let link = |numbers: &[QuestionNumber]| ExamLink {
        bank: bank.index.id.clone(),
        guide: bank.index.guides[1].id.clone(),
        fingerprint: None,
        draw: DRAW_VERSION,
        seed: Seed::from_entropy(7),
        limit: None,
        reveals: false,
        paper: Paper::Listed(numbers.to_vec()),
        title: String::new(),
        line: String::new(),
    };
    shell.visit(&Route::Exam(Box::new(link(&[number, other]))).to_string());
    shell.send(Event::LinkStarted);
    shell.told(&Notice::BankUnusable(PartFault::Unreadable));
    assert!(shell.model.sitting().is_none());
    shell.visit(&Route::Exam(Box::new(link(&[other]))).to_string());
    shell.send(Event::LinkStarted);
    assert_eq!(shell.form().len(), 1);
}

#[test]
fn a_broken_catalogue_is_told_and_well_again_after_reopening() {
    let sound = Bank::usual().catalogue();
    let with = |text: &str| Site { catalogue: Some(Ok(text.to_owned())), ..site() };
    for text in ["", "{}", "<html>", "{\"format\":2,\"banks\":[]}", &sound[1..]] {
        check_told(&with(text), &Notice::CatalogueUnusable);
    }
    check_told(&with(&sound.replace("\"format\":2", "\"format\":3")), &Notice::CatalogueUnusable);
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
        part in 0_usize..9,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let bank = Bank::of(40);
        let part = Bank::parts()[part];
        let mut bytes = bank.part(part);
        let content = bytes.len() - 17;
        for (place, byte) in changes {
            bytes[17 + place.index(content)] = byte;
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

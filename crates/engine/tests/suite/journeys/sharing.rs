//! Links: one paper on two devices, and links that cannot be sat.

use super::{MOCK, SHORT, at_work, site, some_work};
use crate::support::bank::{Bank, topic_id};
use crate::support::shell::{Device, MINUTE, Shell, Site};
use invigil_engine::app::{Event, Notice, PaperFault, Pick, SetupChange};
use invigil_engine::draw::DrawError;
use invigil_engine::form::Form;
use invigil_engine::ids::TopicId;
use invigil_engine::link::LinkFault;
use invigil_engine::view::{PageView, Since, StartBar};

#[test]
fn one_link_opened_on_two_fresh_devices_gives_the_same_form() {
    let links = [
        MOCK,
        SHORT,
        "#/exam?bank=dva&guide=dva-c02&seed=0000000001&n=20&min=none&topics=topic-01,topic-07,topic-30,topic-31",
    ];
    for link in links {
        let first = at_work(link);
        let mut second = Shell::open(Device::default(), &site(), first.wall + 77 * MINUTE, "#/about");
        second.sit(link);
        assert_eq!(first.form(), second.form(), "{link}");
        assert_eq!(first.sitting().limit, second.sitting().limit);
        assert_ne!(first.sitting().id, second.sitting().id);
    }
}

#[test]
fn nothing_starts_before_the_confirm_page() {
    let mut shell = Shell::open(Device::default(), &site(), 1_797_325_200_000, MOCK);
    let confirm = shell.confirm();
    assert_eq!((confirm.length, confirm.fault.clone(), confirm.start), (65, None, StartBar::Ready));
    assert!(confirm.changed == Since::Nothing && !confirm.listed);
    assert!(shell.model.sitting().is_none() && shell.device.archive.is_empty());
    shell.send(Event::LinkStarted);
    assert_eq!(shell.form().len(), 65);
}

/// The form as a friend gets it from the link that was copied last.
fn at_a_friend(shell: &Shell) -> Form {
    let link = shell.copied.last().unwrap().to_string();
    let mut friend = Shell::open(Device::default(), &shell.site, shell.wall + MINUTE, "#/");
    friend.send(Event::LinkPasted(format!("Try this: https://example.org/app/{link} \nGood luck")));
    assert_eq!(friend.address(), link);
    assert!(friend.confirm().changed == Since::Nothing);
    friend.send(Event::LinkStarted);
    (*friend.form()).clone()
}

#[test]
fn a_personal_exam_opens_elsewhere_as_the_same_paper() {
    let mut shell = Shell::fresh(&site());
    for _ in 0..3 {
        shell.visit("#/");
        shell.send(Event::QuickStarted);
        shell.send(Event::LinkCopyAsked);
        assert_eq!(at_a_friend(&shell), *shell.form());
        shell.answer_right();
        shell.submit();
        shell.pass(MINUTE);
    }
    shell.visit("#/setup");
    for change in [SetupChange::Pick(Pick::UnseenFirst), SetupChange::Length(65), SetupChange::NewSeed] {
        shell.send(Event::SetupChanged(change));
    }
    assert!(!shell.setup().shareable, "its questions are known only when it is drawn");
    shell.send(Event::SetupStarted);
    assert_eq!(shell.form().len(), 65);
    shell.send(Event::LinkShareAsked);
    shell.told(&Notice::LinkSent);
    assert_eq!(at_a_friend(&shell), *shell.form());
    let length = shell.copied.last().unwrap().to_string().len();
    assert!(length < 200, "{length} characters");
}

#[test]
fn a_link_of_a_running_exam_and_of_its_result_are_the_link_it_came_from() {
    let mut shell = at_work(MOCK);
    some_work(&mut shell);
    shell.send(Event::LinkCopyAsked);
    shell.send(Event::ReviewOpened);
    shell.send(Event::LinkCopyAsked);
    shell.submit();
    shell.send(Event::LinkCopyAsked);
    let links: Vec<String> = shell.copied.iter().map(ToString::to_string).collect();
    assert!(links.iter().all(|link| *link == links[0]), "{links:?}");
    assert!(links[0].contains("seed=K7Q2M9XA4T&n=65&min=130"), "{}", links[0]);
    assert_eq!(at_a_friend(&shell), *at_work(MOCK).form());
}

#[test]
fn a_link_made_for_a_bank_that_has_changed_says_so() {
    let mut shell = at_work(SHORT);
    shell.send(Event::LinkCopyAsked);
    let link = shell.copied[0].to_string();
    let first = shell.form().items[0].question.number;
    let newer = Site::of(Bank::usual().revised(first));
    let shell = Shell::open(Device::default(), &newer, shell.wall, &link);
    assert_ne!(shell.confirm().changed, Since::Nothing);
    assert_eq!(shell.confirm().fault, None);
}

#[test]
fn a_link_of_the_first_draw_gives_the_same_paper() {
    let mut shells = ["&draw=0", "&draw=1", ""].map(|draw| {
        let mut shell = Shell::fresh(&site());
        shell.sit(&format!("{MOCK}{draw}"));
        shell
    });
    let [old, new, plain] = shells.each_mut().map(|shell| shell.form());
    assert_eq!(old, new);
    assert_eq!(new, plain);
}

#[track_caller]
fn check_fault(link: &str, expected: PaperFault) {
    let mut shell = Shell::fresh(&site());
    shell.visit(link);
    assert_eq!(shell.confirm().fault, Some(expected), "{link}");
    shell.send(Event::LinkStarted);
    assert!(shell.model.sitting().is_none());
}

#[test]
fn a_link_that_cannot_be_sat_says_why() {
    let draw = |error| PaperFault::Draw(error);
    check_fault(&MOCK.replace("bank=dva", "bank=saa"), PaperFault::UnknownBank);
    check_fault(&format!("{MOCK}&draw=2"), PaperFault::NewerDraw);
    check_fault(
        &MOCK.replace("dva-c03", "dva-c99"),
        draw(DrawError::UnknownGuide(crate::support::bank::guide("dva-c99"))),
    );
    let nowhere = TopicId::parse("nowhere").unwrap();
    check_fault(&format!("{MOCK}&topics=nowhere"), draw(DrawError::UnknownTopic(nowhere)));
    let site = site();
    let of_topic = |entry: &&invigil_engine::bank::Entry| {
        site.bank.index.topic_of(entry).is_some_and(|topic| topic.id == topic_id(1))
    };
    let spec = invigil_engine::draw::DrawSpec {
        guide: crate::support::bank::guide("dva-c03"),
        length: 65,
        topics: vec![topic_id(1)],
        seed: invigil_engine::seed::Seed::parse("K7Q2M9XA4T").unwrap(),
        pool: invigil_engine::draw::Pool::Open,
        only: None,
    };
    let available = invigil_engine::draw::available(&site.bank.index, &spec, None);
    assert!(usize::try_from(available).unwrap() <= site.bank.index.entries.iter().filter(of_topic).count());
    check_fault(&format!("{MOCK}&topics=topic-01"), draw(DrawError::TooFew { available, wanted: 65 }));
}

#[track_caller]
fn check_bad(link: &str, expected: LinkFault) {
    let mut shell = Shell::fresh(&site());
    shell.visit(link);
    assert_eq!(shell.view().page, PageView::BadLink(expected.clone()), "{link}");
    shell.send(Event::LinkStarted);
    assert!(shell.model.sitting().is_none());
    // Pasted, it leads to the same page.
    let mut shell = Shell::fresh(&site());
    shell.send(Event::LinkPasted(format!("https://example.org/{link}")));
    assert_eq!(shell.view().page, PageView::BadLink(expected), "pasted: {link}");
}

#[test]
fn a_broken_link_says_what_is_wrong_visited_or_pasted() {
    check_bad("#/exam?", LinkFault::Missing("bank"));
    check_bad(&MOCK[..MOCK.len() - 8], LinkFault::Missing("min"));
    check_bad(&MOCK.replace("K7Q2", "K7U2"), LinkFault::Malformed("seed"));
    check_bad(&format!("{MOCK}&topics={},", "a".repeat(300)), LinkFault::Malformed("topics"));
    check_bad(&format!("{MOCK}&later={}", "a".repeat(5000)), LinkFault::TooLong);
    let many: Vec<String> = (0..40).map(|n| format!("topic-{n:02}")).collect();
    check_bad(&format!("{MOCK}&topics={}&topics=a", many.join(",")), LinkFault::Repeated("topics"));
}

#[test]
fn text_without_a_link_is_told() {
    for text in ["", "hello", "https://example.org/", "https://example.org/#/settings", "#"] {
        let mut shell = Shell::fresh(&site());
        shell.send(Event::LinkPasted(text.to_owned()));
        shell.told(&Notice::NoLinkInText);
        assert_eq!(shell.address(), "#/", "{text}");
    }
}

#[test]
fn a_link_that_could_not_be_sent_is_shown_to_copy_by_hand() {
    let mut shell = at_work(SHORT);
    shell.send(Event::LinkSent(false));
    let shown = shell.notices();
    let [Notice::LinkNotSent(link)] = shown.as_slice() else { panic!("{shown:?}") };
    let mut friend = Shell::fresh(&site());
    friend.sit(link);
    assert_eq!(friend.form(), shell.form());
}

#[test]
fn an_address_that_is_no_page_is_said_to_be_none() {
    let mut shell = Shell::fresh(&site());
    for odd in ["#/nowhere", "#/<script>alert(1)</script>", "#/sitting/0", "#///", "#/attempt/"] {
        shell.visit(odd);
        assert!(matches!(shell.view().page, PageView::NotFound(_)), "{odd}");
    }
}

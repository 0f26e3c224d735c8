//! What goes from one device to another without a server: results, papers of one's own, assignments, a class.

use super::{MOCK, SHORT, at_work, site};
use crate::support::shell::{Device, Shell};
use invigil_engine::app::{Event, Made, Notice, QrState, SharingEvent, Ungraded};
use invigil_engine::ids::{OptionId, Position};
use invigil_engine::share::class::Table;
use invigil_engine::share::draft::Format;
use invigil_engine::share::packet::PacketFault;
use invigil_engine::view::{
    ClassView, DeskView, OwnPaper, OwnPaperView, PageView, SharedState, SharedView, Sharing, StartBar,
};
use std::rc::Rc;

pub(super) const PAPER: &str = "# Sums\n\n## Plus\n\n### One and one?\n\n- [ ] 1\n- [x] 2\n  > Right.\n- [ ] 3\n\n### Which two are even? (Choose TWO)\n\n- [x] 2\n- [x] 4\n- [ ] 5\n\n## Times\n\n### Two times three?\n\n- [ ] 5\n- [x] 6\n";

pub(super) fn happen(shell: &mut Shell, event: SharingEvent) {
    shell.send(Event::Sharing(event));
}

#[track_caller]
pub(super) fn desk(shell: &Shell) -> Rc<DeskView> {
    let PageView::Desk(desk) = shell.view().page else { panic!("not the desk") };
    desk
}

#[track_caller]
pub(super) fn class(shell: &Shell) -> Rc<ClassView> {
    let PageView::Class(class) = shell.view().page else { panic!("not the class") };
    class
}

#[track_caller]
pub(super) fn shared(shell: &Shell) -> Rc<SharedView> {
    let PageView::Shared(shared) = shell.view().page else { panic!("no results that were sent") };
    shared
}

#[track_caller]
fn own_paper(shell: &Shell) -> OwnPaper {
    let PageView::OwnPaper(view) = shell.view().page else { panic!("no paper that was sent") };
    let OwnPaperView::Here(paper) = &*view else { panic!("it is not here: {view:?}") };
    (**paper).clone()
}

/// The addresses of a paper: with its key, and as an assignment.
pub(super) fn made(text: &str) -> (Shell, String, String) {
    let mut shell = Shell::fresh(&site());
    shell.visit("#/papers");
    happen(&mut shell, SharingEvent::Written(text.to_owned()));
    happen(&mut shell, SharingEvent::MakeAsked);
    let addresses = desk(&shell).addresses.clone().expect("links");
    let [keyed, assigned] = addresses.map(|address| address.route);
    (shell, keyed, assigned)
}

/// Sits the paper of an address, with these options at each question, and hands it in.
pub(super) fn sit_paper(shell: &mut Shell, route: &str, answers: &[&str]) {
    shell.visit(route);
    happen(shell, SharingEvent::PaperStarted);
    for (place, letters) in (0..).zip(answers) {
        shell.go(place);
        for letter in letters.chars() {
            shell.send(Event::OptionChosen(OptionId::from_letter(letter).unwrap()));
        }
        shell.pass(10_000);
    }
    shell.submit();
}

/// The address of the shown result, under a name.
#[track_caller]
pub(super) fn sent_as(shell: &mut Shell, name: &str) -> String {
    happen(shell, SharingEvent::NameTyped(name.to_owned()));
    happen(shell, SharingEvent::HandAsked);
    let send = match shell.view().page {
        PageView::Result(view) => view.send.clone(),
        PageView::HandedIn(view) => view.send.clone(),
        page => panic!("nothing to send: {page:?}"),
    };
    assert!(matches!(send.made, Some(Made::Here(_))), "{:?}", send.made);
    send.address.unwrap().route
}

pub(super) fn code(route: &str) -> &str {
    route.rsplit('/').next().unwrap()
}

#[test]
fn a_result_that_was_sent_is_graded_again_elsewhere() {
    let mut shell = at_work(MOCK);
    for place in 0..65 {
        shell.go(place);
        shell.pass(20_000);
        match place % 4 {
            0 => shell.answer_wrong(),
            3 => {}
            _ => shell.answer_right(),
        }
        if place % 7 == 0 {
            shell.send(Event::FlagToggled);
        }
    }
    shell.submit();
    let own = shell.result();
    let route = sent_as(&mut shell, "  Grace\u{202e} ");
    assert!(route.len() < 700, "{} characters", route.len());
    let mut friend = Shell::open(Device::default(), &site(), shell.wall, &route);
    let view = shared(&friend);
    assert_eq!(view.sides[0].name, "Grace");
    let SharedState::Graded(theirs, changed) = &view.sides[0].is else { panic!("{:?}", view.sides[0].is) };
    assert_eq!((theirs.grade.clone(), theirs.used.0 / 1000), (own.grade.clone(), own.used.0 / 1000));
    assert_eq!((theirs.started, theirs.limit, *changed), (own.started, own.limit, 0));
    assert_eq!(theirs.sharing, Sharing::Theirs);
    for (theirs, own) in theirs.items.iter().zip(&own.items) {
        assert_eq!((theirs.chosen, theirs.right, theirs.flagged), (own.chosen, own.right, own.flagged));
        assert_eq!(theirs.item.order, own.item.order);
        assert_eq!(theirs.spent.0 / 1000, own.spent.0 / 1000, "question {}", own.position.0);
    }
    // Looking at it is no exposure of one's own, and leads nowhere else.
    friend.send(Event::ReasonsOpened(Position(3)));
    assert!(friend.model_seen_nothing());
    // The same twice stands side by side.
    happen(&mut friend, SharingEvent::BesidePasted(format!("look: https://x.example/a/{route}, bye")));
    let both = shared(&friend);
    let comparison = both.comparison.as_ref().expect("two");
    assert_eq!((both.sides.len(), comparison.shared.len()), (2, 65));
    happen(&mut friend, SharingEvent::BesidePasted("nothing".to_owned()));
    friend.told(&Notice::NoCodeInText);
}

#[test]
fn a_sealed_mock_is_sent_to_nobody() {
    let mut shell = Shell::fresh(&super::practising::with_mocks());
    shell.visit("#/practice");
    shell.send(Event::PracticeChosen(invigil_engine::app::Drill::Mock));
    assert!(shell.model.sitting().is_some(), "the bank has sealed questions for a mock");
    shell.submit();
    assert_eq!(shell.result().sharing, Sharing::Sealed);
    happen(&mut shell, SharingEvent::HandAsked);
    assert_eq!(shell.result().send.made, None);
}

#[test]
fn a_paper_of_ones_own_is_sat_and_its_result_carries_it() {
    let (shell, keyed, _) = made(PAPER);
    let before = desk(&shell);
    assert_eq!(before.draft.as_ref().unwrap().questions.len(), 3);
    let mut friend = Shell::open(Device::default(), &site(), shell.wall, &keyed);
    let paper = own_paper(&friend);
    assert_eq!(
        (paper.title.as_str(), paper.questions, paper.left_out, paper.assigned),
        ("Sums", 3, 0, false)
    );
    assert_eq!(paper.start, StartBar::Ready);
    sit_paper(&mut friend, &keyed, &["b", "ac", "b"]);
    let result = friend.result();
    assert_eq!((result.grade.all.right, result.grade.all.total), (2, 3));
    assert!(result.short && result.next.is_none() && result.earlier.is_none());
    assert_eq!(result.domains.iter().map(|domain| domain.score.right).collect::<Vec<_>>(), [1, 1]);
    assert!(friend.model_seen_nothing(), "its numbers are no numbers of the bank");
    friend.send(Event::Bookmarked(Position(0)));
    friend.send(Event::ObjectionRaised(Position(0), "wrong".to_owned()));
    assert!(friend.model_seen_nothing());
    // Another device that never saw the paper grades it: it is inside.
    let route = sent_as(&mut friend, "");
    let third = Shell::open(Device::default(), &site(), shell.wall, &route);
    let view = shared(&third);
    let SharedState::Graded(theirs, _) = &view.sides[0].is else { panic!("{:?}", view.sides[0].is) };
    assert_eq!(theirs.grade, result.grade);
    // It is still there after the page was closed.
    let friend = friend.killed(60_000);
    let id = friend.view();
    assert!(matches!(id.page, PageView::Result(_)), "{:?}", id.page);
}

#[test]
fn a_sitting_of_ones_own_paper_goes_on_after_a_kill() {
    let (_, keyed, _) = made(PAPER);
    let mut shell = Shell::open(Device::default(), &site(), 1_797_325_200_000, &keyed);
    happen(&mut shell, SharingEvent::PaperStarted);
    shell.send(Event::OptionChosen(OptionId::from_letter('b').unwrap()));
    let shell = shell.killed(30_000);
    assert_eq!(shell.sitting().answer(Position(0)).letters(), "b");
    assert!(shell.form().is_own());
}

#[test]
fn an_assignment_tells_nothing_and_is_graded_with_its_key() {
    let (shell, keyed, assigned) = made(PAPER);
    let mut pupil = Shell::open(Device::default(), &site(), shell.wall, &assigned);
    assert!(own_paper(&pupil).assigned);
    sit_paper(&mut pupil, &assigned, &["b", "ab", "a"]);
    let PageView::HandedIn(view) = pupil.view().page else { panic!("{:?}", pupil.view().page) };
    assert_eq!((view.questions, view.unanswered), (3, 0));
    let route = sent_as(&mut pupil, "Ada");
    let mut teacher = Shell::open(Device::default(), &site(), shell.wall, &route);
    let is = |shell: &Shell| shared(shell).sides[0].is.clone();
    assert_eq!(is(&teacher), SharedState::Ungraded("Sums".to_owned(), Ungraded::NoKey));
    // The assignment itself, another paper and no paper do not grade it.
    let (_, other, _) = made(&PAPER.replace("One and one?", "One plus one?"));
    for (text, notice) in [
        (assigned.as_str(), Notice::OtherPaper),
        (other.as_str(), Notice::OtherPaper),
        ("hello", Notice::CodeRefused(PacketFault::NotACode)),
    ] {
        happen(&mut teacher, SharingEvent::KeyPasted(text.to_owned()));
        teacher.told(&notice);
    }
    happen(&mut teacher, SharingEvent::KeyPasted(keyed));
    let SharedState::Graded(result, _) = is(&teacher) else { panic!() };
    assert_eq!((result.grade.all.right, result.grade.all.total), (2, 3));
    // Its result is told from a score of nought.
    pupil.visit("#/history");
    let PageView::History(rows) = pupil.view().page else { panic!() };
    assert!(!rows[0].result.is_graded() && !rows[0].result.has_band());
}

/// A class that sat a form of the bank and a paper of the teacher's own.
fn a_class(count: usize) -> (Vec<String>, String) {
    let (_, keyed, assigned) = made(PAPER);
    let mut codes = Vec::new();
    let mut shell = at_work(SHORT);
    shell.submit();
    codes.push(sent_as(&mut shell, "Bank 1"));
    let mut pupil = Shell::open(Device::default(), &site(), shell.wall, &assigned);
    for (place, answers) in
        (0..count).zip([["b", "ab", "b"], ["a", "ac", "b"], ["b", "", "a"]].iter().cycle())
    {
        sit_paper(&mut pupil, &assigned, answers);
        pupil.pass(60_000);
        codes.push(sent_as(&mut pupil, &format!("Pupil {place}")));
    }
    (codes, keyed)
}

#[test]
fn a_class_is_taken_in_and_reckoned() {
    let (codes, keyed) = a_class(6);
    let mut shell = Shell::fresh(&site());
    shell.visit("#/class");
    let cut = &codes[2][..codes[2].len() - 5];
    let text = format!("{}\n{}\n{cut}\nJust words; and \"{}\".", codes.join("\n"), codes[1], code(&codes[3]));
    happen(&mut shell, SharingEvent::CodesGiven(text));
    let view = class(&shell);
    assert_eq!((view.people, view.twice, view.reading), (7, 2, None));
    assert!(matches!(view.refused.as_slice(), [(PacketFault::Cut(..), 1)]), "{:?}", view.refused);
    // Without the key the assignment waits; the form of the bank is reckoned.
    assert_eq!(view.waiting, [("Sums".to_owned(), Ungraded::NoKey, 6)]);
    assert_eq!(view.report.as_ref().unwrap().forms.len(), 1);
    happen(&mut shell, SharingEvent::CodesGiven(keyed));
    let view = class(&shell);
    assert_eq!((view.people, view.waiting.len()), (7, 0));
    let (input, report) = (view.input.clone().unwrap(), view.report.clone().unwrap());
    let sums = input.forms.iter().position(|form| form.title == "Sums").unwrap();
    let items: Vec<(u32, u32)> =
        report.forms[sums].items.iter().map(|item| (item.asked, item.right)).collect();
    assert_eq!(items, [(6, 4), (6, 2), (6, 4)]);
    // Names stand in a table only where they are wanted.
    happen(&mut shell, SharingEvent::TableAsked(Table::AnswersCsv));
    happen(&mut shell, SharingEvent::NamesWanted(true));
    happen(&mut shell, SharingEvent::TableAsked(Table::AnswersCsv));
    let [without, with] = [0, 1].map(|place: usize| shell.files[place].1.clone());
    assert!(!without.contains("Pupil 3") && with.contains("Pupil 3"));
    assert_eq!(without.lines().count(), 1 + 10 + 6 * 3);
    // Somebody is left out, and all of it can be forgotten.
    let place = input.people.iter().position(|person| person.handed.name == "Pupil 0").unwrap();
    happen(&mut shell, SharingEvent::PersonLeftOut(place));
    assert_eq!(class(&shell).people, 6);
    happen(&mut shell, SharingEvent::ClassCleared);
    assert_eq!((class(&shell).people, class(&shell).input.clone()), (0, None));
}

#[test]
fn reading_a_class_can_be_stopped_and_goes_on_by_parts() {
    let (codes, _) = a_class(1);
    let mut shell = Shell::fresh(&site());
    shell.visit("#/class");
    let many = vec![codes[0].clone(); 160].join(" ");
    shell.send_alone(Event::Sharing(SharingEvent::CodesGiven(many)));
    assert_eq!(class(&shell).reading, Some((0, 160)));
    happen(&mut shell, SharingEvent::ReadingStopped);
    let view = class(&shell);
    assert_eq!((view.people, view.twice, view.reading), (1, 49, None), "what was being read is kept");
    // Nothing that can be read, and no tools.
    happen(&mut shell, SharingEvent::CodesGiven("no codes here".to_owned()));
    shell.told(&Notice::NoCodeInText);
    shell.no_tools = true;
    happen(&mut shell, SharingEvent::CodesGiven(codes[0].clone()));
    shell.told(&Notice::ToolMissing);
    assert_eq!(class(&shell).people, 1, "nothing is lost");
}

#[test]
fn what_was_typed_stays_and_what_cannot_be_asked_is_not_lost() {
    let (mut shell, ..) = made(PAPER);
    let text = format!("{PAPER}\n### No key\n\n- [ ] a\n- [ ] b\n");
    happen(&mut shell, SharingEvent::Written(text.clone()));
    happen(&mut shell, SharingEvent::PaperTitled("Mine".to_owned()));
    assert_eq!(desk(&shell).addresses, None, "the links are no longer true");
    let at = "#/papers".to_owned();
    let mut shell = shell.killed_to(60_000, &at);
    assert_eq!(
        (desk(&shell).order.text.as_str(), desk(&shell).order.title.as_str()),
        (text.as_str(), "Mine")
    );
    happen(&mut shell, SharingEvent::TidyAsked);
    let tidied = desk(&shell);
    assert!(tidied.order.text.contains("### No key") && tidied.order.text.contains("- [ ] b"));
    assert_eq!(tidied.draft.as_ref().unwrap().questions.len(), 4);
    // The backup has it too, and a check of what is stored can read it.
    assert!(shell.backup().contains("desk/paper"));
    happen(&mut shell, SharingEvent::FileAsked(Format::Aiken));
    assert!(shell.files.last().unwrap().1.contains("ANSWER:"));
    shell.no_tools = true;
    happen(&mut shell, SharingEvent::Written("### New?".to_owned()));
    assert!(desk(&shell).failed);
    assert_eq!(desk(&shell).order.text, "### New?", "what was typed stays");
}

#[test]
fn a_link_has_words_and_questions_chosen_by_hand() {
    let mut shell = Shell::fresh(&site());
    shell.visit("#/share");
    let share = |shell: &Shell| {
        let PageView::Share(view) = shell.view().page else { panic!("not the link page") };
        view
    };
    happen(&mut shell, SharingEvent::TitleTyped(" Week\u{7} 3 ".to_owned()));
    happen(&mut shell, SharingEvent::LineTyped("x".repeat(500)));
    let view = share(&shell);
    assert_eq!(view.confirm.as_ref().map(|confirm| confirm.title.as_str()), Some("Week  3"));
    assert_eq!(view.confirm.as_ref().map(|confirm| confirm.line.len()), Some(200));
    let route = view.address.clone().unwrap().route;
    happen(&mut shell, SharingEvent::QrAsked(Some(route.clone())));
    assert!(matches!(share(&shell).address.clone().unwrap().qr, Some(QrState::Here(_))));
    // By hand one begins with what was drawn; sealed questions are not to be had.
    happen(&mut shell, SharingEvent::ByHand(true));
    let drawn = share(&shell).by_hand.clone().unwrap().count;
    assert_eq!(drawn, share(&shell).setup.length);
    let index = crate::support::bank::Bank::usual().index;
    let sealed = index.entries.iter().find(|entry| entry.sealed).map(|entry| entry.number);
    if let Some(number) = sealed {
        happen(&mut shell, SharingEvent::Picked(number, true));
        assert_eq!(share(&shell).by_hand.clone().unwrap().count, drawn);
    }
    let topic = share(&shell).by_hand.clone().unwrap().topics[0].0.clone();
    happen(&mut shell, SharingEvent::TopicOpened(Some(topic)));
    let questions = share(&shell).by_hand.clone().unwrap().questions;
    let (number, words, chosen) = questions[0].clone();
    assert!(!words.is_empty());
    happen(&mut shell, SharingEvent::Picked(number, !chosen));
    let now = share(&shell).by_hand.clone().unwrap().count;
    assert_eq!(now.abs_diff(drawn), 1);
    let route = share(&shell).address.clone().unwrap().route;
    shell.visit(&route);
    assert_eq!((shell.confirm().length, shell.confirm().listed), (now, true));
    // The same link, to be printed.
    shell.visit(&route.replace("#/exam", "#/print"));
    let PageView::Twin(twin) = shell.view().page else { panic!("no twin") };
    assert_eq!((u32::try_from(twin.items.len()).unwrap(), twin.keyed), (now, true));
    assert!(twin.address.qr.is_some(), "with the code of the same seed");
}

#[test]
fn a_link_or_a_code_that_is_pasted_leads_to_its_page() {
    let (mut shell, keyed, _) = made(PAPER);
    shell.send(Event::LinkPasted(format!("Mine: <{keyed}>.")));
    assert_eq!(shell.address(), keyed);
    shell.send(Event::LinkPasted(code(&keyed).to_owned()));
    assert_eq!(shell.address(), keyed);
}

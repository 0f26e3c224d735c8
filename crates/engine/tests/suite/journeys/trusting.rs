//! Codes are other people's: what comes inside them grades nobody else, comes late, or comes twice.

use super::handing::{PAPER, class, code, desk, happen, made, sent_as, shared, sit_paper};
use super::{SHORT, at_work, site};
use crate::support::bank::Bank;
use crate::support::shell::{Device, Shell, Site};
use invigil_engine::app::{Event, Filter, SharingEvent, Ungraded};
use invigil_engine::ids::Position;
use invigil_engine::view::{PageView, SharedState};

/// The same questions with another key.
fn forged() -> String {
    PAPER.replace("- [ ] 1\n- [x] 2", "- [x] 1\n- [ ] 2")
}

/// The result of somebody who sat a paper with its key.
fn result_of(keyed: &str, name: &str, answers: &[&str]) -> String {
    let mut pupil = Shell::open(Device::default(), &site(), 1_797_325_200_000, keyed);
    sit_paper(&mut pupil, keyed, answers);
    sent_as(&mut pupil, name)
}

#[test]
fn a_key_that_came_inside_a_result_grades_no_other() {
    let (_, keyed, assigned) = made(PAPER);
    let (_, other, _) = made(&forged());
    let mut shell = Shell::fresh(&site());
    shell.visit("#/class");
    // The forger's result comes first, and is right by the forger's key alone.
    happen(&mut shell, SharingEvent::CodesGiven(result_of(&other, "Mallory", &["a", "ab", "b"])));
    happen(&mut shell, SharingEvent::CodesGiven(result_of(&keyed, "Ada", &["b", "ab", "b"])));
    let mut pupil = Shell::open(Device::default(), &site(), 1_797_325_200_000, &assigned);
    sit_paper(&mut pupil, &assigned, &["b", "ab", "b"]);
    happen(&mut shell, SharingEvent::CodesGiven(sent_as(&mut pupil, "Grace")));
    let view = class(&shell);
    assert_eq!(view.input.as_ref().unwrap().forms.len(), 2, "two papers that say they are one");
    assert_eq!(view.waiting, [("Sums".to_owned(), Ungraded::NoKey, 1)], "an assignment waits for its key");
    // The teacher's own paper comes before what came inside.
    happen(&mut shell, SharingEvent::CodesGiven(keyed));
    let view = class(&shell);
    let (input, report) = (view.input.clone().unwrap(), view.report.clone().unwrap());
    assert_eq!((input.forms.len(), view.waiting.len()), (1, 0));
    let rights: Vec<(String, u32)> = input
        .people
        .iter()
        .zip(&report.people)
        .map(|(person, scores)| (person.handed.name.clone(), scores.right))
        .collect();
    let expected = [("Mallory", 2), ("Ada", 3), ("Grace", 3)];
    assert_eq!(rights, expected.map(|(name, right)| (name.to_owned(), right)));
}

#[test]
fn two_results_of_different_papers_are_graded_each_on_its_own() {
    let (_, keyed, _) = made(PAPER);
    let (_, other, _) = made(&PAPER.replace("Two times three?", "Three times two?"));
    let first = result_of(&keyed, "Ada", &["b", "ab", "b"]);
    let second = result_of(&other, "Grace", &["a", "ab", "b"]);
    let both = format!("{first}/{}", code(&second));
    let shell = Shell::open(Device::default(), &site(), 1_797_325_200_000, &both);
    let view = shared(&shell);
    let comparison = view.comparison.as_ref().expect("both are graded");
    let right = [0, 1].map(|place: usize| comparison.sides[place].scored.right);
    assert_eq!(right, [3, 2]);
    assert!(comparison.shared.is_empty(), "question 1 of one is not question 1 of the other");
}

#[test]
fn an_answer_of_the_tools_that_comes_late_is_not_another_address_s() {
    let (_, keyed, _) = made(PAPER);
    let first = result_of(&keyed, "Ada", &["b", "ab", "b"]);
    let second = result_of(&keyed, "Grace", &["a", "ac", "a"]);
    let mut shell = Shell::fresh(&site());
    // The second address is gone to before the first is opened.
    shell.send_alone(Event::RouteChanged(first));
    shell.send(Event::RouteChanged(second));
    let view = shared(&shell);
    assert_eq!(view.sides[0].name, "Grace");
    let SharedState::Graded(result, _) = &view.sides[0].is else { panic!("{:?}", view.sides[0].is) };
    assert_eq!(result.grade.all.right, 0);
}

#[test]
fn links_of_a_text_that_was_typed_on_are_not_shown() {
    let (mut shell, ..) = made(PAPER);
    shell.send_alone(Event::Sharing(SharingEvent::MakeAsked));
    shell.send(Event::Sharing(SharingEvent::Written(format!("{PAPER}\nmore"))));
    assert_eq!(desk(&shell).addresses, None);
    shell.send_alone(Event::Sharing(SharingEvent::TidyAsked));
    shell.send(Event::Sharing(SharingEvent::Written("### Typed on?".to_owned())));
    assert_eq!(desk(&shell).order.text, "### Typed on?");
}

#[test]
fn what_was_forgotten_of_a_class_does_not_come_back() {
    let (_, keyed, _) = made(PAPER);
    let result = result_of(&keyed, "Ada", &["b", "ab", "b"]);
    let mut shell = Shell::fresh(&site());
    shell.visit("#/class");
    shell.send_alone(Event::Sharing(SharingEvent::CodesGiven(result)));
    happen(&mut shell, SharingEvent::ClassCleared);
    assert_eq!((class(&shell).people, class(&shell).reading), (0, None));
}

#[test]
fn a_title_that_comes_before_the_kept_text_does_not_write_over_it() {
    let (shell, ..) = made(PAPER);
    let mut shell = shell.killed_to(60_000, "#/");
    shell.send_alone(Event::RouteChanged("#/papers".to_owned()));
    shell.send(Event::Sharing(SharingEvent::PaperTitled("Mine".to_owned())));
    assert_eq!((desk(&shell).order.title.as_str(), desk(&shell).order.text.as_str()), ("Mine", PAPER));
    // And it comes back from a backup, where there is none.
    let backup = shell.backup();
    let mut other = Shell::fresh(&site());
    other.send(Event::BackupChosen(backup));
    other.visit("#/papers");
    assert_eq!(desk(&other).order.text, PAPER);
}

#[test]
fn an_assignment_is_nowhere_set_beside_a_result() {
    let (_, _, assigned) = made(PAPER);
    let mut shell = at_work(SHORT);
    let first = shell.submit();
    sit_paper(&mut shell, &assigned, &["b", "ab", "b"]);
    let PageView::HandedIn(_) = shell.view().page else { panic!() };
    let second = shell.address().rsplit('/').next().unwrap().to_owned();
    shell.visit(&format!("#/compare/{first}/{second}"));
    let PageView::Compare(view) = shell.view().page else { panic!() };
    assert!(view.choices.iter().all(|row| row.result.is_graded()));
}

#[test]
fn somebody_else_s_result_opens_no_reasons_of_ones_own() {
    let mut shell = at_work(SHORT);
    let own = shell.submit();
    let route = sent_as(&mut shell, "");
    shell.visit(&route);
    shell.send(Event::PrintAsked);
    shell.send(Event::FilterChosen(Filter::Flagged));
    shell.visit(&format!("#/attempt/{own}"));
    let result = shell.result();
    assert_eq!(result.filter, Filter::All);
    assert!(result.items.iter().all(|item| !item.open));
    shell.send(Event::ReasonsOpened(Position(0)));
    assert!(shell.result().items[0].open);
}

#[test]
fn a_bank_that_draws_other_questions_grades_none_of_them() {
    let mut shell = at_work(SHORT);
    shell.submit();
    let route = sent_as(&mut shell, "Ada");
    let friend = Shell::open(Device::default(), &Site::of(Bank::of(150)), shell.wall, &route);
    let is = shared(&friend).sides[0].is.clone();
    assert!(matches!(is, SharedState::Ungraded(_, Ungraded::OtherRelease | Ungraded::NoPaper)), "{is:?}");
}

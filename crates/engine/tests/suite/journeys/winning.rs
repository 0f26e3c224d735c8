//! What to do after a result: where most can be won back, the practice of it, and two results side by side.

use super::outcome::on;
use super::{MOCK, SHORT, at_work, site};
use crate::support::bank::{Bank, number};
use crate::support::shell::{HOUR, MINUTE, Shell};
use invigil_engine::app::Event;
use invigil_engine::bank::{Cell, Tier};
use invigil_engine::draw::arrange;
use invigil_engine::form::Form;
use invigil_engine::gains::{Gain, Grain, Part, gains, questions_of};
use invigil_engine::ids::QuestionNumber;
use invigil_engine::interval::Difference;
use invigil_engine::route::Route;
use invigil_engine::seed::Seed;
use invigil_engine::time::DurationMs;
use invigil_engine::view::{ChangesView, CompareView, Found, PageView};
use std::rc::Rc;

fn compared(shell: &Shell) -> Rc<CompareView> {
    match shell.view().page {
        PageView::Compare(view) => view,
        other => panic!("no two results are shown: {other:?}"),
    }
}

#[test]
fn what_can_be_won_back_weighs_what_was_missed() {
    let bank = Bank::usual();
    let form = at_work(MOCK).form();
    // Nothing answered: each topic missed all, so the weights alone decide, and they sum to all points there are.
    let none = on(Rc::clone(&form), None, "s@1000");
    let all = gains(&none, &bank.index);
    assert!(all.iter().all(|gain| gain.missed == gain.asked && matches!(gain.part, Part::Topic(_))));
    assert!(all.windows(2).all(|pair| pair[0].points >= pair[1].points), "most first");
    let asked: u32 = all.iter().map(|gain| gain.asked).sum();
    let points: u32 = all.iter().map(|gain| gain.points).sum();
    assert_eq!(asked, 65);
    assert!(points <= 5000, "no more than the exam has: {points}");
    // All right: nothing to win back.
    let key = |at: usize| format!("a{at}={}@1", form.items[at].question.key().letters());
    let keys: Vec<String> = (0..65).map(key).collect();
    assert_eq!(gains(&on(Rc::clone(&form), None, &keys.join(";")), &bank.index), []);
    // A bank that has the guide no more says nothing.
    let mut other = bank.index.clone();
    other.guides.remove(1);
    assert_eq!(gains(&none, &other), []);
}

#[test]
fn the_points_are_those_of_the_formula() {
    // A bank of one domain's worth: two objectives, asked six times and four times, in a guide of one task.
    let mut bank = Bank::usual();
    let numbers: Vec<QuestionNumber> = (0..320)
        .map(number)
        .filter(|number| {
            let entry = bank.index.entry(*number).unwrap();
            !entry.sealed && entry.tier == Tier::Exam && entry.cell(1).is_some()
        })
        .take(10)
        .collect();
    bank.index.guides[1].domains.truncate(1);
    bank.index.guides[1].domains[0].weight = 100;
    for entry in &mut bank.index.entries {
        match numbers.iter().position(|number| *number == entry.number) {
            Some(at) => {
                entry.objective = u16::from(at >= 6);
                entry.cells = vec![Cell { guide: 1, domain: 0, task: None }];
            }
            None => entry.sealed = true,
        }
    }
    bank.release();
    let (guide, seed) = (&bank.index.guides[1], Seed::from_entropy(7));
    let selection = arrange(&bank.index, &guide.id, &numbers, seed).unwrap();
    let form = Rc::new(Form::assemble(bank.shelf(), guide, &[], seed, true, &selection).unwrap());
    // Three of the six and none of the four are right: seven of ten missed.
    let firsts = (0..10).filter(|at| numbers[..6].contains(&form.items[*at].question.number)).take(3);
    let log: Vec<String> =
        firsts.map(|at| format!("a{at}={}@1", form.items[at].question.key().letters())).collect();
    let found = gains(&on(form, None, &log.join(";")), &bank.index);
    let expected = |part: u16, asked: u32, missed: u32, points: u32| Gain {
        part: Part::Objective(part),
        title: format!("Do the thing {part}"),
        asked,
        missed,
        points,
    };
    // 50 points, half of them each: 25·(4 + 1.4)/6 = 22.5, and 25·(3 + 1.4)/8 = 13.75.
    assert_eq!(found, [expected(1, 4, 4, 2250), expected(0, 6, 3, 1375)]);
    assert_eq!(found[0].part.grain(), Grain::Objectives);
    let mut here = questions_of(&bank.index, 1, &[Part::Objective(1)]);
    here.sort_unstable();
    let mut wanted = numbers[6..].to_vec();
    wanted.sort_unstable();
    assert_eq!(here, wanted);
}

#[test]
fn where_the_guide_names_tasks_they_are_the_parts() {
    let mut shell = at_work("#/exam?bank=dva&guide=dva-c02&seed=K7Q2M9XA4T&n=65&min=130");
    shell.submit();
    let result = shell.result();
    let next = result.next.as_ref().unwrap();
    assert_eq!((next.grain, next.parts.len(), next.more), (Grain::Tasks, 3, 10), "of thirteen tasks");
    // The first domain's three tasks share 32 of a hundred: 50 · .32 / 3, all of it missed; the second's share 26.
    let points: Vec<u32> = next.parts.iter().map(|gain| gain.points).collect();
    assert_eq!(points, [533, 533, 533]);
    assert!(next.parts.iter().all(|gain| gain.title.starts_with("Task 1.")), "{:?}", next.parts);
}

#[test]
fn a_drill_asks_what_was_lost_most_with_questions_that_the_paper_did_not_have() {
    let mut shell = at_work(MOCK);
    let paper: Vec<QuestionNumber> = shell.form().items.iter().map(|item| item.question.number).collect();
    shell.submit();
    let next = shell.result().next.clone().unwrap();
    let parts: Vec<Part> = next.parts.iter().map(|gain| gain.part).collect();
    let all = questions_of(&shell.site.bank.index, 1, &parts);
    assert_eq!(next.drill, u32::try_from(all.len().min(10)).unwrap());
    shell.send(Event::DrillStarted);
    let drill = shell.form();
    let numbers: Vec<QuestionNumber> = drill.items.iter().map(|item| item.question.number).collect();
    assert!(numbers.iter().all(|number| all.contains(number)), "of those parts alone");
    assert_eq!((shell.sitting().limit, shell.sitting().reveals), (None, true));
    let fresh = all.iter().filter(|number| !paper.contains(number)).count();
    if fresh >= 10 {
        assert!(numbers.iter().all(|number| !paper.contains(number)));
    } else {
        assert!(
            numbers.iter().filter(|number| !paper.contains(number)).count() >= fresh.min(numbers.len()) / 2
        );
    }
    // While it runs, another cannot be begun from the result.
    let id = shell.sitting().id.clone();
    shell.visit("#/history");
    shell.travel(-1);
    shell.send(Event::DrillStarted);
    assert_eq!(shell.sitting().id, id);
}

#[test]
fn two_attempts_stand_side_by_side_at_an_address() {
    let mut shell = at_work(MOCK);
    for at in 0..20 {
        shell.go(at);
        shell.answer_right();
    }
    shell.pass(10 * MINUTE);
    let first = shell.submit();
    assert_eq!(shell.result().earlier, None);
    shell.pass(MINUTE);
    shell.sit(MOCK);
    for at in 10..50 {
        shell.go(at);
        shell.answer_right();
    }
    shell.pass(20 * MINUTE);
    let second = shell.submit();
    assert_eq!(shell.result().earlier, Some(first.clone()));

    let address = Route::Compare(first.clone(), second.clone()).to_string();
    shell.visit(&address);
    // The same after a reload, straight at the address.
    for shell in [&shell, &Shell::open(shell.device.clone(), &site(), shell.wall + HOUR, &address)] {
        let view = compared(shell);
        assert_eq!(view.choices.len(), 2);
        let Found::Both(both) = &view.found else { panic!("both are there: {view:?}") };
        let ids = [&both.sides[0].id, &both.sides[1].id];
        assert_eq!(ids, [&first, &second]);
        assert_eq!(both.shared.len(), 65, "the same paper");
        let counts =
            [[true, true], [false, true], [true, false], [false, false]].map(|as_so| both.shared_as(as_so));
        assert_eq!(counts, [10, 30, 10, 15]);
        assert_eq!(both.sides[1].used, DurationMs(20 * MINUTE));
        assert_eq!(both.domains.len(), 4);
        assert!(both.difference.is_some_and(|Difference { change, .. }| change > 0));
        assert_eq!(both.sides[0].changes, ChangesView::default());
    }
    // The other way round in its place.
    let steps = shell.address().to_owned();
    shell.send(Event::PairChosen(second.clone(), first.clone()));
    assert_ne!(shell.address(), steps);
    let Found::Both(both) = &compared(&shell).found else { panic!("both are there") };
    assert!(both.difference.is_some_and(|Difference { change, .. }| change < 0));
    shell.travel(-1);
    assert!(!shell.address().contains("compare"), "one step of the history");
}

#[test]
fn an_attempt_that_is_not_here_is_told_until_a_backup_brings_it() {
    let mut other = Shell::fresh(&site());
    other.pass(MINUTE);
    other.sit(SHORT);
    let far = other.submit();
    let file = other.backup();
    let mut shell = at_work(SHORT);
    let here = shell.submit();
    shell.visit(&Route::Compare(here.clone(), far.clone()).to_string());
    assert_eq!(compared(&shell).found, Found::Gone);
    shell.send(Event::BackupChosen(file));
    assert!(matches!(compared(&shell).found, Found::Both(_)));
    let short = match &compared(&shell).found {
        Found::Both(both) => both.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!((short.sides[0].band, short.sides[1].band), (None, None), "ten questions have no band");
}

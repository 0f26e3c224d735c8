//! Practice: what the tool is asked, the drills that follow from its answer, sealed mocks, and how the exam went.

use super::{SHORT, site};
use crate::support::bank::{Bank, number};
use crate::support::shell::{HOUR, Shell, Site};
use invigil_engine::app::{Drill, Event, Pick, SetupChange};
use invigil_engine::exposure::{FirstAnswer, SeenIn};
use invigil_engine::ids::{Position, QuestionNumber};
use invigil_engine::outcome::Outcome;
use invigil_engine::review::Review;
use invigil_engine::route::Route;
use invigil_engine::sitting::Confidence;
use invigil_engine::store::history::read_exposures;
use invigil_engine::study::{Card, Plan, Readiness, Study};
use invigil_engine::time::Date;
use invigil_engine::view::{Bookmark, PageView, PracticeView, Sharing};
use std::collections::BTreeSet;
use std::rc::Rc;

const DAY: i64 = 24 * HOUR;

#[track_caller]
fn practice(shell: &Shell) -> Rc<PracticeView> {
    match shell.view().page {
        PageView::Practice(view) => view,
        other => panic!("no practice is shown: {other:?}"),
    }
}

fn questions(view: &PracticeView, wanted: Drill) -> u32 {
    view.drills.iter().find(|(drill, _)| *drill == wanted).expect("all drills are there").1
}

fn asked(shell: &Shell) -> BTreeSet<QuestionNumber> {
    shell.sitting().form.items.iter().map(|item| item.question.number).collect()
}

fn reviews(shell: &Shell) -> Vec<Review> {
    let records = shell.device.archived("exposures");
    let history = records.first().map(|key| &shell.device.archive[key]).expect("a history");
    read_exposures(history).0.reviews.reviews().collect()
}

/// A site whose bank has enough sealed questions for two mocks.
pub(super) fn with_mocks() -> Site {
    let mut bank = Bank::of(600);
    for (place, entry) in bank.index.entries.iter_mut().enumerate() {
        entry.sealed = place % 3 == 0;
    }
    Site::of(bank)
}

#[test]
fn the_history_is_reckoned_when_the_page_opens_and_shown_when_that_is_done() {
    let mut shell = Shell::fresh(&site());
    shell.study = None;
    shell.visit("#/practice");
    assert!(practice(&shell).failed && practice(&shell).study.is_none());
    shell.study = Some(Study { forecast: vec![7], ..Study::default() });
    shell.visit("#/");
    shell.visit("#/practice");
    let view = practice(&shell);
    assert!(!view.failed);
    assert_eq!(view.study.as_ref().unwrap().forecast, [7]);
    let input = shell.asked_to_study.last().unwrap();
    assert_eq!((input.guide, input.exam, input.now), (1, None, shell.wall));
    assert_eq!(input.index.id.as_str(), "dva");
    // The day of the exam is part of the question.
    let day = Date::parse("2027-01-20").unwrap();
    shell.send(Event::ExamDateChosen(Some(day)));
    assert_eq!(shell.asked_to_study.last().unwrap().exam, Some(day));
    // An answer to an older question is none.
    shell.send(Event::Studied(1, None));
    assert!(!practice(&shell).failed);
}

#[test]
fn every_answer_is_kept_as_it_was_given() {
    let mut shell = Shell::fresh(&site());
    shell.sit(SHORT);
    shell.pass(30_000);
    shell.answer_right();
    shell.send(Event::ToolUsed(invigil_engine::app::ToolUse::Judged(Confidence::Certain)));
    let first = shell.question().item.question.number;
    shell.go(1);
    shell.pass(20_000);
    shell.answer_wrong();
    shell.pass(5_000);
    shell.go(2);
    let begun = shell.sitting().started.0;
    shell.submit();
    let kept = reviews(&shell);
    assert_eq!(kept.len(), 3);
    let at = |at: i64| kept.iter().find(|review| review.at.0 == begun + at).copied().unwrap();
    let right = at(30_000);
    assert_eq!((right.number, right.answer, right.seen_in), (first, FirstAnswer::Right, SeenIn::Timed));
    assert_eq!((right.confidence, right.spent.0), (Some(Confidence::Certain), 30_000));
    assert_eq!((at(50_000).answer, at(50_000).confidence), (FirstAnswer::Wrong, None));
    assert!(kept.iter().any(|review| review.answer == FirstAnswer::None && review.chosen.is_empty()));
    // The next answers are added; the tool is asked about all of them.
    shell.pass(HOUR);
    shell.sit(SHORT);
    shell.answer_right();
    shell.submit();
    assert_eq!(reviews(&shell).len(), 4);
    shell.visit("#/practice");
    let (history, torn) = read_exposures(&shell.asked_to_study.last().unwrap().history);
    assert_eq!((history.reviews.len(), torn), (4, 0));
}

#[test]
fn an_answer_that_was_carried_over_is_logged_once_and_a_later_one_at_its_own_time() {
    let mut shell = Shell::fresh(&site());
    shell.sit(SHORT);
    shell.pass(30_000);
    shell.answer_wrong();
    let (first, answered) = (shell.question().item.question.number, shell.wall);
    let mut shell = shell.killed_to(2 * HOUR, "#/");
    let expired = reviews(&shell);
    assert_eq!(
        expired.iter().map(|review| (review.number, review.at.0)).collect::<Vec<_>>(),
        [(first, answered)]
    );
    shell.pass(HOUR);
    assert!(shell.result().may_go_on);
    shell.send(Event::GoOnUntimed);
    shell.go(1);
    shell.pass(40_000);
    shell.answer_right();
    let (second, later) = (shell.question().item.question.number, shell.wall);
    shell.submit();
    let kept: Vec<_> = reviews(&shell).iter().map(|review| (review.number, review.at.0)).collect();
    assert_eq!(kept, [(first, answered), (second, later)]);
}

#[test]
fn the_days_set_is_what_is_due_and_then_what_was_never_seen() {
    let mut shell = Shell::fresh(&site());
    let open = |place: &u32| {
        let bank = &shell.site.bank;
        let entry = bank.index.entry(number(*place)).unwrap();
        !entry.sealed && entry.cell(1).is_some() && entry.tier == invigil_engine::bank::Tier::Exam
    };
    let due: Vec<QuestionNumber> = (0..320).filter(open).step_by(40).take(4).map(number).collect();
    let plan = Plan { days: 20, today: 12, fresh: 8, done: 0, mocks: vec![20_800] };
    shell.study = Some(Study { due: due.clone(), plan: Some(plan.clone()), ..Study::default() });
    shell.send(Event::ExamDateChosen(Date::parse("2027-01-20")));
    shell.visit("#/practice");
    let view = practice(&shell);
    assert_eq!(questions(&view, Drill::Today), 12);
    assert_eq!(questions(&view, Drill::Due), 4);
    shell.send(Event::PracticeChosen(Drill::Today));
    let given = asked(&shell);
    assert_eq!(given.len(), 12);
    assert!(due.iter().all(|number| given.contains(number)), "what is due comes first");
    let sitting = shell.sitting();
    assert!(sitting.reveals && sitting.limit.is_none());
    shell.submit();
    shell.visit("#/practice");
    shell.send(Event::PracticeChosen(Drill::Due));
    assert_eq!(asked(&shell), due.into_iter().collect());
    shell.submit();
    shell.send(Event::CalendarAsked);
    assert_eq!(shell.calendars, [(plan, Date::parse("2027-01-20").unwrap())]);
}

#[test]
fn a_question_is_in_the_drill_that_its_history_puts_it_in() {
    let mut shell = Shell::fresh(&site());
    shell.visit("#/practice");
    let unseen = |shell: &Shell| shell.asked_to_study.len();
    assert!(unseen(&shell) > 0);
    assert_eq!(questions(&practice(&shell), Drill::Missed), 0);
    // With nothing to ask, nothing begins.
    shell.send(Event::PracticeChosen(Drill::Missed));
    shell.send(Event::PracticeChosen(Drill::Due));
    assert!(shell.model.sitting().is_none());
    shell.sit(SHORT);
    let first = shell.question().item.question.number;
    shell.answer_wrong();
    shell.go(1);
    shell.answer_right();
    shell.submit();
    shell.visit("#/practice");
    assert_eq!(questions(&practice(&shell), Drill::Missed), 1);
    shell.send(Event::PracticeChosen(Drill::Missed));
    assert_eq!(asked(&shell), BTreeSet::from([first]));
    shell.answer_right();
    shell.send(Event::AnswerChecked);
    shell.submit();
    shell.visit("#/practice");
    assert_eq!(questions(&practice(&shell), Drill::Missed), 0, "it was put right");
    // The weak objectives are those where most went wrong.
    let objective = shell.site.bank.index.entry(first).unwrap().objective;
    let card = |objective, lapses| Card {
        objective,
        due: 0,
        stability: 100,
        recall: 500,
        on_exam_day: None,
        reviews: 3,
        lapses,
        misconceived: false,
    };
    shell.study = Some(Study { cards: vec![card(objective, 3), card(objective + 1, 0)], ..Study::default() });
    shell.visit("#/");
    shell.visit("#/practice");
    shell.send(Event::PracticeChosen(Drill::Weak));
    let entries =
        asked(&shell).into_iter().map(|number| shell.site.bank.index.entry(number).unwrap().objective);
    assert_eq!(entries.collect::<BTreeSet<_>>(), BTreeSet::from([objective]));
}

#[test]
fn what_only_the_newest_guide_asks_is_a_drill_of_its_own() {
    let mut shell = Shell::fresh(&site());
    shell.visit("#/practice");
    shell.send(Event::PracticeChosen(Drill::New));
    let index = &shell.site.bank.index;
    let only_new = |number: &QuestionNumber| {
        let entry = index.entry(*number).unwrap();
        entry.cell(1).is_some() && entry.cell(0).is_none()
    };
    let given = asked(&shell);
    assert!(!given.is_empty() && given.iter().all(only_new));
}

#[test]
fn a_sealed_mock_has_its_instructions_its_clock_and_no_link() {
    let mut shell = Shell::fresh(&with_mocks());
    shell.visit("#/practice");
    assert_eq!(questions(&practice(&shell), Drill::Mock), 65);
    shell.send(Event::InstructionsTurned(Some(0)));
    let PageView::Instructions(view) = shell.view().page else { panic!("no instructions") };
    assert_eq!((view.length, view.unscored, view.limit.0), (65, 15, 130));
    shell.send(view.begin.clone());
    let index = Rc::new(shell.site.bank.index.clone());
    let sealed = |number: &QuestionNumber| index.entry(*number).unwrap().sealed;
    let first = asked(&shell);
    assert!(first.len() == 65 && first.iter().all(sealed));
    assert!(!shell.sitting().reveals && shell.sitting().limit.is_some());
    assert_eq!(shell.sitting().form.items.iter().filter(|item| !item.scored).count(), 15);
    shell.send(Event::LinkCopyAsked);
    for place in 0..65 {
        shell.go(place);
        shell.answer_right();
    }
    let id = shell.submit();
    assert_eq!(shell.address(), Route::Attempt(id).to_string());
    assert_eq!(shell.result().sharing, Sharing::Sealed);
    shell.send(Event::LinkCopyAsked);
    assert_eq!(shell.copied, [], "no link names a sealed question");
    // A second mock asks nothing that the first one asked; a third cannot be had.
    shell.visit("#/practice");
    shell.send(Event::PracticeChosen(Drill::Mock));
    let second = asked(&shell);
    assert!(second.len() == 65 && second.iter().all(sealed) && second.is_disjoint(&first));
    for place in 0..65 {
        shell.go(place);
    }
    shell.submit();
    shell.visit("#/practice");
    let left = questions(&practice(&shell), Drill::Mock);
    assert!(left == 0 || left == 65);
}

#[test]
fn no_other_way_to_an_exam_gives_a_sealed_question() {
    let mut shell = Shell::fresh(&with_mocks());
    let index = Rc::new(shell.site.bank.index.clone());
    for drill in [Drill::Today, Drill::Unseen, Drill::New, Drill::Missed, Drill::Changed] {
        shell.visit("#/practice");
        shell.send(Event::PracticeChosen(drill));
        if shell.model.sitting().is_some() {
            assert!(asked(&shell).iter().all(|number| !index.entry(*number).unwrap().sealed), "{drill:?}");
            shell.answer_wrong();
            shell.submit();
        }
    }
    shell.visit("#/setup");
    for pick in [Pick::UnseenFirst, Pick::Any, Pick::Missed] {
        shell.visit("#/setup");
        shell.send(Event::SetupChanged(SetupChange::Pick(pick)));
        shell.send(Event::SetupStarted);
        if shell.model.sitting().is_some() {
            assert!(asked(&shell).iter().all(|number| !index.entry(*number).unwrap().sealed), "{pick:?}");
            shell.submit();
        }
    }
}

#[test]
fn after_its_day_the_outcome_of_the_exam_is_asked_for_kept_and_carried_over() {
    let mut shell = Shell::fresh(&site());
    let exam = Date::parse("2026-12-20").unwrap();
    shell.send(Event::ExamDateChosen(Some(exam)));
    shell.study =
        Some(Study { readiness: Readiness { chance: Some(70), ..Readiness::default() }, ..Study::default() });
    shell.visit("#/practice");
    assert!(!practice(&shell).asks_outcome);
    shell.pass(6 * DAY);
    assert!(practice(&shell).asks_outcome);
    let told = Outcome { day: exam, passed: true, score: Some(790), chance: Some(70) };
    shell.send(Event::OutcomeGiven(Some(told.clone())));
    let view = practice(&shell);
    assert!(!view.asks_outcome && view.exam.is_none());
    assert_eq!(view.outcomes, std::slice::from_ref(&told));
    // It comes back, and it is in a backup.
    let backup = shell.backup();
    let again = shell.killed(HOUR);
    assert_eq!(again.model.route(), &Route::Practice);
    assert_eq!(practice(&again).outcomes, std::slice::from_ref(&told));
    let mut other = Shell::fresh(&site());
    other.send(Event::BackupChosen(backup));
    other.visit("#/practice");
    assert_eq!(practice(&other).outcomes, [told]);
}

#[test]
fn histories_of_two_devices_merge_in_either_order_to_the_same_bytes() {
    let begun = Shell::fresh(&site());
    let mut phone = Shell::open(begun.device.clone(), &site(), begun.wall, "#/");
    let mut desk = Shell::open(begun.device.clone(), &site(), begun.wall + 3 * HOUR, "#/");
    for shell in [&mut phone, &mut desk] {
        for _ in 0..2 {
            shell.sit(SHORT);
            for place in 0..5 {
                shell.go(place);
                shell.pass(11_000);
                if place % 2 == 0 { shell.answer_right() } else { shell.answer_wrong() }
            }
            shell.submit();
            shell.pass(7 * HOUR);
        }
    }
    let (of_phone, of_desk) = (phone.backup(), desk.backup());
    phone.send(Event::BackupChosen(of_desk.clone()));
    desk.send(Event::BackupChosen(of_phone.clone()));
    let history = |shell: &Shell| {
        let records: Vec<_> =
            shell.device.archive.iter().filter(|(key, _)| !key.starts_with("journal")).collect();
        records.into_iter().map(|(key, text)| (key.clone(), text.clone())).collect::<Vec<_>>()
    };
    assert_eq!(history(&phone), history(&desk));
    assert_eq!(reviews(&phone).len(), 20);
    // Once more changes nothing.
    let before = history(&phone);
    phone.send(Event::BackupChosen(of_desk));
    phone.send(Event::BackupChosen(of_phone));
    assert_eq!(history(&phone), before);
}

#[test]
fn a_wrong_idea_that_recurs_is_named_drilled_and_goes() {
    let mut shell = Shell::fresh(&site());
    // Every distractor of this bank tells of one idea.
    shell.sit(SHORT);
    shell.answer_wrong();
    let first = shell.question().item.question.number;
    shell.submit();
    shell.visit("#/practice");
    assert!(practice(&shell).misconceptions.is_empty(), "once is chance");
    shell.send(Event::MisconceptionPractised("mistakes-one-for-another".to_owned()));
    assert!(shell.model.sitting().is_none());
    shell.pass(HOUR);
    shell.sit(SHORT);
    shell.go(1);
    shell.answer_wrong();
    let second = shell.question().item.question.number;
    shell.submit();
    shell.visit("#/practice");
    let held = practice(&shell).misconceptions.first().cloned().expect("an idea");
    assert_eq!((held.id.as_str(), held.chosen, held.number), ("mistakes-one-for-another", 2, second));
    assert!(first != second && held.mistaken.0 != held.instead.0);
    shell.pass(HOUR);
    shell.send(Event::MisconceptionPractised(held.id));
    assert!(shell.sitting().reveals);
    shell.answer_right();
    shell.go(1);
    shell.answer_right();
    shell.submit();
    shell.visit("#/practice");
    assert!(practice(&shell).misconceptions.is_empty(), "it was passed over twice");
}

#[test]
fn a_wrong_idea_that_the_learner_was_certain_of_is_named_at_once() {
    let mut shell = Shell::fresh(&site());
    shell.sit(SHORT);
    shell.answer_wrong();
    shell.send(Event::ToolUsed(invigil_engine::app::ToolUse::Judged(Confidence::Certain)));
    shell.submit();
    shell.visit("#/practice");
    assert_eq!(practice(&shell).misconceptions.len(), 1);
}

#[test]
fn a_bookmarked_question_is_found_again_and_its_mark_comes_over_in_a_backup() {
    let mut shell = Shell::fresh(&site());
    shell.sit(SHORT);
    let first = shell.question().item.question.number;
    shell.answer_right();
    shell.submit();
    let marked = |shell: &Shell| shell.result().items[0].bookmark;
    shell.send(Event::Bookmarked(Position(0)));
    assert_eq!(marked(&shell), Bookmark::Set);
    let mut other = Shell::fresh(&site());
    let backup = shell.backup();
    other.send(Event::BackupChosen(backup));
    for shell in [&mut shell, &mut other] {
        shell.visit("#/practice");
        assert_eq!(questions(&practice(shell), Drill::Bookmarked), 1);
    }
    other.send(Event::PracticeChosen(Drill::Bookmarked));
    assert_eq!(asked(&other), BTreeSet::from([first]));
    shell.travel(-1);
    shell.send(Event::Bookmarked(Position(0)));
    assert_eq!(marked(&shell), Bookmark::NotSet);
    shell.visit("#/practice");
    assert_eq!(questions(&practice(&shell), Drill::Bookmarked), 0);
}

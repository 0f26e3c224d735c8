//! Exams on one page, from set-up to result.

use super::{MOCK, SHORT, at_work, site};
use crate::support::bank::guide;
use crate::support::shell::{Device, HOUR, MINUTE, SECOND, Shell};
use invigil_engine::app::{Announcement, Dialog, Event, SetupChange, TimeChoice};
use invigil_engine::bank::Kind;
use invigil_engine::grade::Standing;
use invigil_engine::ids::{OptionSet, Position};
use invigil_engine::store::{LocalRecord, Slot};
use invigil_engine::time::{Date, DurationMs, Minutes};
use invigil_engine::view::{PageView, Progress, StartBar};
use std::collections::BTreeSet;

#[test]
fn a_mock_is_sat_from_set_up_to_a_result_that_stays() {
    let mut shell = Shell::fresh(&site());
    assert!(shell.home().first_visit);
    shell.visit("#/setup");
    let setup = shell.setup();
    assert_eq!((setup.length, setup.unscored, setup.start), (65, 15, StartBar::Ready));
    assert!(setup.seed_valid && setup.shareable);
    assert_eq!(setup.times[0].minutes, Minutes(130));
    shell.send(Event::SetupStarted);
    assert_eq!(shell.address(), "#/sitting/1");
    for place in 0..65 {
        shell.go(place);
        if place % 5 == 4 {
            shell.answer_wrong();
        } else {
            shell.answer_right();
        }
        shell.pass(60 * SECOND);
    }
    shell.send(Event::ReviewOpened);
    let review = shell.review();
    assert_eq!((review.answered, review.half, review.unanswered, review.flagged), (65, 0, 0, 0));
    shell.send(Event::SubmitAsked);
    assert_eq!(shell.view().frame.dialog, Some(Dialog::Submit));
    shell.send(Event::SubmitConfirmed);
    let result = shell.result();
    assert_eq!((result.grade.all.right, result.grade.all.total), (52, 65));
    assert_eq!((result.grade.scored.total, result.unscored.total), (50, 15));
    assert_eq!(result.grade.domains.iter().map(|score| score.total).collect::<Vec<_>>(), [15, 13, 11, 11]);
    assert_eq!(result.grade.standing, Standing::Above);
    assert_eq!(result.used, DurationMs(65 * MINUTE));
    assert_eq!(shell.view().frame.dialog, None);
    assert_eq!(shell.persisted, 1);

    let mut later = shell.killed(30 * HOUR);
    assert_eq!(later.result(), result, "shown again at the same address");
    later.visit("#/");
    let home = later.home();
    assert!(!home.first_visit);
    assert_eq!(home.results.len(), 1);
    assert_eq!(home.results[0].result.all, (52, 65));
    assert_eq!(home.start, StartBar::Ready);
}

#[test]
fn the_set_up_page_can_be_the_first_that_opens() {
    let mut shell = Shell::open(Device::default(), &site(), 1_797_325_200_000, "#/setup");
    let setup = shell.setup();
    assert!(setup.seed_valid, "it has a seed: {:?}", setup.seed);
    assert!(setup.shareable && setup.start == StartBar::Ready);
    shell.send(Event::SetupStarted);
    assert_eq!(shell.address(), "#/sitting/1");
    assert_eq!(shell.form().len(), 65);
}

#[test]
fn the_set_up_page_gives_what_was_chosen() {
    let mut shell = Shell::fresh(&site());
    shell.visit("#/setup");
    for change in [
        SetupChange::Guide(guide("dva-c02")),
        SetupChange::Length(20),
        SetupChange::Time(TimeChoice::Times(6)),
        SetupChange::Seed(" k7q2m9xa4t ".to_owned()),
    ] {
        shell.send(Event::SetupChanged(change));
    }
    assert_eq!(shell.setup().length, 20);
    shell.send(Event::LinkCopyAsked);
    let link = shell.copied[0].to_string();
    assert!(link.contains("guide=dva-c02&") && link.ends_with("&seed=K7Q2M9XA4T&n=20&min=60"), "{link}");
    shell.send(Event::SetupStarted);
    assert_eq!(shell.form().guide.id, guide("dva-c02"));
    assert_eq!(shell.sitting().limit, Some(Minutes(60)));
    assert_eq!(shell.form().seed.to_string(), "K7Q2M9XA4T");
}

#[test]
fn a_seed_that_cannot_be_read_starts_nothing_and_says_so() {
    let mut shell = Shell::fresh(&site());
    shell.visit("#/setup");
    shell.send(Event::SetupChanged(SetupChange::Seed("not one".to_owned())));
    assert!(!shell.setup().seed_valid && !shell.setup().shareable);
    shell.send(Event::SetupStarted);
    assert!(shell.model.sitting().is_none());
}

#[test]
fn all_that_a_choice_of_topics_can_give_can_be_sat() {
    let mut shell = Shell::fresh(&site());
    shell.visit("#/setup");
    for topic in [1, 8, 30, 31] {
        shell.send(Event::SetupChanged(SetupChange::Topic(crate::support::bank::topic_id(topic), true)));
    }
    let setup = shell.setup();
    assert_eq!((setup.length, setup.topics_chosen), (setup.most, 4));
    assert!(setup.deviations.is_empty());
    shell.send(Event::SetupStarted);
    assert_eq!(u32::try_from(shell.form().len()).unwrap(), setup.most);
}

/// The guide of the set-up page, for someone whose exam is on a day.
#[track_caller]
fn check_guide(exam: Option<&str>, expected: &str) {
    let mut shell = Shell::fresh(&site());
    // The set-up page was open before: what it showed then must not stick.
    shell.visit("#/setup");
    shell.visit("#/");
    shell.send(Event::ExamDateChosen(exam.and_then(Date::parse)));
    assert_eq!(shell.home().guide.as_ref().unwrap().id, guide(expected));
    shell.visit("#/setup");
    let chosen = shell.setup().guides.iter().find(|guide| guide.chosen).unwrap().id.clone();
    assert_eq!(chosen, guide(expected), "{exam:?}");
    shell.send(Event::SetupStarted);
    assert_eq!(shell.form().guide.id, guide(expected));
}

#[test]
fn the_guide_follows_the_day_of_the_exam() {
    check_guide(None, "dva-c03");
    check_guide(Some("2026-11-30"), "dva-c02");
    check_guide(Some("2026-12-01"), "dva-c03");
    check_guide(Some("2027-06-01"), "dva-c03");
}

#[test]
fn a_guide_chosen_by_hand_goes_before_the_day() {
    let mut shell = Shell::fresh(&site());
    shell.send(Event::ExamDateChosen(Date::parse("2027-06-01")));
    shell.visit("#/setup");
    shell.visit("#/settings");
    shell.send(Event::GuideChosen(Some(guide("dva-c02"))));
    shell.visit("#/setup");
    shell.send(Event::SetupStarted);
    assert_eq!(shell.form().guide.id, guide("dva-c02"));
}

#[test]
fn five_questions_start_at_once_and_are_unseen_ones() {
    let mut shell = Shell::fresh(&site());
    let mut met = BTreeSet::new();
    for round in 1..=6 {
        shell.visit("#/");
        shell.send(Event::QuickStarted);
        assert_eq!(shell.form().len(), 5);
        assert_eq!(shell.sitting().limit, None);
        for place in 0..5 {
            shell.go(place);
            shell.answer_right();
        }
        met.extend(shell.form().items.iter().map(|item| item.question.number));
        assert_eq!(met.len(), round * 5, "no question twice");
        shell.submit();
        shell.pass(MINUTE);
    }
    // The history outlives the page.
    let mut shell = shell.killed_to(HOUR, "#/");
    shell.send(Event::QuickStarted);
    assert!(shell.form().items.iter().all(|item| !met.contains(&item.question.number)));
}

#[test]
fn answers_flags_and_moves_are_seen_in_the_navigator() {
    let mut shell = at_work(MOCK);
    shell.answer_right();
    shell.send(Event::FlagToggled);
    shell.go(2);
    shell.send(Event::FlagToggled);
    shell.send(Event::FlagToggled);
    assert!(shell.said.is_empty(), "the button says it itself");
    let PageView::Sitting(view) = shell.view().page else { panic!("a question") };
    let progress: Vec<_> = view.cells.iter().take(4).map(|cell| cell.progress).collect();
    assert_eq!(progress, [Progress::Answered, Progress::New, Progress::Opened, Progress::New]);
    let flagged: Vec<_> = view.cells.iter().filter(|cell| cell.flagged).map(|c| c.position).collect();
    assert_eq!(flagged, [Position(0)]);
    let current: Vec<_> = view.cells.iter().filter(|cell| cell.current).map(|c| c.position).collect();
    assert_eq!(current, [Position(2)]);
}

#[test]
fn an_answer_is_changed_by_another_choice() {
    let mut shell = at_work(MOCK);
    let place = place_of(&shell, Kind::Single, 1);
    shell.go(place);
    shell.choose('a');
    shell.choose('c');
    assert_eq!(shell.question().chosen, OptionSet::from_letters("c").unwrap());
    shell.choose('h');
    assert_eq!(shell.question().chosen.letters(), "c", "there is no such option");
    assert_eq!(shell.sitting().answers_changed(), 1);
}

/// The first question of a kind that wants so many options.
fn place_of(shell: &Shell, kind: Kind, wanted: u32) -> u16 {
    let form = shell.form();
    let fits = |item: &&std::rc::Rc<invigil_engine::form::FormItem>| {
        item.question.kind == kind && item.question.wanted() == wanted
    };
    let found = form.items.iter().position(|item| fits(&item)).expect("such a question");
    u16::try_from(found).unwrap()
}

#[test]
fn a_third_choice_of_two_is_refused_and_said() {
    let mut shell = at_work(MOCK);
    let place = place_of(&shell, Kind::Multiple, 2);
    shell.go(place);
    assert_eq!(shell.question().wanted, 2);
    shell.choose('b');
    assert_eq!(shell.model.sitting().map(|s| s.is_half_answered(Position(place))), Some(true));
    shell.choose('d');
    let before = shell.said.len();
    shell.choose('a');
    assert_eq!(shell.question().chosen.letters(), "bd");
    assert_eq!(shell.said[before..], [Announcement::UnselectFirst(2)]);
    shell.choose('b');
    shell.choose('a');
    assert_eq!(shell.question().chosen.letters(), "ad", "one taken back makes room");
}

#[test]
fn multiple_response_is_all_or_nothing_and_a_blank_is_wrong() {
    let mut shell = at_work(MOCK);
    let place = place_of(&shell, Kind::Multiple, 2);
    shell.go(place);
    let key = shell.question().item.question.key();
    shell.send(Event::OptionChosen(key.iter().next().unwrap()));
    shell.send(Event::ReviewOpened);
    let review = shell.review();
    assert_eq!((review.answered, review.half, review.unanswered), (0, 1, 64));
    shell.submit();
    let result = shell.result();
    assert_eq!((result.grade.all.right, result.grade.unanswered), (0, 64));
    assert_eq!(result.grade.standing, Standing::Below);
}

#[test]
fn a_second_exam_is_refused_while_one_runs() {
    let mut shell = at_work(SHORT);
    let id = shell.sitting().id.clone();
    shell.visit("#/");
    assert_eq!(shell.home().start, StartBar::AtWork);
    assert_eq!(shell.home().running, Some((0, 10)));
    shell.send(Event::QuickStarted);
    shell.visit("#/setup");
    shell.send(Event::SetupStarted);
    shell.visit(MOCK);
    assert_eq!(shell.confirm().start, StartBar::AtWork);
    shell.send(Event::LinkStarted);
    assert_eq!(shell.sitting().id, id);
    assert_eq!(shell.device.archived("form/").len(), 1);
}

#[test]
fn another_exam_follows_a_finished_one() {
    let mut shell = at_work(SHORT);
    let first = shell.submit();
    shell.pass(MINUTE);
    shell.sit(SHORT);
    let second = shell.submit();
    assert_ne!(first, second);
    shell.visit("#/history");
    let PageView::History(rows) = shell.view().page else { panic!("the history") };
    let ids: Vec<_> = rows.iter().map(|row| row.result.id.clone()).collect();
    assert_eq!(ids, [second, first], "newest first");
    assert!(shell.device.local.keys().all(|(record, _)| *record != LocalRecord::Sitting));
}

#[test]
fn back_and_forward_go_over_the_questions() {
    let mut shell = at_work(SHORT);
    shell.go(4);
    shell.go(8);
    shell.travel(-1);
    assert_eq!(shell.question().position, Position(4));
    shell.travel(-1);
    assert_eq!(shell.question().position, Position(0));
    shell.travel(2);
    assert_eq!(shell.question().position, Position(8));
    shell.answer_right();
    shell.visit("#/history");
    shell.travel(-1);
    assert_eq!(shell.question().position, Position(8));
    assert!(!shell.question().chosen.is_empty());
}

#[test]
fn an_address_of_a_question_that_is_not_there_leads_to_the_current_one() {
    let mut shell = at_work(SHORT);
    shell.go(4);
    for odd in ["#/sitting/11", "#/sitting/999", "#/sitting"] {
        shell.visit(odd);
        assert_eq!(shell.address(), "#/sitting/5", "{odd}");
        assert_eq!(shell.question().position, Position(4));
    }
}

#[test]
fn back_from_the_result_is_no_way_into_the_ended_exam() {
    let mut shell = at_work(SHORT);
    shell.answer_right();
    let id = shell.submit();
    let result = shell.result();
    shell.visit("#/sitting/3");
    assert_eq!(shell.address(), format!("#/attempt/{id}"));
    shell.choose('a');
    shell.send(Event::FlagToggled);
    shell.send(Event::SubmitConfirmed);
    shell.visit(&format!("#/attempt/{id}"));
    assert_eq!(shell.result(), result);
}

#[test]
fn an_update_is_not_offered_while_a_sitting_runs() {
    let mut shell = at_work(SHORT);
    shell.send(Event::UpdateReady);
    assert!(!shell.view().frame.update);
    shell.send(Event::UpdateAccepted);
    assert_eq!(shell.updates, 0);
    shell.submit();
    assert!(shell.view().frame.update);
    shell.send(Event::UpdateAccepted);
    assert_eq!(shell.updates, 1);
}

#[test]
fn the_dialog_can_be_closed_and_the_exam_goes_on() {
    let mut shell = at_work(SHORT);
    shell.send(Event::SubmitAsked);
    shell.send(Event::DialogClosed);
    assert_eq!(shell.view().frame.dialog, None);
    shell.answer_right();
    shell.go(1);
    shell.send(Event::SubmitAsked);
    shell.travel(-1);
    assert_eq!(shell.view().frame.dialog, None, "going back closes it");
    assert!(shell.sitting().ended().is_none());
}

#[test]
fn reasons_open_once_in_the_history() {
    let mut shell = at_work(SHORT);
    shell.answer_right();
    shell.submit();
    let of_reasons = |shell: &Shell| shell.device.archive["exposures/dva"].clone();
    let before = of_reasons(&shell);
    shell.pass(MINUTE);
    shell.send(Event::ReasonsOpened(Position(0)));
    let after = of_reasons(&shell);
    assert_ne!(before, after);
    shell.pass(MINUTE);
    shell.send(Event::ReasonsOpened(Position(0)));
    // A question that was never opened in the exam has no history to note it in.
    shell.send(Event::ReasonsOpened(Position(9)));
    shell.send(Event::ReasonsOpened(Position(99)));
    assert_eq!(of_reasons(&shell), after);
}

#[test]
fn records_are_written_in_turn() {
    let mut shell = at_work(SHORT);
    shell.answer_right();
    shell.answer_wrong();
    let text = |slot| shell.device.local[&(LocalRecord::Sitting, slot)].clone();
    assert_ne!(text(Slot::A), text(Slot::B));
}

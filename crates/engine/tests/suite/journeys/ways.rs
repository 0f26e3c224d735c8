//! The ways to sit beside the real one: reasons as one goes, breaks, and what was missed.

use super::{at_work, site};
use crate::support::bank::guide;
use crate::support::shell::{MINUTE, SECOND, Shell};
use invigil_engine::app::{Area, Dialog, Event, Pick, SetupChange, SetupPart, TimeChoice};
use invigil_engine::exposure::{FirstAnswer, SeenIn};
use invigil_engine::ids::Position;
use invigil_engine::sitting::Way;
use invigil_engine::store::history::read_exposures;
use invigil_engine::time::{DurationMs, Minutes};
use invigil_engine::view::{AreaView, PageView, StartBar};

const REVEAL: &str = "#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=10&min=none&way=reveal";
const UNTIMED: &str = "#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=10&min=none";
const TIMED: &str = "#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=10&min=20";

#[test]
fn an_answer_whose_reasons_were_shown_stands() {
    let mut shell = Shell::fresh(&site());
    shell.sit(REVEAL);
    assert_eq!(shell.sitting().way(), Way::Reveal);
    shell.send(Event::AnswerChecked);
    assert!(!shell.sitting().is_revealed(Position(0)), "nothing was answered yet");
    shell.answer_wrong();
    let before = shell.sitting().answer(Position(0));
    shell.send(Event::AnswerChecked);
    assert!(shell.sitting().is_revealed(Position(0)));
    shell.answer_right();
    assert_eq!(shell.sitting().answer(Position(0)), before);
    let mut shell = shell.killed(MINUTE);
    assert!(shell.sitting().is_revealed(Position(0)) && shell.sitting().reveals, "found again");
    assert!(shell.sitting().link().to_string().ends_with("&way=reveal"));
    shell.go(1);
    shell.answer_right();
    shell.send(Event::AnswerChecked);
    shell.submit();
    assert_eq!(shell.result().grade.all.right, 1);
    let (history, torn) = read_exposures(&shell.device.archive["exposures/dva"]);
    assert_eq!((history.len(), torn), (2, 0), "what was not opened was not seen");
    for (_, seen) in history.iter() {
        assert_eq!((seen.seen_in, seen.reasons), (SeenIn::Revealed, Some(seen.first)));
    }
}

#[test]
fn only_a_sitting_with_reasons_shows_them_before_its_end() {
    for way in [UNTIMED, TIMED] {
        let mut shell = Shell::fresh(&site());
        shell.sit(way);
        shell.answer_right();
        shell.send(Event::AnswerChecked);
        assert!(!shell.sitting().is_revealed(Position(0)), "{way}");
    }
}

#[test]
fn a_break_takes_no_time_and_no_answer() {
    let mut shell = Shell::fresh(&site());
    shell.sit(UNTIMED);
    shell.pass(30 * SECOND);
    shell.send(Event::PauseToggled);
    assert!(shell.sitting().is_paused());
    shell.pass(20 * MINUTE);
    let first = shell.form().items[0].order[0];
    shell.send(Event::OptionChosen(first));
    assert!(shell.sitting().answer(Position(0)).is_empty(), "there is a break");
    let mut shell = shell.killed(60 * MINUTE);
    assert!(shell.sitting().is_paused(), "the break outlives its page");
    shell.sleep(60 * MINUTE);
    shell.send(Event::PauseToggled);
    shell.pass(10 * SECOND);
    shell.answer_right();
    shell.submit();
    assert_eq!(shell.result().used, DurationMs(40 * SECOND));
    assert_eq!(shell.notices(), []);
}

#[test]
fn the_clock_of_an_exam_knows_no_break() {
    let mut shell = Shell::fresh(&site());
    shell.sit(TIMED);
    shell.send(Event::PauseToggled);
    assert!(!shell.sitting().is_paused());
}

#[test]
fn what_was_missed_is_what_was_last_answered_wrong() {
    let mut shell = Shell::fresh(&site());
    let missed = |shell: &Shell| read_exposures(&shell.device.archive["exposures/dva"]).0.missed();
    shell.sit(UNTIMED);
    let numbers: Vec<_> = shell.form().items.iter().map(|item| item.question.number).collect();
    shell.answer_wrong();
    shell.go(1);
    shell.answer_right();
    shell.submit();
    assert_eq!(missed(&shell), [numbers[0]]);
    shell.pass(MINUTE);
    shell.sit(UNTIMED);
    shell.answer_right();
    shell.go(1);
    shell.answer_wrong();
    shell.submit();
    assert_eq!(missed(&shell), [numbers[1]], "the latest answer counts");
    let history = read_exposures(&shell.device.archive["exposures/dva"]).0;
    assert_eq!(
        history.get(numbers[0]).map(|seen| seen.answer),
        Some(FirstAnswer::Wrong),
        "and the first one stays"
    );
}

/// The set-up page after some choices.
fn set_up(changes: &[SetupChange]) -> Shell {
    let mut shell = Shell::fresh(&site());
    shell.visit("#/setup");
    for change in changes {
        shell.send(Event::SetupChanged(change.clone()));
    }
    shell
}

#[test]
fn a_practice_by_the_clock_has_as_many_questions_as_fit_and_ends_with_it() {
    for (way, time, minutes, questions, limit) in [
        (Way::Exam, TimeChoice::Usual, 5, 2, Some(5)),
        (Way::Exam, TimeChoice::Usual, 10, 5, Some(10)),
        (Way::Exam, TimeChoice::Usual, 20, 10, Some(20)),
        (Way::Exam, TimeChoice::Extra, 20, 8, Some(20)),
        (Way::Exam, TimeChoice::Times(8), 20, 5, Some(20)),
        (Way::Exam, TimeChoice::Times(40), 5, 1, Some(5)),
        (Way::Untimed, TimeChoice::Times(8), 20, 10, None),
        (Way::Reveal, TimeChoice::Usual, 10, 5, None),
    ] {
        let changes = [SetupChange::Way(way), SetupChange::Time(time), SetupChange::Lasting(minutes)];
        let mut shell = set_up(&changes);
        let setup = shell.setup();
        assert_eq!((setup.length, setup.lasting), (questions, Some(minutes)), "{way:?} {time:?}");
        assert_eq!(setup.limit, limit.map(Minutes));
        assert_eq!(setup.times.is_empty(), way != Way::Exam, "a way without a limit has no times");
        shell.send(Event::SetupStarted);
        assert_eq!(
            (shell.form().len(), shell.sitting().limit),
            (usize::try_from(questions).unwrap(), limit.map(Minutes))
        );
        assert_eq!(shell.sitting().way(), way);
    }
}

#[test]
fn more_time_is_what_its_name_says() {
    let shell = set_up(&[]);
    let minutes: Vec<i32> = shell.setup().times.iter().map(|time| time.minutes.0).collect();
    assert_eq!(minutes, [130, 160, 163, 195, 260, 390, 520, 650, 1300]);
}

#[test]
fn a_domain_and_its_tasks_limit_the_draw_and_the_link_names_the_questions() {
    let domain = |task| Area { domain: 1, task };
    let mut shell = set_up(&[SetupChange::Guide(guide("dva-c02")), SetupChange::Length(10)]);
    assert!(
        shell.setup().areas.is_empty() && shell.setup().topics.is_empty(),
        "nothing is made that nobody opened"
    );
    for part in [SetupPart::Areas, SetupPart::Topics] {
        shell.send(Event::SetupChanged(SetupChange::Opened(part, true)));
    }
    assert!(shell.setup().topics.len() > 1);
    assert_eq!(shell.setup().open, [SetupPart::Areas, SetupPart::Topics]);
    shell.send(Event::SetupChanged(SetupChange::Opened(SetupPart::Topics, false)));
    assert!(shell.setup().topics.is_empty());
    let chosen = |shell: &Shell| -> Vec<Area> {
        shell.setup().areas.iter().filter(|area| area.chosen).map(|area| area.area).collect()
    };
    assert_eq!(chosen(&shell), []);
    let tasks: Vec<AreaView> =
        shell.setup().areas.iter().filter(|view| view.area.domain == 1).cloned().collect();
    assert!(tasks.len() > 2 && tasks[0].area.task.is_none());
    assert_eq!(tasks[0].questions, tasks[1..].iter().map(|task| task.questions).sum::<usize>());
    shell.send(Event::SetupChanged(SetupChange::Area(domain(Some(0)), true)));
    shell.send(Event::SetupChanged(SetupChange::Area(domain(None), true)));
    assert_eq!(chosen(&shell).len(), tasks.len(), "a domain stands for its tasks");
    assert_eq!(shell.setup().areas_chosen, 1);
    assert!(shell.setup().shareable);
    shell.send(Event::LinkCopyAsked);
    let link = shell.copied[0].to_string();
    assert!(link.contains("&q="), "{link}");
    shell.send(Event::SetupStarted);
    assert!(shell.form().items.iter().all(|item| item.domain == Some(1)));
    let mut friend = Shell::fresh(&site());
    friend.sit(&link);
    assert_eq!(friend.form(), shell.form());
}

#[test]
fn what_was_missed_can_be_practised_alone() {
    let mut shell = Shell::fresh(&site());
    shell.sit(UNTIMED);
    let first = shell.form().items[0].question.number;
    shell.answer_wrong();
    shell.go(1);
    shell.answer_right();
    shell.submit();
    shell.visit("#/setup");
    shell.send(Event::SetupChanged(SetupChange::Pick(Pick::Missed)));
    let setup = shell.setup();
    assert_eq!((setup.missed, setup.length, setup.shareable), (1, 1, false));
    shell.send(Event::SetupStarted);
    assert_eq!(shell.form().items.iter().map(|item| item.question.number).collect::<Vec<_>>(), [first]);
}

#[test]
fn the_instructions_are_read_before_the_clock_starts() {
    let mut shell = set_up(&[SetupChange::Seed("K7Q2M9XA4T".to_owned())]);
    shell.send(Event::InstructionsTurned(Some(0)));
    let read = |shell: &Shell| match shell.view().page {
        PageView::Instructions(view) => view,
        other => panic!("{other:?}"),
    };
    let view = read(&shell);
    assert_eq!((view.length, view.unscored, view.limit, view.page), (65, 15, Minutes(130), 0));
    assert_eq!((view.start, &view.begin), (StartBar::Ready, &Event::SetupStarted));
    shell.pass(10 * MINUTE);
    shell.send(Event::InstructionsTurned(Some(1)));
    shell.send(Event::InstructionsTurned(Some(9)));
    assert!(matches!(shell.view().page, PageView::Setup(_)), "there is no such page");
    shell.send(Event::InstructionsTurned(Some(1)));
    shell.send(read(&shell).begin.clone());
    assert_eq!((shell.address(), shell.left()), ("#/sitting/1", 130 * MINUTE));

    let mut shell = Shell::fresh(&site());
    shell.visit(TIMED);
    shell.send(Event::InstructionsTurned(Some(0)));
    assert_eq!(
        (read(&shell).length, read(&shell).unscored, &read(&shell).begin),
        (10, 0, &Event::LinkStarted)
    );
    shell.visit("#/");
    assert!(matches!(shell.view().page, PageView::Home(_)), "another page leaves them");
    shell.send(Event::InstructionsTurned(Some(0)));
    assert!(matches!(shell.view().page, PageView::Home(_)), "no exam is about to begin");
}

#[test]
fn the_instructions_count_what_the_paper_does_not() {
    let topics = (0..40).map(|place| SetupChange::Topic(crate::support::bank::topic_id(place), true));
    for pick in [Pick::Any, Pick::UnseenFirst] {
        let changes: Vec<SetupChange> = topics.clone().chain([SetupChange::Pick(pick)]).collect();
        let mut shell = set_up(&changes);
        let setup = shell.setup();
        assert_eq!(setup.length, 65);
        shell.send(Event::InstructionsTurned(Some(0)));
        let PageView::Instructions(view) = shell.view().page else { panic!("no instructions") };
        shell.send(Event::SetupStarted);
        let unscored = shell.form().items.iter().filter(|item| !item.scored).count();
        assert_eq!(
            (view.unscored, setup.unscored),
            (u32::try_from(unscored).unwrap(), view.unscored),
            "{pick:?}"
        );
    }
}

#[test]
fn whoever_slips_out_of_an_exam_is_asked() {
    let dialog = |shell: &Shell| shell.view().frame.dialog;
    let mut shell = at_work(TIMED);
    shell.go(1);
    shell.travel(-1);
    assert_eq!((shell.address(), dialog(&shell)), ("#/sitting/1", None), "back is the previous question");
    shell.travel(-1);
    assert_eq!(dialog(&shell), Some(Dialog::Leave));
    shell.send(Event::DialogClosed);
    assert_eq!((shell.address(), dialog(&shell)), ("#/sitting/1", None), "not meant");
    shell.visit("#/setup");
    shell.send(Event::LeaveConfirmed);
    assert_eq!((shell.address(), dialog(&shell)), ("#/setup", None), "meant");
    shell.visit("#/sitting");
    shell.send(Event::LeaveAsked);
    assert_eq!((shell.address(), dialog(&shell)), ("#/", None), "said so");
    shell.visit("#/sitting");
    shell.submit();
    shell.visit("#/");
    assert_eq!(dialog(&shell), None, "it is over");
}

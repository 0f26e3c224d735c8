//! Single keys: what each one does where, how they are changed, and what stored nonsense does.

use super::{MOCK, SHORT, at_work, site};
use crate::support::shell::{Device, MINUTE, Shell};
use invigil_engine::app::{Announcement, Effect, Event, FocusTarget, KeyChange, update};
use invigil_engine::ids::Position;
use invigil_engine::keys::{Command, KeyFault};
use invigil_engine::store::{LocalRecord, Slot, encode};
use invigil_engine::time::DurationMs;
use invigil_engine::view::{KeysView, PageView};
use std::rc::Rc;

fn press(shell: &mut Shell, key: &str) {
    shell.send(Event::KeyPressed(key.to_owned()));
}

#[track_caller]
fn keys(shell: &Shell) -> Rc<KeysView> {
    match shell.view().page {
        PageView::Keys(view) => view,
        other => panic!("the keys are not shown: {other:?}"),
    }
}

/// What a key asks for, without what follows.
fn asked(shell: &Shell, key: &str) -> Vec<Effect> {
    update(&mut shell.model.clone(), Event::KeyPressed(key.to_owned()), &shell.env())
}

#[test]
fn a_key_at_a_question_does_what_its_button_does() {
    let mut shell = at_work(SHORT);
    let chosen = |shell: &Shell, place: usize| {
        let question = shell.question();
        question.chosen.contains(question.item.order[place])
    };
    press(&mut shell, "1");
    assert!(chosen(&shell, 0), "by the place on the page");
    press(&mut shell, "7");
    press(&mut shell, "p");
    assert_eq!(shell.question().position, Position(0), "there is none before it");
    press(&mut shell, "n");
    press(&mut shell, "N");
    assert_eq!(shell.question().position, Position(2));
    press(&mut shell, "p");
    assert_eq!(shell.question().position, Position(1));
    press(&mut shell, "r");
    assert_eq!(shell.address(), "#/sitting/review");
    press(&mut shell, "n");
    press(&mut shell, "1");
    assert_eq!(shell.address(), "#/sitting/review", "there they do nothing");
    shell.go(9);
    press(&mut shell, "n");
    assert_eq!(shell.address(), "#/sitting/review", "behind the last stands the review");
}

#[test]
fn a_flag_by_key_is_said_and_one_by_button_says_so_itself() {
    let mut shell = at_work(SHORT);
    shell.send(Event::FlagToggled);
    assert!(shell.question().flagged && shell.said.is_empty());
    press(&mut shell, "f");
    press(&mut shell, "f");
    assert_eq!(shell.said, [false, true].map(Announcement::Flagged));
}

#[test]
fn the_time_left_is_said_on_demand() {
    let mut shell = at_work(SHORT);
    shell.pass(3 * MINUTE);
    press(&mut shell, "t");
    shell.send(Event::ReviewOpened);
    press(&mut shell, "t");
    let left = Announcement::TimeLeft(Some(DurationMs(17 * MINUTE)));
    assert_eq!(shell.said, [left, left]);
    let mut free = at_work("#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=10&min=none");
    press(&mut free, "t");
    assert_eq!(free.said, [Announcement::TimeLeft(None)]);
    free.visit("#/");
    press(&mut free, "t");
    assert_eq!(free.said.len(), 1, "outside the exam room it says nothing");
}

#[test]
fn a_break_is_taken_by_key_where_no_clock_runs_and_nothing_else_acts_in_it() {
    let mut shell = at_work("#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=10&min=none");
    press(&mut shell, "b");
    assert!(matches!(shell.view().page, PageView::Paused(_)));
    for key in ["1", "n", "r", "f", "a", "t", "?", "c", "x", "m"] {
        assert_eq!(asked(&shell, key), [], "{key}");
    }
    press(&mut shell, "b");
    assert_eq!(shell.question().position, Position(0));
    let mut timed = at_work(SHORT);
    press(&mut timed, "b");
    assert_eq!(timed.question().position, Position(0), "against the clock there is none");
}

#[test]
fn an_option_is_struck_out_by_a_key_and_its_digit() {
    let mut shell = at_work(SHORT);
    let struck = |shell: &Shell, place: usize| {
        let question = shell.question();
        question.marks.struck.contains(question.item.order[place])
    };
    press(&mut shell, "x");
    press(&mut shell, "2");
    assert!(struck(&shell, 1) && shell.question().chosen.is_empty());
    press(&mut shell, "x");
    press(&mut shell, "2");
    assert!(!struck(&shell, 1));
    press(&mut shell, "x");
    press(&mut shell, "f");
    press(&mut shell, "1");
    assert!(!struck(&shell, 0) && !shell.question().chosen.is_empty(), "another key between gives it up");
    press(&mut shell, "x");
    press(&mut shell, "1");
    press(&mut shell, "x");
    press(&mut shell, "6");
    let which = Announcement::StrikeWhich;
    let said = [
        which,
        Announcement::Struck(1, true),
        which,
        Announcement::Struck(1, false),
        which,
        Announcement::Flagged(true),
        which,
        Announcement::ChosenNotStruck(0),
        which,
    ];
    assert_eq!(shell.said, said);
}

#[test]
fn the_note_is_opened_by_key() {
    let mut shell = at_work(SHORT);
    assert_eq!(asked(&shell, "m"), [Effect::Focus(FocusTarget::Note)]);
    press(&mut shell, "m");
    let PageView::Sitting(view) = shell.view().page else { panic!("a question") };
    assert!(view.tools.open);
}

#[test]
fn an_answer_is_checked_by_key_where_answers_are_shown() {
    let mut shell = at_work("#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=10&min=none&way=reveal");
    press(&mut shell, "c");
    assert!(!shell.sitting().is_revealed(Position(0)), "nothing is chosen yet");
    shell.answer_right();
    press(&mut shell, "c");
    assert!(shell.sitting().is_revealed(Position(0)));
}

#[test]
fn what_is_said_unasked_in_a_whole_exam_is_little() {
    let mut shell = at_work(MOCK);
    for place in 0..65 {
        shell.go(place);
        shell.answer_right();
        if place % 3 == 0 {
            shell.send(Event::FlagToggled);
        }
        shell.pass(2 * MINUTE);
    }
    assert!(shell.result().expired);
    assert!(shell.said.len() <= 8, "{:?}", shell.said);
}

#[test]
fn the_lists_of_questions_and_keys_get_the_focus() {
    let mut shell = at_work(SHORT);
    assert_eq!(asked(&shell, "a"), [Effect::Focus(FocusTarget::Navigator)]);
    assert_eq!(asked(&shell, "?"), [Effect::Focus(FocusTarget::Keys)]);
    shell.visit("#/history");
    shell.send(Event::LeaveConfirmed);
    press(&mut shell, "a");
    assert_eq!(shell.address(), "#/history");
    press(&mut shell, "?");
    assert_eq!(shell.address(), "#/keys");
    shell.visit("#/sitting/review");
    assert_eq!(asked(&shell, "?"), []);
}

#[test]
fn keys_do_nothing_in_a_dialog_when_turned_off_and_while_one_is_changed() {
    let all = ["1", "n", "p", "f", "r", "t", "a", "?"];
    let silent = |shell: &Shell| all.iter().all(|key| asked(shell, key).is_empty());
    let mut shell = at_work(SHORT);
    shell.go(1);
    assert!(all.iter().all(|key| !asked(&shell, key).is_empty()), "they act otherwise");
    shell.send(Event::KeysTurnedOff(true));
    assert!(silent(&shell));
    shell.send(Event::KeysTurnedOff(false));
    shell.send(Event::SubmitAsked);
    assert!(silent(&shell));
    shell.send(Event::DialogClosed);
    shell.send(Event::KeyWanted(Some(Command::Next)));
    assert!(silent(&shell));
}

#[test]
fn a_key_is_changed_used_kept_and_reset() {
    let mut shell = Shell::fresh(&site());
    shell.visit("#/keys");
    shell.send(Event::KeyWanted(Some(Command::Next)));
    assert_eq!(keys(&shell).change, KeyChange::Wanted(Command::Next));
    shell.send(Event::KeyGiven("Shift".to_owned()));
    shell.send(Event::KeyGiven("J".to_owned()));
    assert_eq!(keys(&shell).change, KeyChange::Done(Command::Next, 'j'));
    let mut shell = shell.killed(MINUTE);
    shell.sit(SHORT);
    press(&mut shell, "n");
    assert_eq!(shell.question().position, Position(0), "the old key is free");
    press(&mut shell, "j");
    assert_eq!(shell.question().position, Position(1));
    shell.visit("#/keys");
    shell.send(Event::KeysReset);
    assert_eq!(
        (keys(&shell).change, keys(&shell).keys.command('n')),
        (KeyChange::Reset, Some(Command::Next))
    );
    assert_eq!(keys(&shell.killed(MINUTE)).keys.to_text(), None);
}

#[test]
fn a_key_that_cannot_be_given_is_refused_with_the_reason_and_nothing_is_lost() {
    let mut shell = Shell::fresh(&site());
    shell.visit("#/keys");
    shell.send(Event::KeyWanted(Some(Command::Flag)));
    for (name, fault) in [
        ("n", KeyFault::Taken(Command::Next)),
        ("Enter", KeyFault::Moves),
        ("3", KeyFault::Digit),
        ("F5", KeyFault::Browser),
        ("Insert", KeyFault::Reader),
        ("Control", KeyFault::Modifier),
        ("Dead", KeyFault::NoSign),
    ] {
        shell.send(Event::KeyGiven(name.to_owned()));
        assert_eq!(keys(&shell).change, KeyChange::Refused(Command::Flag, fault), "{name}");
        assert_eq!(keys(&shell).keys.to_text(), None);
    }
    shell.send(Event::KeyGiven("Tab".to_owned()));
    assert_eq!(keys(&shell).change, KeyChange::Left(KeyFault::Moves), "Tab goes on");
    shell.send(Event::KeyGiven("g".to_owned()));
    assert_eq!(keys(&shell).keys.to_text(), None, "nothing waits for a key any more");
    shell.send(Event::KeyWanted(Some(Command::Flag)));
    shell.send(Event::KeyWanted(None));
    assert_eq!(keys(&shell).change, KeyChange::None);
    shell.send(Event::KeyWanted(Some(Command::Flag)));
    shell.visit("#/history");
    shell.send(Event::KeyGiven("g".to_owned()));
    shell.visit("#/keys");
    assert_eq!(
        (keys(&shell).change, keys(&shell).keys.to_text()),
        (KeyChange::None, None),
        "who leaves gives up"
    );
}

#[test]
fn stored_keys_that_are_none_leave_those_of_the_first_day() {
    for text in [r#""next=1 <b>""#, "7", "null", r#"["next"]"#, r#""next=Tab flag=""#] {
        let mut device = Device::default();
        let record = encode(3, &format!("{{\"keys\":{text},\"theme\":\"auto\"}}"));
        device.local.insert((LocalRecord::Settings, Slot::B), record);
        let mut shell = Shell::open(device, &site(), 1_797_325_200_000, "#/");
        assert!(shell.notices().is_empty(), "{text}");
        shell.sit(SHORT);
        press(&mut shell, "n");
        assert_eq!(shell.question().position, Position(1), "{text}");
    }
}

#[test]
fn who_came_inside_another_app_is_told_once() {
    use invigil_engine::app::Notice;
    let mut shell = Shell::fresh(&site());
    let asked = update(&mut shell.model.clone(), Event::JournalRead(Ok(Vec::new())), &shell.env());
    assert!(asked.contains(&Effect::LookAround), "the browser is asked at each start");
    shell.send(Event::InsideApp);
    shell.send(Event::InsideApp);
    assert_eq!(shell.notices(), [Notice::InsideApp]);
    shell.visit("#/about");
    shell.told(&Notice::InsideApp);
    shell.send(Event::NoticeClosed(0));
    let mut shell = shell.killed(MINUTE);
    shell.send(Event::InsideApp);
    assert!(shell.notices().is_empty());
}

//! What a candidate marks beside the answers: strikes, highlights, notes, and how sure one is.

use super::{SHORT, at_work, site};
use crate::support::shell::{MINUTE, Shell};
use invigil_engine::app::{Event, ToolUse};
use invigil_engine::ids::{OptionId, Position};
use invigil_engine::sitting::{Confidence, Marks, NOTE_SIGNS, SentenceSet};
use invigil_engine::store::Json as _;
use invigil_engine::store::v1::SittingV1;
use invigil_engine::view::{PageView, ToolsView};

fn using(shell: &mut Shell, used: ToolUse) {
    shell.send(Event::ToolUsed(used));
}

fn strike(shell: &mut Shell, letter: char) {
    using(shell, ToolUse::Struck(OptionId::from_letter(letter).unwrap()));
}

fn note(shell: &mut Shell, place: u16, text: &str) {
    using(shell, ToolUse::Noted(Position(place), text.to_owned()));
}

fn struck(shell: &Shell) -> String {
    shell.question().marks.struck.letters()
}

#[track_caller]
fn tools(shell: &Shell) -> ToolsView {
    match shell.view().page {
        PageView::Sitting(view) => view.tools,
        other => panic!("no question is shown: {other:?}"),
    }
}

/// A note with all that could break a log.
const NOTE: &str = "100% sure; ask@work:\n\"why?\" 👩‍💻 é\u{301}=x@5";

/// Something of each sort at the third question.
fn marked(shell: &mut Shell) -> Marks {
    shell.go(2);
    strike(shell, 'a');
    strike(shell, 'c');
    using(shell, ToolUse::Highlighted(0));
    note(shell, 2, "100% sure");
    note(shell, 2, NOTE);
    using(shell, ToolUse::Judged(Confidence::Fairly));
    let marks = shell.question().marks.clone();
    assert_eq!((marks.struck.letters().as_str(), marks.highlights), ("ac", SentenceSet(1)));
    assert_eq!((&*marks.note, marks.confidence), (NOTE, Some(Confidence::Fairly)));
    marks
}

#[test]
fn an_option_is_struck_and_no_longer_and_never_chosen_by_it() {
    let mut shell = at_work(SHORT);
    strike(&mut shell, 'a');
    strike(&mut shell, 'b');
    assert_eq!(struck(&shell), "ab");
    strike(&mut shell, 'a');
    assert_eq!(struck(&shell), "b");
    strike(&mut shell, 'h');
    assert_eq!(struck(&shell), "b", "there is no such option");
    assert!(shell.question().chosen.is_empty() && shell.said.is_empty());
}

#[test]
fn a_struck_option_that_is_chosen_is_struck_no_longer_and_what_is_chosen_cannot_be_struck() {
    let mut shell = at_work(SHORT);
    shell.answer_right();
    let key = shell.question().chosen;
    let one = key.iter().next().unwrap();
    shell.go(1);
    shell.go(0);
    let log = shell.sitting().log().len();
    strike(&mut shell, one.letter());
    assert_eq!((struck(&shell).as_str(), shell.question().chosen), ("", key), "the answer stays");
    assert_eq!(shell.sitting().log().len(), log);
    let mut shell = at_work(SHORT);
    for letter in ['a', 'b', 'c'] {
        strike(&mut shell, letter);
    }
    shell.choose('b');
    assert_eq!((struck(&shell).as_str(), shell.question().chosen.letters().as_str()), ("ac", "b"));
}

#[test]
fn what_is_marked_outlives_a_kill_and_goes_into_the_attempt() {
    let mut shell = at_work(SHORT);
    let marks = marked(&mut shell);
    let mut shell = shell.killed(3 * MINUTE);
    assert_eq!(shell.question().marks, marks);
    shell.go(3);
    assert_eq!(shell.question().marks, Marks::default(), "each question has its own");
    let form = shell.form();
    let id = shell.submit();
    let stored = SittingV1::parse_json(&shell.device.archive[&format!("attempt/{id}")]).unwrap();
    let (attempt, torn) = stored.on_form(form).unwrap();
    assert_eq!((attempt.marks(Position(2)), torn), (marks.clone(), 0));
    assert_eq!((attempt.note(Position(2)), attempt.note(Position(3))), (marks.note, "".into()));
}

#[test]
fn a_backup_has_what_is_marked() {
    let mut first = at_work(SHORT);
    let marks = marked(&mut first);
    let file = first.backup();
    let mut second = Shell::fresh(&site());
    second.send(Event::BackupChosen(file));
    second.visit("#/sitting/3");
    assert_eq!(second.question().marks, marks);
}

#[test]
fn a_sentence_is_highlighted_and_no_longer_if_there_is_one() {
    let mut shell = at_work(SHORT);
    let highlights = |shell: &Shell| shell.question().marks.highlights;
    using(&mut shell, ToolUse::Highlighted(0));
    assert!(highlights(&shell).contains(0));
    let log = shell.sitting().log().len();
    for beyond in [1, 63, 64, usize::MAX] {
        using(&mut shell, ToolUse::Highlighted(beyond));
        assert_eq!(highlights(&shell), SentenceSet(1), "the stem has one sentence");
    }
    assert_eq!(shell.sitting().log().len(), log);
    using(&mut shell, ToolUse::Highlighted(0));
    assert!(highlights(&shell).is_empty());
}

#[test]
fn a_note_is_of_the_question_at_which_it_was_written() {
    let mut shell = at_work(SHORT);
    shell.go(1);
    // What was typed at the first question arrives when the next one is open.
    note(&mut shell, 0, "of the first");
    assert_eq!(&*shell.question().marks.note, "");
    shell.go(0);
    assert_eq!(&*shell.question().marks.note, "of the first");
    let log = shell.sitting().log().len();
    note(&mut shell, 0, "of the first");
    note(&mut shell, 99, "of none");
    assert_eq!(shell.sitting().log().len(), log, "nothing new is not put down");
    note(&mut shell, 0, &"x".repeat(NOTE_SIGNS + 9));
    assert_eq!(shell.question().marks.note.len(), NOTE_SIGNS);
    note(&mut shell, 0, "");
    assert_eq!(shell.question().marks, Marks::default());
}

#[test]
fn notes_fill_a_log_up_to_a_bound_and_say_so() {
    let mut shell = at_work(SHORT);
    let pasted = ["a", "b"].map(|sign| sign.repeat(NOTE_SIGNS));
    for text in pasted.iter().cycle().take(100) {
        assert!(!tools(&shell).notes_full);
        note(&mut shell, 0, text);
    }
    assert!(tools(&shell).notes_full);
    let before = shell.sitting().log().len();
    note(&mut shell, 0, "one more");
    assert_eq!(shell.sitting().log().len(), before);
    assert_eq!(*shell.question().marks.note, pasted[1], "what was written stays");
    shell.answer_right();
    assert_eq!(&shell.killed(MINUTE).question().marks.note[..], pasted[1]);
}

#[test]
fn how_sure_one_is_can_be_told_changed_and_taken_back() {
    let mut shell = at_work(SHORT);
    for (told, then) in [
        (Confidence::Guess, Some(Confidence::Guess)),
        (Confidence::Certain, Some(Confidence::Certain)),
        (Confidence::Certain, None),
    ] {
        using(&mut shell, ToolUse::Judged(told));
        assert_eq!(shell.sitting().confidence(Position(0)), then);
    }
}

#[test]
fn the_tools_stay_as_they_are_from_question_to_question_and_begin_closed() {
    let mut shell = at_work(SHORT);
    assert_eq!(tools(&shell), ToolsView::default());
    using(&mut shell, ToolUse::Opened(true));
    using(&mut shell, ToolUse::Highlighting(true));
    shell.go(4);
    assert!(tools(&shell).open && tools(&shell).highlighting);
    using(&mut shell, ToolUse::Highlighting(false));
    assert!(tools(&shell).open && !tools(&shell).highlighting);
    shell.submit();
    shell.sit(SHORT);
    assert_eq!(tools(&shell), ToolsView::default());
}

#[test]
fn what_led_to_an_answer_that_was_checked_stands_and_a_note_can_follow_it() {
    let mut shell = Shell::fresh(&site());
    shell.sit("#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=10&min=none&way=reveal");
    let wrong = shell
        .question()
        .item
        .order
        .iter()
        .copied()
        .find(|option| !shell.question().item.question.key().contains(*option));
    let wrong = ToolUse::Struck(wrong.unwrap());
    using(&mut shell, wrong.clone());
    using(&mut shell, ToolUse::Judged(Confidence::Guess));
    shell.answer_right();
    let before = shell.question().marks.clone();
    assert!(!before.struck.is_empty());
    shell.send(Event::AnswerChecked);
    using(&mut shell, wrong);
    using(&mut shell, ToolUse::Judged(Confidence::Certain));
    assert_eq!(shell.question().marks, before);
    using(&mut shell, ToolUse::Highlighted(0));
    note(&mut shell, 0, "now I know");
    let shell = shell.killed(MINUTE);
    assert_eq!((&*shell.question().marks.note, shell.question().marks.struck), ("now I know", before.struck));
}

#[test]
fn nothing_is_marked_in_an_exam_that_is_another_tab_s_or_over() {
    let first = at_work(SHORT);
    let mut second = first.beside("#/sitting");
    let log = second.sitting().log().to_vec();
    let all = [
        ToolUse::Struck(OptionId::from_letter('a').unwrap()),
        ToolUse::Highlighted(0),
        ToolUse::Noted(Position(0), "mine".to_owned()),
        ToolUse::Judged(Confidence::Guess),
    ];
    for used in &all {
        using(&mut second, used.clone());
        assert_eq!(second.sitting().log(), log, "{used:?} is the owner's to do");
    }
    let mut shell = at_work(SHORT);
    let id = shell.submit();
    let attempt = shell.device.archive[&format!("attempt/{id}")].clone();
    for used in all {
        using(&mut shell, used);
    }
    assert_eq!(shell.device.archive[&format!("attempt/{id}")], attempt);
    assert!(shell.model.sitting().is_none_or(|sitting| sitting.note(Position(0)).is_empty()));
}

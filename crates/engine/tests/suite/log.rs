//! Properties of the sitting's log and its fold: whatever is done, and whatever a file claims was done.

use crate::support::bank::Bank;
use crate::support::cases;
use invigil_engine::app::Model;
use invigil_engine::draw::{DrawSpec, Pool, draw};
use invigil_engine::form::Form;
use invigil_engine::grade::{grade, is_right};
use invigil_engine::ids::{OptionId, OptionSet, Position, SittingId};
use invigil_engine::seed::Seed;
use invigil_engine::sitting::{
    Act, Choosing, Confidence, LogEntry, NOTE_SIGNS, NoteEdit, SentenceSet, Sitting, read_log, write_log,
};
use invigil_engine::store::Json as _;
use invigil_engine::store::v1::SittingV1;
use invigil_engine::time::{DurationMs, Minutes, UnixMillis};
use proptest::prelude::*;
use std::rc::Rc;

/// A paper of thirty questions, of both kinds.
fn make_form() -> Rc<Form> {
    let bank = Bank::of(120);
    let spec = DrawSpec {
        guide: crate::support::bank::guide("dva-c02"),
        length: 30,
        topics: Vec::new(),
        seed: Seed::from_entropy(5),
        pool: Pool::Open,
        only: None,
    };
    let selection = draw(&bank.index, &spec, None).unwrap();
    let (_, guide) = bank.index.guide(&spec.guide).unwrap();
    Rc::new(Form::assemble(bank.shelf(), guide, &[], spec.seed, false, &selection).unwrap())
}

thread_local! {
    static FORM: Rc<Form> = make_form();
}

/// The paper, made once for each test.
fn form() -> Rc<Form> {
    FORM.with(Rc::clone)
}

fn begin(form: &Rc<Form>) -> Sitting {
    let id = SittingId::parse("019aa0b1c2d0000abcd").unwrap();
    Sitting::start(id, Rc::clone(form), Some(Minutes(60)), UnixMillis(1_797_325_200_000))
}

fn options() -> impl Strategy<Value = OptionSet> {
    prop::collection::vec(0_u8..8, 0..5)
        .prop_map(|letters| letters.into_iter().filter_map(OptionId::from_index).collect())
}

fn confidence() -> impl Strategy<Value = Option<Confidence>> {
    prop_oneof![Just(None), (0_usize..3).prop_map(|place| Some(Confidence::ALL[place]))]
}

fn edit() -> impl Strategy<Value = NoteEdit> {
    (0_u16..40, 0_u16..40, note()).prop_map(|(front, back, put)| NoteEdit { front, back, put })
}

/// Notes as they are typed and pasted, with all that parts entries of a log.
fn note() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z;@=%.\n ]{0,40}",
        ".{0,20}",
        prop::collection::vec(any::<char>(), 0..12).prop_map(String::from_iter),
        Just("long ".repeat(600)),
    ]
}

/// Any act, on questions that are there and on others.
fn act() -> impl Strategy<Value = Act> {
    let place = || (0_u16..34).prop_map(Position);
    prop_oneof![
        8 => place().prop_map(Act::Visited),
        8 => (place(), options()).prop_map(|(at, chosen)| Act::Answered(at, chosen)),
        4 => (place(), any::<bool>()).prop_map(|(at, on)| Act::Flagged(at, on)),
        4 => (place(), options()).prop_map(|(at, struck)| Act::StruckOut(at, struck)),
        2 => (place(), 0_u64..9).prop_map(|(at, marked)| Act::Highlighted(at, SentenceSet(marked))),
        4 => (place(), edit()).prop_map(|(at, edit)| Act::Noted(at, edit)),
        2 => (place(), confidence()).prop_map(|(at, sure)| Act::Judged(at, sure)),
        2 => place().prop_map(Act::Revealed),
        1 => any::<bool>().prop_map(Act::Paused),
        2 => any::<i32>().prop_map(|by| Act::ClockJumped(i64::from(by))),
        2 => (0_i64..1_000_000).prop_map(|away| Act::Reopened(DurationMs(away))),
        1 => "[bdgiklnqtwyz][a-z0-9=@.]{0,8}".prop_map(Act::Unknown),
        1 => prop_oneof![Just(Act::Submitted), Just(Act::Expired), Just(Act::WentOn)],
    ]
}

/// Entries whose moments rise, or, where the clock was set, do not.
fn log() -> impl Strategy<Value = Vec<LogEntry>> {
    let entry = (0_i64..5_000_000, act()).prop_map(|(at, act)| LogEntry { at: DurationMs(at), act });
    prop::collection::vec(entry, 0..80)
}

#[track_caller]
fn check_sound(sitting: &Sitting) {
    let mut spent = DurationMs(0);
    for position in sitting.positions() {
        let item = sitting.form.item(position).unwrap();
        let chosen = sitting.answer(position);
        assert!(chosen.iter().all(|option| item.order.contains(&option)), "{position:?} {chosen:?}");
        assert!(chosen.len() <= item.question.wanted(), "{position:?} {chosen:?}");
        assert_eq!(sitting.is_complete(position), chosen.len() == item.question.wanted());
        let marks = sitting.marks(position);
        assert!(marks.struck.iter().all(|option| item.order.contains(&option)), "{position:?} {marks:?}");
        assert_eq!(marks.struck.minus(chosen), marks.struck, "what is chosen is not struck out");
        assert!(marks.highlights.fits(item.question.stem.sentences()), "{position:?} {marks:?}");
        assert!(marks.note.chars().count() <= NOTE_SIGNS);
        spent = spent.plus(sitting.spent(position));
    }
    assert!(sitting.form.item(sitting.current()).is_some());
    assert_eq!(spent, sitting.last_act(), "every millisecond belongs to one question");
    let grade = grade(sitting);
    let right = sitting.positions().filter(|position| is_right(sitting, *position)).count();
    assert_eq!(grade.all.right, u32::try_from(right).unwrap());
    assert!(grade.all.right + grade.unanswered <= grade.all.total);
}

/// All that a candidate would miss of a sitting.
fn state(sitting: &Sitting) -> impl PartialEq + std::fmt::Debug + use<> {
    let of = |at| {
        (
            (sitting.answer(at), sitting.is_flagged(at), sitting.is_visited(at), sitting.spent(at)),
            sitting.marks(at),
        )
    };
    let places: Vec<_> = sitting.positions().map(of).collect();
    (places, sitting.current(), sitting.ended(), sitting.last_act(), sitting.answers_changed())
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_log_folds_to_a_sound_sitting(log in log()) {
        let mut sitting = begin(&form());
        for entry in log {
            let ended = sitting.ended().is_some();
            let before = state(&sitting);
            sitting.record(entry.at, entry.act);
            if ended {
                prop_assert_eq!(state(&sitting), before, "nothing changes after the end");
            }
        }
        check_sound(&sitting);
    }

    #[test]
    fn a_written_log_replays_to_the_same_sitting(log in log()) {
        let mut sitting = begin(&form());
        for entry in log {
            sitting.record(entry.at, entry.act);
        }
        let text = write_log(sitting.log());
        let (read, torn) = read_log(&text);
        prop_assert_eq!(torn, 0);
        prop_assert_eq!(&write_log(&read), &text);
        let again = Sitting::replay(
            sitting.id.clone(), Rc::clone(&sitting.form), sitting.limit, sitting.started, read,
        );
        prop_assert_eq!(again, sitting);
    }

    #[test]
    fn a_stored_sitting_is_the_sitting(log in log(), wall in 0_i64..2_000_000_000_000) {
        let mut sitting = begin(&form());
        for entry in log {
            sitting.record(entry.at, entry.act);
        }
        let stored = SittingV1::from_sitting(&sitting, UnixMillis(wall), sitting.last_act());
        let text = stored.to_json();
        let read = SittingV1::parse_json(&text).unwrap();
        prop_assert_eq!(&read, &stored);
        let (again, torn) = read.on_form(Rc::clone(&sitting.form)).unwrap();
        prop_assert_eq!((again, torn), (sitting, 0));
    }

    #[test]
    fn a_note_is_what_was_written_last(notes in prop::collection::vec(note(), 1..12)) {
        let (mut sitting, here) = (begin(&form()), Position(2));
        for note in &notes {
            if let Some(edit) = NoteEdit::between(&sitting.note(here), note) {
                sitting.record(DurationMs(0), Act::Noted(here, edit));
            }
            let expected: String = note.chars().take(NOTE_SIGNS).collect();
            prop_assert_eq!(&*sitting.note(here), expected.as_str());
        }
        let (log, torn) = read_log(&write_log(sitting.log()));
        let again = Sitting::replay(sitting.id.clone(), sitting.form.clone(), None, sitting.started, log);
        prop_assert_eq!((again.note(here), torn), (sitting.note(here), 0));
    }

    #[test]
    fn choosing_never_gives_what_cannot_be_answered(
        choices in prop::collection::vec((0_u16..34, 0_u8..8), 0..120),
    ) {
        let mut sitting = begin(&form());
        for (second, (place, option)) in (0_i64..).zip(choices) {
            let (position, option) = (Position(place), OptionId::from_index(option).unwrap());
            let before = sitting.answer(position);
            let wanted = sitting.form.item(position).map_or(0, |item| item.question.wanted());
            match sitting.choose(position, option) {
                Choosing::Changed(chosen) => {
                    sitting.record(DurationMs(second * 1000), Act::Answered(position, chosen));
                    prop_assert_eq!(sitting.answer(position), chosen, "what is chosen is kept");
                    prop_assert!(wanted == 1 || chosen.contains(option) != before.contains(option));
                }
                Choosing::Full => {
                    prop_assert!(wanted > 1 && before.len() == wanted && !before.contains(option));
                }
                Choosing::NoSuchOption => {
                    let item = sitting.form.item(position);
                    prop_assert!(item.is_none_or(|item| !item.order.contains(&option)));
                }
            }
        }
        check_sound(&sitting);
    }

    #[test]
    fn any_text_is_read_as_a_log(text in "[vafjosexhmc0-9=@;a-h.%-]{0,120}|.{0,60}") {
        let (log, torn) = read_log(&text);
        let parts = text.split(';').filter(|part| !part.is_empty()).count();
        prop_assert_eq!(log.len() + torn, parts, "each entry is read or counted");
        let rewritten = write_log(&log);
        prop_assert_eq!(read_log(&rewritten), (log.clone(), 0), "what was read is written to be read again");
        let sitting = begin(&form());
        check_sound(&Sitting::replay(sitting.id, sitting.form, None, sitting.started, log));
    }
}

#[test]
fn an_answer_taken_back_or_completed_is_no_change_of_mind() {
    let form = form();
    let wanted_two = |sitting: &Sitting| {
        sitting.positions().find(|at| sitting.form.item(*at).unwrap().question.wanted() == 2).unwrap()
    };
    let check = |answers: &[&str], changed: u32| {
        let mut sitting = begin(&form);
        let at = wanted_two(&sitting);
        for letters in answers {
            sitting.record(DurationMs(1), Act::Answered(at, OptionSet::from_letters(letters).unwrap()));
        }
        assert_eq!(sitting.answers_changed(), changed, "{answers:?}");
    };
    check(&["a", "ab"], 0);
    check(&["a", ""], 0);
    check(&["ab", "ab"], 0);
    check(&["ab", "b", "bd"], 1);
    check(&["ab", "b", "bd", "d", "ad"], 2);
}

#[test]
fn a_model_begins_without_a_sitting() {
    assert!(Model::default().sitting().is_none());
}

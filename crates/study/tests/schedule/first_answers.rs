//! Which answers the chance of passing rests on, and what is told of them.

use crate::bank::{at, bank, history, review};
use invigil_engine::bank::{BankIndex, Tier};
use invigil_engine::exposure::{Exposure, Exposures, FirstAnswer, Latest, SeenIn};
use invigil_engine::ids::QuestionNumber;
use invigil_study::readiness::{NEEDED, answers, raw_share, readiness};

/// A bank of 80 questions, twenty in each of four domains.
fn eighty() -> BankIndex {
    bank(16, 5)
}

fn first(minute: i64, answer: FirstAnswer, seen_in: SeenIn) -> Exposure {
    Exposure { first: at(0, minute), revision: 1, answer, seen_in, last: at(9, 0), reasons: None }
}

fn seen(rows: &[(u32, Exposure)]) -> Exposures {
    let mut history = Exposures::default();
    for (number, exposure) in rows {
        history.add(QuestionNumber(*number), *exposure);
    }
    history
}

/// The answers that count, as `r` and `w`, oldest first.
#[track_caller]
fn check(index: &BankIndex, rows: &[(u32, Exposure)], expected: &str) {
    let counted = answers(index, 0, &seen(rows));
    let found: String = counted.iter().map(|answer| if answer.right { 'r' } else { 'w' }).collect();
    assert_eq!(found, expected);
}

const R: FirstAnswer = FirstAnswer::Right;
const W: FirstAnswer = FirstAnswer::Wrong;
const NONE: FirstAnswer = FirstAnswer::None;

#[test]
fn first_answers_count_in_the_order_of_time_and_then_of_number() {
    let timed = |minute, answer| first(minute, answer, SeenIn::Timed);
    check(&eighty(), &[], "");
    check(&eighty(), &[(1, timed(3, R)), (2, timed(1, W)), (3, timed(2, R))], "wrr");
    check(&eighty(), &[(4, timed(1, R)), (3, timed(1, W)), (9, timed(1, R))], "wrr");
}

#[test]
fn what_was_left_unanswered_is_wrong_against_the_clock_alone() {
    check(&eighty(), &[(1, first(1, NONE, SeenIn::Timed))], "w");
    check(&eighty(), &[(1, first(1, NONE, SeenIn::Untimed))], "");
    check(&eighty(), &[(1, first(1, NONE, SeenIn::Revealed))], "");
    check(&eighty(), &[(1, first(1, R, SeenIn::Revealed)), (2, first(2, W, SeenIn::Untimed))], "rw");
}

#[test]
fn the_later_of_two_near_duplicates_is_a_repeat_whichever_of_them_names_the_other() {
    let timed = |minute, answer| first(minute, answer, SeenIn::Timed);
    for (names, named) in [(1_u32, 2_u32), (2, 1)] {
        let mut index = eighty();
        index.entries[usize::try_from(names).unwrap() - 1].enemies = vec![QuestionNumber(named)];
        check(&index, &[(1, timed(1, W)), (2, timed(2, R))], "w");
        check(&index, &[(1, timed(2, W)), (2, timed(1, R))], "r");
        // Of one moment the lower number is the earlier one.
        check(&index, &[(1, timed(1, W)), (2, timed(1, R))], "w");
        // Seen is enough, even without an answer or as a question that no exam asks.
        check(&index, &[(1, first(1, NONE, SeenIn::Untimed)), (2, timed(2, R))], "");
        index.entries[0].tier = Tier::Foundation;
        check(&index, &[(1, timed(1, W)), (2, timed(2, R))], "");
        // Alone it counts.
        check(&index, &[(2, timed(2, R))], "r");
    }
}

#[test]
fn what_the_exam_does_not_ask_is_left_out() {
    let timed = |number| (number, first(1, R, SeenIn::Timed));
    let mut index = eighty();
    index.entries[1].tier = Tier::Foundation;
    index.entries[2].cells.clear();
    check(&index, &[timed(1), timed(2), timed(3), timed(4), timed(81), timed(999)], "rr");
    assert_eq!(answers(&index, 1, &seen(&[timed(1)])), []);
}

#[test]
fn no_chance_is_told_before_there_are_enough_answers_in_all_and_in_each_domain() {
    let reviews: Vec<_> = (1..=80).map(|number| review(0, number, number % 5 != 0)).collect();
    let told = |reviews: &[_]| readiness(&eighty(), 0, &history(reviews));
    let whole = told(&reviews);
    assert_eq!((whole.fresh, whole.needed, whole.needed_of_domain), (80, 65, 8));
    assert!(whole.chance.is_some_and(|chance| (5..=95).contains(&chance) && chance % 5 == 0));
    assert_eq!(
        whole.domains.iter().map(|domain| (domain.fresh, domain.right)).collect::<Vec<_>>(),
        [(20, 16); 4]
    );
    assert!(told(&reviews[..65]).chance.is_some());
    let few = told(&reviews[..64]);
    assert_eq!((few.fresh, few.chance), (NEEDED - 1, None));
    assert!(few.low < few.high && few.high <= 100, "the range stays");
    // Seven of the last domain, which has every fourth objective of five questions.
    let last = |number: u32| (number - 1) / 5 % 4 == 3;
    let (of_last, others): (Vec<_>, Vec<_>) = reviews.into_iter().partition(|review| last(review.number.0));
    assert_eq!(told(&[&others[..], &of_last[..7]].concat()).chance, None);
    assert!(told(&[&others[..], &of_last[..8]].concat()).chance.is_some());
}

#[test]
fn a_repeat_raises_the_claim_of_all_answers_and_nothing_else() {
    let mut reviews: Vec<_> = (1..=80).map(|number| review(0, number, number % 2 == 0)).collect();
    let before = readiness(&eighty(), 0, &history(&reviews));
    reviews.extend((1..=80).map(|number| review(1, number, true)));
    let after = readiness(&eighty(), 0, &history(&reviews));
    assert!(after.raw > before.raw);
    assert_eq!(readiness(&eighty(), 0, &history(&reviews[..80])), before);
    assert_eq!(invigil_engine::study::Readiness { raw: before.raw, ..after }, before);
}

#[test]
fn all_answers_together_claim_nothing_for_none_right_and_everything_for_all_right() {
    let of = |right: bool| {
        let reviews: Vec<_> = (1..=80).map(|number| review(0, number, right)).collect();
        // The longest exam there is, and the usual one: a chance near nothing to such a power is no number any more.
        [8, 50, 200].map(|scored| {
            let mut index = eighty();
            index.guides[0].format.scored = scored;
            readiness(&index, 0, &history(&reviews)).raw
        })
    };
    assert_eq!(of(true), [Some(100); 3]);
    assert_eq!(of(false), [Some(0); 3]);
    assert_eq!(readiness(&eighty(), 0, &Exposures::default()).raw, None);
}

#[test]
fn a_history_older_than_the_log_has_first_and_latest_answers() {
    let mut history = seen(&[(1, first(1, W, SeenIn::Timed)), (2, first(1, R, SeenIn::Timed))]);
    assert_eq!(raw_share(&history), Some(0.5));
    history.add_latest(QuestionNumber(1), Latest { at: at(1, 0), answer: R });
    assert_eq!(raw_share(&history), Some(2.0 / 3.0));
    history.reviews.add(&review(2, 1, true));
    assert_eq!(raw_share(&history), Some(1.0));
}

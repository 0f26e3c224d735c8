//! The day on which a card is due.

use crate::bank::{DAY, UTC, at, bank, card, date, history, review, sure};
use invigil_engine::exposure::{Exposure, Exposures, FirstAnswer, Latest, SeenIn};
use invigil_engine::ids::QuestionNumber;
use invigil_engine::review::Review;
use invigil_engine::sitting::Confidence;
use invigil_engine::time::{DurationMs, Minutes};
use invigil_study::schedule::{Grade, Sight, cards, grade};

use Confidence::{Certain, Fairly, Guess};

#[test]
fn grades_follow_the_table() {
    let first = Sight { days_since: None, quick: true };
    let later = Sight { days_since: Some(5), quick: true };
    let slow = Sight { quick: false, ..later };
    let soon = Sight { days_since: Some(1), ..later };
    for sight in [first, later, slow, soon] {
        for confidence in [None, Some(Guess), Some(Fairly), Some(Certain)] {
            assert_eq!(grade(false, confidence, sight), Grade::Again);
        }
        assert_eq!(grade(true, None, sight), Grade::Good);
    }
    let of = |sight| [Guess, Fairly, Certain].map(|confidence| grade(true, Some(confidence), sight));
    assert_eq!(of(first), [Grade::Again, Grade::Hard, Grade::Good]);
    assert_eq!(of(later), [Grade::Hard, Grade::Good, Grade::Easy]);
    assert_eq!(of(slow), [Grade::Hard, Grade::Good, Grade::Good]);
    assert_eq!(of(soon), [Grade::Hard, Grade::Good, Grade::Good]);
}

#[test]
fn what_is_known_is_asked_after_2_11_and_46_days() {
    let mut reviews = Vec::new();
    let mut day = DAY;
    let mut intervals = Vec::new();
    for number in 1..=3 {
        reviews.push(review(day, number, true));
        let due = card(&reviews, day, None).due;
        intervals.push(due - day);
        day = due;
    }
    assert_eq!(intervals, [2, 11, 46]);
}

#[test]
fn what_was_missed_is_asked_the_next_day_then_after_2_and_6() {
    let mut reviews = vec![review(DAY, 1, false)];
    let mut day = DAY;
    let mut intervals = Vec::new();
    for number in 2..=4 {
        let due = card(&reviews, day, None).due;
        intervals.push(due - day);
        day = due;
        reviews.push(review(day, number, true));
    }
    assert_eq!(intervals, [1, 2, 6]);
}

#[test]
fn a_card_tells_how_well_it_is_known() {
    let known = card(&[review(DAY, 1, false), review(DAY + 1, 2, true)], DAY + 3, Some(DAY + 30));
    assert_eq!((known.objective, known.reviews, known.lapses, known.misconceived), (0, 2, 1, false));
    assert_eq!(known.due, DAY + 3);
    assert!((890..=910).contains(&known.recall), "{known:?}");
    assert!(known.on_exam_day.unwrap() < known.recall, "{known:?}");
    assert!((150..=250).contains(&known.stability), "{known:?}");
    assert_eq!(card(&[review(DAY, 1, true)], DAY, None).recall, 1000);
    assert_eq!(card(&[review(DAY, 1, true)], DAY - 5, None).recall, 1000, "a clock that was set back");
}

#[test]
fn days_are_those_of_the_learner() {
    // Half past eleven in the evening, and one hour later.
    let reviews = [Review { at: at(DAY, 1410), ..review(DAY, 1, true) }];
    let due = |offset| cards(&bank(1, 8), &history(&reviews), DAY, Minutes(offset), None)[0].due;
    assert_eq!(due(0), DAY + 2);
    assert_eq!(due(60), DAY + 3);
}

/// How many reviews an answer makes.
#[track_caller]
fn check_counts(answer: Review, expected: usize) {
    assert_eq!(cards(&bank(3, 8), &history(&[answer]), DAY, UTC, None).len(), expected, "{answer:?}");
}

#[test]
fn not_every_row_is_a_review() {
    let right = review(DAY, 1, true);
    check_counts(right, 1);
    check_counts(Review { spent: DurationMs(2000), ..right }, 1);
    check_counts(Review { spent: DurationMs(1999), ..right }, 0);
    check_counts(Review { number: QuestionNumber(999), ..right }, 0);
    let none = Review { answer: FirstAnswer::None, ..right };
    check_counts(none, 0);
    check_counts(Review { seen_in: SeenIn::Untimed, ..none }, 0);
    check_counts(Review { seen_in: SeenIn::Timed, ..none }, 1);
    assert_eq!(card(&[Review { seen_in: SeenIn::Timed, ..none }], DAY, None).lapses, 1);
}

/// A history from before there was a log.
fn old(first: (i64, FirstAnswer), latest: Option<(i64, FirstAnswer)>) -> Exposures {
    let (number, seen_in) = (QuestionNumber(1), SeenIn::Untimed);
    let mut history = Exposures::default();
    let (first, answer) = (at(first.0, 720), first.1);
    let last = latest.map_or(first, |(day, _)| at(day, 720));
    history.add(number, Exposure { first, revision: 1, answer, seen_in, last, reasons: None });
    if let Some((day, answer)) = latest {
        history.add_latest(number, Latest { at: at(day, 720), answer });
    }
    history
}

#[test]
fn what_was_learned_before_the_log_is_not_lost() {
    use FirstAnswer::{None as Nothing, Right, Wrong};
    let check = |history: &Exposures, expected: Option<(u32, u32, i64)>| {
        let cards = cards(&bank(3, 8), history, DAY, UTC, None);
        let found = cards.first().map(|card| (card.reviews, card.lapses, card.due));
        assert_eq!(found, expected, "{history:?}");
    };
    check(&old((DAY, Right), None), Some((1, 0, DAY + 2)));
    check(&old((DAY, Wrong), Some((DAY + 1, Right))), Some((2, 1, DAY + 3)));
    check(&old((DAY, Nothing), None), None);
    check(&old((DAY, Nothing), Some((DAY + 1, Right))), Some((1, 0, DAY + 3)));
    check(&old((DAY, Right), Some((DAY + 1, Nothing))), Some((1, 0, DAY + 2)));

    // The log of the same sitting says the same thing once more.
    let mut logged = old((DAY, Right), None);
    logged.reviews.add(&Review { at: at(DAY, 760), ..review(DAY, 1, true) });
    check(&logged, Some((1, 0, DAY + 2)));
    // A log that begins later goes on from there.
    let mut later = old((DAY, Right), Some((DAY + 2, Right)));
    later.reviews.add(&review(DAY + 2, 1, true));
    check(&later, Some((2, 0, DAY + 13)));
}

/// The days, counted from the first answer, on which a card is due if it is answered so each time.
#[track_caller]
fn check_misconception(answers: &[(bool, Option<Confidence>)], expected: &[i64], misconceived: bool) {
    let mut reviews = vec![sure(DAY, 1, false, Certain)];
    let mut days = Vec::new();
    for (number, (right, confidence)) in (2..).zip(answers) {
        let due = card(&reviews, DAY, None).due;
        days.push(due - DAY);
        reviews.push(Review { confidence: *confidence, ..review(due, number, *right) });
    }
    let last = card(&reviews, DAY, None);
    days.push(last.due - DAY);
    assert_eq!((days.as_slice(), last.misconceived), (expected, misconceived), "{answers:?}");
}

#[test]
fn what_was_certain_and_wrong_is_asked_the_next_day_and_on_the_seventh() {
    check_misconception(&[], &[1], true);
    // On the third day by its memory; that is no check.
    check_misconception(&[(true, None), (true, None), (true, None)], &[1, 3, 7, 21], false);
    check_misconception(&[(true, None), (false, None)], &[1, 3, 4], true);
    check_misconception(&[(true, Some(Guess))], &[1, 2], true);
    check_misconception(&[(false, Some(Certain)), (true, None)], &[1, 2, 3], true);
}

#[test]
fn a_well_known_thing_that_was_certain_and_wrong_is_checked_all_the_same() {
    let mut reviews: Vec<Review> =
        [0, 2, 13, 59, 220].map(|day| review(DAY + day, 1, true)).into_iter().collect();
    let fell = DAY + 700;
    reviews.push(review(fell, 2, false));
    let by_memory = card(&reviews, fell, None).due - fell;
    assert!(by_memory > 2, "{by_memory}");
    reviews.pop();
    reviews.push(sure(fell, 2, false, Certain));
    assert_eq!(card(&reviews, fell, None).due, fell + 1);
    reviews.push(review(fell + 1, 3, true));
    let checked = card(&reviews, fell, None);
    assert!(checked.misconceived && checked.due <= fell + 7, "{checked:?}");
    // A first check that comes late keeps its distance to the second.
    reviews.pop();
    reviews.push(review(fell + 30, 3, true));
    let late = card(&reviews, fell, None);
    assert!(late.misconceived && late.due <= fell + 36 && late.due > fell + 30, "{late:?}");
    reviews.push(review(fell + 36, 4, true));
    assert!(!card(&reviews, fell, None).misconceived);
}

#[test]
fn only_who_is_certain_and_quick_waits_longer() {
    let others = [review(DAY - 9, 9, true), review(DAY - 9, 10, true)];
    let due = |spent: i64, confidence| {
        let spent = DurationMs(spent);
        let later = Review { spent, confidence: Some(confidence), ..review(DAY + 2, 2, true) };
        let reviews: Vec<Review> = others.into_iter().chain([review(DAY, 1, true), later]).collect();
        let cards = cards(&bank(3, 8), &history(&reviews), DAY, UTC, None);
        cards.iter().find(|card| card.objective == 0).unwrap().due
    };
    assert_eq!(due(60_000, Certain), DAY + 13);
    assert_eq!(due(30_000, Fairly), DAY + 13);
    assert!(due(30_000, Certain) > DAY + 13);
}

#[test]
fn the_exam_pulls_to_the_day_before_it() {
    let known = [review(DAY, 1, true), review(DAY + 2, 2, true)];
    let due = |exam| card(&known, DAY + 2, Some(exam)).due;
    assert_eq!(due(DAY + 40), DAY + 13);
    assert_eq!(due(DAY + 14), DAY + 13);
    assert_eq!(due(DAY + 13), DAY + 12);
    assert_eq!(due(DAY + 4), DAY + 3);
    // On the eve nothing is left to pull to, and an exam that is over pulls nothing.
    assert_eq!(due(DAY + 3), DAY + 13);
    assert_eq!(due(DAY), DAY + 13);
    assert_eq!(card(&known, DAY + 2, Some(DAY)).on_exam_day, None);
}

#[test]
fn the_most_urgent_come_first() {
    let reviews = [review(DAY, 1, true), review(DAY, 9, false), review(DAY + 8, 17, true)];
    let order = |today| {
        let cards = cards(&bank(3, 8), &history(&reviews), today, UTC, None);
        cards.iter().map(|card| card.objective).collect::<Vec<_>>()
    };
    assert_eq!(order(DAY + 8), [1, 0, 2]);
    assert_eq!(order(DAY + 10), [1, 0, 2]);
    let same = [review(DAY, 17, true), review(DAY, 9, true), review(DAY, 1, true)];
    let cards = cards(&bank(3, 8), &history(&same), DAY + 5, UTC, Some(date(DAY + 90)));
    assert_eq!(cards.iter().map(|card| card.objective).collect::<Vec<_>>(), [0, 1, 2]);
}

//! Which questions are due, and in which order.

use crate::bank::{DAY, UTC, answer, at, bank, history, review, sure};
use invigil_engine::bank::{BankIndex, Tier};
use invigil_engine::exposure::{Exposures, FirstAnswer};
use invigil_engine::ids::QuestionNumber;
use invigil_engine::objection::Objection;
use invigil_engine::review::Review;
use invigil_engine::sitting::Confidence;
use invigil_engine::study::Calibration;
use invigil_study::schedule::{calibration, cards, due, forecast};

/// The numbers due on a day.
fn due_on(index: &BankIndex, history: &Exposures, day: i64) -> Vec<u32> {
    let cards = cards(index, history, day, UTC, None);
    due(index, 0, history, &cards, day).into_iter().map(|number| number.0).collect()
}

#[test]
fn an_unseen_sibling_is_asked_first_then_the_one_seen_longest_ago() {
    let index = bank(1, 3);
    let mut seen = history(&[review(DAY, 2, false)]);
    assert_eq!(due_on(&index, &seen, DAY), []);
    assert_eq!(due_on(&index, &seen, DAY + 1), [1]);
    answer(&mut seen, &review(DAY + 1, 1, false));
    assert_eq!(due_on(&index, &seen, DAY + 2), [3]);
    answer(&mut seen, &review(DAY + 2, 3, false));
    assert_eq!(due_on(&index, &seen, DAY + 3), [2]);
    answer(&mut seen, &review(DAY + 3, 2, false));
    assert_eq!(due_on(&index, &seen, DAY + 4), [1]);
}

#[test]
fn only_what_the_guide_may_ask_is_due() {
    let seen = history(&[review(DAY, 1, false)]);
    let check = |change: &dyn Fn(&mut BankIndex), expected: &[u32]| {
        let mut index = bank(1, 3);
        change(&mut index);
        assert_eq!(due_on(&index, &seen, DAY + 1), expected);
    };
    check(&|_| {}, &[2]);
    check(&|index| index.entries[1].sealed = true, &[3]);
    check(&|index| index.entries[1].tier = Tier::Foundation, &[3]);
    check(&|index| index.entries[1].cells.clear(), &[3]);
    check(&|index| index.entries[1..].iter_mut().for_each(|entry| entry.sealed = true), &[1]);
    check(&|index| index.entries.iter_mut().for_each(|entry| entry.sealed = true), &[]);

    let index = bank(1, 3);
    let mut objecting = seen.clone();
    let objection = Objection { at: at(DAY, 800), revision: 1, stands: true };
    objecting.objections.add(QuestionNumber(2), objection);
    assert_eq!(due_on(&index, &objecting, DAY + 1), [3]);
}

#[test]
fn no_three_in_a_row_are_of_one_domain() {
    // The first sixteen objectives by domain, one domain after the other in urgency.
    let index = bank(16, 2);
    let reviews: Vec<Review> = (0..16_u32)
        .map(|objective| {
            let day = DAY + i64::from(objective % 4);
            review(day, objective * 2 + 1, true)
        })
        .collect();
    let seen = history(&reviews);
    let asked = due_on(&index, &seen, DAY + 20);
    assert_eq!(asked.len(), 16);
    let domain = |number: &u32| (number - 1) / 2 % 4;
    assert_eq!(asked.iter().take(2).map(domain).collect::<Vec<_>>(), [0, 0], "most urgent first");
    assert!(
        asked.windows(3).all(|three| three.iter().any(|other| domain(other) != domain(&three[0]))),
        "{asked:?}"
    );
}

#[test]
fn the_forecast_counts_days_and_puts_what_is_overdue_on_the_first() {
    let reviews =
        [review(DAY, 1, true), review(DAY, 9, false), review(DAY, 17, true), review(DAY - 2, 18, true)];
    let cards = cards(&bank(3, 8), &history(&reviews), DAY, UTC, None);
    let on = |today| forecast(&cards, today);
    let days = |expected: &[(usize, u32)]| {
        let mut days = vec![0; 14];
        for (day, count) in expected {
            days[*day] = *count;
        }
        days
    };
    assert_eq!(on(DAY), days(&[(1, 1), (2, 1), (11, 1)]));
    assert_eq!(on(DAY + 5), days(&[(0, 2), (6, 1)]));
    assert_eq!(on(DAY - 20), days(&[]));
}

#[test]
fn calibration_counts_every_answer_whose_confidence_was_told() {
    use Confidence::{Certain, Fairly, Guess};
    let reviews = [
        sure(DAY, 1, true, Guess),
        sure(DAY, 2, false, Guess),
        sure(DAY + 1, 999, true, Fairly),
        sure(DAY, 3, true, Certain),
        review(DAY, 4, true),
        Review { answer: FirstAnswer::None, ..sure(DAY, 5, false, Certain) },
    ];
    let of = |asked, right| Calibration { asked, right };
    assert_eq!(calibration(&history(&reviews)), [of(2, 1), of(1, 1), of(1, 1)]);
}

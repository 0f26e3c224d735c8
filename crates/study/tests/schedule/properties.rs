//! What holds for every history.

use crate::bank::{DAY, UTC, at, bank, date, history};
use invigil_engine::bank::BankIndex;
use invigil_engine::exposure::{Exposures, FirstAnswer, SeenIn};
use invigil_engine::ids::{OptionSet, QuestionNumber};
use invigil_engine::review::Review;
use invigil_engine::sitting::Confidence;
use invigil_engine::study::Card;
use invigil_engine::time::DurationMs;
use invigil_study::schedule::{cards, due};
use proptest::prelude::*;

const TODAY: i64 = DAY + 60;

fn any_review() -> impl Strategy<Value = Review> {
    let answer = prop_oneof![
        5 => Just(FirstAnswer::Right),
        3 => Just(FirstAnswer::Wrong),
        1 => Just(FirstAnswer::None)
    ];
    let seen_in = prop_oneof![Just(SeenIn::Timed), Just(SeenIn::Untimed), Just(SeenIn::Revealed)];
    let confidence = prop::option::of((0_usize..3).prop_map(|place| Confidence::ALL[place]));
    let when = (DAY..=TODAY, 0_i64..1440);
    (when, 1_u32..60, answer, seen_in, confidence, 0_i64..200_000).prop_map(
        |((day, minute), number, answer, seen_in, confidence, spent)| Review {
            at: at(day, minute),
            number: QuestionNumber(number),
            revision: 1,
            chosen: OptionSet::EMPTY,
            answer,
            seen_in,
            confidence,
            spent: DurationMs(spent),
        },
    )
}

fn reviews() -> impl Strategy<Value = Vec<Review>> {
    prop::collection::vec(any_review(), 0..80)
}

fn subject() -> BankIndex {
    bank(10, 5)
}

fn cards_of(history: &Exposures, exam: Option<i64>) -> Vec<Card> {
    cards(&subject(), history, TODAY, UTC, exam.map(date))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_insertion_does_not_matter(
        (given, shuffled) in reviews().prop_flat_map(|given| (Just(given.clone()), Just(given).prop_shuffle())),
    ) {
        prop_assert_eq!(cards_of(&history(&given), None), cards_of(&history(&shuffled), None));
    }

    #[test]
    fn histories_join_either_way_to_the_same_cards(one in reviews(), other in reviews()) {
        let (one, other) = (history(&one), history(&other));
        let (mut here, mut there) = (one.clone(), other.clone());
        here.merge(&other);
        there.merge(&one);
        prop_assert_eq!(cards_of(&here, None), cards_of(&there, None));
        let mut again = here.clone();
        again.merge(&other);
        prop_assert_eq!(cards_of(&again, None), cards_of(&here, None));
    }

    #[test]
    fn a_card_is_sound(given in reviews(), left in 0_i64..40) {
        let known = history(&given);
        let exam = TODAY + left;
        for card in cards_of(&known, Some(exam)) {
            let of_card = |review: &&Review| (review.number.0 - 1) / 5 == u32::from(card.objective);
            let counts = |review: &&Review| {
                let answered = review.answer != FirstAnswer::None || review.seen_in == SeenIn::Timed;
                answered && review.spent.0 >= 2000
            };
            let mine: Vec<&Review> = given.iter().filter(of_card).filter(counts).collect();
            let last = mine.iter().map(|review| review.at.0.div_euclid(86_400_000)).max().unwrap();
            prop_assert!(card.due > last, "never before the day after a review");
            prop_assert!(card.due < exam || last >= exam - 1 || left == 0, "{:?} {}", card, exam);
            prop_assert!(card.recall <= 1000 && card.on_exam_day.unwrap() <= card.recall);
            prop_assert!(card.lapses <= card.reviews && card.reviews > 0);
        }
    }

    #[test]
    fn what_is_due_is_asked_once_each(given in reviews()) {
        let known = history(&given);
        let cards = cards_of(&known, None);
        let waiting = cards.iter().filter(|card| card.due <= TODAY).count();
        let mut asked = due(&subject(), 0, &known, &cards, TODAY);
        prop_assert_eq!(asked.len(), waiting);
        asked.sort_unstable();
        asked.dedup();
        prop_assert_eq!(asked.len(), waiting);
        prop_assert!(cards.iter().take(waiting).all(|card| card.due <= TODAY), "due cards come first");
    }
}

//! A history comes from a file that anyone may have written: whatever is in it, reckoning ends with an answer.

use super::bank::bank;
use invigil_engine::study::StudyInput;
use invigil_engine::time::{Date, Minutes};
use invigil_study::study;
use proptest::prelude::*;
use std::rc::Rc;

/// Moments and spans as no clock gives them, among usual ones.
fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => (1_700_000_000_000_i64..1_900_000_000_000).prop_map(|at| at.to_string()),
        1 => any::<i64>().prop_map(|at| at.to_string()),
        1 => prop::sample::select(vec!["0", "-1", "9223372036854775807", "-9223372036854775808", "999999999999999"]).prop_map(str::to_owned),
    ]
}

fn row() -> impl Strategy<Value = String> {
    let question = || 0_u32..70;
    prop_oneof![
        (question(), number(), "[rwn]", "[tur]", number()).prop_map(
            |(question, first, answer, place, last)| {
                format!("{question}.1.{first}.{answer}.{place}.{last}.0")
            }
        ),
        (question(), number(), "[rwn]")
            .prop_map(|(question, at, answer)| format!("l.{question}.{at}.{answer}")),
        (number(), question(), "[rwn]", "[tur]", "[gfc-]", number()).prop_map(
            |(at, question, answer, place, sure, spent)| format!(
                "a.{at}.{question}.1.b.{answer}.{place}.{sure}.{spent}"
            )
        ),
        "[a-z0-9.]{0,40}",
    ]
}

proptest! {
    #[test]
    fn whatever_a_history_holds_it_is_reckoned(
        rows in prop::collection::vec(row(), 0..60),
        now in prop_oneof![4 => 1_700_000_000_000_i64..1_900_000_000_000, 1 => any::<i64>()],
        offset in -900..900_i32,
        exam in prop::option::of("20[0-9]{2}-[01][0-9]-[0-3][0-9]"),
        guide in 0_u8..3,
    ) {
        let exam = exam.and_then(|day| Date::parse(&day));
        let input = StudyInput { index: Rc::new(bank(5, 12)), guide, now, offset: Minutes(offset), exam, history: rows.join(";") };
        let study = study(&input);
        prop_assert!(study.readiness.chance.is_none_or(|chance| (5..=95).contains(&chance)));
        prop_assert!(study.cards.len() <= 5);
    }
}

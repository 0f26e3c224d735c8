//! FSRS-6 against the numbers that its reference implementations are tested with, as the schedule uses it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_possible_truncation,
    reason = "a broken assumption in a test is a failed test"
)]

use fsrs::{
    FSRS, FSRS6_DEFAULT_DECAY, FSRSItem, FSRSReview, MemoryState, check_and_fill_parameters,
    current_retrievability,
};
use invigil_study::schedule::{Grade, Memory, RETENTION};
use serde_json::Value;

/// Vectors that are run here.
const RUN: &[&str] = &[
    "custom_19_params",
    "default_parameters",
    "first_review",
    "forgetting_curve",
    "interval_for_S1_by_retention",
    "interval_history",
    "memory_state",
    "next_difficulty_from_5",
    "next_stability",
    "retrievability_at_due_after_first_easy",
    "short_params_accepted",
];

/// Vectors that are not: bounds of the optimiser and the optimiser itself, which is not used; and the bounds of states,
/// of which there are no numbers.
const LEFT: &[&str] = &["optimizer_py", "parameter_bounds", "stability_bounds"];

/// Parts of the file that are about something else: other versions of FSRS, and a source of random numbers.
const ELSEWHERE: &[&str] = &["fsrs5", "fsrs7", "note", "pcg32_reference"];

fn file() -> Value {
    serde_json::from_str(include_str!("fsrs-vectors.json")).unwrap()
}

fn vectors(name: &str) -> Value {
    file()["fsrs6"][name].clone()
}

fn numbers(value: &Value) -> Vec<f32> {
    value.as_array().unwrap().iter().map(number).collect()
}

fn number(value: &Value) -> f32 {
    value.as_f64().unwrap() as f32
}

fn whole(value: &Value) -> Vec<u32> {
    value.as_array().unwrap().iter().map(|value| value.as_u64().unwrap().try_into().unwrap()).collect()
}

/// Relative, since an `f32` holds seven digits.
#[track_caller]
fn check(found: f32, expected: f32, tolerance: f32) {
    assert!((found - expected).abs() <= tolerance * expected.abs().max(1.0), "{found} for {expected}");
}

fn published() -> FSRS {
    FSRS::new(&[]).unwrap()
}

/// The memory after answers, as the schedule steps through them.
fn memory(fsrs: FSRS, ratings: &[u32], deltas: &[u32]) -> MemoryState {
    let mut memory = Memory::with(fsrs);
    let steps = ratings.iter().zip(deltas);
    steps.fold(None, |from, (rating, days)| memory.after(from, GRADES[*rating as usize - 1], *days)).unwrap()
}

const GRADES: [Grade; 4] = [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy];

fn reviews(ratings: &[u32], deltas: &[u32]) -> Vec<FSRSReview> {
    ratings
        .iter()
        .zip(deltas)
        .map(|(rating, delta_t)| FSRSReview { rating: *rating, delta_t: *delta_t })
        .collect()
}

#[test]
fn every_vector_is_run_or_named() {
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let mut known: Vec<&str> = RUN.iter().chain(LEFT).copied().collect();
    known.sort_unstable();
    assert_eq!(keys(&file()["fsrs6"]), known);
    let others: Vec<String> = keys(&file()).into_iter().filter(|key| key != "fsrs6").collect();
    assert_eq!(others, ELSEWHERE);
}

#[test]
fn the_published_parameters_are_used() {
    assert_eq!(fsrs::DEFAULT_PARAMETERS.to_vec(), numbers(&vectors("default_parameters")["w"]));
}

#[test]
fn a_first_review() {
    let expected = vectors("first_review");
    let (stability, difficulty) = (numbers(&expected["stability"]), numbers(&expected["difficulty"]));
    let intervals = numbers(&expected["interval_at_0.9"]);
    for (place, rating) in (1..=4).enumerate() {
        let state = memory(published(), &[rating], &[0]);
        check(state.stability, stability[place], 1e-6);
        check(state.difficulty, difficulty[place], 1e-6);
        check(Memory::with(published()).interval(state), intervals[place], 1e-5);
    }
}

#[test]
fn a_memory_after_reviews() {
    for vector in vectors("memory_state").as_array().unwrap() {
        let mut parameters = fsrs::DEFAULT_PARAMETERS;
        if vector["w"] != "default" {
            assert_eq!(vector["w"], "default with w17=w18=w19=0");
            parameters[17..20].fill(0.0);
        }
        let (ratings, deltas) = (whole(&vector["ratings"]), whole(&vector["deltas"]));
        let state = memory(FSRS::new(&parameters).unwrap(), &ratings, &deltas);
        let tolerance = number(&vector["tol"]);
        check(state.stability, number(&vector["stability"]), tolerance);
        check(state.difficulty, number(&vector["difficulty"]), tolerance);
    }
}

#[test]
fn intervals_of_thirteen_answers() {
    let vector = vectors("interval_history");
    let (ratings, days) = (whole(&vector["ratings"]), whole(&vector["days"]));
    let deltas: Vec<u32> = [0].into_iter().chain(days.iter().copied()).collect();
    for (place, expected) in days.iter().enumerate() {
        // An interval of none is a step of minutes, which we do not have.
        if *expected > 0 {
            let state = memory(published(), &ratings[..=place], &deltas);
            let interval = Memory::with(published()).interval(state);
            assert_eq!(interval.round().max(1.0) as i64, i64::from(*expected), "answer {place}");
        }
    }
}

#[test]
fn intervals_by_the_wanted_retention() {
    let vector = vectors("interval_for_S1_by_retention");
    for (retention, days) in numbers(&vector["retention"]).into_iter().zip(numbers(&vector["days_f32"])) {
        let interval = published().next_interval(Some(1.0), retention, 0);
        check(interval.round().max(1.0), days, 1e-6);
    }
}

#[test]
fn forgetting() {
    let memories = Memory::new().unwrap();
    for vector in vectors("forgetting_curve").as_array().unwrap() {
        let (days, stability) = (numbers(&vector["t"]), numbers(&vector["s"]));
        for ((days, stability), expected) in days.into_iter().zip(stability).zip(numbers(&vector["r"])) {
            let state = MemoryState { stability, difficulty: 5.0 };
            check(memories.recall(state, days), expected, 1e-6);
            check(current_retrievability(state, days, FSRS6_DEFAULT_DECAY), expected, 1e-6);
        }
    }
    let vector = vectors("retrievability_at_due_after_first_easy");
    let easy = memory(published(), &[4], &[0]);
    let days = number(&vector["elapsed_days"]);
    check(memories.recall(easy, days), number(&vector["r"]), 1e-6);
}

#[test]
fn difficulty_after_each_grade() {
    let expected = numbers(&vectors("next_difficulty_from_5")["after"]);
    let known = MemoryState { stability: 5.0, difficulty: 5.0 };
    let mut memory = Memory::new().unwrap();
    for (grade, expected) in GRADES.into_iter().zip(expected) {
        check(memory.after(Some(known), grade, 5).unwrap().difficulty, expected, 1e-6);
    }
}

/// What a later day does to stability is told there for shares of recall that no whole number of days gives; the
/// histories above go through that formula.
#[test]
fn stability_after_each_grade_on_the_same_day() {
    let vector = vectors("next_stability");
    let mut memory = Memory::new().unwrap();
    let (stability, difficulty) = (number(&vector["s"]), numbers(&vector["difficulty"]));
    for (place, expected) in numbers(&vector["same_day"]).into_iter().enumerate() {
        let known = MemoryState { stability, difficulty: difficulty[place] };
        check(memory.after(Some(known), GRADES[place], 0).unwrap().stability, expected, 1e-5);
    }
}

/// Steps that are kept, and the shortcuts to recall and interval, against the library itself.
#[test]
fn every_step_is_that_of_the_library() {
    let mut memory = Memory::new().unwrap();
    // A simple source of lots: what matters is that many histories begin alike.
    let mut lot = 1_u32;
    let mut next = |bound: u32| {
        lot = lot.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (lot >> 16) % bound
    };
    for _ in 0..3000 {
        let length = 1 + next(6);
        let ratings: Vec<u32> = (0..length).map(|_| 1 + next(4)).collect();
        let deltas: Vec<u32> =
            (0..length).map(|place| if place == 0 { 0 } else { next(9) * next(9) }).collect();
        let steps = ratings.iter().zip(&deltas);
        let state = steps
            .fold(None, |from, (rating, days)| memory.after(from, GRADES[*rating as usize - 1], *days))
            .unwrap();
        let item = FSRSItem { reviews: reviews(&ratings, &deltas) };
        assert_eq!(published().memory_state(item, None).unwrap(), state);
        check(memory.interval(state), published().next_interval(Some(state.stability), RETENTION, 0), 1e-6);
        for days in [0.0, 1.0, 30.0, 900.0] {
            check(memory.recall(state, days), current_retrievability(state, days, FSRS6_DEFAULT_DECAY), 1e-6);
        }
    }
}

#[test]
fn older_parameters_are_filled_up() {
    let vector = vectors("short_params_accepted");
    let filled = check_and_fill_parameters(&numbers(&vector["fsrs45_to_6"]["in"])).unwrap();
    for (found, expected) in filled.into_iter().zip(numbers(&vector["fsrs45_to_6"]["out"])) {
        check(found, expected, 1e-6);
    }
    for length in [17, 19, 21] {
        assert!(FSRS::new(&fsrs::DEFAULT_PARAMETERS[..length]).is_ok(), "{length}");
    }

    let vector = vectors("custom_19_params");
    let fsrs = FSRS::new(&numbers(&vector["w"])).unwrap();
    let state = memory(fsrs.clone(), &whole(&vector["ratings"]), &whole(&vector["deltas"]));
    check(state.stability, number(&vector["stability"]), 5e-5);
    check(state.difficulty, number(&vector["difficulty"]), 5e-5);
    let then = &vector["then"];
    let from = MemoryState { stability: number(&then["from"]["s"]), difficulty: number(&then["from"]["d"]) };
    let next = fsrs
        .next_states(Some(from), RETENTION, u32::try_from(then["days"].as_u64().unwrap()).unwrap())
        .unwrap();
    check(next.good.memory.stability, number(&then["s"]), 5e-5);
    check(next.good.memory.difficulty, number(&then["d"]), 5e-5);
}

//! Which words the practice page says.

use super::{
    DRILL_BOOKMARKED, DRILL_BOOKMARKED_HINT, DRILL_CHANGED, DRILL_CHANGED_HINT, DRILL_DUE, DRILL_DUE_HINT,
    DRILL_MISSED, DRILL_MISSED_HINT, DRILL_MOCK, DRILL_MOCK_HINT, DRILL_NEW, DRILL_NEW_HINT, DRILL_NONE,
    DRILL_UNSEEN, DRILL_UNSEEN_HINT, DRILL_WEAK, DRILL_WEAK_HINT, OUTCOME_NO_CHANCE, OUTCOME_NO_SCORE,
    TODAY_START, TODAY_TITLE, drill_count, outcome_line_failed, outcome_line_passed, percent, ready_words,
};
use invigil_engine::app::Drill;

/// The name of a drill, and what it asks.
pub(crate) fn drill(drill: Drill) -> (&'static str, &'static str) {
    match drill {
        Drill::Today => (TODAY_TITLE, TODAY_START),
        Drill::Due => (DRILL_DUE, DRILL_DUE_HINT),
        Drill::Missed => (DRILL_MISSED, DRILL_MISSED_HINT),
        Drill::Weak => (DRILL_WEAK, DRILL_WEAK_HINT),
        Drill::Bookmarked => (DRILL_BOOKMARKED, DRILL_BOOKMARKED_HINT),
        Drill::Unseen => (DRILL_UNSEEN, DRILL_UNSEEN_HINT),
        Drill::Changed => (DRILL_CHANGED, DRILL_CHANGED_HINT),
        Drill::New => (DRILL_NEW, DRILL_NEW_HINT),
        Drill::Mock => (DRILL_MOCK, DRILL_MOCK_HINT),
    }
}

/// The name of a misconception: its id in the bank, in words.
pub(crate) fn misconception(id: &str) -> String {
    let mut name = id.replace('-', " ");
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}

/// How many questions a drill has.
pub(crate) fn drill_size(questions: u32) -> String {
    if questions == 0 { DRILL_NONE.to_owned() } else { drill_count(questions) }
}

/// An exam that was told of.
pub(crate) fn outcome(day: &str, passed: bool, score: Option<u32>, chance: Option<u32>) -> String {
    let score = score.map_or_else(|| OUTCOME_NO_SCORE.to_owned(), |score| score.to_string());
    let chance = chance.map_or_else(|| OUTCOME_NO_CHANCE.to_owned(), percent);
    if passed { outcome_line_passed(day, &score, &chance) } else { outcome_line_failed(day, &score, &chance) }
}

/// A chance that is a multiple of five percent, in words: so many of ten where that is exact, else of twenty.
pub(crate) fn chance(percent: u32) -> String {
    if percent.is_multiple_of(10) { ready_words(percent / 10, 10) } else { ready_words(percent / 5, 20) }
}

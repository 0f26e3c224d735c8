//! Which words of a result stand where that depends on what it shows.

use super::{
    CHANGED_FROM_RIGHT, CHANGED_TO_RIGHT, CHANGED_WRONG, CHANGES_EVEN, FILTER_NONE, GAIN_ONE,
    NEXT_OBJECTIVES, NEXT_TASKS, NEXT_TOPICS, NONE_CHANGED_HERE, NONE_FLAGGED, NONE_NOTED, NONE_UNSCORED,
    NONE_WRONG, SURE_CERTAIN, SURE_FAIRLY, SURE_GUESS, changes_cost, changes_won, difference_chance,
    difference_real, duration, figures, gain_tenths, interval_percent, pace_timed, pace_untimed, points_less,
    points_more,
};
use invigil_engine::app::Filter;
use invigil_engine::gains::Grain;
use invigil_engine::interval::{Difference, Interval};
use invigil_engine::sitting::Confidence;
use invigil_engine::time::DurationMs;
use invigil_engine::view::Change;

/// What the list of parts is.
pub(crate) fn next_lead(grain: Grain) -> &'static str {
    match grain {
        Grain::Objectives => NEXT_OBJECTIVES,
        Grain::Tasks => NEXT_TASKS,
        Grain::Topics => NEXT_TOPICS,
    }
}

/// What a part may bring.
pub(crate) fn gain(hundredths: u32) -> String {
    match (hundredths + 5) / 10 {
        10 => GAIN_ONE.to_owned(),
        tenths => gain_tenths(tenths / 10, tenths % 10),
    }
}

/// Where a share may lie.
pub(crate) fn interval(interval: Interval) -> String {
    let percent = |hundredths: u32| (hundredths + 50) / 100;
    interval_percent(percent(interval.low), percent(interval.high))
}

/// The pace in a sentence.
pub(crate) fn pace(each: DurationMs, even: DurationMs, timed: bool) -> String {
    let (each, even) = (duration(each), duration(even));
    if timed { pace_timed(&each, &even) } else { pace_untimed(&each, &even) }
}

/// What changing answers did.
pub(crate) fn changes(gained: u32, lost: u32) -> String {
    match gained.cmp(&lost) {
        std::cmp::Ordering::Greater => changes_won(gained - lost),
        std::cmp::Ordering::Equal => CHANGES_EVEN.to_owned(),
        std::cmp::Ordering::Less => changes_cost(lost - gained),
    }
}

/// A mark on a question whose answer was changed.
pub(crate) fn change(change: Change) -> &'static str {
    match change {
        Change::Gained => CHANGED_TO_RIGHT,
        Change::Lost => CHANGED_FROM_RIGHT,
        Change::Neither => CHANGED_WRONG,
    }
}

/// How sure the learner was.
pub(crate) fn sure(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Guess => SURE_GUESS,
        Confidence::Fairly => SURE_FAIRLY,
        Confidence::Certain => SURE_CERTAIN,
    }
}

/// What an empty filter says.
pub(crate) fn none_here(filter: Filter) -> &'static str {
    match filter {
        Filter::All => FILTER_NONE,
        Filter::Wrong => NONE_WRONG,
        Filter::Flagged => NONE_FLAGGED,
        Filter::Unscored => NONE_UNSCORED,
        Filter::Changed => NONE_CHANGED_HERE,
        Filter::Noted => NONE_NOTED,
    }
}

/// Points with their sign.
pub(crate) fn signed(points: i64) -> String {
    match points {
        0 => figures(0_u32),
        ..0 => points_less(-points),
        1.. => points_more(points),
    }
}

/// How far the second result lies from the first.
pub(crate) fn difference(difference: Difference) -> String {
    let words = if difference.may_be_chance() { difference_chance } else { difference_real };
    let points = [difference.change, difference.low, difference.high].map(|hundredths| {
        let half = if hundredths < 0 { -50 } else { 50 };
        signed((i64::from(hundredths) + half) / 100)
    });
    let [change, low, high] = &points;
    words(change, low, high)
}

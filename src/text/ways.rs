//! Which message names a choice of how an exam is sat.

use super::{
    PICK_ANY, PICK_MISSED, PICK_UNSEEN, TIME_EXTRA, TIME_USUAL, WAY_EXAM, WAY_EXAM_HINT, WAY_REVEAL,
    WAY_REVEAL_HINT, WAY_UNTIMED, WAY_UNTIMED_HINT, minutes, percent,
};
use invigil_engine::app::{Pick, TimeChoice};
use invigil_engine::sitting::Way;
use invigil_engine::time::Minutes;

/// The name of a way to sit, and what it is.
pub(crate) fn way(way: Way) -> (&'static str, &'static str) {
    match way {
        Way::Exam => (WAY_EXAM, WAY_EXAM_HINT),
        Way::Untimed => (WAY_UNTIMED, WAY_UNTIMED_HINT),
        Way::Reveal => (WAY_REVEAL, WAY_REVEAL_HINT),
    }
}

/// The name of a choice of time.
pub(crate) fn time_choice(choice: TimeChoice) -> String {
    match choice {
        TimeChoice::Usual => TIME_USUAL.to_owned(),
        TimeChoice::Extra => TIME_EXTRA.to_owned(),
        TimeChoice::Times(quarters) => percent(u32::from(quarters) * 25),
    }
}

/// Which of the questions.
pub(crate) fn pick(pick: Pick) -> &'static str {
    match pick {
        Pick::Any => PICK_ANY,
        Pick::UnseenFirst => PICK_UNSEEN,
        Pick::Missed => PICK_MISSED,
    }
}

/// "5 minutes", as a length.
pub(crate) fn lasting(count: u32) -> String {
    minutes(Some(Minutes(i32::try_from(count).unwrap_or(i32::MAX))))
}

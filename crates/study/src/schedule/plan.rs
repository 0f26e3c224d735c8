//! What to do until the exam.

use super::queue::Askable;
use super::replay::Practice;
use invigil_engine::study::Plan;
use invigil_engine::time::Date;

/// The most questions that a plan asks for on a day: two sessions of twenty. What is due comes first; of new
/// questions there are then as many as still fit.
pub const MOST_A_DAY: u32 = 40;

/// Days before the exam on which a sealed mock is sat, the earlier first.
const MOCKS: [i64; 2] = [10, 3];

/// The last day for new questions, in days before the exam: what is new then can still be repeated once.
const LAST_FRESH: i64 = 2;

/// The plan for today; none when the exam is over.
///
/// The questions never seen are spread evenly over the days from today to the second before the exam, rounded up, and
/// what is due today is added, within [`MOST_A_DAY`]. Both are counted as they stood when the day began, so that the
/// number does not move while it is worked off; what is missed is spread over the days that are left.
///
/// Sealed mocks are planned for the tenth and the third day before the exam, as many as the sealed questions suffice
/// for and the earlier dropped first; one that was sat is not planned again. `due` is how many questions are due now.
pub fn plan(practice: &Practice, askable: &Askable, due: usize, today: i64, exam: Date) -> Option<Plan> {
    let days = u32::try_from(exam.days().checked_sub(today)?).ok()?;
    let due = u32::try_from(due).unwrap_or(u32::MAX);
    let due = due.saturating_add(practice.met_on(today, Some(exam))).min(MOST_A_DAY);
    let unseen = askable.unseen.saturating_add(askable.fresh_on(today, practice.offset));
    let fresh_days = u32::try_from(i64::from(days) - LAST_FRESH + 1).unwrap_or(0);
    let fresh = if fresh_days == 0 { 0 } else { unseen.div_ceil(fresh_days) };
    let fresh = fresh.min(MOST_A_DAY - due);
    let mocks = mocks(askable, today, exam.days());
    Some(Plan { days, today: due + fresh, fresh, done: practice.answered_on(today), mocks })
}

/// The days of the sealed mocks that are still to be sat, each on another day.
///
/// A mock was sat when at least half of its number of sealed questions were seen, and is not planned again; of two
/// the later one stays. Where its day has passed it moves to the first day that is free from today on; the day of the
/// exam is never one, and where no day is free there is no mock.
fn mocks(askable: &Askable, today: i64, exam: i64) -> Vec<i64> {
    let Some(suffice) = askable.sealed.checked_div(askable.of_exam) else { return Vec::new() };
    let sat = askable.sealed_seen.saturating_add(askable.of_exam / 2) / askable.of_exam;
    let wanted = MOCKS.len().min(usize::try_from(suffice).unwrap_or(0));
    let left = wanted.saturating_sub(usize::try_from(sat).unwrap_or(usize::MAX));
    let mut free = today;
    let mut days = Vec::with_capacity(left);
    for before in MOCKS.iter().skip(MOCKS.len() - left) {
        let day = free.max(exam - before);
        if day < exam {
            days.push(day);
            free = day + 1;
        }
    }
    days
}

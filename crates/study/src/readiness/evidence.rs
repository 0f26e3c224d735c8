//! Which answers of a history count: the first to each question, and none that a near-duplicate gave away.

use super::Answer;
use invigil_engine::bank::{BankIndex, Tier};
use invigil_engine::exposure::{Exposure, Exposures, FirstAnswer, SeenIn};
use invigil_engine::ids::QuestionNumber;

/// The first answers that count for a guide, by its place in the bank; oldest first.
///
/// A question that was left unanswered counts as wrong where the exam would count it so, against the clock, and not at
/// all elsewhere. One whose near-duplicate was seen before is a repeat and is left out, and so is what the bank or the
/// guide no longer asks.
pub fn answers(index: &BankIndex, guide: u8, history: &Exposures) -> Vec<Answer> {
    let pairs = pairs(index);
    let mut counted: Vec<(i64, QuestionNumber, Answer)> = Vec::new();
    // Both rise by number, so they are gone through side by side.
    let mut entries = index.entries.iter().peekable();
    for (number, seen) in history.iter() {
        let Some(right) = outcome(&seen) else { continue };
        while entries.next_if(|entry| entry.number < number).is_some() {}
        let entry = entries.peek().filter(|entry| entry.number == number && entry.tier == Tier::Exam);
        let Some(cell) = entry.and_then(|entry| entry.cell(guide)) else { continue };
        if !was_given_away(number, &seen, &pairs, history) {
            counted.push((seen.first.0, number, Answer { domain: cell.domain, right }));
        }
    }
    counted.sort_unstable_by_key(|(at, number, _)| (*at, *number));
    counted.into_iter().map(|(.., answer)| answer).collect()
}

fn outcome(seen: &Exposure) -> Option<bool> {
    match (seen.answer, seen.seen_in) {
        (FirstAnswer::Right, _) => Some(true),
        (FirstAnswer::Wrong, _) | (FirstAnswer::None, SeenIn::Timed) => Some(false),
        (FirstAnswer::None, _) => None,
    }
}

/// Near-duplicates, each from both sides, by rising number.
fn pairs(index: &BankIndex) -> Vec<(QuestionNumber, QuestionNumber)> {
    let told = |entry: &invigil_engine::bank::Entry| {
        let number = entry.number;
        entry.enemies.iter().flat_map(move |enemy| [(number, *enemy), (*enemy, number)]).collect::<Vec<_>>()
    };
    let mut pairs: Vec<_> = index.entries.iter().flat_map(told).collect();
    pairs.sort_unstable();
    pairs
}

fn was_given_away(
    number: QuestionNumber,
    seen: &Exposure,
    pairs: &[(QuestionNumber, QuestionNumber)],
    history: &Exposures,
) -> bool {
    let from = pairs.partition_point(|(known, _)| *known < number);
    let twins = pairs.iter().skip(from).take_while(|(known, _)| *known == number);
    let mut before = twins.filter_map(|(_, twin)| Some((*twin, history.get(*twin)?)));
    before.any(|(twin, other)| (other.first, twin) < (seen.first, number))
}

/// The share of right answers among all, repeats and all; none without an answer. A history that is older than the log
/// of answers knows first and latest ones.
pub fn raw_share(history: &Exposures) -> Option<f64> {
    let logged = history.reviews.answers();
    let known = || {
        let first = history.iter().map(|(_, seen)| seen.answer);
        first.chain(history.latest().map(|(_, latest)| latest.answer))
    };
    let (right, all) = if history.reviews.is_empty() { count(known()) } else { count(logged) };
    (all > 0).then(|| f64::from(right) / f64::from(all))
}

fn count(answers: impl Iterator<Item = FirstAnswer>) -> (u32, u32) {
    let given = answers.filter(|answer| *answer != FirstAnswer::None);
    given.fold((0, 0), |(right, all), answer| (right + u32::from(answer == FirstAnswer::Right), all + 1))
}

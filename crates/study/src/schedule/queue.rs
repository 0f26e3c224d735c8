//! Which question a due card is asked with, and in which order.

use super::answers::day_at;
use super::interleave::{Place, interleave};
use invigil_engine::bank::{BankIndex, Entry, Tier};
use invigil_engine::exposure::Exposures;
use invigil_engine::ids::QuestionNumber;
use invigil_engine::study::Card;
use invigil_engine::time::{Minutes, UnixMillis};

/// A question for an objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Asked {
    number: QuestionNumber,
    /// When it was last seen; none when it never was.
    last: Option<UnixMillis>,
    place: Place,
}

/// What a guide lets a learner be asked: exam questions that belong to it, are not sealed, and are not objected to.
#[derive(Clone, Debug)]
pub struct Askable {
    /// By objective the question to ask next.
    next: Vec<Option<Asked>>,
    /// How many questions were never seen.
    pub(super) unseen: u32,
    /// When the others were first seen.
    first_seen: Vec<UnixMillis>,
    /// Sealed questions of the guide.
    pub(super) sealed: u32,
    /// How many of them were seen.
    pub(super) sealed_seen: u32,
    /// How many questions an exam has.
    pub(super) of_exam: u32,
}

impl Askable {
    /// Goes through the bank once; `guide` is a place in [`BankIndex::guides`].
    pub fn of(index: &BankIndex, guide: u8, history: &Exposures) -> Self {
        let of_exam = index.guides.get(usize::from(guide)).map_or(0, |guide| guide.format.questions);
        let next = vec![None; index.objectives.len()];
        let (unseen, first_seen, sealed, sealed_seen) = (0, Vec::new(), 0, 0);
        let mut askable = Self { next, unseen, first_seen, sealed, sealed_seen, of_exam };
        let objections: Vec<QuestionNumber> =
            history.objections.standing().map(|(number, _)| number).collect();
        let mut rows = history.iter().peekable();
        for entry in index.entries.iter().filter(|entry| entry.tier == Tier::Exam) {
            let Some(cell) = entry.cell(guide) else { continue };
            if objections.binary_search(&entry.number).is_ok() {
                continue;
            }
            while rows.next_if(|(number, _)| *number < entry.number).is_some() {}
            let seen = rows.next_if(|(number, _)| *number == entry.number).map(|(_, seen)| seen);
            if entry.sealed {
                askable.sealed += 1;
                askable.sealed_seen += u32::from(seen.is_some());
                continue;
            }
            match seen {
                None => askable.unseen += 1,
                Some(seen) => askable.first_seen.push(seen.first),
            }
            let place = Place { domain: cell.domain, task: cell.task };
            askable.offer(entry, Asked { number: entry.number, last: seen.map(|seen| seen.last), place });
        }
        askable
    }

    /// Keeps a question if it is better than what its objective has: never seen, or seen longer ago.
    fn offer(&mut self, entry: &Entry, asked: Asked) {
        let best = self.next.get_mut(usize::from(entry.objective));
        let better = |best: &&mut Option<Asked>| {
            best.is_none_or(|best| (asked.last, asked.number) < (best.last, best.number))
        };
        if let Some(best) = best.filter(better) {
            *best = Some(asked);
        }
    }

    /// The question to ask for an objective: one never seen, else the one seen longest ago.
    pub fn question(&self, objective: u16) -> Option<QuestionNumber> {
        self.asked(objective).map(|asked| asked.number)
    }

    fn asked(&self, objective: u16) -> Option<Asked> {
        self.next.get(usize::from(objective)).copied().flatten()
    }

    /// How many questions were seen on a day for the first time; `offset` says how far local time is ahead of UTC.
    pub(super) fn fresh_on(&self, day: i64, offset: Minutes) -> u32 {
        let on_day = |at: &&UnixMillis| day_at(**at, offset) == day;
        u32::try_from(self.first_seen.iter().filter(on_day).count()).unwrap_or(u32::MAX)
    }

    /// See [`due`].
    pub fn due(&self, cards: &[Card], today: i64) -> Vec<QuestionNumber> {
        let due = cards.iter().filter(|card| card.due <= today);
        let asked: Vec<Asked> = due.filter_map(|card| self.asked(card.objective)).collect();
        let places: Vec<Place> = asked.iter().map(|asked| asked.place).collect();
        let order = interleave(&places);
        order.into_iter().filter_map(|at| asked.get(at)).map(|asked| asked.number).collect()
    }
}

/// One question for each card that is due, in the order of the cards, but so that no three in a row are of one task
/// or domain where that can be avoided.
///
/// The objective is what is due, so a question of it that was never seen comes first: it asks for the thing, where a
/// known question asks for its answer. Cards without a question that the guide may ask are passed over.
pub fn due(
    index: &BankIndex,
    guide: u8,
    history: &Exposures,
    cards: &[Card],
    today: i64,
) -> Vec<QuestionNumber> {
    Askable::of(index, guide, history).due(cards, today)
}

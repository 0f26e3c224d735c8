//! What a candidate has seen of a bank: one row a question, kept from the first day.
//!
//! Rows merge in any order and any number of times to the same result, so that the
//! histories of two devices can be joined.

use crate::ids::QuestionNumber;
use crate::objection::Objections;
use crate::review::ReviewLog;
use crate::time::UnixMillis;

/// How the first answer to a question went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FirstAnswer {
    /// Right.
    Right,
    /// Wrong.
    Wrong,
    /// Seen without an answer.
    None,
}

/// In which kind of sitting a question was first seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SeenIn {
    /// Against the clock, nothing revealed before the end.
    Timed,
    /// With no limit, nothing revealed before the end.
    Untimed,
    /// With its reasons at once.
    Revealed,
}

impl FirstAnswer {
    /// Its sign where it is stored.
    pub(crate) fn sign(self) -> char {
        match self {
            Self::Right => 'r',
            Self::Wrong => 'w',
            Self::None => 'n',
        }
    }

    pub(crate) fn of_sign(sign: &str) -> Option<Self> {
        [Self::Right, Self::Wrong, Self::None].into_iter().find(|known| is_sign(sign, known.sign()))
    }
}

impl SeenIn {
    /// Its sign where it is stored.
    pub(crate) fn sign(self) -> char {
        match self {
            Self::Timed => 't',
            Self::Untimed => 'u',
            Self::Revealed => 'r',
        }
    }

    pub(crate) fn of_sign(sign: &str) -> Option<Self> {
        [Self::Timed, Self::Untimed, Self::Revealed].into_iter().find(|known| is_sign(sign, known.sign()))
    }
}

fn is_sign(text: &str, sign: char) -> bool {
    let mut signs = text.chars();
    signs.next() == Some(sign) && signs.next().is_none()
}

/// How the latest answer to a question went, which was seen before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Latest {
    /// When it was given.
    pub at: UnixMillis,
    /// How it went.
    pub answer: FirstAnswer,
}

/// A candidate's history with one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exposure {
    /// When it was first seen.
    pub first: UnixMillis,
    /// The revision that was seen then.
    pub revision: u16,
    /// How the first answer went.
    pub answer: FirstAnswer,
    /// Where it was first seen.
    pub seen_in: SeenIn,
    /// When it was last seen.
    pub last: UnixMillis,
    /// When its reasons were first open to the reader.
    pub reasons: Option<UnixMillis>,
}

impl Exposure {
    /// Joins two histories of one question: the earlier first sight, the later last one.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        let first_of = |e: Self| (e.first, e.revision, e.answer, e.seen_in);
        let earlier = if first_of(self) <= first_of(other) { self } else { other };
        let reasons = match (self.reasons, other.reasons) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Self { last: self.last.max(other.last), reasons, ..earlier }
    }
}

/// The history of a candidate with a bank: rows by rising number, and what the candidate holds to be wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exposures {
    rows: Vec<(QuestionNumber, Exposure)>,
    /// The latest answers to questions that were seen more than once, by rising number.
    latest: Vec<(QuestionNumber, Latest)>,
    /// Questions that the candidate objects to.
    pub objections: Objections,
    /// Questions that the candidate wants to come back to, kept as objections are: the later word counts.
    pub bookmarks: Objections,
    /// All answers, as they were given.
    pub reviews: ReviewLog,
}

impl Exposures {
    /// Adds what was seen.
    pub fn add(&mut self, number: QuestionNumber, seen: Exposure) {
        match self.place(number) {
            Ok(place) => {
                if let Some((_, known)) = self.rows.get_mut(place) {
                    *known = known.merge(seen);
                }
            }
            Err(place) => self.rows.insert(place, (number, seen)),
        }
    }

    /// Adds how an answer to a question went that was seen before; of two the later one stays.
    pub fn add_latest(&mut self, number: QuestionNumber, latest: Latest) {
        match self.latest.binary_search_by_key(&number, |(known, _)| *known) {
            Ok(place) => {
                if let Some((_, known)) = self.latest.get_mut(place) {
                    *known = (*known).max(latest);
                }
            }
            Err(place) => self.latest.insert(place, (number, latest)),
        }
    }

    /// The latest answers to questions that were seen more than once, by rising number.
    pub fn latest(&self) -> impl Iterator<Item = (QuestionNumber, Latest)> {
        self.latest.iter().copied()
    }

    /// The questions whose latest answer was not right, by rising number.
    pub fn missed(&self) -> Vec<QuestionNumber> {
        let latest = |number: QuestionNumber| {
            let place = self.latest.binary_search_by_key(&number, |(known, _)| *known);
            place.ok().and_then(|place| self.latest.get(place)).map(|(_, latest)| *latest)
        };
        let answer = |number, seen: Exposure| {
            // A history that was joined in may hold a first answer that is later than the latest one.
            latest(number)
                .filter(|latest| latest.at >= seen.first)
                .map_or(seen.answer, |latest| latest.answer)
        };
        let missed = self.iter().filter(|(number, seen)| answer(*number, *seen) != FirstAnswer::Right);
        missed.map(|(number, _)| number).collect()
    }

    /// Notes that the reasons of a question were open to the reader.
    pub fn reasons_seen(&mut self, number: QuestionNumber, at: UnixMillis) {
        let place = self.place(number);
        if let Some((_, known)) = place.ok().and_then(|place| self.rows.get_mut(place)) {
            known.reasons = Some(known.reasons.map_or(at, |earlier| earlier.min(at)));
        }
    }

    /// Joins another history into this one.
    pub fn merge(&mut self, other: &Self) {
        for (number, seen) in other.iter() {
            self.add(number, seen);
        }
        for (number, latest) in other.latest() {
            self.add_latest(number, latest);
        }
        self.objections.merge(&other.objections);
        self.bookmarks.merge(&other.bookmarks);
        self.reviews.merge(&other.reviews);
    }

    /// The objections alone, for a draw that leaves out what is objected to and prefers nothing.
    #[must_use]
    pub fn objections_only(&self) -> Self {
        Self { objections: self.objections.clone(), ..Self::default() }
    }

    /// The history of one question.
    pub fn get(&self, number: QuestionNumber) -> Option<&Exposure> {
        self.rows.get(self.place(number).ok()?).map(|(_, seen)| seen)
    }

    /// When a question was last seen.
    pub fn last_seen(&self, number: QuestionNumber) -> Option<UnixMillis> {
        self.get(number).map(|seen| seen.last)
    }

    /// How many questions were seen.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether nothing was seen.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All rows, by rising number.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionNumber, Exposure)> {
        self.rows.iter().copied()
    }

    /// Where a question stands, or where it belongs.
    fn place(&self, number: QuestionNumber) -> Result<usize, usize> {
        self.rows.binary_search_by_key(&number, |(known, _)| *known)
    }
}

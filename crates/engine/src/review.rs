//! Answers as they were given: the raw log from which any scheduler of reviews can be replayed.

use crate::exposure::{FirstAnswer, SeenIn};
use crate::ids::{OptionSet, QuestionNumber};
use crate::sitting::Confidence;
use crate::time::{DurationMs, UnixMillis};

/// An answer to a question, at any time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    /// When it was given.
    pub at: UnixMillis,
    /// The question.
    pub number: QuestionNumber,
    /// Its revision.
    pub revision: u16,
    /// What was chosen.
    pub chosen: OptionSet,
    /// How it went.
    pub answer: FirstAnswer,
    /// In which kind of sitting.
    pub seen_in: SeenIn,
    /// How sure the learner was; none when that was not told.
    pub confidence: Option<Confidence>,
    /// How long the question was open.
    pub spent: DurationMs,
}

/// The least and the most bytes that a row can have.
const SIZES: std::ops::RangeInclusive<usize> = 14..=90;

impl Review {
    /// It as a row: `at.number.revision.chosen.answer.where.confidence.spent`.
    pub fn row(&self) -> String {
        let Self { at, number, revision, chosen, spent, .. } = self;
        let answer = self.answer.sign();
        let place = self.seen_in.sign();
        let confidence = match self.confidence {
            None => '-',
            Some(Confidence::Guess) => 'g',
            Some(Confidence::Fairly) => 'f',
            Some(Confidence::Certain) => 'c',
        };
        // Thirteen digits last until the year 2286, so that rows sort as their moments do.
        let at = u64::try_from(at.0).unwrap_or(0);
        let (number, chosen, spent) = (number.0, chosen.letters(), spent.0);
        format!("{at:013}.{number}.{revision}.{chosen}.{answer}.{place}.{confidence}.{spent}")
    }

    /// Reads a row. Ten thousand of them are read when practice is reckoned, so it looks at bytes.
    pub fn of_row(row: &str) -> Option<Self> {
        let mut fields = Some(row.as_bytes());
        let mut next = || {
            let field = fields?;
            let end = field.iter().position(|byte| *byte == b'.');
            fields = end.and_then(|end| field.get(end + 1..));
            field.get(..end.unwrap_or(field.len()))
        };
        let at = UnixMillis(digits(next()?)?);
        let number = QuestionNumber(digits(next()?)?.try_into().ok()?);
        let revision = digits(next()?)?.try_into().ok()?;
        let chosen = OptionSet::from_letters(std::str::from_utf8(next()?).ok()?)?;
        let answer = FirstAnswer::of_byte(next()?)?;
        let seen_in = match next()? {
            b"t" => SeenIn::Timed,
            b"u" => SeenIn::Untimed,
            b"r" => SeenIn::Revealed,
            _ => return None,
        };
        let confidence = match next()? {
            b"-" => None,
            b"g" => Some(Confidence::Guess),
            b"f" => Some(Confidence::Fairly),
            b"c" => Some(Confidence::Certain),
            _ => return None,
        };
        let spent = DurationMs(digits(next()?)?);
        let complete = next().is_none();
        complete.then_some(Self { at, number, revision, chosen, answer, seen_in, confidence, spent })
    }
}

/// How the answer of a row went, without the rest of it.
fn answer_of(row: &str) -> Option<FirstAnswer> {
    FirstAnswer::of_byte(row.as_bytes().rsplit(|byte| *byte == b'.').nth(3)?)
}

impl FirstAnswer {
    fn of_byte(sign: &[u8]) -> Option<Self> {
        match sign {
            b"r" => Some(Self::Right),
            b"w" => Some(Self::Wrong),
            b"n" => Some(Self::None),
            _ => None,
        }
    }
}

/// A number of at most fifteen digits.
fn digits(bytes: &[u8]) -> Option<i64> {
    if bytes.is_empty() || bytes.len() > 15 {
        return None;
    }
    bytes
        .iter()
        .try_fold(0_i64, |number, byte| byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0')))
}

/// All answers that were ever given to questions of a bank, as rows: the page keeps and joins them, and only who
/// reckons with them reads them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReviewLog {
    /// Ascending, each once.
    rows: Vec<String>,
}

impl ReviewLog {
    /// Adds an answer.
    pub fn add(&mut self, review: &Review) {
        self.add_row(review.row());
    }

    /// Adds a row as it was stored; one that has another shape than any row is left out, and false is told.
    pub fn add_row(&mut self, row: String) -> bool {
        let known = |byte: u8| byte == b'.' || byte == b'-' || byte.is_ascii_alphanumeric();
        if !SIZES.contains(&row.len()) || !row.bytes().all(known) {
            return false;
        }
        // Nearly always it comes last.
        let place = match self.rows.last() {
            Some(last) if *last >= row => self.rows.partition_point(|known| *known < row),
            _ => self.rows.len(),
        };
        if self.rows.get(place) != Some(&row) {
            self.rows.insert(place, row);
        }
        true
    }

    /// Joins another log into this one.
    pub fn merge(&mut self, other: &Self) {
        for row in &other.rows {
            self.add_row(row.clone());
        }
    }

    /// The rows, in the order of time.
    pub fn rows(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().map(String::as_str)
    }

    /// The answers that can be read, in the order of time.
    pub fn reviews(&self) -> impl Iterator<Item = Review> {
        self.rows().filter_map(Review::of_row)
    }

    /// How the answers went, without the rest of them.
    pub fn answers(&self) -> impl Iterator<Item = FirstAnswer> {
        self.rows().filter_map(answer_of)
    }

    /// How many answers there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no answer was given yet.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn review(at: i64, number: u32) -> Review {
        Review {
            at: UnixMillis(at),
            number: QuestionNumber(number),
            revision: 2,
            chosen: OptionSet::from_letters("ac").unwrap(),
            answer: FirstAnswer::Wrong,
            seen_in: SeenIn::Revealed,
            confidence: Some(Confidence::Certain),
            spent: DurationMs(42_000),
        }
    }

    #[test]
    fn a_row_is_read_as_it_was_written() {
        let written = review(1_790_000_000_000, 7);
        assert_eq!(written.row(), "1790000000000.7.2.ac.w.r.c.42000");
        assert_eq!(Review::of_row(&written.row()), Some(written));
        let empty =
            Review { chosen: OptionSet::EMPTY, answer: FirstAnswer::None, confidence: None, ..written };
        assert_eq!(Review::of_row(&empty.row()), Some(empty));
        for torn in ["", "1790000000000.7.2.ac.w.r.c", "1790000000000.7.2.ac.w.r.c.1.1", "x.7.2.ac.w.r.c.1"] {
            assert_eq!(Review::of_row(torn), None, "{torn}");
        }
    }

    #[test]
    fn logs_join_in_any_order_to_the_same_rows() {
        let (mut one, mut other) = (ReviewLog::default(), ReviewLog::default());
        for (at, number) in [(5, 1), (3, 2), (3, 1), (9, 4)] {
            one.add(&review(at, number));
        }
        for (at, number) in [(4, 1), (3, 2), (9, 4), (20, 1)] {
            other.add(&review(at, number));
        }
        let (mut both, mut again) = (one.clone(), other.clone());
        both.merge(&other);
        again.merge(&one);
        assert_eq!(both, again);
        assert_eq!(both.len(), 6);
        let before = both.clone();
        both.merge(&other);
        assert_eq!(both, before);
        assert!(both.reviews().map(|review| review.at).is_sorted());
    }

    #[test]
    fn what_is_no_row_is_left_out() {
        let mut log = ReviewLog::default();
        for row in ["", "1790000000000;7.2.ac.w.r.c.42000", "<b>1790000000000.7.2.ac.w</b>"] {
            assert!(!log.add_row(row.to_owned()), "{row}");
        }
        assert!(!log.add_row("1".repeat(500)));
        assert!(log.is_empty());
    }
}

//! What a candidate did, and the short text in which a log is kept.
//!
//! One entry a line of the log: a letter for the act, the question's place, `=` and a value
//! where there is one, `@` and the exam time in milliseconds; entries are separated by `;`,
//! as in `v0@0;a0=c@5123;f3=1@9876;s@60000`. Acts of later versions are kept as they are.

use super::marks::{Confidence, NoteEdit, SentenceSet};
use crate::ids::{OptionSet, Position};
use crate::time::DurationMs;

/// An act and its moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// Exam time that had passed.
    pub at: DurationMs,
    /// What was done.
    pub act: Act,
}

/// What was done in a sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// A question was opened.
    Visited(Position),
    /// A question was answered with these options, or its answer was taken back.
    Answered(Position, OptionSet),
    /// A question was flagged for review, or its flag was taken down.
    Flagged(Position, bool),
    /// These options of a question are struck out, and no others.
    StruckOut(Position, OptionSet),
    /// These sentences of a question's stem are highlighted, and no others.
    Highlighted(Position, SentenceSet),
    /// The note at a question was changed.
    Noted(Position, NoteEdit),
    /// The candidate told how sure the answer to a question is, or took it back.
    Judged(Position, Option<Confidence>),
    /// The reasons of a question were shown; its answer stands from then on.
    Revealed(Position),
    /// A break began, or ended: exam time stands still in between.
    Paused(bool),
    /// The wall clock and the monotonic clock parted by so many milliseconds: the machine
    /// slept, or its clock was set. Forward is positive.
    ClockJumped(i64),
    /// The page was opened anew after this long away.
    Reopened(DurationMs),
    /// Time had run out, and the work goes on without a limit: what stands before was done in another sitting.
    WentOn,
    /// The candidate handed the paper in.
    Submitted,
    /// Time ran out.
    Expired,
    /// An act that this version does not know, as it was written.
    Unknown(String),
}

impl LogEntry {
    fn push_to(&self, text: &mut String) {
        use std::fmt::Write as _;
        let at = self.at.0;
        // Writing to a string cannot fail.
        let _ = match &self.act {
            Act::Visited(place) => write!(text, "v{}@{at}", place.0),
            Act::Answered(place, chosen) => write!(text, "a{}={}@{at}", place.0, chosen.letters()),
            Act::Flagged(place, on) => write!(text, "f{}={}@{at}", place.0, u8::from(*on)),
            Act::StruckOut(place, struck) => write!(text, "x{}={}@{at}", place.0, struck.letters()),
            Act::Highlighted(place, marked) => write!(text, "h{}={:x}@{at}", place.0, marked.0),
            Act::Noted(place, edit) => write!(text, "m{}={}@{at}", place.0, edit.written()),
            Act::Judged(place, None) => write!(text, "c{}=@{at}", place.0),
            Act::Judged(place, Some(sure)) => write!(text, "c{}={}@{at}", place.0, sure.sign()),
            Act::Revealed(place) => write!(text, "r{}@{at}", place.0),
            Act::Paused(on) => write!(text, "p={}@{at}", u8::from(*on)),
            Act::ClockJumped(by) => write!(text, "j={by}@{at}"),
            Act::Reopened(away) => write!(text, "o={}@{at}", away.0),
            Act::WentOn => write!(text, "u@{at}"),
            Act::Submitted => write!(text, "s@{at}"),
            Act::Expired => write!(text, "e@{at}"),
            Act::Unknown(written) => write!(text, "{written}@{at}"),
        };
    }

    fn parse(text: &str) -> Option<Self> {
        let (written, at) = text.rsplit_once('@')?;
        let at = at.parse::<i64>().ok().filter(|ms| *ms >= 0)?;
        let at = DurationMs(at.min(MAX_MS));
        let mut signs = written.chars();
        let letter = signs.next()?;
        let (place, value) = signs.as_str().split_once('=').unwrap_or((signs.as_str(), ""));
        let position = || place.parse::<u16>().ok().map(Position);
        let act = match letter {
            'v' => Act::Visited(position()?),
            'a' => Act::Answered(position()?, OptionSet::from_letters(value)?),
            'f' => Act::Flagged(position()?, value == "1"),
            'x' => Act::StruckOut(position()?, OptionSet::from_letters(value)?),
            'h' => Act::Highlighted(position()?, SentenceSet(u64::from_str_radix(value, 16).ok()?)),
            'm' => Act::Noted(position()?, NoteEdit::parse(value)?),
            'c' if value.is_empty() => Act::Judged(position()?, None),
            'c' => {
                let sure = Confidence::ALL.into_iter().find(|sure| value.chars().eq([sure.sign()]));
                Act::Judged(position()?, Some(sure?))
            }
            'r' => Act::Revealed(position()?),
            'p' => Act::Paused(value == "1"),
            'j' => Act::ClockJumped(value.parse().ok()?),
            'o' => Act::Reopened(DurationMs(value.parse().ok()?)),
            'u' => Act::WentOn,
            's' => Act::Submitted,
            'e' => Act::Expired,
            _ => Act::Unknown(written.to_owned()),
        };
        Some(Self { at, act })
    }
}

/// A hundred days: exam time stands still there, so that no arithmetic overflows and no act is lost.
pub(super) const MAX_MS: i64 = 100 * 86_400_000;

/// Writes a log.
pub fn write_log(log: &[LogEntry]) -> String {
    let mut text = String::with_capacity(log.len() * 12);
    for entry in log {
        if !text.is_empty() {
            text.push(';');
        }
        entry.push_to(&mut text);
    }
    text
}

/// Reads a log. Entries that cannot be read are left out and counted: one torn entry does not lose the others.
pub fn read_log(text: &str) -> (Vec<LogEntry>, usize) {
    let written = text.split(';').filter(|entry| !entry.is_empty());
    let mut torn = 0;
    let log = written
        .filter_map(|entry| {
            let read = LogEntry::parse(entry);
            torn += usize::from(read.is_none());
            read
        })
        .collect();
    (log, torn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, torn: usize, rewritten: &str) {
        let (log, found) = read_log(text);
        assert_eq!((found, write_log(&log).as_str()), (torn, rewritten));
    }

    #[test]
    fn a_log_reads_as_it_was_written() {
        let log = "v0@0;a0=c@5123;a0=@6000;f3=1@9876;f3=0@9900;j=-7200000@10000;o=250000@11000;r0@12000;p=1@13000;p=0@13000;s@60000";
        check(log, 0, log);
        check("", 0, "");
        check("e@7800000", 0, "e@7800000");
    }

    #[test]
    fn what_is_marked_reads_as_it_was_written() {
        let log = "x4=ab@5;x4=@6;h0=8000000000000001@7;h0=0@8;m2=0.0.a%3bb=c.d@9;c1=3@10;c1=@11";
        check(log, 0, log);
        check("x4=ba@5;h0=zz@7;h0=10000000000000000@8;m2=no@9;c1=4@9;c1=22@9;c=1@9", 6, "x4=ab@5");
    }

    #[test]
    fn acts_of_later_versions_are_kept() {
        check("z4=ab@5;n3=hello@9", 0, "z4=ab@5;n3=hello@9");
    }

    #[test]
    fn a_torn_entry_does_not_lose_the_others() {
        check("v0@0;a0=c@51x;a1=b@7;@;a=b@1;a2=zz@3;v1@-4", 5, "v0@0;a1=b@7");
        check("v1@99999999999999", 0, "v1@8640000000");
    }
}

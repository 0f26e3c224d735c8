//! The history with a bank as text, version 1: a row a question, a row a latest answer, a row an objection, a row an answer.
//!
//! Golden files in `tests/golden/` hold one.

use crate::exposure::{Exposure, Exposures, FirstAnswer, Latest, SeenIn};
use crate::ids::QuestionNumber;
use crate::objection::Objection;
use crate::time::UnixMillis;

/// Writes a history with a bank: rows of `number.revision.first.answer.where.last.reasons`, then the latest answers
/// as rows of `l.number.at.answer`, then the objections as rows of `o.number.revision.at.stands`, bookmarks as rows that
/// begin with `b.` and are else the same, then all answers as
/// rows that begin with `a.`, as [`crate::review::Review::row`] writes them.
pub fn write_exposures(exposures: &Exposures) -> String {
    let row = |(number, seen): (QuestionNumber, Exposure)| {
        let (answer, place) = (seen.answer.sign(), seen.seen_in.sign());
        let reasons = seen.reasons.map_or(0, |at| at.0);
        format!("{}.{}.{}.{answer}.{place}.{}.{reasons}", number.0, seen.revision, seen.first.0, seen.last.0)
    };
    let latest = |(number, latest): (QuestionNumber, Latest)| {
        format!("l.{}.{}.{}", number.0, latest.at.0, latest.answer.sign())
    };
    let word = |kind: char, number: QuestionNumber, word: Objection| {
        format!("{kind}.{}.{}.{}.{}", number.0, word.revision, word.at.0, u8::from(word.stands))
    };
    let rows = exposures.iter().map(row).chain(exposures.latest().map(latest));
    let objections = exposures.objections.iter().map(|(number, known)| word('o', number, known));
    let bookmarks = exposures.bookmarks.iter().map(|(number, known)| word('b', number, known));
    let mut text = rows.chain(objections).chain(bookmarks).collect::<Vec<_>>().join(";");
    for row in exposures.reviews.rows() {
        if !text.is_empty() {
            text.push(';');
        }
        text.push_str("a.");
        text.push_str(row);
    }
    text
}

/// Reads a history; rows that cannot be read are left out and counted.
pub fn read_exposures(text: &str) -> (Exposures, usize) {
    let mut exposures = Exposures::default();
    let mut torn = 0;
    for row in text.split(';').filter(|row| !row.is_empty()) {
        if let Some(row) = row.strip_prefix("o.") {
            match read_objection(row) {
                Some((number, word)) => exposures.objections.add(number, word),
                None => torn += 1,
            }
            continue;
        }
        if let Some(row) = row.strip_prefix("b.") {
            match read_objection(row) {
                Some((number, word)) => exposures.bookmarks.add(number, word),
                None => torn += 1,
            }
            continue;
        }
        if let Some(row) = row.strip_prefix("a.") {
            torn += usize::from(!exposures.reviews.add_row(row.to_owned()));
            continue;
        }
        if let Some(row) = row.strip_prefix("l.") {
            match read_latest(row) {
                Some((number, latest)) => exposures.add_latest(number, latest),
                None => torn += 1,
            }
            continue;
        }
        match read_exposure(row) {
            Some((number, seen)) => exposures.add(number, seen),
            None => torn += 1,
        }
    }
    (exposures, torn)
}

fn read_objection(row: &str) -> Option<(QuestionNumber, Objection)> {
    let mut parts = row.split('.');
    let mut next = || parts.next();
    let number = QuestionNumber(next()?.parse().ok()?);
    let revision = next()?.parse().ok()?;
    let at = UnixMillis(next()?.parse().ok()?);
    let stands = match next()? {
        "0" => false,
        "1" => true,
        _ => return None,
    };
    next().is_none().then_some((number, Objection { at, revision, stands }))
}

fn read_latest(row: &str) -> Option<(QuestionNumber, Latest)> {
    let mut parts = row.split('.');
    let mut next = || parts.next();
    let number = QuestionNumber(next()?.parse().ok()?);
    let at = UnixMillis(next()?.parse().ok()?);
    let answer = FirstAnswer::of_sign(next()?)?;
    next().is_none().then_some((number, Latest { at, answer }))
}

fn read_exposure(row: &str) -> Option<(QuestionNumber, Exposure)> {
    let mut parts = row.split('.');
    let mut next = || parts.next();
    let number = QuestionNumber(next()?.parse().ok()?);
    let revision = next()?.parse().ok()?;
    let first = UnixMillis(next()?.parse().ok()?);
    let answer = FirstAnswer::of_sign(next()?)?;
    let seen_in = SeenIn::of_sign(next()?)?;
    let last = UnixMillis(next()?.parse().ok()?);
    let reasons = match next()?.parse().ok()? {
        0 => None,
        at => Some(UnixMillis(at)),
    };
    let complete = next().is_none();
    complete.then_some((number, Exposure { first, revision, answer, seen_in, last, reasons }))
}

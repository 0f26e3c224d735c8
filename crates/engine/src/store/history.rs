//! The history with a bank as text, version 1: a row a question, a row a latest answer, a row an objection.
//!
//! Golden files in `tests/golden/` hold one.

use crate::exposure::{Exposure, Exposures, FirstAnswer, Latest, SeenIn};
use crate::ids::QuestionNumber;
use crate::objection::Objection;
use crate::time::UnixMillis;

/// Writes a history with a bank: rows of `number.revision.first.answer.where.last.reasons`, then the latest answers
/// as rows of `l.number.at.answer`, then the objections as rows of `o.number.revision.at.stands`.
pub fn write_exposures(exposures: &Exposures) -> String {
    let row = |(number, seen): (QuestionNumber, Exposure)| {
        let answer = sign_of(seen.answer);
        let place = match seen.seen_in {
            SeenIn::Timed => 't',
            SeenIn::Untimed => 'u',
            SeenIn::Revealed => 'r',
        };
        let reasons = seen.reasons.map_or(0, |at| at.0);
        format!("{}.{}.{}.{answer}.{place}.{}.{reasons}", number.0, seen.revision, seen.first.0, seen.last.0)
    };
    let latest = |(number, latest): (QuestionNumber, Latest)| {
        format!("l.{}.{}.{}", number.0, latest.at.0, sign_of(latest.answer))
    };
    let objection = |(number, word): (QuestionNumber, Objection)| {
        format!("o.{}.{}.{}.{}", number.0, word.revision, word.at.0, u8::from(word.stands))
    };
    let rows = exposures.iter().map(row).chain(exposures.latest().map(latest));
    rows.chain(exposures.objections.iter().map(objection)).collect::<Vec<_>>().join(";")
}

fn sign_of(answer: FirstAnswer) -> char {
    match answer {
        FirstAnswer::Right => 'r',
        FirstAnswer::Wrong => 'w',
        FirstAnswer::None => 'n',
    }
}

fn read_answer(sign: &str) -> Option<FirstAnswer> {
    match sign {
        "r" => Some(FirstAnswer::Right),
        "w" => Some(FirstAnswer::Wrong),
        "n" => Some(FirstAnswer::None),
        _ => None,
    }
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
    let answer = read_answer(next()?)?;
    next().is_none().then_some((number, Latest { at, answer }))
}

fn read_exposure(row: &str) -> Option<(QuestionNumber, Exposure)> {
    let mut parts = row.split('.');
    let mut next = || parts.next();
    let number = QuestionNumber(next()?.parse().ok()?);
    let revision = next()?.parse().ok()?;
    let first = UnixMillis(next()?.parse().ok()?);
    let answer = read_answer(next()?)?;
    let seen_in = match next()? {
        "t" => SeenIn::Timed,
        "u" => SeenIn::Untimed,
        "r" => SeenIn::Revealed,
        _ => return None,
    };
    let last = UnixMillis(next()?.parse().ok()?);
    let reasons = match next()?.parse().ok()? {
        0 => None,
        at => Some(UnixMillis(at)),
    };
    let complete = next().is_none();
    complete.then_some((number, Exposure { first, revision, answer, seen_in, last, reasons }))
}

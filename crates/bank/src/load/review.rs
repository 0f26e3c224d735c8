//! Reads the records of review. A bank may lack them; a line that is broken hides no other.

use super::{Found, read};
use crate::diagnostic::{Diagnostic, Place};
use crate::source::{Attack, BlindAnswer, GuessedAnswer, Planted};
use invigil_engine::time::Date;
use std::path::Path;

/// One record, and what it holds.
#[derive(Clone, Debug)]
pub struct Round {
    /// The file.
    pub place: Place,
    /// The file's name without its ending, such as `2026-11-24-blind`.
    pub name: String,
    /// What was done.
    pub lines: Lines,
}

/// The lines of a record, by its kind.
#[derive(Clone, Debug)]
pub enum Lines {
    /// Questions answered without their keys.
    Blind(Vec<Found<BlindAnswer>>),
    /// Keys guessed from the options alone.
    OptionsOnly(Vec<Found<GuessedAnswer>>),
    /// Cases made against questions.
    Adversary(Vec<Found<Attack>>),
    /// Faults planted and found.
    Planted(Option<Planted>),
}

/// All records of a bank, in the order of their names.
pub(super) fn load(questions: &Path, folder: &Place, found: &mut Vec<Diagnostic>) -> Vec<Round> {
    if !questions.join(&folder.file).is_dir() {
        return Vec::new();
    }
    let names = read::listing(questions, folder, found);
    names.iter().filter_map(|file| round(questions, folder, file, found)).collect()
}

/// A record; none for other files, such as a README.
fn round(questions: &Path, folder: &Place, file: &str, found: &mut Vec<Diagnostic>) -> Option<Round> {
    let (name, ending) = file.rsplit_once('.')?;
    if !matches!(ending, "json" | "jsonl") {
        return None;
    }
    let place = Place::file(format!("{}/{file}", folder.file));
    let mut faults = Vec::new();
    let lines = match (kind(name), ending) {
        (Some("blind"), "jsonl") => Some(Lines::Blind(read::lines(questions, &place, &mut faults))),
        (Some("options-only"), "jsonl") => {
            Some(Lines::OptionsOnly(read::lines(questions, &place, &mut faults)))
        }
        (Some("adversary"), "jsonl") => Some(Lines::Adversary(read::lines(questions, &place, &mut faults))),
        (Some("planted"), "json") => Some(Lines::Planted(read::json(questions, &place, &mut faults))),
        _ => {
            let advice = "name it <day>-blind.jsonl, <day>-options-only.jsonl, <day>-adversary.jsonl or <day>-planted.json";
            found.push(place.says("E-review", "the file is of no known kind of review", advice));
            None
        }
    };
    found.extend(faults.into_iter().map(|fault| Diagnostic { code: "E-review", ..fault }));
    Some(Round { place, name: name.to_owned(), lines: lines? })
}

/// `blind` of `2026-11-24-blind` and of `2026-11-24-blind-2`.
fn kind(name: &str) -> Option<&str> {
    let (day, rest) = name.split_at_checked(10)?;
    Date::parse(day)?;
    let rest = rest.strip_prefix('-')?;
    let numbered = rest.rsplit_once('-').filter(|(_, round)| round.bytes().all(|byte| byte.is_ascii_digit()));
    Some(numbered.map_or(rest, |(kind, _)| kind))
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn a_name_is_a_day_and_a_kind() {
        #[track_caller]
        fn check(name: &str, expected: Option<&str>) {
            assert_eq!(kind(name), expected, "{name}");
        }
        check("2026-11-24-blind", Some("blind"));
        check("2026-11-24-blind-2", Some("blind"));
        check("2026-11-24-options-only", Some("options-only"));
        check("2026-11-24-options-only-12", Some("options-only"));
        check("2026-11-31-blind", None);
        check("blind", None);
        check("2026-11-24", None);
    }
}

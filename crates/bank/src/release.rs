//! Keeps the list of released banks: the command adds the present one, and a check holds the list against itself
//! and against the bank.

use crate::compile;
use crate::diagnostic::{Diagnostic, Place};
use crate::load::{self, BankSources, Found};
use crate::source::{Release, ReleasesFile};
use invigil_engine::ids::Fingerprint;
use invigil_engine::time::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io;
use std::path::Path;

/// What releasing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Released {
    /// Banks that were added to their lists, with the fingerprint as links carry it.
    pub added: Vec<(String, String)>,
    /// Banks whose present state stands in the list already.
    pub known: Vec<String>,
    /// What is wrong; with an error nothing is written.
    pub diagnostics: Vec<Diagnostic>,
}

/// Adds the present state of each bank to its list of releases, where it does not stand there yet.
///
/// # Errors
/// What the operating system refused.
pub fn release(questions: &Path, on: Date) -> io::Result<Released> {
    let compiled = compile::compile(questions);
    let mut done = Released { diagnostics: compiled.diagnostics, ..Released::default() };
    done.diagnostics.retain(|found| found.code != UNRELEASED);
    if done.diagnostics.iter().any(Diagnostic::is_error) {
        return Ok(done);
    }
    let banks = load::load(questions).0.banks;
    for (bank, (folder, print)) in banks.iter().zip(compiled.fingerprints) {
        let schema = "../schema/releases.schema.json".to_owned();
        let file = bank.releases.as_ref().map(|found| found.value.clone());
        let mut file = file.unwrap_or(ReleasesFile { schema, releases: Vec::new() });
        if file.releases.iter().any(|release| release.fingerprint == digits(print)) {
            done.known.push(folder);
            continue;
        }
        file.releases.push(entry(bank, print, on));
        std::fs::write(questions.join(&folder).join("releases.json"), text(&file)?)?;
        done.added.push((folder, print.short()));
    }
    Ok(done)
}

/// The code of a bank that stands in no list; the command does away with it.
const UNRELEASED: &str = "W-release";

fn digits(print: Fingerprint) -> String {
    format!("{:016x}", print.0)
}

fn entry(bank: &BankSources, print: Fingerprint, on: Date) -> Release {
    let questions = bank.questions.iter().map(|found| &found.value);
    let mut questions: Vec<(u32, u16)> =
        questions.filter_map(|question| Some((question.number?, question.revision))).collect();
    questions.sort_unstable();
    Release {
        fingerprint: digits(print),
        link: print.short(),
        on: on.to_string(),
        version: bank.bank.as_ref().map(|about| about.version.clone()).unwrap_or_default(),
        questions,
    }
}

/// One line a release, so that a change shows as the release that it is.
fn text(file: &ReleasesFile) -> io::Result<String> {
    let lines: Vec<String> = file.releases.iter().map(serde_json::to_string).collect::<Result<_, _>>()?;
    let schema = serde_json::to_string(&file.schema)?;
    let mut text = format!("{{\n  \"$schema\": {schema},\n  \"releases\": [");
    for (place, line) in lines.iter().enumerate() {
        let _ = write!(text, "{}\n    {line}", if place == 0 { "" } else { "," });
    }
    text.push_str("\n  ]\n}\n");
    Ok(text)
}

/// Warns when the bank keeps a list and its present state does not stand there: exam links could not be told.
pub(crate) fn unreleased(bank: &BankSources, print: Fingerprint) -> Option<Diagnostic> {
    let list = bank.releases.as_ref()?;
    let known = list.value.releases.iter().any(|release| release.fingerprint == digits(print));
    (!known).then(|| {
        let message = format!("the present bank, {} in links, is not among the releases", print.short());
        list.place.says(UNRELEASED, message, "run `cargo xtask bank release` when it goes out")
    })
}

/// Holds the list against itself and against the questions.
pub(crate) fn check(bank: &BankSources, found: &mut Vec<Diagnostic>) {
    let Some(list) = &bank.releases else { return };
    let mut prints = BTreeSet::new();
    let mut days: Option<Date> = None;
    let mut revisions: BTreeMap<u32, u16> = BTreeMap::new();
    for release in &list.value.releases {
        let place = place_of(list, release);
        let mut says = |message: String| {
            let advice = "bring the file back to what was committed: only the command writes it";
            found.push(place.says("E-release", message, advice));
        };
        let print = u64::from_str_radix(&release.fingerprint, 16).ok().map(Fingerprint);
        if print.is_none_or(|print| digits(print) != release.fingerprint || print.short() != release.link) {
            says(format!(
                "'{}' is no fingerprint, or '{}' is not its beginning",
                release.fingerprint, release.link
            ));
        }
        if !prints.insert(&release.fingerprint) {
            says(format!("the release {} stands twice", release.link));
        }
        let day = Date::parse(&release.on);
        if day.is_none() || day < days {
            says(format!("'{}' is no day, or lies before the release above it", release.on));
        }
        days = day.or(days);
        let numbers: Vec<u32> = release.questions.iter().map(|(number, _)| *number).collect();
        if !numbers.is_sorted_by(|one, two| one < two) {
            says(format!("the questions of the release {} do not stand by rising number", release.link));
        }
        for (number, revision) in &release.questions {
            let before = revisions.insert(*number, *revision).unwrap_or(0);
            if *revision < before {
                says(format!("the revision of question {number} goes down from {before} to {revision}"));
            }
        }
    }
    check_present(bank, &revisions, found);
}

/// A question that was released has at least the revision that it was released with.
fn check_present(bank: &BankSources, released: &BTreeMap<u32, u16>, found: &mut Vec<Diagnostic>) {
    for question in &bank.questions {
        let before = question.value.number.and_then(|number| released.get(&number)).copied().unwrap_or(0);
        if question.value.revision < before {
            let message = format!("the revision is {}, and {before} was released", question.value.revision);
            let advice = "count up from what was released: records of learners name that revision";
            found.push(question.place.says("E-release", message, advice));
        }
    }
}

fn place_of(list: &Found<ReleasesFile>, release: &Release) -> Place {
    let at = list.text.find(&release.fingerprint);
    at.map_or(list.place.clone(), |at| list.place.at(1 + load::lines_before(&list.text, at)))
}

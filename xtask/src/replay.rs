//! `cargo xtask replay`: the record in a report of a fault, played again without a browser.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use base64::Engine as _;
use flate2::read::GzDecoder;
use invigil_engine::app::replay::{Player, file_of, read};
use invigil_engine::ids::Fingerprint;

use crate::failure::{During as _, Failure, Outcome};
use crate::project::Project;

/// What stands before the record in a report.
const MARK: &str = "Record ";
/// More than days at one page give; what unpacks to more is no record.
const MOST: u64 = 64 << 20;

pub(crate) fn run(project: &Project, report: Option<&str>) -> Outcome {
    let path = Path::new(report.ok_or_else(|| Failure::new("which report? Name its file: --report FILE"))?);
    let text = fs::read_to_string(path).during("read", path)?;
    let record = record_of(&text)?;
    let events = read(&record)
        .ok_or_else(|| Failure::new("the record is of another version of the app, or was cut"))?;
    let files: BTreeMap<u64, Vec<u8>> =
        invigil_bank::compile_site(&project.root.join("questions"), Some(&project.root.join("notes")), None)
            .outputs
            .into_iter()
            .map(|output| (Fingerprint::of(&output.bytes).0, output.bytes))
            .collect();
    let mut player = Player::default();
    let count = events.len();
    for (place, (event, env)) in (1..).zip(events) {
        let file = match file_of(&event) {
            None => None,
            Some(hash) => Some(files.get(&hash.0).cloned().ok_or_else(|| other_bank(&text))?),
        };
        let name = name_of(&format!("{event:?}"));
        let outcome = catch_unwind(AssertUnwindSafe(|| player.play(event, file, &env)));
        if outcome.is_err() {
            return Err(Failure::new(format!("the app fails at event {place} of {count}, {name}")));
        }
    }
    let model = player.model();
    println!("{count} events played, and no fault: the last page is {}", model.route());
    if let Some(sitting) = model.sitting() {
        let answered = sitting.positions().filter(|position| !sitting.answer(*position).is_empty()).count();
        println!("an exam is at work: {answered} of {} questions have an answer", sitting.form.len());
    }
    Ok(())
}

/// The bytes of the record in a report.
fn record_of(report: &str) -> Outcome<Vec<u8>> {
    let line = report.lines().find_map(|line| line.trim().strip_prefix(MARK));
    let line = line.ok_or_else(|| {
        Failure::new("the report holds no record: it is copied with the button `Copy it with the record`")
    })?;
    let packed = base64::engine::general_purpose::STANDARD
        .decode(line.trim())
        .map_err(|fault| Failure::new(format!("the record is damaged: {fault}")))?;
    let mut record = Vec::new();
    GzDecoder::new(packed.as_slice())
        .take(MOST)
        .read_to_end(&mut record)
        .map_err(|fault| Failure::new(format!("the record is damaged: {fault}")))?;
    Ok(record)
}

fn other_bank(report: &str) -> Failure {
    let release = report.lines().find(|line| line.starts_with("Release ")).unwrap_or("Release unknown");
    Failure::new(format!(
        "the record was made with another bank than questions/ holds here: check out the commit of \"{release}\""
    ))
}

/// The name of an event, without what it holds.
fn name_of(event: &str) -> String {
    event.chars().take_while(|sign| sign.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_without_a_sound_record_says_why() {
        let fault = |report: &str| record_of(report).err().map(|fault| fault.to_string()).unwrap_or_default();
        assert!(fault("panicked at src/app.rs").contains("holds no record"));
        assert!(fault("Record ???").contains("is damaged"));
        assert!(fault("Record AAAA").contains("is damaged"));
    }

    #[test]
    fn an_event_is_told_by_its_name() {
        assert_eq!(name_of("Opened { stored: Ok([]) }"), "Opened");
        assert_eq!(name_of("Ticked"), "Ticked");
    }
}

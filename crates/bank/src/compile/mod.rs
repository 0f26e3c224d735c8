//! Compiles the sources to the files that the app loads. The same sources give the same bytes.

pub(crate) mod index;
mod questions;

use crate::check;
use crate::diagnostic::Diagnostic;
use crate::load::{self, BankSources};
use crate::notes::{self, CompiledNotes, NotesSources, check_notes, load_notes};
use crate::release;
use crate::report::{self, BankReport};
use invigil_engine::bank::wire::{self, Part, Record, Records};
use invigil_engine::bank::{BankIndex, Catalogue, CatalogueEntry, Question, Reasons};
use invigil_engine::ids::Fingerprint;
use invigil_engine::store::Json as _;
use invigil_engine::time::Date;
use std::path::Path;

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Its path below the site.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What compiling gave.
#[derive(Clone, Debug, Default)]
pub struct Compiled {
    /// The files; none at all when a diagnostic is an error.
    pub outputs: Vec<Output>,
    /// What is wrong, errors first, in the order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
    /// The figures of each bank.
    pub reports: Vec<BankReport>,
    /// Each bank's folder and the hash of its compiled form; none at all when a diagnostic is an error.
    pub fingerprints: Vec<(String, Fingerprint)>,
    /// The study guides; none at all when a diagnostic is an error.
    pub notes: Vec<StudyGuide>,
}

/// A study guide with its sources.
#[derive(Clone, Debug)]
pub struct StudyGuide {
    /// Its pages as they were written.
    pub sources: NotesSources,
    /// The bank that it belongs to.
    pub bank: BankSources,
    /// What the app reads.
    pub compiled: CompiledNotes,
}

/// The parts of a bank as the app holds them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Parts {
    index: BankIndex,
    questions: Vec<Question>,
    reasons: Vec<Reasons>,
}

/// Checks and compiles a folder of questions; no clock is asked, and no question is too old.
pub fn compile(questions: &Path) -> Compiled {
    compile_on(questions, None)
}

/// The same on a day, by which questions may have grown old.
pub fn compile_on(questions: &Path, today: Option<Date>) -> Compiled {
    compile_site(questions, None, today)
}

/// The same with the study guides of a folder, a folder a bank; a bank may lack one.
pub fn compile_site(questions: &Path, notes: Option<&Path>, today: Option<Date>) -> Compiled {
    let (sources, mut diagnostics) = load::load(questions);
    let guides: Vec<Option<NotesSources>> =
        sources.banks.iter().map(|bank| load_notes(notes?, &bank.folder, &mut diagnostics)).collect();
    for (bank, notes) in sources.banks.iter().zip(&guides) {
        if let Some(notes) = notes {
            check_notes(notes, bank, &mut diagnostics);
        }
    }
    let mut reports = Vec::new();
    for bank in &sources.banks {
        diagnostics.extend(check::check(bank));
        if let Some(today) = today {
            check::craft::check_age(bank, today, &mut diagnostics);
        }
        reports.push(BankReport::of(bank));
    }
    let (mut outputs, mut fingerprints, mut notes) = (Vec::new(), Vec::new(), Vec::new());
    if !diagnostics.iter().any(Diagnostic::is_error) {
        match site(&sources.banks, &guides, &reports) {
            Ok(site) => (outputs, fingerprints, notes) = site,
            Err(fault) => diagnostics.push(fault),
        }
    }
    for (bank, (_, print)) in sources.banks.iter().zip(&fingerprints) {
        diagnostics.extend(release::unreleased(bank, *print));
    }
    diagnostics.sort_by(|a, b| (a.severity, &a.file, a.line).cmp(&(b.severity, &b.file, b.line)));
    let guides = guides.into_iter().zip(&sources.banks);
    let guides = guides.filter_map(|(guide, bank)| Some((guide?, bank.clone()))).zip(notes);
    let notes = guides.map(|((sources, bank), compiled)| StudyGuide { sources, bank, compiled }).collect();
    Compiled { outputs, diagnostics, reports, fingerprints, notes }
}

/// The figures, as the app's page about the bank shows them.
fn figures(report: &BankReport) -> Output {
    let bytes = report::json(report).into_bytes();
    Output { path: format!("banks/{}-report-{:016x}.json", report.folder, Fingerprint::of(&bytes).0), bytes }
}

/// The files of a site, each bank's folder and fingerprint, and the study guides.
type Site = (Vec<Output>, Vec<(String, Fingerprint)>, Vec<CompiledNotes>);

fn site(
    banks: &[BankSources],
    guides: &[Option<NotesSources>],
    reports: &[BankReport],
) -> Result<Site, Diagnostic> {
    let (mut outputs, mut fingerprints) = (Vec::new(), Vec::new());
    let (mut entries, mut study) = (Vec::new(), Vec::new());
    for ((bank, notes), report) in banks.iter().zip(guides).zip(reports) {
        let parts = parts(bank).ok_or_else(|| uncompiled(bank))?;
        let (mut entry, files) = encode(bank, &parts)?;
        let figures = figures(report);
        entry.report = Some(figures.path.clone());
        if let Some(notes) = notes {
            let compiled = notes::compile(notes, bank, &parts.index, &parts.questions);
            let compiled = compiled.ok_or_else(|| uncompiled(bank))?;
            entry.notes = Some(compiled.address.clone());
            outputs.extend(compiled.outputs.iter().cloned());
            study.push(compiled);
        }
        fingerprints.push((bank.folder.clone(), entry.fingerprint));
        entries.push(entry);
        outputs.extend(files);
        outputs.push(figures);
    }
    let catalogue = Catalogue { format: Catalogue::FORMAT, banks: entries };
    outputs.push(Output { path: "catalogue.json".to_owned(), bytes: catalogue.to_json().into_bytes() });
    Ok((outputs, fingerprints, study))
}

/// What passed its checks and still does not compile.
fn uncompiled(bank: &BankSources) -> Diagnostic {
    let advice = "this is a fault of the compiler: a check let through what it cannot compile";
    bank.file("bank.json").says("E-compile", "the bank passes its checks and does not compile", advice)
}

/// What the draw knows of a bank; none while it does not compile.
pub(crate) fn index(bank: &BankSources) -> Option<BankIndex> {
    index::index(bank, &questions::questions(bank)?)
}

fn parts(bank: &BankSources) -> Option<Parts> {
    let compiled = questions::questions(bank)?;
    let index = index::index(bank, &compiled)?;
    let (questions, reasons) = compiled.into_iter().map(|each| (each.question, each.reasons)).unzip();
    Some(Parts { index, questions, reasons })
}

fn encode(bank: &BankSources, parts: &Parts) -> Result<(CatalogueEntry, Vec<Output>), Diagnostic> {
    let index = |print| wire::encode_index(print, &parts.index);
    let questions = |print| wire::encode_chunks(Part::Questions, print, &parts.index, &parts.questions);
    let reasons = |print| wire::encode_chunks(Part::Reasons, print, &parts.index, &parts.reasons);
    // The fingerprint is of the content, so it is taken while its own place is zero.
    let none = Fingerprint(0);
    let content = [vec![index(none)], questions(none), reasons(none)].concat().concat();
    let fingerprint = Fingerprint::of(&content);
    let (index, questions, reasons) = (index(fingerprint), questions(fingerprint), reasons(fingerprint));
    let same = wire::decode_index(fingerprint, &index).as_ref() == Ok(&parts.index)
        && read_back(Part::Questions, fingerprint, &questions, &parts.questions)
        && read_back(Part::Reasons, fingerprint, &reasons, &parts.reasons);
    if !same {
        let advice = "this is a fault of the compiled form: see crates/engine/src/bank/wire.rs";
        return Err(bank.file("bank.json").says(
            "E-compile",
            "the compiled bank reads back otherwise",
            advice,
        ));
    }
    let id = &parts.index.id;
    let output = |part: &str, bytes: Vec<u8>| Output {
        path: format!("banks/{id}-{part}-{:016x}.bin", Fingerprint::of(&bytes).0),
        bytes,
    };
    let chunks = |part: &str, chunks: Vec<Vec<u8>>| -> Vec<Output> {
        chunks.into_iter().enumerate().map(|(at, bytes)| output(&format!("{part}-{at}"), bytes)).collect()
    };
    let index = output("index", index);
    let (questions, reasons) = (chunks("questions", questions), chunks("reasons", reasons));
    let paths = |files: &[Output]| files.iter().map(|file| file.path.clone()).collect();
    let entry = CatalogueEntry {
        id: id.clone(),
        title: parts.index.title.clone(),
        fingerprint,
        index: index.path.clone(),
        questions: paths(&questions),
        reasons: paths(&reasons),
        report: None,
        notes: None,
    };
    Ok((entry, [vec![index], questions, reasons].concat()))
}

/// Whether chunks hold these records and no others.
fn read_back<T: Record + PartialEq>(
    part: fn(u16) -> Part,
    print: Fingerprint,
    chunks: &[Vec<u8>],
    records: &[T],
) -> bool {
    let open = |(chunk, bytes): (u16, &Vec<u8>)| Records::<T>::open(part(chunk), print, bytes).ok();
    let Some(opened) = (0..).zip(chunks).map(open).collect::<Option<Vec<_>>>() else { return false };
    let count: usize = opened.iter().map(|chunk| chunk.numbers().count()).sum();
    count == records.len()
        && records
            .iter()
            .all(|record| opened.iter().find_map(|chunk| chunk.get(record.number())).as_ref() == Some(record))
}

//! The bank arrives late and in parts.

use super::{Effect, Event, FetchFault, Model, Notice, ReportRead, answer, reading, setup, start, studying};
use crate::Env;
use crate::bank::wire::{Part, PartFault, decode_index};
use crate::bank::{BankIndex, Catalogue, CatalogueEntry, Chunks, Report, Shelf};
use crate::route::Route;
use crate::store::ArchiveKey;
use std::rc::Rc;

/// So many chunks are fetched at the same time: what an exam waits for need not wait for all the rest.
const AT_ONCE: usize = 4;

/// The bank in use, as far as it has arrived.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bank {
    pub(crate) entry: Option<CatalogueEntry>,
    pub(crate) index: Option<Rc<BankIndex>>,
    chunks: Chunks,
    /// Chunks that are to be fetched, the next one first.
    queue: Vec<Part>,
    /// Chunks that are being fetched.
    on_their_way: Vec<Part>,
    /// Whether a part of it did not arrive, or cannot be used.
    pub(crate) failed: bool,
}

/// A start that waits for the chunks that its exam needs.
#[derive(Clone, Debug)]
pub(crate) struct Gathering {
    /// What was asked, to be answered when they are there.
    event: Event,
    /// Its random bits: with others it would be another exam.
    entropy: u64,
    /// What it waits for.
    parts: Vec<Part>,
}

impl Bank {
    /// The bank, once its index is there.
    pub(crate) fn shelf(&self) -> Option<Shelf<'_>> {
        Some(Shelf { entry: self.entry.as_ref()?, index: self.index.as_deref()?, chunks: &self.chunks })
    }

    /// The bank, once all of it is there.
    pub(crate) fn whole(&self) -> Option<Shelf<'_>> {
        self.shelf().filter(|_| self.chunks.are_all_here())
    }
}

pub(super) fn catalogue_fetched(model: &mut Model, result: Result<String, FetchFault>) {
    let text = match result {
        Ok(text) => text,
        Err(fault) => {
            failed(model, Notice::BankMissing(fault));
            return;
        }
    };
    let Ok(catalogue) = Catalogue::parse(&text) else {
        failed(model, Notice::CatalogueUnusable);
        return;
    };
    let Some(entry) = catalogue.banks.first().cloned() else {
        failed(model, Notice::CatalogueUnusable);
        return;
    };
    model.then(Effect::FetchPart(Part::Index, entry.index.clone()));
    model.then(Effect::Load(ArchiveKey::Exposures(entry.id.clone())));
    model.bank = Bank { entry: Some(entry), ..Bank::default() };
    match model.route {
        Route::Bank => report_wanted(model),
        Route::Exam(_) => releases_wanted(model),
        Route::Notes(_) => reading::wanted(model),
        _ => {}
    }
}

/// No exam can be started, and why is told.
fn failed(model: &mut Model, notice: Notice) {
    model.bank.failed = true;
    model.tell(notice);
}

/// Fetches the report on the bank when its page is opened for the first time.
pub(super) fn report_wanted(model: &mut Model) {
    let Some(entry) = &model.bank.entry else { return };
    if matches!(model.report, Some(ReportRead::Asked | ReportRead::Here(_))) {
        return;
    }
    model.report = Some(match &entry.report {
        Some(address) => {
            let address = address.clone();
            model.then(Effect::FetchReport(address));
            ReportRead::Asked
        }
        None => ReportRead::Missing,
    });
}

/// A link of another state of the bank: what was released since is in the report.
pub(super) fn releases_wanted(model: &mut Model) {
    let Route::Exam(link) = &model.route else { return };
    let here = model.bank.entry.as_ref().map(|entry| entry.fingerprint.short());
    if here.is_some() && link.fingerprint.is_some() && link.fingerprint != here {
        report_wanted(model);
    }
}

pub(super) fn report_fetched(model: &mut Model, result: Result<String, FetchFault>) {
    let report = result.ok().and_then(|text| Report::parse(&text));
    model.report = Some(report.map_or(ReportRead::Missing, |report| ReportRead::Here(Rc::new(report))));
}

pub(super) fn part_fetched(model: &mut Model, part: Part, result: Result<Vec<u8>, FetchFault>, env: &Env) {
    let taken = match result {
        Ok(bytes) => take(&mut model.bank, part, &bytes).map_err(Notice::BankUnusable),
        Err(fault) => Err(Notice::BankMissing(fault)),
    };
    model.bank.on_their_way.retain(|known| *known != part);
    fetch_more(model);
    if let Err(notice) = taken {
        // A start that waits for it waits in vain; the next one asks for it again.
        model.gathering.take_if(|gathering| gathering.parts.contains(&part));
        failed(model, notice);
        return;
    }
    if part == Part::Index {
        model.draft.settle(model.bank.index.as_deref());
        if matches!(model.route, Route::Setup | Route::Share) {
            setup::opened(model, env);
        }
        studying::wanted(model, env);
    }
    if model.bank.whole().is_some() {
        model.bank.failed = false;
        model.notices.retain(|notice| !matches!(notice, Notice::BankMissing(_) | Notice::BankUnusable(_)));
        start::bank_arrived(model, env);
    }
    let there = |gathering: &mut Gathering| gathering.parts.iter().all(|part| model.bank.chunks.has(*part));
    if let Some(Gathering { event, entropy, .. }) = model.gathering.take_if(there) {
        answer(model, event, &Env { entropy, ..*env });
    }
}

fn take(bank: &mut Bank, part: Part, bytes: &[u8]) -> Result<(), PartFault> {
    let Some(entry) = &bank.entry else { return Ok(()) };
    if part != Part::Index {
        return bank.chunks.take(part, entry.fingerprint, bytes);
    }
    let index = decode_index(entry.fingerprint, bytes)?;
    let count = index.chunks();
    if [&entry.questions, &entry.reasons].iter().any(|addresses| addresses.len() != usize::from(count)) {
        return Err(PartFault::Mismatch);
    }
    bank.index = Some(Rc::new(index));
    bank.chunks = Chunks::none_of(count);
    bank.queue = (0..count).flat_map(|chunk| [Part::Questions(chunk), Part::Reasons(chunk)]).collect();
    Ok(())
}

/// Fetches what comes next.
fn fetch_more(model: &mut Model) {
    while model.bank.on_their_way.len() < AT_ONCE && !model.bank.queue.is_empty() {
        let part = model.bank.queue.remove(0);
        let Some(entry) = &model.bank.entry else { return };
        let address = match part {
            Part::Index => None,
            Part::Questions(chunk) => entry.questions.get(usize::from(chunk)),
            Part::Reasons(chunk) => entry.reasons.get(usize::from(chunk)),
        };
        if let Some(address) = address.cloned() {
            model.bank.on_their_way.push(part);
            model.then(Effect::FetchPart(part, address));
        }
    }
}

/// Has a start wait for the chunks that it needs: they are fetched before all others, those that failed once too.
pub(super) fn gather(model: &mut Model, event: Event, parts: Vec<Part>, env: &Env) {
    let bank = &mut model.bank;
    bank.queue.retain(|part| !parts.contains(part));
    let wanted = parts.iter().filter(|part| !bank.on_their_way.contains(part));
    bank.queue.splice(0..0, wanted.copied());
    model.gathering = Some(Gathering { event, entropy: env.entropy, parts });
    fetch_more(model);
}

//! The bank arrives late and in parts.

use super::{Effect, FetchFault, Model, Notice, ReportRead, setup, start};
use crate::Env;
use crate::bank::wire::{Part, decode_index, decode_questions, decode_reasons};
use crate::bank::{BankIndex, Catalogue, CatalogueEntry, Question, Reasons, Report};
use crate::form::Shelf;
use crate::route::Route;
use crate::store::ArchiveKey;
use std::rc::Rc;

/// The bank in use, as far as it has arrived.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bank {
    pub(crate) entry: Option<CatalogueEntry>,
    pub(crate) index: Option<Rc<BankIndex>>,
    pub(crate) questions: Option<Rc<Vec<Question>>>,
    pub(crate) reasons: Option<Rc<Vec<Reasons>>>,
    /// Whether a part of it did not arrive, or cannot be used.
    pub(crate) failed: bool,
}

impl Bank {
    /// The bank, once it is whole.
    pub(crate) fn shelf(&self) -> Option<Shelf<'_>> {
        Some(Shelf {
            entry: self.entry.as_ref()?,
            index: self.index.as_deref()?,
            questions: self.questions.as_deref()?,
            reasons: self.reasons.as_deref()?,
        })
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
    model.then(Effect::FetchPart(Part::Questions, entry.questions.clone()));
    model.then(Effect::FetchPart(Part::Reasons, entry.reasons.clone()));
    model.then(Effect::Load(ArchiveKey::Exposures(entry.id.clone())));
    model.bank = Bank { entry: Some(entry), ..Bank::default() };
    if model.route == Route::Bank {
        report_wanted(model);
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

pub(super) fn report_fetched(model: &mut Model, result: Result<String, FetchFault>) {
    let report = result.ok().and_then(|text| Report::parse(&text));
    model.report = Some(report.map_or(ReportRead::Missing, |report| ReportRead::Here(Rc::new(report))));
}

pub(super) fn part_fetched(model: &mut Model, part: Part, result: Result<Vec<u8>, FetchFault>, env: &Env) {
    let Some(print) = model.bank.entry.as_ref().map(|entry| entry.fingerprint) else { return };
    let bytes = match result {
        Ok(bytes) => bytes,
        Err(fault) => {
            failed(model, Notice::BankMissing(fault));
            return;
        }
    };
    let read = match part {
        Part::Index => decode_index(print, &bytes).map(|index| model.bank.index = Some(Rc::new(index))),
        Part::Questions => {
            decode_questions(print, &bytes).map(|list| model.bank.questions = Some(Rc::new(list)))
        }
        Part::Reasons => decode_reasons(print, &bytes).map(|list| model.bank.reasons = Some(Rc::new(list))),
    };
    if let Err(fault) = read {
        failed(model, Notice::BankUnusable(fault));
        return;
    }
    model.draft.settle(model.bank.index.as_deref());
    if model.route == Route::Setup {
        setup::opened(model, env);
    }
    start::bank_arrived(model, env);
}

//! When the bank has changed, every attempt is looked through once, and graded again where a key was corrected.

use super::{Effect, Model, Notice, keep};
use crate::form::Form;
use crate::ids::SittingId;
use crate::regrade::with_todays_keys;
use crate::store::v1::{ResultV1, SittingV1};
use crate::store::{ArchiveKey, Json as _, LocalRecord};
use std::rc::Rc;

/// The attempts that are still to be looked through, the last one being at hand.
#[derive(Clone, Debug, Default)]
pub(crate) struct Regrading {
    queue: Vec<SittingId>,
    log: Option<Box<SittingV1>>,
    /// How many results changed.
    changed: usize,
    /// Whether the archive failed, so that it is to be done again at the next start.
    failed: bool,
}

/// The bank is whole: is it another one than the results were graded by?
pub(super) fn begin(model: &mut Model) {
    let Some(entry) = model.bank.entry.as_ref().filter(|_| model.bank.whole().is_some()) else { return };
    if model.settings.graded.as_ref() == Some(&entry.fingerprint.short()) || !model.regrading.queue.is_empty()
    {
        return;
    }
    let of_bank = model.results.iter().filter(|result| result.bank == entry.id);
    let queue: Vec<SittingId> = of_bank.map(|result| result.id.clone()).collect();
    if !queue.is_empty() {
        model.regrading = Regrading { queue, ..Regrading::default() };
        look(model);
    }
}

/// Asks for the log at hand.
fn look(model: &mut Model) {
    if let Some(id) = model.regrading.queue.last() {
        model.then(Effect::Load(ArchiveKey::Attempt(id.clone())));
    }
}

/// The archive gave a log, or has none.
pub(super) fn attempt_loaded(model: &mut Model, id: &SittingId, text: Option<&str>, failed: bool) {
    if model.regrading.queue.last() != Some(id) {
        return;
    }
    model.regrading.failed |= failed;
    match text.and_then(SittingV1::parse_json) {
        Some(log) => {
            model.regrading.log = Some(Box::new(log));
            model.then(Effect::Load(ArchiveKey::Form(id.clone())));
        }
        None => next(model),
    }
}

/// The archive gave a paper, or has none.
pub(super) fn form_loaded(model: &mut Model, id: &SittingId, form: Option<&Rc<Form>>, failed: bool) {
    if model.regrading.queue.last() != Some(id) {
        return;
    }
    model.regrading.failed |= failed;
    let Some(log) = model.regrading.log.take() else { return };
    let sitting = form.and_then(|form| log.on_form(Rc::clone(form))).map(|(sitting, _)| sitting);
    let corrected = sitting.as_ref().zip(model.bank.whole());
    let corrected = corrected.and_then(|(sitting, bank)| with_todays_keys(sitting, bank));
    let known = model.results.iter_mut().find(|result| &result.id == id);
    if let Some((known, sitting)) = known.zip(sitting) {
        let now = match corrected {
            Some((corrected, _)) => known.graded_again(&corrected),
            // A correction was taken back: the first grade holds again.
            None if known.before.is_some() => ResultV1::of(&sitting, known.ended).unwrap_or(known.clone()),
            None => known.clone(),
        };
        if *known != now {
            *known = now;
            model.regrading.changed += 1;
        }
    }
    next(model);
}

fn next(model: &mut Model) {
    model.regrading.queue.pop();
    if !model.regrading.queue.is_empty() {
        look(model);
        return;
    }
    let done = std::mem::take(&mut model.regrading);
    if done.changed > 0 {
        keep::save(model, LocalRecord::Results);
        model.tell(Notice::Regraded(done.changed));
    }
    if !done.failed {
        model.settings.graded = model.bank.entry.as_ref().map(|entry| entry.fingerprint.short());
        keep::save(model, LocalRecord::Settings);
    }
}

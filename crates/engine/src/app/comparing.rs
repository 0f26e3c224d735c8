//! Attempts come out of the archive: the one on the result page, and two side by side.

use super::banks::Bank;
use super::{Effect, Model, Shown};
use crate::form::Form;
use crate::ids::SittingId;
use crate::route::Route;
use crate::store::v1::SittingV1;
use crate::store::{ArchiveKey, Json as _};
use std::rc::Rc;

/// Two attempts are to stand side by side.
pub(super) fn chosen(model: &mut Model, first: SittingId, second: SittingId) {
    model.then(Effect::Navigate { route: Route::Compare(first, second), replace: true });
}

/// Looks for the two attempts of the address.
pub(super) fn wanted(model: &mut Model) {
    let Route::Compare(first, second) = &model.route else { return };
    let wanted = [first.clone(), second.clone()];
    for (shown, id) in model.pair.iter_mut().zip(wanted) {
        if shown.id() != Some(&id) {
            *shown = Shown::Looking { id: id.clone(), stored: None };
            model.to_do.push(Effect::Load(ArchiveKey::Attempt(id)));
        }
    }
}

/// What was missing may be here now: the bank came, or a backup.
pub(super) fn again(model: &mut Model) {
    for shown in &mut model.pair {
        if matches!(shown, Shown::Gone(_)) {
            *shown = Shown::None;
        }
    }
    wanted(model);
}

pub(super) fn attempt_loaded(model: &mut Model, id: &SittingId, text: Option<&str>) {
    for shown in &mut model.pair {
        if log_found(shown, id, text) {
            model.to_do.push(Effect::Load(ArchiveKey::Form(id.clone())));
        }
    }
}

pub(super) fn form_loaded(model: &mut Model, id: &SittingId, form: Option<&Rc<Form>>) {
    for shown in &mut model.pair {
        paper_found(shown, &model.bank, id, form);
    }
}

/// The log of an attempt that is looked for, or that there is none; tells whether its paper is wanted next.
pub(super) fn log_found(shown: &mut Shown, id: &SittingId, text: Option<&str>) -> bool {
    let Shown::Looking { id: looking, stored } = shown else { return false };
    if looking != id {
        return false;
    }
    let Some(found) = text.and_then(SittingV1::parse_json) else {
        *shown = Shown::Gone(id.clone());
        return false;
    };
    *stored = Some(Box::new(found));
    true
}

/// Shows the attempt that was looked for, on its paper.
pub(super) fn paper_found(shown: &mut Shown, bank: &Bank, id: &SittingId, form: Option<&Rc<Form>>) {
    let Shown::Looking { id: looking, stored: Some(stored) } = shown else { return };
    if looking != id {
        return;
    }
    let rebuilt = || bank.whole().and_then(|shelf| stored.rebuild_form(shelf)).map(Rc::new);
    let attempt = form.cloned().or_else(rebuilt).and_then(|form| stored.on_form(form));
    *shown = match attempt {
        Some((sitting, _)) => Shown::Attempt(Box::new(sitting)),
        None => Shown::Gone(id.clone()),
    };
}

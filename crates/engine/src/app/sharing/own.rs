//! What is one's own: the code of an attempt, and sitting a paper of somebody's own.

use super::super::{Model, Place, Shown, exam};
use super::{Made, Order, ShareTool, ask};
use crate::Env;
use crate::form::Form;
use crate::ids::SittingId;
use crate::link::clean;
use crate::packed::Packed as _;
use crate::share::handed::{Handed, MAX_NAME};
use crate::share::packet::Opened;
use crate::sitting::{ExamClock, Sitting};
use crate::time::Minutes;
use std::rc::Rc;

pub(super) fn named(model: &mut Model, text: &str) {
    model.sharing.name = text.chars().take(MAX_NAME).collect();
    // The code has the name in it.
    model.sharing.handed = None;
    model.sharing.qr = None;
}

/// The code of the attempt that is shown.
pub(super) fn hand_wanted(model: &mut Model) {
    let Shown::Attempt(sitting) = &model.shown else { return };
    // A sealed mock names its questions to nobody.
    if super::super::studying::is_sealed(model, &sitting.form) {
        return;
    }
    let name = clean(&model.sharing.name, MAX_NAME);
    let Some(handed) = Handed::of(sitting, &name, "") else { return };
    let form: Option<Form> =
        (sitting.form.is_own() && !sitting.form.awaits_its_key()).then(|| Form::clone(&sitting.form));
    let id = sitting.id.clone();
    model.sharing.handed = Some((id.clone(), Made::Asked));
    ask(model, ShareTool::Hand, (handed, form).to_bytes(), Order::Hand(id));
}

pub(super) fn handed(model: &mut Model, id: &SittingId, output: Option<Vec<u8>>) {
    let Some((wanted, made)) = &mut model.sharing.handed else { return };
    if wanted == id {
        *made = output.and_then(|bytes| String::from_bytes(&bytes)).map_or(Made::NotHad, Made::Here);
    }
}

/// The paper of the address is sat.
pub(super) fn paper_started(model: &mut Model, env: &Env) {
    if model.is_at_work() || !model.knows_journal() || model.place == Place::Foreign {
        return;
    }
    let Some(Opened::Paper(paper)) = model.sharing.opened.first().and_then(|opened| opened.is.as_ref())
    else {
        return;
    };
    let Some(form) = paper.form() else { return };
    let assigned = form.awaits_its_key();
    let minutes = paper.packet.minutes.and_then(|minutes| i32::try_from(minutes).ok()).map(Minutes);
    let limit = minutes.filter(|minutes| (1..=crate::link::MAX_MINUTES).contains(&minutes.0));
    let reveals = paper.packet.reveals && !assigned;
    let id = SittingId::new(env.now, env.entropy);
    let sitting = Sitting::start(id, Rc::new(form), limit, env.now).revealing(reveals);
    exam::set_to_work(model, sitting, ExamClock::start(env));
}

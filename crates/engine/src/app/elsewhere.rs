//! Another tab of the same browser wrote: what it knows is taken over, so that no tab writes an older state over it.
//!
//! This is courtesy, not ownership: two tabs that answer within the same moment can still lose one answer.

use super::{AtWork, Effect, MOST_RESULTS, Model, Notice, Running};
use crate::Env;
use crate::sitting::{ExamClock, write_log};
use crate::store::backup::merge_results;
use crate::store::v1::{ResultV1, SittingV1};
use crate::store::{ArchiveKey, Json as _, LocalRecord, Slot, choose};
use std::rc::Rc;

/// Takes over what the slots hold now.
pub(super) fn stored(model: &mut Model, texts: &[(LocalRecord, Slot, String)], env: &Env) {
    if let Some(results) =
        newest(model, LocalRecord::Results, texts).and_then(|text| Vec::<ResultV1>::parse_json(&text))
    {
        model.results = merge_results(&model.results, &results, MOST_RESULTS);
    }
    let sitting = newest(model, LocalRecord::Sitting, texts).and_then(|text| SittingV1::parse_json(&text));
    match sitting {
        Some(sitting) => take_over(model, sitting, env),
        None => drop_ended(model),
    }
}

/// The newest content of a record; what is written next goes behind it.
fn newest(model: &mut Model, record: LocalRecord, texts: &[(LocalRecord, Slot, String)]) -> Option<String> {
    let text = |slot: Slot| {
        texts.iter().find(|(known, at, _)| *known == record && *at == slot).map(|(_, _, text)| text.as_str())
    };
    let (sequence, content) = choose(Slot::BOTH.map(text)).content?;
    model.resume_sequence(record, Some(sequence));
    Some(content)
}

fn take_over(model: &mut Model, stored: SittingV1, env: &Env) {
    let over = model.results.iter().any(|result| result.id == stored.id);
    match &mut model.running {
        // It ended; its record goes when the archive has it.
        _ if over => drop_ended(model),
        Running::Yes(at_work) if at_work.sitting.id == stored.id => {
            if stored.log.len() < write_log(at_work.sitting.log()).len() {
                return;
            }
            let form = Rc::clone(&at_work.sitting.form);
            let Some((sitting, _)) = stored.on_form(form) else { return };
            if sitting.ended().is_some() {
                end(model);
                return;
            }
            let clock = ExamClock::resume(stored.elapsed, stored.wall, env);
            **at_work = AtWork { sitting, clock };
        }
        Running::None | Running::Lost(_) => {
            model.then(Effect::Load(ArchiveKey::Form(stored.id.clone())));
            model.running = Running::Restoring(Box::new(stored));
            model.paper_missing = false;
        }
        Running::Yes(_) | Running::Restoring(_) => {}
    }
}

/// An exam that was handed in at another tab is over here too.
fn drop_ended(model: &mut Model) {
    let Running::Yes(at_work) = &model.running else { return };
    let id = &at_work.sitting.id;
    if at_work.sitting.ended().is_none() && model.results.iter().any(|result| &result.id == id) {
        end(model);
    }
}

fn end(model: &mut Model) {
    model.running = Running::None;
    model.dialog = None;
    model.tell(Notice::EndedElsewhere);
}

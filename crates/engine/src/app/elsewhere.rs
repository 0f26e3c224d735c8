//! Another tab of the same browser wrote: what it knows is taken over, so that no tab writes an older state over it.
//!
//! It tells soon; who owns a sitting, and what stands in the journal, is decided in [`super::owner`].

use super::owner::{self, Owner};
use super::{Effect, FoundBy, MOST_RESULTS, Model, Notice, Running};
use crate::Env;
use crate::store::backup::merge_results;
use crate::store::v1::{ResultV1, SittingV1};
use crate::store::{Json as _, LocalRecord, Slot, choose};

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
            if at_work.owner == Owner::Here && stored.epoch > at_work.epoch {
                at_work.owner = Owner::Elsewhere;
            }
            if at_work.owner == Owner::Elsewhere {
                owner::follow(at_work, &stored, env);
            }
            if at_work.sitting.ended().is_some() {
                end(model);
            }
        }
        Running::None | Running::Lost(_) => {
            model.restore(stored);
            model.found = FoundBy::Neighbour;
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
    if let Some(id) = model.sitting().map(|sitting| sitting.id.clone()) {
        model.then(Effect::Disown(id));
    }
    model.running = Running::None;
    model.dialog = None;
    model.tell(Notice::EndedElsewhere);
}

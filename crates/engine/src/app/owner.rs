//! One tab owns a sitting; the others show it. The journal has the last word on who that is.

use super::keep::{self, ARCHIVE};
use super::{AtWork, Claim, Effect, FoundBy, JournalState, MOST_RESULTS, Model, Notice, Running, exam};
use crate::Env;
use crate::ids::SittingId;
use crate::sitting::{Act, ExamClock};
use crate::store::backup::merge_results;
use crate::store::v1::{ResultV1, SettingsV1, SittingV1};
use crate::store::{ArchiveKey, JournalFault, Json as _, LocalRecord, StorageFault, choose};
use crate::time::DurationMs;
use std::rc::Rc;

/// How long the journals are waited for.
const PATIENCE_MS: i64 = 5000;

/// Whose a running sitting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// Not known yet: it was found, and the browser is asked. It was away for so long.
    Asked(DurationMs),
    /// This tab's, as soon as the journal has told what the last owner did; with the time away when it was found.
    Claiming(Option<DurationMs>),
    /// This tab's.
    Here,
    /// Another tab's.
    Elsewhere,
}

/// The browser says who owns the sitting.
pub(super) fn owned(model: &mut Model, id: &SittingId, here: bool) {
    let running = match &mut model.running {
        Running::Yes(at_work) if &at_work.sitting.id == id && at_work.sitting.ended().is_none() => at_work,
        _ => {
            if here {
                model.then(Effect::Disown(id.clone()));
            }
            return;
        }
    };
    running.owner = match (running.owner, here) {
        (Owner::Here, true) => return,
        (Owner::Asked(away), true) => Owner::Claiming(Some(away)),
        (Owner::Elsewhere | Owner::Claiming(_), true) => Owner::Claiming(None),
        (_, false) => Owner::Elsewhere,
    };
    if here {
        model.then(Effect::ReadJournal);
    }
}

/// Another tab took the sitting.
pub(super) fn lost(model: &mut Model, id: &SittingId) {
    let Running::Yes(at_work) = &mut model.running else { return };
    if &at_work.sitting.id == id {
        at_work.owner = Owner::Elsewhere;
        model.dialog = None;
    }
}

/// The learner wants the sitting to go on at this tab.
pub(super) fn take_over(model: &mut Model) {
    let Running::Yes(at_work) = &model.running else { return };
    if at_work.owner == Owner::Elsewhere {
        let id = at_work.sitting.id.clone();
        model.then(Effect::Own { id, claim: Claim::Take });
    }
}

/// A browser whose database never answers must not keep an exam from beginning.
pub(super) fn keep_waiting(model: &mut Model, env: &Env) {
    match model.journal {
        JournalState::Asked(None) => model.journal = JournalState::Asked(Some(env.monotonic)),
        JournalState::Asked(Some(since)) if env.monotonic.0.saturating_sub(since.0) > PATIENCE_MS => {
            model.journal = JournalState::Read;
            model.not_kept(ARCHIVE, StorageFault::Broken);
        }
        JournalState::Asked(Some(_)) | JournalState::Read => {}
    }
}

/// A write reached the disk, or not.
pub(super) fn journalled(
    model: &mut Model,
    record: LocalRecord,
    sequence: u64,
    result: Result<(), JournalFault>,
) {
    match result {
        Ok(()) => {
            if let Some(known) = model.journalled.get_mut(record.place()) {
                *known = (*known).max(Some(sequence));
            }
            model.note(ARCHIVE, None);
        }
        Err(JournalFault::Storage(fault)) => model.not_kept(ARCHIVE, fault),
        Err(JournalFault::Superseded) => {
            if let (LocalRecord::Sitting, Running::Yes(at_work)) = (record, &mut model.running) {
                at_work.owner = Owner::Elsewhere;
            }
            model.then(Effect::ReadJournal);
        }
    }
}

/// What the journals hold is joined with what is known: the longest valid log wins, and nothing is given up for it.
pub(super) fn journal_read(
    model: &mut Model,
    result: Result<Vec<(LocalRecord, String)>, StorageFault>,
    env: &Env,
) {
    match result {
        Ok(texts) => texts.into_iter().for_each(|(record, text)| read(model, record, text, env)),
        Err(fault) => model.not_kept(ARCHIVE, fault),
    }
    model.journal = JournalState::Read;
    model.then(Effect::LookAround);
    drop_over(model);
    claim(model);
}

fn read(model: &mut Model, record: LocalRecord, text: String, env: &Env) {
    let found = choose([Some(&text), None]);
    if found.newer && !model.read_only.contains(&record) {
        model.read_only.push(record);
        model.tell(Notice::Newer(record));
    }
    let Some((sequence, content)) = found.content else {
        if !found.newer {
            set_aside(model, record, text);
        }
        return;
    };
    let newer = model.sequences.get(record.place()).is_some_and(|next| sequence >= *next);
    if newer {
        model.resume_sequence(record, Some(sequence));
    }
    let understood = match record {
        LocalRecord::Settings => SettingsV1::parse_json(&content).map(|settings| {
            if newer {
                model.settings = settings;
                model.dress();
            }
        }),
        LocalRecord::Results => Vec::<ResultV1>::parse_json(&content).map(|results| {
            model.results = merge_results(&model.results, &results, MOST_RESULTS);
        }),
        LocalRecord::Sitting => {
            SittingV1::parse_json(&content).map(|sitting| found_sitting(model, sitting, env))
        }
    };
    if understood.is_none() {
        set_aside(model, record, text);
    }
}

/// Keeps what cannot be read under a name of its own, and writes in its place what is known.
fn set_aside(model: &mut Model, record: LocalRecord, text: String) {
    model.tell(Notice::Damaged(record));
    model.then(Effect::SetAside { record, text });
    match (record, &model.running) {
        (LocalRecord::Sitting, Running::None) => model.then(Effect::RemoveLocal(record)),
        _ => keep::save(model, record),
    }
}

/// A sitting stands in the journal.
fn found_sitting(model: &mut Model, found: SittingV1, env: &Env) {
    let same = |id: &SittingId| id == &found.id;
    match &mut model.running {
        Running::Restoring(stored) | Running::Lost(stored) if same(&stored.id) => {
            if found.is_ahead_of(stored) {
                **stored = found;
            }
            return;
        }
        Running::Yes(at_work) if same(&at_work.sitting.id) => {
            if at_work.owner != Owner::Here {
                follow(at_work, &found, env);
            }
            return;
        }
        // The journal takes no exam in place of one that runs: this one was refused there.
        Running::Yes(at_work) if at_work.owner == Owner::Here => return,
        // Local storage is behind, or the exam was begun while another one ran at another tab.
        Running::Restoring(_) => keep::set_running_aside(model),
        Running::Yes(_) => {
            keep::set_running_aside(model);
            model.restore(found);
            model.found = FoundBy::Neighbour;
            return;
        }
        Running::Lost(_) => keep::set_lost_aside(model),
        Running::None => {}
    }
    model.restore(found);
}

impl Model {
    /// Begins to bring a sitting back; its paper is looked for.
    pub(super) fn restore(&mut self, found: SittingV1) {
        self.then(Effect::Load(ArchiveKey::Form(found.id.clone())));
        self.running = Running::Restoring(Box::new(found));
        self.paper_missing = false;
        self.found = FoundBy::Storage;
    }
}

/// Shows what the owner has done since.
pub(super) fn follow(at_work: &mut AtWork, stored: &SittingV1, env: &Env) {
    let here = keep::stored(at_work);
    if !stored.is_ahead_of(&here) {
        return;
    }
    let form = Rc::clone(&at_work.sitting.form);
    let Some((sitting, _)) = stored.on_form(form) else { return };
    at_work.clock = ExamClock::resume(stored.elapsed, stored.wall, env);
    at_work.sitting = sitting;
    at_work.epoch = stored.epoch;
}

/// An exam whose result is known is over: local storage that was written late may still show it at work.
fn drop_over(model: &mut Model) {
    let Running::Restoring(stored) = &model.running else { return };
    let over = model.results.iter().any(|result| result.id == stored.id);
    if over && !stored.is_ended() && !model.read_only.contains(&LocalRecord::Sitting) {
        model.running = Running::None;
        model.then(Effect::RemoveLocal(LocalRecord::Sitting));
    }
}

/// The sitting is this tab's from here on: a later epoch than all that stand in the journal.
fn claim(model: &mut Model) {
    let Running::Yes(at_work) = &mut model.running else { return };
    let Owner::Claiming(away) = at_work.owner else { return };
    if at_work.sitting.ended().is_some() {
        return;
    }
    at_work.owner = Owner::Here;
    at_work.epoch = at_work.epoch.saturating_add(1);
    if !at_work.sitting.is_over(&at_work.clock) {
        let elapsed = at_work.clock.elapsed();
        at_work.sitting.record(elapsed, Act::Reopened(away.unwrap_or_default()));
    }
    keep::save(model, LocalRecord::Sitting);
    match away {
        Some(_) => exam::reread_address(model),
        None => exam::show_current(model),
    }
}

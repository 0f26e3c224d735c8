//! How the app begins, moves between pages, and finds again what was kept.

use super::keep::ARCHIVE;
use super::owner::Owner;
use super::{
    AtWork, Claim, Effect, Filter, FocusTarget, FoundBy, KeyChange, Model, Notice, Running, Shown, banks,
    comparing, exam, keep, reading, regrading, setup, sharing, studying,
};
use crate::Env;
use crate::form::Form;
use crate::ids::SittingId;
use crate::route::Route;
use crate::sitting::{Act, Sitting};
use crate::store::json::Value;
use crate::store::v1::{ResultV1, SettingsV1, SittingV1};
use crate::store::{ArchiveKey, Json as _, LocalRecord, Slot, StorageFault, choose};
use crate::time::DurationMs;
use std::rc::Rc;

pub(super) fn opened(
    model: &mut Model,
    stored: Result<Vec<(LocalRecord, Slot, String)>, StorageFault>,
    fragment: &str,
) {
    model.then(Effect::ReadJournal);
    model.then(Effect::FetchCatalogue);
    match stored {
        Ok(texts) => {
            for record in LocalRecord::ALL {
                read(model, record, &texts);
            }
        }
        Err(fault) => LocalRecord::ALL.into_iter().for_each(|record| model.note(record.place(), Some(fault))),
    }
    model.dress();
    model.route = Route::parse(fragment);
    attempt_wanted(model);
}

/// Reads a record from its slots; what cannot be read is set aside, and what a newer version wrote is left alone.
fn read(model: &mut Model, record: LocalRecord, texts: &[(LocalRecord, Slot, String)]) {
    let text = |slot: Slot| {
        texts.iter().find(|(known, at, _)| *known == record && *at == slot).map(|(_, _, text)| text.as_str())
    };
    let mut found = choose(Slot::BOTH.map(text));
    let (sequence, content) = found.content.unzip();
    // Sound in its frame and still not readable: then the older one counts.
    for content in content.into_iter().chain(found.older.take()) {
        if accept(model, record, &content).is_some() {
            break;
        }
        found.damaged.push(content);
    }
    model.resume_sequence(record, sequence);
    if found.newer {
        model.read_only.push(record);
        model.tell(Notice::Newer(record));
    }
    for text in found.damaged {
        model.tell(Notice::Damaged(record));
        model.then(Effect::SetAside { record, text });
    }
}

/// Takes over what a record holds; nothing when it cannot be read.
fn accept(model: &mut Model, record: LocalRecord, content: &str) -> Option<()> {
    let tree = Value::parse(content).ok()?;
    match record {
        LocalRecord::Settings => model.settings = SettingsV1::from_json(&tree)?,
        LocalRecord::Results => model.results = Vec::<ResultV1>::from_json(&tree)?,
        LocalRecord::Sitting => {
            let sitting = SittingV1::from_json(&tree)?;
            model.restore(sitting);
        }
    }
    Some(())
}

pub(super) fn routed(model: &mut Model, route: Route, env: &Env) {
    let moved = model.route != route;
    // The running sitting's address gets the number of its question: the page stays the same.
    let named = matches!((&model.route, &route), (Route::Sitting(None), Route::Sitting(Some(_))));
    let was_in_exam = matches!(model.route, Route::Sitting(_) | Route::Review);
    let other_result = moved && (is_shared(&model.route) || is_shared(&route));
    model.route = route;
    model.dialog = None;
    if other_result {
        model.filter = Filter::All;
        model.domain = None;
        model.reasons_open.clear();
    }
    if moved {
        model.key_change = KeyChange::None;
        model.gathering = None;
        model.instructions = None;
        exam::routed_away(model, was_in_exam);
    }
    if moved && !named {
        model.notices.retain(|notice| notice.lasts() && !notice.is_of_the_sitting());
    }
    match model.route {
        Route::Setup | Route::Share => setup::opened(model, env),
        Route::Sitting(position) => exam::sitting_routed(model, position),
        Route::Attempt(_) => attempt_wanted(model),
        Route::Compare(..) => comparing::wanted(model),
        Route::Bank => banks::report_wanted(model),
        Route::Exam(_) => banks::releases_wanted(model),
        Route::Notes(_) => reading::wanted(model),
        Route::Practice => studying::wanted(model, env),
        _ => sharing::routed(model, env),
    }
    if moved && !matches!(model.route, Route::Sitting(_)) {
        let reads = matches!(model.route, Route::Notes(_));
        model.then(Effect::Focus(if reads { FocusTarget::Paragraph } else { FocusTarget::PageHeading }));
    }
}

/// Whether it is the result of somebody else.
fn is_shared(route: &Route) -> bool {
    matches!(route, Route::Shared(_))
}

/// Looks for the attempt of the result page.
fn attempt_wanted(model: &mut Model) {
    let Route::Attempt(id) = &model.route else { return };
    match &model.shown {
        Shown::Attempt(sitting) if &sitting.id == id => return,
        Shown::Looking { id: looking, .. } | Shown::Gone(looking) if looking == id => return,
        _ => {}
    }
    let id = id.clone();
    model.shown = Shown::Looking { id: id.clone(), stored: None };
    model.filter = Filter::All;
    model.domain = None;
    model.reasons_open.clear();
    model.then(Effect::Load(ArchiveKey::Attempt(id)));
}

pub(super) fn loaded(
    model: &mut Model,
    key: &ArchiveKey,
    result: Result<Option<String>, StorageFault>,
    env: &Env,
) {
    let failed = result.is_err();
    let text = match result {
        Ok(text) => text,
        Err(fault) => {
            model.not_kept(ARCHIVE, fault);
            None
        }
    };
    match key {
        ArchiveKey::Exposures(_) if failed => {}
        ArchiveKey::Exposures(bank) => {
            keep::history_loaded(model, bank, text.as_deref());
            studying::wanted(model, env);
        }
        ArchiveKey::Desk => sharing::desk_loaded(model, text.as_deref()),
        ArchiveKey::Attempt(id) => {
            if comparing::log_found(&mut model.shown, id, text.as_deref()) {
                model.then(Effect::Load(ArchiveKey::Form(id.clone())));
            }
            comparing::attempt_loaded(model, id, text.as_deref());
            regrading::attempt_loaded(model, id, text.as_deref(), failed);
        }
        ArchiveKey::Form(id) => {
            let form = text.as_deref().and_then(Form::from_record).map(Rc::new);
            regrading::form_loaded(model, id, form.as_ref(), failed);
            comparing::paper_found(&mut model.shown, &model.bank, id, form.as_ref());
            comparing::form_loaded(model, id, form.as_ref());
            restore(model, id, form, env);
        }
    }
}

/// Goes on with the sitting that was found at the start.
fn restore(model: &mut Model, id: &SittingId, form: Option<Rc<Form>>, env: &Env) {
    let Running::Restoring(stored) = &model.running else { return };
    if &stored.id != id {
        return;
    }
    if let Some((sitting, torn)) = form.and_then(|form| stored.on_form(form)) {
        go_on(model, sitting, torn, env);
        return;
    }
    model.paper_missing = true;
    restore_from_bank(model, env);
}

/// What waited for the whole bank goes on: a sitting or an attempt whose paper the archive has not.
pub(super) fn bank_arrived(model: &mut Model, env: &Env) {
    if model.paper_missing {
        restore_from_bank(model, env);
    }
    if matches!(model.shown, Shown::Gone(_)) {
        model.shown = Shown::None;
        attempt_wanted(model);
    }
    comparing::again(model);
    regrading::begin(model);
    studying::wanted(model, env);
    sharing::bank_arrived(model, env);
}

/// Draws the paper of a found sitting again, once the bank is there.
fn restore_from_bank(model: &mut Model, env: &Env) {
    let (Running::Restoring(stored), Some(shelf)) = (&model.running, model.bank.whole()) else {
        return;
    };
    if let Some((sitting, torn)) = stored.rebuild_form(shelf).and_then(|form| stored.on_form(Rc::new(form))) {
        go_on(model, sitting, torn, env);
        return;
    }
    model.running = Running::Lost(stored.clone());
    model.tell(Notice::PaperLost);
}

fn go_on(model: &mut Model, sitting: Sitting, torn: usize, env: &Env) {
    let Running::Restoring(stored) = &model.running else { return };
    let away = DurationMs::between(stored.wall, env.now);
    let epoch = stored.epoch;
    // Without a limit only time at the page counts, so the clock takes up where it stood.
    let since = if sitting.limit.is_some() { stored.wall } else { env.now };
    let clock = sitting.resumed_clock(stored.elapsed, since, env);
    if torn > 0 {
        model.tell(Notice::TornLog(torn));
    }
    let ended = sitting.ended().is_some();
    let timed = sitting.limit.is_some();
    let over = sitting.is_over(&clock);
    let (owner, claim) = match model.found {
        _ if ended || over => (Owner::Here, Claim::IfFree),
        FoundBy::Storage => (Owner::Asked(away), Claim::IfFree),
        FoundBy::Neighbour => (Owner::Elsewhere, Claim::WhenLeft),
    };
    let id = sitting.id.clone();
    let mut at_work = AtWork { sitting, clock, epoch, owner };
    if ended {
        // It ended, and the page was closed before the archive had it.
        model.running = Running::Yes(Box::new(at_work));
        exam::archive(model, env);
        return;
    }
    if let (true, Some(limit)) = (over, at_work.sitting.limit) {
        // Time ran out while nobody was there, and the log says so.
        at_work.sitting.record(limit.duration(), Act::Reopened(away));
    }
    model.running = Running::Yes(Box::new(at_work));
    if over {
        model.tell(Notice::ExpiredWhileAway);
        exam::expired(model, env);
        return;
    }
    if timed && away.0 >= exam::AWAY_MS {
        model.tell(Notice::Away(away));
    }
    // It goes on when this tab is its owner.
    model.then(Effect::Own { id, claim });
    exam::reread_address(model);
}

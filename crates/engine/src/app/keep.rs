//! Keeping: small records in turn, the archive, backup, restoring and erasing.

use super::{AtWork, Effect, HistoryRead, JournalState, MOST_RESULTS, Model, Notice, Running, Shown, today};
use crate::Env;
use crate::form::Form;
use crate::ids::BankId;
use crate::look::Look;
use crate::outcome;
use crate::share::paper::PaperOrder;
use crate::store::backup::{Backup, merge_results};
use crate::store::history::{read_exposures, write_exposures};
use crate::store::v1::{SettingsV1, SittingV1};
use crate::store::{ArchiveKey, Json as _, LocalRecord, Slot, StorageFault, encode};

/// The archive's place among the stores, behind the small records.
pub(super) const ARCHIVE: usize = LocalRecord::ALL.len();

impl Notice {
    /// Whether a notice stays when another page is opened: those that tell of a lasting state.
    pub(super) fn lasts(&self) -> bool {
        matches!(
            self,
            Self::NotKept(_) | Self::InsideApp | Self::Newer(_) | Self::PaperLost | Self::BankMissing(_)
        ) || matches!(self, Self::BankUnusable(_) | Self::CatalogueUnusable | Self::Damaged(_))
            || matches!(
                self,
                Self::WorthABackup(_)
                    | Self::ExpiredWhileAway
                    | Self::Away(_)
                    | Self::TornLog(_)
                    | Self::EndedElsewhere
            )
    }
}

impl Notice {
    /// Whether a notice tells of something in the sitting at work, so that another page need not show it.
    pub(super) fn is_of_the_sitting(&self) -> bool {
        matches!(self, Self::Away(_) | Self::TornLog(_))
    }
}

impl Model {
    /// Writes go on from the number that was found.
    pub(super) fn resume_sequence(&mut self, record: LocalRecord, found: Option<u64>) {
        if let Some(next) = self.sequences.get_mut(record.place()) {
            *next = found.map_or(0, |sequence| sequence.saturating_add(1));
        }
    }

    /// The browser does not keep what is written.
    pub(super) fn not_kept(&mut self, store: usize, fault: StorageFault) {
        self.note(store, Some(fault));
        self.tell(Notice::NotKept(fault));
    }

    /// Notes how the latest write of a store went; when all are well again, the notice goes. What local storage refuses
    /// is told only when the journal refuses it too.
    pub(super) fn note(&mut self, store: usize, fault: Option<StorageFault>) {
        if let Some(known) = self.faults.get_mut(store) {
            *known = fault;
        }
        if self.faults.get(ARCHIVE).is_some_and(Option::is_none) {
            self.notices.retain(|notice| !matches!(notice, Notice::NotKept(_)));
        }
    }
}

/// Another app shows the page. It is told until the learner closed it once.
pub(super) fn inside_app(model: &mut Model) {
    if !model.settings.inside_told {
        model.tell(Notice::InsideApp);
    }
}

pub(super) fn notice_closed(model: &mut Model, place: usize) {
    if place < model.notices.len() && model.notices.remove(place) == Notice::InsideApp {
        model.settings.inside_told = true;
        save(model, LocalRecord::Settings);
    }
}

/// Writes a small record to the slot whose turn it is; nothing where a newer version wrote.
pub(super) fn save(model: &mut Model, record: LocalRecord) {
    if model.read_only.contains(&record) {
        return;
    }
    let content = match record {
        LocalRecord::Settings => model.settings.to_json(),
        LocalRecord::Results => model.results.to_json(),
        LocalRecord::Sitting => match stored_sitting(model) {
            Some(sitting) => sitting.to_json(),
            None => return,
        },
    };
    let Some(next) = model.sequences.get_mut(record.place()) else { return };
    let sequence = *next;
    *next += 1;
    if let Some(written) = model.written.get_mut(record.place()) {
        *written = Some(sequence);
    }
    let (slot, text) = (Slot::of(sequence), encode(sequence, &content));
    model.then(Effect::SaveLocal { record, slot, text: text.clone() });
    model.then(Effect::Journal { record, sequence, text });
}

/// Writes the history with a bank; what the archive has of it is read and joined first.
pub(super) fn save_history(model: &mut Model, bank: BankId) {
    let key = ArchiveKey::Exposures(bank);
    if model.history == HistoryRead::Yes {
        model.then(Effect::SaveArchive(key, write_exposures(&model.exposures)));
    } else {
        model.history = HistoryRead::Owed;
        model.then(Effect::Load(key));
    }
}

/// The archive gave the history with a bank, or has none.
pub(super) fn history_loaded(model: &mut Model, bank: &BankId, text: Option<&str>) {
    if let Some(text) = text {
        model.exposures.merge(&read_exposures(text).0);
    }
    let owed = model.history == HistoryRead::Owed;
    model.history = HistoryRead::Yes;
    if owed {
        save_history(model, bank.clone());
    }
}

/// The running sitting as it is stored.
fn stored_sitting(model: &Model) -> Option<SittingV1> {
    match &model.running {
        Running::Yes(at_work) => Some(stored(at_work)),
        Running::Restoring(stored) | Running::Lost(stored) => Some(*stored.clone()),
        Running::None => None,
    }
}

/// A sitting at work as it is stored.
pub(super) fn stored(at_work: &AtWork) -> SittingV1 {
    let (sitting, clock) = (&at_work.sitting, &at_work.clock);
    SittingV1 { epoch: at_work.epoch, ..SittingV1::from_sitting(sitting, clock.wall(), clock.elapsed()) }
}

/// Keeps the record of a sitting whose place another one has, unless it is an attempt already.
pub(super) fn set_running_aside(model: &mut Model) {
    let Some(sitting) = stored_sitting(model) else { return };
    if !model.results.iter().any(|result| result.id == sitting.id) {
        model.then(Effect::SetAside { record: LocalRecord::Sitting, text: sitting.to_json() });
    }
}

/// Keeps the record of a sitting without its paper under a name of its own, before another takes its place.
pub(super) fn set_lost_aside(model: &mut Model) {
    let Running::Lost(stored) = &model.running else { return };
    let text = stored.to_json();
    model.notices.retain(|notice| *notice != Notice::PaperLost);
    model.then(Effect::SetAside { record: LocalRecord::Sitting, text });
    // The journal takes no other exam while this one stands there.
    model.then(Effect::RemoveLocal(LocalRecord::Sitting));
}

/// Keeps the record of an attempt that the archive refused, before another sitting takes its place.
pub(super) fn set_unarchived_aside(model: &mut Model) {
    if let Some(text) = model.unarchived.take() {
        model.then(Effect::SetAside { record: LocalRecord::Sitting, text });
    }
}

pub(super) fn local_saved(model: &mut Model, record: LocalRecord, result: Result<(), StorageFault>) {
    let Err(fault) = result else {
        model.note(record.place(), None);
        // There is room again: what was refused before is written now.
        for other in LocalRecord::ALL {
            if model.faults.get(other.place()).is_some_and(Option::is_some) {
                save(model, other);
            }
        }
        return;
    };
    model.note(record.place(), Some(fault));
    // The slot that failed is tried again: the other one holds the last good record.
    if let Some(next) = model.sequences.get_mut(record.place()) {
        *next += 1;
    }
}

pub(super) fn archive_saved(model: &mut Model, key: &ArchiveKey, result: Result<(), StorageFault>) {
    let kept = result.is_ok();
    match result {
        Ok(()) => model.note(ARCHIVE, None),
        Err(fault) => model.not_kept(ARCHIVE, fault),
    }
    let (ArchiveKey::Form(id) | ArchiveKey::Attempt(id)) = key else { return };
    let ended = |at_work: &AtWork| &at_work.sitting.id == id && at_work.sitting.ended().is_some();
    if !matches!(&model.running, Running::Yes(at_work) if ended(at_work)) {
        return;
    }
    match key {
        ArchiveKey::Form(_) => model.taken[0] = Some(kept),
        _ => model.taken[1] = Some(kept),
    }
    let [Some(paper), Some(log)] = model.taken else { return };
    let record = stored_sitting(model).map(|sitting| sitting.to_json());
    model.running = Running::None;
    // Only when the archive has paper and log does the record of the running sitting go: else the next start
    // brings it there. What a newer version wrote is left alone.
    if !(paper && log) {
        model.unarchived = record;
    } else if !model.read_only.contains(&LocalRecord::Sitting) {
        model.then(Effect::RemoveLocal(LocalRecord::Sitting));
    }
}

pub(super) fn dumped(model: &mut Model, result: Result<Vec<(String, String)>, StorageFault>, env: &Env) {
    model.partial_backup = result.is_err();
    let records = match result {
        Ok(records) => records,
        Err(fault) => {
            // The results and settings are still worth having.
            model.not_kept(ARCHIVE, fault);
            Vec::new()
        }
    };
    let archive = records.into_iter().filter(|(key, _)| ArchiveKey::parse(key).is_some()).collect();
    let backup = Backup::new(model.settings.clone(), model.results.clone(), stored_sitting(model), archive);
    let name = format!("invigil-backup-{}.json", today(env));
    model.then(Effect::Download { name, text: backup.to_text() });
}

/// The browser took the backup, or not: only then it is made.
pub(super) fn downloaded(model: &mut Model, done: bool, env: &Env) {
    match (done, model.partial_backup) {
        (false, _) => model.tell(Notice::BackupNotMade),
        (true, true) => model.tell(Notice::BackupPartial),
        (true, false) => {
            model.settings.backup = Some(env.now);
            model.notices.retain(|notice| !matches!(notice, Notice::WorthABackup(_)));
            model.tell(Notice::BackupMade);
            save(model, LocalRecord::Settings);
        }
    }
}

pub(super) fn backup_chosen(model: &mut Model, text: &str) {
    let backup = match Backup::parse(text) {
        Ok(backup) => backup,
        Err(fault) => {
            model.tell(Notice::BackupRefused(fault));
            return;
        }
    };
    let known: Vec<_> = model.results.iter().map(|result| result.id.clone()).collect();
    merge_archive(model, backup.archive);
    if matches!(model.shown, Shown::Gone(_)) {
        // The file may have brought it.
        model.shown = Shown::None;
    }
    super::comparing::again(model);
    model.results = merge_results(&model.results, &backup.results, MOST_RESULTS);
    // What came may have been graded by other keys.
    model.settings.graded = None;
    let new = model.results.iter().filter(|result| !known.contains(&result.id)).count();
    // Settings of this device win; what it has none of comes from the file.
    let told = |settings: &SettingsV1| settings.outcomes.clone().unwrap_or_default();
    model.settings.outcomes = outcome::joined(&told(&model.settings), &told(&backup.settings));
    model.settings.exam = model.settings.exam.or(backup.settings.exam);
    model.settings.guide = model.settings.guide.take().or(backup.settings.guide);
    model.settings.keys = model.settings.keys.take().or(backup.settings.keys);
    if model.settings.look == Look::default() {
        model.settings.look = backup.settings.look;
        model.dress();
    }
    // An exam that ended after the backup was made stays ended.
    let open = |sitting: &SittingV1| !model.results.iter().any(|result| result.id == sitting.id);
    if let (Running::None, Some(sitting)) = (&model.running, backup.sitting.filter(open)) {
        model.then(Effect::Load(ArchiveKey::Form(sitting.id.clone())));
        model.running = Running::Restoring(Box::new(sitting));
        model.paper_missing = false;
        save(model, LocalRecord::Sitting);
    }
    save(model, LocalRecord::Results);
    save(model, LocalRecord::Settings);
    model.tell(Notice::BackupMerged(new));
}

/// Papers and logs never differ under one id, so writing them again changes nothing; histories are joined.
fn merge_archive(model: &mut Model, records: Vec<(String, String)>) {
    for (key, text) in records {
        match ArchiveKey::parse(&key) {
            Some(ArchiveKey::Exposures(bank)) => {
                model.exposures.merge(&read_exposures(&text).0);
                save_history(model, bank);
            }
            Some(key @ ArchiveKey::Form(_)) if Form::from_record(&text).is_some() => {
                model.then(Effect::SaveArchive(key, text));
            }
            // A paper in the making is not written over.
            Some(key @ ArchiveKey::Desk)
                if model.sharing.desk.order.text.is_empty() && PaperOrder::from_record(&text).is_some() =>
            {
                model.then(Effect::SaveArchive(key, text));
            }
            Some(key @ ArchiveKey::Attempt(_)) if SittingV1::parse_json(&text).is_some() => {
                model.then(Effect::SaveArchive(key, text));
            }
            _ => {}
        }
    }
}

pub(super) fn erase_confirmed(model: &mut Model) {
    model.dialog = None;
    model.then(Effect::EraseAll);
}

pub(super) fn erase_done(model: &mut Model, result: Result<(), StorageFault>) {
    if let Err(fault) = result {
        model.not_kept(ARCHIVE, fault);
        return;
    }
    let kept = Model {
        route: model.route.clone(),
        bank: model.bank.clone(),
        update_ready: model.update_ready,
        offline: model.offline,
        place: model.place,
        history: HistoryRead::Yes,
        journal: JournalState::Read,
        to_do: std::mem::take(&mut model.to_do),
        ..Model::default()
    };
    *model = kept;
    model.tell(Notice::Erased);
    model.dress();
}

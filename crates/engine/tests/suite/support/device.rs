//! What outlives a page and what it is given: the storage of a device, and the files of a site.

use super::bank::Bank;
use invigil_engine::app::FetchFault;
use invigil_engine::bank::wire::Part;
use invigil_engine::ids::SittingId;
use invigil_engine::packed::Packed as _;
use invigil_engine::search::{Found, Hit};
use invigil_engine::store::journal::admit;
use invigil_engine::store::{JournalFault, LocalRecord, Slot, StorageFault};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What outlives a page: the storage of a device.
#[derive(Clone, Debug, Default)]
pub(crate) struct Device {
    pub(crate) local: BTreeMap<(LocalRecord, Slot), String>,
    pub(crate) aside: Vec<(LocalRecord, String)>,
    pub(crate) archive: BTreeMap<String, String>,
    pub(crate) local_fault: Option<StorageFault>,
    pub(crate) archive_fault: Option<StorageFault>,
    /// Which tab holds the lock of a sitting.
    pub(crate) locks: BTreeMap<SittingId, u64>,
}

impl Device {
    /// The browser lets the page store nothing.
    pub(crate) fn denied() -> Self {
        let fault = Some(StorageFault::Denied);
        Self { local_fault: fault, archive_fault: fault, ..Self::default() }
    }

    /// Neither local storage nor the archive takes anything.
    pub(crate) fn break_all(&mut self, fault: Option<StorageFault>) {
        self.local_fault = fault;
        self.archive_fault = fault;
    }

    /// Writes to a journal as the shell of a browser does.
    pub(crate) fn journal(&mut self, record: LocalRecord, text: &str) -> Result<(), JournalFault> {
        if let Some(fault) = self.archive_fault {
            return Err(JournalFault::Storage(fault));
        }
        let key = record.journal_key();
        let text = admit(record, self.archive.get(&key).map(String::as_str), text)?;
        self.archive.insert(key, text);
        Ok(())
    }

    /// The journals that are there.
    pub(crate) fn journals(&self) -> Result<Vec<(LocalRecord, String)>, StorageFault> {
        match self.archive_fault {
            // A full storage can be read.
            Some(StorageFault::Full) | None => {}
            Some(fault) => return Err(fault),
        }
        let texts =
            LocalRecord::ALL.map(|record| Some((record, self.archive.get(&record.journal_key())?.clone())));
        Ok(texts.into_iter().flatten().collect())
    }

    /// The keys of the archive that begin so.
    pub(crate) fn archived(&self, kind: &str) -> Vec<String> {
        self.archive.keys().filter(|key| key.starts_with(kind)).cloned().collect()
    }
}

/// What the site serves.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub(crate) bank: Rc<Bank>,
    pub(crate) catalogue: Option<Result<String, FetchFault>>,
    pub(crate) part: Option<(Part, Result<Vec<u8>, FetchFault>)>,
    /// The report on the bank, if it is there.
    pub(crate) report: Option<String>,
    /// The files of the study guide, by their addresses.
    pub(crate) notes: Vec<(String, Vec<u8>)>,
}

impl Site {
    pub(crate) fn of(bank: Bank) -> Self {
        Self { bank: Rc::new(bank), catalogue: None, part: None, report: None, notes: Vec::new() }
    }

    pub(crate) fn served_catalogue(&self) -> Result<String, FetchFault> {
        self.catalogue.clone().unwrap_or_else(|| Ok(self.bank.catalogue()))
    }

    pub(crate) fn served_notes(&self, address: &str) -> Result<Vec<u8>, FetchFault> {
        let file = self.notes.iter().find(|(known, _)| known == address);
        file.map(|(_, bytes)| bytes.clone()).ok_or(FetchFault::Missing)
    }

    /// What the search answers: it is not to be trusted, and finds every question that there is.
    pub(crate) fn found(&self) -> Vec<u8> {
        let hit = Hit { page: 1, anchor: "f-2".to_owned(), heading: String::new(), snippet: Vec::new() };
        let questions = self.bank.index.entries.iter().map(|entry| entry.number.0).collect();
        Found { pages: vec![hit], questions }.to_bytes()
    }

    pub(crate) fn served_report(&self, address: &str) -> Result<String, FetchFault> {
        match &self.report {
            Some(report) if Some(address) == self.bank.entry.report.as_deref() => Ok(report.clone()),
            _ => Err(FetchFault::Missing),
        }
    }

    pub(crate) fn served_part(&self, part: Part, address: &str) -> Result<Vec<u8>, FetchFault> {
        if let Some((_, bad)) = self.part.as_ref().filter(|(known, _)| *known == part) {
            return bad.clone();
        }
        let entry = &self.bank.entry;
        let lies_at = match part {
            Part::Index => &entry.index,
            Part::Questions(chunk) => &entry.questions[usize::from(chunk)],
            Part::Reasons(chunk) => &entry.reasons[usize::from(chunk)],
        };
        if address == lies_at { Ok(self.bank.part(part)) } else { Err(FetchFault::Missing) }
    }
}

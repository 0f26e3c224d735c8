//! The questions of a bank as far as they have arrived.

use super::wire::{Part, PartFault, Records};
use super::{BankIndex, CatalogueEntry, Question, Reasons};
use crate::ids::{Fingerprint, QuestionNumber};

/// The chunks that have arrived, each in its place.
#[derive(Clone, Debug, Default)]
pub struct Chunks {
    questions: Vec<Option<Records<Question>>>,
    reasons: Vec<Option<Records<Reasons>>>,
}

impl Chunks {
    /// Of so many chunks none.
    pub fn none_of(count: u16) -> Self {
        let count = usize::from(count);
        Self { questions: vec![None; count], reasons: vec![None; count] }
    }

    /// Takes a chunk that arrived.
    ///
    /// # Errors
    /// Why the bytes are no such chunk of this release.
    pub fn take(&mut self, part: Part, print: Fingerprint, bytes: &[u8]) -> Result<(), PartFault> {
        match part {
            Part::Index => return Err(PartFault::Unreadable),
            Part::Questions(chunk) => {
                let place = self.questions.get_mut(usize::from(chunk)).ok_or(PartFault::Mismatch)?;
                *place = Some(Records::open(part, print, bytes)?);
            }
            Part::Reasons(chunk) => {
                let place = self.reasons.get_mut(usize::from(chunk)).ok_or(PartFault::Mismatch)?;
                *place = Some(Records::open(part, print, bytes)?);
            }
        }
        Ok(())
    }

    /// Whether a part has arrived.
    pub fn has(&self, part: Part) -> bool {
        match part {
            Part::Index => false,
            Part::Questions(chunk) => self.questions.get(usize::from(chunk)).is_some_and(Option::is_some),
            Part::Reasons(chunk) => self.reasons.get(usize::from(chunk)).is_some_and(Option::is_some),
        }
    }

    /// Whether all have arrived.
    pub fn are_all_here(&self) -> bool {
        self.questions.iter().all(Option::is_some) && self.reasons.iter().all(Option::is_some)
    }
}

/// A bank whose index has arrived, and its questions as far as they have.
#[derive(Clone, Copy, Debug)]
pub struct Shelf<'a> {
    /// What the catalogue says of it.
    pub entry: &'a CatalogueEntry,
    /// The index.
    pub index: &'a BankIndex,
    /// The questions and their reasons.
    pub chunks: &'a Chunks,
}

impl Shelf<'_> {
    /// A question and its reasons, if they have arrived and can be read.
    pub fn question(&self, number: QuestionNumber) -> Option<(Question, Reasons)> {
        let chunk = usize::from(self.index.chunk_of(self.index.entry(number)?)?);
        let question = self.chunks.questions.get(chunk)?.as_ref()?.get(number)?;
        let reasons = self.chunks.reasons.get(chunk)?.as_ref()?.get(number)?;
        Some((question, reasons))
    }

    /// The parts that these questions need and that have not arrived.
    pub fn missing(&self, numbers: impl IntoIterator<Item = QuestionNumber>) -> Vec<Part> {
        let mut missing = Vec::new();
        for number in numbers {
            let chunk = self.index.entry(number).and_then(|entry| self.index.chunk_of(entry));
            for part in chunk.into_iter().flat_map(|chunk| [Part::Questions(chunk), Part::Reasons(chunk)]) {
                if !self.chunks.has(part) && !missing.contains(&part) {
                    missing.push(part);
                }
            }
        }
        missing
    }
}

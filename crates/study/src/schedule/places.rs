//! Where the question of a number stands in its bank.

use invigil_engine::bank::{BankIndex, Entry};
use invigil_engine::ids::QuestionNumber;

/// Finds entries by number. Numbers are given in turn, so that nearly all are found in a table; a log has tens of
/// thousands of rows, and a search for each would take longer than the memory arithmetic.
pub(super) struct Places<'a> {
    index: &'a BankIndex,
    /// By number the place of its entry and one more; zero for a number that is not in the bank.
    table: Vec<u32>,
}

/// Places of the table for each entry; numbers beyond it are searched for.
const SPARE: usize = 4;

impl<'a> Places<'a> {
    pub(super) fn of(index: &'a BankIndex) -> Self {
        let mut table = vec![0; index.entries.len() * SPARE];
        for (place, entry) in (1..).zip(&index.entries) {
            let slot = usize::try_from(entry.number.0).ok().and_then(|number| table.get_mut(number));
            let Some(slot) = slot else { break };
            *slot = place;
        }
        Self { index, table }
    }

    pub(super) fn find(&self, number: QuestionNumber) -> Option<(usize, &'a Entry)> {
        let known = usize::try_from(number.0).ok().and_then(|number| self.table.get(number));
        let place = match known {
            Some(place) => usize::try_from(place.checked_sub(1)?).ok()?,
            None => self.index.entries.binary_search_by_key(&number, |entry| entry.number).ok()?,
        };
        Some((place, self.index.entries.get(place)?))
    }
}

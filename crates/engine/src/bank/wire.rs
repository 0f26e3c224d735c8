//! The compiled form of a bank's parts: a header that says what follows, then the content, [packed](crate::packed).
//!
//! Each part begins with `INVG`, the format (u16, little endian), the letter of its kind, its place among those of its
//! kind (u16), and the bank's fingerprint (u64). A part of another release or format is told apart before its content is
//! read.

use super::{BankIndex, Question, Reasons};
use crate::ids::{Fingerprint, QuestionNumber};
use crate::packed::Packed;
use std::marker::PhantomData;
use std::rc::Rc;

/// The version of the compiled form.
pub const FORMAT: u16 = 2;

const MAGIC: &[u8; 4] = b"INVG";
const HEADER: usize = 17;
/// A row of a chunk's table: a number, and where its record ends.
const ROW: usize = 8;

/// A part of a bank that is loaded by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// [`BankIndex`].
    Index,
    /// A chunk of [`Question`]s, by its place.
    Questions(u16),
    /// The [`Reasons`] of the same questions.
    Reasons(u16),
}

impl Part {
    /// The letter of its kind, and its place among those of its kind.
    fn letter(self) -> (u8, u16) {
        match self {
            Self::Index => (b'i', 0),
            Self::Questions(chunk) => (b'q', chunk),
            Self::Reasons(chunk) => (b'r', chunk),
        }
    }
}

/// Why a part cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartFault {
    /// Not a compiled bank, or cut short, or damaged.
    Unreadable,
    /// Written by a newer version of the app.
    Newer,
    /// Of another release of the bank than the catalogue names.
    Mismatch,
}

/// What a chunk holds one of a question.
pub trait Record: Packed {
    /// The question's number.
    fn number(&self) -> QuestionNumber;
}

impl Record for Question {
    fn number(&self) -> QuestionNumber {
        self.number
    }
}

impl Record for Reasons {
    fn number(&self) -> QuestionNumber {
        self.number
    }
}

/// A chunk as it came: its table was looked through, and each record is read when it is wanted.
#[derive(Clone, Debug)]
pub struct Records<T> {
    /// The table's rows, then the records.
    content: Rc<[u8]>,
    rows: usize,
    kind: PhantomData<fn() -> T>,
}

impl<T: Record> Records<T> {
    /// Opens a chunk.
    ///
    /// # Errors
    /// Why the bytes are no such chunk of this release.
    pub fn open(part: Part, fingerprint: Fingerprint, bytes: &[u8]) -> Result<Self, PartFault> {
        let content = content_of(part, fingerprint, bytes)?;
        let (rows, content) = content.split_first_chunk::<4>().ok_or(PartFault::Unreadable)?;
        let rows = size(u32::from_le_bytes(*rows));
        let records = Self { content: content.into(), rows, kind: PhantomData };
        if records.is_sound() { Ok(records) } else { Err(PartFault::Unreadable) }
    }

    /// Whether the numbers rise, and the records fill what is behind the table.
    fn is_sound(&self) -> bool {
        let Some(table) = self.rows.checked_mul(ROW) else { return false };
        let Some((table, records)) = self.content.split_at_checked(table) else { return false };
        let mut before: Option<(u32, u32)> = None;
        for row in table.chunks_exact(ROW).map(read_row) {
            if before.is_some_and(|before| before.0 >= row.0 || before.1 > row.1) {
                return false;
            }
            before = Some(row);
        }
        before.map_or(0, |(_, end)| size(end)) == records.len()
    }

    /// The record of a question, if it is there and can be read.
    pub fn get(&self, number: QuestionNumber) -> Option<T> {
        let (table, records) = self.content.split_at_checked(self.rows.checked_mul(ROW)?)?;
        let row = |place: usize| table.chunks_exact(ROW).nth(place).map(read_row);
        let (mut low, mut high) = (0, self.rows);
        while low < high {
            let middle = low.midpoint(high);
            if row(middle)?.0 < number.0 {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let begin = low.checked_sub(1).map_or(Some(0), |before| Some(size(row(before)?.1)))?;
        let (found, end) = row(low)?;
        let record = T::from_bytes(records.get(begin..size(end))?)?;
        (found == number.0 && record.number() == number).then_some(record)
    }

    /// The numbers of its questions, rising.
    pub fn numbers(&self) -> impl Iterator<Item = QuestionNumber> {
        self.content.chunks_exact(ROW).take(self.rows).map(|row| QuestionNumber(read_row(row).0))
    }
}

fn read_row(row: &[u8]) -> (u32, u32) {
    let read = |half: Option<&[u8; 4]>| half.map_or(0, |bytes| u32::from_le_bytes(*bytes));
    (read(row.first_chunk()), read(row.last_chunk()))
}

fn size(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

/// The header of a part, for its content to follow.
fn begin(part: Part, fingerprint: Fingerprint) -> Vec<u8> {
    let (letter, chunk) = part.letter();
    let mut bytes = MAGIC.to_vec();
    bytes.extend(FORMAT.to_le_bytes());
    bytes.push(letter);
    bytes.extend(chunk.to_le_bytes());
    bytes.extend(fingerprint.0.to_le_bytes());
    bytes
}

/// What stands behind the header, if this is the part that is wanted.
fn content_of(part: Part, fingerprint: Fingerprint, bytes: &[u8]) -> Result<&[u8], PartFault> {
    let (header, content) = bytes.split_at_checked(HEADER).ok_or(PartFault::Unreadable)?;
    let rest = header.strip_prefix(MAGIC).ok_or(PartFault::Unreadable)?;
    let (format, _) = rest.split_first_chunk::<2>().ok_or(PartFault::Unreadable)?;
    let format = u16::from_le_bytes(*format);
    if format > FORMAT {
        return Err(PartFault::Newer);
    }
    let wanted = begin(part, fingerprint);
    match wanted.iter().zip(header).position(|(wanted, found)| wanted != found) {
        None => Ok(content),
        // The same kind of part, with another fingerprint.
        Some(place) if place >= HEADER - 8 => Err(PartFault::Mismatch),
        Some(_) => Err(PartFault::Unreadable),
    }
}

/// Writes an index.
pub fn encode_index(fingerprint: Fingerprint, index: &BankIndex) -> Vec<u8> {
    let mut bytes = begin(Part::Index, fingerprint);
    index.put(&mut bytes);
    bytes
}

/// Reads an index.
///
/// # Errors
/// Why the bytes are no index of this release.
pub fn decode_index(fingerprint: Fingerprint, bytes: &[u8]) -> Result<BankIndex, PartFault> {
    let content = content_of(Part::Index, fingerprint, bytes)?;
    BankIndex::from_bytes(content).ok_or(PartFault::Unreadable)
}

/// Writes a chunk: the number of its records (u32, little endian), a row for each with the question's number and where
/// its record ends (u32 each, counted from the end of the table), then the records.
pub fn encode_chunk<T: Record>(part: Part, fingerprint: Fingerprint, records: &[&T]) -> Vec<u8> {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes();
    let mut bytes = begin(part, fingerprint);
    bytes.extend(count(records.len()));
    let mut content = Vec::new();
    for record in records {
        record.put(&mut content);
        bytes.extend(record.number().0.to_le_bytes());
        bytes.extend(count(content.len()));
    }
    bytes.extend(content);
    bytes
}

/// Writes all chunks of a kind as the index divides them; the records stand by rising number.
pub fn encode_chunks<T: Record>(
    part: fn(u16) -> Part,
    fingerprint: Fingerprint,
    index: &BankIndex,
    records: &[T],
) -> Vec<Vec<u8>> {
    let chunk_of = |record: &T| index.entry(record.number()).and_then(|entry| index.chunk_of(entry));
    let chunk = |chunk: u16| {
        let records: Vec<&T> = records.iter().filter(|record| chunk_of(record) == Some(chunk)).collect();
        encode_chunk(part(chunk), fingerprint, &records)
    };
    (0..index.chunks()).map(chunk).collect()
}

//! The compiled form of a bank's parts: a header that says what follows, then postcard.
//!
//! Each part begins with `INVG`, the format (u16, little endian), the part's letter, and the
//! bank's fingerprint (u64, little endian). A part of another release or format is told apart
//! before its content is read.

use super::{BankIndex, Question, Reasons};
use crate::ids::Fingerprint;
use serde::{Serialize, de::DeserializeOwned};

/// The version of the compiled form.
pub const FORMAT: u16 = 1;

const MAGIC: &[u8; 4] = b"INVG";
const HEADER: usize = 15;

/// A part of a bank that is loaded by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// [`BankIndex`].
    Index,
    /// A list of [`Question`].
    Questions,
    /// A list of [`Reasons`].
    Reasons,
}

impl Part {
    fn letter(self) -> u8 {
        match self {
            Self::Index => b'i',
            Self::Questions => b'q',
            Self::Reasons => b'r',
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

fn encode<T: Serialize + ?Sized>(part: Part, fingerprint: Fingerprint, content: &T) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend(FORMAT.to_le_bytes());
    bytes.push(part.letter());
    bytes.extend(fingerprint.0.to_le_bytes());
    // Plain data in memory always encodes; an empty content would be refused by the reader.
    bytes.extend(postcard::to_allocvec(content).unwrap_or_default());
    bytes
}

fn decode<T: DeserializeOwned>(part: Part, fingerprint: Fingerprint, bytes: &[u8]) -> Result<T, PartFault> {
    let (header, content) = bytes.split_at_checked(HEADER).ok_or(PartFault::Unreadable)?;
    let rest = header.strip_prefix(MAGIC).ok_or(PartFault::Unreadable)?;
    let (format, rest) = rest.split_first_chunk::<2>().ok_or(PartFault::Unreadable)?;
    let format = u16::from_le_bytes(*format);
    if format > FORMAT {
        return Err(PartFault::Newer);
    }
    let (letter, print) = rest.split_first().ok_or(PartFault::Unreadable)?;
    if format < FORMAT || *letter != part.letter() {
        return Err(PartFault::Unreadable);
    }
    if print != fingerprint.0.to_le_bytes() {
        return Err(PartFault::Mismatch);
    }
    let (value, rest) = postcard::take_from_bytes(content).map_err(|_| PartFault::Unreadable)?;
    if rest.is_empty() { Ok(value) } else { Err(PartFault::Unreadable) }
}

/// Writes an index.
pub fn encode_index(fingerprint: Fingerprint, index: &BankIndex) -> Vec<u8> {
    encode(Part::Index, fingerprint, index)
}

/// Writes questions.
pub fn encode_questions(fingerprint: Fingerprint, questions: &[Question]) -> Vec<u8> {
    encode(Part::Questions, fingerprint, questions)
}

/// Writes reasons.
pub fn encode_reasons(fingerprint: Fingerprint, reasons: &[Reasons]) -> Vec<u8> {
    encode(Part::Reasons, fingerprint, reasons)
}

/// Reads an index.
///
/// # Errors
/// Why the bytes are no index of this release.
pub fn decode_index(fingerprint: Fingerprint, bytes: &[u8]) -> Result<BankIndex, PartFault> {
    decode(Part::Index, fingerprint, bytes)
}

/// Reads questions.
///
/// # Errors
/// Why the bytes are no questions of this release.
pub fn decode_questions(fingerprint: Fingerprint, bytes: &[u8]) -> Result<Vec<Question>, PartFault> {
    decode(Part::Questions, fingerprint, bytes)
}

/// Reads reasons.
///
/// # Errors
/// Why the bytes are no reasons of this release.
pub fn decode_reasons(fingerprint: Fingerprint, bytes: &[u8]) -> Result<Vec<Reasons>, PartFault> {
    decode(Part::Reasons, fingerprint, bytes)
}

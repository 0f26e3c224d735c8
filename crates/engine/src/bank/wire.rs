//! The compiled form of a bank's parts: a header that says what follows, then the content, [packed](crate::packed).
//!
//! Each part begins with `INVG`, the format (u16, little endian), the part's letter, and the
//! bank's fingerprint (u64, little endian). A part of another release or format is told apart
//! before its content is read.

use super::{BankIndex, Question, Reasons};
use crate::ids::Fingerprint;
use crate::packed::{Packed, put_list};

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

/// The header of a part, for its content to follow.
fn begin(part: Part, fingerprint: Fingerprint) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend(FORMAT.to_le_bytes());
    bytes.push(part.letter());
    bytes.extend(fingerprint.0.to_le_bytes());
    bytes
}

fn decode<T: Packed>(part: Part, fingerprint: Fingerprint, bytes: &[u8]) -> Result<T, PartFault> {
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
    T::from_bytes(content).ok_or(PartFault::Unreadable)
}

/// Writes an index.
pub fn encode_index(fingerprint: Fingerprint, index: &BankIndex) -> Vec<u8> {
    let mut bytes = begin(Part::Index, fingerprint);
    index.put(&mut bytes);
    bytes
}

/// Writes questions.
pub fn encode_questions(fingerprint: Fingerprint, questions: &[Question]) -> Vec<u8> {
    let mut bytes = begin(Part::Questions, fingerprint);
    put_list(questions, &mut bytes);
    bytes
}

/// Writes reasons.
pub fn encode_reasons(fingerprint: Fingerprint, reasons: &[Reasons]) -> Vec<u8> {
    let mut bytes = begin(Part::Reasons, fingerprint);
    put_list(reasons, &mut bytes);
    bytes
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

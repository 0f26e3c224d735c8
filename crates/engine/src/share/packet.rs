//! What a code holds, and why a text is none.

use super::handed::Handed;
use super::paper::OpenedPaper;
use crate::packed::packed_variants;
use std::rc::Rc;

/// The longest code that is read, in bytes.
pub const MAX_CODE: usize = 400_000;

/// What a code holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// A paper.
    Paper(Rc<OpenedPaper>),
    /// Answers.
    Handed(Rc<Handed>),
    /// Neither.
    Refused(PacketFault),
}

/// Why a text is no code that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PacketFault {
    /// It does not begin as a code does.
    NotACode,
    /// It is longer than any code.
    TooLong,
    /// A newer version of the app made it.
    Newer,
    /// So many of its characters are there, of so many: it was cut.
    Cut(u32, u32),
    /// All of it is there, and it is not what was sent.
    Damaged,
    /// What it holds is larger than anything that is sent so, or breaks the rules of its kind.
    Unsound,
}

packed_variants!(Opened, Self::Refused(PacketFault::NotACode), {
    0 => Paper(paper),
    1 => Handed(handed),
    2 => Refused(fault),
});

packed_variants!(PacketFault, Self::NotACode, {
    0 => NotACode,
    1 => TooLong,
    2 => Newer,
    3 => Cut(there, of),
    4 => Damaged,
    5 => Unsound,
});

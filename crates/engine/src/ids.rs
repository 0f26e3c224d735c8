//! Newtypes for every id, so that no bare integer or string crosses a module boundary.

use crate::packed::{Packed, Unpacking, packed_fields, packed_text};
use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = &'static str;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(&text).ok_or("an id is made of a-z, 0-9, dots and hyphens")
            }
        }

        impl $name {
            /// The longest id that is accepted, in bytes.
            pub const MAX_LEN: usize = 48;

            /// Reads an id: lower-case letters, digits, dots and hyphens, 1 to 48 bytes.
            ///
            /// Returns `None` for anything else, so that text from a link or a file
            /// can never smuggle markup or a path into a page.
            pub fn parse(text: &str) -> Option<Self> {
                let fits = (1..=Self::MAX_LEN).contains(&text.len());
                let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.';
                (fits && text.bytes().all(plain)).then(|| Self(text.to_owned()))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        packed_text!($name, Self(String::new()));

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_id!(
    /// Names a bank, such as `dva`.
    BankId
);
text_id!(
    /// Names an exam guide, such as `dva-c03`.
    GuideId
);
text_id!(
    /// Names a topic, such as `sqs`.
    TopicId
);
text_id!(
    /// Names a domain of a guide, such as `2`.
    DomainId
);
text_id!(
    /// Names a task of a guide, such as `2.3`.
    TaskId
);
text_id!(
    /// Names an objective, such as `sqs-isolate-batch-failures`.
    ObjectiveId
);

/// A question's append-only number: given once, never used again, the same in every version of its bank.
///
/// Links and stored records name questions by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct QuestionNumber(pub u32);

/// The letter of an option in the bank's sources, `a` to `h`; it stays when options are shown in another order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct OptionId(u8);

impl From<OptionId> for u8 {
    fn from(option: OptionId) -> Self {
        option.0
    }
}

impl TryFrom<u8> for OptionId {
    type Error = &'static str;

    fn try_from(index: u8) -> Result<Self, Self::Error> {
        Self::from_index(index).ok_or("a question has at most eight options")
    }
}

impl OptionId {
    /// The most options that a question can have.
    pub const MAX_OPTIONS: u8 = 8;

    /// Reads a letter from `a` to `h`.
    pub fn from_letter(letter: char) -> Option<Self> {
        let index = (letter as u32).checked_sub('a' as u32)?;
        Self::from_index(u8::try_from(index).ok()?)
    }

    /// The option at a place from 0 to 7.
    pub fn from_index(index: u8) -> Option<Self> {
        (index < Self::MAX_OPTIONS).then_some(Self(index))
    }

    /// Its place in the sources, from 0.
    pub fn index(self) -> u8 {
        self.0
    }

    /// Its letter in the sources.
    pub fn letter(self) -> char {
        char::from(b'a' + self.0)
    }
}

impl Packed for OptionId {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
    }

    fn take(from: &mut Unpacking) -> Self {
        Self::from_index(u8::take(from)).unwrap_or_else(|| from.refuse(Self(0)))
    }
}

impl Packed for OptionSet {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
    }

    fn take(from: &mut Unpacking) -> Self {
        Self(u8::take(from))
    }
}

/// A set of options: what was chosen, what is struck out, what is right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OptionSet(u8);

impl OptionSet {
    /// The empty set.
    pub const EMPTY: Self = Self(0);

    /// Whether the option is in the set.
    pub fn contains(self, option: OptionId) -> bool {
        self.0 & (1 << option.index()) != 0
    }

    /// The set with the option.
    #[must_use]
    pub fn with(self, option: OptionId) -> Self {
        Self(self.0 | (1 << option.index()))
    }

    /// The set without the option.
    #[must_use]
    pub fn without(self, option: OptionId) -> Self {
        Self(self.0 & !(1 << option.index()))
    }

    /// The set without those of another.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// How many options are in the set.
    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether no option is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The options in the order of their letters.
    pub fn iter(self) -> impl Iterator<Item = OptionId> {
        (0..OptionId::MAX_OPTIONS).map(OptionId).filter(move |option| self.contains(*option))
    }

    /// Letters such as `ac`, the form in which answers are stored.
    pub fn letters(self) -> String {
        self.iter().map(OptionId::letter).collect()
    }

    /// Reads letters such as `ac`; `None` for any other sign or a repeated letter.
    pub fn from_letters(text: &str) -> Option<Self> {
        text.chars().try_fold(Self::EMPTY, |set, letter| {
            let option = OptionId::from_letter(letter)?;
            (!set.contains(option)).then(|| set.with(option))
        })
    }
}

impl FromIterator<OptionId> for OptionSet {
    fn from_iter<I: IntoIterator<Item = OptionId>>(options: I) -> Self {
        options.into_iter().fold(Self::EMPTY, Self::with)
    }
}

/// A question's place in a form, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position(pub u16);

impl Position {
    /// The place as an index into the form's items.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The place as people count, from 1.
    pub fn ordinal(self) -> u32 {
        u32::from(self.0) + 1
    }
}

/// Names a sitting, and the attempt that it becomes: the moment it began and 32 random bits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SittingId(String);

impl SittingId {
    /// Makes the id of a sitting that begins now.
    pub fn new(now: crate::time::UnixMillis, entropy: u64) -> Self {
        Self(format!("{:011x}{:08x}", now.0.max(0), entropy & 0xffff_ffff))
    }

    /// Reads an id: 19 to 24 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        ((19..=24).contains(&text.len()) && text.bytes().all(hex)).then(|| Self(text.to_owned()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SittingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A hash of a bank's compiled content, shown as 13 Crockford base32 characters at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(pub u64);

impl Fingerprint {
    /// Hashes the bytes of a compiled bank with SipHash-2-4 under the zero key.
    pub fn of(bytes: &[u8]) -> Self {
        use std::hash::Hasher as _;
        let mut hasher = siphasher::sip::SipHasher24::new();
        hasher.write(bytes);
        Self(hasher.finish())
    }

    /// The first 40 bits as 8 characters: enough to tell one release from another in a link.
    pub fn short(self) -> String {
        crate::seed::crockford(self.0 >> 24, 8)
    }
}

packed_fields! {
    QuestionNumber { 0 }
    Fingerprint { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_id(text: &str, accepted: bool) {
        assert_eq!(TopicId::parse(text).is_some(), accepted, "{text:?}");
    }

    #[test]
    fn an_id_admits_only_plain_signs() {
        check_id("sqs", true);
        check_id("dva-c03", true);
        check_id("2.3", true);
        check_id("", false);
        check_id("S3", false);
        check_id("a b", false);
        check_id("<b>", false);
        check_id("../x", false);
        check_id(&"a".repeat(49), false);
    }

    #[test]
    fn letters_round_trip() {
        for bits in 0..=u8::MAX {
            let set = OptionSet(bits);
            assert_eq!(OptionSet::from_letters(&set.letters()), Some(set));
        }
        assert_eq!(OptionSet::from_letters("aa"), None);
        assert_eq!(OptionSet::from_letters("z"), None);
    }
}

//! The seed of a form: fifty bits that a person can read out, and the streams that are drawn from it.
//!
//! Frozen: what a seed gives is part of every link ever shared, so nothing here may change
//! without a new draw version. The golden vectors below hold it.

use crate::ids::QuestionNumber;
use crate::packed::packed_fields;
use rand::SeedableRng as _;
use rand::rand_core::Rng as _;
use rand::rngs::ChaCha8Rng;
use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher24;
use std::fmt;
use std::hash::Hasher as _;

/// Crockford's base32 alphabet: no I, L, O or U, so that a seed survives being read aloud.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Writes the lowest `5 × width` bits of a number as `width` Crockford characters, highest first.
pub(crate) fn crockford(bits: u64, width: u32) -> String {
    let sign = |place: u32| {
        let value = usize::try_from((bits >> (5 * place)) & 31).unwrap_or(0);
        ALPHABET.get(value).map_or('0', |b| char::from(*b))
    };
    (0..width).rev().map(sign).collect()
}

/// A seed of fifty bits, written as ten characters such as `K7Q2M9XA4T`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seed(u64);

impl Seed {
    /// How many characters a seed is written with.
    pub const WIDTH: usize = 10;
    const MASK: u64 = (1 << 50) - 1;

    /// Takes fifty bits of what the browser's random generator gave.
    pub fn from_entropy(entropy: u64) -> Self {
        Self(entropy & Self::MASK)
    }

    /// Reads ten Crockford characters; small letters and the look-alikes I, L and O are understood.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != Self::WIDTH {
            return None;
        }
        text.bytes()
            .try_fold(0_u64, |bits, byte| {
                let sign = match byte.to_ascii_uppercase() {
                    b'O' => b'0',
                    b'I' | b'L' => b'1',
                    other => other,
                };
                let value = ALPHABET.iter().position(|b| *b == sign)?;
                Some(bits << 5 | u64::try_from(value).ok()?)
            })
            .map(Self)
    }

    /// The key of a purpose: sixteen bytes of a ChaCha8 stream of its own, so that one more
    /// use of the seed never shifts another.
    pub(crate) fn keyed(self, purpose: Purpose) -> KeyedHash {
        let mut stream = self.stream(purpose, 0);
        let (k0, k1) = (stream.next_u64(), stream.next_u64());
        KeyedHash { k0, k1 }
    }

    /// A stream of random numbers for a purpose and a question.
    pub(crate) fn stream(self, purpose: Purpose, number: u32) -> ChaCha8Rng {
        let mut key = [0_u8; 32];
        let parts = [self.0.to_le_bytes(), (purpose as u64).to_le_bytes(), u64::from(number).to_le_bytes()];
        for (slot, byte) in key.iter_mut().zip(parts.iter().flatten()) {
            *slot = *byte;
        }
        ChaCha8Rng::from_seed(key)
    }
}

packed_fields!(Seed { 0 });

impl fmt::Display for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crockford(self.0, 10))
    }
}

/// What a stream is for. The numbers are frozen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Which questions are drawn.
    Choose = 1,
    /// In which order they stand.
    Order = 2,
    /// In which order a question's options stand.
    Options = 3,
    /// Which questions do not count.
    Unscored = 4,
}

/// A keyed hash that orders questions: SipHash-2-4 of the question's number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KeyedHash {
    k0: u64,
    k1: u64,
}

impl KeyedHash {
    /// The place of a question in this order: a hash of its number alone, so that a bank
    /// that grows leaves the order of the others as it was.
    pub(crate) fn rank(self, number: QuestionNumber) -> u64 {
        let mut hasher = SipHasher24::new_with_keys(self.k0, self.k1);
        hasher.write(&number.0.to_le_bytes());
        hasher.finish()
    }
}

/// Puts items into a random order: Fisher and Yates from the end, each place drawn without
/// bias by rejecting the incomplete last run of 32-bit values.
pub(crate) fn shuffle<T>(items: &mut [T], stream: &mut ChaCha8Rng) {
    for last in (1..items.len()).rev() {
        let Ok(bound) = u32::try_from(last + 1) else { return };
        let Ok(place) = usize::try_from(below(bound, stream)) else { return };
        items.swap(last, place);
    }
}

/// A number below `bound`, each with the same chance.
///
/// Source: D. Lemire, "Fast Random Integer Generation in an Interval" (2019).
fn below(bound: u32, stream: &mut ChaCha8Rng) -> u32 {
    let threshold = bound.wrapping_neg() % bound;
    loop {
        let product = u64::from(stream.next_u32()) * u64::from(bound);
        let low = u32::try_from(product & 0xffff_ffff).unwrap_or(0);
        if low >= threshold {
            return u32::try_from(product >> 32).unwrap_or(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, read_as: Option<&str>) {
        assert_eq!(Seed::parse(text).map(|seed| seed.to_string()).as_deref(), read_as);
    }

    #[test]
    fn seeds_are_read_as_people_write_them() {
        check("K7Q2M9XA4T", Some("K7Q2M9XA4T"));
        check("k7q2m9xa4t", Some("K7Q2M9XA4T"));
        check("oIlO000000", Some("0110000000"));
        check("K7Q2M9XA4", None);
        check("K7Q2M9XA4TT", None);
        check("K7Q2M9XA4U", None);
        check("", None);
        check("ÄÄÄÄÄ", None);
    }

    #[test]
    fn every_seed_round_trips() {
        for step in 0..2000_u64 {
            let seed = Seed::from_entropy(step.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            assert_eq!(Seed::parse(&seed.to_string()), Some(seed));
        }
    }

    #[test]
    fn streams_are_frozen() {
        let seed = Seed::parse("K7Q2M9XA4T").unwrap();
        let mut order: Vec<u8> = (0..10).collect();
        shuffle(&mut order, &mut seed.stream(Purpose::Options, 42));
        let rank = seed.keyed(Purpose::Choose).rank(QuestionNumber(42));
        assert_eq!((order, rank), (vec![4, 2, 5, 0, 9, 1, 7, 3, 8, 6], 8_300_797_132_088_115_573));
    }

    #[test]
    fn a_shuffle_has_no_favourite_place() {
        let mut landed = [[0_u32; 4]; 4];
        for entropy in 0..40_000_u64 {
            let mut order = [0_usize, 1, 2, 3];
            shuffle(&mut order, &mut Seed::from_entropy(entropy).stream(Purpose::Options, 1));
            for (place, item) in order.iter().enumerate() {
                landed[*item][place] += 1;
            }
        }
        // Each cell expects 10,000; 400 is 4.6 standard deviations.
        assert!(landed.iter().flatten().all(|n| n.abs_diff(10_000) < 400), "{landed:?}");
    }
}

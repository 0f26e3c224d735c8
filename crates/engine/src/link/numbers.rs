//! Rising numbers as short text: gaps in Golomb–Rice code, in base64url.
//!
//! 65 of 650 questions take about 50 characters, which is near the least that any code can do
//! (log2 of the number of such sets is 300 bits).
//!
//! Source: S. Golomb, "Run-length encodings" (1966); R. Rice's choice of a power of two.

use crate::draw::MAX_LENGTH;
use crate::ids::QuestionNumber;
use base64ct::{Base64UrlUnpadded, Encoding as _};

/// The greatest number that is read: more than any bank will have.
const MAX_NUMBER: u32 = 999_999;

/// Writes rising numbers; the first four bits tell the length of the low part of a gap.
pub(super) fn pack(numbers: &[QuestionNumber]) -> String {
    let gaps = gaps(numbers);
    let width = (0..16).min_by_key(|width| cost(&gaps, *width)).unwrap_or(0);
    let mut bits = Bits::default();
    bits.push(width, 4);
    for gap in gaps {
        (0..gap >> width).for_each(|_| bits.push(1, 1));
        bits.push(0, 1);
        bits.push(gap, width);
    }
    // Ones fill the last byte: a run of ones without its zero is no number.
    while bits.used % 8 != 0 {
        bits.push(1, 1);
    }
    Base64UrlUnpadded::encode_string(&bits.bytes)
}

/// Reads what [`pack`] wrote, and only the very text that it would write; `None` for anything else.
pub(super) fn unpack(text: &str) -> Option<Vec<QuestionNumber>> {
    let bytes = Base64UrlUnpadded::decode_vec(text).ok()?;
    let mut bits = Bits { used: 0, bytes };
    let width = bits.take(4)?;
    let most = usize::try_from(MAX_LENGTH).ok()?;
    let mut numbers = Vec::new();
    let mut next = 0_u32;
    while let Some(gap) = take_gap(&mut bits, width) {
        let number = next.checked_add(gap).filter(|n| *n <= MAX_NUMBER)?;
        numbers.push(QuestionNumber(number));
        next = number + 1;
        if numbers.len() > most {
            return None;
        }
    }
    (!numbers.is_empty() && pack(&numbers) == text).then_some(numbers)
}

fn take_gap(bits: &mut Bits, width: u32) -> Option<u32> {
    let mut high = 0_u32;
    while bits.take(1)? == 1 {
        high += 1;
    }
    (high << width).checked_add(bits.take(width)?).filter(|_| high <= MAX_NUMBER >> width)
}

fn gaps(numbers: &[QuestionNumber]) -> Vec<u32> {
    let mut next = 0;
    numbers
        .iter()
        .map(|number| {
            let gap = number.0.saturating_sub(next);
            next = number.0.saturating_add(1);
            gap
        })
        .collect()
}

fn cost(gaps: &[u32], width: u32) -> u64 {
    gaps.iter().map(|gap| u64::from(gap >> width) + 1 + u64::from(width)).sum()
}

/// Bits in bytes, highest first; `used` counts those written or read.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    used: usize,
}

impl Bits {
    fn push(&mut self, value: u32, width: u32) {
        for place in (0..width).rev() {
            if self.used.is_multiple_of(8) {
                self.bytes.push(0);
            }
            let bit = u8::from(value >> place & 1 == 1);
            if let Some(last) = self.bytes.last_mut() {
                *last |= bit << (7 - self.used % 8);
            }
            self.used += 1;
        }
    }

    fn take(&mut self, width: u32) -> Option<u32> {
        let mut value = 0;
        for _ in 0..width {
            let byte = self.bytes.get(self.used / 8)?;
            value = value << 1 | u32::from(byte >> (7 - self.used % 8) & 1);
            self.used += 1;
        }
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(numbers: &[u32], longest: usize) {
        let numbers: Vec<QuestionNumber> = numbers.iter().copied().map(QuestionNumber).collect();
        let text = pack(&numbers);
        assert!(text.len() <= longest, "{} characters: {text}", text.len());
        assert_eq!(unpack(&text), Some(numbers));
    }

    #[test]
    fn numbers_round_trip_in_little_space() {
        check(&[0], 2);
        check(&[1, 2, 3], 2);
        check(&[999_999], 20);
        check(&(1..=200).collect::<Vec<_>>(), 36);
        let spread: Vec<u32> = (0..65_u32).map(|n| n * 10 + n * n % 7).collect();
        check(&spread, 55);
    }

    #[test]
    fn only_what_was_packed_is_read() {
        // `AAA` is the text of 0 to 11; another sign at its end leaves bits that no number uses.
        assert_eq!(unpack("AAA").map(|numbers| numbers.len()), Some(12));
        for text in ["", "!", "A", "AAB", "____", "AP__"] {
            assert_eq!(unpack(text).map(|numbers| pack(&numbers)), None, "{text}");
        }
    }
}

//! What memory holds of the module's data when all of it is there.

use std::ops::Range;

use wasmparser::DataSectionReader;

use super::objects::range_of;
use super::read::{unknown, unread};
use crate::failure::Outcome;

/// As many zeros between two pieces are written rather than a segment more, whose head is as long.
const BRIDGE: usize = 8;

/// Bytes in one piece, from the first address that has data to the last.
#[derive(Debug, Default)]
pub(super) struct Image {
    start: u32,
    bytes: Vec<u8>,
}

/// Bytes to be put into memory at an address.
pub(super) type Segment = (u32, Vec<u8>);

impl Image {
    pub(super) fn read(section: Option<&DataSectionReader>) -> Outcome<Self> {
        let mut pieces = Vec::new();
        for data in section.into_iter().flat_map(Clone::clone) {
            let data = data.map_err(|error| unread(&error))?;
            pieces.push((range_of(&data)?, data.data));
        }
        pieces.sort_unstable_by_key(|(range, _)| range.start);
        let mut image = Self { start: pieces.first().map_or(0, |(range, _)| range.start), bytes: Vec::new() };
        for (range, bytes) in pieces {
            let Some(gap) = range.start.checked_sub(image.end()) else {
                return Err(unknown("data that is overwritten by other data"));
            };
            image.bytes.resize(image.bytes.len() + usize::try_from(gap).unwrap_or_default(), 0);
            image.bytes.extend_from_slice(bytes);
        }
        Ok(image)
    }

    fn end(&self) -> u32 {
        self.start.saturating_add(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX))
    }

    /// The bytes of a range, as far as there is data.
    pub(super) fn bytes(&self, range: &Range<u32>) -> &[u8] {
        self.places(range).and_then(|places| self.bytes.get(places)).unwrap_or_default()
    }

    /// The words that may be addresses: those that begin in the range where addresses are stored.
    pub(super) fn words(&self, range: &Range<u32>) -> impl Iterator<Item = u32> {
        let aligned = range.start.next_multiple_of(4)..range.end;
        let (words, _) = self.bytes(&aligned).as_chunks::<4>();
        words.iter().map(|word| u32::from_le_bytes(*word))
    }

    /// The data without what lies in `late`, in few segments.
    pub(super) fn without(&self, late: &[Range<u32>]) -> Vec<Segment> {
        let mut bytes = self.bytes.clone();
        for range in late {
            if let Some(places) = self.places(range).and_then(|places| bytes.get_mut(places)) {
                places.fill(0);
            }
        }
        let mut segments: Vec<Segment> = Vec::new();
        let mut zeros = usize::MAX;
        for (address, byte) in (self.start..).zip(bytes) {
            match segments.last_mut() {
                _ if byte == 0 => zeros = zeros.saturating_add(1),
                Some((_, segment)) if zeros <= BRIDGE => {
                    segment.resize(segment.len() + zeros, 0);
                    segment.push(byte);
                    zeros = 0;
                }
                _ => {
                    segments.push((address, vec![byte]));
                    zeros = 0;
                }
            }
        }
        segments
    }

    /// What lies in `late` and nothing else: by then the app may have written to what is around it.
    pub(super) fn only(&self, late: &[Range<u32>]) -> Vec<Segment> {
        late.iter().map(|range| (range.start, self.bytes(range).to_vec())).collect()
    }

    fn places(&self, range: &Range<u32>) -> Option<Range<usize>> {
        let place = |address: u32| address.checked_sub(self.start).and_then(|at| usize::try_from(at).ok());
        Some(place(range.start)?..place(range.end)?.min(self.bytes.len()))
    }
}

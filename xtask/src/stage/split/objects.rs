//! Where each constant of the app begins and ends in memory, as the linker laid them.
//!
//! wasm-opt moves none of them, but it joins and cuts the segments that tell. So they are read before it.

use std::collections::BTreeSet;
use std::ops::Range;

use wasmparser::{DataKind, KnownCustom, Name, Operator, Parser, Payload};

use super::read::{unknown, unread};
use crate::failure::Outcome;

/// How far from a text an address may still mean it: one past the end is where a loop stops, and a compiler folds a small
/// step into an address.
const NEAR_A_TEXT: u32 = 8;

/// The same for all else: a loop over a table may name the places of its last entry's fields, one entry further.
const NEAR_A_TABLE: u32 = 64;

/// What is shorter may be anything, and costs more as a piece of its own than it spares.
const SHORTEST: usize = 4;

/// The objects by rising address; none is empty, and none lies over another.
#[derive(Debug, Default)]
pub(crate) struct Objects(Vec<Object>);

/// One constant, or one place that the app writes to.
#[derive(Debug)]
pub(super) struct Object {
    pub(super) range: Range<u32>,
    /// It is words, and never written to.
    pub(super) is_text: bool,
}

impl Object {
    fn is_near(&self, address: u32) -> bool {
        let near = if self.is_text { NEAR_A_TEXT } else { NEAR_A_TABLE };
        (self.range.start.saturating_sub(near)..=self.range.end.saturating_add(near)).contains(&address)
    }
}

impl Objects {
    /// Reads the segments of a module that was linked with `--no-merge-data-segments`.
    pub(crate) fn of(wasm: &[u8]) -> Outcome<Self> {
        let mut objects = Vec::new();
        let mut constants = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.map_err(|error| unread(&error))? {
                Payload::DataSection(section) => {
                    for data in section {
                        let data = data.map_err(|error| unread(&error))?;
                        objects.push((range_of(&data)?, is_text(data.data)));
                    }
                }
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(names) = section.as_known() {
                        constants.extend(named_constant(names)?);
                    }
                }
                _ => {}
            }
        }
        let with_kind = objects.into_iter().zip(0..).map(|((range, is_text), segment)| Object {
            range,
            is_text: is_text && constants.contains(&segment),
        });
        let mut objects: Vec<Object> = with_kind.filter(|object| !object.range.is_empty()).collect();
        objects.sort_unstable_by_key(|object| object.range.start);
        if objects.is_sorted_by(|one, next| one.range.end <= next.range.start) {
            Ok(Self(objects))
        } else {
            Err(unknown("data that is overwritten by other data"))
        }
    }

    pub(super) fn get(&self, place: usize) -> Option<&Object> {
        self.0.get(place)
    }

    /// The object that begins at the address.
    pub(super) fn beginning_at(&self, address: u32) -> Option<usize> {
        self.0.binary_search_by_key(&address, |object| object.range.start).ok()
    }

    /// The objects that an address may mean: those that it lies in, and those that are near.
    pub(super) fn meant_by(&self, address: u32) -> Vec<usize> {
        let from = self.0.partition_point(|object| object.range.end.saturating_add(NEAR_A_TABLE) < address);
        let around = self.0.iter().enumerate().skip(from);
        around
            .take_while(|(_, object)| object.range.start <= address.saturating_add(NEAR_A_TABLE))
            .filter(|(_, object)| object.is_near(address))
            .map(|(place, _)| place)
            .collect()
    }
}

/// Where a segment lies in memory.
pub(super) fn range_of(data: &wasmparser::Data) -> Outcome<Range<u32>> {
    let DataKind::Active { memory_index: 0, offset_expr } = &data.kind else {
        return Err(unknown("data that is not put into memory at the start"));
    };
    let Ok(Operator::I32Const { value }) = offset_expr.get_operators_reader().read() else {
        return Err(unknown("data at a place that is no constant"));
    };
    let start = value.cast_unsigned();
    let length = u32::try_from(data.data.len()).ok();
    let end = length.and_then(|length| start.checked_add(length));
    end.map(|end| start..end).ok_or_else(|| unknown("data beyond the end of memory"))
}

/// The segments that the linker made of sections for reading alone.
fn named_constant(names: wasmparser::NameSectionReader) -> Outcome<Vec<u32>> {
    let mut constants = Vec::new();
    for name in names {
        if let Name::Data(map) = name.map_err(|error| unread(&error))? {
            for naming in map {
                let naming = naming.map_err(|error| unread(&error))?;
                if naming.name.starts_with(".rodata") {
                    constants.push(naming.index);
                }
            }
        }
    }
    Ok(constants)
}

/// Whether it is read from its beginning as words are. An alphabet or a row of digits may be a table instead, into which
/// a compiler points from outside.
fn is_text(bytes: &[u8]) -> bool {
    // Below a space there are the end of a line, and the marks in the pattern of a message.
    let is_written = |byte: &u8| *byte >= b' ' || *byte == b'\n' || (1..=8).contains(byte);
    let distinct = bytes.iter().collect::<BTreeSet<_>>().len();
    bytes.len() >= SHORTEST
        && bytes.iter().all(is_written)
        && str::from_utf8(bytes).is_ok()
        && !bytes.iter().all(u8::is_ascii_digit)
        && (bytes.len() < 10 || distinct < bytes.len())
}

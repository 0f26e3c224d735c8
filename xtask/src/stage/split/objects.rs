//! Where each constant of the app begins and ends in memory, as the linker laid them.
//!
//! wasm-opt moves none of them, but it joins and cuts the segments that tell. So they are read before it.

use std::ops::Range;

use wasmparser::{DataKind, KnownCustom, Name, Operator, Parser, Payload};

use super::read::{unknown, unread};
use crate::failure::Outcome;

/// How far from an object an address may still mean it: a compiler folds a small step into an address, and one past the
/// end is where a loop stops.
const NEAR: u32 = 8;

/// The objects by rising address; none is empty, and none lies over another.
#[derive(Debug, Default)]
pub(crate) struct Objects(Vec<Object>);

/// One constant, or one place that the app writes to.
#[derive(Debug)]
pub(super) struct Object {
    pub(super) range: Range<u32>,
    /// It is never written to.
    pub(super) is_constant: bool,
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
                        objects.push(range_of(&data)?);
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
        let with_kind = objects
            .into_iter()
            .zip(0..)
            .map(|(range, segment)| Object { range, is_constant: constants.contains(&segment) });
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
    pub(super) fn meant_by(&self, address: u32) -> Range<usize> {
        let from = self.0.partition_point(|object| object.range.end.saturating_add(NEAR) < address);
        let to = self.0.partition_point(|object| object.range.start <= address.saturating_add(NEAR));
        from..to.max(from)
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

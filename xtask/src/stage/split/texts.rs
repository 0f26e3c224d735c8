//! Which texts the first part has no use for: they are put into memory by the second.
//!
//! Nothing in a module says which function reads which data, so it is found from the addresses that functions and data
//! name, and where that is not certain a text stays. Only texts go: to other data, as to tables of numbers, a compiler
//! may point from outside.

use std::collections::BTreeSet;
use std::ops::Range;

use super::image::Image;
use super::objects::Objects;
use super::read::Module;

/// What is shorter may be anything, and costs more as a piece of its own than it spares.
const SHORTEST: usize = 4;

/// The ranges of addresses that the second part fills, rising, those that touch made one.
pub(super) fn late(
    module: &Module,
    late: &BTreeSet<u32>,
    objects: &Objects,
    image: &Image,
) -> Vec<Range<u32>> {
    let named_by = |is_late: bool| {
        let functions =
            (module.imported..module.functions()).filter(move |one| late.contains(one) == is_late);
        functions.flat_map(|function| module.numbers(function).iter().copied())
    };
    let used_early =
        reached(named_by(false).chain(module.global_numbers()), image, objects, Objects::meant_by);
    let used_late = reached(named_by(true), image, objects, |objects, address| {
        objects.beginning_at(address).map_or(0..0, |place| place..place + 1)
    });
    let mut ranges: Vec<Range<u32>> = Vec::new();
    for place in used_late.difference(&used_early) {
        let Some(object) = objects.get(*place) else { continue };
        if !object.is_constant || !is_text(image.bytes(&object.range)) {
            continue;
        }
        match ranges.last_mut() {
            Some(last) if last.end == object.range.start => last.end = object.range.end,
            _ => ranges.push(object.range.clone()),
        }
    }
    ranges
}

/// The objects that are reached from addresses, and from the addresses in what is reached.
fn reached(
    addresses: impl Iterator<Item = u32>,
    image: &Image,
    objects: &Objects,
    meant_by: impl Fn(&Objects, u32) -> Range<usize>,
) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<usize> = addresses.flat_map(|address| meant_by(objects, address)).collect();
    while let Some(place) = open.pop() {
        if !reached.insert(place) {
            continue;
        }
        let Some(object) = objects.get(place) else { continue };
        open.extend(image.words(&object.range).flat_map(|address| meant_by(objects, address)));
    }
    reached
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

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
        objects.beginning_at(address).into_iter().collect()
    });
    let mut ranges: Vec<Range<u32>> = Vec::new();
    for place in used_late.difference(&used_early) {
        let Some(object) = objects.get(*place) else { continue };
        if !object.is_text {
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
    meant_by: impl Fn(&Objects, u32) -> Vec<usize>,
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

//! The one sort of the engine. The standard library's costs the app several kilobytes for each type sorted by it;
//! here whatever is to be ordered is ordered by its keys, by merging ever longer runs.

/// The places of some keys in rising order; equal keys keep theirs.
pub(crate) fn places(keys: &[[u64; 3]]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..keys.len()).collect();
    let mut run = 1;
    while run < places.len() {
        let mut merged = Vec::with_capacity(places.len());
        for pair in places.chunks(run * 2) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let (Some(first), Some(second)) = (left.first(), right.first()) {
                // Of equal keys the left one stood before.
                let next = if keys.get(*first) <= keys.get(*second) { &mut left } else { &mut right };
                merged.extend(next.split_off_first());
            }
            merged.extend([left, right].concat());
        }
        places = merged;
        run *= 2;
    }
    places
}

/// Items in the order of their keys.
pub(crate) fn sorted<T: Clone>(items: &[T], key: impl Fn(&T) -> [u64; 3]) -> Vec<T> {
    let keys: Vec<[u64; 3]> = items.iter().map(key).collect();
    places(&keys).into_iter().filter_map(|place| items.get(place).cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_decide_and_equal_keys_keep_their_order() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd')];
        let order: String = sorted(&items, |(key, _)| [*key, 0, 0]).iter().map(|(_, name)| name).collect();
        assert_eq!(order, "dbac");
    }

    #[test]
    fn any_number_of_keys_is_ordered_as_the_standard_library_does() {
        for count in 0..200_u64 {
            // Few keys, so that many are equal.
            let keys: Vec<[u64; 3]> = (0..count).map(|at| [at * 7919 % 13, at * 31 % 3, 0]).collect();
            let mut expected: Vec<usize> = (0..keys.len()).collect();
            expected.sort_by_key(|place| keys[*place]);
            assert_eq!(places(&keys), expected, "{count}");
        }
    }
}

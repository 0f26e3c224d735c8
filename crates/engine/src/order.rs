//! The one sort of the engine. The standard library's costs the app several kilobytes for each type sorted by it;
//! here whatever is to be ordered is ordered by its keys, by plain insertion: a bank has hundreds of questions, and
//! moving that many places is nothing.

/// The places of some keys in rising order; equal keys keep theirs.
pub(crate) fn places(keys: &[[u64; 3]]) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::with_capacity(keys.len());
    for (place, key) in keys.iter().enumerate() {
        let before = places.partition_point(|known| keys.get(*known) <= Some(key));
        places.insert(before, place);
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
}

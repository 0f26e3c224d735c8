//! The one sort of the engine. Each type that is sorted by itself costs the app five kilobytes; here whatever is
//! to be ordered is ordered by its keys.

/// The places of some keys in rising order; equal keys keep theirs.
pub(crate) fn places(keys: &[[u64; 3]]) -> Vec<usize> {
    let mut rows: Vec<([u64; 3], usize)> = keys.iter().copied().zip(0..).collect();
    rows.sort_unstable();
    rows.into_iter().map(|(_, place)| place).collect()
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

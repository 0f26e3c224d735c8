//! Counts, shares and figures as the whole numbers in which they are put out.

use invigil_engine::grade::Score;
use invigil_engine::interval::wilson;
use invigil_engine::share::class::Estimate;
use std::cmp::Ordering;

/// How many, as a number.
pub(crate) fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}

/// A figure in thousandths, halves upwards; no number is zero, and what no whole number holds the nearest one.
#[allow(clippy::cast_possible_truncation, reason = "`as` makes of any float the nearest whole number")]
pub(crate) fn thousandths(figure: f64) -> i32 {
    (figure * 1000.0 + 0.5).floor() as i32
}

/// A part of a whole in thousandths, to the nearest, halves upwards; zero of nothing.
pub(crate) fn share(part: u32, whole: u32) -> i32 {
    let (part, whole) = (u64::from(part), u64::from(whole));
    let nearest = (2000 * part + whole).checked_div(2 * whole).unwrap_or(0);
    i32::try_from(nearest).unwrap_or(i32::MAX)
}

/// A share and its Wilson interval in thousandths; of nothing it may be any.
pub(crate) fn estimated(part: u32, whole: u32) -> Estimate {
    let end = |points: u32| i32::try_from((points + 5) / 10).unwrap_or(1000);
    let value = share(part, whole);
    match wilson(Score { right: part, total: whole }) {
        Some(interval) => Estimate { value, low: end(interval.low), high: end(interval.high) },
        None => Estimate { value, low: 0, high: 1000 },
    }
}

/// Puts places in order, equal ones in any.
///
/// Source: J. W. J. Williams, "Algorithm 232: heapsort", CACM 7 (1964). The standard library's sort would be five kilobytes
/// of WebAssembly, for places that are a thousand at most but for those of questions in many forms.
#[inline(never)]
pub(crate) fn order(places: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    for root in (0..places.len() / 2).rev() {
        sift(places, root, compare);
    }
    for end in (1..places.len()).rev() {
        places.swap(0, end);
        sift(places.get_mut(..end).unwrap_or_default(), 0, compare);
    }
}

/// Moves the place at the root down until none below it comes after it.
fn sift(heap: &mut [usize], mut root: usize, compare: &dyn Fn(usize, usize) -> Ordering) {
    let after = |heap: &[usize], one: usize, other: usize| {
        heap.get(one).zip(heap.get(other)).is_some_and(|(one, other)| compare(*one, *other).is_gt())
    };
    loop {
        let left = 2 * root + 1;
        let child = if after(heap, left + 1, left) { left + 1 } else { left };
        if !after(heap, child, root) {
            break;
        }
        heap.swap(root, child);
        root = child;
    }
}

/// The middle of some numbers, or the mean of the two in the middle, halves upwards; zero of none.
pub(crate) fn median(numbers: &[u32]) -> u32 {
    let mut places: Vec<usize> = (0..numbers.len()).collect();
    let at = |place: usize| numbers.get(place).copied().unwrap_or(0);
    order(&mut places, &|one, other| at(one).cmp(&at(other)));
    let nth = |nth: usize| places.get(nth).map_or(0, |place| u64::from(at(*place)));
    let sum = nth(numbers.len().saturating_sub(1) / 2) + nth(numbers.len() / 2);
    u32::try_from(sum.div_ceil(2)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_rounded_to_the_nearest_and_held_in_bounds() {
        assert_eq!((thousandths(0.0625), thousandths(-0.25), thousandths(-0.0004)), (63, -250, 0));
        assert_eq!((thousandths(f64::NAN), thousandths(f64::INFINITY)), (0, i32::MAX));
        assert_eq!((share(1, 16), share(2, 3), share(0, 0), share(5, 5)), (63, 667, 0, 1000));
    }

    #[test]
    fn a_share_has_wilsons_interval() {
        // As in the tests of the interval itself: 81 of 263 and 7 of 10.
        assert_eq!(estimated(81, 263), Estimate { value: 308, low: 255, high: 366 });
        assert_eq!(estimated(7, 10), Estimate { value: 700, low: 397, high: 892 });
        assert_eq!(estimated(0, 0), Estimate { value: 0, low: 0, high: 1000 });
    }

    #[test]
    fn places_are_put_in_order() {
        for many in 0..200_usize {
            let key = |place: usize| place * 7919 % 101;
            let mut places: Vec<usize> = (0..many).collect();
            order(&mut places, &|one, other| key(one).cmp(&key(other)).then(one.cmp(&other)));
            let mut sorted: Vec<usize> = (0..many).collect();
            sorted.sort_by_key(|place| key(*place));
            assert_eq!(places, sorted);
        }
    }

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!([median(&[]), median(&[7]), median(&[9, 1, 5]), median(&[4, 1])], [0, 7, 5, 3]);
        assert_eq!(median(&[u32::MAX, u32::MAX]), u32::MAX);
    }
}

//! How many questions each domain gets.

use crate::order::places;

/// Seats by largest remainder, so that the counts sum to `total`.
///
/// Equal remainders go to the greater weight, then to the earlier place. With no weight at
/// all there are no seats.
///
/// Source: Hamilton's method of apportionment.
///
/// ```
/// use invigil_engine::draw::seats;
/// assert_eq!(seats(&[30, 26, 22, 22], 65), [20, 17, 14, 14]);
/// ```
pub fn seats(weights: &[u32], total: u32) -> Vec<u32> {
    let sum: u64 = weights.iter().map(|w| u64::from(*w)).sum();
    if sum == 0 {
        return vec![0; weights.len()];
    }
    let shares: Vec<u64> = weights.iter().map(|w| u64::from(*w) * u64::from(total)).collect();
    let mut seats: Vec<u32> = shares.iter().map(|share| u32::try_from(share / sum).unwrap_or(0)).collect();
    // The greatest remainder first, then the greatest weight, then the earliest place.
    let keys: Vec<[u64; 3]> =
        shares.iter().zip(weights).map(|(share, weight)| [!(share % sum), !u64::from(*weight), 0]).collect();
    let left = total.saturating_sub(seats.iter().sum());
    for place in places(&keys).into_iter().take(usize::try_from(left).unwrap_or(0)) {
        if let Some(seat) = seats.get_mut(place) {
            *seat += 1;
        }
    }
    seats
}

/// Seats by largest remainder where a place cannot have more than its cap; what it cannot
/// take goes to the others by their weights. The sum is `total`, or that of the caps if less.
pub fn capped_seats(weights: &[u32], caps: &[u32], total: u32) -> Vec<u32> {
    let mut fixed: Vec<Option<u32>> = vec![None; weights.len()];
    loop {
        let open: Vec<u32> =
            weights.iter().zip(&fixed).map(|(w, f)| if f.is_some() { 0 } else { *w }).collect();
        let taken: u32 = fixed.iter().flatten().sum();
        let shared = seats(&open, total.saturating_sub(taken));
        let mut overfull = false;
        for ((slot, seat), cap) in fixed.iter_mut().zip(&shared).zip(caps) {
            if slot.is_none() && seat > cap {
                *slot = Some(*cap);
                overfull = true;
            }
        }
        if !overfull {
            return fixed.into_iter().zip(shared).map(|(f, seat)| f.unwrap_or(seat)).collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(weights: &[u32], total: u32, expected: &[u32]) {
        assert_eq!(seats(weights, total), expected);
    }

    #[test]
    fn the_guides_get_the_counts_that_follow_from_their_weights() {
        let (c02, c03) = ([32, 26, 24, 18], [30, 26, 22, 22]);
        check(&c02, 65, &[21, 17, 15, 12]);
        check(&c02, 50, &[16, 13, 12, 9]);
        check(&c03, 65, &[20, 17, 14, 14]);
        check(&c03, 50, &[15, 13, 11, 11]);
        check(&c03, 30, &[9, 8, 7, 6]);
        check(&c03, 20, &[6, 5, 5, 4]);
        check(&c03, 10, &[3, 3, 2, 2]);
        check(&c03, 0, &[0, 0, 0, 0]);
        check(&[], 10, &[]);
        check(&[0, 0], 10, &[0, 0]);
    }

    #[test]
    fn seats_sum_to_the_total() {
        for total in 0..200 {
            assert_eq!(seats(&[30, 26, 22, 22], total).iter().sum::<u32>(), total);
            assert_eq!(seats(&[1, 1, 1], total).iter().sum::<u32>(), total);
        }
    }

    #[test]
    fn what_one_cannot_take_goes_to_the_others() {
        assert_eq!(capped_seats(&[30, 26, 22, 22], &[99, 99, 5, 99], 65), [23, 20, 5, 17]);
        assert_eq!(capped_seats(&[30, 26, 22, 22], &[1, 1, 1, 1], 65), [1, 1, 1, 1]);
        assert_eq!(capped_seats(&[1, 1], &[0, 3], 3), [0, 3]);
    }
}

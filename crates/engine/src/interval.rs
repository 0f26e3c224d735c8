//! How far a share of right answers may lie from the true one: intervals at 95 %, in whole numbers, so that every
//! device says the same.

use crate::grade::Score;

/// The square of the normal quantile 1.96, in ten-thousandths.
const Z2: u64 = 38_416;
/// One, in the same unit.
const ONE: u64 = 10_000;

/// Where the true share of right answers lies with 95 % confidence, in hundredths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Its lower end.
    pub low: u32,
    /// Its upper end.
    pub high: u32,
}

/// How far one share lies above another, in hundredths of a percent, and the interval of that at 95 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The second share less the first.
    pub change: i32,
    /// The lower end.
    pub low: i32,
    /// The upper end.
    pub high: i32,
}

impl Difference {
    /// Whether the interval holds zero, so that chance alone may have made the difference.
    pub fn may_be_chance(self) -> bool {
        self.low <= 0 && self.high >= 0
    }
}

/// The score interval of a share; none of no questions.
///
/// With r of n right and z = 1.96 its ends are `(2r + z² ± z·√(z² + 4r(n − r)/n)) / (2(n + z²))`.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927). Unlike
/// the plain interval it stays inside 0 to 1 and holds its 95 % with the dozen questions of a domain.
///
/// ```
/// use invigil_engine::{grade::Score, interval::wilson};
/// let seven = wilson(Score { right: 7, total: 10 }).unwrap();
/// assert_eq!((seven.low, seven.high), (3968, 8922));
/// ```
pub fn wilson(score: Score) -> Option<Interval> {
    let (right, total) = (u64::from(score.right.min(score.total)), u64::from(score.total));
    // What the root is taken of, in units of a ten-thousandth squared; the total is divided out of it.
    let under = (Z2 * (Z2 * total + 4 * ONE * right * (total - right))).checked_div(total)?;
    let (centre, root) = (2 * right * ONE + Z2, under.isqrt());
    let whole = 2 * (total * ONE + Z2);
    let end = |part: u64| u32::try_from((part * ONE + whole / 2) / whole).unwrap_or(u32::MAX);
    Some(Interval { low: end(centre.saturating_sub(root)), high: end(centre + root) })
}

/// How far the second share lies above the first; none where one is of no questions.
///
/// With the shares p, q and their Wilson intervals (l, u) and (m, v), the ends of q − p are
/// `q − p − √((q − m)² + (u − p)²)` and `q − p + √((v − q)² + (p − l)²)`.
///
/// Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in
/// Medicine 17 (1998), method 10.
pub fn difference(first: Score, second: Score) -> Option<Difference> {
    let (before, after) = (wilson(first)?, wilson(second)?);
    let (p, q) = (i64::from(first.basis_points()), i64::from(second.basis_points()));
    let root = |one: i64, other: i64| (one * one + other * other).isqrt();
    let down = root(q - i64::from(after.low), i64::from(before.high) - p);
    let up = root(i64::from(after.high) - q, p - i64::from(before.low));
    let whole = |points: i64| i32::try_from(points).unwrap_or(0);
    Some(Difference { change: whole(q - p), low: whole(q - p - down), high: whole(q - p + up) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(right: u32, total: u32) -> Score {
        Score { right, total }
    }

    #[track_caller]
    fn check(right: u32, total: u32, low: u32, high: u32) {
        assert_eq!(wilson(score(right, total)), Some(Interval { low, high }), "{right} of {total}");
    }

    #[test]
    fn the_interval_is_wilsons() {
        // Reckoned by hand: 178416 ∓ 68576 over 276832.
        check(7, 10, 3968, 8922);
        // z²/(n + z²) at the upper end of none, and its mirror image.
        check(0, 10, 0, 2775);
        check(10, 10, 7225, 10_000);
        // Newcombe's own examples of single shares: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
        check(81, 263, 2553, 3662);
        check(15, 148, 624, 1605);
        check(0, 20, 0, 1611);
        check(1, 29, 61, 1718);
        assert_eq!(wilson(score(0, 0)), None);
    }

    #[test]
    fn the_interval_holds_the_share_and_narrows_with_more_questions() {
        for total in 1..=200 {
            let mut before = 0;
            for right in 0..=total {
                let share = score(right, total);
                let Interval { low, high } = wilson(share).unwrap();
                assert!(low <= share.basis_points() + 1 && share.basis_points() <= high && high <= 10_000);
                assert!(low >= before, "a better score has no lower interval");
                before = low;
                let twice = wilson(score(right * 2, total * 2)).unwrap();
                assert!(twice.high - twice.low < high - low, "{right} of {total}");
                let mirror = wilson(score(total - right, total)).unwrap();
                assert!((10_000 - mirror.high).abs_diff(low) <= 1, "{right} of {total}");
            }
        }
    }

    #[test]
    fn the_difference_is_newcombes() {
        // 56 of 70 and 48 of 80 in his table: a difference of .2 from .0524 to .3339, of which the roots here are
        // rounded down; and the other way round.
        let less = difference(score(56, 70), score(48, 80)).unwrap();
        assert_eq!(less, Difference { change: -2000, low: -3338, high: -524 });
        assert!(!less.may_be_chance());
        // 33 and 37 of 50: as far apart as two papers of one learner often are.
        let more = difference(score(33, 50), score(37, 50)).unwrap();
        assert!(more.may_be_chance() && more.change == 800, "{more:?}");
        assert_eq!(difference(score(0, 0), score(1, 2)), None);
    }
}

//! How good chances are, once it is known what came.

use super::dice::Dice;

/// Bins of the calibration error.
const BINS: usize = 10;
/// Times that outcomes are drawn for the noise floor.
const TURNS: usize = 200;

/// A chance that was claimed, and whether it came so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Claim {
    pub(super) chance: f64,
    pub(super) came: bool,
}

/// The calibration error of a model that claims the same chances and is right about each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Floor {
    pub(super) mean: f64,
    /// Its ninety-fifth percentile.
    pub(super) high: f64,
}

pub(super) fn mean(numbers: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = numbers.fold((0.0, 0.0), |(sum, count), number| (sum + number, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}

fn as_number(came: bool) -> f64 {
    f64::from(u8::from(came))
}

/// Mean squared distance of chance and outcome.
///
/// Source: Brier (1950).
pub(super) fn brier(claims: &[Claim]) -> f64 {
    mean(claims.iter().map(|claim| (claim.chance - as_number(claim.came)).powi(2)))
}

pub(super) fn mean_chance(claims: &[Claim]) -> f64 {
    mean(claims.iter().map(|claim| claim.chance))
}

/// Spiegelhalter's Z: a standard normal variable if every chance is right; beyond 1.96 either way once in twenty. None
/// where no claim leaves anything open.
///
/// Source: Spiegelhalter (1986), Probabilistic prediction in patient management.
pub(super) fn spiegelhalter(claims: &[Claim]) -> Option<f64> {
    let off = |claim: &Claim| (as_number(claim.came) - claim.chance) * (1.0 - 2.0 * claim.chance);
    let open = |claim: &Claim| (1.0 - 2.0 * claim.chance).powi(2) * claim.chance * (1.0 - claim.chance);
    let spread: f64 = claims.iter().map(open).sum();
    (spread > 0.0).then(|| claims.iter().map(off).sum::<f64>() / spread.sqrt())
}

/// The expected calibration error, in ten bins of equally many claims by rising chance: the distance of mean chance and
/// share that came, weighted by the claims of the bin.
pub(super) fn calibration_error(claims: &[Claim]) -> f64 {
    error_of_sorted(&sorted(claims))
}

/// The same by chance alone, drawn so many times.
pub(super) fn noise_floor(claims: &[Claim], dice: &mut Dice) -> Floor {
    let mut claims = sorted(claims);
    let mut errors = Vec::new();
    for _ in 0..TURNS {
        for claim in &mut claims {
            claim.came = dice.happens(claim.chance);
        }
        errors.push(error_of_sorted(&claims));
    }
    errors.sort_unstable_by(f64::total_cmp);
    let high = errors.get(TURNS * 95 / 100).copied().unwrap_or(0.0);
    Floor { mean: mean(errors.into_iter()), high }
}

fn sorted(claims: &[Claim]) -> Vec<Claim> {
    let mut claims = claims.to_vec();
    claims.sort_by(|one, other| one.chance.total_cmp(&other.chance));
    claims
}

fn error_of_sorted(claims: &[Claim]) -> f64 {
    let off = |bin: &[Claim]| {
        let sum: f64 = bin.iter().map(|claim| claim.chance - as_number(claim.came)).sum();
        sum.abs()
    };
    let all = claims.iter().fold(0.0, |count, _| count + 1.0);
    if claims.is_empty() { 0.0 } else { bins(claims).map(off).sum::<f64>() / all }
}

/// Ten neighbouring pieces whose lengths differ by one at most.
fn bins<T>(items: &[T]) -> impl Iterator<Item = &[T]> {
    let end = move |bin: usize| items.len() * bin / BINS;
    (0..BINS).filter_map(move |bin| items.get(end(bin)..end(bin + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims(of: &[(f64, u8)]) -> Vec<Claim> {
        of.iter().map(|(chance, came)| Claim { chance: *chance, came: *came == 1 }).collect()
    }

    #[track_caller]
    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
    }

    #[test]
    fn brier_by_hand() {
        near(brier(&claims(&[(1.0, 1), (0.0, 0)])), 0.0);
        near(brier(&claims(&[(1.0, 0), (0.0, 1)])), 1.0);
        near(brier(&claims(&[(0.5, 0), (0.5, 1), (0.9, 1), (0.2, 0)])), (0.25 + 0.25 + 0.01 + 0.04) / 4.0);
        near(brier(&[]), 0.0);
    }

    #[test]
    fn spiegelhalter_by_hand() {
        // Off: (1 - .9)(-.8) = -.08 and (0 - .2)(.6) = -.12; open: .64 x .09 = .0576 and .36 x .16 = .0576.
        near(spiegelhalter(&claims(&[(0.9, 1), (0.2, 0)])).unwrap(), -0.2 / 0.1152_f64.sqrt());
        // One claim of .8 that fails: (0 - .8)(-.6) = .48 over the root of .36 x .16, which is .24.
        near(spiegelhalter(&claims(&[(0.8, 0)])).unwrap(), 2.0);
        assert_eq!(spiegelhalter(&claims(&[(1.0, 1), (0.0, 1), (0.5, 1)])), None);
    }

    #[test]
    fn bins_hold_equally_many() {
        let lengths = |count: usize| bins(&vec![(); count]).map(<[()]>::len).collect::<Vec<_>>();
        assert_eq!(lengths(20), [2; 10]);
        assert_eq!(lengths(25), [2, 3, 2, 3, 2, 3, 2, 3, 2, 3]);
        assert_eq!(lengths(3).iter().sum::<usize>(), 3);
        let items: Vec<usize> = (0..2_003).collect();
        assert_eq!(bins(&items).flatten().copied().collect::<Vec<_>>(), items);
    }

    #[test]
    fn the_calibration_error_by_hand() {
        // Twenty claims, two to a bin, given in no order. Bins of .3 and .3 with one that came: |.6 - 1| = .4. The bin
        // of .8 and 1 with two that came: .2. All the others are certain and right.
        let mut given = vec![(1.0, 1); 1];
        given.extend([(0.3, 1), (0.8, 1), (0.3, 0)]);
        given.extend([(0.0, 0); 16]);
        near(calibration_error(&claims(&given)), (0.4 + 0.2) / 20.0);
        // Errors of the same bin cancel, those of different bins do not.
        near(calibration_error(&claims(&[(0.5, 1), (0.5, 0)].repeat(10))), 0.0);
        near(calibration_error(&claims(&[(0.0, 1), (1.0, 0)].repeat(10))), 1.0);
        near(calibration_error(&[]), 0.0);
    }

    #[test]
    fn who_is_right_about_every_chance_stays_within_the_noise_floor() {
        let mut dice = Dice::new(11);
        let mut beyond = 0;
        for _ in 0..40 {
            let chances: Vec<f64> = (0..1_000).map(|_| dice.share()).collect();
            let claims: Vec<Claim> =
                chances.into_iter().map(|chance| Claim { chance, came: dice.happens(chance) }).collect();
            let floor = noise_floor(&claims, &mut dice);
            // Known for a thousand claims: .030 in the mean, .045 at the ninety-fifth percentile.
            assert!(
                (0.026..0.036).contains(&floor.mean) && (0.038..0.054).contains(&floor.high),
                "{floor:?}"
            );
            beyond += u32::from(calibration_error(&claims) > floor.high);
            assert!(spiegelhalter(&claims).unwrap().abs() < 3.5);
        }
        assert!(beyond <= 6, "{beyond} of 40");
    }
}

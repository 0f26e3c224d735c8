//! The quantile of the F distribution, by way of the incomplete beta function. Good to six digits for the degrees of
//! freedom of a class; no library of distributions.

/// Halvings of the interval that holds the quantile.
const HALVINGS: u32 = 60;
/// The most steps of the continued fraction; it needs about the root of the larger parameter.
const STEPS: u32 = 2000;

/// The value that an F distributed figure with these degrees of freedom stays below with a chance of `chance`.
///
/// Source: with x = I⁻¹(chance; d1/2, d2/2), the regularized incomplete beta function inverted by halving, it is
/// `d2·x / (d1·(1 − x))`.
pub(crate) fn f_quantile(chance: f64, first: f64, second: f64) -> f64 {
    let (a, b) = (first / 2.0, second / 2.0);
    let scale = ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b);
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    for _ in 0..HALVINGS {
        let middle = low.midpoint(high);
        if incomplete(middle, a, b, scale) < chance {
            low = middle;
        } else {
            high = middle;
        }
    }
    let x = low.midpoint(high);
    second * x / (first * (1.0 - x))
}

/// The regularized incomplete beta function I of x inside 0 to 1; `scale` is the logarithm of Γ(a + b) / (Γ(a)Γ(b)).
///
/// Source: NIST Digital Library of Mathematical Functions, 8.17.22, and by 8.17.4 the other tail where that converges
/// faster.
fn incomplete(x: f64, a: f64, b: f64, scale: f64) -> f64 {
    let front = (a * x.ln() + b * (1.0 - x).ln() + scale).exp();
    let mirrored = x > (a + 1.0) / (a + b + 2.0);
    let (x, a, b) = if mirrored { (1.0 - x, b, a) } else { (x, a, b) };
    let tail = front * fraction(x, a, b) / a;
    if mirrored { 1.0 - tail } else { tail }
}

/// Its continued fraction, by the method of Lentz: the ratios of successive numerators and denominators.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let away_from_zero = |figure: f64| if figure.abs() < 1e-300 { 1e-300 } else { figure };
    let mut over = 1.0;
    let mut under = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut value = under;
    for step in 1..STEPS {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut last = 1.0;
        for part in [even, odd] {
            under = 1.0 / away_from_zero(1.0 + part * under);
            over = away_from_zero(1.0 + part / over);
            last = under * over;
            value *= last;
        }
        if (last - 1.0).abs() < 1e-13 {
            break;
        }
    }
    value
}

/// The logarithm of the gamma function of a number above zero.
///
/// Source: Stirling's series (DLMF 5.11.1) from ten on; below, Γ(x + 1) = xΓ(x) leads there.
fn ln_gamma(x: f64) -> f64 {
    /// Half of the logarithm of 2π.
    const HALF_LN_TAU: f64 = 0.918_938_533_204_672_7;
    let (mut at, mut product) = (x, 1.0);
    while at < 10.0 {
        product *= at;
        at += 1.0;
    }
    let square = at * at;
    let series = (1.0 / 12.0 - (1.0 / 360.0 - 1.0 / (1260.0 * square)) / square) / at;
    (at - 0.5) * at.ln() - at + HALF_LN_TAU + series - product.ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Against the printed tables of the F distribution, to their last digit.
    #[track_caller]
    fn check(chance: f64, first: u32, second: u32, table: f64, digit: f64) {
        let found = f_quantile(chance, f64::from(first), f64::from(second));
        assert!(
            (found - table).abs() <= digit * 0.5001,
            "{chance} {first} {second}: {found}, {table} in the table"
        );
    }

    #[test]
    fn the_quantile_is_that_of_the_tables() {
        // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.3, at 5 percent.
        check(0.95, 1, 1, 161.448, 0.001);
        check(0.95, 1, 10, 4.965, 0.001);
        check(0.95, 4, 10, 3.478, 0.001);
        check(0.95, 10, 10, 2.978, 0.001);
        check(0.95, 20, 100, 1.676, 0.001);
        check(0.95, 2, 30, 3.316, 0.001);
        // The usual tables at 2.5 percent.
        check(0.975, 1, 1, 647.8, 0.1);
        check(0.975, 1, 10, 6.94, 0.01);
        check(0.975, 4, 10, 4.47, 0.01);
        check(0.975, 10, 20, 2.77, 0.01);
        check(0.975, 5, 5, 7.15, 0.01);
        check(0.975, 60, 60, 1.67, 0.01);
        check(0.975, 120, 120, 1.43, 0.01);
    }

    #[test]
    fn the_quantile_is_that_of_another_program() {
        // scipy.stats.f.ppf of SciPy 1.x, for classes and forms of many sizes.
        for (chance, first, second, expected) in [
            (0.975, 999.0, 63_936.0, 1.090_353_588),
            (0.025, 999.0, 198_801.0, 0.914_023_034),
            (0.975, 24.0, 1536.0, 1.649_445_105),
            (0.025, 24.0, 1536.0, 0.515_109_920),
            (0.975, 1.0, 1.0, 647.789_011_478),
            (0.025, 1.0, 64.0, 0.000_989_779),
            (0.975, 2.0, 398.0, 3.723_282_233),
            (0.025, 199.0, 199.0, 0.756_786_593),
        ] {
            let found = f_quantile(chance, first, second);
            assert!((found / expected - 1.0).abs() < 1e-6, "{chance} {first} {second}: {found}");
        }
    }

    #[test]
    fn two_and_two_degrees_have_a_closed_form() {
        // F(2, 2) has the distribution x / (1 + x), and F(2, d) 1 − (1 + 2x/d)^(−d/2).
        for chance in [0.025, 0.3, 0.5, 0.9, 0.975] {
            let closed = chance / (1.0 - chance);
            assert!((f_quantile(chance, 2.0, 2.0) / closed - 1.0).abs() < 1e-9, "{chance}");
            for d in [2.0_f64, 7.0, 100.0, 198_801.0] {
                let closed = d / 2.0 * ((-2.0 / d * (1.0 - chance).ln()).exp() - 1.0);
                assert!((f_quantile(chance, 2.0, d) / closed - 1.0).abs() < 1e-6, "{chance} {d}");
            }
        }
    }

    #[test]
    fn the_lower_tail_mirrors_the_upper_one_up_to_the_largest_class() {
        for (first, second) in [(1.0, 1.0), (9.0, 576.0), (24.0, 24.0), (999.0, 63_936.0), (999.0, 198_801.0)]
        {
            let product = f_quantile(0.025, first, second) * f_quantile(0.975, second, first);
            assert!((product - 1.0).abs() < 1e-6, "{first} {second}: {product}");
        }
    }

    #[test]
    fn the_gamma_function_has_its_known_values() {
        for (x, gamma) in
            [(0.5, std::f64::consts::PI.sqrt()), (1.0, 1.0), (5.0, 24.0), (10.5, 1_133_278.388_948_785)]
        {
            assert!((ln_gamma(x) - f64::ln(gamma)).abs() < 1e-9, "{x}");
        }
    }
}

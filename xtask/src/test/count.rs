//! Counts tests from what the runners print, and never takes silence for success.

use std::fmt;
use std::ops::Add;

/// How many tests passed, and how many did not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Count {
    /// A level that could not run counts as a failure.
    pub(crate) const NOT_RUN: Self = Self { passed: 0, failed: 1 };

    /// The sum of all `test result:` lines, as cargo's and wasm-bindgen's runners print them.
    /// An ignored test counts as failed: it is a case that nobody checks.
    pub(crate) fn of_cargo(output: &str) -> Self {
        output.lines().filter_map(|line| line.trim().strip_prefix("test result:")).fold(
            Self::default(),
            |sum, line| {
                let named = |what| number_before(line, what).unwrap_or(0);
                sum + Self { passed: named("passed"), failed: named("failed") + named("ignored") }
            },
        )
    }

    /// From a last line that reads `N passed, N failed`.
    pub(crate) fn of_last_line(output: &str) -> Self {
        let last = output.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default();
        match (number_before(last, "passed"), number_before(last, "failed")) {
            (Some(passed), Some(failed)) => Self { passed, failed },
            _ => Self::NOT_RUN,
        }
    }

    /// The count, corrected by how the runner ended: none at all, or a runner that failed without
    /// saying which test, is a failure.
    pub(crate) fn judged(self, ended_well: bool) -> Self {
        let ran_nothing = self.passed == 0 && self.failed == 0;
        let failed_unsaid = !ended_well && self.failed == 0;
        if ran_nothing || failed_unsaid { Self { failed: 1, ..self } } else { self }
    }
}

impl Add for Count {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed.saturating_add(other.passed),
            failed: self.failed.saturating_add(other.failed),
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The number that stands before a word: 3 in `3 passed;`.
fn number_before(line: &str, what: &str) -> Option<u32> {
    let mut words = line.split_whitespace().peekable();
    while let Some(word) = words.next() {
        if words.peek().is_some_and(|next| next.trim_end_matches([',', ';', '.']) == what) {
            return word.parse().ok();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(passed: u32, failed: u32) -> Count {
        Count { passed, failed }
    }

    #[track_caller]
    fn check_cargo(output: &str, ended_well: bool, expected: Count) {
        assert_eq!(Count::of_cargo(output).judged(ended_well), expected);
    }

    #[test]
    fn cargo_output_is_counted() {
        let two = "test result: ok. 26 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            noise 7 passed\n\
            test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n";
        check_cargo(two, false, count(29, 2));
        check_cargo("test result: ok. 4 passed; 0 failed; 1 ignored; 0 measured", true, count(4, 1));
        check_cargo("test result: ok. 3 passed; 0 failed; 0 ignored; 0 filtered out", true, count(3, 0));
    }

    #[test]
    fn silence_is_not_success() {
        check_cargo("", true, count(0, 1));
        check_cargo("error: could not compile", false, count(0, 1));
        check_cargo("test result: ok. 0 passed; 0 failed; 0 ignored", true, count(0, 1));
        // One crate passed, another did not compile.
        check_cargo("test result: ok. 5 passed; 0 failed; 0 ignored", false, count(5, 1));
    }

    #[test]
    fn last_lines_are_counted() {
        for (output, expected) in [
            ("ok one\n12 passed, 0 failed\n", count(12, 0)),
            ("3 passed, 4 failed\n\n", count(3, 4)),
            ("12 passed, 0 failed\nthen it crashed", Count::NOT_RUN),
            ("", Count::NOT_RUN),
            ("many passed, 0 failed", Count::NOT_RUN),
        ] {
            assert_eq!(Count::of_last_line(output), expected, "{output}");
        }
    }
}

//! What the tests share: a synthetic bank, a shell that plays the browser, and the settings of properties.

pub(crate) mod bank;
pub(crate) mod device;
mod learner;
mod pages;
pub(crate) mod shell;
pub(crate) mod tools;

use proptest::test_runner::{Config, RngSeed};

/// Properties run the same cases each time, so that a failure on one machine is one on every machine.
pub(crate) fn cases(count: u32) -> Config {
    Config {
        cases: count,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(0x1234_5678),
        ..Config::default()
    }
}

/// Well-mixed bits of a number, for data that looks irregular and never changes.
pub(crate) fn mix(number: u64) -> u64 {
    let mut bits = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// The path of a golden file.
fn golden(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

/// The bytes of a golden file. With `BLESS=1` in the environment the file is written first: only
/// for a form that was never released.
#[track_caller]
pub(crate) fn blessed(name: &str, now: &[u8]) -> Vec<u8> {
    let path = golden(name);
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        std::fs::write(&path, now).unwrap();
    }
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

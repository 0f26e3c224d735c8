//! The history with a bank, with its objections.
#![no_main]

use invigil_engine::store::history::{read_exposures, write_exposures};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (exposures, _) = read_exposures(text);
    let written = write_exposures(&exposures);
    let (again, torn) = read_exposures(&written);
    assert_eq!((write_exposures(&again), torn), (written, 0), "{text}");
});

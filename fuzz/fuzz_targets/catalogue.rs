//! The catalogue of banks, and the report on one.
#![no_main]

use invigil_engine::bank::{Catalogue, Report};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = Catalogue::parse(text);
    let _ = Report::parse(text);
});

//! The log of a sitting: what is read is written and read again as the same.
#![no_main]

use invigil_engine::sitting::{read_log, write_log};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (log, _) = read_log(text);
    let written = write_log(&log);
    assert_eq!(read_log(&written), (log, 0), "{text}");
});

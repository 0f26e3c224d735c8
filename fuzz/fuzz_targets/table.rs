//! Tables of questions: whatever is read, what is written of it is read and written as the same after one round.
#![no_main]

use invigil_formats::{Format, detect, read, write};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = detect(text);
    let first = write(&read(text, Some(Format::Table)), Format::Table);
    let second = write(&read(&first, Some(Format::Table)), Format::Table);
    let third = write(&read(&second, Some(Format::Table)), Format::Table);
    assert_eq!(third, second, "{text}");
});

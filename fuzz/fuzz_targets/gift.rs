//! Questions in GIFT: whatever is read, what is written of it is read and written as the same after one round.
#![no_main]

use invigil_formats::{Format, detect, read, write};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = detect(text);
    let first = write(&read(text, Some(Format::Gift)), Format::Gift);
    let second = write(&read(&first, Some(Format::Gift)), Format::Gift);
    let third = write(&read(&second, Some(Format::Gift)), Format::Gift);
    assert_eq!(third, second, "{text}");
});

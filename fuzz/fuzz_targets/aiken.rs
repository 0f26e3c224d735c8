//! Questions in Aiken: whatever is read, what is written of those that can be asked is read and written as the same after
//! one round. The format has no way to write what cannot be asked.
#![no_main]

use invigil_formats::{Draft, DraftQuestion, Format, detect, read, write};
use libfuzzer_sys::fuzz_target;

fn asked(text: &str) -> Draft {
    let mut draft = read(text, Some(Format::Aiken));
    draft.questions.retain(DraftQuestion::can_be_asked);
    draft
}

fuzz_target!(|text: &str| {
    let _ = detect(text);
    let first = write(&asked(text), Format::Aiken);
    let second = write(&asked(&first), Format::Aiken);
    assert_eq!(write(&asked(&second), Format::Aiken), second, "{text}");
});

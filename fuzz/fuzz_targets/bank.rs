//! The three parts of a compiled bank, with a header that is right, so that the content is reached, or with none.
#![no_main]

use arbitrary::Arbitrary;
use invigil_engine::bank::wire::{
    decode_index, decode_questions, decode_reasons, encode_index, encode_questions, encode_reasons,
};
use invigil_engine::ids::Fingerprint;
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Input<'a> {
    part: u8,
    raw: bool,
    content: &'a [u8],
}

const PRINT: Fingerprint = Fingerprint(7);

fuzz_target!(|input: Input<'_>| {
    // An empty list is its header and one zero; the letter of the part stands before the fingerprint.
    let mut header = encode_questions(PRINT, &[]);
    header.pop();
    let letter = header.len() - 9;
    header[letter] = *b"iqr".get(usize::from(input.part % 3)).unwrap_or(&b'i');
    let bytes = if input.raw { input.content.to_vec() } else { [header.as_slice(), input.content].concat() };
    if let Ok(questions) = decode_questions(PRINT, &bytes) {
        assert_eq!(decode_questions(PRINT, &encode_questions(PRINT, &questions)), Ok(questions));
    }
    if let Ok(reasons) = decode_reasons(PRINT, &bytes) {
        assert_eq!(decode_reasons(PRINT, &encode_reasons(PRINT, &reasons)), Ok(reasons));
    }
    if let Ok(index) = decode_index(PRINT, &bytes) {
        assert_eq!(decode_index(PRINT, &encode_index(PRINT, &index)), Ok(index));
    }
});

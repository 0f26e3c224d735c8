//! What may be written over what: never a panic, and a refusal or a text that reads.
#![no_main]

use arbitrary::Arbitrary;
use invigil_engine::store::journal::admit;
use invigil_engine::store::{LocalRecord, choose, encode};
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Input<'a> {
    record: u8,
    known: Option<Result<(u64, &'a str), &'a str>>,
    new: (u64, &'a str),
}

fuzz_target!(|input: Input<'_>| {
    let record = LocalRecord::ALL[usize::from(input.record) % LocalRecord::ALL.len()];
    let known = input.known.map(|known| match known {
        Ok((sequence, content)) => encode(sequence, content),
        Err(raw) => raw.to_owned(),
    });
    let new = encode(input.new.0, input.new.1);
    if let Ok(text) = admit(record, known.as_deref(), &new) {
        assert!(choose([Some(&text), None]).content.is_some(), "{text}");
    }
});

//! The parts of a compiled bank, with a header that is right, so that the content is reached, or with none.
#![no_main]

use arbitrary::Arbitrary;
use invigil_engine::bank::wire::{Part, Record, Records, decode_index, encode_chunk, encode_index};
use invigil_engine::bank::{Question, Reasons};
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
    // A chunk of nothing is its header and a count of four bytes.
    let part = match input.part % 3 {
        0 => Part::Index,
        1 => Part::Questions(0),
        _ => Part::Reasons(0),
    };
    let mut header = encode_chunk::<Question>(part, PRINT, &[]);
    header.truncate(header.len() - 4);
    let bytes = if input.raw { input.content.to_vec() } else { [header.as_slice(), input.content].concat() };
    check::<Question>(Part::Questions(0), &bytes);
    check::<Reasons>(Part::Reasons(0), &bytes);
    if let Ok(index) = decode_index(PRINT, &bytes) {
        assert_eq!(decode_index(PRINT, &encode_index(PRINT, &index)), Ok(index));
    }
});

/// What can be read of a chunk is read the same when it is written again.
fn check<T: Record + PartialEq + std::fmt::Debug>(part: Part, bytes: &[u8]) {
    let Ok(chunk) = Records::<T>::open(part, PRINT, bytes) else { return };
    let records: Vec<T> = chunk.numbers().filter_map(|number| chunk.get(number)).collect();
    let written = encode_chunk(part, PRINT, &records.iter().collect::<Vec<_>>());
    let again = Records::<T>::open(part, PRINT, &written).unwrap();
    for record in records {
        assert_eq!(again.get(record.number()), Some(record));
    }
}

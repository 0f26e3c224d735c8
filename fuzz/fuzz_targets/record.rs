//! Small records: both slots of one, and the forms in them.
#![no_main]

use arbitrary::Arbitrary;
use invigil_engine::store::v1::{ResultV1, SettingsV1, SittingV1};
use invigil_engine::store::{Json, choose, encode};
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Input<'a> {
    slots: [Option<&'a str>; 2],
    framed: Option<(u64, &'a str)>,
}

fn check<T: Json + PartialEq + std::fmt::Debug>(text: &str) {
    if let Some(read) = T::parse_json(text) {
        assert_eq!(T::parse_json(&read.to_json()).as_ref(), Some(&read), "{text}");
    }
}

fuzz_target!(|input: Input<'_>| {
    let framed = input.framed.map(|(sequence, content)| encode(sequence, content));
    let slots = [framed.as_deref().or(input.slots[0]), input.slots[1]];
    let found = choose(slots);
    for content in found.content.map(|(_, content)| content).into_iter().chain(found.older) {
        check::<SettingsV1>(&content);
        check::<Vec<ResultV1>>(&content);
        check::<SittingV1>(&content);
    }
});

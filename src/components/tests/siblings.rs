//! Yew 0.23.0 panics when siblings come and go around a component that renders nothing (issue 4092 of Yew).
//! Our elements keep an empty place instead; these tests hold them to it.

use crate::components::{El, el};
use crate::testing::Place;
use wasm_bindgen_test::wasm_bindgen_test;

const PLACES: [&str; 3] = ["a", "b", "c"];

/// Three places, each filled as its bit says, with fixed words between and around.
fn filled(bits: u8) -> El {
    let part = |place: usize| (bits & (1 << place) != 0).then(|| el("i").text(PLACES[place]));
    el("div").add_if(part(0)).add_if(part(1)).list(Vec::new()).add_if(part(2))
}

fn words(bits: u8) -> String {
    (0..PLACES.len()).filter(|place| bits & (1 << place) != 0).map(|place| PLACES[place]).collect()
}

#[wasm_bindgen_test]
async fn siblings_come_and_go_around_empty_places() {
    for from in 0..8 {
        for to in 0..8 {
            let place = Place::of(filled(from)).await;
            assert_eq!(place.words(), words(from));
            place.show(filled(to)).await;
            assert_eq!(place.words(), words(to), "{from:03b} to {to:03b}");
            place.show(filled(from)).await;
            assert_eq!(place.words(), words(from), "{to:03b} back to {from:03b}");
        }
    }
}

/// The element of a part that is there before and after.
fn part(place: &Place, word: &str) -> web_sys::Element {
    let found = place
        .all::<web_sys::Element>("i")
        .into_iter()
        .find(|part| part.text_content().as_deref() == Some(word));
    found.unwrap()
}

#[wasm_bindgen_test]
async fn a_part_that_stays_keeps_its_element_whatever_comes_and_goes_around_it() {
    for (at, word) in PLACES.into_iter().enumerate() {
        let with = (0..8).filter(|bits| bits & (1 << at) != 0);
        for (from, to) in with.clone().flat_map(|from| with.clone().map(move |to| (from, to))) {
            let place = Place::of(filled(from)).await;
            let before = part(&place, word);
            place.show(filled(to)).await;
            assert_eq!(part(&place, word), before, "{word}: {from:03b} to {to:03b}");
        }
    }
}

#[wasm_bindgen_test]
async fn lists_grow_and_shrink_to_nothing_between_siblings() {
    let list = |count: usize| {
        let items = (0..count).map(|at| el("i").key(&at.to_string()).words(at.to_string())).collect();
        el("div").add(el("b").text("<")).list(items).add(el("b").text(">"))
    };
    let place = Place::of(list(0)).await;
    for count in [0, 1, 0, 3, 2, 0, 0, 4] {
        place.show(list(count)).await;
        let inside: String = (0..count).map(|at| at.to_string()).collect();
        assert_eq!(place.words(), format!("<{inside}>"));
    }
}

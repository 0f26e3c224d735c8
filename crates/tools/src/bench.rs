//! Parts of the reckoning by themselves, for `cargo xtask bench`: only with the feature `bench`, and in no release.

use super::held;
use invigil_engine::exposure::Exposures;
use invigil_engine::packed::Packed as _;
use invigil_engine::store::history::read_exposures;
use invigil_engine::study::{Card, StudyInput};
use invigil_engine::time::{Date, UnixMillis};
use invigil_study::readiness::readiness;
use invigil_study::schedule::{cards, due};
use std::cell::RefCell;

thread_local! {
    static GIVEN: RefCell<Option<(StudyInput, Exposures)>> = const { RefCell::new(None) };
    static CARDS: RefCell<Vec<Card>> = const { RefCell::new(Vec::new()) };
}

/// Takes in what [`super::reserve`] made room for, a [`StudyInput`]; tells how many answers it has.
#[expect(unsafe_code, reason = "a fixed name of an export; no other function of this module has it")]
#[unsafe(no_mangle)]
pub extern "C" fn give() -> usize {
    let Some(input) = StudyInput::from_bytes(&held()) else { return 0 };
    let (history, _) = read_exposures(&input.history);
    let answers = history.reviews.len();
    GIVEN.set(Some((input, history)));
    answers
}

/// Reckons readiness; tells how many first answers count.
#[expect(unsafe_code, reason = "a fixed name of an export; no other function of this module has it")]
#[unsafe(no_mangle)]
pub extern "C" fn reckon_readiness() -> u32 {
    GIVEN.with_borrow(|given| {
        given.as_ref().map_or(0, |(input, history)| readiness(&input.index, input.guide, history).fresh)
    })
}

/// Makes the cards of all answers; tells how many they are.
#[expect(unsafe_code, reason = "a fixed name of an export; no other function of this module has it")]
#[unsafe(no_mangle)]
pub extern "C" fn reckon_cards() -> usize {
    GIVEN.with_borrow(|given| {
        let Some((input, history)) = given else { return 0 };
        let cards = cards(&input.index, history, today(input), input.offset, input.exam);
        CARDS.replace(cards);
        CARDS.with_borrow(Vec::len)
    })
}

/// Says which questions of those cards are asked today; tells how many they are.
#[expect(unsafe_code, reason = "a fixed name of an export; no other function of this module has it")]
#[unsafe(no_mangle)]
pub extern "C" fn reckon_due() -> usize {
    GIVEN.with_borrow(|given| {
        let Some((input, history)) = given else { return 0 };
        CARDS.with_borrow(|cards| due(&input.index, input.guide, history, cards, today(input)).len())
    })
}

fn today(input: &StudyInput) -> i64 {
    Date::at(UnixMillis(input.now), input.offset).days()
}

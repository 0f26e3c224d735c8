//! The page of the keys, and the help beside a question: what they name, and what a press sends.

use super::{help, keys};
use crate::testing::{Place, nobody, press, recorder};
use crate::text;
use invigil_engine::app::{Event, KeyChange};
use invigil_engine::keys::{Command, KeyFault, KeyMap};
use invigil_engine::view::KeysView;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

fn view(keys: &str, change: KeyChange) -> KeysView {
    KeysView { keys: KeyMap::parse(keys), off: false, change }
}

fn words(place: &Place, selector: &str) -> Vec<String> {
    place.all::<Element>(selector).iter().map(|shown| shown.text_content().unwrap()).collect()
}

#[wasm_bindgen_test]
async fn every_key_is_named_as_it_is_now_on_the_page_and_in_the_help() {
    for changed in ["", "next=j", "next=f"] {
        let map = KeyMap::parse(changed);
        let named: Vec<String> = std::iter::once(text::KEYS_DIGITS.to_owned())
            .chain(map.rows().map(|(_, key)| key.map_or(text::KEY_NONE.to_owned(), String::from)))
            .collect();
        let page = Place::of(keys(&view(changed, KeyChange::None), &nobody())).await;
        assert_eq!(words(&page, ".key-rows kbd"), named);
        let beside = Place::of(help(Some(map))).await;
        let helped: Vec<String> = named.into_iter().filter(|key| key != text::KEY_NONE).collect();
        assert_eq!(words(&beside, ".keys kbd"), helped);
        let reset = page.one::<HtmlElement>("p > button");
        assert_eq!(reset.has_attribute("disabled"), changed.is_empty());
    }
    let off = Place::of(help(None)).await;
    assert!(off.words().contains(text::KEYS_ARE_OFF));
}

#[wasm_bindgen_test]
async fn the_button_that_waits_hears_every_key_and_lets_tab_go_on() {
    let (dispatch, told) = recorder();
    let place = Place::of(keys(&view("", KeyChange::None), &dispatch)).await;
    place.all::<HtmlElement>(".key-rows button")[2].click();
    assert_eq!(told.borrow_mut().pop(), Some(Event::KeyWanted(Some(Command::Flag))));
    press(&place.all::<Element>(".key-rows button")[2], "g", &[]);
    assert_eq!(told.borrow_mut().pop(), None, "nothing waits yet");

    place.show(keys(&view("", KeyChange::Wanted(Command::Flag)), &dispatch)).await;
    let waiting = place.one::<HtmlElement>("button[aria-pressed=true]");
    for (key, modifiers, expected) in [
        ("g", &[][..], Event::KeyGiven("g".to_owned())),
        ("Enter", &[], Event::KeyGiven("Enter".to_owned())),
        ("Tab", &[], Event::KeyGiven("Tab".to_owned())),
        ("r", &["ctrl"], Event::KeyGiven("Control".to_owned())),
        ("Escape", &[], Event::KeyWanted(None)),
    ] {
        press(&waiting, key, modifiers);
        assert_eq!(told.borrow_mut().pop(), Some(expected), "{key}");
    }
}

#[wasm_bindgen_test]
async fn what_came_of_a_change_is_said_in_words() {
    for (change, said) in [
        (KeyChange::None, ""),
        (KeyChange::Wanted(Command::Next), "Press a key for “Next question”. Escape leaves it as it is."),
        (
            KeyChange::Refused(Command::Next, KeyFault::Taken(Command::Time)),
            "That key is taken by “Tell the time left”. Give that one another key first. Press another for “Next question”, or Escape.",
        ),
        (
            KeyChange::Left(KeyFault::Moves),
            "That key moves on the page and presses its buttons, so it stays as it is.",
        ),
        (KeyChange::Done(Command::Next, 'j'), "“Next question” is on j now."),
        (KeyChange::Reset, "All keys are as on the first day."),
    ] {
        let place = Place::of(keys(&view("", change), &nobody())).await;
        assert_eq!(words(&place, "[role=status]"), [said]);
    }
}

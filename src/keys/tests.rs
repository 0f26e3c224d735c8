//! The keys, as presses in a document; and that the help names those that act.

use super::{Key, event, pressed};
use crate::app::Dispatch;
use crate::components::{El, div, el};
use crate::pages::tests::{Card, sitting_of};
use crate::testing::{Place, press};
use crate::text::KEYS;
use gloo::events::EventListener;
use invigil_engine::app::{Dialog, Event};
use invigil_engine::ids::{OptionId, Position};
use invigil_engine::view::{FrameView, PageView, View, Work};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, KeyboardEvent};

/// What a press on an element means to the app, which listens at the document.
fn meaning(target: &Element, key: &str, modifiers: &[&str]) -> Option<Key> {
    let meant = Rc::new(Cell::new(None));
    let keeping = Rc::clone(&meant);
    let document = web_sys::window().unwrap().document().unwrap();
    let _listener = EventListener::new(&document, "keydown", move |event| {
        keeping.set(Some(event.dyn_ref::<KeyboardEvent>().and_then(pressed)));
    });
    press(target, key, modifiers);
    meant.get().expect("the press reaches the document")
}

/// A place with everything that a key may be pressed in.
async fn places() -> Place {
    let field = |kind: &'static str| el("input").attr("type", kind).attr("id", kind);
    let dialog = div("dialog", "dialog").attr("open", "").add(el("button").attr("id", "in-dialog"));
    let free = el("div").attr("contenteditable", "true").add(el("b").attr("id", "in-editable"));
    Place::of(
        el("div")
            .list(["text", "search", "date", "number", "file", "radio", "checkbox"].map(field).into())
            .add(el("textarea").attr("id", "textarea"))
            .add(el("select").attr("id", "select"))
            .add(el("button").attr("id", "button"))
            .add(el("p").attr("id", "paragraph"))
            .add(free)
            .add(dialog),
    )
    .await
}

#[wasm_bindgen_test]
async fn a_key_means_nothing_where_it_is_typed() {
    let place = places().await;
    let check = |id: &str, acts: bool| {
        let target = place.one::<Element>(&format!("#{id}"));
        assert_eq!(meaning(&target, "n", &[]), acts.then_some(Key::Next), "{id}");
        assert_eq!(meaning(&target, "1", &[]), acts.then_some(Key::Option(0)), "{id}");
    };
    for typed_in in
        ["text", "search", "date", "number", "file", "textarea", "select", "in-editable", "in-dialog"]
    {
        check(typed_in, false);
    }
    for free in ["radio", "checkbox", "button", "paragraph"] {
        check(free, true);
    }
}

#[wasm_bindgen_test]
async fn a_key_with_a_modifier_is_the_browsers() {
    let place = Place::of(el("p")).await;
    let target = place.one("p");
    for modifiers in [&["ctrl"][..], &["alt"], &["meta"], &["composing"], &["repeat"], &["ctrl", "shift"]] {
        for key in ["n", "p", "f", "r", "1"] {
            assert_eq!(meaning(&target, key, modifiers), None, "{modifiers:?} {key}");
        }
    }
    assert_eq!(meaning(&target, "N", &["shift"]), Some(Key::Next), "a capital is the same key");
}

/// The keys that a row of the help names.
fn named(row: &str) -> Vec<String> {
    match row.split_once(" … ") {
        Some((from, to)) => {
            let (from, to): (u32, u32) = (from.parse().unwrap(), to.parse().unwrap());
            (from..=to).map(|digit| digit.to_string()).collect()
        }
        None => vec![row.to_owned()],
    }
}

#[wasm_bindgen_test]
async fn the_help_names_the_keys_that_act_and_no_other() {
    let place = Place::of(el("p")).await;
    let target = place.one("p");
    let helped: Vec<String> = KEYS.iter().flat_map(|(row, _)| named(row)).collect();
    for sign in ' '..='~' {
        let sign = sign.to_string();
        let acts = meaning(&target, &sign, &[]).is_some();
        assert_eq!(acts, helped.contains(&sign.to_ascii_lowercase()), "{sign:?}");
    }
    for key in ["Enter", "Tab", "Escape", "ArrowDown", "ArrowRight", "F1", "Dead", "Process", "", "١"] {
        assert_eq!(meaning(&target, key, &[]), None, "{key}");
    }
    for (place, digit) in ["1", "2", "3", "4", "5", "6"].into_iter().enumerate() {
        assert_eq!(meaning(&target, digit, &[]), Some(Key::Option(place)));
    }
}

fn view(page: PageView) -> View {
    let frame =
        FrameView { notices: Rc::default(), dialog: None, update: false, work: Work::Timed, keys_off: false };
    View { page, frame }
}

fn at(position: u16, of: u32) -> View {
    view(sitting_of(&Card { position, of, ..Card::default() }))
}

#[wasm_bindgen_test]
fn a_key_at_a_question_does_what_its_button_does() {
    let opened = |place| Some(Event::QuestionOpened(Position(place)));
    for (position, key, expected) in [
        (0, Key::Next, opened(1)),
        (0, Key::Previous, None),
        (1, Key::Next, opened(2)),
        (1, Key::Previous, opened(0)),
        (2, Key::Next, Some(Event::ReviewOpened)),
        (2, Key::Previous, opened(1)),
        (1, Key::Flag, Some(Event::FlagToggled)),
        (1, Key::Review, Some(Event::ReviewOpened)),
    ] {
        assert_eq!(event(key, &at(position, 3)), expected, "{key:?} at {position}");
    }
}

#[wasm_bindgen_test]
fn a_digit_chooses_by_the_place_on_the_page() {
    let page = sitting_of(&Card { order: "cadb", ..Card::default() });
    for (place, letter) in "cadb".chars().enumerate() {
        let chosen = Event::OptionChosen(OptionId::from_letter(letter).unwrap());
        assert_eq!(event(Key::Option(place), &view(page.clone())), Some(chosen));
    }
    assert_eq!(event(Key::Option(4), &view(page.clone())), None, "there are four options");
    assert_eq!(event(Key::Option(5), &view(page)), None);
}

#[wasm_bindgen_test]
fn keys_do_nothing_in_a_dialog_when_turned_off_and_on_other_pages() {
    let all = [Key::Option(0), Key::Next, Key::Previous, Key::Flag, Key::Review];
    let with = |change: fn(&mut View)| {
        let mut view = at(1, 3);
        change(&mut view);
        view
    };
    let silent = [
        with(|view| view.frame.dialog = Some(Dialog::Submit)),
        with(|view| view.frame.dialog = Some(Dialog::Erase)),
        with(|view| view.frame.keys_off = true),
        with(|view| view.page = PageView::Waiting),
        with(|view| view.page = PageView::NoAttempt),
    ];
    for view in &silent {
        for key in all {
            assert_eq!(event(key, view), None, "{key:?}");
        }
    }
    for key in all {
        assert!(event(key, &at(1, 3)).is_some(), "{key:?} acts otherwise");
    }
}

#[wasm_bindgen_test]
async fn the_help_on_the_page_is_the_table() {
    let dispatch: Dispatch = crate::testing::nobody();
    let page: El = crate::pages::page_of(&sitting_of(&Card::default()), &dispatch);
    let place = Place::of(page).await;
    let words = |selector: &str| -> Vec<String> {
        place.all::<Element>(selector).iter().map(|shown| shown.text_content().unwrap()).collect()
    };
    let rows: Vec<(String, String)> = words(".keys kbd").into_iter().zip(words(".keys dd")).collect();
    let table: Vec<(String, String)> = KEYS.map(|(key, act)| (key.to_owned(), act.to_owned())).into();
    assert_eq!(rows, table);
}

//! The choices of the look: which are on, and what each sends.

use super::{choices, fold};
use crate::components::el;
use crate::testing::{Place, nobody, recorder};
use invigil_engine::app::Event;
use invigil_engine::look::{Look, LookChange, Size, Switch};
use invigil_engine::store::v1::Theme;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlInputElement};

#[wasm_bindgen_test]
async fn each_row_says_whether_it_is_on_and_sends_the_change() {
    let look = Look::parse("size-130 contrast");
    let (dispatch, told) = recorder();
    let place = Place::of(el("div").list(choices(Theme::Dark, look, &dispatch))).await;
    assert_eq!(place.checked(), [2, 5, 8], "dark, 130 percent, high contrast");
    let fields = place.all::<HtmlInputElement>("input");
    let changes = [
        (1, Event::ThemeChosen(Theme::Light)),
        (6, Event::LookChanged(LookChange::Size(Size::Largest))),
        (7, Event::LookChanged(LookChange::Switch(Switch::Wide, true))),
        (8, Event::LookChanged(LookChange::Switch(Switch::Contrast, false))),
        (9, Event::LookChanged(LookChange::Switch(Switch::Plain, true))),
        (10, Event::LookChanged(LookChange::Switch(Switch::ClockHidden, true))),
    ];
    for (at, expected) in changes {
        fields[at].click();
        assert_eq!(told.borrow_mut().pop(), Some(expected));
    }
    assert_eq!(place.all::<Element>("fieldset > legend").len(), 3);
}

#[wasm_bindgen_test]
async fn the_fold_beside_a_question_holds_the_choices_while_it_is_open() {
    let closed = Place::of(fold(None, &nobody())).await;
    assert!(closed.all::<HtmlInputElement>("input").is_empty());
    let open = Place::of(fold(Some((Theme::Auto, Look::default())), &nobody())).await;
    assert_eq!(open.checked(), [0, 3]);
}

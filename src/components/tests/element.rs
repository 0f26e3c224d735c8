//! The builder: what is said by calls stands in the document, and listeners fire.

use crate::components::{Choice, El, button_if, div, el, field_of};
use crate::testing::{Place, nobody, recorder, tell};
use invigil_engine::app::Event;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

#[wasm_bindgen_test]
async fn what_is_said_stands_in_the_document() {
    for (made, markup) in [
        (el("p"), "<p></p>"),
        (div("p", "small"), "<p class=\"small\"></p>"),
        (
            el("p").attr("id", "x").set("title", "a \"b\" <c>".to_owned()),
            "<p id=\"x\" title=\"a &quot;b&quot; &lt;c&gt;\"></p>",
        ),
        (el("p").attr_if(true, "lang", "en").attr_if(false, "dir", "rtl"), "<p lang=\"en\"></p>"),
        (el("p").hidden(true), "<p hidden=\"\"></p>"),
        (el("p").hidden(false), "<p></p>"),
        (el("p").text("a").words("b".to_owned()).add(el("b").text("c")), "<p>ab<b>c</b></p>"),
        (el("p").add_if(None).add_if(Some(el("i"))).add_if(None), "<p><i></i></p>"),
        (el("ul").list(vec![el("li").text("1"), el("li").text("2")]), "<ul><li>1</li><li>2</li></ul>"),
        (el("ul").list(Vec::new()), "<ul></ul>"),
        (el("p").text("<img src=x onerror=alert(1)>"), "<p>&lt;img src=x onerror=alert(1)&gt;</p>"),
    ] {
        let place = Place::of(made).await;
        let shown: Element = place.one(":scope > *");
        // Attributes come in no set order.
        assert_eq!(sorted(&shown.outer_html()), sorted(markup), "{}", shown.outer_html());
    }
}

/// The pieces of a markup in order of the alphabet.
fn sorted(markup: &str) -> Vec<&str> {
    let mut pieces: Vec<&str> = markup.split([' ', '>']).collect();
    pieces.sort_unstable();
    pieces
}

#[wasm_bindgen_test]
async fn an_attribute_changes_comes_and_goes_with_the_view() {
    let place = Place::of(el("p").attr("title", "one").hidden(true)).await;
    let shown: Element = place.one("p");
    place.show(el("p").attr("title", "two")).await;
    assert_eq!(place.one::<Element>("p"), shown, "the same element goes on");
    assert_eq!(shown.get_attribute("title").as_deref(), Some("two"));
    assert!(!shown.has_attribute("hidden"));
    place.show(el("p")).await;
    assert!(!shown.has_attribute("title"));
}

#[wasm_bindgen_test]
async fn a_svg_is_drawn_as_one() {
    let place =
        Place::of(div("svg", "icon").attr("viewBox", "0 0 8 8").add(el("path").attr("d", "M0 0h8"))).await;
    for selector in ["svg", "path"] {
        let namespace = place.one::<Element>(selector).namespace_uri();
        assert_eq!(namespace.as_deref(), Some("http://www.w3.org/2000/svg"), "{selector}");
    }
    assert!(place.one::<Element>("svg").has_attribute("viewBox"));
}

#[wasm_bindgen_test]
async fn fields_hold_what_the_view_says() {
    let text = |value: &str| el("input").attr("type", "text").value(value.to_owned());
    let place = Place::of(text("one")).await;
    let field: HtmlInputElement = place.one("input");
    assert_eq!(field.value(), "one");
    field.set_value("typed");
    place.show(text("two")).await;
    assert_eq!(field.value(), "two");

    let tick = |checked| el("input").attr("type", "checkbox").checked(checked);
    let place = Place::of(tick(true)).await;
    assert_eq!(place.checked(), [0]);
    place.show(tick(false)).await;
    assert_eq!(place.checked(), [] as [usize; 0]);
    place.show(tick(true)).await;
    assert_eq!(place.checked(), [0]);
}

#[wasm_bindgen_test]
async fn elements_with_keys_keep_their_identity_when_they_move() {
    let list = |keys: &[&str]| {
        el("ol").list(keys.iter().map(|key| el("li").key(key).words((*key).to_owned())).collect())
    };
    let place = Place::of(list(&["a", "b", "c"])).await;
    let before: Vec<Element> = place.all("li");
    place.show(list(&["c", "a", "x", "b"])).await;
    let after: Vec<Element> = place.all("li");
    assert_eq!(place.words(), "caxb");
    assert_eq!(after[0], before[2]);
    assert_eq!(after[1], before[0]);
    assert_eq!(after[3], before[1]);
    // Another key is another element, even in the same place.
    place.show(list(&["y"])).await;
    assert!(!after.contains(&place.one("li")));
}

#[wasm_bindgen_test]
async fn a_reference_leads_to_the_element() {
    let place_of = NodeRef::default();
    let place = Place::of(el("div").add(el("dialog").refer(&place_of))).await;
    assert_eq!(place_of.cast::<Element>(), Some(place.one("dialog")));
}

#[wasm_bindgen_test]
async fn listeners_send_their_event_each_time() {
    type Made = fn(El, &crate::app::Dispatch) -> El;
    let cases: [(&'static str, &str, bool, Made); 3] = [
        ("button", "click", true, |made, dispatch| made.on_click(dispatch, Event::FlagToggled)),
        ("input", "change", true, |made, dispatch| made.on_change(dispatch, Event::FlagToggled)),
        ("dialog", "cancel", false, |made, dispatch| made.on_cancel(dispatch, Event::FlagToggled)),
    ];
    for (name, event, bubbles, listen) in cases {
        let (dispatch, told) = recorder();
        let place = Place::of(el("div").add(listen(el(name), &dispatch))).await;
        let target: Element = place.one(name);
        tell(&target, event, bubbles);
        tell(&target, event, bubbles);
        tell(&target, "keyup", true);
        assert_eq!(told.take(), [Event::FlagToggled, Event::FlagToggled], "{event} at {name}");
        place.show(el("div").add(el(name))).await;
        tell(&place.one(name), event, bubbles);
        assert_eq!(told.take(), [], "a listener that the view no longer names is gone");
    }
}

#[wasm_bindgen_test]
async fn acts_are_done_with_their_event() {
    let said = Rc::new(RefCell::new(Vec::new()));
    let say = |what: &'static str| {
        let said = Rc::clone(&said);
        move |word: Option<String>| said.borrow_mut().push((what, word))
    };
    let (click, change, typed, toggled, submitted) =
        (say("click"), say("change"), say("typed"), say("toggled"), say("submitted"));
    let value = |event: &web_sys::Event| field_of(event).map(|field| field.value());
    let place = Place::of(
        el("div")
            .add(el("b").click(Callback::from(move |_: MouseEvent| click(None))))
            .add(
                el("input")
                    .attr("class", "changed")
                    .value("1".to_owned())
                    .change(Callback::from(move |event: web_sys::Event| change(value(&event)))),
            )
            .add(
                el("input")
                    .attr("class", "typed")
                    .value("2".to_owned())
                    .typed(Callback::from(move |event: InputEvent| typed(value(&event)))),
            )
            .add(el("details").toggled(Callback::from(move |_: web_sys::Event| toggled(None))))
            .add(el("form").submitted(Callback::from(move |event: SubmitEvent| {
                event.prevent_default();
                submitted(None);
            }))),
    )
    .await;
    place.one::<HtmlElement>("b").click();
    tell(&place.one(".changed"), "change", true);
    let init = web_sys::InputEventInit::new();
    init.set_bubbles(true);
    let input = web_sys::InputEvent::new_with_event_init_dict("input", &init).unwrap();
    place.one::<Element>(".typed").dispatch_event(&input).unwrap();
    tell(&place.one("details"), "toggle", false);
    place.one::<web_sys::HtmlFormElement>("form").request_submit().unwrap();
    let word = |word: &str| Some(word.to_owned());
    let expected = [
        ("click", None),
        ("change", word("1")),
        ("typed", word("2")),
        ("toggled", None),
        ("submitted", None),
    ];
    assert_eq!(said.take(), expected);
}

#[wasm_bindgen_test]
async fn a_button_that_cannot_be_pressed_sends_nothing() {
    for enabled in [true, false] {
        let (dispatch, told) = recorder();
        let made = button_if(&dispatch, Event::ReviewOpened, "button", "Review", enabled);
        let place = Place::of(made).await;
        let button: HtmlElement = place.one("button[type=button]");
        assert_eq!(button.text_content().as_deref(), Some("Review"));
        button.click();
        assert_eq!(told.take().len(), usize::from(enabled));
    }
}

#[wasm_bindgen_test]
async fn the_whole_row_of_a_choice_chooses() {
    for (kind, checked) in [("radio", false), ("checkbox", false), ("checkbox", true)] {
        let (dispatch, told) = recorder();
        let label = "All topics".to_owned();
        let choice =
            Choice { kind, name: "topics", label, hint: "40".to_owned(), checked, event: Event::SubmitAsked };
        let place = Place::of(choice.row(&dispatch)).await;
        let field: HtmlInputElement = place.one("label > input");
        assert_eq!((field.type_(), field.name(), field.checked()), (kind.into(), "topics".into(), checked));
        assert_eq!(place.words(), "All topics40");
        place.click(".choice-hint");
        assert_eq!(told.take(), [Event::SubmitAsked], "{kind}");
    }
    let choice = |name, event| Choice {
        kind: "radio",
        name,
        label: name.into(),
        hint: String::new(),
        checked: false,
        event,
    };
    let place = Place::of(choice("time", Event::Ticked).row(&nobody())).await;
    place.one::<HtmlInputElement>("input").set_checked(true);
    place.show(choice("length", Event::Ticked).row(&nobody())).await;
    assert_eq!(place.checked(), [] as [usize; 0], "another row takes over no mark");
}

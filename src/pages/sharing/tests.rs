//! What the pages of sharing send, and that what somebody else wrote is text.

use super::{desk, own, send_part};
use crate::testing::{Place, nobody, recorder, tell};
use invigil_engine::app::{Event, Made, Qr, QrState, SharingEvent};
use invigil_engine::rich_text::RichText;
use invigil_engine::share::draft::{Draft, DraftOption, DraftQuestion, Finding, FindingKind, Format};
use invigil_engine::share::paper::PaperOrder;
use invigil_engine::view::{Address, DeskView, SendView};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

fn address(qr: Option<QrState>) -> Address {
    Address { route: "#/result/a1dAAAAAAAA".to_owned(), qr }
}

#[wasm_bindgen_test]
async fn a_result_is_sent_under_a_name_and_its_address_can_be_copied_and_drawn() {
    let (dispatch, told) = recorder();
    let view = SendView { name: "Ada".to_owned(), made: None, address: None };
    let place = Place::of(send_part(&view, &dispatch)).await;
    let field = place.one::<HtmlInputElement>("input");
    assert_eq!(field.value(), "Ada");
    field.set_value("Grace");
    tell(&field, "input", true);
    assert_eq!(told.borrow_mut().pop(), Some(Event::Sharing(SharingEvent::NameTyped("Grace".to_owned()))));
    place.click("button");
    assert_eq!(told.borrow_mut().pop(), Some(Event::Sharing(SharingEvent::HandAsked)));

    // Two rows of a code: light, dark, light; and all dark.
    let code = Qr { side: 3, rows: vec![vec![1, 1, 1], vec![0, 3]], length: 9 };
    let made = Some(Made::Here("a1dAAAAAAAA".to_owned()));
    let address = Some(address(Some(QrState::Here(code))));
    let view = SendView { made, address, ..view };
    place.show(send_part(&view, &dispatch)).await;
    let path = place.one::<Element>("svg path").get_attribute("d").unwrap();
    assert_eq!(path, "M5 4h1v1h-1zM4 5h3v1h-3z");
    assert_eq!(place.one::<Element>("svg").get_attribute("viewBox").unwrap(), "0 0 11 11");
    assert!(place.one::<HtmlInputElement>("input.address").value().ends_with("#/result/a1dAAAAAAAA"));
    place.all::<HtmlElement>(".row button")[0].click();
    let route = "#/result/a1dAAAAAAAA".to_owned();
    assert_eq!(told.borrow_mut().pop(), Some(Event::Sharing(SharingEvent::CopyAsked(route))));
}

#[wasm_bindgen_test]
async fn words_of_a_sender_are_text() {
    let place = Place::of(own::words("<b>Week</b>", "<img src=x>")).await;
    assert!(place.words().contains("<b>Week</b>") && place.words().contains("<img src=x>"));
    assert!(place.all::<Element>("b, img").is_empty());
    let none = Place::of(own::words("", "")).await;
    assert!(none.one::<Element>("figure").has_attribute("hidden"));
}

fn question(findings: Vec<Finding>) -> DraftQuestion {
    let option = |words: &str, correct| DraftOption {
        text: RichText::plain(words),
        correct,
        reason: RichText::default(),
    };
    DraftQuestion {
        line: 3,
        lines: 2,
        stem: RichText::plain("Which?"),
        options: vec![option("this", true), option("that", false)],
        findings,
        ..DraftQuestion::default()
    }
}

#[wasm_bindgen_test]
async fn what_is_typed_is_sent_and_a_question_leads_to_its_lines() {
    let (dispatch, told) = recorder();
    let finding = Finding { kind: FindingKind::NoKey, line: 4, about: "that".to_owned() };
    let draft = Draft {
        format: Format::Markdown,
        title: String::new(),
        questions: vec![question(Vec::new()), question(vec![finding])],
        findings: Vec::new(),
    };
    let text = "one\n\n### three\nfour\nfive".to_owned();
    let view = DeskView {
        order: PaperOrder { text, ..PaperOrder::default() },
        edition: 1,
        draft: Some(Rc::new(draft)),
        made: None,
        addresses: None,
        twin: None,
        failed: false,
    };
    let place = Place::of(desk::desk(&view, &dispatch)).await;
    assert_eq!(place.all::<Element>(".preview-one").len(), 2);
    assert_eq!(place.all::<Element>(".preview-bad").len(), 1);
    place.all::<HtmlElement>(".preview-head button")[0].click();
    let field = place.one::<HtmlTextAreaElement>("textarea");
    let selected = (field.selection_start().unwrap(), field.selection_end().unwrap());
    assert_eq!(selected, (Some(5), Some(19)), "the lines of the question");
    field.set_value("new");
    tell(&field, "input", true);
    assert_eq!(told.borrow_mut().pop(), Some(Event::Sharing(SharingEvent::Written("new".to_owned()))));
    // What is typed is never written over by what is shown.
    place.show(desk::desk(&view, &nobody())).await;
    assert_eq!(place.one::<HtmlTextAreaElement>("textarea").value(), "new");
}

//! The candidate's tools on the page of a question.

use crate::pages::page_of;
use crate::pages::tests::{Card, sitting_of};
use crate::testing::{Place, nobody, recorder, tell};
use invigil_engine::app::{Event, ToolUse};
use invigil_engine::ids::{OptionId, OptionSet, Position};
use invigil_engine::rich_text::{Block, RichText, Span, Style, Token, TokenKind};
use invigil_engine::sitting::{Confidence, SentenceSet};
use invigil_engine::view::{PageView, SittingView, ToolsView};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlDetailsElement, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

const OPEN: ToolsView = ToolsView { open: true, highlighting: false, notes_full: false };
const HIGHLIGHTING: ToolsView = ToolsView { open: false, highlighting: true, notes_full: false };

/// The page of a question, made other than usual.
fn page(change: impl FnOnce(&mut SittingView)) -> PageView {
    let PageView::Sitting(view) = sitting_of(&Card::default()) else { panic!("a question") };
    let mut view = Rc::unwrap_or_clone(view);
    change(&mut view);
    PageView::Sitting(Rc::new(view))
}

fn marked(change: impl FnOnce(&mut invigil_engine::sitting::Marks)) -> PageView {
    page(|view| change(&mut Rc::make_mut(&mut view.question).marks))
}

/// A stem of every block, with eight sentences.
fn stem() -> RichText {
    let span = |text: &str, style| Span { text: text.to_owned(), style };
    let line = |text: &str| vec![span(text, Style::Plain)];
    RichText(vec![
        Block::Paragraph(vec![
            span("One ", Style::Plain),
            span("strong. Two", Style::Strong),
            span(" has code. ", Style::Plain),
            span("x.y", Style::Code),
            span(" is three.", Style::Plain),
        ]),
        Block::List { ordered: false, items: vec![line("Four."), line("Five. Still five.")] },
        Block::Code {
            language: "json".to_owned(),
            tokens: vec![Token { kind: TokenKind::Plain, text: "{}. Six".to_owned() }],
        },
        Block::Table {
            header: vec![line("Seven"), line("also seven")],
            rows: vec![vec![line("Eight"), line("eight")]],
        },
    ])
}

fn with_stem(marks: u64, tools: ToolsView) -> PageView {
    page(|view| {
        view.tools = tools;
        let question = Rc::make_mut(&mut view.question);
        question.marks.highlights = SentenceSet(marks);
        Rc::make_mut(&mut question.item).question.stem = stem();
    })
}

#[wasm_bindgen_test]
async fn each_sentence_that_the_engine_counts_has_a_box_of_its_own() {
    let (dispatch, told) = recorder();
    let place = Place::of(page_of(&with_stem(0b1000_0010, HIGHLIGHTING), &dispatch)).await;
    let boxes = place.all::<HtmlInputElement>("#stem input");
    assert_eq!(boxes.len(), stem().sentences());
    for (at, field) in boxes.iter().enumerate() {
        let marked = at == 1 || at == 7;
        assert_eq!(field.checked(), marked, "{at}");
        field.click();
        assert_eq!(field.checked(), marked, "the engine decides");
        assert_eq!(told.borrow_mut().pop(), Some(Event::ToolUsed(ToolUse::Highlighted(at))));
    }
    let words: Vec<_> =
        place.all::<Element>("#stem .sentence").iter().map(|one| one.text_content().unwrap()).collect();
    assert_eq!(
        words,
        [
            "One strong.",
            "Two has code.",
            "x.y is three.",
            "Four.",
            "Five. Still five.",
            "{}. Six",
            "Seven",
            "Eight"
        ]
    );
}

#[wasm_bindgen_test]
async fn out_of_the_mode_the_stem_is_text_with_marks() {
    let place = Place::of(page_of(&with_stem(0b1010_0010, ToolsView::default()), &nobody())).await;
    let marks: Vec<_> =
        place.all::<Element>("#stem mark").iter().map(|one| one.text_content().unwrap()).collect();
    assert_eq!(marks, ["Two has code.", "{}. Six", "Eight", "eight"], "a row in all of its cells");
    assert!(place.all::<Element>("#stem input").is_empty());
    let words = |place: &Place| {
        let words = place.one::<Element>("#stem").text_content().unwrap();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let before = words(&place);
    place.show(page_of(&with_stem(0, ToolsView::default()), &nobody())).await;
    assert!(place.all::<Element>("#stem mark").is_empty());
    assert_eq!(words(&place), before, "the same words");
}

#[wasm_bindgen_test]
async fn a_strike_says_what_it_is_and_chooses_nothing() {
    let (dispatch, told) = recorder();
    let view = page(|view| {
        let question = Rc::make_mut(&mut view.question);
        question.marks.struck = OptionSet::from_letters("c").unwrap();
        question.chosen = OptionSet::from_letters("a").unwrap();
    });
    let place = Place::of(page_of(&view, &dispatch)).await;
    let buttons = place.all::<HtmlElement>(".strike");
    let state = |at: usize| buttons[at].get_attribute("aria-pressed").unwrap();
    assert_eq!([0, 1, 2, 3].map(state), ["false", "false", "true", "false"]);
    assert_eq!(buttons[1].get_attribute("aria-label").as_deref(), Some("Strike out option B"));
    assert!(
        buttons[0].has_attribute("disabled") && !buttons[1].has_attribute("disabled"),
        "what is chosen cannot be struck out"
    );
    let rows = place.all::<Element>("label.option");
    assert_eq!(rows[2].text_content().as_deref(), Some("COption c of 1struck out"));
    assert!(!rows[1].text_content().unwrap().contains("struck"));
    buttons[1].click();
    let strike = ToolUse::Struck(OptionId::from_letter('b').unwrap());
    assert_eq!(told.take(), [Event::ToolUsed(strike)]);
    assert_eq!(place.checked(), [0]);
}

#[wasm_bindgen_test]
async fn what_is_being_typed_is_never_written_over() {
    let (dispatch, told) = recorder();
    let with_note = |note: &str| {
        page(|view| {
            view.tools = OPEN;
            Rc::make_mut(&mut view.question).marks.note = note.into();
        })
    };
    let place = Place::of(page_of(&with_note("so far"), &dispatch)).await;
    let field = place.one::<HtmlTextAreaElement>("textarea");
    assert_eq!(field.value(), "so far");
    field.set_value("so far, and on");
    place.show(page_of(&with_note("so far, and"), &dispatch)).await;
    assert_eq!(place.one::<HtmlTextAreaElement>("textarea").value(), "so far, and on");
    tell(&field, "change", true);
    let noted = ToolUse::Noted(Position(0), "so far, and on".to_owned());
    assert_eq!(told.borrow().last(), Some(&Event::ToolUsed(noted)));
}

#[wasm_bindgen_test]
async fn the_fold_is_empty_while_it_is_closed_and_tells_of_a_note() {
    let place = Place::of(page_of(&marked(|marks| marks.note = "why?".into()), &nobody())).await;
    let fold = place.one::<HtmlDetailsElement>(".tools-fold");
    assert_eq!((fold.open(), fold.children().length()), (false, 1));
    assert_eq!(fold.text_content().as_deref(), Some("Tools (with your note)"));
    place.show(page_of(&marked(|_| ()), &nobody())).await;
    assert_eq!(fold.text_content().as_deref(), Some("Tools"));
    let full = page(|view| view.tools = ToolsView { notes_full: true, ..OPEN });
    place.show(page_of(&full, &nobody())).await;
    assert!(place.one::<HtmlTextAreaElement>("textarea").read_only());
    assert!(place.words().contains("no room for more notes"));
}

#[wasm_bindgen_test]
async fn how_sure_one_is_shows_what_was_told() {
    let (dispatch, told) = recorder();
    let view = page(|view| {
        view.tools = OPEN;
        Rc::make_mut(&mut view.question).marks.confidence = Some(Confidence::Fairly);
    });
    let place = Place::of(page_of(&view, &dispatch)).await;
    let buttons = place.all::<HtmlElement>(".confidence button");
    let state: Vec<_> = buttons.iter().map(|one| one.get_attribute("aria-pressed").unwrap()).collect();
    assert_eq!(state, ["false", "true", "false"]);
    buttons[2].click();
    assert_eq!(told.borrow().last(), Some(&Event::ToolUsed(ToolUse::Judged(Confidence::Certain))));
}

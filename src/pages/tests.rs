//! The page of a question, as a candidate works with it.

use super::page_of;
use crate::app::Dispatch;
use crate::components::El;
use crate::testing::{Place, nobody, recorder};
use invigil_engine::app::{Event, Kept};
use invigil_engine::bank::{Choice, Kind, Question, Reasons, Topic};
use invigil_engine::form::FormItem;
use invigil_engine::ids::{OptionId, OptionSet, Position, QuestionNumber, TopicId};
use invigil_engine::rich_text::RichText;
use invigil_engine::sitting::Marks;
use invigil_engine::time::Date;
use invigil_engine::view::{PageView, QuestionView, SittingView, ToolsView};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlInputElement};

/// A question on the page, in short: letters of its options as they are shown, of the right ones, of those chosen.
pub(crate) struct Card {
    pub(crate) number: u32,
    pub(crate) position: u16,
    pub(crate) of: u32,
    pub(crate) order: &'static str,
    pub(crate) right: &'static str,
    pub(crate) chosen: &'static str,
    pub(crate) flagged: bool,
}

impl Default for Card {
    fn default() -> Self {
        Self { number: 1, position: 0, of: 3, order: "abcd", right: "b", chosen: "", flagged: false }
    }
}

fn option(letter: char) -> OptionId {
    OptionId::from_letter(letter).unwrap()
}

pub(crate) fn item(card: &Card) -> FormItem {
    let number = QuestionNumber(card.number);
    let mut letters: Vec<char> = card.order.chars().collect();
    letters.sort_unstable();
    let choice = |letter: char| Choice {
        id: option(letter),
        text: RichText::plain(&format!("Option {letter} of {}", card.number)),
        correct: card.right.contains(letter),
    };
    let question = Question {
        number,
        revision: 1,
        kind: if card.right.len() == 1 { Kind::Single } else { Kind::Multiple },
        fixed_order: false,
        stem: RichText::plain(&format!("Question number {}?", card.number)),
        options: letters.into_iter().map(choice).collect(),
    };
    let reasons = Reasons {
        number,
        revision: 1,
        whys: Vec::new(),
        takeaway: RichText::default(),
        references: Vec::new(),
        verified: Date::parse("2026-11-01").unwrap(),
        verified_source: String::new(),
        changed: None,
    };
    let topic = Topic { id: TopicId::parse("sqs").unwrap(), title: "Amazon SQS".to_owned() };
    let order = card.order.chars().map(option).collect();
    FormItem { question, reasons, order, topic, domain: Some(0), scored: true }
}

/// The page of a question.
pub(crate) fn sitting_of(card: &Card) -> PageView {
    let item = item(card);
    let question = QuestionView {
        position: Position(card.position),
        of: card.of,
        wanted: item.question.wanted(),
        item: Rc::new(item),
        chosen: OptionSet::from_letters(card.chosen).unwrap(),
        flagged: card.flagged,
        marks: Marks::default(),
    };
    PageView::Sitting(Rc::new(SittingView {
        question: Rc::new(question),
        cells: Rc::default(),
        clock: None,
        verdict: None,
        reveals: false,
        kept: Kept::Safely,
        elsewhere: false,
        look: None,
        tools: ToolsView::default(),
        keys: None,
    }))
}

fn page(card: &Card, dispatch: &Dispatch) -> El {
    page_of(&sitting_of(card), dispatch)
}

#[wasm_bindgen_test]
async fn the_next_question_takes_over_no_answer_of_the_last_one() {
    for right in ["b", "bc"] {
        let first = Card { number: 1, right, ..Card::default() };
        let second = Card { number: 2, position: 1, right, ..Card::default() };
        let place = Place::of(page(&first, &nobody())).await;
        // As the browser leaves a field that was clicked, before any view says so.
        place.all::<HtmlInputElement>("fieldset input")[0].set_checked(true);
        assert_eq!(place.checked(), [0]);
        let (heading, fields) = (place.one::<Element>("#question-heading"), place.one::<Element>("fieldset"));
        place.show(page(&second, &nobody())).await;
        assert_ne!(place.one::<Element>("fieldset"), fields, "another question is another card");
        assert_eq!(place.checked(), [] as [usize; 0], "key {right}");
        assert!(
            place.words().contains("Question number 2?") && !place.words().contains("Question number 1?")
        );
        assert_eq!(place.one::<Element>("#question-heading"), heading, "what stands around is kept");
    }
}

#[wasm_bindgen_test]
async fn the_options_stand_in_the_order_of_the_form_with_what_is_chosen() {
    #[track_caller]
    fn check(place: &Place, order: &str, checked: &[usize]) {
        let words: Vec<String> = place
            .all::<Element>("label.option .rich")
            .iter()
            .map(|words| words.text_content().unwrap())
            .collect();
        let expected: Vec<String> = order.chars().map(|letter| format!("Option {letter} of 1")).collect();
        assert_eq!(words, expected);
        assert_eq!(place.checked(), checked);
        let letters: String = place
            .all::<Element>(".option-letter")
            .iter()
            .map(|letter| letter.text_content().unwrap())
            .collect();
        assert!("ABCDEF".starts_with(&letters), "letters go by the place: {letters}");
        let marked = place.all::<Element>("label.option-chosen").len();
        assert_eq!(marked, checked.len());
    }
    for (order, right, chosen, checked) in [
        ("abcd", "b", "", &[][..]),
        ("dcba", "b", "a", &[3]),
        ("cadb", "a", "b", &[3]),
        ("badec", "ae", "ae", &[1, 3]),
        ("fbadec", "abf", "fb", &[0, 1]),
    ] {
        let place = Place::of(page(&Card { order, right, chosen, ..Card::default() }, &nobody())).await;
        check(&place, order, checked);
        let kind = if right.len() == 1 { "radio" } else { "checkbox" };
        assert!(place.all::<HtmlInputElement>("input").iter().all(|field| field.type_() == kind));
    }
}

#[wasm_bindgen_test]
async fn a_choice_that_the_engine_refuses_leaves_the_boxes_as_it_holds_them() {
    let full = Card { order: "abcde", right: "ac", chosen: "ac", ..Card::default() };
    let (dispatch, told) = recorder();
    let place = Place::of(page(&full, &dispatch)).await;
    for (at, letter) in [(1, 'b'), (4, 'e'), (1, 'b')] {
        place.all::<HtmlInputElement>("input")[at].click();
        assert_eq!(place.checked(), [0, 2], "a third of two");
        assert_eq!(told.borrow_mut().pop(), Some(Event::OptionChosen(option(letter))));
    }
    // The engine refuses and shows the same view again.
    place.show(page(&full, &dispatch)).await;
    assert_eq!(place.checked(), [0, 2]);
    // Taking one back makes room for another.
    place.all::<HtmlInputElement>("input")[0].click();
    assert_eq!(told.borrow_mut().pop(), Some(Event::OptionChosen(option('a'))));
    place.show(page(&Card { chosen: "c", ..Card { order: "abcde", right: "ac", ..full } }, &dispatch)).await;
    assert_eq!(place.checked(), [2]);
    place.all::<HtmlInputElement>("input")[1].click();
    place.show(page(&Card { order: "abcde", right: "ac", chosen: "bc", ..Card::default() }, &dispatch)).await;
    assert_eq!(place.checked(), [1, 2]);
    assert!(place.words().contains("2 of 2 chosen. To choose another, unselect one first."));
}

#[wasm_bindgen_test]
async fn the_steps_lead_to_the_neighbours_and_no_further() {
    let opened = |place: u16| Some(Event::QuestionOpened(Position(place)));
    for (position, previous, next) in
        [(0, None, opened(1)), (1, opened(0), opened(2)), (2, opened(1), Some(Event::ReviewOpened))]
    {
        let (dispatch, told) = recorder();
        let place = Place::of(page(&Card { position, ..Card::default() }, &dispatch)).await;
        for (button, target) in [(".previous", previous), (".next", next)] {
            place.click(button);
            assert_eq!(told.borrow_mut().pop(), target, "{button} at {position}");
        }
    }
}

#[wasm_bindgen_test]
async fn the_flag_says_whether_it_is_up() {
    for (flagged, pressed) in [(false, "false"), (true, "true")] {
        let (dispatch, told) = recorder();
        let place = Place::of(page(&Card { flagged, ..Card::default() }, &dispatch)).await;
        let flag = place.one::<Element>("button.flag");
        assert_eq!(flag.get_attribute("aria-pressed").as_deref(), Some(pressed));
        assert_eq!(flag.text_content().as_deref(), Some("Flag"));
        place.click("button.flag");
        assert_eq!(told.borrow_mut().pop(), Some(Event::FlagToggled));
    }
}

#[wasm_bindgen_test]
async fn pages_that_show_no_bank_have_one_heading_and_a_way_on() {
    use invigil_engine::ids::SittingId;
    use invigil_engine::link::LinkFault;
    let fault = LinkFault::Malformed("seed");
    for (view, words) in [
        (PageView::NotFound("<b>nowhere</b>".to_owned()), "<b>nowhere</b>"),
        (PageView::NoAttempt, "not on this device"),
        (PageView::NoSitting(None), "No exam is running"),
        (PageView::NoSitting(SittingId::parse("0199c0ffee0cafebabe")), "No exam is running"),
        (PageView::BadLink(fault), "the seed (seed)"),
        (PageView::History(Rc::default()), "No results yet"),
    ] {
        let place = Place::of(page_of(&view, &nobody())).await;
        assert_eq!(place.one::<Element>("h1").get_attribute("id").as_deref(), Some("page-heading"));
        assert!(place.words().contains(words), "{words} in {}", place.words());
        assert!(!place.all::<Element>("a[href^='#/']").is_empty(), "a way on: {}", place.markup());
    }
}

//! What stands around every page: messages, the dialog, the live region, the bar, the clock.

use crate::browser::moment;
use crate::components::{clock, dialogs, el, frame, show_time};
use crate::testing::{At, Place, nobody, recorder};
use invigil_engine::app::{Announcement, Dialog, Event, FetchFault, Notice};
use invigil_engine::look::{LookChange, Switch};
use invigil_engine::store::StorageFault;
use invigil_engine::time::{DurationMs, Millis};
use invigil_engine::view::{ClockView, FrameView, PageView, ReviewView, Work};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::NodeRef;

fn around(notices: Vec<Notice>) -> FrameView {
    FrameView { notices: Rc::new(notices), dialog: None, update: false, work: Work::None }
}

fn review(unanswered: u32, half: u32, clock: Option<ClockView>) -> PageView {
    let cells = Rc::default();
    PageView::Review(Rc::new(ReviewView {
        cells,
        answered: 1,
        half,
        unanswered,
        flagged: 0,
        clock,
        elsewhere: false,
    }))
}

#[wasm_bindgen_test]
async fn each_message_can_be_closed_and_the_urgent_interrupt() {
    let notices = vec![
        Notice::NotKept(StorageFault::Full),
        Notice::BackupMade,
        Notice::BankMissing(FetchFault::Missing),
    ];
    let (dispatch, told) = recorder();
    let place = Place::of(frame(&around(notices), false, (0, None), el("p"), &dispatch)).await;
    let shown: Vec<Element> = place.all(".notices > .notice:not([hidden])");
    let roles: Vec<_> = shown.iter().map(|notice| notice.get_attribute("role").unwrap()).collect();
    assert_eq!(roles, ["alert", "status", "alert"]);
    for button in place.all::<HtmlElement>(".notice > .close") {
        assert_eq!(button.get_attribute("aria-label").as_deref(), Some("Close this message"));
        button.click();
    }
    assert_eq!(told.take(), [Event::NoticeClosed(0), Event::NoticeClosed(1), Event::NoticeClosed(2)]);
}

#[wasm_bindgen_test]
async fn a_link_that_could_not_be_copied_stands_there_to_copy() {
    let _at = At::path("/a/index.html");
    let notice = Notice::LinkNotSent("#/about".to_owned());
    let place = Place::of(frame(&around(vec![notice]), false, (0, None), el("p"), &nobody())).await;
    let field: HtmlInputElement = place.one(".notice input");
    assert!(field.value().ends_with("/a/index.html#/about"), "{}", field.value());
    assert!(field.read_only());
}

#[wasm_bindgen_test]
async fn an_update_is_offered_only_when_there_is_one() {
    for update in [false, true] {
        let (dispatch, told) = recorder();
        let view = FrameView { update, ..around(Vec::new()) };
        let place = Place::of(frame(&view, false, (0, None), el("p"), &dispatch)).await;
        assert_eq!(place.one::<Element>(".notice-update").has_attribute("hidden"), !update);
        place.click(".notice-update button");
        assert_eq!(told.take(), [Event::UpdateAccepted]);
    }
}

#[wasm_bindgen_test]
async fn the_same_words_said_again_are_another_element() {
    let said = |count, what| frame(&around(Vec::new()), false, (count, what), el("p"), &nobody());
    let flagged = Some(Announcement::Flagged(true));
    let place = Place::of(said(0, None)).await;
    let line = || place.one::<Element>("[aria-live=polite] > p");
    assert_eq!(line().text_content().as_deref(), Some(""));
    place.show(said(1, flagged)).await;
    let first = line();
    assert_eq!(first.text_content().as_deref(), Some("Flagged for review"));
    place.show(said(1, flagged)).await;
    assert_eq!(line(), first, "nothing new was said");
    place.show(said(2, flagged)).await;
    assert_ne!(line(), first, "a screen reader says it again");
}

#[wasm_bindgen_test]
async fn the_bar_marks_the_page_and_is_hidden_in_an_exam() {
    for (path, current) in [
        ("/", Some("Home")),
        ("/#/", Some("Home")),
        ("/#settings", Some("Settings")),
        ("/#/history", Some("Results")),
        ("/#/exam?x", None),
    ] {
        let _at = At::path(path);
        let place = Place::of(frame(&around(Vec::new()), false, (0, None), el("p"), &nobody())).await;
        let marked: Vec<Element> = place.all("[aria-current=page]");
        assert_eq!(marked.first().and_then(|link| link.text_content()).as_deref(), current, "{path}");
        assert!(marked.len() <= 1);
    }
    for bare in [false, true] {
        let place = Place::of(frame(&around(Vec::new()), bare, (0, None), el("p"), &nobody())).await;
        assert_eq!(place.one::<Element>(".topbar").has_attribute("hidden"), bare);
        assert_eq!(place.one::<Element>(".footer").has_attribute("hidden"), bare);
    }
}

#[wasm_bindgen_test]
async fn the_skip_button_leads_to_the_page() {
    let place = Place::of(frame(&around(Vec::new()), false, (0, None), el("p"), &nobody())).await;
    place.click("button.skip");
    let focused = web_sys::window().unwrap().document().unwrap().active_element().unwrap();
    assert_eq!(focused, place.one::<Element>("main"));
}

#[wasm_bindgen_test]
async fn a_dialog_says_what_it_asks_and_sends_what_is_answered() {
    for (dialog, page, title, words, event) in [
        (
            Dialog::Submit,
            review(0, 0, None),
            "Hand in your exam?",
            "All questions are answered.",
            Event::SubmitConfirmed,
        ),
        (
            Dialog::Submit,
            review(1, 0, None),
            "Hand in your exam?",
            "1 question has no answer.",
            Event::SubmitConfirmed,
        ),
        (
            Dialog::Submit,
            review(9, 0, None),
            "Hand in your exam?",
            "9 questions have no answer.",
            Event::SubmitConfirmed,
        ),
        (Dialog::Submit, review(0, 2, None), "Hand in your exam?", "2 with too few", Event::SubmitConfirmed),
        (
            Dialog::Submit,
            review(3, 2, None),
            "Hand in your exam?",
            "3 without an answer and 2",
            Event::SubmitConfirmed,
        ),
        (
            Dialog::Erase,
            PageView::Waiting,
            "Erase everything?",
            "no way back but a backup",
            Event::EraseConfirmed,
        ),
    ] {
        let (dispatch, told) = recorder();
        let place = Place::of(dialogs(Some(dialog), &page, &NodeRef::default(), &dispatch)).await;
        let shown: Element = place.one("dialog");
        let label = shown.get_attribute("aria-labelledby").unwrap();
        assert_eq!(place.one::<Element>(&format!("#{label}")).text_content().as_deref(), Some(title));
        assert!(place.words().contains(words), "{words} in {}", place.words());
        let buttons = place.all::<HtmlElement>("dialog button");
        assert_eq!(buttons.len(), 2);
        buttons.iter().for_each(HtmlElement::click);
        crate::testing::tell(&shown, "cancel", false);
        assert_eq!(told.take(), [Event::DialogClosed, event, Event::DialogClosed]);
    }
}

#[wasm_bindgen_test]
async fn the_clock_shows_what_is_left_and_is_marked_near_the_end() {
    const HOUR: i64 = 3_600_000;
    for (left, words, spoken, low) in [
        (2 * HOUR, "2:00:00", "2 hours left", false),
        (HOUR, "1:00:00", "1 hour left", false),
        (600_000, "10:00", "10 minutes left", false),
        (240_000, "04:00", "4 minutes left", true),
        (-5_000, "00:00", "0 minutes left", true),
    ] {
        // Half a second of room for the time that the test itself takes.
        let deadline = Millis(moment::monotonic().0 + left);
        let view = ClockView { deadline, limit: DurationMs(3 * HOUR), hidden: false };
        let place = Place::of(clock(Some(view), &nobody())).await;
        show_time(&review(0, 0, Some(view)), true);
        let time: Element = place.one("time#clock[role=timer]");
        assert_eq!(time.text_content().as_deref(), Some(words));
        assert_eq!(time.get_attribute("aria-label").as_deref(), Some(spoken));
        assert_eq!(time.class_list().contains("clock-low"), low, "{words}");
    }
    let place = Place::of(clock(None, &nobody())).await;
    assert_eq!(place.words(), "No time limit");
}

#[wasm_bindgen_test]
async fn a_hidden_clock_tells_its_warnings_and_has_a_button_that_shows_it() {
    for (left, words) in [
        (3_600_000, ""),
        (599_000, "Less than 10 minutes left"),
        (299_000, "Less than 5 minutes left"),
        (59_000, "Less than 1 minute left"),
        (0, "Less than 1 minute left"),
    ] {
        let deadline = Millis(moment::monotonic().0 + left);
        let view = ClockView { deadline, limit: DurationMs(7_200_000), hidden: true };
        let (dispatch, told) = recorder();
        let place = Place::of(clock(Some(view), &dispatch)).await;
        show_time(&review(0, 0, Some(view)), true);
        let time: Element = place.one("time#clock[role=timer]");
        assert_eq!(time.text_content().as_deref(), Some(words));
        assert!(!time.class_list().contains("clock-low"), "quietly");
        place.click("button");
        let shown = Event::LookChanged(LookChange::Switch(Switch::ClockHidden, false));
        assert_eq!(told.borrow_mut().pop(), Some(shown));
    }
}

#[wasm_bindgen_test]
async fn what_the_clock_shows_is_never_more_than_the_exam_allows() {
    let limit = DurationMs(600_000);
    let deadline = Millis(moment::monotonic().0 + 9_000_000);
    let view = ClockView { deadline, limit, hidden: false };
    let place = Place::of(clock(Some(view), &nobody())).await;
    show_time(&review(0, 0, Some(view)), true);
    assert_eq!(place.one::<Element>("time").text_content().as_deref(), Some("10:00"));
}

//! The page of a result: what comes first, what a short paper leaves out, and what the filters and fields send.

use crate::components::El;
use crate::pages::page_of;
use crate::pages::tests::{Card, item};
use crate::testing::{Place, nobody, recorder, tell};
use invigil_engine::app::{Event, Filter};
use invigil_engine::conduct::Pace;
use invigil_engine::gains::{Gain, Grain, Part};
use invigil_engine::grade::{Band, Grade, Score, Standing};
use invigil_engine::ids::{OptionSet, Position, SittingId};
use invigil_engine::interval::wilson;
use invigil_engine::sitting::Confidence;
use invigil_engine::time::{DurationMs, Minutes, UnixMillis};
use invigil_engine::view::{
    Change, ChangesView, DomainView, Mark, NextView, PaceView, PageView, ResultItem, ResultView, Verdict,
};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlSelectElement};

const MINUTE: i64 = 60_000;

fn id() -> SittingId {
    SittingId::new(UnixMillis(1_797_325_200_000), 7)
}

fn question(position: u16, right: bool) -> ResultItem {
    let card = Card { number: u32::from(position) + 1, ..Card::default() };
    ResultItem {
        position: Position(position),
        item: Rc::new(item(&card)),
        chosen: OptionSet::from_letters(if right { "b" } else { "c" }).unwrap(),
        right,
        flagged: false,
        changed: (position == 1).then_some(Change::Lost),
        note: Rc::from(if position == 1 { "Look at the queue." } else { "" }),
        confidence: (position == 1).then_some(Confidence::Certain),
        spent: DurationMs(MINUTE),
        open: false,
        bookmark: invigil_engine::view::Bookmark::NotSet,
        old_key: None,
        taught: None,
        objection: None,
    }
}

/// A result of so many questions, the first of them wrong.
fn view(questions: u32) -> ResultView {
    let score = Score { right: questions - 1, total: questions };
    let gain = |topic: u16, points: u32| Gain {
        part: Part::Topic(topic),
        title: format!("Topic {topic}"),
        asked: 3,
        missed: 2,
        points,
    };
    let verdict = wilson(score).filter(|_| questions >= 8).map(|interval| Verdict { meets: true, interval });
    ResultView {
        id: id(),
        guide: "The guide".to_owned(),
        started: UnixMillis(1_797_325_200_000),
        used: DurationMs(i64::from(questions) * MINUTE),
        limit: Some(Minutes(130)),
        expired: false,
        may_go_on: false,
        grade: Grade {
            all: score,
            scored: score,
            domains: vec![score],
            unanswered: 0,
            band: Band { low: 900, high: 950 },
            standing: Standing::Above,
        },
        short: questions < 20,
        next: Some(NextView {
            grain: Grain::Topics,
            parts: vec![gain(0, 240), gain(1, 98), gain(2, 50)],
            more: 2,
            scored: 50,
            drill: 10,
        }),
        pass: 720,
        scale: (100, 1000),
        domains: (0..2)
            .map(|place| DomainView { place, title: format!("Domain {place}"), score, verdict })
            .collect(),
        before: None,
        unscored: Score::default(),
        pace: PaceView {
            pace: Pace {
                passed: (1..=questions).map(|done| DurationMs(i64::from(done) * MINUTE)).collect(),
                even: DurationMs(2 * MINUTE),
                late: Some(0),
            },
            questions,
            marks: vec![Mark {
                questions,
                passed: DurationMs(i64::from(questions) * MINUTE),
                even: DurationMs(i64::from(questions) * 2 * MINUTE),
            }],
        },
        changes: ChangesView { gained: 0, lost: 1, neither: 0 },
        confidence: vec![(Confidence::Certain, Score { right: 1, total: 1 })],
        earlier: None,
        sharing: invigil_engine::view::Sharing::ByLink,
        send: invigil_engine::view::SendView { name: String::new(), made: None, address: None },
        filter: Filter::All,
        domain: None,
        filters: vec![(Filter::All, 2), (Filter::Wrong, 1), (Filter::Changed, 1)],
        items: vec![question(0, false), question(1, true)],
    }
}

fn page(view: ResultView) -> El {
    page_of(&PageView::Result(Rc::new(view)), &nobody())
}

fn titles(place: &Place) -> Vec<String> {
    place.all::<Element>("h1, h2").iter().map(|title| title.text_content().unwrap()).collect()
}

#[wasm_bindgen_test]
async fn the_next_act_stands_first() {
    let place = Place::of(page(view(65))).await;
    let expected = [
        "Result",
        "What to do next",
        "On the exam's scale: 900–950",
        "By domain",
        "Pace",
        "Answers changed",
        "How sure you were",
        "Question by question",
        "Send this result",
    ];
    assert_eq!(titles(&place), expected);
    let parts: Vec<String> =
        place.all::<Element>(".gains > li").iter().map(|part| part.text_content().unwrap()).collect();
    assert_eq!(parts[0], "Topic 0about 2.4 points2 of 3 missed");
    assert!(parts[1].contains("about 1 point2"), "{}", parts[1]);
    for words in ["2 more had questions missed", "Changing answers cost 1 point here", "Time never got short"]
    {
        assert!(place.words().contains(words), "{words}");
    }
    // Every chart says what it shows, and every region has a title.
    for chart in place.all::<Element>("svg[role=img]") {
        assert!(chart.get_attribute("aria-label").unwrap().ends_with('.'));
    }
    assert_eq!(place.all::<Element>("svg[role=img]").len(), 2);
}

#[wasm_bindgen_test]
async fn a_short_paper_says_less() {
    let place = Place::of(page(view(5))).await;
    let expected = [
        "Result",
        "What to do next",
        "By domain",
        "How sure you were",
        "Question by question",
        "Send this result",
    ];
    assert_eq!(titles(&place), expected);
    for words in ["Meets", "95 %", "pass mark", "Pace"] {
        assert!(!place.words().contains(words), "{words} in {}", place.words());
    }
}

#[wasm_bindgen_test]
async fn nothing_missed_is_told_and_leads_to_another_paper() {
    let mut all = view(10);
    all.next = None;
    all.grade.all = Score { right: 10, total: 10 };
    let place = Place::of(page(all)).await;
    assert!(place.words().contains("Every question was answered right."));
    assert_eq!(place.one::<Element>(".next-act a").get_attribute("href").as_deref(), Some("#/setup"));
}

#[wasm_bindgen_test]
async fn the_filters_and_the_field_of_domains_send_what_they_say() {
    let (dispatch, told) = recorder();
    let mut some = view(10);
    some.filter = Filter::Changed;
    some.earlier = Some(SittingId::new(UnixMillis(1_797_325_100_000), 7));
    let place = Place::of(page_of(&PageView::Result(Rc::new(some)), &dispatch)).await;
    let pressed = place.one::<HtmlElement>("[aria-pressed=true]");
    assert_eq!(pressed.text_content().as_deref(), Some("Changed (1)"));
    place.all::<HtmlElement>("[aria-pressed=false]")[1].click();
    assert_eq!(told.borrow_mut().pop(), Some(Event::FilterChosen(Filter::Wrong)));
    let field: HtmlSelectElement = place.one("select");
    for (value, domain) in [("1", Some(1)), ("", None)] {
        field.set_value(value);
        tell(&field, "change", true);
        assert_eq!(told.borrow_mut().pop(), Some(Event::DomainChosen(domain)));
    }
    let ways: Vec<Option<String>> =
        place.all::<Element>("a[href*=compare]").iter().map(|way| way.get_attribute("href")).collect();
    let pair = format!("#/compare/{}/{}", SittingId::new(UnixMillis(1_797_325_100_000), 7), id());
    assert_eq!(ways, [Some(pair)]);
    assert!(place.words().contains("changed from right") && place.words().contains("certain"));
    place.click(".next-act .primary");
    assert_eq!(told.borrow_mut().pop(), Some(Event::DrillStarted));
}

#[wasm_bindgen_test]
async fn an_empty_filter_says_what_there_is_none_of() {
    for (filter, words) in [
        (Filter::Wrong, "No question here was missed."),
        (Filter::Flagged, "No question here was flagged."),
        (Filter::Unscored, "Every question here counted."),
        (Filter::Changed, "No answer here was changed."),
        (Filter::Noted, "No question here has a note."),
    ] {
        let mut none = view(10);
        (none.filter, none.items) = (filter, Vec::new());
        let place = Place::of(page(none)).await;
        assert_eq!(
            place.one::<Element>(".items > .hint:not([hidden])").text_content().as_deref(),
            Some(words)
        );
    }
}

#[wasm_bindgen_test]
async fn the_learners_note_stands_with_its_question() {
    let mut some = view(10);
    some.items[1].open = true;
    let place = Place::of(page(some)).await;
    assert_eq!(place.one::<Element>(".own-note").text_content().as_deref(), Some("Look at the queue."));
}

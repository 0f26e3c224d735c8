//! The navigator's cells and the pictures of scores.

use crate::components::{band_chart, div, domain_bar, navigator};
use crate::testing::Place;
use invigil_engine::grade::{Band, Score};
use invigil_engine::ids::Position;
use invigil_engine::route::Route;
use invigil_engine::view::{CellView, Progress};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

#[track_caller]
fn said(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_else(|| panic!("{name} of {}", element.outer_html()))
}

fn number(element: &Element, name: &str) -> i64 {
    said(element, name).parse().unwrap()
}

#[wasm_bindgen_test]
async fn a_cell_says_what_it_shows() {
    for (progress, flagged, name, class) in [
        (Progress::New, false, "Question 12, not seen", "cell cell-new"),
        (Progress::New, true, "Question 12, not seen, flagged", "cell cell-new cell-flagged"),
        (Progress::Opened, false, "Question 12, not answered", "cell cell-opened"),
        (Progress::Opened, true, "Question 12, not answered, flagged", "cell cell-opened cell-flagged"),
        (Progress::Half, false, "Question 12, half answered", "cell cell-half"),
        (Progress::Half, true, "Question 12, half answered, flagged", "cell cell-half cell-flagged"),
        (Progress::Answered, false, "Question 12, answered", "cell cell-answered"),
        (Progress::Answered, true, "Question 12, answered, flagged", "cell cell-answered cell-flagged"),
    ] {
        for current in [false, true] {
            let cell = CellView { position: Position(11), progress, flagged, current };
            let place = Place::of(div("div", "").node(navigator(&[cell]))).await;
            let shown: Element = place.one("ol > li > a");
            assert_eq!(said(&shown, "aria-label"), name);
            assert_eq!(said(&shown, "class"), class);
            assert_eq!(shown.get_attribute("aria-current").is_some(), current);
            assert_eq!(shown.text_content().as_deref(), Some("12"));
        }
    }
}

#[wasm_bindgen_test]
async fn cells_stand_in_order_and_lead_to_their_questions() {
    let cells: Vec<CellView> = (0..65)
        .map(|at| CellView {
            position: Position(at),
            progress: Progress::New,
            flagged: false,
            current: at == 7,
        })
        .collect();
    let place = Place::of(div("div", "").node(navigator(&cells))).await;
    let links = place.all::<Element>("ol > li > a");
    assert_eq!(links.len(), 65);
    for (at, link) in (0..65).zip(&links) {
        assert_eq!(Route::parse(&said(link, "href")), Route::Sitting(Some(Position(at))));
        assert_eq!(link.text_content().unwrap(), (at + 1).to_string());
    }
    assert_eq!(place.all::<Element>("[aria-current=step]").len(), 1);
}

#[wasm_bindgen_test]
async fn what_an_event_changes_of_the_cells_is_changed_in_the_list_that_is_there() {
    let cells = |here: u16, answered: &[u16]| -> Vec<CellView> {
        let cell = |at| CellView {
            position: Position(at),
            progress: if answered.contains(&at) { Progress::Answered } else { Progress::New },
            flagged: at == 3,
            current: at == here,
        };
        (0..5).map(cell).collect()
    };
    let shown = |cells: &[CellView]| div("div", "").node(navigator(cells));
    let place = Place::of(shown(&cells(0, &[]))).await;
    let links = place.all::<HtmlElement>("ol > li > a");
    links[3].focus().unwrap();
    place.show(shown(&cells(2, &[0, 3]))).await;
    assert!(links.iter().all(|link| link.is_connected()), "no link is made anew");
    assert_eq!(place.all::<Element>("a").len(), 5);
    assert_eq!(crate::browser::page::document().unwrap().active_element().as_ref(), Some(links[3].as_ref()));
    let classes: Vec<String> = links.iter().map(|link| said(link, "class")).collect();
    let flagged = "cell cell-answered cell-flagged";
    assert_eq!(classes, ["cell cell-answered", "cell cell-new", "cell cell-new", flagged, "cell cell-new"]);
    assert_eq!(said(&links[3], "aria-label"), "Question 4, answered, flagged");
    let here = place.one::<Element>("[aria-current=step]");
    assert_eq!((here.id().as_str(), here.text_content().as_deref()), ("here", Some("3")));

    // Another form has another list.
    place.show(shown(&cells(0, &[])[..4])).await;
    assert_eq!(place.all::<Element>("a").len(), 4);
    place.show(div("div", "")).await;
    assert_eq!(place.all::<Element>("a").len(), 0);
    place.show(shown(&cells(1, &[0])[..4])).await;
    assert_eq!(place.all::<Element>("a.cell-answered").len(), 1);
}

#[wasm_bindgen_test]
async fn the_band_lies_within_its_box_and_on_its_scale() {
    let scale = (100, 1000);
    let mut ends: Vec<u32> = (0..=1100).step_by(50).collect();
    ends.extend([101, 719, 720, 721, 999, u32::MAX]);
    for (low, high) in ends.iter().flat_map(|low| ends.iter().map(move |high| (*low, *high))) {
        if low > high {
            continue;
        }
        let place = Place::of(band_chart(Band { low, high }, scale, 720)).await;
        let range: Element = place.one("rect.band-range");
        let (x, width) = (number(&range, "x"), number(&range, "width"));
        assert!(width >= 6, "{low} to {high} can be seen: {width}");
        assert!(x >= 20 && x + width <= 620, "{low} to {high}: from {x}, {width} wide");
        let end = |score: u32| 20 + i64::from(score.clamp(100, 1000) - 100) * 600 / 900;
        assert!(x <= end(low) && x + width >= end(high), "{low} to {high} lies inside its bar");
        assert!(width <= (end(high) - end(low)).max(6), "and the bar says no more than that");
    }
}

#[wasm_bindgen_test]
async fn all_of_a_chart_lies_within_its_box() {
    let band = Band { low: 640, high: 700 };
    for (scale, pass) in [
        ((100, 1000), 720),
        ((100, 1000), 100),
        ((100, 1000), 1000),
        ((100, 1000), 0),
        ((100, 1000), 5000),
        ((0, 0), 0),
    ] {
        let place = Place::of(band_chart(band, scale, pass)).await;
        for rect in place.all::<Element>("rect") {
            let (x, y) = (number(&rect, "x"), number(&rect, "y"));
            let (width, height) = (number(&rect, "width"), number(&rect, "height"));
            assert!(x >= 0 && x + width <= 640 && y >= 0 && y + height <= 72, "{}", rect.outer_html());
        }
        let labels: Vec<String> =
            place.all::<Element>("text").iter().map(|label| label.text_content().unwrap()).collect();
        assert_eq!(labels, [pass.to_string(), scale.0.to_string(), scale.1.to_string()]);
        assert_eq!(said(&place.one("svg"), "role"), "img");
        let says = format!("The score lies in the range 640–700; the pass mark is {pass}.");
        assert_eq!(said(&place.one("svg"), "aria-label"), says);
    }
}

#[wasm_bindgen_test]
async fn a_bar_is_as_long_as_its_share() {
    for (right, total, width) in
        [(0, 50, 0), (1, 50, 2), (25, 50, 50), (50, 50, 100), (1, 3, 33), (2, 3, 67), (0, 0, 0)]
    {
        let place = Place::of(domain_bar(Score { right, total }, None)).await;
        assert_eq!(number(&place.one("rect.share-part"), "width"), width, "{right} of {total}");
        assert_eq!(number(&place.one("rect.share-whole"), "width"), 100);
    }
}

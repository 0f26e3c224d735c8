//! All questions of a form at a glance: a list of links, each with its state in words.
//!
//! The list is kept, and what an event changes of it, a cell or two, is changed by hand: to make and compare all cells took
//! a third of what a tap took.

use super::kept::still;
use super::{div, el};
use crate::text;
use invigil_engine::route::Route;
use invigil_engine::view::{CellView, Progress};
use std::cell::RefCell;
use web_sys::Element;
use yew::Html;
use yew::virtual_dom::VNode;

thread_local! {
    static SHOWN: RefCell<Option<Shown>> = const { RefCell::new(None) };
}

/// The list that is shown, with the link of each cell.
struct Shown {
    list: Element,
    cells: Vec<(CellView, Element)>,
}

/// The questions as numbered cells. There is one such list, wherever it is shown.
pub(crate) fn navigator(cells: &[CellView]) -> Html {
    SHOWN.with_borrow_mut(|shown| {
        match shown {
            Some(shown) if shown.cells.len() == cells.len() => shown.turn_to(cells),
            _ => *shown = Shown::of(cells),
        }
        shown.as_ref().map_or_else(Html::default, |shown| VNode::VRef(shown.list.clone().into()))
    })
}

impl Shown {
    fn of(cells: &[CellView]) -> Option<Self> {
        let list = still(div("ol", "navigator").attr("aria-label", text::NAVIGATOR))?;
        let link = |cell: &CellView| {
            let route = Route::Sitting(Some(cell.position));
            let link = el("a").set("href", route.to_string()).words(text::figures(cell.position.ordinal()));
            let (item, link) = (still(el("li"))?, still(link)?);
            list.append_child(&item).ok()?;
            item.append_child(&link).ok()?;
            dress(&link, *cell);
            Some((*cell, link))
        };
        let cells = cells.iter().map(link).collect::<Option<_>>()?;
        Some(Self { list, cells })
    }

    fn turn_to(&mut self, cells: &[CellView]) {
        for ((known, link), cell) in self.cells.iter_mut().zip(cells) {
            if known != cell {
                dress(link, *cell);
                *known = *cell;
            }
        }
    }
}

/// Shows how a question stands.
fn dress(link: &Element, cell: CellView) {
    let CellView { position, progress, flagged, current } = cell;
    let (state, class) = match (progress, flagged) {
        (Progress::New, false) => (text::STATE_NEW, "cell cell-new"),
        (Progress::New, true) => (text::STATE_NEW, "cell cell-new cell-flagged"),
        (Progress::Opened, false) => (text::STATE_OPENED, "cell cell-opened"),
        (Progress::Opened, true) => (text::STATE_OPENED, "cell cell-opened cell-flagged"),
        (Progress::Half, false) => (text::STATE_HALF, "cell cell-half"),
        (Progress::Half, true) => (text::STATE_HALF, "cell cell-half cell-flagged"),
        (Progress::Answered, false) => (text::STATE_ANSWERED, "cell cell-answered"),
        (Progress::Answered, true) => (text::STATE_ANSWERED, "cell cell-answered cell-flagged"),
    };
    // Attributes' names are ours, so they are valid.
    let set = |name, value: &str| drop(link.set_attribute(name, value));
    set("class", class);
    set("aria-label", &text::cell(position.ordinal(), state, flagged));
    for (name, value) in [("aria-current", "step"), ("id", "here")] {
        if current {
            set(name, value);
        } else {
            drop(link.remove_attribute(name));
        }
    }
}

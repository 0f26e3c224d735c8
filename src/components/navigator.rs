//! All questions of a form at a glance: a list of links, each with its state in words.

use crate::text;
use invigil_engine::route::Route;
use invigil_engine::view::{CellView, Progress};
use std::rc::Rc;
use yew::prelude::*;

/// The navigator.
#[derive(Properties, PartialEq)]
pub(crate) struct NavigatorProps {
    /// The questions.
    pub(crate) cells: Rc<Vec<CellView>>,
}

/// The questions as numbered cells.
#[component]
pub(crate) fn Navigator(props: &NavigatorProps) -> Html {
    html! {
        <ol class="navigator">
            { for props.cells.iter().map(|cell| html! { <Cell key={cell.position.0} cell={*cell} /> }) }
        </ol>
    }
}

#[derive(Properties, PartialEq)]
struct CellProps {
    cell: CellView,
}

/// One question; rendered again only when its own state changes.
#[component]
fn Cell(props: &CellProps) -> Html {
    let CellView { position, progress, flagged, current } = props.cell;
    let (state, look) = match progress {
        Progress::New => (text::STATE_NEW, "cell-new"),
        Progress::Opened => (text::STATE_OPENED, "cell-opened"),
        Progress::Half => (text::STATE_HALF, "cell-half"),
        Progress::Answered => (text::STATE_ANSWERED, "cell-answered"),
    };
    html! {
        <li>
            <a
                class={classes!("cell", look, flagged.then_some("cell-flagged"))}
                href={Route::Sitting(Some(position)).to_string()}
                aria-current={current.then_some("step")}
                aria-label={text::cell(position.ordinal(), state, flagged)}
            >
                { position.ordinal() }
            </a>
        </li>
    }
}

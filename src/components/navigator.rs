//! All questions of a form at a glance: a list of links, each with its state in words.

use crate::text;
use invigil_engine::route::Route;
use invigil_engine::view::{CellView, Progress};
use yew::prelude::*;

/// The questions as numbered cells.
pub(crate) fn navigator(cells: &[CellView]) -> Html {
    html! { <ol class="navigator">{ for cells.iter().map(cell) }</ol> }
}

fn cell(cell: &CellView) -> Html {
    let CellView { position, progress, flagged, current } = *cell;
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
    html! {
        <li key={position.0}>
            <a
                {class}
                href={Route::Sitting(Some(position)).to_string()}
                aria-current={current.then_some("step")}
                aria-label={text::cell(position.ordinal(), state, flagged)}
            >
                { position.ordinal() }
            </a>
        </li>
    }
}

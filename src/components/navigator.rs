//! All questions of a form at a glance: a list of links, each with its state in words.

use super::{El, div, el};
use crate::text;
use invigil_engine::route::Route;
use invigil_engine::view::{CellView, Progress};

/// The questions as numbered cells.
pub(crate) fn navigator(cells: &[CellView]) -> El {
    let list = div("ol", "navigator").attr("aria-label", text::NAVIGATOR);
    list.list(cells.iter().copied().map(cell).collect())
}

fn cell(cell: CellView) -> El {
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
    let ordinal = position.ordinal();
    let link = div("a", class)
        .set("href", Route::Sitting(Some(position)).to_string())
        .attr_if(current, "aria-current", "step")
        .attr_if(current, "id", "here")
        .set("aria-label", text::cell(ordinal, state, flagged))
        .words(text::figures(ordinal));
    el("li").add(link)
}

//! A break: the question is covered, and no time is counted.

use super::sitting::elsewhere;
use super::{heading, hint, sheet};
use crate::app::Dispatch;
use crate::components::{El, button_if, div, el, link_button, row};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::route::Route;
use invigil_engine::view::PausedView;

/// The page of a break.
pub(crate) fn paused(view: &PausedView, dispatch: &Dispatch) -> El {
    let done = text::answered_of(view.answered, view.of);
    sheet("paused", "paused")
        .add(heading(text::PAUSED_TITLE))
        .add(elsewhere(view.elsewhere, dispatch))
        .add(div("p", "lead").text(text::PAUSED_LEAD))
        .add(el("p").words(done))
        .add(hint(text::time_so_far(&text::duration(view.used))))
        .add(row(vec![
            button_if(dispatch, Event::PauseToggled, "button primary large", text::GO_ON, !view.elsewhere),
            link_button(Route::Home.to_string(), "button", text::BACK_HOME),
        ]))
}

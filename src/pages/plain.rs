//! Pages with little on them.

use super::{heading, sheet};
use crate::components::{El, div, el, link_button, para, row};
use crate::text;
use invigil_engine::ids::SittingId;
use invigil_engine::route::Route;

/// Something has not arrived yet.
pub(crate) fn waiting() -> El {
    div("p", "waiting").attr("role", "status").text(text::WAITING)
}

/// The questions did not arrive.
pub(crate) fn no_bank() -> El {
    let home = link_button(Route::Home.to_string(), "button primary", text::BACK_HOME);
    sheet("no-bank", "plain")
        .add(heading(text::NO_BANK_TITLE))
        .add(para(text::NO_BANK))
        .add(el("p").add(home))
}

/// No exam is running; the newest attempt, if there is one, is.
pub(crate) fn no_sitting(last: Option<&SittingId>) -> El {
    let mut ways = vec![link_button(Route::Setup.to_string(), "button primary", text::SET_UP_EXAM)];
    if let Some(id) = last {
        ways.push(link_button(Route::Attempt(id.clone()).to_string(), "button", text::SEE_RESULT));
    }
    sheet("no-sitting", "plain").add(heading(text::NO_SITTING_TITLE)).add(row(ways))
}

/// The attempt is not here.
pub(crate) fn no_attempt() -> El {
    sheet("no-attempt", "plain").add(heading(text::RESULT_TITLE)).add(para(text::NO_ATTEMPT)).add(row(vec![
        link_button(Route::History.to_string(), "button primary", text::ALL_RESULTS),
        link_button(Route::Settings.to_string(), "button", text::BACKUP_RESTORE),
    ]))
}

/// No such page.
pub(crate) fn not_found(path: &str) -> El {
    sheet("not-found", "plain")
        .add(heading(text::NOT_FOUND_TITLE))
        .add(div("p", "break").words(text::not_found(path)))
        .add(el("p").add(link_button(Route::Home.to_string(), "button primary", text::BACK_HOME)))
}

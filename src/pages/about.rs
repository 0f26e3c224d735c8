//! About: what it is, what it is not, versions and licences.

use super::{heading, hint, sheet};
use crate::components::{El, div, el, para};
use crate::text;
use invigil_engine::app::Offline;
use invigil_engine::route::Route;
use invigil_engine::view::AboutView;

/// The about page.
pub(crate) fn about(view: &AboutView) -> El {
    let title = |words: &'static str| el("h2").text(words);
    let offline = match view.offline {
        Offline::Ready => text::ABOUT_OFFLINE_YES,
        Offline::NotYet => text::ABOUT_OFFLINE_NO,
        Offline::Failed => text::ABOUT_OFFLINE_FAILED,
    };
    let bank = view.bank.as_ref();
    let bank_line = bank
        .map(|bank| el("p").words(text::bank_line(&bank.title, &bank.version, bank.questions, bank.topics)));
    let bank_print = bank.map(|bank| hint(text::bank_licence(&bank.licence, &bank.fingerprint)));
    let third_party = el("a").attr("href", "licences.txt").text(text::ABOUT_THIRD_PARTY);
    sheet("about", "about")
        .add(heading(text::ABOUT_TITLE))
        .add(div("p", "lead").text(text::ABOUT_WHAT))
        .add(title(text::ABOUT_PRIVACY_TITLE))
        .add(para(text::ABOUT_PRIVACY))
        .add(title(text::ABOUT_TRADEMARK_TITLE))
        .add(para(text::ABOUT_TRADEMARK))
        .add(title(text::ABOUT_BANK_TITLE))
        .add_if(bank_line)
        .add_if(bank_print)
        .add(para(text::ABOUT_REVIEW))
        .add(el("p").add(div("a", "way").set("href", Route::Bank.to_string()).text(text::ABOUT_BANK_MORE)))
        .add(el("p").add(div("a", "way").set("href", Route::Keys.to_string()).text(text::KEYS_MORE)))
        .add(title(text::ABOUT_VERSION_TITLE))
        .add(el("p").words(text::about_version(env!("CARGO_PKG_VERSION"))).text(" ").text(offline))
        .add(para(text::ABOUT_LICENCE).text(" ").add(third_party).text("."))
}

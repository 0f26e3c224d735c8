//! About: what it is, what it is not, versions and licences.

use super::heading;
use crate::text;
use invigil_engine::view::AboutView;
use yew::prelude::*;

/// The about page.
pub(crate) fn about(view: &AboutView) -> Html {
    let offline = if view.offline_ready { text::ABOUT_OFFLINE_YES } else { text::ABOUT_OFFLINE_NO };
    html! {
        <section key="about" class="about">
            { heading(text::ABOUT_TITLE) }
            <p class="lead">{ text::ABOUT_WHAT }</p>
            <h2>{ text::ABOUT_PRIVACY_TITLE }</h2>
            <p>{ text::ABOUT_PRIVACY }</p>
            <h2>{ text::ABOUT_TRADEMARK_TITLE }</h2>
            <p>{ text::ABOUT_TRADEMARK }</p>
            <h2>{ text::ABOUT_BANK_TITLE }</h2>
            if let Some(bank) = &view.bank {
                <p>{ text::bank_line(&bank.title, &bank.version, bank.questions, bank.topics) }</p>
                <p class="hint">{ text::bank_licence(&bank.licence, &bank.fingerprint) }</p>
            }
            <p>{ text::ABOUT_REVIEW }</p>
            <h2>{ text::ABOUT_VERSION_TITLE }</h2>
            <p>{ text::APP }{ " " }{ env!("CARGO_PKG_VERSION") }{ ". " }{ offline }</p>
            <p>{ text::ABOUT_LICENCE }{ " " }<a href="licences.txt">{ text::ABOUT_THIRD_PARTY }</a>{ "." }</p>
        </section>
    }
}

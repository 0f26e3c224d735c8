//! What stands around every page: the bar with the pages, messages, the live region, the footer.

use super::{button, on};
use crate::app::Dispatch;
use crate::browser::{address, page};
use crate::text;
use invigil_engine::app::{Announcement, Event, Notice};
use invigil_engine::route::Route;
use invigil_engine::view::FrameView;
use yew::prelude::*;

/// What was last said, and how many things were said before it: the same words are said again under another number.
pub(crate) type Announced = (usize, Option<Announcement>);

/// The page in its frame. A bare page brings its own bars: then there are no links that lead away.
pub(crate) fn frame(
    view: &FrameView,
    bare: bool,
    announced: Announced,
    content: Html,
    dispatch: &Dispatch,
) -> Html {
    let skip = Callback::from(|_: MouseEvent| page::focus("main"));
    html! {
        <div class={if bare { "shell shell-bare" } else { "shell" }}>
            <button type="button" class="skip" onclick={skip}>{ text::SKIP }</button>
            <header class="topbar" hidden={bare}>
                <a class="brand" href={Route::Home.to_string()}>{ text::APP }</a>
                <nav aria-label={text::NAV_LABEL}>
                    <ul>
                        { link(&Route::Home, text::NAV_HOME) }
                        { link(&Route::Setup, text::NAV_SETUP) }
                        { link(&Route::History, text::NAV_HISTORY) }
                        { link(&Route::Settings, text::NAV_SETTINGS) }
                        { link(&Route::About, text::NAV_ABOUT) }
                    </ul>
                </nav>
            </header>
            <div class="notices">
                { for view.notices.iter().enumerate().map(|(place, told)| notice(place, told, dispatch)) }
                <div class="notice notice-update" role="status" hidden={!view.update}>
                    <p>{ text::UPDATE_READY }</p>
                    { button(dispatch, Event::UpdateAccepted, "button small", text::UPDATE_NOW) }
                </div>
            </div>
            <main class="page" id="main" tabindex="-1">{ content }</main>
            <footer class="footer" hidden={bare}><p>{ text::FOOTER }</p></footer>
            <div class="visually-hidden" aria-live="polite" aria-atomic="true">
                <p key={announced.0}>{ announced.1.map(text::announcement).unwrap_or_default() }</p>
            </div>
        </div>
    }
}

fn link(route: &Route, name: &'static str) -> Html {
    let href = route.to_string();
    let here = address::fragment() == href;
    html! { <li><a {href} aria-current={here.then_some("page")}>{ name }</a></li> }
}

/// A message that can be closed.
fn notice(place: usize, told: &Notice, dispatch: &Dispatch) -> Html {
    let (role, class) =
        if text::notice_is_alert(told) { ("alert", "notice notice-alert") } else { ("status", "notice") };
    let words = text::notice(told);
    let onclick = on::<MouseEvent>(dispatch, Event::NoticeClosed(place));
    html! {
        <div key={words.clone()} {class} {role}>
            <div>
                <p>{ words }</p>
                if let Notice::LinkNotSent(route) = told {
                    <input class="field" readonly=true value={address::of(&Route::parse(route))} aria-label={text::CONFIRM_TITLE} />
                }
            </div>
            <button type="button" class="close" aria-label={text::CLOSE_NOTICE} {onclick}>{ "×" }</button>
        </div>
    }
}

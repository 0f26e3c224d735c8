//! What stands around every page: the bar with the pages, messages, the live region, the footer.

use super::Send;
use crate::browser::address;
use crate::text;
use invigil_engine::app::{Announcement, Event, Notice};
use invigil_engine::route::Route;
use invigil_engine::view::FrameView;
use yew::prelude::*;

/// The frame.
#[derive(Properties, PartialEq)]
pub(crate) struct FrameProps {
    /// What it shows.
    pub(crate) frame: FrameView,
    /// Whether the page brings its own bars: then there are no links that lead away.
    pub(crate) bare: bool,
    /// What was last said, and how many things were said before it.
    pub(crate) announced: (usize, Option<Announcement>),
    /// The page.
    pub(crate) children: Html,
}

/// The page in its frame.
#[component]
pub(crate) fn Frame(props: &FrameProps) -> Html {
    let skip = use_callback((), |_: MouseEvent, ()| crate::browser::page::focus("main"));
    let FrameProps { frame, bare, announced, children } = props;
    html! {
        <div class={classes!("shell", bare.then_some("shell-bare"))}>
            <button type="button" class="skip" onclick={skip}>{ text::SKIP }</button>
            <header class="topbar" hidden={*bare}>
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
                { for frame.notices.iter().enumerate().map(|(place, notice)| html! {
                    <NoticeBar key={format!("{notice:?}")} {place} notice={notice.clone()} />
                }) }
                <div class="notice notice-update" role="status" hidden={!frame.update}>
                    <p>{ text::UPDATE_READY }</p>
                    <Send event={Event::UpdateAccepted} class="button small">{ text::UPDATE_NOW }</Send>
                </div>
            </div>
            <main class="page" id="main" tabindex="-1">{ children.clone() }</main>
            <footer class="footer" hidden={*bare}><p>{ text::FOOTER }</p></footer>
            <div class="visually-hidden" aria-live="polite" aria-atomic="true">
                <p key={announced.0}>{ announced.1.map(text::announcement).unwrap_or_default() }</p>
            </div>
        </div>
    }
}

fn link(route: &Route, name: &'static str) -> Html {
    let here = address::fragment() == route.to_string();
    html! { <li><a href={route.to_string()} aria-current={here.then_some("page")}>{ name }</a></li> }
}

#[derive(Properties, PartialEq)]
struct NoticeProps {
    place: usize,
    notice: Notice,
}

/// A message that can be closed.
#[component]
fn NoticeBar(props: &NoticeProps) -> Html {
    let alert = text::notice_is_alert(&props.notice);
    let (role, class) = if alert { ("alert", "notice notice-alert") } else { ("status", "notice") };
    let link = match &props.notice {
        Notice::LinkNotSent(route) => {
            let address = address::of(&Route::parse(route));
            html! { <input class="field" readonly=true value={address} aria-label={text::CONFIRM_TITLE} /> }
        }
        _ => html! { <></> },
    };
    html! {
        <div {class} {role}>
            <div><p>{ text::notice(&props.notice) }</p>{ link }</div>
            <CloseButton place={props.place} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct CloseProps {
    place: usize,
}

/// Closes a message.
#[component]
fn CloseButton(props: &CloseProps) -> Html {
    let onclick = super::use_send::<MouseEvent>(Event::NoticeClosed(props.place));
    html! { <button type="button" class="close" aria-label={text::CLOSE_NOTICE} {onclick}>{ "×" }</button> }
}

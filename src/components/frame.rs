//! What stands around every page: the bar with the pages, messages, the live region, the footer.

use super::{El, button, div, el, para};
use crate::app::Dispatch;
use crate::browser::{address, page};
use crate::text;
use invigil_engine::app::{Announcement, Event, Notice};
use invigil_engine::route::Route;
use invigil_engine::view::FrameView;
use yew::Callback;

/// What was last said, and how many things were said before it: the same words are said again under another number.
pub(crate) type Announced = (usize, Option<Announcement>);

/// The page in its frame. A bare page brings its own bars: then there are no links that lead away.
pub(crate) fn frame(
    view: &FrameView,
    bare: bool,
    announced: Announced,
    content: El,
    dispatch: &Dispatch,
) -> El {
    let skip = div("button", "skip").attr("type", "button").text(text::SKIP);
    let said = announced.1.map(text::announcement).unwrap_or_default();
    let live = div("div", "visually-hidden").attr("aria-live", "polite").attr("aria-atomic", "true");
    // The page is always there to take the focus.
    let to_page = Callback::from(|_| {
        let _ = page::focus("main");
    });
    div("div", if bare { "shell shell-bare" } else { "shell" })
        .add(skip.click(to_page))
        .add(top_bar(bare))
        .add(notices(view, dispatch))
        .add(div("main", "page").attr("id", "main").attr("tabindex", "-1").add(content))
        .add(div("footer", "footer").hidden(bare).add(para(text::FOOTER)))
        .add(live.list(vec![el("p").key(&announced.0.to_string()).words(said)]))
}

fn top_bar(bare: bool) -> El {
    let bar = div("header", "topbar").hidden(bare);
    if bare {
        return bar;
    }
    // An address is written in more ways than one: the bare site is the home page too.
    let here = Route::parse(&address::fragment()).to_string();
    let link = |route: &Route, name: &'static str| {
        let href = route.to_string();
        let current = here == href;
        el("li").add(el("a").set("href", href).attr_if(current, "aria-current", "page").text(name))
    };
    let pages = el("ul").list(vec![
        link(&Route::Home, text::NAV_HOME),
        link(&Route::Setup, text::NAV_SETUP),
        link(&Route::Practice, text::NAV_PRACTICE),
        link(&Route::Notes(String::new()), text::NAV_NOTES),
        link(&Route::History, text::NAV_HISTORY),
        link(&Route::Settings, text::NAV_SETTINGS),
        link(&Route::About, text::NAV_ABOUT),
    ]);
    bar.add(div("a", "brand").set("href", Route::Home.to_string()).text(text::APP))
        .add(el("nav").attr("aria-label", text::NAV_LABEL).add(pages))
}

fn notices(view: &FrameView, dispatch: &Dispatch) -> El {
    let told = view.notices.iter().enumerate().map(|(place, told)| notice(place, told, dispatch));
    let update = div("div", "notice notice-update").attr("role", "status").hidden(!view.update);
    div("div", "notices").list(told.collect()).add(update.add(para(text::UPDATE_READY)).add(button(
        dispatch,
        Event::UpdateAccepted,
        "button small",
        text::UPDATE_NOW,
    )))
}

/// A message that can be closed.
fn notice(place: usize, told: &Notice, dispatch: &Dispatch) -> El {
    let (role, class) =
        if text::notice_is_alert(told) { ("alert", "notice notice-alert") } else { ("status", "notice") };
    let words = text::notice(told);
    let by_hand = match told {
        Notice::LinkNotSent(route) => {
            let field = div("input", "field").attr("readonly", "").attr("aria-label", text::CONFIRM_TITLE);
            Some(field.value(address::of(&Route::parse(route))))
        }
        _ => None,
    };
    let close =
        div("button", "close").attr("type", "button").attr("aria-label", text::CLOSE_NOTICE).text("×");
    let dispatch = dispatch.clone();
    let closed = Callback::from(move |_| {
        // The button goes, and the focus with it; the page is always there to take it.
        let _ = page::focus("main");
        dispatch.emit(Event::NoticeClosed(place));
    });
    div("div", class)
        .key(&place.to_string())
        .attr("role", role)
        .add(el("div").add(el("p").words(words)).add_if(by_hand))
        .add(close.click(closed))
}

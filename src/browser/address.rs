//! The address of the page: its fragment, which names the route, and the folder that it lives in.

use gloo::timers::callback::Timeout;
use invigil_engine::route::Route;
use std::cell::RefCell;
use web_sys::Location;

fn location() -> Option<Location> {
    web_sys::window().map(|window| window.location())
}

thread_local! {
    /// Where the browser is sent as soon as it has painted, and whether that takes the place of where it is.
    static NEXT: RefCell<Option<(String, bool)>> = const { RefCell::new(None) };
}

/// The fragment, with its `#`.
pub(crate) fn fragment() -> String {
    let next = NEXT.with_borrow(|next| next.as_ref().map(|(fragment, _)| fragment.clone()));
    next.or_else(|| location()?.hash().ok()).unwrap_or_default()
}

/// Goes to a route. The fragment is known when this returns; the browser is sent there when it has painted, since that
/// takes it as long as to draw half a question, and it tells of it later.
pub(crate) fn go(route: &Route, replace: bool) {
    let mut replaces = replace;
    match NEXT.take() {
        None => drop(Timeout::new(0, arrive).forget()),
        // What is replaced before it was reached is never reached.
        Some((_, before)) if replace => replaces = before,
        Some(before) => write(&before),
    }
    NEXT.set(Some((route.to_string(), replaces)));
}

// Called by a timer alone, which the app's second part alone sets: it stays a function of its own, so that it is known there
// by its name; see xtask/src/stage/split.rs.
#[inline(never)]
fn arrive() {
    if let Some(next) = NEXT.take() {
        write(&next);
    }
}

fn write((fragment, replace): &(String, bool)) {
    let Some(location) = location() else { return };
    // A fragment is never refused; were it, the page would stay as it is.
    let _ = if *replace { location.replace(fragment) } else { location.set_hash(fragment) };
}

/// The full address of a route, for a friend.
pub(crate) fn of(route: &Route) -> String {
    let here = location().and_then(|location| location.href().ok()).unwrap_or_default();
    let page = here.split('#').next().unwrap_or_default();
    format!("{page}{route}")
}

/// The folder in which this copy of the app lives, such as `/invigil/`: every name in the storage begins with it,
/// since all sites of one origin share one storage.
pub(crate) fn scope() -> String {
    let path = location().and_then(|location| location.pathname().ok()).unwrap_or_default();
    let folder = path.rfind('/').and_then(|end| path.get(..=end));
    folder.unwrap_or("/").to_owned()
}

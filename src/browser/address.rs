//! The address of the page: its fragment, which names the route, and the folder that it lives in.

use gloo::timers::callback::Timeout;
use invigil_engine::route::Route;
use std::cell::RefCell;
use web_sys::Location;

fn location() -> Option<Location> {
    web_sys::window().map(|window| window.location())
}

/// Where the browser is to be sent.
struct Next {
    fragment: String,
    /// Whether it takes the place of where the browser is.
    replace: bool,
    /// Where the browser was then: who has gone elsewhere meanwhile stays there.
    from: String,
}

thread_local! {
    static NEXT: RefCell<Option<Next>> = const { RefCell::new(None) };
}

fn hash() -> String {
    location().and_then(|location| location.hash().ok()).unwrap_or_default()
}

/// The fragment, with its `#`.
pub(crate) fn fragment() -> String {
    let here = hash();
    NEXT.with_borrow(|next| match next {
        Some(next) if next.from == here => next.fragment.clone(),
        _ => here,
    })
}

/// Goes to a route. The fragment is known when this returns; the browser is sent there by a task of its own, as a rule
/// behind the next frame, since that takes it as long as to draw half a question. It tells of it later.
pub(crate) fn go(route: &Route, replace: bool) {
    let mut next = Next { fragment: route.to_string(), replace, from: hash() };
    match NEXT.take() {
        None => drop(Timeout::new(0, arrive).forget()),
        Some(before) if before.from != next.from => {}
        // What is replaced before it was reached is never reached.
        Some(before) if replace => next.replace = before.replace,
        Some(before) => {
            write(&before);
            next.from = hash();
        }
    }
    if is_kept(&next.fragment) {
        NEXT.set(Some(next));
    } else {
        write(&next);
    }
}

/// Whether a browser keeps a fragment as it is written.
fn is_kept(fragment: &str) -> bool {
    fragment.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>`".contains(&byte))
}

// Called by a timer alone, which the app's second part alone sets: it stays a function of its own, so that it is known there
// by its name; see xtask/src/stage/split.rs.
#[inline(never)]
fn arrive() {
    if let Some(next) = NEXT.take().filter(|next| next.from == hash()) {
        write(&next);
    }
}

fn write(next: &Next) {
    let Some(location) = location() else { return };
    // A fragment is never refused; were it, the page would stay as it is.
    let _ = if next.replace { location.replace(&next.fragment) } else { location.set_hash(&next.fragment) };
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

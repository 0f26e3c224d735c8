//! The address of the page: its fragment, which names the route, and the folder that it lives in.

use invigil_engine::route::Route;
use web_sys::Location;

fn location() -> Option<Location> {
    web_sys::window().map(|window| window.location())
}

/// The fragment, with its `#`.
pub(crate) fn fragment() -> String {
    location().and_then(|location| location.hash().ok()).unwrap_or_default()
}

/// Goes to a route. The fragment has changed when this returns; the browser tells of it later.
pub(crate) fn go(route: &Route, replace: bool) {
    let Some(location) = location() else { return };
    // A fragment is never refused; were it, the page would stay as it is.
    let _ =
        if replace { location.replace(&route.to_string()) } else { location.set_hash(&route.to_string()) };
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

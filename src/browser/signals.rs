//! What the browser and the start script tell by events: the fragment, the seconds, coming back, releases.

use super::address;
use super::page::{document, has_mark};
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use invigil_engine::app::Event;
use yew::Callback;

/// Listeners that live as long as the app.
pub(crate) struct Signals {
    _listeners: Vec<EventListener>,
    _ticks: Interval,
}

/// Begins to listen.
pub(crate) fn listen(dispatch: &Callback<Event>) -> Signals {
    let mut listeners = Vec::new();
    if let Some(window) = web_sys::window() {
        let on = |name: &'static str, event: fn() -> Event| {
            let dispatch = dispatch.clone();
            EventListener::new(&window, name, move |_| dispatch.emit(event()))
        };
        listeners.push(on("hashchange", || Event::RouteChanged(address::fragment())));
        listeners.push(on("pageshow", || Event::Ticked));
        listeners.push(on("invigil:update-ready", || Event::UpdateReady));
        listeners.push(on("invigil:offline-ready", || Event::OfflineReady));
    }
    if let Some(document) = document() {
        let dispatch = dispatch.clone();
        listeners
            .push(EventListener::new(&document, "visibilitychange", move |_| dispatch.emit(Event::Ticked)));
    }
    if has_mark("update", "ready") {
        dispatch.emit(Event::UpdateReady);
    }
    if has_mark("offline", "ready") {
        dispatch.emit(Event::OfflineReady);
    }
    let dispatch = dispatch.clone();
    Signals { _listeners: listeners, _ticks: Interval::new(500, move || dispatch.emit(Event::Ticked)) }
}

/// Asks the start script to use the waiting release.
pub(crate) fn apply_update() {
    tell("invigil:update-apply", None);
}

/// Tells the start script something.
pub(super) fn tell(name: &str, detail: Option<&str>) {
    let options = web_sys::CustomEventInit::new();
    if let Some(detail) = detail {
        options.set_detail(&detail.into());
    }
    let event = web_sys::CustomEvent::new_with_event_init_dict(name, &options);
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        let _ = window.dispatch_event(&event);
    }
}

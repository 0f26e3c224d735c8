//! What the browser and the start script tell by events: the fragment, the seconds, going and coming back, releases.

use super::page::{document, mark};
use super::{address, local};
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use invigil_engine::app::{Claim, Event};
use invigil_engine::ids::SittingId;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::EventTarget;
use yew::Callback;

/// Listeners that live as long as the app.
pub(crate) struct Signals {
    _listeners: Vec<EventListener>,
    _ticks: Interval,
}

#[wasm_bindgen]
extern "C" {
    /// The start script's own.
    #[wasm_bindgen(catch, js_name = invigilDid)]
    fn keep(piece: js_sys::Uint8Array) -> Result<(), JsValue>;
}

/// Begins to listen.
pub(crate) fn listen(dispatch: &Callback<Event>) -> Signals {
    let mut listeners = Vec::new();
    let mut on = |target: &EventTarget, name: &'static str, event: fn() -> Event| {
        let dispatch = dispatch.clone();
        listeners.push(EventListener::new(target, name, move |_| dispatch.emit(event())));
    };
    if let Some(window) = web_sys::window() {
        on(&window, "hashchange", || Event::RouteChanged(address::fragment()));
        // Fired by other tabs only. What is not ours changes nothing.
        on(&window, "storage", || Event::StoredElsewhere(local::read_all().unwrap_or_default()));
        on(&window, "pageshow", || Event::Ticked);
        on(&window, "pagehide", || Event::Hidden);
        on(&window, "invigil:update-ready", || Event::UpdateReady);
        on(&window, "invigil:update-deferred", || Event::UpdateDeferred);
        on(&window, "invigil:offline-ready", || Event::OfflineReady);
        on(&window, "invigil:offline-failed", || Event::OfflineFailed);
    }
    // Who owns the sitting: the detail is its id, and none comes without one.
    let mut on_sitting = |name: &'static str, event: fn(SittingId) -> Event| {
        let (window, dispatch) = (web_sys::window(), dispatch.clone());
        let hear = move |heard: &web_sys::Event| {
            let detail = heard.dyn_ref::<web_sys::CustomEvent>().and_then(|heard| heard.detail().as_string());
            if let Some(id) = detail.as_deref().and_then(SittingId::parse) {
                dispatch.emit(event(id));
            }
        };
        listeners.extend(window.map(|window| EventListener::new(&window, name, hear)));
    };
    on_sitting("invigil:owned", |id| Event::Owned(id, true));
    on_sitting("invigil:owned-elsewhere", |id| Event::Owned(id, false));
    on_sitting("invigil:taken", Event::OwnerLost);
    let mut on = |target: &EventTarget, name: &'static str, event: fn() -> Event| {
        let dispatch = dispatch.clone();
        listeners.push(EventListener::new(target, name, move |_| dispatch.emit(event())));
    };
    if let Some(document) = document() {
        on(&document, "visibilitychange", seen);
    }
    // What the start script told before the app listened.
    if mark("framed").is_some() {
        dispatch.emit(Event::Framed);
    }
    if mark("update").is_some() {
        dispatch.emit(Event::UpdateReady);
    }
    if let Some(offline) = mark("offline") {
        dispatch.emit(if offline == "ready" { Event::OfflineReady } else { Event::OfflineFailed });
    }
    let dispatch = dispatch.clone();
    Signals { _listeners: listeners, _ticks: Interval::new(500, move || dispatch.emit(Event::Ticked)) }
}

/// Whether the second part of the code is there: the start script marks it.
pub(crate) fn is_whole() -> bool {
    mark("code").is_some()
}

/// Tells once when it is there.
pub(crate) fn when_whole(tell: Callback<()>) -> Option<EventListener> {
    let window = web_sys::window().filter(|_| !is_whole())?;
    Some(EventListener::once(&window, "invigil:code-whole", move |_| tell.emit(())))
}

/// The page went to the back, or came to the front.
fn seen() -> Event {
    if document().is_some_and(|document| document.hidden()) { Event::Hidden } else { Event::Ticked }
}

/// Asks the start script to use the waiting release.
pub(crate) fn apply_update() {
    tell("invigil:update-apply", None);
}

/// Asks the start script to own a sitting.
pub(crate) fn own(id: &str, claim: Claim) {
    let name = match claim {
        Claim::IfFree => "invigil:own",
        Claim::Take => "invigil:take",
        Claim::WhenLeft => "invigil:own-later",
    };
    tell(name, Some(id));
}

/// Tells the start script to let a sitting go.
pub(crate) fn disown(id: &str) {
    tell("invigil:disown", Some(id));
}

/// Hands the start script a piece of the record of what happened.
pub(crate) fn did(piece: &[u8]) {
    // Every event is put on record, so it is a call and no event. Without the start script nobody keeps it.
    let _ = keep(js_sys::Uint8Array::from(piece));
}

/// Tells the start script something.
pub(super) fn tell(name: &str, detail: Option<&str>) {
    send(name, &detail.map_or(JsValue::NULL, Into::into));
}

pub(super) fn send(name: &str, detail: &JsValue) {
    let options = web_sys::CustomEventInit::new();
    options.set_detail(detail);
    let event = web_sys::CustomEvent::new_with_event_init_dict(name, &options);
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        let _ = window.dispatch_event(&event);
    }
}

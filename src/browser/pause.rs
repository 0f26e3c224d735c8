//! What waits until typing pauses.

use gloo::timers::callback::Timeout;
use std::cell::Cell;

/// So long without a key is a pause.
const PAUSE_MS: u32 = 700;

thread_local! {
    static WAITING: Cell<Option<Timeout>> = const { Cell::new(None) };
}

/// Does something when nothing was typed for a while; what waited before is given up.
pub(crate) fn when_paused(act: impl FnOnce() + 'static) {
    WAITING.set(Some(Timeout::new(PAUSE_MS, act)));
}

/// Gives up what waits.
pub(crate) fn cancel() {
    WAITING.set(None);
}

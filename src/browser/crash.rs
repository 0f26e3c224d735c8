//! What happens when the app fails: the page is covered by the start script, and nothing more is written.

use std::panic::PanicHookInfo;

/// The hook that Yew is given; it must not use the app's own state, which may be half changed.
pub(crate) fn report(info: &PanicHookInfo<'_>) {
    super::signals::tell("invigil:crash", Some(&info.to_string()));
}

//! Links out of the app: the clipboard, and the system's share sheet.

use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

/// Whether this browser has a share sheet.
pub(crate) fn can_share() -> bool {
    let navigator = web_sys::window().map(|window| window.navigator());
    navigator.is_some_and(|navigator| Reflect::has(&navigator, &"share".into()).unwrap_or(false))
}

/// Puts a text on the clipboard.
pub(crate) async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator = window.navigator();
    // Without a secure address there is no clipboard.
    let there = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object());
    there && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// Hands an address to the system's share sheet, which shows by itself what comes of it, and closing it is no fault.
/// Where there is none, the address is put on the clipboard instead: then it is answered whether that was done.
pub(crate) async fn share(title: &str, address: &str) -> Option<bool> {
    if can_share() {
        let data = ShareData::new();
        data.set_title(title);
        data.set_url(address);
        let shared = JsFuture::from(web_sys::window()?.navigator().share_with_data(&data)).await;
        let fault = shared.err().and_then(|error| Reflect::get(&error, &"name".into()).ok());
        if fault.is_none_or(|name| name == "AbortError") {
            return None;
        }
    }
    Some(copy(address).await)
}

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

/// Hands an address to the system's share sheet; closing the sheet is no fault.
pub(crate) async fn share(title: &str, address: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    if !can_share() {
        return copy(address).await;
    }
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    match JsFuture::from(window.navigator().share_with_data(&data)).await {
        Ok(_) => true,
        Err(error) => {
            let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
            name.as_deref() == Some("AbortError") || copy(address).await
        }
    }
}

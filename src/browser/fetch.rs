//! Files of the site, and of no other.

use invigil_engine::app::FetchFault;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Request, RequestCache, RequestInit, Response};

/// Fetches a file of the site by its relative address.
pub(crate) async fn bytes(address: &str, fresh: bool) -> Result<Vec<u8>, FetchFault> {
    let response = get(address, fresh).await.map_err(|_| FetchFault::Unreachable)?;
    if !response.ok() {
        return Err(FetchFault::Missing);
    }
    let buffer = response.array_buffer().map_err(|_| FetchFault::Unreachable)?;
    let buffer = JsFuture::from(buffer).await.map_err(|_| FetchFault::Unreachable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

async fn get(address: &str, fresh: bool) -> Result<Response, JsValue> {
    let options = RequestInit::new();
    // The catalogue has one name in all releases; the other files carry a hash in theirs.
    options.set_cache(if fresh { RequestCache::NoCache } else { RequestCache::Default });
    let request = Request::new_with_str_and_init(address, &options)?;
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    JsFuture::from(window.fetch_with_request(&request)).await?.dyn_into()
}

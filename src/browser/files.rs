//! Files to and from the learner.

use super::page::document;
use invigil_engine::store::backup::MAX_BACKUP;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

/// Hands a file to the learner. Its address lives until the page is closed: a browser may take long to ask where to put it.
pub(crate) fn download(name: &str, media: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media);
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = document().ok_or(JsValue::UNDEFINED)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Ok(())
}

/// Reads a file that the learner chose; not one that is too large for a backup, since it might fill the memory.
/// What is no text reads as signs that no backup has.
pub(crate) async fn read(file: File) -> Option<String> {
    if u32::try_from(MAX_BACKUP).is_ok_and(|most| file.size() > f64::from(most)) {
        return None;
    }
    let text = JsFuture::from(file.text()).await.ok();
    Some(text.and_then(|text| text.as_string()).unwrap_or_default())
}

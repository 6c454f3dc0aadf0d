//! Reads and downloads files, and writes to the clipboard.

use super::timers::run_after;
use std::time::Duration;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlElement, Url, window};

/// The error if the browser refuses, or if the file has changed or gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failed;

impl From<JsValue> for Failed {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Reads the bytes of a file.
///
/// # Errors
/// If it cannot be read, or has changed since it was chosen.
pub async fn read(file: &File) -> Result<Vec<u8>, Failed> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Starts the download of a text as a file.
///
/// # Errors
/// If the browser refuses.
pub fn download(name: &str, media_type: &str, content: &str) -> Result<(), Failed> {
    let options = BlobPropertyBag::new();
    options.set_type(&format!("{media_type};charset=utf-8"));
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(content.as_bytes()));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = window().and_then(|window| window.document()).ok_or(Failed)?;
    let link = document.create_element("a")?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.unchecked_ref::<HtmlElement>().click();
    // The address is released after a minute: by then the download has begun or was refused.
    run_after(Duration::from_mins(1), move || drop(Url::revoke_object_url(&address)));
    Ok(())
}

/// Copies a text to the clipboard.
///
/// # Errors
/// If the browser refuses. Pages that were loaded without encryption have no clipboard.
pub async fn copy(text: &str) -> Result<(), Failed> {
    let navigator = window().ok_or(Failed)?.navigator();
    if !js_sys::Reflect::get(&navigator, &"clipboard".into())?.is_truthy() {
        return Err(Failed);
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await?;
    Ok(())
}

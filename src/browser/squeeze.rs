//! Compresses the texts of share links with the browser's own deflate.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair};

#[wasm_bindgen]
extern "C" {
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

const FORMAT: &str = "deflate-raw";

/// The error if the browser cannot compress, or if the data is not a compressed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CompressionError;

impl From<JsValue> for CompressionError {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// The longest text that is decompressed, in bytes. Without a limit, a short link could fill the memory.
const LONGEST_TEXT: usize = 20_000_000;

/// Compresses the UTF-8 of a text as raw deflate.
///
/// # Errors
/// If the browser has no compression streams.
pub async fn squeeze(text: &str) -> Result<Vec<u8>, CompressionError> {
    let stream = CompressionStream::new(FORMAT)?;
    through(text.as_bytes(), stream.unchecked_ref()).await
}

/// Decompresses a text that [`squeeze`] compressed.
///
/// # Errors
/// If the data is damaged or not UTF-8, or if the text is too long.
pub async fn unfold(packed: &[u8]) -> Result<String, CompressionError> {
    let stream = DecompressionStream::new(FORMAT)?;
    String::from_utf8(through(packed, stream.unchecked_ref()).await?).map_err(|_| CompressionError)
}

/// Sends bytes through a transform stream and collects the result.
async fn through(bytes: &[u8], transform: &ReadableWritablePair) -> Result<Vec<u8>, CompressionError> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let source = Blob::new_with_u8_array_sequence(&parts)?.stream();
    let piped: ReadableStream = source.pipe_through(transform);
    let reader: ReadableStreamDefaultReader = piped.get_reader().unchecked_into();
    let mut out = Vec::new();
    loop {
        let chunk = JsFuture::from(reader.read()).await?;
        if js_sys::Reflect::get(&chunk, &"done".into())?.is_truthy() {
            return Ok(out);
        }
        let bytes: js_sys::Uint8Array = js_sys::Reflect::get(&chunk, &"value".into())?.unchecked_into();
        out.extend(bytes.to_vec());
        if out.len() > LONGEST_TEXT {
            let _ = reader.cancel();
            return Err(CompressionError);
        }
    }
}

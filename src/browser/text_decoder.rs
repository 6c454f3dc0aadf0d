//! Bytes to text with the browser's `TextDecoder`.

use web_sys::TextDecoder;

/// The text of bytes in the encoding of that label; nothing if the browser does not know the label. Bytes that are no text in
/// that encoding become U+FFFD.
#[must_use]
pub fn to_text(bytes: &[u8], label: &str) -> Option<String> {
    TextDecoder::new_with_label(label).ok()?.decode_with_u8_array(bytes).ok()
}

//! Decodes bytes with the browser's `TextDecoder`.

use web_sys::TextDecoder;

/// Decodes bytes in the encoding of a label. Returns `None` if the browser does not know the label; invalid bytes become U+FFFD.
#[must_use]
pub fn to_text(bytes: &[u8], label: &str) -> Option<String> {
    TextDecoder::new_with_label(label).ok()?.decode_with_u8_array(bytes).ok()
}

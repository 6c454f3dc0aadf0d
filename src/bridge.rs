//! The JavaScript interface: findings as plain objects, offsets in UTF-16 units.

use crate::engine::{Ruler, Unit};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[derive(Serialize)]
struct Finding<'a> {
    category: &'static str,
    kind: &'static str,
    start: usize,
    end: usize,
    text: &'a str,
    voice: &'static str,
    strength: &'static str,
    rule: &'static str,
}

/// The findings of a text, in order.
///
/// # Errors
/// When the browser cannot make the objects.
#[wasm_bindgen]
pub fn analyze(text: &str) -> Result<JsValue, JsValue> {
    let report = crate::engine::analyze(text);
    let mut ruler = Ruler::new(text, Unit::Utf16);
    let findings: Vec<Finding> = report
        .findings
        .iter()
        .map(|finding| {
            let (start, end) = ruler.span(finding.span);
            Finding {
                category: finding.category().name(),
                kind: finding.kind().name(),
                start,
                end,
                text: finding.span.of(text),
                voice: finding.voice.name(),
                strength: finding.strength().name(),
                rule: finding.entry().id,
            }
        })
        .collect();
    Ok(serde_wasm_bindgen::to_value(&findings)?)
}

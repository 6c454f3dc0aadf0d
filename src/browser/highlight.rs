//! Highlights ranges of text without changing the document (CSS Custom Highlight API).

use wasm_bindgen::prelude::*;
use web_sys::Range;

#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);
    #[wasm_bindgen(method, catch)]
    fn add(this: &Highlight, range: &Range) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["CSS", "highlights"], js_name = set)]
    fn set_highlight(name: &str, highlight: &Highlight) -> Result<JsValue, JsValue>;
}

/// What a highlight shows. The style sheet has a style for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// All places that the reader steps through.
    Tour,
    /// The current one of these places.
    Here,
    /// The words selected in practice.
    Picked,
    /// The passages with notes.
    Noted,
}

impl Light {
    fn name(self) -> &'static str {
        match self {
            Self::Tour => "tour",
            Self::Here => "here",
            Self::Picked => "picked",
            Self::Noted => "noted",
        }
    }
}

/// The error if the browser has no custom highlights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsupported;

/// Replaces the ranges of a highlight; without ranges it is removed.
///
/// # Errors
/// If the browser has no custom highlights. The page still scrolls to the places.
pub fn light(light: Light, ranges: impl IntoIterator<Item = Range>) -> Result<(), Unsupported> {
    let show = || {
        let highlight = Highlight::new()?;
        // Where highlights overlap, the current place shows above all places.
        highlight.set_priority(i32::from(light == Light::Here));
        for range in ranges {
            highlight.add(&range)?;
        }
        set_highlight(light.name(), &highlight)
    };
    show().map(|_| ()).map_err(|_: JsValue| Unsupported)
}

//! Lighting up stretches of text without changing the document (CSS Custom Highlight API).

use wasm_bindgen::prelude::*;
use web_sys::Range;

#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn add(this: &Highlight, range: &Range) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["CSS", "highlights"], js_name = set)]
    fn set_highlight(name: &str, highlight: &Highlight) -> Result<JsValue, JsValue>;
}

/// What is lit up; the style sheet has a look for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// All places of a tour.
    Tour,
    /// The place where the reader is.
    Here,
    /// The words that a learner has picked.
    Picked,
}

impl Light {
    fn name(self) -> &'static str {
        match self {
            Self::Tour => "tour",
            Self::Here => "here",
            Self::Picked => "picked",
        }
    }
}

/// The browser has no highlights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsupported;

/// Lights up these ranges and no others; without any the light goes out.
///
/// # Errors
/// In a browser without highlights; the reader is still taken to the places.
pub fn light(light: Light, ranges: impl IntoIterator<Item = Range>) -> Result<(), Unsupported> {
    let show = || {
        let highlight = Highlight::new()?;
        for range in ranges {
            highlight.add(&range)?;
        }
        set_highlight(light.name(), &highlight)
    };
    show().map(|_| ()).map_err(|_: JsValue| Unsupported)
}

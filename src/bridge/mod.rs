//! The JavaScript interface: returns the report as plain objects, with offsets in UTF-16 units. `package/` holds the other files
//! of the npm package. `site_page` serves the browser extension.

mod site_page;

use crate::engine::{Unit, analyze_with};
use crate::export::{Document, json};
use crate::lexicon::{Category, Kind, List, Rule};
use crate::reading::{ExceptionList, Filter};
use crate::wording::page;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// The options of [`analyze`].
#[derive(Default, Deserialize)]
#[serde(default)]
struct Options {
    /// The names of the categories and kinds to report; all of them if absent.
    only: Option<Vec<String>>,
    /// The user's own list, as TOML.
    lexicon: Option<String>,
}

/// Analyses a text and returns the report. `options` may be `undefined` or `null`.
///
/// # Errors
/// A JavaScript `Error` that says what is wrong with the text, the options or the list.
#[wasm_bindgen]
pub fn analyze(text: &JsValue, options: JsValue) -> Result<JsValue, JsError> {
    let given = text.as_string().ok_or_else(|| js_error("the text is not a string"))?;
    let absent = options.is_undefined() || options.is_null();
    if !absent {
        let keys = js_sys::Object::keys(&js_sys::Object::from(options.clone()));
        if let Some(key) = keys.iter().filter_map(|key| key.as_string()).find(|key| !matches!(key.as_str(), "only" | "lexicon")) {
            return Err(JsError::new(&format!("there is no option \u{201c}{key}\u{201d}")));
        }
    }
    let options: Options = if absent { Options::default() } else { serde_wasm_bindgen::from_value(options).map_err(js_error)? };
    let list = options.lexicon.as_deref().map(List::read).transpose().map_err(js_error)?;
    let user_list = list.map(|list| list.compile()).transpose().map_err(js_error)?;
    let filter = filter(options.only.as_deref())?;
    let report = analyze_with(&given, user_list.as_ref());
    let ignored = ExceptionList::default();
    let document = Document::new(&given, &report, &filter, &ignored);
    // Parsing one JSON string takes JavaScript a third of the time of building the objects one by one from here. The text, which
    // JavaScript has already, and the explanations, which many findings share, are added afterwards.
    let serialized = serde_json::to_string(&json::report(&document, Unit::Utf16).brief()).map_err(js_error)?;
    let data = js_sys::JSON::parse(&serialized).map_err(unreadable)?;
    drop(serialized);
    let findings: js_sys::Array = js_sys::Reflect::get(&data, &"findings".into()).map_err(unreadable)?.unchecked_into();
    let (why, ask) = (JsValue::from_str("why"), JsValue::from_str("ask"));
    let mut explanations: HashMap<*const Rule, [JsValue; 2]> = HashMap::new();
    for (finding, data) in document.report.findings.iter().zip(findings.iter()) {
        let rule = &finding.rule;
        let [reason, question] =
            explanations.entry(Arc::as_ptr(rule)).or_insert_with(|| [&rule.why, &rule.ask].map(|words| page::quoted_words(words).into()));
        js_sys::Reflect::set(&data, &why, reason).map_err(unreadable)?;
        js_sys::Reflect::set(&data, &ask, question).map_err(unreadable)?;
    }
    // Lone surrogates were read as U+FFFD. The text is returned as it was read, so that the findings quote it exactly.
    let well_formed = if given.contains('\u{fffd}') { JsValue::from_str(&given) } else { text.clone() };
    js_sys::Reflect::set(&data, &"text".into(), &well_formed).map_err(unreadable)?;
    Ok(data)
}

fn unreadable(_: JsValue) -> JsError {
    js_error("the report cannot be read")
}

/// Returns a filter that shows only these categories and kinds; all if `only` is absent.
///
/// # Errors
/// If a name is neither a category nor a kind.
fn filter(only: Option<&[String]>) -> Result<Filter, JsError> {
    let Some(only) = only else { return Ok(Filter::default()) };
    let known = |name: &str| Kind::ALL.iter().any(|kind| kind.name() == name) || Category::ALL.iter().any(|it| it.name() == name);
    if let Some(name) = only.iter().find(|name| !known(name)) {
        return Err(JsError::new(&format!("only: \u{201c}{name}\u{201d} is neither a category nor a kind")));
    }
    let wanted = |kind: &Kind| only.iter().any(|name| name == kind.name() || name == kind.category().name());
    Ok(Kind::ALL.iter().filter(|kind| !wanted(kind)).fold(Filter::default(), |filter, kind| filter.toggled(*kind)))
}

fn js_error(fault: impl std::fmt::Display) -> JsError {
    JsError::new(&fault.to_string())
}

//! The JavaScript interface: the report as plain objects, offsets in UTF-16 units. `package/` holds the rest of the npm
//! package.

use crate::engine::{Unit, analyze_with};
use crate::export::{Document, json};
use crate::lexicon::{Category, Kind, List, Rule};
use crate::reading::{ExceptionList, Filter};
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// What a caller may ask for.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Options {
    /// Only these categories or kinds, by name.
    only: Option<Vec<String>>,
    /// A list of one's own, as TOML.
    lexicon: Option<String>,
}

/// The report on a text. `options` may be absent.
///
/// # Errors
/// A JavaScript `Error` that says what is wrong with the options or the list.
#[wasm_bindgen]
pub fn analyze(text: &JsValue, options: JsValue) -> Result<JsValue, JsError> {
    let given = text.as_string().ok_or_else(|| told("the text is not a string"))?;
    let absent = options.is_undefined() || options.is_null();
    if !absent {
        let keys = js_sys::Object::keys(&js_sys::Object::from(options.clone()));
        if let Some(key) = keys.iter().filter_map(|key| key.as_string()).find(|key| !matches!(key.as_str(), "only" | "lexicon")) {
            return Err(JsError::new(&format!("there is no option \u{201c}{key}\u{201d}")));
        }
    }
    let options: Options = if absent { Options::default() } else { serde_wasm_bindgen::from_value(options).map_err(told)? };
    let list = options.lexicon.as_deref().map(List::read).transpose().map_err(told)?;
    let own = list.map(|list| list.compile()).transpose().map_err(told)?;
    let filter = filter(options.only.as_deref())?;
    let report = analyze_with(&given, own.as_ref());
    let ignored = ExceptionList::default();
    let document = Document::new(&given, &report, &filter, &ignored);
    // JavaScript reads one string in a third of the time that building its objects from here would take. What it has already, and what
    // many findings share, is put in afterwards.
    let written = serde_json::to_string(&json::report(&document, Unit::Utf16).brief()).map_err(told)?;
    let data = js_sys::JSON::parse(&written).map_err(unread)?;
    drop(written);
    let findings: js_sys::Array = js_sys::Reflect::get(&data, &"findings".into()).map_err(unread)?.unchecked_into();
    let (why, ask) = (JsValue::from_str("why"), JsValue::from_str("ask"));
    let mut words: HashMap<*const Rule, [JsValue; 2]> = HashMap::new();
    for (finding, data) in document.report.findings.iter().zip(findings.iter()) {
        let rule = &finding.rule;
        let [reason, question] = words.entry(Arc::as_ptr(rule)).or_insert_with(|| [rule.why.as_ref().into(), rule.ask.as_ref().into()]);
        js_sys::Reflect::set(&data, &why, reason).map_err(unread)?;
        js_sys::Reflect::set(&data, &ask, question).map_err(unread)?;
    }
    // A lone surrogate was read as this character, and findings quote it so.
    let well_formed = if given.contains('\u{fffd}') { JsValue::from_str(&given) } else { text.clone() };
    js_sys::Reflect::set(&data, &"text".into(), &well_formed).map_err(unread)?;
    Ok(data)
}

fn unread(_: JsValue) -> JsError {
    told("the report cannot be read")
}

/// The categories and kinds that are asked for; everything else is off.
fn filter(only: Option<&[String]>) -> Result<Filter, JsError> {
    let Some(only) = only else { return Ok(Filter::default()) };
    let known = |name: &str| Kind::ALL.iter().any(|kind| kind.name() == name) || Category::ALL.iter().any(|it| it.name() == name);
    if let Some(name) = only.iter().find(|name| !known(name)) {
        return Err(JsError::new(&format!("only: \u{201c}{name}\u{201d} is neither a category nor a kind")));
    }
    let wanted = |kind: &Kind| only.iter().any(|name| name == kind.name() || name == kind.category().name());
    Ok(Kind::ALL.iter().filter(|kind| !wanted(kind)).fold(Filter::default(), |filter, kind| filter.toggled(*kind)))
}

fn told(fault: impl std::fmt::Display) -> JsError {
    JsError::new(&fault.to_string())
}

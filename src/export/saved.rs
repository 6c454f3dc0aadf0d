//! The JSON export read back: text, filter and ignored findings, as the reader left them.

use crate::reading::{Filter, Ignored};
use serde_json::Value;

/// What a saved article restores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The article.
    pub text: String,
    /// What is shown.
    pub filter: Filter,
    /// What is passed over.
    pub ignored: Ignored,
}

impl Saved {
    /// Reads what the JSON export wrote, of this version or an older one; nothing when it is something else.
    #[must_use]
    pub fn read(json: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(json.trim_start_matches('\u{feff}')).ok()?;
        let version = value.get("schema")?.as_u64()?;
        let text = value.get("text")?.as_str()?.to_owned();
        let shown = value.get("shown");
        let code = |name| shown.and_then(|shown| shown.get(name)?.as_str()).unwrap_or_default();
        let known = version <= u64::from(super::json::SCHEMA) && !text.trim().is_empty();
        known.then(|| Self { filter: Filter::decode(code("filter")), ignored: Ignored::decode(code("ignored")), text })
    }
}

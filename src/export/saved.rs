//! The JSON export read back: text, filter and ignored findings, as the reader left them.

use crate::reading::{ExceptionList, Filter};
use serde::Deserialize;

/// What a saved article restores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The article.
    pub text: String,
    /// What is shown.
    pub filter: Filter,
    /// What is passed over.
    pub ignored: ExceptionList,
}

/// As much of the export as is read back.
#[derive(Deserialize)]
struct File {
    schema: u32,
    text: String,
    #[serde(default)]
    shown: Shown,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Shown {
    filter: String,
    ignored: String,
}

impl Saved {
    /// Reads what the JSON export wrote, of this version or an older one; nothing when it is something else.
    #[must_use]
    pub fn read(json: &str) -> Option<Self> {
        let File { schema, text, shown } = serde_json::from_str(json.trim_start_matches('\u{feff}')).ok()?;
        let known = schema <= super::json::SCHEMA && !text.trim().is_empty();
        known.then(|| Self { filter: Filter::decode(&shown.filter), ignored: ExceptionList::decode(&shown.ignored), text })
    }
}

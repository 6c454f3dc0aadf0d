//! Reads the JSON export: the text, the filter and the ignored findings.

use crate::reading::{ExceptionList, Filter, Provenance};
use serde::Deserialize;

/// A saved article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The article.
    pub text: String,
    /// The filter.
    pub filter: Filter,
    /// The ignored findings and rules.
    pub ignored: ExceptionList,
    /// Where the text comes from.
    pub from: Option<Provenance>,
}

/// The part of the export that is read.
#[derive(Deserialize)]
struct File {
    schema: u32,
    text: String,
    #[serde(default)]
    from: Option<Provenance>,
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
    /// Reads a JSON export of this version or an older one. Returns `None` for anything else, and for an export without text.
    #[must_use]
    pub fn read(json: &str) -> Option<Self> {
        let File { schema, text, from, shown } = serde_json::from_str(json.trim_start_matches('\u{feff}')).ok()?;
        let known = schema <= super::json::SCHEMA && !text.trim().is_empty();
        known.then(|| Self {
            filter: Filter::decode(&shown.filter),
            ignored: ExceptionList::decode(&shown.ignored),
            from: from.map(|from| from.tidied()),
            text,
        })
    }
}

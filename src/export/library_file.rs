//! The library of past articles as one JSON file, and back.

use crate::reading::{Note, Provenance};
use serde::{Deserialize, Serialize};

/// The version of this format.
const VERSION: u32 = 1;

/// An article of the file.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct FiledArticle {
    /// The day on which it was last on the page.
    pub date: String,
    /// The text.
    pub text: String,
    /// Where it comes from, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Provenance>,
    /// The reader's notes on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

#[derive(Deserialize, Serialize)]
struct LibraryFile {
    caveat_lector_library: u32,
    articles: Vec<FiledArticle>,
}

/// Writes the articles.
#[must_use]
pub fn write_library(articles: Vec<FiledArticle>) -> String {
    super::json::to_string(&LibraryFile { caveat_lector_library: VERSION, articles })
}

/// Reads what [`write_library`] writes, without articles that have no text. Returns `None` for anything else.
#[must_use]
pub fn read_library(json: &str) -> Option<Vec<FiledArticle>> {
    let file: LibraryFile = serde_json::from_str(json.trim_start_matches('\u{feff}')).ok()?;
    let articles = file.articles.into_iter().filter(|article| !article.text.trim().is_empty()).collect();
    (file.caveat_lector_library <= VERSION).then_some(articles)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_is_written_and_read_back() {
        let article = |text: &str| FiledArticle { date: "2026-11-26".into(), text: text.into(), from: None, notes: Vec::new() };
        let file = write_library(vec![article("It may “rain”.\n\u{1F6A2}"), article(" ")]);
        assert_eq!(read_library(&format!("\u{feff}{file}")), Some(vec![article("It may “rain”.\n\u{1F6A2}")]));
        assert_eq!(read_library(&write_library(Vec::new())), Some(Vec::new()));
    }

    #[test]
    fn other_files_are_none() {
        for json in ["", "{}", "{\"schema\": 3, \"text\": \"a\"}", "{\"caveat_lector_library\": 2, \"articles\": []}", "[1]"] {
            assert_eq!(read_library(json), None, "{json}");
        }
    }
}

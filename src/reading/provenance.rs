//! Where a text comes from.

use serde::{Deserialize, Serialize};

/// Where a text comes from, as far as it is known; what is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Provenance {
    /// The title that the site gives the text, or the name of the file.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The name of the site.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub outlet: String,
    /// The address of the text on the site.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// The day on which the reader brought it in, as `2026-11-26`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub read: String,
}

/// The longest title, outlet or address that is kept, in characters.
const LONGEST: usize = 2000;

impl Provenance {
    /// Reads what [`Provenance::code`] writes. Returns `None` for anything else, and if nothing is known.
    #[must_use]
    pub fn decode(code: &str) -> Option<Self> {
        let from: Self = serde_json::from_str(code).ok()?;
        let from = from.tidied();
        (from != Self::default()).then_some(from)
    }

    /// Writes it as JSON.
    #[must_use]
    pub fn code(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Returns the address if a browser can safely follow it: only `http` and `https`.
    #[must_use]
    pub fn link(&self) -> Option<&str> {
        let scheme = self.address.split_once("://")?.0.to_ascii_lowercase();
        matches!(scheme.as_str(), "http" | "https").then_some(self.address.as_str())
    }

    /// Returns the same without line breaks, with a limited length, and without an address that is none of the web.
    #[must_use]
    pub fn tidied(&self) -> Self {
        let tidy = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect();
        let address = self.link().filter(|address| !address.contains(char::is_whitespace)).unwrap_or_default();
        let address = if address.chars().count() > LONGEST { "" } else { address }.to_owned();
        Self { title: tidy(&self.title), outlet: tidy(&self.outlet), address, read: tidy(&self.read) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expected: Option<&str>) {
        let from = Provenance { title: "A  plan\n".into(), address: address.into(), ..Provenance::default() }.tidied();
        assert_eq!((from.title.as_str(), from.link()), ("A plan", expected));
        assert_eq!(Provenance::decode(&from.code()), Some(from));
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        check("https://news.example/a?b#c", Some("https://news.example/a?b#c"));
        check("HTTP://news.example/", Some("HTTP://news.example/"));
        for other in
            ["javascript:alert(1)", "javascript://news.example/%0aalert(1)", "data:text/html,x", "file:///tmp/a", "https://a b", ""]
        {
            check(other, None);
        }
    }

    #[test]
    fn nothing_known_is_nothing() {
        assert_eq!(Provenance::decode("{}"), None);
        assert_eq!(Provenance::decode("[]"), None);
        assert_eq!(Provenance::decode(""), None);
    }
}

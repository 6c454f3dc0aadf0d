//! Share links: the fragment of the URL holds a compressed text and a filter. Browsers do not send the fragment to a server.

use super::Filter;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The content of a share link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The text in UTF-8, compressed (raw deflate).
    pub packed: Vec<u8>,
    /// The filter.
    pub filter: Filter,
    /// The kind of the text.
    pub content: Content,
    /// The reader's notes, compressed like the text; empty if there are none.
    pub notes: Vec<u8>,
}

/// The kind of text in a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// An article.
    Text,
    /// A web page; the article has to be extracted from it.
    Page,
    /// The selected part of a web page.
    Part,
}

impl Content {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Text, Self::Page, Self::Part];

    /// Returns the start of the fragment. The digit is the version of the format.
    fn start(self) -> &'static str {
        match self {
            Self::Text => "text1=",
            Self::Page => "page1=",
            Self::Part => "part1=",
        }
    }
}

/// The error for a fragment that a link of this program has, but that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

impl Link {
    /// Returns the fragment, without `#`.
    #[must_use]
    pub fn fragment(&self) -> String {
        let code = self.filter.code();
        let filter = if code.is_empty() { String::new() } else { format!("&show={code}") };
        let notes = if self.notes.is_empty() { String::new() } else { format!("&notes={}", URL_SAFE_NO_PAD.encode(&self.notes)) };
        format!("{}{}{filter}{notes}", self.content.start(), URL_SAFE_NO_PAD.encode(&self.packed))
    }

    /// Reads a fragment. Returns `None` if it is not that of a share link.
    ///
    /// # Errors
    /// If the link was truncated or changed.
    pub fn read(fragment: &str) -> Result<Option<Self>, Damaged> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let known = |content: Content| Some((content, fragment.strip_prefix(content.start())?));
        let Some((content, rest)) = Content::ALL.into_iter().find_map(known) else {
            let ours = ["text", "page", "part"].iter().any(|start| fragment.starts_with(start));
            return if ours && fragment.contains('=') { Err(Damaged) } else { Ok(None) };
        };
        let (rest, notes) = rest.split_once("&notes=").unwrap_or((rest, ""));
        let (packed, filter) = rest.split_once("&show=").unwrap_or((rest, ""));
        let unpack = |code| URL_SAFE_NO_PAD.decode(code).map_err(|_| Damaged);
        Ok(Some(Self { packed: unpack(packed)?, filter: Filter::decode(filter), content, notes: unpack(notes)? }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Kind;

    #[test]
    fn a_link_carries_text_and_filter() {
        for filter in [Filter::default(), Filter::STRONG.toggled(Kind::Modal)] {
            for content in Content::ALL {
                for notes in [Vec::new(), vec![1, 62, 63]] {
                    let link = Link { packed: vec![0, 255, 62, 63, 10], filter, content, notes };
                    assert_eq!(Link::read(&format!("#{}", link.fragment())), Ok(Some(link)));
                }
            }
        }
    }

    #[test]
    fn foreign_fragments_are_none_and_damaged_ones_are_errors() {
        assert_eq!(Link::read("#article"), Ok(None));
        assert_eq!(Link::read(""), Ok(None));
        for damaged in ["text1=%%%", "text1=AAAAA", "text9=AAAA", "text1=AAAA&notes=AAAAA"] {
            assert_eq!(Link::read(damaged), Err(Damaged), "{damaged}");
        }
    }
}

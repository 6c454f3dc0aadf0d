//! The text that is taken from a web page: its article, or all of it.

use super::article_finder::left_out;
use super::page_tree::Page;
use super::tidy::{is_dropped, text_with_nodes, whole};
use std::collections::HashSet;

/// The text that was taken from a web page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extract {
    /// The text of the article, with its headline first.
    pub text: String,
    /// All text of the page.
    pub whole: String,
    /// The number of paragraphs in `text`.
    pub taken: usize,
    /// The number of paragraphs in `whole`.
    pub all: usize,
}

impl Extract {
    fn new(page: &Page, text: String) -> Self {
        let whole = whole(page);
        let paragraphs = |text: &str| text.split("\n\n").filter(|block| !block.is_empty()).count();
        let (taken, all) = (paragraphs(&text), paragraphs(&whole));
        Self { text, whole, taken, all }
    }

    /// Returns true if something was left out.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.taken < self.all
    }
}

/// Takes the article from a page. If it cannot be told from the rest, as in a short fragment, takes the whole text.
#[must_use]
pub fn extract(page: &Page) -> Extract {
    Extract::new(page, Taken::article(page).text())
}

/// Takes the text of HTML that was copied or dragged: all of it, or only the article if it has the menus of a whole page.
#[must_use]
pub fn extract_fragment(page: &Page) -> Extract {
    Extract::new(page, Taken::fragment(page).text())
}

/// What is taken, before repeated paragraphs are left out.
pub(super) struct Taken {
    /// The text.
    pub read: String,
    /// The text nodes that it was read from, in its order.
    pub nodes: Vec<usize>,
    /// True if it is the article. Of paragraphs that it has twice, one is kept.
    is_article: bool,
}

impl Taken {
    /// Takes the article, or the whole text if it cannot be told from the rest.
    pub fn article(page: &Page) -> Self {
        let Some(left_out) = left_out(page) else { return Self::all(page) };
        let (read, nodes) = text_with_nodes(page, &|number| left_out[number]);
        Self { read, nodes, is_article: true }
    }

    /// Takes all of a fragment, or only the article if it has the menus of a whole page.
    pub fn fragment(page: &Page) -> Self {
        let is_whole_page = page.nodes.iter().any(|node| matches!(node.tag.as_str(), "nav" | "footer"));
        if is_whole_page { Self::article(page) } else { Self::all(page) }
    }

    fn all(page: &Page) -> Self {
        let (read, nodes) = text_with_nodes(page, &|number| is_dropped(&page.nodes[number]));
        Self { read, nodes, is_article: false }
    }

    /// Returns the text without repeated paragraphs.
    pub fn text(&self) -> String {
        let kept: Vec<&str> = self.paragraphs().filter(|(_, kept)| *kept).map(|(paragraph, _)| paragraph).collect();
        kept.join(BETWEEN)
    }

    /// Returns the paragraphs that were read, and whether each is kept: a page may have one twice, for small and large screens.
    pub fn paragraphs(&self) -> impl Iterator<Item = (&str, bool)> {
        let mut seen = HashSet::new();
        self.read.split(BETWEEN).map(move |paragraph| {
            let is_kept = !self.is_article || paragraph.len() < REPEATED || seen.insert(paragraph);
            (paragraph, is_kept)
        })
    }
}

/// What stands between two paragraphs.
pub(super) const BETWEEN: &str = "\n\n";

/// The shortest paragraph that is left out the second time, in bytes.
const REPEATED: usize = 25;

//! The elements and texts of a web page, in one list in document order.

/// A page or a fragment of one.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// In document order: the descendants of an element follow it, up to its `end`.
    pub(super) nodes: Vec<Node>,
    /// The title of the document: often the headline and the name of the site.
    pub(super) title: String,
}

/// An element or a text node.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "facts about an element")]
pub(super) struct Node {
    /// The element's name in lower case; empty for text.
    pub tag: String,
    /// The text of a text node.
    pub text: String,
    /// The names in its attributes `class`, `id`, `role` and `itemprop`, in lower case.
    pub names: Vec<String>,
    /// The index after its last descendant.
    pub end: usize,
    /// The index of its parent; `usize::MAX` at the top.
    pub parent: usize,
    /// True if the page hides it from its readers.
    pub hidden: bool,
    /// True for an inline element that is hidden from screen readers: an ornament, or letters that they read elsewhere.
    unspoken: bool,
    /// True for a link to another page.
    pub link: bool,
    /// True for a list item that is written as a paragraph, as word processors do.
    pub item: bool,
    /// The first number of an ordered list.
    pub start: u32,
}

/// Builds a page from the events of a parser, or of a walk over a document.
#[derive(Debug, Default)]
pub struct Builder {
    page: Page,
    /// The indices of the open elements, the innermost last.
    open: Vec<usize>,
}

/// Inline elements. All others begin a new block.
const INLINE: [&str; 41] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "mark", "o:p", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr", "nobr", "output", "slot",
];

/// Elements that have no content and no end tag.
const VOID: [&str; 14] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// The deepest nesting of elements. A deeper element becomes a sibling instead of a child, as in browsers.
const DEEPEST: usize = 512;
/// The longest title, in characters.
const LONGEST_TITLE: usize = 500;
/// The most nodes in an ornament.
const ORNAMENT: usize = 16;

impl Builder {
    /// Opens an element. `attributes` returns the value of an attribute, if the element has it.
    pub fn open(&mut self, tag: &str, attributes: impl Fn(&str) -> Option<String>) {
        let tag = tag.to_ascii_lowercase();
        let value = |name| attributes(name).unwrap_or_default().to_ascii_lowercase();
        let style: String = value("style").split_whitespace().collect();
        let names = ["class", "id", "role", "itemprop"].map(value).join(" ");
        let names: Vec<String> = names.split_whitespace().map(str::to_owned).collect();
        let unseen = ["display:none", "visibility:hidden", "mso-hide:all", "mso-list:ignore"].iter().any(|rule| style.contains(rule));
        let hidden = unseen || names.iter().any(|name| is_for_screen_readers(name)) || attributes("hidden").is_some();
        let unspoken = value("aria-hidden") == "true" && is_inline(&tag);
        let link = tag == "a" && attributes("href").is_some_and(|address| !address.starts_with('#'));
        let item = tag == "p" && (style.contains("mso-list:l") || value("class").contains("listparagraph"));
        let start = value("start").parse().unwrap_or(1);
        let void = VOID.contains(&tag.as_str());
        self.push(Node { tag, names, hidden, unspoken, link, item, start, ..Node::default() });
        if !void && self.open.len() < DEEPEST {
            self.open.push(self.page.nodes.len() - 1);
        }
    }

    /// Sets the title of the document, of which the beginning is kept.
    pub fn title(&mut self, title: &str) {
        self.page.title = title.chars().take(LONGEST_TITLE).collect();
    }

    /// Adds a text node.
    pub fn text(&mut self, text: &str) {
        self.push(Node { text: text.to_owned(), start: 1, ..Node::default() });
    }

    /// Closes the innermost open element.
    pub fn close(&mut self) {
        if let Some(number) = self.open.pop() {
            self.page.nodes[number].end = self.page.nodes.len();
            self.page.nodes[number].hidden |= self.page.nodes[number].unspoken && self.is_ornament(number);
        }
    }

    /// Closes the innermost open element of that name and all elements inside it. Does nothing if none is open.
    pub fn close_tag(&mut self, tag: &str) {
        if let Some(depth) = self.open.iter().rposition(|number| self.page.nodes[*number].tag == tag) {
            while self.open.len() > depth {
                self.close();
            }
        }
    }

    /// Returns the name of the innermost open element, or an empty string.
    #[must_use]
    pub fn innermost(&self) -> &str {
        self.open.last().map_or("", |number| &self.page.nodes[*number].tag)
    }

    /// Closes all open elements and returns the page.
    #[must_use]
    pub fn finish(mut self) -> Page {
        while !self.open.is_empty() {
            self.close();
        }
        self.page
    }

    fn push(&mut self, node: Node) {
        let parent = self.open.last().copied().unwrap_or(usize::MAX);
        let end = self.page.nodes.len() + 1;
        self.page.nodes.push(Node { end, parent, ..node });
    }

    /// Returns true for an icon or a separator: no letters, a lone `x`, the name of a picture. A capital is a drop cap.
    fn is_ornament(&self, number: usize) -> bool {
        let node = &self.page.nodes[number];
        let text: String = self.page.nodes[number..node.end].iter().take(ORNAMENT).map(|node| node.text.as_str()).collect();
        let text = text.trim();
        let mut letters = text.chars().filter(|c| c.is_alphanumeric());
        let lone = letters.next().is_some_and(|first| !first.is_uppercase()) && letters.next().is_none();
        lone || !text.contains(char::is_alphanumeric) || text.contains('_') || node.names.iter().any(|name| name.contains("icon"))
    }
}

/// Returns true for inline elements, which include unknown ones such as `my-tag` and `st1:place`.
pub(super) fn is_inline(tag: &str) -> bool {
    INLINE.contains(&tag) || tag.contains([':', '-'])
}

/// Returns true for the usual names of text that only screen readers read: `sr-only`, `visually-hidden`, `screen-reader-text`.
fn is_for_screen_readers(name: &str) -> bool {
    name == "sr-only"
        || name == "sr_only"
        || name.replace(['-', '_'], "").starts_with("visuallyhidden")
        || name.starts_with("screen-reader")
}

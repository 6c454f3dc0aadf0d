//! The elements and texts of a web page, in one list in document order.

/// A page or a fragment of one.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// In document order: the descendants of an element follow it, up to its `end`.
    pub(super) nodes: Vec<Node>,
}

/// An element or a text node.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// The element's name in lower case; empty for text.
    pub tag: String,
    /// The text of a text node.
    pub text: String,
    /// The words in its attributes `class`, `id`, `role` and `itemprop`, in lower case.
    pub hints: Vec<String>,
    /// The index after its last descendant.
    pub end: usize,
    /// The index of its parent; `usize::MAX` at the top.
    pub parent: usize,
    /// True if the page hides it.
    pub hidden: bool,
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

/// Elements that have no content and no end tag.
const VOID: [&str; 14] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements that are read although `aria-hidden` hides them from screen readers: a page that is saved while a dialog is open hides
/// its whole content so.
const CONTAINERS: [&str; 5] = ["body", "div", "main", "article", "section"];
/// The deepest nesting of elements. A deeper element becomes a sibling instead of a child, as in browsers.
const DEEPEST: usize = 512;

impl Builder {
    /// Opens an element. `attributes` returns the value of an attribute, if the element has it.
    pub fn open(&mut self, tag: &str, attributes: impl Fn(&str) -> Option<String>) {
        let tag = tag.to_ascii_lowercase();
        let value = |name| attributes(name).unwrap_or_default().to_ascii_lowercase();
        let style: String = value("style").split_whitespace().collect();
        let hints = ["class", "id", "role", "itemprop"].map(value).join(" ");
        let hints: Vec<String> = hints.split(|c: char| !c.is_alphanumeric()).filter(|hint| !hint.is_empty()).map(str::to_owned).collect();
        let has = |all: &[&str]| all.iter().all(|word| hints.iter().any(|hint| hint == word));
        let unseen = ["display:none", "visibility:hidden", "mso-hide:all", "mso-list:ignore"].iter().any(|rule| style.contains(rule));
        let for_screen_readers = has(&["sr", "only"]) || has(&["visually", "hidden"]) || has(&["screen", "reader"]);
        let hidden = unseen
            || for_screen_readers
            || attributes("hidden").is_some()
            || (value("aria-hidden") == "true" && !CONTAINERS.contains(&tag.as_str()));
        let item = tag == "p" && (style.contains("mso-list:l") || value("class").contains("listparagraph"));
        let start = value("start").parse().unwrap_or(1);
        let void = VOID.contains(&tag.as_str());
        self.push(Node { tag, text: String::new(), hints, end: 0, parent: 0, hidden, item, start });
        if !void && self.open.len() < DEEPEST {
            self.open.push(self.page.nodes.len() - 1);
        }
    }

    /// Adds a text node.
    pub fn text(&mut self, text: &str) {
        self.push(Node {
            tag: String::new(),
            text: text.to_owned(),
            hints: Vec::new(),
            end: 0,
            parent: 0,
            hidden: false,
            item: false,
            start: 1,
        });
    }

    /// Closes the innermost open element.
    pub fn close(&mut self) {
        if let Some(number) = self.open.pop() {
            self.page.nodes[number].end = self.page.nodes.len();
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
}

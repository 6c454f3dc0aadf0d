//! A web page as far as its text goes: elements and text in the order of the document, in one list.

/// A page or a fragment of one.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// In the order of the document: what is inside an element follows it, up to its `end`.
    pub(super) nodes: Vec<Node>,
}

#[derive(Clone, Debug)]
pub(super) struct Node {
    /// The element's name in lower case; empty for text.
    pub tag: String,
    /// The text of a text node.
    pub text: String,
    /// Words of its class, id, role and itemprop, in lower case.
    pub hints: Vec<String>,
    /// The number after its last descendant.
    pub end: usize,
    pub parent: usize,
    /// Whether the page hides it.
    pub hidden: bool,
    /// An item of a list that is written as a paragraph, as word processors do.
    pub item: bool,
    /// Of an ordered list: its first number.
    pub start: u32,
}

/// Builds a page from the events of a parser or of a walk over a document.
#[derive(Debug, Default)]
pub struct Builder {
    page: Page,
    open: Vec<usize>,
}

/// Elements that have no inside.
const VOID: [&str; 14] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// What frames a page: a page that was saved with a dialog open hides it from screen readers, and is read all the same.
const FRAMES: [&str; 5] = ["body", "div", "main", "article", "section"];
/// Elements inside each other; what lies deeper stands beside instead of inside, as in browsers.
const DEEPEST: usize = 512;

impl Builder {
    /// An element begins. `attributes` gives the value of an attribute, if the element has it.
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
            || (value("aria-hidden") == "true" && !FRAMES.contains(&tag.as_str()));
        let item = tag == "p" && (style.contains("mso-list:l") || value("class").contains("listparagraph"));
        let start = value("start").parse().unwrap_or(1);
        let void = VOID.contains(&tag.as_str());
        self.push(Node { tag, text: String::new(), hints, end: 0, parent: 0, hidden, item, start });
        if !void && self.open.len() < DEEPEST {
            self.open.push(self.page.nodes.len() - 1);
        }
    }

    /// Text, as it stands in the document.
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

    /// The innermost open element ends.
    pub fn close(&mut self) {
        if let Some(number) = self.open.pop() {
            self.page.nodes[number].end = self.page.nodes.len();
        }
    }

    /// The innermost open element of that name ends, and with it what is open inside; an end without a beginning is passed over.
    pub fn close_tag(&mut self, tag: &str) {
        if let Some(depth) = self.open.iter().rposition(|number| self.page.nodes[*number].tag == tag) {
            while self.open.len() > depth {
                self.close();
            }
        }
    }

    /// The name of the innermost open element.
    #[must_use]
    pub fn innermost(&self) -> &str {
        self.open.last().map_or("", |number| &self.page.nodes[*number].tag)
    }

    /// The page; what is still open ends.
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

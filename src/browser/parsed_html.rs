//! Parses HTML with the browser's own parser, which runs and loads nothing of it.

use wasm_bindgen::JsCast as _;
use web_sys::{Document, DomParser, Element, Node, SupportedType};

/// An event of the walk over a document, in document order.
pub enum Event<'a> {
    /// The title of the document.
    Title(String),
    /// The start of an element, with its name in lower case.
    Open(&'a str, &'a Element),
    /// A text node.
    Text(String),
    /// The end of the element of that name.
    Close(&'a str),
}

/// What the head of a page says of the page; empty where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The title for other sites, or else that of the window.
    pub title: String,
    /// The name of the site.
    pub site: String,
    /// The address that the page gives itself.
    pub canonical: String,
}

/// The error if the browser cannot parse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoParser;

/// Parses HTML, passes its title and the elements and texts of its body to `handle`, and returns what its head says. The document
/// belongs to no window, so its scripts do not run and its images are not loaded.
///
/// # Errors
/// If the browser cannot parse.
pub fn walk(html: &str, mut handle: impl FnMut(Event)) -> Result<Head, NoParser> {
    let document = DomParser::new().and_then(|parser| parser.parse_from_string(html, SupportedType::TextHtml)).map_err(|_| NoParser)?;
    handle(Event::Title(document.title()));
    let head = head(&document);
    let Some(body) = document.body() else { return Ok(head) };
    let root: &Node = &body;
    let mut node = root.first_child();
    while let Some(here) = node {
        if let Some(element) = here.dyn_ref::<Element>() {
            handle(Event::Open(&element.local_name(), element));
        } else if here.node_type() == Node::TEXT_NODE {
            handle(Event::Text(here.node_value().unwrap_or_default()));
        }
        node = next(&here, root, &mut handle);
    }
    Ok(head)
}

fn head(document: &Document) -> Head {
    let said = |selector: &str, attribute: &str| {
        let element = document.query_selector(selector).ok().flatten()?;
        element.get_attribute(attribute).filter(|value| !value.trim().is_empty())
    };
    Head {
        title: said("meta[property='og:title']", "content").unwrap_or_else(|| document.title()),
        site: said("meta[property='og:site_name']", "content").unwrap_or_default(),
        canonical: said("link[rel~='canonical']", "href").unwrap_or_default(),
    }
}

/// Returns the next node in document order, and passes the elements that end before it to `handle`.
fn next(here: &Node, root: &Node, handle: &mut impl FnMut(Event)) -> Option<Node> {
    if let Some(child) = here.first_child() {
        return Some(child);
    }
    let mut here = here.clone();
    loop {
        if let Some(element) = here.dyn_ref::<Element>() {
            handle(Event::Close(&element.local_name()));
        }
        if let Some(sibling) = here.next_sibling() {
            return Some(sibling);
        }
        here = here.parent_node().filter(|parent| parent != root)?;
    }
}

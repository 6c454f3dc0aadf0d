//! The browser's HTML parser: what is pasted or dropped, without running or loading anything of it.

use wasm_bindgen::JsCast as _;
use web_sys::{DomParser, Element, Node, SupportedType};

/// What a walk over a document meets, in order.
pub enum Event<'a> {
    /// An element begins; its name in lower case.
    Open(&'a str, &'a Element),
    /// Text.
    Text(String),
    /// The element of that name ends.
    Close(&'a str),
}

/// The browser has no parser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoParser;

/// Parses HTML and walks over its body. The document belongs to no window: scripts in it do not run, images do not load.
///
/// # Errors
/// When the browser has no parser.
pub fn walk(html: &str, mut meet: impl FnMut(Event)) -> Result<(), NoParser> {
    let document = DomParser::new().and_then(|parser| parser.parse_from_string(html, SupportedType::TextHtml)).map_err(|_| NoParser)?;
    let Some(body) = document.body() else { return Ok(()) };
    let root: &Node = &body;
    let mut node = root.first_child();
    while let Some(here) = node {
        if let Some(element) = here.dyn_ref::<Element>() {
            meet(Event::Open(&element.local_name(), element));
        } else if here.node_type() == Node::TEXT_NODE {
            meet(Event::Text(here.node_value().unwrap_or_default()));
        }
        node = next(&here, root, &mut meet);
    }
    Ok(())
}

/// The node after this one in the order of the document; elements that end on the way are met.
fn next(here: &Node, root: &Node, meet: &mut impl FnMut(Event)) -> Option<Node> {
    if let Some(child) = here.first_child() {
        return Some(child);
    }
    let mut here = here.clone();
    loop {
        if let Some(element) = here.dyn_ref::<Element>() {
            meet(Event::Close(&element.local_name()));
        }
        if let Some(sibling) = here.next_sibling() {
            return Some(sibling);
        }
        here = here.parent_node().filter(|parent| parent != root)?;
    }
}

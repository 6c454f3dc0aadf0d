//! Parses HTML to a [`Page`] on the host, by the HTML standard. The page of this program walks the browser's own document
//! instead; both pass the same events to [`Builder`].

use super::page_tree::{Builder, Page};
use ego_tree::iter::Edge;
use html5ever::ParseOpts;
use html5ever::driver::{Parser, parse_document};
use html5ever::tendril::TendrilSink as _;
use html5ever::tree_builder::TreeBuilderOpts;
use scraper::{Html, HtmlTreeSink, Node};

/// The number of bytes after which the nesting is checked again.
const PIECE: usize = 4096;
/// Nesting at which the parser is restarted. The parser searches its open elements for each tag, so without a limit a
/// page of unclosed tags would take quadratic time. Browsers limit the nesting to about the same depth.
const DEEPEST: usize = 512;

/// Parses a page or a fragment of one. Like the walk in the browser, it takes the content of the body.
#[must_use]
pub fn parse(html: &str) -> Page {
    let mut builder = Builder::default();
    let mut parser = parser();
    let mut rest = html;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(piece_end(rest));
        parser.process(piece.into());
        rest = after;
        if is_too_deep(&parser) {
            walk(&std::mem::replace(&mut parser, self::parser()).finish(), &mut builder);
        }
    }
    walk(&parser.finish(), &mut builder);
    builder.finish()
}

/// Creates a parser that treats scripts as disabled, as the browser's `DOMParser` does.
fn parser() -> Parser<HtmlTreeSink> {
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    parse_document(HtmlTreeSink::new(Html::new_document()), ParseOpts { tree_builder, ..ParseOpts::default() })
}

/// Returns the end of the next piece, which lies before a tag.
fn piece_end(html: &str) -> usize {
    let least = html.ceil_char_boundary(PIECE);
    html[least..].find('<').map_or(html.len(), |tag| least + tag)
}

/// Returns true if the last open elements are nested to the limit.
fn is_too_deep(parser: &Parser<HtmlTreeSink>) -> bool {
    let html = parser.tokenizer.sink.sink.0.borrow();
    std::iter::successors(Some(html.tree.root()), ego_tree::NodeRef::last_child).nth(DEEPEST).is_some()
}

/// Passes the elements and texts of the body to the builder, in document order.
fn walk(document: &Html, builder: &mut Builder) {
    if let Some(title) = title(document) {
        builder.title(&title);
    }
    let body = document.root_element().child_elements().find(|element| element.value().name() == "body");
    for edge in body.iter().flat_map(|body| body.traverse()) {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) => builder.open(element.name(), |name| element.attr(name).map(str::to_owned)),
                Node::Text(text) => builder.text(text),
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    builder.close_tag(element.name());
                }
            }
        }
    }
}

/// Returns the title of the document.
fn title(document: &Html) -> Option<String> {
    let head = document.root_element().child_elements().find(|element| element.value().name() == "head")?;
    let title = head.child_elements().find(|element| element.value().name() == "title")?;
    Some(title.text().collect())
}

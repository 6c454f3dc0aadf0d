//! Positions: from a byte of the text to a place in the drawn article and back.
//!
//! A section carries the number of bytes, findings and look-alikes before it (`data-base`), a row its first and last byte within the section
//! (`data-from`, `data-to`).

use crate::engine::Span;
use crate::reading::{Analysis, SectionBase, byte_after_units, byte_at_share, node_at, utf16_length};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlCollection, HtmlElement, Node, Range};

/// The drawn sections of the article.
fn sections() -> Option<HtmlCollection> {
    Some(document().query_selector("#article .sections").ok().flatten()?.children())
}

/// The drawn row that contains a byte of the text; between two rows the first of them.
pub fn row_at(offset: usize) -> Option<HtmlElement> {
    let section = last_from(&sections()?, |section| base_of(section).bytes <= offset)?;
    let base = base_of(&section).bytes;
    last_from(&section.children(), |row| base + number(row, "data-from") <= offset)?.dyn_into().ok()
}

/// The drawn section that contains the finding or look-alike of this index, and its base. `count` selects which of the two is counted.
pub fn section_of(number: usize, count: impl Fn(SectionBase) -> usize) -> Option<(Element, SectionBase)> {
    let section = last_from(&sections()?, |section| count(base_of(section)) <= number)?;
    let base = base_of(&section);
    Some((section, base))
}

/// Binary search: the last element for which `fits` holds, if all elements for which it holds come first.
fn last_from(elements: &HtmlCollection, fits: impl Fn(&Element) -> bool) -> Option<Element> {
    let (mut low, mut high) = (0, elements.length());
    while low < high {
        let middle = low.midpoint(high);
        if elements.item(middle).is_some_and(|element| fits(&element)) { low = middle + 1 } else { high = middle }
    }
    elements.item(low.saturating_sub(1))
}

/// The attribute with the base of a section.
pub const BASE: &str = "data-base";

/// The base of the section that contains the element; zero without one.
pub fn base_of(element: &Element) -> SectionBase {
    let section = element.closest("section").ok().flatten();
    let base = section.and_then(|section| section.get_attribute(BASE)).unwrap_or_default();
    SectionBase::parse(&base)
}

fn number(element: &Element, name: &str) -> usize {
    element.get_attribute(name).and_then(|number| number.parse().ok()).unwrap_or_default()
}

/// The span of the text that a row shows.
pub fn span_of(row: &Element) -> Span {
    let base = base_of(row).bytes;
    Span { start: base + number(row, "data-from"), end: base + number(row, "data-to") }
}

/// The range of the document that shows a span of the text; `None` if it is not drawn.
pub fn range_of(analysis: &Analysis, span: Span) -> Option<Range> {
    let range = document().create_range().ok()?;
    let (node, offset) = point(analysis, span.start)?;
    range.set_start(&node, offset).ok()?;
    let (node, offset) = point(analysis, span.end)?;
    range.set_end(&node, offset).ok()?;
    (!range.collapsed()).then_some(range)
}

/// The text node that contains a byte of the text, and the offset within the node in UTF-16 units.
fn point(analysis: &Analysis, at: usize) -> Option<(Node, u32)> {
    let row = row_at(at)?;
    let before = Span { start: span_of(&row).start, end: at }.of(analysis.text());
    let units = u32::try_from(utf16_length(before)).ok()?;
    let nodes: Vec<Node> = texts(row.into()).collect();
    let length = |node: &Node| node.text_content().map_or(0, |text| u32::try_from(utf16_length(&text)).unwrap_or(u32::MAX));
    let (number, offset) = node_at(nodes.iter().map(length), units)?;
    Some((nodes.into_iter().nth(number)?, offset))
}

/// The text nodes below a node, in document order.
fn texts(node: Node) -> impl Iterator<Item = Node> {
    let mut waiting = vec![node];
    std::iter::from_fn(move || {
        while let Some(node) = waiting.pop() {
            if node.node_type() == Node::TEXT_NODE {
                return Some(node);
            }
            let children = node.child_nodes();
            waiting.extend((0..children.length()).rev().filter_map(|place| children.item(place)));
        }
        None
    })
}

/// The byte of the text at an offset within a node.
pub fn offset_of(analysis: &Analysis, node: &Node, offset: u32) -> Option<usize> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    let row = element.closest("[data-from]").ok().flatten()?;
    let range = document().create_range().ok()?;
    range.set_start(&row, 0).ok()?;
    range.set_end(node, offset).ok()?;
    byte_after_units(analysis.text(), span_of(&row).start, utf16_length(&String::from(range.to_string())))
}

/// The span that the reader has selected in the article.
pub fn selected(analysis: &Analysis) -> Option<Span> {
    let selection = window().get_selection().ok().flatten()?;
    let range = selection.get_range_at(0).ok()?;
    let inside = document().query_selector(".paper").ok().flatten()?.contains(range.common_ancestor_container().ok().as_ref());
    let start = offset_of(analysis, &range.start_container().ok()?, range.start_offset().ok()?)?;
    let end = offset_of(analysis, &range.end_container().ok()?, range.end_offset().ok()?)?;
    (inside && start <= end).then_some(Span { start, end })
}

/// Estimates the byte of the text at this height of the window, in CSS pixels.
pub fn offset_at(analysis: &Analysis, height: f64) -> usize {
    let Some(sections) = sections() else { return 0 };
    let above = |element: &Element| element.get_bounding_client_rect().top() <= height;
    let Some(section) = last_from(&sections, above) else { return 0 };
    let Some(row) = last_from(&section.children(), above) else { return 0 };
    let place = row.get_bounding_client_rect();
    let share = (height - place.top()) / place.height().max(1.0);
    byte_at_share(analysis.text(), span_of(&row), share)
}

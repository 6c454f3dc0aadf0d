//! Where the text stands on the page: from bytes of the text to rows and ranges of the article, and back.

use super::analysis::Analysis;
use super::layout::Base;
use super::state::State;
use crate::engine::Span;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlCollection, HtmlElement, Node, Range};

/// The sections of the article that are drawn.
fn sections() -> Option<HtmlCollection> {
    Some(document().query_selector("#article .sections").ok().flatten()?.children())
}

/// The drawn row that holds a byte of the text; between two rows the one before.
fn row_at(offset: usize) -> Option<HtmlElement> {
    let section = last_from(&sections()?, |section| base_of(section).bytes <= offset)?;
    let base = base_of(&section).bytes;
    last_from(&section.children(), |row| base + number(row, "data-from") <= offset)?.dyn_into().ok()
}

/// The drawn section that holds a finding, or a look-alike, and where it begins.
pub fn section_of(number: usize, count: impl Fn(Base) -> usize) -> Option<(Element, Base)> {
    let section = last_from(&sections()?, |section| count(base_of(section)) <= number)?;
    let base = base_of(&section);
    Some((section, base))
}

/// The last element that `fits`, where those that do stand first.
fn last_from(elements: &HtmlCollection, fits: impl Fn(&Element) -> bool) -> Option<Element> {
    let (mut low, mut high) = (0, elements.length());
    while low < high {
        let middle = low.midpoint(high);
        if elements.item(middle).is_some_and(|element| fits(&element)) { low = middle + 1 } else { high = middle }
    }
    elements.item(low.saturating_sub(1))
}

/// The attribute that says where a section begins.
pub const BASE: &str = "data-base";

/// What it says.
pub fn base_words(Base { bytes, findings, rejected }: Base) -> String {
    format!("{bytes} {findings} {rejected}")
}

/// Where a section begins, or that of a row or a mark; one that says nothing begins at the start.
pub fn base_of(element: &Element) -> Base {
    let section = element.closest("section").ok().flatten();
    let base = section.and_then(|section| section.get_attribute(BASE)).unwrap_or_default();
    let mut numbers = base.split(' ').map(|number| number.parse().unwrap_or_default());
    let mut next = || numbers.next().unwrap_or_default();
    Base { bytes: next(), findings: next(), rejected: next() }
}

fn number(element: &Element, name: &str) -> usize {
    element.get_attribute(name).and_then(|number| number.parse().ok()).unwrap_or_default()
}

/// The bytes of the text that a row shows.
fn span_of(row: &Element) -> Span {
    let base = base_of(row).bytes;
    Span { start: base + number(row, "data-from"), end: base + number(row, "data-to") }
}

/// The stretch of the page that shows a stretch of the text; nothing where it is not drawn.
pub fn range_of(analysis: &Analysis, span: Span) -> Option<Range> {
    let range = document().create_range().ok()?;
    let (node, offset) = point(analysis, span.start)?;
    range.set_start(&node, offset).ok()?;
    let (node, offset) = point(analysis, span.end)?;
    range.set_end(&node, offset).ok()?;
    (!range.collapsed()).then_some(range)
}

/// The text node, and the offset in it in UTF-16 units, of a byte of the text.
fn point(analysis: &Analysis, at: usize) -> Option<(Node, u32)> {
    let row = row_at(at)?;
    let before = Span { start: span_of(&row).start, end: at }.of(analysis.text());
    let mut left = u32::try_from(before.encode_utf16().count()).ok()?;
    let mut nodes = texts(row.into());
    let mut node = nodes.next()?;
    loop {
        let length = node.text_content().map_or(0, |text| u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX));
        if left <= length {
            return Some((node, left));
        }
        left -= length;
        node = nodes.next()?;
    }
}

/// The text nodes below a node, in order.
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

/// The byte of the text at a point of the page: the node, and the offset in it.
pub fn offset_of(analysis: &Analysis, node: &Node, offset: u32) -> Option<usize> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    let row = element.closest("[data-from]").ok().flatten()?;
    let range = document().create_range().ok()?;
    range.set_start(&row, 0).ok()?;
    range.set_end(node, offset).ok()?;
    let units = String::from(range.to_string()).encode_utf16().count();
    let start = span_of(&row).start;
    let mut passed = 0;
    let rest = analysis.text().get(start..)?;
    let inside = rest.char_indices().find(|(_, c)| {
        let reached = passed >= units;
        passed += c.len_utf16();
        reached
    });
    Some(start + inside.map_or(rest.len(), |(byte, _)| byte))
}

/// What the reader has selected in the article.
pub fn selected(analysis: &Analysis) -> Option<Span> {
    let selection = window().get_selection().ok().flatten()?;
    let range = selection.get_range_at(0).ok()?;
    let inside = document().query_selector(".paper").ok().flatten()?.contains(range.common_ancestor_container().ok().as_ref());
    let start = offset_of(analysis, &range.start_container().ok()?, range.start_offset().ok()?)?;
    let end = offset_of(analysis, &range.end_container().ok()?, range.end_offset().ok()?)?;
    (inside && start <= end).then_some(Span { start, end })
}

/// About where in the text the line at this height of the window stands.
pub fn offset_at(analysis: &Analysis, height: f64) -> usize {
    let Some(sections) = sections() else { return 0 };
    let above = |element: &Element| element.get_bounding_client_rect().top() <= height;
    let Some(section) = last_from(&sections, above) else { return 0 };
    let Some(row) = last_from(&section.children(), above) else { return 0 };
    let place = row.get_bounding_client_rect();
    let span = span_of(&row);
    let share = ((height - place.top()) / place.height().max(1.0)).clamp(0.0, 1.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a place within a text, about"
    )]
    let inside = (span.len() as f64 * share) as usize;
    analysis.text().floor_char_boundary(span.start + inside)
}

/// How far down in the window a place goes that the reader is taken to.
pub const UPPER_THIRD: f64 = 0.33;

/// After so long the sections around a place have their layout.
const ARRIVAL: Duration = Duration::from_millis(120);

/// Brings a stretch of the text to a height of the window, given as a share of it. Draws the article so far where it
/// is not drawn yet.
pub fn go(state: State, span: Span, share: f64) {
    if row_at(span.start).is_none_or(|row| span_of(&row).end < span.start) {
        state.drawn.update(|drawn| *drawn = span.end.max(*drawn));
    }
    state.place.set(span.start);
    state.jumps.update_value(|jumps| *jumps += 1);
    // Sections out of view have no layout of their own: bring the row into view, then the words.
    request_animation_frame(move || {
        if let Some(row) = row_at(span.start) {
            row.scroll_into_view();
        }
        settle(state, span, share);
        request_animation_frame(move || settle(state, span, share));
    });
    let arrive = move || {
        settle(state, span, share);
        state.jumps.update_value(|jumps| *jumps = jumps.saturating_sub(1));
    };
    set_timeout(arrive, ARRIVAL);
}

fn settle(state: State, span: Span, share: f64) {
    if state.place.get_untracked() != span.start {
        return;
    }
    let to = span.end.max(span.start + 1);
    let range = state.analysis.with_untracked(|analysis| range_of(analysis, Span { start: span.start, end: to }));
    let Some(top) =
        range.map(|range| range.get_bounding_client_rect().top()).or_else(|| Some(row_at(span.start)?.get_bounding_client_rect().top()))
    else {
        return;
    };
    window().scroll_by_with_x_and_y(0.0, top - share * height());
}

/// The height of the window in CSS pixels.
pub fn height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

//! The keyboard focus on a place of the article.

use super::position::{offset_of, row_at, span_of};
use super::{focus_article, focus_element_in_place};
use crate::browser::timers::run_before_next_frame;
use crate::engine::Span;
use crate::ui::state::State;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// Focuses the place where the reader is, as [`focus_place`] does.
pub fn focus_here(state: State) {
    let at = state.place.position.get_untracked();
    focus_place(state, Span { start: at, end: at });
}

/// Focuses a place of the article without scrolling, so that Tab goes on from there: its first mark or, if it has none, its paragraph. The
/// beginning of the text stands for the whole article.
pub fn focus_place(state: State, place: Span) {
    focus_article();
    if place.end > 0 {
        // After the frame in which the article is drawn, unless the reader has gone on since.
        run_before_next_frame(move || {
            let free = focused().is_none_or(|element| element.matches("body, #article").unwrap_or(false));
            if free && state.place.explanation.with_untracked(Option::is_none) {
                focus_now(state, place);
            }
        });
    }
}

/// Moves the focus off a mark or paragraph that a redraw is about to replace, and back to its place afterwards.
pub fn keep_focus(state: State) {
    let row = focused().and_then(|element| element.closest("#article .sections [data-from]").ok().flatten());
    match focused().filter(|_| row.is_some()).and_then(|element| span_of_element(state, &element)) {
        Some(place) => focus_place(state, place),
        None => super::focus_article_if_lost(),
    }
}

fn focused() -> Option<Element> {
    document().active_element()
}

fn focus_now(state: State, place: Span) {
    let Some(row) = row_at(place.start).filter(|row| span_of(row).end >= place.start) else { return };
    match first_mark(state, &row, place) {
        Some(mark) => {
            focus_element_in_place(&mark);
            // Focus on a mark opens its explanation, which nobody has asked for.
            state.place.explanation.set(None);
        }
        None => focus_row(&row),
    }
}

/// The first mark of a row that shows words of the place.
fn first_mark(state: State, row: &HtmlElement, place: Span) -> Option<HtmlElement> {
    let place = Span { end: place.end.max(place.start + 1), ..place };
    let marks = row.query_selector_all("mark[tabindex='0']").ok()?;
    let mut marks = (0..marks.length()).filter_map(|number| marks.get(number)?.dyn_into::<HtmlElement>().ok());
    marks.find(|mark| span_of_element(state, mark).is_some_and(|span| span.overlaps(place)))
}

/// The span of the text that an element within a row shows, or the row itself.
fn span_of_element(state: State, element: &Element) -> Option<Span> {
    state.article.analysis.with_untracked(|analysis| {
        Some(Span { start: offset_of(analysis, element, 0)?, end: offset_of(analysis, element, element.child_nodes().length())? })
    })
}

/// Focuses a row. Only one row at a time can have the focus, so that a click into the article focuses none.
fn focus_row(row: &HtmlElement) {
    if let Some(before) = super::find("#article [data-from][tabindex]") {
        let _ = before.remove_attribute("tabindex");
    }
    row.set_tab_index(-1);
    focus_element_in_place(row);
}

//! Scrolling to a place in the text.

use super::find;
use super::position::{range_of, row_at, span_of};
use crate::browser::timers::{run_after, run_before_next_frame};
use crate::engine::{Ruler, Span, Unit};
use crate::ui::state::State;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// The share of the window above a place that the reader is taken to.
pub const UPPER_THIRD: f64 = 0.33;

/// After this time the sections around a place have their layout.
const LAYOUT_TIME: Duration = Duration::from_millis(120);

/// Scrolls to a span of the text, to the upper third of the window. Draws the article up to the span if necessary.
pub fn scroll_to(state: State, span: Span) {
    if state.panel {
        return scroll_site(state, span);
    }
    if row_at(span.start).is_none_or(|row| span_of(&row).end < span.start) {
        state.place.drawn_to.update(|drawn| *drawn = span.end.max(*drawn));
    }
    state.place.position.set(span.start);
    state.place.jumps.update_value(|jumps| *jumps += 1);
    let mode = state.place.mode.get_untracked();
    let adjust = move || {
        if state.place.mode.get_untracked() == mode {
            adjust(state, span);
        }
    };
    // A section out of view has no exact layout, so the row is scrolled into view first and then the words, as the layout becomes known.
    run_before_next_frame(move || {
        if let Some(row) = row_at(span.start) {
            row.scroll_into_view();
        }
        adjust();
        run_before_next_frame(adjust);
    });
    let arrive = move || {
        adjust();
        state.place.jumps.update_value(|jumps| *jumps = jumps.saturating_sub(1));
    };
    run_after(LAYOUT_TIME, arrive);
}

/// Has the browser extension scroll the site to the span. The panel does not show the article.
fn scroll_site(state: State, span: Span) {
    state.place.position.set(span.start);
    let (start, end) = state.article.analysis.with_untracked(|analysis| Ruler::new(analysis.text(), Unit::Utf16).span(span));
    let options = CustomEventInit::new();
    options.set_detail(&js_sys::Array::of2(&count(start), &count(end)));
    let _ = CustomEvent::new_with_event_init_dict("site-place", &options).and_then(|event| window().dispatch_event(&event));
}

fn count(units: usize) -> JsValue {
    u32::try_from(units).unwrap_or(u32::MAX).into()
}

/// Scrolls the span to its place in the window, unless the reader has gone elsewhere.
fn adjust(state: State, span: Span) {
    if state.place.position.get_untracked() != span.start {
        return;
    }
    let to = span.end.max(span.start + 1);
    let range = state.article.analysis.with_untracked(|analysis| range_of(analysis, Span { start: span.start, end: to }));
    let top = range.map(|range| range.get_bounding_client_rect().top());
    let top = top.or_else(|| Some(row_at(span.start)?.get_bounding_client_rect().top()));
    if let Some(top) = top {
        scroll_by(top - UPPER_THIRD * window_height());
    }
}

/// Scrolls an element to this height of the window, as often as it takes until the layout around it is known.
pub fn return_to_height(state: State, top: f64, element: impl Fn() -> Option<HtmlElement> + Clone + 'static) {
    return_to_share(state, top, 0.0, element);
}

/// Scrolls the point of an element that this share of its height lies above to this height of the window, as [`return_to_height`] does.
pub fn return_to_share(state: State, top: f64, share: f64, element: impl Fn() -> Option<HtmlElement> + Clone + 'static) {
    state.place.jumps.update_value(|jumps| *jumps += 1);
    let mode = state.place.mode.get_untracked();
    let adjust = move || {
        if let Some(element) = element().filter(|_| state.place.mode.get_untracked() == mode) {
            let place = element.get_bounding_client_rect();
            scroll_by(place.top() + share * place.height() - top);
        }
    };
    adjust();
    let (first, second) = (adjust.clone(), adjust.clone());
    run_before_next_frame(move || {
        first();
        run_before_next_frame(second);
    });
    let arrive = move || {
        adjust();
        state.place.jumps.update_value(|jumps| *jumps = jumps.saturating_sub(1));
    };
    run_after(LAYOUT_TIME, arrive);
}

/// Scrolls a mark to the upper third of the window, which no popover covers.
pub fn scroll_to_mark(mark: &HtmlElement) {
    scroll_by(mark.get_bounding_client_rect().top() - UPPER_THIRD * window_height());
}

/// Scrolls the beginning of an element to the top of the window, below the bar.
pub fn scroll_into_view(selector: &str) {
    if let Some(element) = find(selector) {
        element.scroll_into_view();
    }
}

/// Scrolls to the beginning of the page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Scrolls to the end of the page.
pub fn scroll_to_end() {
    let height = document().document_element().map_or(0, |root| root.scroll_height());
    window().scroll_to_with_x_and_y(0.0, height.into());
}

/// Scrolls down by a length in CSS pixels.
pub fn scroll_by(pixels: f64) {
    window().scroll_by_with_x_and_y(0.0, pixels);
}

/// The height of the window in CSS pixels.
pub fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

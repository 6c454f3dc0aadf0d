//! The caret of the text box and the reader's position in the text.

use crate::browser::media::matches;
use crate::browser::timers::run_before_next_frame;
use crate::engine::{Ruler, Span, Unit};
use crate::reading::byte_after_units;
use crate::ui::focus::position::range_of;
use crate::ui::focus::scroll::{UPPER_THIRD, scroll_into_view, scroll_to, scroll_to_top, window_height};
use crate::ui::state::State;
use leptos::prelude::*;
use web_sys::HtmlTextAreaElement;

/// Moves the caret to the reader's position, or selects the words that the reader wants to edit, and focuses the box.
pub fn open_at_position(state: State, area: &HtmlTextAreaElement) {
    let text = state.article.text.get_untracked();
    let position = state.place.position.get_untracked().min(text.len());
    let edited = state.place.edited.get_untracked().unwrap_or(Span { start: position, end: position });
    let mut ruler = Ruler::new(&text, Unit::Utf16);
    let [from, to] = [edited.start, edited.end.min(text.len())].map(|byte| u32::try_from(ruler.at(byte)).unwrap_or(0));
    let area = area.clone();
    let empty = text.trim().is_empty();
    // When the box is visible again.
    run_before_next_frame(move || {
        let _ = area.set_selection_range(from, to);
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = area.focus_with_options(&options);
        #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "an estimate")]
        let down = (f64::from(area.scroll_height()) * position as f64 / text.len().max(1) as f64) as i32;
        area.set_scroll_top(down - area.client_height() / 3);
        if empty || !is_beside_article() {
            // The introduction or the box comes first. The browser has kept the article in its place as the box came in above it.
            scroll_to_top();
            run_before_next_frame(scroll_to_top);
        } else if area.get_bounding_client_rect().top() > UPPER_THIRD * window_height() {
            // The summary comes first.
            scroll_into_view(".editor");
        } else {
            // The article is narrower now, and its lines stand elsewhere.
            scroll_to(state, Span { start: position, end: position });
        }
    });
}

/// The byte of the text at the caret.
pub fn caret(state: State, area: &HtmlTextAreaElement) -> usize {
    let units = area.selection_start().ok().flatten().unwrap_or(0) as usize;
    state.article.text.with_untracked(|text| byte_after_units(text, 0, units).unwrap_or(text.len()))
}

/// Scrolls the article beside the box to the caret, if the caret is out of view there.
pub fn keep_caret_in_view(state: State, area: &HtmlTextAreaElement) {
    let position = caret(state, area);
    state.place.position.set(position);
    let beside = is_beside_article();
    run_before_next_frame(move || {
        let top = state.article.analysis.with_untracked(|analysis| {
            let before = analysis.text().floor_char_boundary(position.saturating_sub(1));
            range_of(analysis, Span { start: before, end: position }).map(|range| range.get_bounding_client_rect().top())
        });
        if beside && top.is_some_and(|top| !(0.0..window_height() - 40.0).contains(&top)) {
            scroll_to(state, Span { start: position, end: position });
        }
    });
}

/// True if the box stands beside the article, false if it stands above.
fn is_beside_article() -> bool {
    matches("(min-width: 62.01rem)")
}

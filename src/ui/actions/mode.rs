//! Switching between reading, writing and the other modes.

use crate::browser::timers::run_before_next_frame;
use crate::engine::Span;
use crate::ui::focus;
use crate::ui::focus::position::{offset_at, range_of, selected};
use crate::ui::focus::scroll::{UPPER_THIRD, scroll_to, scroll_to_top, window_height};
use crate::ui::state::{Mode, State};
use leptos::prelude::*;

/// Shows the article from its beginning, after another text has come in.
pub fn start_reading(state: State) {
    state.mode.set(Mode::Read);
    state.position.set(0);
    focus::focus_article();
    return_to_top(state);
    // Again when the article has its height, and a dialog that closes has given the focus back to the menu.
    run_before_next_frame(move || {
        if is_at_rest(state) {
            focus::focus_article();
        }
        return_to_top(state);
    });
}

/// Scrolls to the beginning of the page, unless the reader is going elsewhere.
pub fn return_to_top(state: State) {
    if is_at_rest(state) {
        scroll_to_top();
    }
}

/// Whether the reader has an article open and is not yet going anywhere in it.
fn is_at_rest(state: State) -> bool {
    state.mode.get_untracked() == Mode::Read
        && state.jumps.get_value() == 0
        && state.explanation.with_untracked(Option::is_none)
        && state.navigation.with_untracked(Option::is_none)
}

/// Switches between reading and writing, at the same place of the text.
pub fn toggle_editing(state: State) {
    if state.mode.get_untracked() == Mode::Read {
        state.position.set(reading_position(state));
        return edit(state);
    }
    let position = state.position.get_untracked();
    state.set_mode(Mode::Read);
    focus::focus_article();
    scroll_to(state, Span { start: position, end: position });
}

/// Opens the text box at the reader's position.
pub fn edit(state: State) {
    state.set_mode(Mode::Write);
}

/// Leaves practice or comparison, to the article or to the empty page.
pub fn leave_mode(state: State) {
    let empty = state.empty.get_untracked();
    let position = state.position.get_untracked();
    state.set_mode(if empty { Mode::Write } else { Mode::Read });
    if !empty {
        focus::focus_article();
        scroll_to(state, Span { start: position, end: position });
    }
}

/// Draws the whole article and everything that only print shows.
pub fn draw_for_print(state: State) {
    state.finish();
    state.drawn_to.set(usize::MAX);
    state.printed.set(true);
}

/// The start of the selection or the reader's last position if it is in view, otherwise the position at the upper third of the window.
fn reading_position(state: State) -> usize {
    state.analysis.with_untracked(|analysis| {
        let in_view = |position: &usize| {
            let after = analysis.text().ceil_char_boundary(position + 1);
            let top = range_of(analysis, Span { start: *position, end: after }).map(|range| range.get_bounding_client_rect().top());
            top.is_some_and(|top| (0.0..window_height()).contains(&top))
        };
        let selection = selected(analysis).filter(|selection| !selection.is_empty()).map(|selection| selection.start);
        let position = selection.filter(in_view).or(Some(state.position.get_untracked()).filter(in_view));
        position.unwrap_or_else(|| offset_at(analysis, UPPER_THIRD * window_height()))
    })
}

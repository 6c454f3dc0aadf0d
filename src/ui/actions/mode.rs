//! Switching between reading, writing and the other modes.

use crate::browser::timers::{run_after, run_before_next_frame};
use crate::engine::Span;
use crate::ui::focus;
use crate::ui::focus::place::focus_place;
use crate::ui::focus::position::{offset_at, range_of, row_at, selected};
use crate::ui::focus::scroll::{UPPER_THIRD, return_to_height, scroll_to, scroll_to_top, window_height};
use crate::ui::focus::side::show_side_if_lost;
use crate::ui::state::{LeftPlace, Mode, SampleTrial, State};
use leptos::prelude::*;
use std::time::Duration;

/// After this time the article has its layout and place again.
const SETTLED: Duration = Duration::from_millis(250);

/// Shows the article from its beginning, after another text has come in.
pub fn start_reading(state: State) {
    state.place.mode.set(Mode::Read);
    state.place.position.set(0);
    state.place.fresh.set(true);
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
    state.place.mode.get_untracked() == Mode::Read
        && state.place.jumps.get_value() == 0
        && state.place.explanation.with_untracked(Option::is_none)
        && state.place.navigation.with_untracked(Option::is_none)
}

/// Switches between reading and writing, at the same place of the text.
pub fn toggle_editing(state: State) {
    if state.place.mode.get_untracked() == Mode::Read {
        state.place.position.set(reading_position(state));
        return edit(state);
    }
    let position = state.place.position.get_untracked();
    return_to_article(state, |left| left.position == position);
}

/// Opens the text box at the reader's position.
pub fn edit(state: State) {
    go_to_mode(state, Mode::Write);
}

/// Leaves the article for another mode.
pub fn go_to_mode(state: State, mode: Mode) {
    if state.place.mode.get_untracked() == Mode::Read {
        state.place.left.set_value(place_in_window(state));
    }
    state.set_mode(mode);
}

/// Leaves practice or comparison, to the article or to the empty page.
pub fn leave_mode(state: State) {
    give_back_after_sample(state);
    if state.article.empty.get_untracked() { state.set_mode(Mode::Write) } else { return_to_article(state, |_| true) }
}

/// Gives the reader's texts back if only the sample was compared.
fn give_back_after_sample(state: State) {
    let Some(SampleTrial { versions, before, previous, file }) = state.sample.try_update_value(Option::take).flatten() else { return };
    let present = [state.earlier.get_untracked(), state.article.text.get_untracked()];
    let swapped = [present[1].clone(), present[0].clone()];
    if versions != present && versions != swapped {
        return;
    }
    state.replace_text(&before.text);
    state.set_provenance(before.from);
    state.set_earlier(&before.earlier);
    state.put_aside(previous);
    state.files.current.set(file);
}

/// Shows the article where the reader left it, unless the text is another one or the place is not `wanted`; else at the reader's position.
fn return_to_article(state: State, wanted: impl Fn(&LeftPlace) -> bool) {
    let position = state.place.position.get_untracked();
    let left = state.place.left.try_update_value(Option::take).flatten();
    let left = left.filter(|left| wanted(left) && *left.text == *state.article.text.get_untracked());
    state.set_mode(Mode::Read);
    let position = left.as_ref().map_or(position, |left| left.position);
    focus_place(state, Span { start: position, end: position });
    match left {
        Some(LeftPlace { row, top, .. }) => {
            state.place.position.set(position);
            state.place.drawn_to.update(|drawn| *drawn = row.max(*drawn));
            // After the frame in which the article appears.
            run_before_next_frame(move || return_to_height(state, top, move || row_at(row)));
        }
        None => scroll_to(state, Span { start: position, end: position }),
    }
    run_after(SETTLED, show_side_if_lost);
}

/// The topmost row of the article in the window.
fn place_in_window(state: State) -> Option<LeftPlace> {
    let row = state.article.analysis.with_untracked(|analysis| offset_at(analysis, 0.0));
    let top = row_at(row)?.get_bounding_client_rect().top();
    Some(LeftPlace { text: state.article.text.get_untracked(), position: state.place.position.get_untracked(), row, top })
}

/// Draws the whole article and everything that only print shows.
pub fn draw_for_print(state: State) {
    state.finish();
    state.place.drawn_to.set(usize::MAX);
    state.article.printed.set(true);
}

/// The start of the selection or the reader's last position if it is in view, otherwise the position at the upper third of the window.
fn reading_position(state: State) -> usize {
    state.article.analysis.with_untracked(|analysis| {
        let in_view = |position: &usize| {
            let after = analysis.text().ceil_char_boundary(position + 1);
            let top = range_of(analysis, Span { start: *position, end: after }).map(|range| range.get_bounding_client_rect().top());
            top.is_some_and(|top| (0.0..window_height()).contains(&top))
        };
        let selection = selected(analysis).filter(|selection| !selection.is_empty()).map(|selection| selection.start);
        let position = selection.filter(in_view).or(Some(state.place.position.get_untracked()).filter(in_view));
        position.unwrap_or_else(|| offset_at(analysis, UPPER_THIRD * window_height()))
    })
}

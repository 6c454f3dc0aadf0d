//! Going from anywhere on the page to a ledger, from its rows to the article, and back.

use super::kept_line::{line_in_window, return_to_line};
use super::navigate::navigate;
use crate::browser::timers::run_before_next_frame;
use crate::engine::Span;
use crate::reading::Ledger;
use crate::ui::focus;
use crate::ui::focus::place::focus_place;
use crate::ui::focus::scroll::{UPPER_THIRD, return_to_height, scroll_into_view, window_height};
use crate::ui::focus::side::{move_side, show_in_side, show_side_from_top, stands_beside};
use crate::ui::state::{ArticleLine, State};
use leptos::prelude::*;
use web_sys::Element;

/// Goes back to where the reader was in the article.
pub fn leave_ledger(state: State) {
    if let Some(line) = state.place.came_from.get_untracked() {
        state.place.came_from.set(None);
        state.place.position.set(line.row);
        focus_place(state, Span { start: line.row, end: line.row });
        return_to_line(state, line);
    }
}

/// Opens a ledger, shows its beginning and focuses its tab. Notes where the reader was, if the ledger is elsewhere.
pub fn open_ledger(state: State, ledger: Ledger) {
    let near = focus::find(".side").map(|side| side.get_bounding_client_rect()).is_some_and(|side| side.top() < window_height() / 3.0);
    if !near && !stands_beside() {
        let row = state.place.position.get_untracked();
        let line = line_in_window(state).unwrap_or(ArticleLine { row, share: 0.0, top: UPPER_THIRD * window_height() });
        state.place.came_from.set(Some(line));
    }
    state.place.ledger.set(ledger);
    // The bar of a navigation would lie over the beginning.
    state.place.navigation.set(None);
    // After the frame in which it appears.
    run_before_next_frame(move || {
        if !show_side_from_top() {
            scroll_into_view(".side");
        }
        focus::focus_in_place(&format!("#{}-tab", ledger.name()));
    });
}

/// Scrolls to the list of what is ignored and focuses its heading.
pub fn open_ignored() {
    // The focus first: it puts the page back where it was.
    focus::focus_in_place(".ignored h2");
    if !show_in_side(".ignored") {
        scroll_into_view(".ignored");
    }
}

/// Goes through the places of a row. Notes where the row is in the window.
pub fn follow_row(state: State, row: &Element, label: String, places: Vec<Span>) {
    let top = row.get_bounding_client_rect().top();
    navigate(state, label, places);
    state.place.ledger_row.set(Some((state.place.ledger.get_untracked(), top)));
}

/// Ends going through the places of a row, and focuses the row where it was in the window.
pub fn return_to_row(state: State) {
    let Some((ledger, top)) = state.place.ledger_row.get_untracked() else { return };
    let row = focus::find(":is(.ledger, .outcomes) .go[aria-current]");
    state.place.navigation.set(None);
    state.place.ledger_row.set(None);
    state.place.ledger.set(ledger);
    if let Some(row) = row {
        // After the frame in which its ledger appears.
        run_before_next_frame(move || {
            focus::focus_element_in_place(&row);
            if !move_side(top - row.get_bounding_client_rect().top()) {
                return_to_height(state, top, move || Some(row.clone()));
            }
        });
    }
}

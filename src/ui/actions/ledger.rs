//! Opening a ledger from anywhere on the page.

use crate::browser::timers::run_before_next_frame;
use crate::engine::Span;
use crate::reading::Ledger;
use crate::ui::focus;
use crate::ui::focus::scroll::{scroll_into_view, scroll_to, window_height};
use crate::ui::state::State;
use leptos::prelude::*;

/// Goes back to where the reader was in the article.
pub fn leave_ledger(state: State) {
    if let Some(position) = state.came_from.get_untracked() {
        state.came_from.set(None);
        focus::focus_article();
        scroll_to(state, Span { start: position, end: position });
    }
}

/// Opens a ledger, scrolls it into view and focuses its tab. Notes where the reader was, if the ledger is elsewhere.
pub fn open_ledger(state: State, ledger: Ledger) {
    let in_view =
        focus::find(".side").map(|side| side.get_bounding_client_rect()).is_some_and(|side| (0.0..window_height()).contains(&side.top()));
    if !in_view {
        state.came_from.set(Some(state.position.get_untracked()));
    }
    state.ledger.set(ledger);
    // After the frame in which it appears.
    run_before_next_frame(move || {
        scroll_into_view(".side");
        focus::focus_in_place(&format!("#{}-tab", ledger.name()));
    });
}

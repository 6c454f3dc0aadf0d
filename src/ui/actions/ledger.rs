//! Opening a ledger from anywhere on the page.

use crate::browser::timers::run_before_next_frame;
use crate::reading::Ledger;
use crate::ui::focus;
use crate::ui::focus::scroll::scroll_into_view;
use crate::ui::state::State;
use leptos::prelude::*;

/// Opens a ledger, scrolls it into view and focuses its tab.
pub fn open_ledger(state: State, ledger: Ledger) {
    state.ledger.set(ledger);
    // After the frame in which it appears.
    run_before_next_frame(move || {
        scroll_into_view(".side");
        focus::focus_in_place(&format!("#{}-tab", ledger.name()));
    });
}

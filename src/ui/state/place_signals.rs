//! The signals of where the reader is and where the reader comes from.

use super::types::{ArticleLine, Explanation, LeftPlace};
use crate::browser::history;
use crate::engine::Span;
use crate::reading::{Ledger, Mode, Navigation, Visit};
use leptos::prelude::*;

/// Where the reader is: in the page, in the article and in the ledgers.
pub struct PlaceSignals {
    /// What the reader is doing.
    pub mode: RwSignal<Mode>,
    /// The open ledger.
    pub ledger: RwSignal<Ledger>,
    /// The byte of the text where the reader is; the next finding is searched from here.
    pub position: RwSignal<usize>,
    /// The line where the reader was before going to a ledger; nothing once back there.
    pub came_from: RwSignal<Option<ArticleLine>>,
    /// The ledger and the height in the window, in CSS pixels, of the row whose places the reader goes through.
    pub ledger_row: RwSignal<Option<(Ledger, f64)>>,
    /// Where the reader left the article for another mode.
    pub left: StoredValue<Option<LeftPlace>>,
    /// True for an article that has just come in and got the focus by that.
    pub fresh: RwSignal<bool>,
    /// The words that the text box is opened at, until they change.
    pub edited: RwSignal<Option<Span>>,
    /// The open explanation.
    pub explanation: RwSignal<Option<Explanation>>,
    /// The explanation that the reader closed while the pointer rested on its mark.
    pub dismissed: StoredValue<Option<Explanation>>,
    /// The places that the reader goes through.
    pub navigation: RwSignal<Option<Navigation>>,
    /// The byte of the text up to which the article is drawn at least.
    pub drawn_to: RwSignal<usize>,
    /// The part of the text that is in view, as shares of its length.
    pub in_view: RwSignal<(f64, f64)>,
    /// How far the page was scrolled when the search was opened, in CSS pixels: where the reader is again if nothing is found.
    pub before_search: StoredValue<f64>,
    /// The number of scroll jumps under way. Until they end, scrolling does not change `position`.
    pub jumps: StoredValue<u32>,
}

impl PlaceSignals {
    /// Restores the place of the last visit to this text.
    pub(super) fn new(text: &str) -> Self {
        let visit = visit(text);
        Self {
            mode: RwSignal::new(visit.mode),
            ledger: RwSignal::new(visit.ledger),
            position: RwSignal::new(visit.position),
            came_from: RwSignal::new(None),
            ledger_row: RwSignal::new(None),
            left: StoredValue::new(None),
            fresh: RwSignal::new(false),
            edited: RwSignal::new(None),
            explanation: RwSignal::new(None),
            dismissed: StoredValue::new(None),
            navigation: RwSignal::new(None),
            drawn_to: RwSignal::new(0),
            in_view: RwSignal::new((0.0, 0.0)),
            before_search: StoredValue::new(0.0),
            jumps: StoredValue::new(0),
        }
    }
}

/// Where the reader was before a reload. Without a text there is nothing to read or practise on.
fn visit(text: &str) -> Visit {
    let visit: Visit = history::state().and_then(|state| state.parse().ok()).unwrap_or_default();
    let mode = match visit.mode {
        Mode::Compare => Mode::Compare,
        _ if text.trim().is_empty() => Mode::Write,
        mode => mode,
    };
    Visit { mode, position: text.floor_char_boundary(visit.position), ..visit }
}

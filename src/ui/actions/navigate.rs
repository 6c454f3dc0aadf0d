//! Going through places of the article one by one: what a figure counts, where a source speaks, what a search found.

use crate::engine::Span;
use crate::reading::{Found, Navigation, Query, search};
use crate::ui::focus;
use crate::ui::focus::place::{focus_here, focus_place};
use crate::ui::focus::scroll::scroll_to;
use crate::ui::state::State;
use crate::wording::category_names;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;

/// Highlights the places and goes to the first one; called again with the same places, to the next one.
pub fn navigate(state: State, label: String, places: Vec<Span>) {
    if places.is_empty() {
        return;
    }
    let same = |navigation: &Navigation| navigation.is_through(&label, &places);
    if state.place.navigation.with_untracked(|navigation| navigation.as_ref().is_some_and(same)) {
        return step_navigation(state, true);
    }
    start(state, Navigation::new(label, places, false));
}

/// Goes to the next or previous place, around the ends.
pub fn step_navigation(state: State, forward: bool) {
    state.place.explanation.set(None);
    state.place.navigation.update(|navigation| {
        if let Some(navigation) = navigation {
            navigation.step(forward);
        }
    });
    scroll_to_current(state);
}

/// Opens the search or changes its text, and goes to the first place from where the reader was when it was opened. A regular expression that is
/// not valid finds nothing; the navigation bar says why. Where nothing is found, the page goes back to where it was.
pub fn search_for(state: State, text: &str) {
    let known = state.place.navigation.with_untracked(|navigation| navigation.as_ref().filter(|one| one.search).map(|one| one.from));
    let had_places = state.place.navigation.with_untracked(|navigation| navigation.as_ref().is_some_and(|one| !one.places.is_empty()));
    if known.is_none() {
        state.place.before_search.set_value(window().scroll_y().unwrap_or_default());
    }
    let from = known.unwrap_or_else(|| state.place.position.get_untracked());
    let found = |query: Query| state.article.shown.with_untracked(|shown| search(shown.text(), shown.report(), &query, category_names));
    let Found { places, kinds } = Query::parse(text).map(found).unwrap_or_default();
    if known.is_some() && had_places && places.is_empty() {
        state.place.position.set(from);
        window().scroll_to_with_x_and_y(0.0, state.place.before_search.get_value());
    }
    start(state, Navigation { kinds, ..Navigation::new(text.to_owned(), places, true).starting_at(from) });
}

/// Opens the search; if it is open, focuses its field.
pub fn open_search(state: State) {
    let open = state.place.navigation.with_untracked(|navigation| navigation.as_ref().is_some_and(|navigation| navigation.search));
    if !open {
        return search_for(state, "");
    }
    if let Some(field) = focus::find(".finder input").and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        let _ = field.focus();
        field.select();
    }
}

/// Ends the navigation and focuses the place that it has come to.
pub fn close_navigation(state: State) {
    let place = state.place.navigation.with_untracked(|navigation| navigation.as_ref().and_then(Navigation::current_place));
    state.place.navigation.set(None);
    match place {
        Some(place) => focus_place(state, place),
        None => focus_here(state),
    }
}

fn start(state: State, navigation: Navigation) {
    state.place.explanation.set(None);
    state.message.set(None);
    state.place.ledger_row.set(None);
    state.place.navigation.set(Some(navigation));
    scroll_to_current(state);
}

fn scroll_to_current(state: State) {
    let place = state.place.navigation.with_untracked(|navigation| navigation.as_ref().and_then(Navigation::current_place));
    if let Some(place) = place {
        scroll_to(state, place);
    }
}

//! The state of the present entry in the browser's history, which outlives a reload.

use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration, window};

fn history() -> Option<History> {
    window()?.history().ok()
}

/// The state that the present entry has; `None` if it has none or the browser denies it.
#[must_use]
pub fn state() -> Option<String> {
    history()?.state().ok()?.as_string()
}

/// Replaces the state of the present entry. A browser that refuses forgets it with the next reload.
pub fn replace(state: &str) {
    if let Some(history) = history() {
        let _ = history.replace_state(&JsValue::from_str(state), "");
    }
}

/// Adds an entry with this state, of the same address. Without it the Back button leaves the page.
pub fn push(state: &str) {
    if let Some(history) = history() {
        let _ = history.push_state(&JsValue::from_str(state), "");
    }
}

/// Goes back to the entry before. Returns false if the browser refuses.
#[must_use]
pub fn back() -> bool {
    history().is_some_and(|history| history.back().is_ok())
}

/// Keeps the browser from scrolling to where the page was before a reload, when the page does so itself.
pub fn keep_scroll_position() {
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
}

/// Sets the fragment of the page's address without a new entry; an empty one removes it.
pub fn set_fragment(fragment: &str) {
    let Some(window) = window() else { return };
    let location = window.location();
    if let (Some(history), Ok(path), Ok(query)) = (history(), location.pathname(), location.search()) {
        let state = history.state().unwrap_or_default();
        let _ = history.replace_state_with_url(&state, "", Some(&format!("{path}{query}{fragment}")));
    }
}

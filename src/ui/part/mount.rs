//! The start of the page.

use super::Part;
use super::drawn::Drawn;
use any_spawner::Executor;
use leptos::prelude::*;

/// Draws the page into the body of the document, for as long as the document lives.
pub fn mount(page: impl FnOnce() -> Part) {
    // Refused only when there is one already.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let drawn = owner.with(|| Drawn::new(page()));
    if let Some(body) = document().body() {
        drawn.place(&body, None);
    }
    std::mem::forget((owner, drawn));
}

//! Events to `boot.js`, the script beside the program.

use leptos::prelude::window;

/// Sends an event to `boot.js`: `drawn`, `load-version` or `forget`.
pub fn send_page_event(name: &str) {
    let _ = web_sys::Event::new(name).and_then(|event| window().dispatch_event(&event));
}

//! Events to the scripts beside the program: `boot.js`, and `page.js` in the browser extension.

use leptos::prelude::window;

/// Sends an event: `drawn`, `load-version` or `forget` to `boot.js`, `site-mark-anyway` to `page.js`.
pub fn send_page_event(name: &str) {
    let _ = web_sys::Event::new(name).and_then(|event| window().dispatch_event(&event));
}

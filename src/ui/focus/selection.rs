//! Following what the reader selects.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// Calls `work` whenever the selection of the document changes, as long as the owner lives. The event is not dispatched to the window, so
/// `window_event_listener` cannot receive it.
pub fn watch_selection(work: impl Fn() + 'static) {
    let callback = Closure::<dyn Fn()>::new(work);
    let _ = document().add_event_listener_with_callback("selectionchange", callback.as_ref().unchecked_ref());
    let callback = StoredValue::new_local(callback);
    on_cleanup(move || {
        callback.try_with_value(|callback| {
            let _ = document().remove_event_listener_with_callback("selectionchange", callback.as_ref().unchecked_ref());
        });
    });
}

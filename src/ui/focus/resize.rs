//! Following the size of an element.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// Calls `work` when the element changes its size.
pub fn call_on_resize(element: NodeRef<Div>, work: impl Fn() + Copy + 'static) {
    let callback = Closure::<dyn Fn()>::new(work);
    let Ok(observer) = web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()) else { return };
    let observing = StoredValue::new_local((observer.clone(), callback));
    Effect::new(move || {
        if let Some(element) = element.get() {
            observer.observe(&element);
        }
    });
    on_cleanup(move || {
        observing.try_with_value(|(observer, _)| observer.disconnect());
    });
}

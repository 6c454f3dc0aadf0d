//! Following the size of an element.

use crate::browser::timers::run_before_next_frame;
use leptos::html::ElementType;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Calls `work` when the element has got its first size, and when it has changed it.
///
/// `work` runs before the next frame: a change of the layout from within the observation itself would be an error of the page
/// (`ResizeObserver loop completed with undelivered notifications`).
pub fn call_on_resize<E>(element: NodeRef<E>, work: impl Fn() + Copy + 'static)
where
    E: ElementType + 'static,
    E::Output: AsRef<web_sys::Element> + JsCast + Clone + 'static,
{
    let callback = Closure::<dyn Fn()>::new(move || run_before_next_frame(work));
    let Ok(observer) = web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()) else { return };
    let observing = StoredValue::new_local((observer.clone(), callback));
    Effect::new(move || {
        if let Some(element) = element.get() {
            // A first look before the first frame, so that nothing is seen to jump.
            run_before_next_frame(work);
            observer.observe(element.as_ref());
        }
    });
    on_cleanup(move || {
        observing.try_with_value(|(observer, _)| observer.disconnect());
    });
}

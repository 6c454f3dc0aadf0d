//! Work for later that is never called off.

use std::time::Duration;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::window;

/// Runs `work` after the delay. Without a window it is never run.
pub fn run_after(delay: Duration, work: impl FnOnce() + 'static) {
    let milliseconds = i32::try_from(delay.as_millis()).unwrap_or(i32::MAX);
    let work = callback(Box::new(work));
    if let Some(window) = window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(work.unchecked_ref(), milliseconds);
    }
}

/// Runs `work` before the next frame is drawn. Without a window it is never run.
pub fn run_before_next_frame(work: impl FnOnce() + 'static) {
    let work = callback(Box::new(work));
    if let Some(window) = window() {
        let _ = window.request_animation_frame(work.unchecked_ref());
    }
}

/// A function for the browser, boxed first so that the glue around it is compiled once for all callers.
fn callback(work: Box<dyn FnOnce()>) -> JsValue {
    Closure::once_into_js(work)
}

//! Closures of views without their types, so that the compiler writes the code around them once: much less to transfer.

use leptos::prelude::*;

/// A function of the view that is called again when what it reads changes.
pub type Live<T> = Box<dyn Fn() -> T + Send + Sync>;

/// A value of an attribute, or a condition.
pub fn live<T>(value: impl Fn() -> T + Send + Sync + 'static) -> Live<T> {
    Box::new(value)
}

/// A part of the page.
pub fn part<T: IntoAny>(view: impl Fn() -> T + Send + Sync + 'static) -> Live<AnyView> {
    Box::new(move || view().into_any())
}

/// What an event does.
pub fn act<E: 'static>(handler: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(handler)
}

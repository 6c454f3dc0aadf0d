//! Closures of views without their types, so that the compiler writes the code around them once: much less to transfer.
//! They also take leave of the signals that outlive them, which Leptos does not do for views that go away.

use leptos::prelude::*;
use leptos::reactive::graph::{AnySource, AnySubscriber, Observer, Source as _, ToAnySource};
use std::cell::RefCell;
use std::sync::OnceLock;

thread_local! {
    static LASTING: RefCell<Vec<AnySource>> = const { RefCell::new(Vec::new()) };
}

/// Names a signal that lives as long as the page. Without that it would remember every view that ever read it.
pub fn lasting(source: &impl ToAnySource) {
    LASTING.with_borrow_mut(|lasting| lasting.push(source.to_any_source()));
}

/// Who calls a closure, until the closure goes.
#[derive(Default)]
struct Caller(OnceLock<AnySubscriber>);

impl Caller {
    fn note(&self) {
        if self.0.get().is_none()
            && let Some(observer) = Observer::get()
        {
            let _ = self.0.set(observer);
        }
    }
}

impl Drop for Caller {
    fn drop(&mut self) {
        if let Some(caller) = self.0.get() {
            LASTING.with_borrow(|lasting| lasting.iter().for_each(|source| source.remove_subscriber(caller)));
        }
    }
}

/// A function of the view that is called again when what it reads changes.
pub type Live<T> = Box<dyn Fn() -> T + Send + Sync>;

/// A value of an attribute, or a condition.
pub fn live<T>(value: impl Fn() -> T + Send + Sync + 'static) -> Live<T> {
    let caller = Caller::default();
    Box::new(move || {
        caller.note();
        value()
    })
}

/// A part of the page.
pub fn part<T: IntoAny>(view: impl Fn() -> T + Send + Sync + 'static) -> Live<AnyView> {
    live(move || view().into_any())
}

/// What an event does.
pub fn act<E: 'static>(handler: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(handler)
}

//! What runs again when a signal that it read changes, until it is dropped. Then it takes leave of all signals: Leptos would
//! keep a trace of it in each of them.

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::graph::{Subscriber as _, ToAnySubscriber as _};

/// A run that is repeated, with what it came to.
pub struct Watch<T: 'static>(RenderEffect<T>);

impl<T> Watch<T> {
    /// Runs it at once with what came before.
    pub fn new(run: impl FnMut(Option<T>) -> T + 'static, before: Option<T>) -> Self {
        Self(RenderEffect::new_with_value(run, before))
    }

    /// What it has come to.
    pub fn with<U>(&self, look: impl FnOnce(&mut T) -> U) -> Option<U> {
        self.0.with_value_mut(look)
    }

    /// The same, taken away.
    pub fn take(&self) -> Option<T> {
        self.0.take_value()
    }
}

impl<T> Drop for Watch<T> {
    fn drop(&mut self) {
        let subscriber = self.0.to_any_subscriber();
        subscriber.clear_sources(&subscriber);
        drop(self.take());
    }
}

/// Runs `work` once the page stands, and again when what it reads changes, as long as the component is there.
pub fn follow(work: impl Fn() + 'static) {
    let work: Box<dyn Fn()> = Box::new(work);
    let subscriber = Effect::new(move |_| work()).to_any_subscriber();
    on_cleanup(move || subscriber.clear_sources(&subscriber));
}

//! Signals and memos of Leptos, with one type of value below: Leptos would write all of its code anew for each type that the page
//! keeps in one.

use leptos::prelude::{
    ArcMemo, Get as _, GetUntracked as _, IsDisposed as _, Memo as LeptosMemo, RwSignal as LeptosSignal, Set as _, on_cleanup,
};
use leptos::reactive::graph::{Subscriber as _, ToAnySubscriber as _};
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

/// A value of any type.
type Shared = Arc<dyn Any + Send + Sync>;

/// A value that can be set; what reads it runs again then.
pub struct RwSignal<T>(LeptosSignal<Shared>, PhantomData<fn() -> T>);

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// A signal with its first value.
    pub fn new(value: T) -> Self {
        Self(signal(Arc::new(value)), PhantomData)
    }

    /// Reads the value.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(of(&*tracked(self.0)))
    }

    /// Reads the value once: nothing runs again when it changes.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(of(&*untracked(self.0)))
    }

    /// Puts another value in its place.
    pub fn set(self, value: T) {
        set(self.0, Arc::new(value));
    }

    /// Runs again when the value changes.
    pub fn track(self) {
        drop(tracked(self.0));
    }
}

impl<T: Clone + Send + Sync + 'static> RwSignal<T> {
    /// The value.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value, once.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// The value, once, as long as what it belongs to is there.
    pub fn try_get_untracked(self) -> Option<T> {
        if self.0.is_disposed() { None } else { Some(self.get_untracked()) }
    }

    /// Changes the value.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}

/// A value that is worked out from others, and passed on only when it becomes another one.
pub struct Memo<T>(LeptosMemo<Same>, PhantomData<fn() -> T>);

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// Reads the value.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(of(worked_out(self.0).as_any()))
    }

    /// Reads the value once.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(of(worked_out_untracked(self.0).as_any()))
    }

    /// Runs again when the value changes.
    pub fn track(self) {
        drop(worked_out(self.0));
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Memo<T> {
    /// The value.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value, once.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

/// A value that is worked out again when what it reads changes, as long as the component is there.
pub fn derived<T: PartialEq + Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    Memo(memo(Box::new(move || Same(Arc::new(value())))), PhantomData)
}

/// What can be compared with another value, of whatever type.
trait Value: Any + Send + Sync {
    fn as_any(&self) -> &dyn Any;
    fn is_same(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Value for T {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn is_same(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<T>() == Some(self)
    }
}

#[derive(Clone)]
struct Same(Arc<dyn Value>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same((*other.0).as_any())
    }
}

/// The value, whose type is that of its signal.
fn of<T: 'static>(value: &dyn Any) -> &T {
    value.downcast_ref().unwrap_or_else(|| wasm_bindgen::throw_str("type"))
}

#[inline(never)]
fn signal(value: Shared) -> LeptosSignal<Shared> {
    LeptosSignal::new(value)
}

#[inline(never)]
fn tracked(signal: LeptosSignal<Shared>) -> Shared {
    signal.get()
}

#[inline(never)]
fn untracked(signal: LeptosSignal<Shared>) -> Shared {
    signal.get_untracked()
}

#[inline(never)]
fn set(signal: LeptosSignal<Shared>, value: Shared) {
    signal.set(value);
}

#[inline(never)]
fn worked_out(memo: LeptosMemo<Same>) -> Arc<dyn Value> {
    memo.get().0
}

#[inline(never)]
fn worked_out_untracked(memo: LeptosMemo<Same>) -> Arc<dyn Value> {
    memo.get_untracked().0
}

#[inline(never)]
fn memo(value: Box<dyn Fn() -> Same + Send + Sync>) -> LeptosMemo<Same> {
    let memo = ArcMemo::new(move |_| value());
    let subscriber = memo.to_any_subscriber();
    on_cleanup(move || subscriber.clear_sources(&subscriber));
    memo.into()
}

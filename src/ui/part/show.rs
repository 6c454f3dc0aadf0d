//! What is there only while a condition holds.

use super::{IntoPart, Live, Part};
use leptos::prelude::*;
use leptos::reactive::graph::{Subscriber as _, ToAnySubscriber as _};

/// A condition: what reads it runs again only when it changes.
struct Condition(ArcMemo<bool>);

impl Drop for Condition {
    fn drop(&mut self) {
        let subscriber = self.0.to_any_subscriber();
        subscriber.clear_sources(&subscriber);
    }
}

/// Draws its children, or else the fallback.
#[component]
pub fn Show<W: Fn() -> bool + Send + Sync + 'static>(
    when: W,
    children: Live<Part>,
    #[prop(optional)] fallback: Option<Live<Part>>,
) -> Part {
    shown(Box::new(when), children, fallback)
}

fn shown(when: Live<bool>, children: Live<Part>, fallback: Option<Live<Part>>) -> Part {
    let condition = Condition(ArcMemo::new(move |_| when()));
    (move || if condition.0.get() { children() } else { fallback.as_ref().map_or(Part::Nothing, |fallback| fallback()) }).into_part()
}

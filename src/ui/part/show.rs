//! What is there only while a condition holds.

use super::{IntoPart, Live, Part, derived};
use leptos::prelude::*;

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
    // What is drawn is drawn anew only when the condition changes.
    let condition = derived(when);
    (move || if condition.get() { children() } else { fallback.as_ref().map_or(Part::Nothing, |fallback| fallback()) }).into_part()
}

//! Small components that several parts of the page use.

use leptos::prelude::*;

/// A labelled checkbox.
#[component]
pub fn Toggle(id: &'static str, label: &'static str, on: RwSignal<bool>, flip: Callback<bool>) -> impl IntoView {
    view! {
        <label>
            <input type="checkbox" id=id prop:checked=move || on.get() on:change=move |_| flip.run(!on.get_untracked())/>
            <span>{label}</span>
        </label>
    }
}

/// A term and its description, inside a `dl`.
pub fn fact((label, text): (&'static str, String)) -> impl IntoView {
    view! { <dt>{label}</dt><dd>{text}</dd> }
}

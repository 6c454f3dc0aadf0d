//! Small components that several parts of the page use.
//!
//! Leptos compiles its code anew for each type of view and for each closure in one. What the page needs often has one type here.

use leptos::prelude::*;

/// A part of a view that changes with the signals that `view` reads.
pub type Reactive = Box<dyn Fn() -> AnyView + Send>;

/// Draws what `view` returns, again whenever a signal in it changes.
pub fn reactive<V: IntoView + 'static>(view: impl Fn() -> V + Send + 'static) -> Reactive {
    Box::new(move || view().into_any())
}

/// Shows its children while the condition holds.
#[component]
pub fn If(#[prop(into)] condition: Signal<bool>, children: ChildrenFn) -> impl IntoView {
    view! { <Show when=condition>{children()}</Show> }
}

/// A button with a text.
#[component]
pub fn Button(
    #[prop(optional)] id: Option<&'static str>,
    #[prop(optional)] class: Option<&'static str>,
    /// The name for screen readers, if it is not the text.
    #[prop(optional, into)]
    label: Signal<Option<String>>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(into)] text: Signal<String>,
    #[prop(into)] press: Callback<()>,
) -> impl IntoView {
    view! { <button type="button" id=id class=class aria-label=label disabled=disabled on:click=move |_| press.run(())>{text}</button> }
}

/// A labelled checkbox.
#[component]
pub fn Toggle(id: &'static str, label: &'static str, on: RwSignal<bool>, flip: Callback<bool>) -> impl IntoView {
    view! {
        <label>
            <input type="checkbox" id=id prop:checked=on on:change=move |_| flip.run(!on.get_untracked())/>
            <span>{label}</span>
        </label>
    }
}

/// A quieter paragraph that explains.
pub fn lead(text: &'static str) -> impl IntoView {
    view! { <p class="lead">{text}</p> }
}

/// A term and its description, inside a `dl`.
pub fn fact((label, text): (&'static str, String)) -> impl IntoView {
    view! { <dt>{label}</dt><dd>{text}</dd> }
}

//! The light and the dark theme. The style sheet follows the system until the reader chooses.

use super::controls::reactive;
use crate::browser::storage::{self, Key};
use crate::wording::page;
use leptos::prelude::*;

/// Applies the theme that the reader chose on an earlier visit.
pub fn apply_chosen() {
    if let Some(theme) = chosen() {
        apply(&theme);
    }
}

/// The button that switches between the themes.
#[component]
pub fn ThemeButton(done: Callback<()>) -> impl IntoView {
    let theme = RwSignal::new(chosen());
    let system_dark = window().match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|query| query.matches());
    let dark = Memo::new(move |_| theme.with(|theme| theme.as_deref().map_or(system_dark, |theme| theme == "dark")));
    let switch = move |_| {
        let new = if dark.get_untracked() { "light" } else { "dark" };
        let _ = storage::save(Key::Theme, new);
        apply(new);
        theme.set(Some(new.into()));
        done.run(());
    };
    let words = move || if dark.get() { page::LIGHT } else { page::DARK };
    view! {
        <button type="button" id="theme" on:click=switch><span>{reactive(words)}</span></button>
    }
}

fn chosen() -> Option<String> {
    storage::load(Key::Theme).ok().flatten()
}

fn apply(theme: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-theme", theme);
    }
}

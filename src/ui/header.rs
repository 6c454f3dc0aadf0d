//! The bar at the top.

use super::state::{Mode, State};
use crate::browser::storage::{self, Key};
use leptos::prelude::*;

/// Name, what the page is for, and what can be done with the whole text.
#[component]
pub fn Header() -> impl IntoView {
    let state = expect_context::<State>();
    let empty = Memo::new(move |_| state.text.with(|text| text.trim().is_empty()));
    let reading = Memo::new(move |_| state.mode.get() == Mode::Read);
    let switch = move |_| {
        state.opened.set(None);
        state.mode.set(if reading.get_untracked() { Mode::Write } else { Mode::Read });
    };
    view! {
        <header class="bar">
            <Show when=move || !empty.get()><a class="skip" href="#article">"Skip to the article"</a></Show>
            <p class="name">"Caveat Lector"<small>"what an article doesn’t know, won’t say and hasn’t decided"</small></p>
            <Show when=move || !empty.get()>
                <button type="button" id="new-text" on:click=move |_| state.replace_text("")>"New text"</button>
                <button type="button" id="edit" on:click=switch>{move || if reading.get() { "Edit" } else { "Read" }}</button>
            </Show>
            <ThemeButton/>
        </header>
    }
}

/// Light or dark: what the system says, until the reader chooses.
#[component]
fn ThemeButton() -> impl IntoView {
    let chosen = RwSignal::new(storage::load(Key::Theme).ok().flatten());
    let system_dark = window().match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|query| query.matches());
    let dark = Memo::new(move |_| chosen.with(|theme| theme.as_deref().map_or(system_dark, |theme| theme == "dark")));
    Effect::new(move |_| {
        if let (Some(root), Some(theme)) = (document().document_element(), chosen.get()) {
            // Only a theme that was chosen is written; the style sheet follows the system otherwise.
            let _ = root.set_attribute("data-theme", &theme);
        }
    });
    let switch = move |_| {
        let theme = if dark.get_untracked() { "light" } else { "dark" };
        let _ = storage::save(Key::Theme, theme);
        chosen.set(Some(theme.into()));
    };
    view! {
        <button type="button" id="theme" on:click=switch>{move || if dark.get() { "Light" } else { "Dark" }}</button>
    }
}

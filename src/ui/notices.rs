//! Messages to the reader outside of dialogs: the replaced text, a new version of the page, the last message.

use super::actions::{self, send_page_event};
use super::focus::focus_article;
use super::state::{Mode, State};
use crate::wording::page;
use leptos::prelude::*;

/// Offers the text back that another one replaced.
#[component]
pub fn PreviousText() -> impl IntoView {
    let state = expect_context::<State>();
    let bring_back = move |_| {
        if let Some(text) = state.previous_text.get_untracked() {
            let mode = state.mode.get_untracked();
            state.replace_text(&text);
            if mode == Mode::Compare {
                state.set_mode(mode);
            }
            focus_article();
        }
    };
    let join = move |_| {
        if let Some(old) = state.previous_text.get_untracked() {
            let new = state.text.get_untracked();
            state.replace_text(&format!("{}\n\n{}", old.trim_end(), new.trim_start()));
            state.previous_text.set(None);
            focus_article();
        }
    };
    view! {
        <p class="put-aside" role="status">
            <Show when=move || { state.previous_text.with(Option::is_some) && state.mode.get() != Mode::Practise }>
                {page::PUT_ASIDE} " " <button type="button" on:click=bring_back>{page::BRING_BACK}</button>
                <Show when=move || { !state.is_empty() && state.mode.get() == Mode::Read }>
                    " " <button type="button" id="join" on:click=join>{page::JOIN}</button>
                </Show>
            </Show>
        </p>
    }
}

/// Offers a new version of the page. If the text is not stored, a reload would lose it, so the new version comes with the next visit.
#[component]
pub fn NewVersion() -> impl IntoView {
    let state = expect_context::<State>();
    let found = window_event_listener_untyped("version", move |_| state.new_version.set(true));
    on_cleanup(move || found.remove());
    let load = move |_| {
        state.store_text();
        send_page_event("load-version");
    };
    let next_visit = move || !state.is_empty() && (state.private.get() || !state.stored.get());
    view! {
        <p class="new-version" role="status">
            <Show when=move || state.new_version.get() && next_visit()>{page::NEW_VERSION_LATER}</Show>
            <Show when=move || state.new_version.get() && !next_visit()>
                {page::NEW_VERSION} " " <button type="button" id="load-version" on:click=load>{page::LOAD_VERSION}</button>
            </Show>
        </p>
    }
}

/// The last message, at the foot of the window.
#[component]
pub fn MessageBar() -> impl IntoView {
    let state = expect_context::<State>();
    let undo = move |_| {
        if let Some(exception) = state.message.get_untracked().and_then(|message| message.undo) {
            actions::show_again(state, &exception);
        }
        focus_article();
    };
    let dismiss = move |_| {
        state.message.set(None);
        focus_article();
    };
    view! {
        <div class="message" class:open=move || state.message.with(Option::is_some)>
            <p role="status">{move || state.message.with(|message| message.as_ref().map(|message| message.text.clone()))}</p>
            <Show when=move || state.message.with(|message| message.as_ref().is_some_and(|message| message.undo.is_some()))>
                <button type="button" id="undo" on:click=undo>{page::UNDO}</button>
            </Show>
            <Show when=move || state.message.with(Option::is_some)>
                <button type="button" aria-label=page::CLOSE on:click=dismiss>"×"</button>
            </Show>
        </div>
    }
}

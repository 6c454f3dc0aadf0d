//! The dialog for a note on a passage.

use crate::ui::actions::{keep_note, remove_note};
use crate::ui::controls::{Button, If};
use crate::ui::focus;
use crate::ui::state::State;
use crate::wording::page;
use leptos::html::Textarea;
use leptos::prelude::*;

/// The passage, and a box for what the reader says about it. Ctrl+Enter saves it.
#[component]
pub fn NoteDialog() -> impl IntoView {
    let state = expect_context::<State>();
    let draft = state.draft.get_untracked();
    let words = draft.as_ref().map(|note| note.words.clone()).unwrap_or_default();
    let comment = draft.as_ref().map(|note| note.comment.clone()).unwrap_or_default();
    let known = !comment.is_empty();
    let field = NodeRef::<Textarea>::new();
    Effect::new(move || {
        if let Some(field) = field.get() {
            field.set_value(&comment);
            let _ = field.focus();
        }
    });
    let close = move || {
        state.dialog.set(None);
        focus::focus_article();
    };
    let save = move || {
        if let (Some(mut note), Some(field)) = (state.draft.get_untracked(), field.get_untracked()) {
            note.comment = field.value().trim().to_owned();
            keep_note(state, note);
        }
        close();
    };
    let remove = move || {
        if let Some(note) = state.draft.get_untracked() {
            remove_note(state, &note);
        }
        close();
    };
    let key_down = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            save();
        }
    };
    view! {
        <blockquote class="passage">{words}</blockquote>
        <textarea id="note-text" node_ref=field rows="5" maxlength="4000" aria-label=page::NOTE on:keydown=key_down></textarea>
        <p class="row">
            <Button class="primary" id="save-note" text=page::SAVE_NOTE press=save/>
            <If condition=known><Button id="remove-note" text=page::REMOVE_NOTE press=remove/></If>
        </p>
    }
}

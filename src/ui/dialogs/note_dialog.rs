//! The dialog for a note on a passage. Whichever way it is closed, what the reader wrote is kept.

use crate::ui::actions::{keep_note, remove_note};
use crate::ui::controls::{Button, If};
use crate::ui::focus;
use crate::ui::state::State;
use crate::wording::page;
use leptos::html::Textarea;
use leptos::prelude::*;

/// The passage, and a box for what the reader says about it. Ctrl+Enter closes it.
#[component]
pub fn NoteDialog() -> impl IntoView {
    let state = expect_context::<State>();
    let draft = state.draft.get_untracked();
    let (words, comment) = draft.as_ref().map(|note| (note.words.clone(), note.comment.clone())).unwrap_or_default();
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
    let written = move |event| {
        let comment = event_target_value(&event);
        state.draft.update(|draft| draft.iter_mut().for_each(|note| comment.trim().clone_into(&mut note.comment)));
    };
    on_cleanup(move || {
        if let Some(note) = state.draft.get_untracked().filter(|note| Some(note) != draft.as_ref()) {
            keep_note(state, note);
        }
    });
    let remove = move || {
        if let Some(note) = state.draft.get_untracked() {
            remove_note(state, &note);
        }
        state.draft.set(None);
        close();
    };
    let key_down = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            close();
        }
    };
    view! {
        <blockquote class="passage">{words}</blockquote>
        <textarea
            id="note-text" node_ref=field rows="5" maxlength="4000" aria-label=page::NOTE on:input=written on:keydown=key_down
        ></textarea>
        <p class="row">
            <Button class="primary" id="save-note" text=page::SAVE_NOTE press=close/>
            <If condition=known><Button id="remove-note" text=page::REMOVE_NOTE press=remove/></If>
        </p>
    }
}

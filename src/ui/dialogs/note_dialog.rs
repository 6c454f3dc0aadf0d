//! The dialog for a note on a passage. Only the button saves; what the reader wrote before closing it otherwise can be taken up again.

use crate::browser::timers::run_before_next_frame;
use crate::reading::Note;
use crate::ui::actions::{discard_note, is_draft_changed, keep_note, put_off_note, remove_note};
use crate::ui::controls::{Button, If};
use crate::ui::focus;
use crate::ui::focus::place::{focus_here, focus_place};
use crate::ui::state::State;
use crate::wording::page;
use leptos::html::Textarea;
use leptos::prelude::*;

/// The passage, and a box for what the reader says about it. Ctrl+Enter saves it.
#[component]
pub fn NoteDialog() -> impl IntoView {
    let state = expect_context::<State>();
    let Some(note) = state.notes.draft.get_untracked() else { return ().into_any() };
    let saved = state.notes.all.with_untracked(|notes| notes.on_passage_of(&note).map(|note| note.comment.clone()));
    let known = saved.is_some();
    let (words, comment) = (note.words.clone(), note.comment.clone());
    let changed = Memo::new(move |_| is_draft_changed(state));
    let field = NodeRef::<Textarea>::new();
    Effect::new(move || {
        if let Some(field) = field.get() {
            field.set_value(&comment);
            let _ = field.focus();
        }
    });
    on_cleanup(move || {
        match state.notes.draft.get_untracked().filter(|draft| draft.comment != saved.unwrap_or_default()) {
            Some(unsaved) => put_off_note(state, unsaved),
            None => discard_note(state, &note),
        }
        return_focus(state, note);
    });
    view! {
        <blockquote class="passage">{words}</blockquote>
        <textarea
            id="note-text" node_ref=field rows="5" maxlength="4000" aria-label=page::NOTE
            on:input=move |event| write(state, &event_target_value(&event)) on:keydown=move |event| key_down(state, &event)
        ></textarea>
        <p class="row">
            <Button class="primary" id="save-note" text=page::SAVE_NOTE press=move || close(state, keep_note)/>
            <If condition=changed>
                <Button id="discard-note" text=page::DISCARD_NOTE press=move || close(state, |state, note| discard_note(state, &note))/>
            </If>
            <If condition=known>
                <Button id="remove-note" text=page::REMOVE_NOTE press=move || close(state, |state, note| remove_note(state, &note))/>
            </If>
        </p>
    }
    .into_any()
}

fn write(state: State, comment: &str) {
    state.notes.draft.update(|draft| draft.iter_mut().for_each(|note| comment.trim().clone_into(&mut note.comment)));
}

fn key_down(state: State, event: &web_sys::KeyboardEvent) {
    if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
        event.prevent_default();
        close(state, keep_note);
    }
}

/// Closes the dialog after something is done with the note.
fn close(state: State, finish: fn(State, Note)) {
    if let Some(note) = state.notes.draft.try_update(Option::take).flatten() {
        finish(state, note);
    }
    state.dialog.set(None);
}

/// Focuses the open card or the passage, if what had the focus before the dialog is gone.
fn return_focus(state: State, note: Note) {
    run_before_next_frame(move || {
        if !focus::is_lost() {
        } else if state.place.explanation.with_untracked(Option::is_some) {
            focus::focus_popover();
        } else {
            match state.article.analysis.with_untracked(|analysis| note.find(&note.article, analysis.text())) {
                Some(passage) => focus_place(state, passage),
                None => focus_here(state),
            }
        }
    });
}

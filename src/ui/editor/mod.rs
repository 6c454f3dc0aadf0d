//! The text box, the sample articles, and the files that were opened.

mod caret_position;
mod drop_zone;
mod file_list;
mod paste;
mod samples;

pub use drop_zone::DropZone;
pub use file_list::FileList;
pub use samples::SampleButtons;

use crate::browser::timers::run_after;
use crate::ui::actions;
use crate::ui::controls::{Button, If};
use crate::ui::state::{INSTANT, Mode, State};
use crate::wording::page;
use caret_position::{caret, keep_caret_in_view, open_at_position};
use drop_zone::OpenFilesButton;
use leptos::ev;
use leptos::html::Textarea;
use leptos::prelude::*;
use paste::{insert_as_plain_text, paste_while_reading, replaces_everything};
use std::sync::Arc;
use std::time::Duration;

/// The text box. It stays in the document while the reader reads, hidden, so that its undo history survives. A paste that replaces
/// everything shows the marked article at once.
#[component]
pub fn Editor() -> impl IntoView {
    let state = expect_context::<State>();
    let area = NodeRef::<Textarea>::new();
    // True between a paste that replaces everything and its input event.
    let replaced = StoredValue::new(false);
    let typed = StoredValue::new(None::<Arc<str>>);
    follow_text(state, area, typed);
    focus_in_write_mode(state, area);
    listen_to_window(state);
    let on_input = move |event| {
        if state.place.mode.get_untracked() != Mode::Write {
            replaced.set_value(false);
            return restore(state, area);
        }
        let pasted = replaced.get_value();
        replaced.set_value(false);
        take_input(state, area, &event_target_value(&event), pasted);
        typed.set_value(Some(state.article.text.get_untracked()));
    };
    let caret_moved = move || follow_caret(state, area);
    view! {
        // Hidden by `visibility`: some browsers forget the undo history of a box without layout. The layout of a long text would take a
        // second, so its box is hidden completely.
        <div
            class="editor" class:away=Signal::derive(move || state.place.mode.get() != Mode::Write)
            class:long=Signal::derive(move || state.article.text.with(|text| text.len() > INSTANT))
        >
            <label for="text">{page::BOX}</label>
            <textarea
                id="text" node_ref=area rows="9" spellcheck="false" autocomplete="off" placeholder=page::BOX_HINT
                on:paste=move |event| before_paste(state, area, replaced, &event) on:input=on_input
                on:keydown=move |event| key_down(state, &event) on:keyup=move |_| caret_moved() on:click=move |_| caret_moved()
            ></textarea>
            <If condition=move || !state.article.empty.get()>
                <Button class="primary" id="read" text=page::READ_MARKED press=move || actions::toggle_editing(state)/>
            </If>
            <OpenFilesButton/>
        </div>
    }
}

/// Focuses the box at the reader's position whenever the write mode begins.
fn focus_in_write_mode(state: State, area: NodeRef<Textarea>) {
    Effect::new(move || {
        if let (Some(area), Mode::Write) = (area.get(), state.place.mode.get()) {
            open_at_position(state, &area);
        }
    });
}

/// Notes whether the paste replaces everything, and inserts formatted text as plain text.
fn before_paste(state: State, area: NodeRef<Textarea>, replaced: StoredValue<bool>, event: &web_sys::ClipboardEvent) {
    if let Some(area) = area.get_untracked() {
        let everything = replaces_everything(&area);
        replaced.set_value(everything);
        // A paste without text is not followed by an input event.
        run_after(Duration::ZERO, move || replaced.set_value(false));
        let inserted = insert_as_plain_text(&area, event);
        if everything {
            state.set_extract(inserted);
        }
    }
}

/// Makes the caret the reader's position.
fn follow_caret(state: State, area: NodeRef<Textarea>) {
    if let Some(area) = area.get_untracked() {
        state.place.position.set(caret(state, &area));
    }
}

/// Ctrl+Enter shows the article.
fn key_down(state: State, event: &web_sys::KeyboardEvent) {
    if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !state.article.empty.get_untracked() {
        event.prevent_default();
        actions::toggle_editing(state);
    }
}

/// Writes a text that was not typed into the box.
fn follow_text(state: State, area: NodeRef<Textarea>, typed: StoredValue<Option<Arc<str>>>) {
    Effect::new(move || {
        let text = state.article.text.get();
        let is_typed = typed.with_value(|typed| typed.as_ref().is_some_and(|typed| Arc::ptr_eq(typed, &text)));
        if let Some(area) = area.get()
            && !is_typed
            && area.value() != *text
        {
            area.set_value(&text);
        }
    });
}

/// Puts the text back into the hidden box after the browser's menu has undone the last change in it, which nobody sees there. What was changed
/// before cannot be undone any more.
fn restore(state: State, area: NodeRef<Textarea>) {
    if let Some(area) = area.get_untracked() {
        area.set_value(&state.article.text.get_untracked());
    }
}

/// Handles a paste outside of the box, and stores the text when the page is hidden or left.
fn listen_to_window(state: State) {
    let paste = window_event_listener(ev::paste, move |event| paste_while_reading(state, &event));
    let hide = window_event_listener(ev::pagehide, move |_| {
        state.store_text();
        actions::keep_open_draft(state);
        if state.save_current_file() {
            state.store_files();
        }
    });
    // A phone may end a hidden page without another event.
    let visibility = window_event_listener(ev::visibilitychange, move |_| state.store_text());
    on_cleanup(move || {
        paste.remove();
        hide.remove();
        visibility.remove();
    });
}

/// Takes over what the box holds. A text that was pasted over everything is shown as an article.
fn take_input(state: State, area: NodeRef<Textarea>, text: &str, pasted: bool) {
    let read = pasted && !text.trim().is_empty();
    if read {
        // Before the browser lays out a box that will be hidden.
        state.place.mode.set(Mode::Read);
        // Prevents the browser from scrolling to the caret after the pasted text. The box of a long text is hidden completely anyway.
        if let Some(area) = area.get_untracked().filter(|_| text.len() <= INSTANT) {
            let _ = area.set_selection_range(0, 0);
            let _ = area.blur();
        }
    }
    if read || text.trim().is_empty() {
        // Another text comes from elsewhere.
        state.set_provenance(None);
    }
    state.take_text(text, read);
    if read {
        run_after(Duration::ZERO, move || actions::start_reading(state));
        // Some browsers scroll to the caret later.
        run_after(Duration::from_millis(100), move || actions::return_to_top(state));
    } else if let Some(area) = area.get_untracked() {
        keep_caret_in_view(state, &area);
    }
}

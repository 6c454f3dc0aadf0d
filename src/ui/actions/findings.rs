//! Filtering and ignoring findings. Both redraw marks, so the focus moves from a mark to the article.

use crate::browser::storage::{self, Key};
use crate::reading::{Exception, Filter, Ignored};
use crate::ui::focus;
use crate::ui::state::{Message, State};
use leptos::prelude::*;

/// Sets and stores the filter.
pub fn set_filter(state: State, filter: Filter) {
    show_filtered(state, filter);
    // If the browser refuses, the filter holds for this visit.
    let _ = storage::save(Key::Filter, &filter.code());
}

/// Sets the filter for this visit.
pub fn show_filtered(state: State, filter: Filter) {
    state.close();
    focus::keep_focus();
    state.filter.set(filter);
}

/// Ignores a finding or a rule and shows `text` with an "Undo" button.
pub fn ignore(state: State, exception: Exception, text: String) {
    change_ignored(state, |ignored| ignored.add(exception.clone()));
    state.message.set(Some(Message { text, undo: Some(exception) }));
    focus::focus_undo();
}

/// Shows an ignored finding or rule again.
pub fn show_again(state: State, exception: &Exception) {
    change_ignored(state, |ignored| ignored.remove(exception));
    state.message.set(None);
}

/// Changes and stores the exceptions.
pub fn change_ignored(state: State, change: impl FnOnce(&mut Ignored)) {
    state.close();
    focus::keep_focus();
    state.ignored.update(change);
    let _ = storage::save(Key::Ignored, &state.ignored.with_untracked(Ignored::code));
}

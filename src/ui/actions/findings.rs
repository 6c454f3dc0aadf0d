//! Filtering and ignoring findings. Both redraw marks, so the focus moves from a mark to the article.

use super::kept_line::keep_line;
use super::passage_notes::bring_note_back;
use crate::browser::storage::{self, Key};
use crate::reading::{Exception, ExceptionList, Filter};
use crate::ui::focus;
use crate::ui::focus::place::keep_focus;
use crate::ui::state::{Message, Offer, State};
use leptos::prelude::*;

/// Sets the filter, and stores it unless the article has one of its own.
pub fn set_filter(state: State, filter: Filter) {
    state.close();
    keep_focus(state);
    keep_line(state, || state.article.filter.set(filter));
    if state.article.own_settings.with_value(Option::is_none) {
        // If the browser refuses, the filter holds for this visit.
        let _ = storage::save(Key::Filter, &filter.code());
    }
}

/// Ignores a finding or a rule and shows `text` with an "Undo" button.
pub fn ignore(state: State, exception: Exception, text: String) {
    change_ignored(state, |ignored| ignored.add(exception.clone()));
    state.message.set(Some(Message { text, offer: Some(Offer::Undo(exception)) }));
    focus::focus_undo();
}

/// Shows an ignored finding or rule again.
pub fn show_again(state: State, exception: &Exception) {
    change_ignored(state, |ignored| ignored.remove(exception));
    state.message.set(None);
}

/// Undoes what the last message offers to undo. Returns false if it offers nothing.
pub fn undo(state: State) -> bool {
    match state.message.with_untracked(|message| message.as_ref().and_then(|message| message.offer.clone())) {
        Some(Offer::Undo(exception)) => show_again(state, &exception),
        Some(Offer::BringBack(note)) => bring_note_back(state, note),
        _ => return false,
    }
    true
}

/// Changes the exceptions, and stores the reader's own.
fn change_ignored(state: State, change: impl Fn(&mut ExceptionList)) {
    state.close();
    keep_focus(state);
    keep_line(state, || state.article.ignored.update(&change));
    let own = state.article.own_settings.try_update_value(|own| {
        own.as_mut().map(|(_, ignored)| {
            change(ignored);
            ignored.code()
        })
    });
    let code = own.flatten().unwrap_or_else(|| state.article.ignored.with_untracked(ExceptionList::code));
    // If the browser refuses, they hold for this visit.
    let _ = storage::save(Key::Ignored, &code);
}

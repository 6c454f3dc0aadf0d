//! Notes of the reader: started on the selected words or the focused mark, stored, and found in the article.

use crate::browser::storage::{self, Key};
use crate::engine::Span;
use crate::reading::{Analysis, Note, NoteList, first_words, whole_words};
use crate::ui::focus::focus_undo;
use crate::ui::focus::position::{offset_of, selected};
use crate::ui::state::{DialogKind, Message, Offer, State};
use crate::wording::page;
use leptos::prelude::*;

/// Opens the dialog for a note on the selected words, or else on the words of the focused mark.
pub fn start_note(state: State) {
    let selected = state.article.analysis.with_untracked(selected).filter(|span| !span.is_empty());
    match selected.or_else(|| focused_mark(state)) {
        Some(span) => note_on(state, state.article.analysis.with_untracked(|analysis| whole_words(analysis.text(), span))),
        None => state.notify(page::NOTE_NEEDS_WORDS.to_owned()),
    }
}

/// Opens the dialog for a note on these words of the text.
pub fn note_on(state: State, span: Span) {
    state.place.position.set(span.start);
    match state.article.analysis.with_untracked(|analysis| empty_note(analysis, span)) {
        Some(note) => edit_note(state, note),
        None => state.notify(page::NOTE_NEEDS_WORDS.to_owned()),
    }
}

/// Opens the dialog for a note. If there is one on the same passage, it is that one, with the words that were not saved.
pub fn edit_note(state: State, note: Note) {
    let unsaved = state.notes.unsaved.with_untracked(|notes| notes.on_passage_of(&note).cloned());
    let known = unsaved.or_else(|| state.notes.all.with_untracked(|notes| notes.on_passage_of(&note).cloned()));
    state.notes.draft.set(Some(known.unwrap_or(note)));
    state.open_dialog(DialogKind::Note);
}

/// Keeps a note that was closed without saving until the tab is closed, and offers to go on with it.
pub fn put_off_note(state: State, note: Note) {
    change_drafts(state, |notes| notes.add(note.clone()));
    state.message.set(Some(Message { text: page::NOTE_PUT_OFF.to_owned(), offer: Some(Offer::Continue(note)) }));
}

/// Returns true if the note in the dialog says something else than what is saved.
pub fn is_draft_changed(state: State) -> bool {
    let saved = |note: &Note| state.notes.all.with(|notes| notes.on_passage_of(note).map(|note| note.comment.clone()));
    state.notes.draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.comment != saved(draft).unwrap_or_default()))
}

/// Keeps what is written in the open dialog when the page is left.
pub fn keep_open_draft(state: State) {
    if let Some(draft) = state.notes.draft.get_untracked().filter(|_| untrack(|| is_draft_changed(state))) {
        change_drafts(state, |notes| notes.add(draft));
    }
}

/// Forgets what was not saved of a note.
pub fn discard_note(state: State, note: &Note) {
    if state.notes.unsaved.with_untracked(|notes| notes.on_passage_of(note).is_some()) {
        change_drafts(state, |notes| notes.remove(note));
    }
}

/// Changes the notes that are not saved. If the browser refuses to store them, they stay until the page is left.
fn change_drafts(state: State, change: impl FnOnce(&mut NoteList)) {
    state.notes.unsaved.update(change);
    let _ = storage::save(Key::Drafts, &state.notes.unsaved.with_untracked(NoteList::code));
}

/// Returns true if the reader has begun a note on these words and not saved it.
pub fn has_draft(state: State, span: Span) -> bool {
    let note = state.article.analysis.with_untracked(|analysis| empty_note(analysis, span));
    note.is_some_and(|note| state.notes.unsaved.with(|notes| notes.on_passage_of(&note).is_some()))
}

fn empty_note(analysis: &Analysis, span: Span) -> Option<Note> {
    Note::new(first_words(analysis.text(), analysis.report()), analysis.text(), span, String::new())
}

/// The span of the mark that has the focus.
fn focused_mark(state: State) -> Option<Span> {
    let mark = document().active_element()?.closest("#article mark").ok().flatten()?;
    state.article.analysis.with_untracked(|analysis| {
        Some(Span { start: offset_of(analysis, &mark, 0)?, end: offset_of(analysis, &mark, mark.child_nodes().length())? })
    })
}

/// Keeps a note. One without words is removed.
pub fn keep_note(state: State, note: Note) {
    discard_note(state, &note);
    if note.comment.trim().is_empty() {
        return remove_note(state, &note);
    }
    if change_notes(state, |notes| notes.add(note)) {
        state.notify(page::NOTE_SAVED.to_owned());
    }
}

/// Removes the note on a passage, and offers to bring it back.
pub fn remove_note(state: State, note: &Note) {
    discard_note(state, note);
    let Some(saved) = state.notes.all.with_untracked(|notes| notes.on_passage_of(note).cloned()) else { return };
    if change_notes(state, |notes| notes.remove(note)) {
        state.message.set(Some(Message { text: page::NOTE_REMOVED.to_owned(), offer: Some(Offer::BringBack(saved)) }));
        focus_undo();
    }
}

/// Brings a removed note back.
pub fn bring_note_back(state: State, note: Note) {
    state.message.set(None);
    let _ = change_notes(state, |notes| notes.add(note));
}

/// Adds the notes that came with an article.
pub fn add_notes(state: State, added: &NoteList) {
    if !added.notes().is_empty() {
        let _ = change_notes(state, |notes| added.notes().iter().for_each(|note| notes.add(note.clone())));
    }
}

/// Adds the notes on passages that have none yet.
pub fn add_new_notes(state: State, added: Vec<Note>) {
    let is_new = |note: &Note| !state.notes.all.with_untracked(|notes| notes.notes().iter().any(|other| other.same_passage(note)));
    let new: Vec<Note> = added.into_iter().filter(is_new).collect();
    if !new.is_empty() {
        let _ = change_notes(state, |notes| new.into_iter().for_each(|note| notes.add(note)));
    }
}

/// Changes the notes and stores them. Returns false, with a message, if the browser refuses.
fn change_notes(state: State, change: impl FnOnce(&mut NoteList)) -> bool {
    state.notes.all.update(change);
    let stored = storage::save(Key::Notes, &state.notes.all.with_untracked(NoteList::code)).is_ok();
    if !stored {
        state.notify(page::NOTES_NOT_KEPT.to_owned());
    }
    stored
}

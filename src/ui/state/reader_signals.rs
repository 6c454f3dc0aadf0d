//! The signals of what is the reader's own: settings, notes, practice, opened files and the list of words.

use super::types::{OpenFile, StoredFiles};
use crate::browser::storage::Key;
use crate::lexicon::{List, Own};
use crate::reading::{Analysis, Guess, Note, NoteList, PlacedNote, ResultList, first_words, read_guesses};
use leptos::prelude::*;
use std::sync::Arc;

/// The stored value of a setting that is on.
pub const ON: &str = "on";
/// The stored value of a setting that is off.
pub const OFF: &str = "off";

/// The reader's settings.
pub struct SettingSignals {
    /// True if nothing may be stored.
    pub private: RwSignal<bool>,
    /// True if each mark shows the letter of its category.
    pub letters: RwSignal<bool>,
    /// True if screen readers hear only the names of the marks.
    pub names_only: RwSignal<bool>,
    /// True if single letters are shortcuts.
    pub shortcuts: RwSignal<bool>,
    /// True if the articles that are read are kept in the library.
    pub library: RwSignal<bool>,
    /// True if look-alikes are marked too.
    pub look_alikes: RwSignal<bool>,
}

impl SettingSignals {
    pub(super) fn new(load: impl Fn(Key) -> String, private: bool) -> Self {
        Self {
            private: RwSignal::new(private),
            letters: RwSignal::new(load(Key::Letters) == ON),
            names_only: RwSignal::new(load(Key::NamesOnly) == ON),
            shortcuts: RwSignal::new(load(Key::Shortcuts) != OFF),
            library: RwSignal::new(load(Key::Library) == ON),
            look_alikes: RwSignal::new(false),
        }
    }
}

/// The reader's notes.
pub struct NoteSignals {
    /// The reader's notes, of all articles.
    pub all: RwSignal<NoteList>,
    /// The notes of the article on the page.
    pub placed: Memo<Vec<PlacedNote>>,
    /// The note in the dialog.
    pub draft: RwSignal<Option<Note>>,
    /// Notes whose dialog the reader closed without saving them.
    pub unsaved: RwSignal<NoteList>,
}

impl NoteSignals {
    pub(super) fn new(load: impl Fn(Key) -> String, analysis: RwSignal<Analysis>) -> Self {
        let all = RwSignal::new(NoteList::decode(&load(Key::Notes)));
        Self {
            all,
            placed: Memo::new(move |_| all.with(|notes| analysis.with(|analysis| placed(notes, analysis)))),
            draft: RwSignal::new(None),
            unsaved: RwSignal::new(NoteList::decode(&load(Key::Drafts))),
        }
    }
}

fn placed(notes: &NoteList, analysis: &Analysis) -> Vec<PlacedNote> {
    if notes.notes().is_empty() {
        return Vec::new();
    }
    notes.in_text(&first_words(analysis.text(), analysis.report()), analysis.text())
}

/// Practice, which a reload keeps.
pub struct PracticeSignals {
    /// The reader's marks in practice.
    pub guesses: RwSignal<Vec<Guess>>,
    /// True if they are compared with those of the rules.
    pub revealed: RwSignal<bool>,
    /// The results of practice.
    pub results: RwSignal<ResultList>,
}

impl PracticeSignals {
    /// Restores the marks that were made on this text.
    pub(super) fn new(load: impl Fn(Key) -> String, text: &str) -> Self {
        let (guesses, revealed) = read_guesses(&load(Key::Guesses), text);
        Self {
            guesses: RwSignal::new(guesses),
            revealed: RwSignal::new(revealed),
            results: RwSignal::new(ResultList::decode(&load(Key::Results))),
        }
    }
}

/// Files that were opened together.
pub struct FileSignals {
    /// The files that were opened together.
    pub all: RwSignal<Vec<OpenFile>>,
    /// The index of the file on the page.
    pub current: RwSignal<Option<usize>>,
}

impl FileSignals {
    pub(super) fn new(load: impl Fn(Key) -> String) -> Self {
        let (all, current) = StoredFiles::read(&load(Key::Files));
        Self { all: RwSignal::new(all), current: RwSignal::new(current) }
    }
}

/// The reader's own list of words.
pub struct WordListSignals {
    /// The reader's own list.
    pub list: RwSignal<List>,
    /// The compiled list; `None` for an empty one.
    pub compiled: RwSignal<Option<Arc<Own>>>,
    /// The result of the last import of a list.
    pub import_result: RwSignal<Option<String>>,
}

impl WordListSignals {
    pub(super) fn new(load: impl Fn(Key) -> String) -> Self {
        // An unreadable list marks nothing. It stays in the storage until another one is written.
        let list = List::read(&load(Key::Words)).unwrap_or_default();
        Self { compiled: RwSignal::new(compiled(&list)), list: RwSignal::new(list), import_result: RwSignal::new(None) }
    }
}

/// Compiles a list for the engine. A list in the storage was valid when it was written.
pub fn compiled(list: &List) -> Option<Arc<Own>> {
    if list.is_empty() { None } else { list.compile().ok().map(Arc::new) }
}

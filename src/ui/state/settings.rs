//! Settings and the reader's own list: changing and storing them. If the browser refuses to store one, it holds for this visit.

use super::reader_signals::{OFF, ON, compiled};
use super::signals::{PRIVATE_FRAGMENT, State};
use super::types::{DialogKind, Message};
use crate::browser::history;
use crate::browser::storage::{self, Key};
use crate::lexicon::List;
use crate::reading::{ExceptionList, Filter};
use leptos::prelude::*;

impl State {
    /// Sets and stores the reader's own list and analyzes the text anew. Returns false if the browser could not store the list.
    pub fn set_list(self, list: List) -> bool {
        self.close();
        let toml = if list.is_empty() { String::new() } else { list.write() };
        let stored = storage::save(Key::Words, &toml).is_ok();
        self.words.import_result.set(None);
        self.words.compiled.set(compiled(&list));
        self.words.list.set(list);
        self.analyze(false);
        stored
    }

    /// Takes over the shared settings that another page of the extension has stored.
    pub fn reload_settings(self) {
        let load = |key| storage::load(key).ok().flatten().unwrap_or_default();
        self.close();
        self.return_settings();
        self.article.filter.set(Filter::decode(&load(Key::Filter)));
        self.article.ignored.set(ExceptionList::decode(&load(Key::Ignored)));
        let list = List::read(&load(Key::Words)).unwrap_or_default();
        if self.words.list.with_untracked(|old| *old != list) {
            self.words.compiled.set(compiled(&list));
            self.words.list.set(list);
            self.analyze(false);
        }
    }

    /// Shows an article with the filter that it came with, and ignores its exceptions besides the reader's own. The next text or a reload
    /// brings the reader's own back.
    pub fn lend_settings(self, filter: Filter, ignored: &ExceptionList) {
        self.close();
        let own = (self.article.filter.get_untracked(), self.article.ignored.get_untracked());
        self.article.own_settings.update_value(|settings| *settings = Some(settings.take().unwrap_or(own)));
        self.article.filter.set(filter);
        self.article.ignored.update(|all| ignored.exceptions().iter().for_each(|exception| all.add(exception.clone())));
    }

    /// Brings the reader's own filter and exceptions back, if the article had others.
    pub fn return_settings(self) {
        if let Some((filter, ignored)) = self.article.own_settings.try_update_value(Option::take).flatten() {
            self.article.filter.set(filter);
            self.article.ignored.set(ignored);
        }
    }

    /// Turns private mode on, which erases everything stored, or off, which stores the text again.
    pub fn set_private(self, on: bool) {
        if on {
            // A browser that cannot erase has stored nothing.
            let _ = storage::erase();
            self.settings.library.set(false);
        }
        storage::set_private(on);
        // A reload stays private.
        history::set_fragment(if on { PRIVATE_FRAGMENT } else { "" });
        self.settings.private.set(on);
        if !on {
            self.stored.set(storage::save(Key::Text, &self.article.text.get_untracked()).is_ok());
            self.set_provenance(self.article.provenance.get_untracked());
        }
    }

    /// Sets and stores whether marks show letters.
    pub fn set_letters(self, on: bool) {
        self.settings.letters.set(on);
        let _ = storage::save(Key::Letters, if on { ON } else { "" });
    }

    /// Sets and stores whether single letters are shortcuts.
    pub fn set_shortcuts(self, on: bool) {
        self.settings.shortcuts.set(on);
        let _ = storage::save(Key::Shortcuts, if on { "" } else { OFF });
    }

    /// Sets and stores whether screen readers hear only the names of the marks.
    pub fn set_names_only(self, on: bool) {
        self.settings.names_only.set(on);
        let _ = storage::save(Key::NamesOnly, if on { ON } else { "" });
    }

    /// Sets and stores the earlier version of the story.
    pub fn set_earlier(self, text: &str) {
        self.earlier.set(text.into());
        self.stored.set(storage::save(Key::Earlier, text).is_ok());
    }

    /// Opens a dialog.
    pub fn open_dialog(self, dialog: DialogKind) {
        self.finish();
        self.message.set(None);
        self.words.import_result.set(None);
        self.dialog.set(Some(dialog));
    }

    /// Shows a message at the foot of the window.
    pub fn notify(self, text: String) {
        self.message.set(Some(Message { text, offer: None }));
    }
}

//! Changing the text and the mode.

use super::signals::State;
use super::types::PutAside;
use crate::browser::storage::{self, Key};
use crate::import::Extract;
use crate::reading::{Mode, Provenance};
use leptos::prelude::*;
use std::sync::Arc;

impl State {
    /// Sets a changed text.
    pub fn set_text(self, text: &str) {
        self.take_text(text, false);
    }

    /// Sets the text and analyzes it. `fresh` marks another text rather than a changed one.
    pub fn take_text(self, text: &str, fresh: bool) {
        // As in a text box, a line end is one character.
        let text: Arc<str> = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() };
        self.close();
        self.practice.guesses.set(Vec::new());
        self.practice.revealed.set(false);
        if fresh {
            self.article.extract.set(None);
            self.return_settings();
        }
        self.article.printed.set(false);
        self.place.edited.set(None);
        self.article.text.set(text);
        self.store_text_soon(fresh);
        self.analyze(fresh);
    }

    /// Replaces the text by another one. The reader can bring the old one back.
    pub fn replace_text(self, text: &str) {
        let old = self.present_text();
        if !old.text.trim().is_empty() && *old.text != *text {
            self.put_aside(Some(old));
        } else if self.previous_text.with_untracked(|previous| previous.as_ref().is_some_and(|previous| *previous.text == *text)) {
            self.put_aside(None);
        }
        self.save_current_file();
        self.files.current.set(None);
        // Otherwise a reload would take the new text for the file's.
        if self.files.all.with_untracked(|files| !files.is_empty()) {
            self.store_files();
        }
        self.place.position.set(0);
        self.message.set(None);
        self.set_provenance(None);
        self.take_text(text, true);
        self.place.mode.set(if text.trim().is_empty() { Mode::Write } else { Mode::Read });
    }

    /// The text on the page with what belongs to it.
    pub fn present_text(self) -> PutAside {
        let (text, earlier) = (self.article.text.get_untracked().to_string(), self.earlier.get_untracked().to_string());
        PutAside { text, from: self.article.provenance.get_untracked(), earlier }
    }

    /// Sets the text that the reader can bring back, and stores it for as long as the tab.
    pub fn put_aside(self, previous: Option<PutAside>) {
        let code = previous.as_ref().and_then(|previous| serde_json::to_string(previous).ok()).unwrap_or_default();
        // If the browser refuses, it holds until a reload.
        if storage::save(Key::PutAside, &code).is_err() {
            let _ = storage::save(Key::PutAside, "");
        }
        self.previous_text.set(previous);
    }

    /// Sets and stores where the text comes from.
    pub fn set_provenance(self, from: Option<Provenance>) {
        if !self.panel {
            // If the browser refuses, it holds for this visit.
            let _ = storage::save(Key::From, &from.as_ref().map(Provenance::code).unwrap_or_default());
        }
        self.article.provenance.set(from);
    }

    /// Notes the web page that the text was taken from.
    pub fn set_extract(self, extract: Option<impl Into<Arc<Extract>>>) {
        self.article.extract.set(extract.map(Into::into).filter(|extract| extract.is_part()));
    }

    /// Changes the mode. The position in the text stays.
    pub fn set_mode(self, mode: Mode) {
        self.close();
        self.finish();
        if mode != Mode::Write {
            self.place.edited.set(None);
        }
        self.place.mode.set(mode);
    }

    /// Closes the explanation and the navigation, which refer to the present findings, and the last message.
    pub fn close(self) {
        self.message.set(None);
        self.place.explanation.set(None);
        self.place.navigation.set(None);
        self.place.came_from.set(None);
        self.place.ledger_row.set(None);
    }
}

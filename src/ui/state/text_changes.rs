//! Changing the text and the mode.

use super::signals::State;
use super::types::Mode;
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
        self.guesses.set(Vec::new());
        self.printed.set(false);
        self.text.set(text);
        self.store_text_soon(fresh);
        self.analyze(fresh);
    }

    /// Replaces the text by another one. The reader can bring the old one back.
    pub fn replace_text(self, text: &str) {
        let old = self.text.get_untracked();
        if !old.trim().is_empty() && *old != *text {
            self.previous_text.set(Some(old));
        } else if self.previous_text.with_untracked(|previous| previous.as_deref() == Some(text)) {
            self.previous_text.set(None);
        }
        self.save_current_file();
        self.current_file.set(None);
        self.position.set(0);
        self.message.set(None);
        self.take_text(text, true);
        self.mode.set(if text.trim().is_empty() { Mode::Write } else { Mode::Read });
    }

    /// Copies the reader's changes into the file that is on the page.
    pub fn save_current_file(self) {
        let Some(number) = self.current_file.get_untracked() else { return };
        let text = self.text.get_untracked();
        if self.files.with_untracked(|files| files.get(number).is_some_and(|file| file.text != text)) {
            self.files.update(|files| files[number].text = text);
        }
    }

    /// Changes the mode. The position in the text stays.
    pub fn set_mode(self, mode: Mode) {
        self.close();
        self.finish();
        self.mode.set(mode);
    }

    /// Closes the explanation and the navigation, which refer to the present findings.
    pub fn close(self) {
        self.explanation.set(None);
        self.navigation.set(None);
    }
}

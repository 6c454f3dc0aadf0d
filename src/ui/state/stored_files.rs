//! The list of files that were opened together. It is stored for as long as the tab, so that a reload keeps it.

use super::signals::State;
use super::types::StoredFiles;
use crate::browser::storage::{self, Key};
use crate::wording::page;
use leptos::prelude::*;

impl State {
    /// Copies the reader's changes into the file that is on the page. Returns false if there are none.
    pub fn save_current_file(self) -> bool {
        let Some(number) = self.files.current.get_untracked() else { return false };
        let text = self.article.text.get_untracked();
        let changed = self.files.all.with_untracked(|files| files.get(number).is_some_and(|file| file.text != text));
        if changed {
            self.files.all.update(|files| files[number].text = text);
        }
        changed
    }

    /// Stores the list with the reader's changes.
    pub fn store_files(self) {
        self.save_current_file();
        let files: Vec<_> = self.files.all.get_untracked().into_iter().map(|file| (file.name, file.text.to_string(), file.from)).collect();
        if files.is_empty() {
            let _ = storage::save(Key::Files, "");
            return;
        }
        let stored = serde_json::to_string(&StoredFiles { current: self.files.current.get_untracked(), files }).unwrap_or_default();
        if storage::save(Key::Files, &stored).is_err() {
            self.notify(page::FILES_NOT_KEPT.to_owned());
        }
    }
}

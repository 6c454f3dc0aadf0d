//! The state of the page: its signals, and their values at the start.

use super::article_signals::ArticleSignals;
use super::place_signals::PlaceSignals;
use super::reader_signals::{FileSignals, NoteSignals, PracticeSignals, SettingSignals, WordListSignals};
use super::types::{DialogKind, Message, PutAside, SampleTrial};
use super::work::Work;
use crate::browser::storage::{self, Key};
use leptos::prelude::*;
use std::ops::Deref;
use std::sync::Arc;

/// The state of the page: a copyable handle to its signals, which live as long as the page.
#[derive(Clone, Copy)]
pub struct State(&'static Signals);

impl Deref for State {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// All signals of the page.
pub struct Signals {
    /// The article.
    pub article: ArticleSignals,
    /// Where the reader is.
    pub place: PlaceSignals,
    /// The settings.
    pub settings: SettingSignals,
    /// The notes.
    pub notes: NoteSignals,
    /// Practice.
    pub practice: PracticeSignals,
    /// The opened files.
    pub files: FileSignals,
    /// The reader's own list.
    pub words: WordListSignals,
    /// True for the panel of the browser extension, which describes the article on a site.
    pub panel: bool,
    /// The open dialog.
    pub dialog: RwSignal<Option<DialogKind>>,
    /// What comes back after the sample of two versions, unless the reader changes it.
    pub sample: StoredValue<Option<SampleTrial>>,
    /// The last message.
    pub message: RwSignal<Option<Message>>,
    /// The text that the present one replaced.
    pub previous_text: RwSignal<Option<PutAside>>,
    /// False if the browser could not store the text.
    pub stored: RwSignal<bool>,
    /// True if a new version of the page is ready.
    pub new_version: RwSignal<bool>,
    /// The article of the library that is on the page: its id, and its text as it was kept.
    pub past_article: RwSignal<Option<(u64, Arc<str>)>>,
    /// The share link on offer.
    pub link: RwSignal<Option<String>>,
    /// The earlier version that the text is compared with.
    pub earlier: RwSignal<Arc<str>>,
    /// The analysis under way.
    pub work: StoredValue<Work>,
}

impl State {
    /// Restores the state of the last visit and analyzes its text.
    pub fn restore() -> Self {
        let fragment = window().location().hash().unwrap_or_default();
        let (private, panel) = (fragment == PRIVATE_FRAGMENT, fragment == PANEL_FRAGMENT);
        storage::set_private(private);
        // The panel shows the article on a site, not the one of the page.
        let is_hidden = |key| {
            private
                || panel && matches!(key, Key::Text | Key::From | Key::Earlier | Key::Files | Key::PutAside | Key::Guesses | Key::Drafts)
        };
        let load = |key| if is_hidden(key) { String::new() } else { storage::load(key).ok().flatten().unwrap_or_default() };
        // Created once and never dropped, so that a handle is one pointer.
        let state = Self(Box::leak(Box::new(Signals { panel, ..Signals::new(load, private) })));
        state.analyze(true);
        state
    }
}

impl Signals {
    fn new(load: impl Fn(Key) -> String, private: bool) -> Self {
        let article = ArticleSignals::new(&load);
        let text = article.text.get_untracked();
        Self {
            place: PlaceSignals::new(&text),
            settings: SettingSignals::new(&load, private),
            notes: NoteSignals::new(&load, article.analysis),
            practice: PracticeSignals::new(&load, &text),
            files: FileSignals::new(&load),
            words: WordListSignals::new(&load),
            article,
            panel: false,
            dialog: RwSignal::new(None),
            sample: StoredValue::new(None),
            message: RwSignal::new(None),
            previous_text: RwSignal::new(serde_json::from_str(&load(Key::PutAside)).ok()),
            stored: RwSignal::new(true),
            new_version: RwSignal::new(false),
            past_article: RwSignal::new(None),
            link: RwSignal::new(None),
            earlier: RwSignal::new(load(Key::Earlier).into()),
            work: StoredValue::new(Work::default()),
        }
    }
}

/// The URL fragment that starts a private visit.
pub const PRIVATE_FRAGMENT: &str = "#private";
/// The URL fragment of the panel of the browser extension.
const PANEL_FRAGMENT: &str = "#panel";

//! The signals of the page, in one small struct that every component may copy.

use crate::browser::storage::{self, Key};
use crate::engine::{Report, analyze};
use crate::lexicon::{Category, Kind};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// A text and its report; equal only to itself, so that a memo passes it on without comparing texts.
#[derive(Clone)]
pub struct Analysis(Arc<(Arc<str>, Report)>);

impl Analysis {
    fn new(text: Arc<str>) -> Self {
        let report = analyze(&text);
        Self(Arc::new((text, report)))
    }

    /// The text that was analysed.
    pub fn text(&self) -> &str {
        &self.0.0
    }

    /// Its report.
    pub fn report(&self) -> &Report {
        &self.0.1
    }
}

impl PartialEq for Analysis {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Whether the reader writes or reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The text box is open.
    Write,
    /// Only the marked article.
    Read,
}

/// The kinds that are switched off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hidden(u32);

impl Hidden {
    /// Reads what [`Hidden::code`] gave; anything else switches nothing off.
    pub fn decode(code: &str) -> Self {
        Self(code.parse().unwrap_or_default())
    }

    /// As text, for the storage.
    pub fn code(self) -> String {
        if self.0 == 0 { String::new() } else { self.0.to_string() }
    }

    /// Whether findings of this kind are shown.
    pub fn shows(self, kind: Kind) -> bool {
        self.0 & bit(kind) == 0
    }

    /// Whether any kind of the category is shown.
    pub fn shows_any(self, category: Category) -> bool {
        of(category).any(|kind| self.shows(kind))
    }

    /// With one kind switched over.
    pub fn toggled(self, kind: Kind) -> Self {
        Self(self.0 ^ bit(kind))
    }

    /// Whether every kind of the category is shown.
    pub fn shows_all(self, category: Category) -> bool {
        of(category).all(|kind| self.shows(kind))
    }

    /// With a whole category switched over: off when all of it is shown, else on.
    pub fn toggled_category(self, category: Category) -> Self {
        let bits = of(category).fold(0, |bits, kind| bits | bit(kind));
        if self.shows_all(category) { Self(self.0 | bits) } else { Self(self.0 & !bits) }
    }
}

fn bit(kind: Kind) -> u32 {
    1 << kind as u32
}

fn of(category: Category) -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(move |kind| kind.category() == category)
}

/// The explanation that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The findings that it explains.
    pub findings: Vec<usize>,
    /// Opened by click or key: it stays until it is closed.
    pub pinned: bool,
}

/// A text longer than this is analysed only after a pause in typing; in bytes.
const INSTANT: usize = 60_000;

/// All signals of the page.
#[derive(Clone, Copy)]
pub struct State {
    /// What is in the box.
    pub text: RwSignal<Arc<str>>,
    /// What is analysed: follows the text.
    pub analysed: RwSignal<Arc<str>>,
    /// The report of that.
    pub analysis: Memo<Analysis>,
    /// Writing or reading.
    pub mode: RwSignal<Mode>,
    /// The kinds that are switched off.
    pub hidden: RwSignal<Hidden>,
    /// The open explanation.
    pub opened: RwSignal<Option<Opened>>,
    /// The text that a sample or "New text" put aside.
    pub put_aside: RwSignal<Option<Arc<str>>>,
    /// Whether the browser could keep the text.
    pub kept: RwSignal<bool>,
    pending: StoredValue<Option<TimeoutHandle>>,
}

impl State {
    /// The state of the last visit.
    pub fn restore() -> Self {
        let text: Arc<str> = storage::load(Key::Text).ok().flatten().unwrap_or_default().into();
        let hidden = storage::load(Key::Hidden).ok().flatten().map(|code| Hidden::decode(&code)).unwrap_or_default();
        let mode = if text.trim().is_empty() { Mode::Write } else { Mode::Read };
        let analysed = RwSignal::new(text.clone());
        Self {
            text: RwSignal::new(text),
            analysed,
            analysis: Memo::new(move |_| Analysis::new(analysed.get())),
            mode: RwSignal::new(mode),
            hidden: RwSignal::new(hidden),
            opened: RwSignal::new(None),
            put_aside: RwSignal::new(None),
            kept: RwSignal::new(true),
            pending: StoredValue::new(None),
        }
    }

    /// Takes a new text: at once when it is short or was pasted, after a pause when a long one is typed.
    pub fn set_text(&self, text: String, at_once: bool) {
        let text: Arc<str> = text.into();
        self.opened.set(None);
        self.text.set(text.clone());
        let state = *self;
        let work = move || {
            let text = state.text.get_untracked();
            state.kept.set(storage::save(Key::Text, &text).is_ok());
            if state.analysed.with_untracked(|analysed| *analysed != text) {
                state.analysed.set(text);
            }
        };
        if let Some(handle) = self.pending.get_value() {
            handle.clear();
        }
        if at_once || text.len() <= INSTANT {
            return work();
        }
        self.pending.set_value(set_timeout_with_handle(work, Duration::from_millis(300)).ok());
    }

    /// Puts another text in place of the present one, which can be brought back.
    pub fn replace_text(&self, text: &str) {
        let old = self.text.get_untracked();
        self.put_aside.set(Some(old).filter(|old| !old.trim().is_empty() && **old != *text));
        self.set_text(text.to_owned(), true);
        self.mode.set(if text.trim().is_empty() { Mode::Write } else { Mode::Read });
    }

    /// Sets and keeps which kinds are switched off.
    pub fn hide(&self, hidden: Hidden) {
        self.opened.set(None);
        self.hidden.set(hidden);
        // Without storage the choice holds for this visit.
        let _ = storage::save(Key::Hidden, &hidden.code());
    }
}

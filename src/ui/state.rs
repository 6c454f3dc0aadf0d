//! The signals of the page, in one small struct that every component may copy.

use super::analysing::Work;
use super::analysis::Analysis;
use super::sheet::Sheet;
use super::shelf::Volume;
use super::tour::Tour;
use crate::browser::storage::{self, Key};
use crate::engine::{SourceLedger, sources};
use crate::export::Saved;
use crate::lexicon::{List, Own};
use crate::reading::{Exception, Filter, Guess, Ignored};
use leptos::prelude::*;
use std::ops::Deref;
use std::sync::Arc;

/// What the reader is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The text box is open, beside the marked article.
    Write,
    /// Only the marked article.
    Read,
    /// The marks are hidden; the reader looks for them.
    Practise,
    /// Two versions of a story side by side.
    Compare,
}

/// How much of a text is shown: a long one comes in steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It is being read.
    Waiting,
    /// It is summed up.
    Summed,
    /// It is there with its marks.
    Drawn,
}

/// The explanation that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The findings that it explains, as numbers of the shown report.
    pub findings: Vec<usize>,
    /// Or the look-alike.
    pub look_alike: Option<usize>,
    /// Opened by click or key: it stays until it is closed.
    pub pinned: bool,
}

/// A short message, with what undoes the deed it tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The message.
    pub words: String,
    /// What is taken back by "Undo".
    pub undo: Option<Exception>,
}

/// The state of the page: a handle to its signals, which live as long as the page.
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
    /// What is in the box.
    pub text: RwSignal<Arc<str>>,
    /// All that was found in it; follows it, for a long text a moment later.
    pub analysis: RwSignal<Analysis>,
    /// What the filter lets through; its findings are those that marks number.
    pub shown: Memo<Analysis>,
    /// The analysis that is summed up: while a long text changes, the one before.
    pub overview: RwSignal<Analysis>,
    /// What the filter lets through of it.
    pub overview_shown: Memo<Analysis>,
    /// Who speaks in it.
    pub sources: Memo<Arc<SourceLedger>>,
    /// How much of the text is shown.
    pub stage: RwSignal<Stage>,
    /// What the reader is doing.
    pub mode: RwSignal<Mode>,
    /// What is shown.
    pub filter: RwSignal<Filter>,
    /// What is passed over.
    pub ignored: RwSignal<Ignored>,
    /// Whether look-alikes are marked too.
    pub look_alikes: RwSignal<bool>,
    /// Whether each mark carries the letter of its category.
    pub letters: RwSignal<bool>,
    /// Whether single letters are shortcuts.
    pub shortcuts: RwSignal<bool>,
    /// The sheet that is open.
    pub sheet: RwSignal<Option<Sheet>>,
    /// The open explanation.
    pub opened: RwSignal<Option<Opened>>,
    /// The places that the reader goes through.
    pub tour: RwSignal<Option<Tour>>,
    /// How far the article is drawn at least, as a byte of the text.
    pub drawn: RwSignal<usize>,
    /// Whether what is seen only in print is drawn.
    pub printed: RwSignal<bool>,
    /// Where the reader was last, as a byte of the text: from here it goes on to the next finding.
    pub place: RwSignal<usize>,
    /// How many jumps to a place are on their way: until they arrive the place is not taken from what is in view.
    pub jumps: StoredValue<u32>,
    /// The last message.
    pub said: RwSignal<Option<Said>>,
    /// The text that another one replaced.
    pub put_aside: RwSignal<Option<Arc<str>>>,
    /// Whether the browser could keep the text.
    pub kept: RwSignal<bool>,
    /// Whether nothing is to be kept.
    pub private: RwSignal<bool>,
    /// Whether a new version of the page waits.
    pub new_version: RwSignal<bool>,
    /// What the reader has marked in practice.
    pub guesses: RwSignal<Vec<Guess>>,
    /// The share link that is offered.
    pub link: RwSignal<Option<String>>,
    /// The earlier version that the text is compared with.
    pub earlier: RwSignal<Arc<str>>,
    /// The articles that were opened together.
    pub shelf: RwSignal<Vec<Volume>>,
    /// Which of them is on the page.
    pub volume: RwSignal<Option<usize>>,
    /// The reader's own list.
    pub list: RwSignal<List>,
    /// The same, for the engine; nothing when it says nothing.
    pub own: RwSignal<Option<Arc<Own>>>,
    /// What came of the last list that was read.
    pub imported: RwSignal<Option<String>>,
    /// What is under way.
    pub work: StoredValue<Work>,
}

impl State {
    /// The state of the last visit.
    pub fn restore() -> Self {
        let private = window().location().hash().is_ok_and(|hash| hash == PRIVATELY);
        storage::set_private(private);
        let load = |key| if private { String::new() } else { storage::load(key).ok().flatten().unwrap_or_default() };
        let text: Arc<str> = load(Key::Text).into();
        let mode = if text.trim().is_empty() { Mode::Write } else { Mode::Read };
        // A list that this version does not understand marks nothing; it stays in the storage until another is written.
        let list = List::read(&load(Key::Words)).unwrap_or_default();
        let nothing = Analysis::new(Arc::default(), None);
        let (analysis, overview) = (RwSignal::new(nothing.clone()), RwSignal::new(nothing));
        let filter = RwSignal::new(Filter::decode(&load(Key::Filter)));
        let ignored = RwSignal::new(Ignored::decode(&load(Key::Ignored)));
        let shown =
            move |of: RwSignal<Analysis>| Memo::new(move |_| ignored.with(|ignored| of.with(|of| of.shown(&filter.get(), ignored))));
        let state = Self(Box::leak(Box::new(Signals {
            text: RwSignal::new(text),
            analysis,
            shown: shown(analysis),
            overview,
            overview_shown: shown(overview),
            sources: Memo::new(move |_| overview.with(|overview| Arc::new(sources(overview.text(), overview.report())))),
            stage: RwSignal::new(Stage::Drawn),
            mode: RwSignal::new(mode),
            filter,
            ignored,
            look_alikes: RwSignal::new(false),
            letters: RwSignal::new(load(Key::Letters) == ON),
            shortcuts: RwSignal::new(load(Key::Shortcuts) != OFF),
            sheet: RwSignal::new(None),
            opened: RwSignal::new(None),
            tour: RwSignal::new(None),
            drawn: RwSignal::new(0),
            printed: RwSignal::new(false),
            place: RwSignal::new(0),
            jumps: StoredValue::new(0),
            said: RwSignal::new(None),
            put_aside: RwSignal::new(None),
            kept: RwSignal::new(true),
            private: RwSignal::new(private),
            new_version: RwSignal::new(false),
            guesses: RwSignal::new(Vec::new()),
            link: RwSignal::new(None),
            earlier: RwSignal::new(load(Key::Earlier).into()),
            shelf: RwSignal::new(Vec::new()),
            volume: RwSignal::new(None),
            own: RwSignal::new(compiled(&list)),
            list: RwSignal::new(list),
            imported: RwSignal::new(None),
            work: StoredValue::new(Work::default()),
        })));
        state.analyse(true);
        state
    }

    /// Takes a changed text.
    pub fn set_text(self, text: &str) {
        self.take_text(text, false);
    }

    /// Takes a changed text, or one that is `fresh`: another one.
    pub fn take_text(self, text: &str, fresh: bool) {
        // Boxes count a line end as one character; so does everything here.
        let text: Arc<str> = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() };
        self.close();
        self.guesses.set(Vec::new());
        self.text.set(text);
        self.keep_soon(fresh);
        self.analyse(fresh);
    }

    /// Puts another text in place of the present one, which can be brought back.
    pub fn replace_text(self, text: &str) {
        let old = self.text.get_untracked();
        if !old.trim().is_empty() && *old != *text {
            self.put_aside.set(Some(old));
        } else if self.put_aside.with_untracked(|aside| aside.as_deref() == Some(text)) {
            self.put_aside.set(None);
        }
        self.keep_volume();
        self.volume.set(None);
        self.place.set(0);
        self.said.set(None);
        self.take_text(text, true);
        self.mode.set(if text.trim().is_empty() { Mode::Write } else { Mode::Read });
    }

    /// Sets and keeps what is shown.
    pub fn set_filter(self, filter: Filter) {
        self.show(filter);
        // Without storage the choice holds for this visit; so it is for the other settings.
        let _ = storage::save(Key::Filter, &filter.code());
    }

    /// Sets what is shown, for this visit only.
    pub fn show(self, filter: Filter) {
        self.close();
        super::article::keep_focus();
        self.filter.set(filter);
    }

    /// Passes over something, with a message that offers the way back.
    pub fn ignore(self, exception: Exception, words: String) {
        self.change_ignored(|ignored| ignored.add(exception.clone()));
        self.said.set(Some(Said { words, undo: Some(exception) }));
    }

    /// Shows again what was passed over.
    pub fn heed(self, exception: &Exception) {
        self.change_ignored(|ignored| ignored.remove(exception));
        self.said.set(None);
    }

    fn change_ignored(self, change: impl FnOnce(&mut Ignored)) {
        self.close();
        super::article::keep_focus();
        self.ignored.update(change);
        let _ = storage::save(Key::Ignored, &self.ignored.with_untracked(Ignored::code));
    }

    /// Sets and keeps the reader's own list; `false` when the browser could not keep it.
    pub fn set_list(self, list: List) -> bool {
        self.close();
        let toml = if list.is_empty() { String::new() } else { list.write() };
        let kept = storage::save(Key::Words, &toml).is_ok();
        self.imported.set(None);
        self.own.set(compiled(&list));
        self.list.set(list);
        self.analyse(false);
        kept
    }

    /// The article of the list that is on the page keeps what the reader has changed.
    pub fn keep_volume(self) {
        if let Some(number) = self.volume.get_untracked() {
            let text = self.text.get_untracked();
            if self.shelf.with_untracked(|shelf| shelf.get(number).is_some_and(|volume| volume.text != text)) {
                self.shelf.update(|shelf| shelf[number].text = text);
            }
        }
    }

    /// Restores a saved article with its filter, for this visit, and what was ignored in it beside what is ignored already.
    pub fn restore_saved(self, saved: &Saved) {
        self.replace_text(&saved.text);
        self.show(saved.filter);
        self.change_ignored(|ignored| saved.ignored.exceptions().iter().for_each(|exception| ignored.add(exception.clone())));
    }

    /// Keeps nothing from now on, and what was kept is erased; or keeps things again.
    pub fn set_private(self, on: bool) {
        if on {
            // Without storage nothing is kept anyway.
            let _ = storage::erase();
        }
        storage::set_private(on);
        self.private.set(on);
        if !on {
            self.kept.set(storage::save(Key::Text, &self.text.get_untracked()).is_ok());
        }
    }

    /// Opens a sheet.
    pub fn open_sheet(self, sheet: Sheet) {
        self.finish();
        self.imported.set(None);
        self.sheet.set(Some(sheet));
    }

    /// Says something at the foot of the window.
    pub fn say(self, words: String) {
        self.said.set(Some(Said { words, undo: None }));
    }

    /// Sets and keeps whether marks carry letters.
    pub fn set_letters(self, on: bool) {
        self.letters.set(on);
        let _ = storage::save(Key::Letters, if on { ON } else { "" });
    }

    /// Sets and keeps whether single letters are shortcuts.
    pub fn set_shortcuts(self, on: bool) {
        self.shortcuts.set(on);
        let _ = storage::save(Key::Shortcuts, if on { "" } else { OFF });
    }

    /// Sets and keeps the earlier version of the story.
    pub fn set_earlier(self, text: &str) {
        self.earlier.set(text.into());
        self.kept.set(storage::save(Key::Earlier, text).is_ok());
    }

    /// Closes what belongs to the present findings: the explanation and the tour.
    pub fn close(self) {
        self.opened.set(None);
        self.tour.set(None);
    }

    /// Goes over to another way of reading; the place stays.
    pub fn set_mode(self, mode: Mode) {
        self.close();
        self.finish();
        self.mode.set(mode);
    }

    /// Whether there is no text.
    pub fn is_empty(self) -> bool {
        self.text.with(|text| text.trim().is_empty())
    }
}

/// A list for the engine. Those that are kept were sound when they were written.
fn compiled(list: &List) -> Option<Arc<Own>> {
    if list.is_empty() { None } else { list.compile().ok().map(Arc::new) }
}

/// The fragment of an address that begins privately.
const PRIVATELY: &str = "#private";
const ON: &str = "on";
const OFF: &str = "off";

//! The signals themselves, and their values at the start.

use super::types::{DialogKind, Explanation, LeftPlace, Message, OpenFile, PutAside, SampleTrial, Stage, StoredFiles};
use super::work::Work;
use crate::browser::history;
use crate::browser::storage::{self, Key};
use crate::engine::{SourceLedger, Span, sources};
use crate::import::Extract;
use crate::lexicon::{List, Own};
use crate::reading::{
    Analysis, ExceptionList, Filter, Guess, Ledger, LedgerRow, Mode, Navigation, Note, NoteList, PlacedNote, Provenance, QuoteLength,
    ResultList, SourceRows, Visit, Yardstick, decision_rows, first_words, read_guesses, source_rows,
};
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
    /// The text in the box.
    pub text: RwSignal<Arc<str>>,
    /// Where the text comes from, if that is known.
    pub provenance: RwSignal<Option<Provenance>>,
    /// True for the panel of the browser extension, which describes the article on a site.
    pub panel: bool,
    /// True if there is no text.
    pub empty: Memo<bool>,
    /// The analysis of the text; for a long text it follows later.
    pub analysis: RwSignal<Analysis>,
    /// The analysis without the findings that are filtered out or ignored. Marks carry the indices of its findings.
    pub shown: Memo<Analysis>,
    /// The analysis that summary and ledgers describe; while a long text changes, an earlier one.
    pub overview: RwSignal<Analysis>,
    /// The overview without the findings that are filtered out or ignored.
    pub overview_shown: Memo<Analysis>,
    /// True if the reader has the text marked although it does not look English.
    pub any_language: RwSignal<bool>,
    /// True if lines that look like page furniture are read as text.
    pub every_line: RwSignal<bool>,
    /// False if the text is none that the rules are for.
    pub readable: Memo<bool>,
    /// The source ledger of the overview.
    pub sources: Memo<Arc<SourceLedger>>,
    /// The rows of the source ledger that are shown.
    pub source_rows: Memo<SourceRows>,
    /// The rows of the decision ledger that are shown.
    pub decision_rows: Memo<Vec<LedgerRow>>,
    /// The open ledger.
    pub ledger: RwSignal<Ledger>,
    /// The comparison of the overview with measured news texts.
    pub yardstick: Memo<Option<Yardstick>>,
    /// How much of the text is on the page.
    pub stage: RwSignal<Stage>,
    /// What the reader is doing.
    pub mode: RwSignal<Mode>,
    /// The filter.
    pub filter: RwSignal<Filter>,
    /// The ignored findings and rules.
    pub ignored: RwSignal<ExceptionList>,
    /// The reader's own filter and exceptions, while an article has those that it came with.
    pub own_settings: StoredValue<Option<(Filter, ExceptionList)>>,
    /// True if look-alikes are marked too.
    pub look_alikes: RwSignal<bool>,
    /// True if each mark shows the letter of its category.
    pub letters: RwSignal<bool>,
    /// True if screen readers hear only the names of the marks.
    pub names_only: RwSignal<bool>,
    /// True if single letters are shortcuts.
    pub shortcuts: RwSignal<bool>,
    /// The open dialog.
    pub dialog: RwSignal<Option<DialogKind>>,
    /// The open explanation.
    pub explanation: RwSignal<Option<Explanation>>,
    /// The places that the reader goes through.
    pub navigation: RwSignal<Option<Navigation>>,
    /// The byte of the text up to which the article is drawn at least.
    pub drawn_to: RwSignal<usize>,
    /// True once everything is drawn that only print shows, until the text changes.
    pub printed: RwSignal<bool>,
    /// The byte of the text where the reader is; the next finding is searched from here.
    pub position: RwSignal<usize>,
    /// The byte of the text where the reader was before going to a ledger; nothing once back there.
    pub came_from: RwSignal<Option<usize>>,
    /// The ledger and the height in the window, in CSS pixels, of the row whose places the reader goes through.
    pub ledger_row: RwSignal<Option<(Ledger, f64)>>,
    /// What comes back after the sample of two versions, unless the reader changes it.
    pub sample: StoredValue<Option<SampleTrial>>,
    /// Where the reader left the article for another mode.
    pub left: StoredValue<Option<LeftPlace>>,
    /// True for an article that has just come in and got the focus by that.
    pub fresh: RwSignal<bool>,
    /// The words that the text box is opened at, until they change.
    pub edited: RwSignal<Option<Span>>,
    /// The explanation that the reader closed while the pointer rested on its mark.
    pub dismissed: StoredValue<Option<Explanation>>,
    /// The part of the text that is in view, as shares of its length.
    pub in_view: RwSignal<(f64, f64)>,
    /// The number of scroll jumps under way. Until they end, scrolling does not change `position`.
    pub jumps: StoredValue<u32>,
    /// The last message.
    pub message: RwSignal<Option<Message>>,
    /// The text that the present one replaced.
    pub previous_text: RwSignal<Option<PutAside>>,
    /// The web page that the text was taken from, if a part was left out.
    pub extract: RwSignal<Option<Arc<Extract>>>,
    /// False if the browser could not store the text.
    pub stored: RwSignal<bool>,
    /// True if nothing may be stored.
    pub private: RwSignal<bool>,
    /// True if a new version of the page is ready.
    pub new_version: RwSignal<bool>,
    /// The reader's marks in practice.
    pub guesses: RwSignal<Vec<Guess>>,
    /// True if they are compared with those of the rules.
    pub revealed: RwSignal<bool>,
    /// The reader's notes, of all articles.
    pub notes: RwSignal<NoteList>,
    /// The notes of the article on the page.
    pub placed_notes: Memo<Vec<PlacedNote>>,
    /// The note in the dialog.
    pub draft: RwSignal<Option<Note>>,
    /// Notes whose dialog the reader closed without saving them.
    pub unsaved_notes: StoredValue<NoteList>,
    /// True if the articles that are read are kept in the library.
    pub library: RwSignal<bool>,
    /// The article of the library that is on the page: its id, and its text as it was kept.
    pub past_article: StoredValue<Option<(u64, Arc<str>)>>,
    /// The results of practice.
    pub results: RwSignal<ResultList>,
    /// The share link on offer.
    pub link: RwSignal<Option<String>>,
    /// The earlier version that the text is compared with.
    pub earlier: RwSignal<Arc<str>>,
    /// The files that were opened together.
    pub files: RwSignal<Vec<OpenFile>>,
    /// The index of the file on the page.
    pub current_file: RwSignal<Option<usize>>,
    /// The reader's own list.
    pub list: RwSignal<List>,
    /// The compiled list; `None` for an empty one.
    pub compiled_list: RwSignal<Option<Arc<Own>>>,
    /// The result of the last import of a list.
    pub import_result: RwSignal<Option<String>>,
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
        let is_hidden =
            |key| private || panel && matches!(key, Key::Text | Key::From | Key::Earlier | Key::Files | Key::PutAside | Key::Guesses);
        let load = |key| if is_hidden(key) { String::new() } else { storage::load(key).ok().flatten().unwrap_or_default() };
        // Created once and never dropped, so that a handle is one pointer.
        let state = Self(Box::leak(Box::new(Signals { panel, ..Signals::new(load, private) })));
        state.analyze(true);
        state
    }
}

impl Signals {
    fn new(load: impl Fn(Key) -> String, private: bool) -> Self {
        let text: Arc<str> = load(Key::Text).into();
        let visit = visit(&text);
        let (files, current_file) = StoredFiles::read(&load(Key::Files));
        // An unreadable list marks nothing. It stays in the storage until another one is written.
        let list = List::read(&load(Key::Words)).unwrap_or_default();
        let (guesses, revealed) = read_guesses(&load(Key::Guesses), &text);
        let text = RwSignal::new(text);
        let nothing = Analysis::new(Arc::default(), None);
        let (analysis, overview) = (RwSignal::new(nothing.clone()), RwSignal::new(nothing));
        let filter = RwSignal::new(Filter::decode(&load(Key::Filter)));
        let ignored = RwSignal::new(ExceptionList::decode(&load(Key::Ignored)));
        let notes = RwSignal::new(NoteList::decode(&load(Key::Notes)));
        let shown =
            move |of: RwSignal<Analysis>| Memo::new(move |_| ignored.with(|ignored| of.with(|of| of.shown(&filter.get(), ignored))));
        let sources = Memo::new(move |_| overview.with(|overview| Arc::new(sources(overview.text(), overview.report()))));
        let overview_shown = shown(overview);
        let printed = RwSignal::new(false);
        let length = move || if printed.get() { QuoteLength::Whole } else { QuoteLength::Short };
        Self {
            text,
            provenance: RwSignal::new(Provenance::decode(&load(Key::From))),
            panel: false,
            empty: Memo::new(move |_| text.with(|text| text.trim().is_empty())),
            analysis,
            shown: shown(analysis),
            overview,
            overview_shown,
            any_language: RwSignal::new(false),
            every_line: RwSignal::new(false),
            readable: Memo::new(move |_| overview.with(|overview| overview.report().notice.is_none())),
            sources,
            source_rows: Memo::new(move |_| sources.with(|sources| overview_shown.with(|shown| source_rows(sources, shown, length())))),
            decision_rows: Memo::new(move |_| overview_shown.with(|shown| decision_rows(shown, length()))),
            ledger: RwSignal::new(visit.ledger),
            yardstick: Memo::new(move |_| overview.with(|overview| Yardstick::new(overview.text(), overview.report()))),
            stage: RwSignal::new(Stage::Drawn),
            mode: RwSignal::new(visit.mode),
            filter,
            ignored,
            own_settings: StoredValue::new(None),
            look_alikes: RwSignal::new(false),
            letters: RwSignal::new(load(Key::Letters) == ON),
            names_only: RwSignal::new(load(Key::NamesOnly) == ON),
            shortcuts: RwSignal::new(load(Key::Shortcuts) != OFF),
            dialog: RwSignal::new(None),
            explanation: RwSignal::new(None),
            navigation: RwSignal::new(None),
            drawn_to: RwSignal::new(0),
            printed,
            position: RwSignal::new(visit.position),
            came_from: RwSignal::new(None),
            ledger_row: RwSignal::new(None),
            sample: StoredValue::new(None),
            left: StoredValue::new(None),
            fresh: RwSignal::new(false),
            edited: RwSignal::new(None),
            dismissed: StoredValue::new(None),
            in_view: RwSignal::new((0.0, 0.0)),
            jumps: StoredValue::new(0),
            message: RwSignal::new(None),
            previous_text: RwSignal::new(serde_json::from_str(&load(Key::PutAside)).ok()),
            extract: RwSignal::new(None),
            stored: RwSignal::new(true),
            private: RwSignal::new(private),
            new_version: RwSignal::new(false),
            guesses: RwSignal::new(guesses),
            revealed: RwSignal::new(revealed),
            notes,
            placed_notes: Memo::new(move |_| notes.with(|notes| analysis.with(|analysis| placed(notes, analysis)))),
            draft: RwSignal::new(None),
            unsaved_notes: StoredValue::new(NoteList::default()),
            library: RwSignal::new(load(Key::Library) == ON),
            past_article: StoredValue::new(None),
            results: RwSignal::new(ResultList::decode(&load(Key::Results))),
            link: RwSignal::new(None),
            earlier: RwSignal::new(load(Key::Earlier).into()),
            files: RwSignal::new(files),
            current_file: RwSignal::new(current_file),
            compiled_list: RwSignal::new(compiled(&list)),
            list: RwSignal::new(list),
            import_result: RwSignal::new(None),
            work: StoredValue::new(Work::default()),
        }
    }
}

/// Where the reader was before a reload. Without a text there is nothing to read or practise on.
fn visit(text: &str) -> Visit {
    let visit: Visit = history::state().and_then(|state| state.parse().ok()).unwrap_or_default();
    let mode = match visit.mode {
        Mode::Compare => Mode::Compare,
        _ if text.trim().is_empty() => Mode::Write,
        mode => mode,
    };
    Visit { mode, position: text.floor_char_boundary(visit.position), ..visit }
}

fn placed(notes: &NoteList, analysis: &Analysis) -> Vec<PlacedNote> {
    if notes.notes().is_empty() {
        return Vec::new();
    }
    notes.in_text(&first_words(analysis.text(), analysis.report()), analysis.text())
}

/// The URL fragment that starts a private visit.
pub const PRIVATE_FRAGMENT: &str = "#private";
/// The URL fragment of the panel of the browser extension.
const PANEL_FRAGMENT: &str = "#panel";
/// The stored value of a setting that is on.
pub const ON: &str = "on";
/// The stored value of a setting that is off.
pub const OFF: &str = "off";

/// Compiles a list for the engine. A list in the storage was valid when it was written.
pub fn compiled(list: &List) -> Option<Arc<Own>> {
    if list.is_empty() { None } else { list.compile().ok().map(Arc::new) }
}

//! The signals of the text on the page, its analyses and what is made from them.

use super::types::Stage;
use crate::browser::storage::Key;
use crate::engine::{SourceLedger, sources};
use crate::import::{Extract, Markup};
use crate::reading::{
    Analysis, ExceptionList, Filter, LedgerRow, Provenance, QuoteLength, SourceRows, Yardstick, decision_rows, source_rows,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The article: its text, its analyses, and which findings are shown.
pub struct ArticleSignals {
    /// The text in the box.
    pub text: RwSignal<Arc<str>>,
    /// Where the text comes from, if that is known.
    pub provenance: RwSignal<Option<Provenance>>,
    /// The web page that the text was taken from, if a part was left out.
    pub extract: RwSignal<Option<Arc<Extract>>>,
    /// True if there is no text.
    pub empty: Memo<bool>,
    /// True if the reader has the text marked although it does not look English.
    pub any_language: RwSignal<bool>,
    /// True if lines that look like page furniture are read as text.
    pub every_line: RwSignal<bool>,
    /// The analysis of the text; for a long text it follows later.
    pub analysis: RwSignal<Analysis>,
    /// The analysis without the findings that are filtered out or ignored. Marks carry the indices of its findings.
    pub shown: Memo<Analysis>,
    /// The analysis that summary and ledgers describe; while a long text changes, an earlier one.
    pub overview: RwSignal<Analysis>,
    /// The overview without the findings that are filtered out or ignored.
    pub overview_shown: Memo<Analysis>,
    /// False if the text is none that the rules are for.
    pub readable: Memo<bool>,
    /// The markup language of the overview, if it is the source of a page.
    pub markup: Memo<Option<Markup>>,
    /// The source ledger of the overview.
    pub sources: Memo<Arc<SourceLedger>>,
    /// The rows of the source ledger that are shown.
    pub source_rows: Memo<SourceRows>,
    /// The rows of the decision ledger that are shown.
    pub decision_rows: Memo<Vec<LedgerRow>>,
    /// The comparison of the overview with measured news texts.
    pub yardstick: Memo<Option<Yardstick>>,
    /// How much of the text is on the page.
    pub stage: RwSignal<Stage>,
    /// True once everything is drawn that only print shows, until the text changes.
    pub printed: RwSignal<bool>,
    /// The filter.
    pub filter: RwSignal<Filter>,
    /// The ignored findings and rules.
    pub ignored: RwSignal<ExceptionList>,
    /// The reader's own filter and exceptions, while an article has those that it came with.
    pub own_settings: StoredValue<Option<(Filter, ExceptionList)>>,
}

impl ArticleSignals {
    /// Restores the text, the filter and the exceptions of the last visit. Nothing is analyzed yet.
    pub(super) fn new(load: impl Fn(Key) -> String) -> Self {
        let text = RwSignal::new(Arc::<str>::from(load(Key::Text)));
        let nothing = Analysis::new(Arc::default(), None);
        let (analysis, overview) = (RwSignal::new(nothing.clone()), RwSignal::new(nothing));
        let filter = RwSignal::new(Filter::decode(&load(Key::Filter)));
        let ignored = RwSignal::new(ExceptionList::decode(&load(Key::Ignored)));
        let shown =
            move |of: RwSignal<Analysis>| Memo::new(move |_| ignored.with(|ignored| of.with(|of| of.shown(&filter.get(), ignored))));
        let sources = Memo::new(move |_| overview.with(|overview| Arc::new(sources(overview.text(), overview.report()))));
        let overview_shown = shown(overview);
        let printed = RwSignal::new(false);
        let length = move || if printed.get() { QuoteLength::Whole } else { QuoteLength::Short };
        Self {
            text,
            provenance: RwSignal::new(Provenance::decode(&load(Key::From))),
            extract: RwSignal::new(None),
            empty: Memo::new(move |_| text.with(|text| text.trim().is_empty())),
            any_language: RwSignal::new(false),
            every_line: RwSignal::new(false),
            analysis,
            shown: shown(analysis),
            overview,
            overview_shown,
            readable: Memo::new(move |_| overview.with(|overview| overview.report().notice.is_none())),
            markup: Memo::new(move |_| overview.with(|overview| Markup::of(overview.text()))),
            sources,
            source_rows: Memo::new(move |_| sources.with(|sources| overview_shown.with(|shown| source_rows(sources, shown, length())))),
            decision_rows: Memo::new(move |_| overview_shown.with(|shown| decision_rows(shown, length()))),
            yardstick: Memo::new(move |_| overview.with(|overview| Yardstick::new(overview.text(), overview.report()))),
            stage: RwSignal::new(Stage::Drawn),
            printed,
            filter,
            ignored,
            own_settings: StoredValue::new(None),
        }
    }
}

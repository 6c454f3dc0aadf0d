//! A text with what was found in it.

use crate::engine::{Analysed, Report, Span};
use crate::lexicon::Own;
use crate::reading::{Filter, Ignored, shown};
use std::sync::Arc;

/// A text and a report on it; equal only to itself, so that a memo passes it on without comparing texts.
#[derive(Clone)]
pub struct Analysis {
    text: Arc<str>,
    own: Option<Arc<Own>>,
    all: Arc<Analysed>,
    /// What filter and ignored ones let through, where that is not all.
    shown: Option<Arc<Report>>,
}

impl Analysis {
    /// Everything that is found in the text, also by the reader's own list.
    pub fn new(text: Arc<str>, own: Option<Arc<Own>>) -> Self {
        let all = Arc::new(Analysed::new(&text, own.as_deref()));
        Self { text, own, all, shown: None }
    }

    /// The same for the text that this one became: only what changed is analysed, as long as the list stays.
    pub fn revised(&self, text: Arc<str>, own: Option<Arc<Own>>) -> Self {
        if self.own.as_ref().map(Arc::as_ptr) != own.as_ref().map(Arc::as_ptr) {
            return Self::new(text, own);
        }
        let all = Arc::new(self.all.revise(&self.text, &text, own.as_deref()).0);
        Self { text, own, all, shown: None }
    }

    /// The same text with the findings that filter and ignored ones let through.
    pub fn shown(&self, filter: &Filter, ignored: &Ignored) -> Self {
        if *filter == Filter::default() && ignored.exceptions().is_empty() {
            return self.clone();
        }
        let shown = Some(Arc::new(shown(&self.text, &self.all.report, filter, ignored)));
        Self { shown, ..self.clone() }
    }

    /// The text that was analysed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The report on it.
    pub fn report(&self) -> &Report {
        self.shown.as_deref().unwrap_or(&self.all.report)
    }

    /// Whether both are about one text.
    pub fn is_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.text, &other.text)
    }

    /// The words of a place.
    pub fn words(&self, span: Span) -> String {
        span.of(&self.text).to_owned()
    }
}

impl PartialEq for Analysis {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.all, &other.all) && self.shown.as_ref().map(Arc::as_ptr) == other.shown.as_ref().map(Arc::as_ptr)
    }
}

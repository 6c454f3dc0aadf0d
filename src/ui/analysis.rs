//! A text with what was found in it.

use crate::engine::{Report, Span, analyze_with};
use crate::lexicon::Own;
use crate::reading::{Filter, Ignored, shown};
use std::sync::Arc;

/// A text and a report on it; equal only to itself, so that a memo passes it on without comparing texts.
#[derive(Clone)]
pub struct Analysis {
    text: Arc<str>,
    report: Arc<Report>,
}

impl Analysis {
    /// Everything that is found in the text, also by the reader's own list.
    pub fn new(text: Arc<str>, own: Option<&Own>) -> Self {
        let report = Arc::new(analyze_with(&text, own));
        Self { text, report }
    }

    /// The same text with the findings that filter and ignored ones let through.
    pub fn shown(&self, filter: &Filter, ignored: &Ignored) -> Self {
        if *filter == Filter::default() && ignored.exceptions().is_empty() {
            return self.clone();
        }
        Self { text: self.text.clone(), report: Arc::new(shown(&self.text, &self.report, filter, ignored)) }
    }

    /// The text that was analysed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The report on it.
    pub fn report(&self) -> &Report {
        &self.report
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
        Arc::ptr_eq(&self.report, &other.report)
    }
}

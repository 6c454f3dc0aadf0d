//! A text with its report, and the job that computes it.

use super::{ExceptionList, Filter, one_line, shown};
use crate::engine::{Analysed, Former, Given, Kept, Report, Span, Steps};
use crate::lexicon::Own;
use std::sync::Arc;

/// A text and its report. Compares by identity, so a memo passes it on without comparing texts.
#[derive(Clone)]
pub struct Analysis {
    text: Arc<str>,
    own: Option<Arc<Own>>,
    all: Arc<Analysed>,
    /// True if lines that look like page furniture are read as text.
    every_line: bool,
    /// The report without filtered and ignored findings, if there are any.
    shown: Option<Arc<Report>>,
}

impl Analysis {
    /// Analyzes the text, also with the reader's own list.
    #[must_use]
    pub fn new(text: Arc<str>, own: Option<Arc<Own>>) -> Self {
        let all = Arc::new(Analysed::new(&text, own.as_deref()));
        Self { text, own, all, every_line: false, shown: None }
    }

    /// Returns the same text without the findings that are filtered out or ignored.
    #[must_use]
    pub fn shown(&self, filter: &Filter, ignored: &ExceptionList) -> Self {
        if *filter == Filter::default() && ignored.exceptions().is_empty() {
            return self.clone();
        }
        let shown = Some(Arc::new(shown(&self.text, &self.all.report, filter, ignored)));
        Self { shown, ..self.clone() }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The report.
    #[must_use]
    pub fn report(&self) -> &Report {
        self.shown.as_deref().unwrap_or(&self.all.report)
    }

    /// The report with what is filtered out and ignored.
    #[must_use]
    pub fn whole_report(&self) -> &Report {
        &self.all.report
    }

    /// Returns the words of a span on one line, for a list or an explanation.
    #[must_use]
    pub fn phrase(&self, span: Span) -> String {
        one_line(span.of(&self.text))
    }

    /// Copies the words of a span.
    #[must_use]
    pub fn words(&self, span: Span) -> String {
        span.of(&self.text).to_owned()
    }
}

impl PartialEq for Analysis {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.all, &other.all) && self.shown.as_ref().map(Arc::as_ptr) == other.shown.as_ref().map(Arc::as_ptr)
    }
}

/// An analysis under way. It reuses the blocks of the previous text that did not change, unless the reader's list or `every_line` did.
pub struct Job {
    text: Arc<str>,
    own: Option<Arc<Own>>,
    previous: Option<Analysis>,
    any_language: bool,
    every_line: bool,
    steps: Steps,
}

impl Job {
    /// Prepares the analysis. With `every_line`, lines that look like page furniture are read as text.
    #[must_use]
    pub fn new(text: Arc<str>, own: Option<Arc<Own>>, previous: Analysis, every_line: bool) -> Self {
        let same_list = previous.own.as_ref().map(Arc::as_ptr) == own.as_ref().map(Arc::as_ptr);
        let previous = (same_list && previous.every_line == every_line).then_some(previous);
        let given = Given { every_line, ..Given::new(&text, own.as_deref()) };
        let steps = Steps::new(given, former(previous.as_ref()));
        Self { text, own, previous, any_language: false, every_line, steps }
    }

    /// Sets whether a text is marked that does not look English.
    #[must_use]
    pub fn any_language(self, any_language: bool) -> Self {
        Self { any_language, ..self }
    }

    /// Continues while `more` returns true. Returns true at the end of the text.
    pub fn advance(&mut self, more: impl FnMut() -> bool) -> bool {
        let Self { text, own, previous, any_language, every_line, steps } = self;
        let given = Given { text, own: own.as_deref(), any_language: *any_language, every_line: *every_line };
        steps.go_on(given, former(previous.as_ref()), more)
    }

    /// Completes the analysis. Also returns how much of the previous one was reused.
    #[must_use]
    pub fn finish(self) -> (Analysis, Kept) {
        let Self { text, own, previous, any_language, every_line, steps } = self;
        let given = Given { text: &text, own: own.as_deref(), any_language, every_line };
        let (all, kept) = steps.finish(given, former(previous.as_ref()));
        (Analysis { text, own, all: Arc::new(all), every_line, shown: None }, kept)
    }
}

/// Returns an analysis in the form that the engine reuses.
fn former(previous: Option<&Analysis>) -> Former<'_> {
    previous.map(|was| (&*was.all, &*was.text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::BlockKind;

    #[test]
    fn every_line_is_text_on_request_and_the_way_back_gives_what_was_there() {
        let text: Arc<str> = "A title of a story\n\nIt may rain.\n\nShare\n\nIt might snow.".into();
        let first = Analysis::new(Arc::clone(&text), None);
        let furniture = |analysis: &Analysis| analysis.report().blocks.iter().filter(|block| block.kind == BlockKind::Furniture).count();
        let (every, kept) = Job::new(Arc::clone(&text), None, first.clone(), true).finish();
        assert_eq!((furniture(&first), furniture(&every), kept.before + kept.after), (1, 0, 0));
        let (back, _) = Job::new(text, None, every, false).finish();
        assert_eq!(back.report(), first.report());
    }
}

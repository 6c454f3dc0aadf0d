//! A text with what was found in it, and the way there.

use crate::engine::{Analysed, Given, Kept, Report, Span, Steps};
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

/// An analysis under way. Of the text before it only what changed is analysed anew, as long as the list stays.
pub struct Job {
    text: Arc<str>,
    own: Option<Arc<Own>>,
    was: Option<Analysis>,
    steps: Steps,
}

impl Job {
    /// Before the first step.
    pub fn new(text: Arc<str>, own: Option<Arc<Own>>, was: Analysis) -> Self {
        let same_list = was.own.as_ref().map(Arc::as_ptr) == own.as_ref().map(Arc::as_ptr);
        let was = same_list.then_some(was);
        let steps = Steps::new(Given { text: &text, own: own.as_deref() }, was.as_ref().map(|was| (&*was.all, &*was.text)));
        Self { text, own, was, steps }
    }

    /// Goes on while `more` says so. Whether it has come to the end.
    pub fn go_on(&mut self, more: impl FnMut() -> bool) -> bool {
        let Self { text, own, was, steps } = self;
        steps.go_on(Given { text, own: own.as_deref() }, was.as_ref().map(|was| (&*was.all, &*was.text)), more)
    }

    /// Does what is left; also tells what of the text before is the same.
    pub fn finish(self) -> (Analysis, Kept) {
        let Self { text, own, was, steps } = self;
        let (all, kept) = steps.finish(Given { text: &text, own: own.as_deref() }, was.as_ref().map(|was| (&*was.all, &*was.text)));
        (Analysis { text, own, all: Arc::new(all), shown: None }, kept)
    }
}

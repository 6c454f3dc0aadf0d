//! What every format writes: an article with the findings that are shown.

use crate::engine::{BlockKind, Report};
use crate::reading::{ExceptionList, Filter, shown};
use crate::wording;

/// A text with the findings that a reader lets through.
pub struct Document<'a> {
    /// The article.
    pub text: &'a str,
    /// Its report; only the findings that are shown.
    pub report: Report,
    /// What is shown.
    pub filter: &'a Filter,
    /// What is passed over, in this text or elsewhere.
    pub ignored: &'a ExceptionList,
    /// How many findings filter and ignored ones keep back.
    pub kept_back: usize,
    /// The file it comes from.
    pub path: Option<&'a str>,
}

impl<'a> Document<'a> {
    /// The text with everything that was found in it, seen through filter and ignored findings.
    #[must_use]
    pub fn new(text: &'a str, all: &Report, filter: &'a Filter, ignored: &'a ExceptionList) -> Self {
        let report = shown(text, all, filter, ignored);
        Self { text, kept_back: all.findings.len() - report.findings.len(), report, filter, ignored, path: None }
    }

    /// What it is called: its headline, else the file, else the name of the program.
    #[must_use]
    pub fn title(&self) -> String {
        let headline = self.report.blocks.iter().find(|block| block.kind != BlockKind::Furniture);
        let headline = headline.filter(|block| block.kind == BlockKind::Headline).map(|block| block.span.of(self.text));
        one_line(headline.or(self.path).unwrap_or(wording::page::NAME))
    }

    /// What is shown and what is not, in a sentence.
    #[must_use]
    pub fn statement(&self) -> String {
        wording::statement(self.filter, self.kept_back, self.report.findings.len())
    }
}

/// Joins the words of a text in one line, for titles and cells.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

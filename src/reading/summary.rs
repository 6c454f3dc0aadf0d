//! The figures above the article: how many marks a category has, and which share of the article that is.

use super::Filter;
use crate::engine::{Finding, Report, SourceLedger, Span};
use crate::lexicon::Category;

/// The figure of a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CategoryFigure {
    /// The number of findings.
    pub count: usize,
    /// The filled part of the bar: sentences with a finding; statements on unnamed sources.
    pub part: usize,
    /// The whole bar: all sentences; all statements on sources.
    pub all: usize,
}

impl CategoryFigure {
    /// The figure of a category in a report whose source ledger is `sources`.
    #[must_use]
    pub fn new(report: &Report, sources: &SourceLedger, category: Category) -> Self {
        let count = report.count(category);
        match category {
            Category::Source => Self { count, part: count, all: count + SourceLedger::statements(&sources.named) },
            _ => Self { count, part: report.sentences_with(category), all: report.sentences.len() },
        }
    }

    /// Returns the filled part of the bar in percent, rounded; 0 of an empty bar.
    #[must_use]
    pub fn percent(&self) -> usize {
        (self.part * 100 + self.all / 2).checked_div(self.all).unwrap_or(0)
    }
}

/// Returns the categories of which a filter shows any kind.
#[must_use]
pub fn shown_categories(filter: &Filter) -> Vec<Category> {
    Category::ALL.into_iter().filter(|category| filter.shows_any(*category)).collect()
}

/// Returns the sentences that hold findings of a category, in order.
#[must_use]
pub fn sentences_with(report: &Report, category: Category) -> Vec<Span> {
    let of_category = report.findings.iter().filter(|finding| finding.category() == category);
    let mut numbers: Vec<usize> = of_category.map(|finding| finding.sentence).collect();
    numbers.dedup();
    numbers.into_iter().filter_map(|number| report.sentences.get(number).copied()).collect()
}

/// Returns the spans of the findings for which `wanted` is true, in order.
#[must_use]
pub fn spans_where(report: &Report, wanted: impl Fn(&Finding) -> bool) -> Vec<Span> {
    report.findings.iter().filter(|finding| wanted(finding)).map(|finding| finding.span).collect()
}

/// Returns the spans of the findings of a category for which the text gives a date, in order.
#[must_use]
pub fn dated(report: &Report, category: Category) -> Vec<Span> {
    spans_where(report, |finding| finding.date.is_some() && finding.category() == category)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{analyze, sources};
    use crate::lexicon::Kind;

    const TEXT: &str =
        "It may or might rain, officials said. Lena Huld said no. Parliament has yet to approve it. The vote is scheduled for May 5.";

    #[track_caller]
    fn check(text: &str, category: Category, expected: (usize, usize, usize), percent: usize) {
        let report = analyze(text);
        let figure = CategoryFigure::new(&report, &sources(text, &report), category);
        assert_eq!((figure.count, figure.part, figure.all), expected);
        assert_eq!(figure.percent(), percent);
    }

    #[test]
    fn figures_count_findings_sentences_and_statements() {
        check(TEXT, Category::Hedge, (2, 1, 4), 25);
        check(TEXT, Category::Source, (1, 1, 2), 50);
        check(TEXT, Category::Pending, (2, 2, 4), 50);
        check("", Category::Hedge, (0, 0, 0), 0);
        check("It rained.", Category::Source, (0, 0, 0), 0);
    }

    #[test]
    fn places_are_found_for_what_is_counted() {
        let report = analyze(TEXT);
        let words = |spans: Vec<Span>| spans.iter().map(|span| span.of(TEXT)).collect::<Vec<_>>();
        assert_eq!(words(sentences_with(&report, Category::Hedge)), ["It may or might rain, officials said."]);
        assert_eq!(sentences_with(&report, Category::Pending).len(), 2);
        assert_eq!(words(spans_where(&report, |finding| finding.category() == Category::Hedge)), ["may", "might"]);
        assert_eq!(dated(&report, Category::Pending).len(), 1);
        assert_eq!(dated(&report, Category::Hedge), []);
    }

    #[test]
    fn a_category_is_shown_while_one_of_its_kinds_is() {
        let mut filter = Filter::default();
        assert_eq!(shown_categories(&filter), Category::ALL);
        for kind in Kind::ALL.iter().copied().filter(|kind| kind.category() == Category::Hedge) {
            assert_eq!(shown_categories(&filter), Category::ALL);
            filter = filter.toggled(kind);
        }
        assert_eq!(shown_categories(&filter), [Category::Source, Category::Pending]);
    }
}

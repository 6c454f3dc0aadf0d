//! The figures of one article in a table of several, and the order of that table.

use crate::engine::{Notice, Report, SourceLedger, sources};
use crate::lexicon::Category;
use std::cmp::Ordering;

/// What the table says of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ArticleFigures {
    /// Words, as white space divides them.
    pub words: usize,
    /// Sentences.
    pub sentences: usize,
    /// Sentences with a hedge.
    pub hedged: usize,
    /// Statements on sources, named or not.
    pub statements: usize,
    /// Statements on unnamed sources.
    pub unnamed: usize,
    /// Mentions of undecided matters.
    pub open: usize,
    /// Marks of all categories.
    pub marks: usize,
    /// Why nothing is marked: there are no figures to compare.
    pub notice: Option<Notice>,
}

impl ArticleFigures {
    /// The figures of a text with its report.
    #[must_use]
    pub fn new(text: &str, report: &Report) -> Self {
        let ledger = sources(text, report);
        let unnamed = SourceLedger::statements(&ledger.unnamed);
        Self {
            words: text.split_whitespace().count(),
            sentences: report.sentences.len(),
            hedged: report.sentences_with(Category::Hedge),
            statements: unnamed + SourceLedger::statements(&ledger.named),
            unnamed,
            open: report.count(Category::Pending),
            marks: report.findings.len(),
            notice: report.notice,
        }
    }

    /// Returns the marks per 1,000 words, rounded.
    #[must_use]
    pub fn density(&self) -> usize {
        (self.marks * 1000 + self.words / 2) / self.words.max(1)
    }
}

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The article's name.
    Article,
    /// Its words.
    Words,
    /// The share of hedged sentences.
    Hedged,
    /// The share of statements on unnamed sources.
    Unnamed,
    /// Mentions of undecided matters.
    Open,
    /// Marks per 1,000 words.
    Density,
}

impl Column {
    /// All columns, from left to right.
    pub const ALL: [Self; 6] = [Self::Article, Self::Words, Self::Hedged, Self::Unnamed, Self::Open, Self::Density];
}

/// The column by which the table is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub column: Column,
    /// True if the largest comes first.
    pub descending: bool,
}

impl Order {
    /// Returns the order after the head of a column was pressed: by that column, names from A and figures from the largest; the other
    /// way round if the table was in this order.
    #[must_use]
    pub fn after(present: Option<Self>, column: Column) -> Self {
        let first = column != Column::Article;
        let descending = present.filter(|order| order.column == column).map_or(first, |order| !order.descending);
        Self { column, descending }
    }
}

/// Returns the numbers of the rows in order; each has a name and, once it is computed, its figures. Rows without them come last, equal rows
/// stay as they were opened.
#[must_use]
pub fn ordered(rows: &[(&str, Option<ArticleFigures>)], order: Option<Order>) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..rows.len()).collect();
    if let Some(Order { column, descending }) = order {
        let compared = |one: Ordering| if descending { one.reverse() } else { one };
        numbers.sort_by(|&a, &b| match (column, rows[a].1, rows[b].1) {
            (Column::Article, ..) => compared(rows[a].0.to_lowercase().cmp(&rows[b].0.to_lowercase())),
            (Column::Words, Some(a), Some(b)) => compared(a.words.cmp(&b.words)),
            (Column::Words, a, b) => a.is_none().cmp(&b.is_none()),
            (_, Some(a), Some(b)) if a.notice.is_none() && b.notice.is_none() => compared(by(column, a, b)),
            (_, a, b) => without_figures(a).cmp(&without_figures(b)),
        });
    }
    numbers
}

/// Returns true for an article that nothing is known of, or in which nothing is marked.
fn without_figures(figures: Option<ArticleFigures>) -> bool {
    figures.is_none_or(|figures| figures.notice.is_some())
}

fn by(column: Column, a: ArticleFigures, b: ArticleFigures) -> Ordering {
    // A share of nothing is smaller than none of something.
    let shares = |a: (usize, usize), b: (usize, usize)| match (a.1, b.1) {
        (0, _) | (_, 0) => a.1.min(1).cmp(&b.1.min(1)),
        _ => (a.0 * b.1).cmp(&(b.0 * a.1)),
    };
    match column {
        Column::Article | Column::Words => Ordering::Equal,
        Column::Hedged => shares((a.hedged, a.sentences), (b.hedged, b.sentences)),
        Column::Unnamed => shares((a.unnamed, a.statements), (b.unnamed, b.statements)),
        Column::Open => a.open.cmp(&b.open),
        Column::Density => a.density().cmp(&b.density()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;

    fn figures(text: &str) -> ArticleFigures {
        ArticleFigures::new(text, &analyze(text))
    }

    #[test]
    fn counts_sentences_statements_and_marks() {
        let story = figures("It may or might rain, officials said. Lena Huld said no. Parliament has yet to approve it.");
        let expected = ArticleFigures { words: 17, sentences: 3, hedged: 1, statements: 2, unnamed: 1, open: 1, marks: 4, notice: None };
        assert_eq!(story, expected);
        assert_eq!(story.density(), 235);
        assert_eq!(figures("").density(), 0);
    }

    #[test]
    fn orders_by_names_counts_and_shares() {
        let one = |part, all| Some(ArticleFigures { words: all, hedged: part, sentences: all, ..ArticleFigures::default() });
        let rows = [("b.txt", one(1, 4)), ("A.txt", None), ("c.txt", one(2, 5)), ("d.txt", one(0, 0)), ("e.txt", one(2, 8))];
        let order = |column, descending| ordered(&rows, Some(Order { column, descending }));
        assert_eq!(ordered(&rows, None), [0, 1, 2, 3, 4]);
        assert_eq!(order(Column::Article, false), [1, 0, 2, 3, 4]);
        assert_eq!(order(Column::Words, true), [4, 2, 0, 3, 1]);
        assert_eq!(order(Column::Hedged, true), [2, 0, 4, 3, 1]);
        assert_eq!(order(Column::Hedged, false), [3, 0, 4, 2, 1]);
    }

    #[test]
    fn a_text_without_marks_has_a_place_by_its_words_alone() {
        let english = |words| Some(ArticleFigures { words, hedged: 1, sentences: 1, ..ArticleFigures::default() });
        let german = Some(ArticleFigures { words: 5, notice: Some(Notice::NotEnglish), ..ArticleFigures::default() });
        let rows = [("a", None), ("b", german), ("c", english(9)), ("d", english(3))];
        let order = |column| ordered(&rows, Some(Order { column, descending: true }));
        assert_eq!(order(Column::Words), [2, 1, 3, 0]);
        assert_eq!(order(Column::Hedged), [2, 3, 0, 1]);
    }

    #[test]
    fn a_second_press_turns_the_order_round() {
        let once = Order::after(None, Column::Words);
        assert_eq!(once, Order { column: Column::Words, descending: true });
        assert_eq!(Order::after(Some(once), Column::Words), Order { column: Column::Words, descending: false });
        assert_eq!(Order::after(Some(once), Column::Article), Order { column: Column::Article, descending: false });
    }
}

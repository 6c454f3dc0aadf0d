//! What a reader does with a report: filters it, passes over findings, searches, learns by it, compares two of them.
//!
//! Plain types without I/O; the page draws what they say.

mod alignment;
mod analysis;
mod article_rows;
mod caret;
mod filter;
mod ignored;
mod ledger_rows;
mod lesson;
mod link;
mod minimap;
mod navigation;
mod runs;
mod search;
mod sections;
mod summary;
mod versions;

pub use analysis::{Analysis, Job};
pub use article_rows::{ArticleRow, article_rows};
pub use caret::{byte_after_units, byte_at_share, node_at, utf16_length};
pub use filter::{Filter, Voices};
pub use ignored::{Exception, Ignored};
pub use ledger_rows::{FIRST_ROWS, Fact, LedgerRow, SourceRows, decision_rows, rows_to_draw, source_places, source_rows};
pub use lesson::{Guess, Outcome, Verdict, grade, words};
pub use link::{Content, Damaged, Link};
pub use minimap::{LANE, MinimapScale, PIXEL, WIDTH, categories_in, part_in_view};
pub use navigation::{Navigation, next_finding};
pub use runs::runs;
pub use search::search;
pub use sections::{Layout, Section, SectionBase};
pub use summary::{CategoryFigure, dated, sentences_with, shown_categories, spans_where};
pub use versions::{Change, Comparison, Fate, Pair, compare};

use crate::engine::Report;

/// The report as far as filter and ignored findings let it through: the rest is the same.
#[must_use]
pub fn shown(text: &str, report: &Report, filter: &Filter, ignored: &Ignored) -> Report {
    let passed = ignored.in_text(text, report);
    let keep = |(number, finding): (usize, &crate::engine::Finding)| {
        (filter.shows(finding) && passed.binary_search(&number).is_err()).then(|| finding.clone())
    };
    let findings = report.findings.iter().enumerate().filter_map(keep).collect();
    Report { findings, ..report.clone() }
}

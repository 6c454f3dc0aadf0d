//! What a reader does with a report: filters it, passes over findings, searches, learns by it, compares two of them.
//!
//! Plain types without I/O; the page draws what they say.

mod alignment;
mod filter;
mod ignored;
mod lesson;
mod link;
mod runs;
mod search;
mod versions;

pub use filter::{Filter, Voices};
pub use ignored::{Exception, Ignored};
pub use lesson::{Guess, Outcome, Verdict, grade, words};
pub use link::{Content, Damaged, Link};
pub use runs::runs;
pub use search::search;
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

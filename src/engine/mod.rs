//! Text in, [`Report`] out: pure, without I/O, and it cannot fail on any input.
//!
//! The text takes this way: `segment` finds furniture, headlines and paragraphs; `sentence` and `quote` divide them;
//! `find` matches the lexicon; `phrase`, `attribution` and `named` decide which noun phrases are unnamed sources;
//! `settle` resolves overlaps, `stack` joins hedges that lean on each other. `speech` knows whose claim a stretch of a
//! sentence is, `detail` who decides and when. `flow` takes the blocks through all this one by one, `revise` only those that changed.

mod ahead;
mod asking;
mod attribution;
mod clause;
mod decisions;
mod detail;
mod find;
mod flow;
mod matcher;
mod named;
mod needs;
mod phrase;
mod pieces;
mod quote;
mod report;
mod revise;
mod saying;
mod segment;
mod sentence;
mod settle;
mod sources;
mod speech;
mod stack;
mod starts;
mod steps;
mod text;
mod token;
mod walk;
mod words;

#[cfg(target_arch = "wasm32")]
pub(crate) use flow::Given;
#[cfg(target_arch = "wasm32")]
pub(crate) use steps::Steps;

pub use decisions::{Decision, decisions};
pub use pieces::{Piece, pieces};
pub use report::{Citation, Claim, Finding, Notice, Rejected, Report, Voice};
pub use revise::{Analysed, Kept};
pub use segment::{Block, BlockKind};
pub use sources::{Number, Source, SourceLedger, sources};
pub use text::{Ruler, Span, Unit};
pub use token::plain_pattern;

use crate::lexicon::Own;

/// What the first analysis does with the lexicon, in steps that a page may take before there is a text: its words, its patterns, and what
/// they ask of their neighbours.
#[cfg(target_arch = "wasm32")]
pub(crate) const UNPACKING: [fn(); 3] = [
    || drop(token::plain_pattern("a word")),
    || _ = std::sync::LazyLock::force(&crate::lexicon::PROGRAMS),
    || _ = std::sync::LazyLock::force(&starts::STARTS),
];

/// Analyses an article.
///
/// ```
/// use caveat_lector::engine::analyze;
/// use caveat_lector::lexicon::Category;
///
/// let text = "The mission may fail, according to two officials briefed on the plan.";
/// let report = analyze(text);
/// let marked: Vec<(Category, &str)> = report.findings.iter().map(|f| (f.category(), f.span.of(text))).collect();
/// assert_eq!(marked, [(Category::Hedge, "may"), (Category::Source, "two officials briefed on the plan")]);
/// ```
#[must_use]
pub fn analyze(text: &str) -> Report {
    analyze_with(text, None)
}

/// Analyses an article with a reader's own list beside the lexicon.
///
/// ```
/// use caveat_lector::engine::analyze_with;
/// use caveat_lector::lexicon::List;
///
/// let list = List::read("[[entry]]\nkind = 'hearsay'\npatterns = ['word on the quay is']").expect("a list");
/// let own = list.compile().expect("patterns");
/// let text = "Word on the quay is that the ferry sails.";
/// assert_eq!(analyze_with(text, Some(&own)).findings[0].span.of(text), "Word on the quay is");
/// ```
#[must_use]
pub fn analyze_with(text: &str, own: Option<&Own>) -> Report {
    Analysed::new(text, own).report
}

//! Text in, [`Report`] out: pure, without I/O, and infallible on any input.
//!
//! `lex` divides the text into blocks (furniture, headlines, paragraphs), tokens, sentences and quotations. `matching` runs the lexicon's
//! patterns over the tokens and yields candidates. `grammar` finds noun phrases, clauses and attributions, which decide whether a candidate for an
//! unnamed source speaks. `resolve` resolves overlaps, joins stacked hedges and finds who decides an open matter and when. `ledger` sums a report up.
//! `analyzer` drives a text through these stages block by block; `incremental` analyses only the blocks that changed.

mod analyzer;
mod code_lines;
mod finding;
mod grammar;
mod incremental;
mod ledger;
pub(crate) mod lex;
pub(crate) mod matching;
mod notice;
mod proof;
mod report;
mod resolve;
mod steps;
mod text;

pub(crate) use analyzer::Given;
pub(crate) use steps::{Former, Steps};

pub use incremental::{Analysed, Kept};
pub use ledger::decision::{Decision, parties_of};
pub use ledger::decisions::{decisions, decisions_among};
pub use ledger::source::{Number, Source};
pub use ledger::sources::{SourceLedger, cited_for, knowledge_of, reason_of, sources};
pub use ledger::speakers::speaker_of;
pub use lex::block::{Block, BlockKind, without_bullet};
pub use lex::quotation::Citation;
pub use lex::token::plain_pattern;
#[doc(hidden)]
pub use proof::{PatternMatch, pattern_matches};
pub use report::{Claim, Finding, Notice, Rejected, Report, Voice};
pub use text::{Ruler, Span, Unit};

use crate::lexicon::Own;

/// Does a part of what the first analysis would have to do: compiles expressions for page furniture. A page may call it with the
/// numbers from 0 to [`preparations`] before there is a text.
pub fn prepare(part: usize) {
    lex::furniture::prepare(part);
}

/// How many parts [`prepare`] knows.
#[must_use]
pub fn preparations() -> usize {
    crate::lexicon::FURNITURE_ANYWHERE.len()
}

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

/// Analyses an article as [`analyze_with`] does, also a text that does not look English.
///
/// ```
/// use caveat_lector::engine::{Notice, analyze, analyze_any_language};
///
/// let text = "Het kabinet overweegt een wet, zegt de krant. ".repeat(4) + "It may rain.";
/// assert_eq!(analyze(&text).notice, Some(Notice::NotEnglish));
/// assert_eq!(analyze_any_language(&text, None).findings[0].span.of(&text), "may");
/// ```
#[must_use]
pub fn analyze_any_language(text: &str, own: Option<&Own>) -> Report {
    Analysed::of(Given { any_language: true, ..Given::new(text, own) }).report
}

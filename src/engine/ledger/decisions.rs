//! The decision ledger: the open matters of a report.

use crate::engine::report::Report;
use crate::engine::text::Span;
use crate::lexicon::{Category, Kind};

/// One open matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The wording that says it is open.
    pub wording: Span,
    /// How far it has got.
    pub stage: Kind,
    /// Who decides, where the sentence says so.
    pub decider: Option<Span>,
    /// When, where the sentence says so.
    pub date: Option<Span>,
    /// The sentence it stands in.
    pub sentence: Span,
    /// Index of its finding in [`Report::findings`].
    pub finding: usize,
}

/// Returns the open matters of a report, in the order of the text.
#[must_use]
pub fn decisions(report: &Report) -> Vec<Decision> {
    let open = report.findings.iter().enumerate().filter(|(_, finding)| finding.category() == Category::Pending);
    open.map(|(number, finding)| Decision {
        wording: finding.span,
        stage: finding.kind(),
        decider: finding.decider,
        date: finding.date,
        sentence: report.sentences.get(finding.sentence).copied().unwrap_or(finding.span),
        finding: number,
    })
    .collect()
}

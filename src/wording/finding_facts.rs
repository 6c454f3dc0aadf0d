//! What the sentence of a finding says about it, with labels.

use super::page;
use crate::engine::{Finding, Span, cited_for, knowledge_of, parties_of, reason_of, speaker_of};
use crate::reading::Analysis;

/// Returns who claims it, what a source is cited for, how it is known, who decides and when, as far as the sentence says.
#[must_use]
pub fn finding_facts(finding: &Finding, analysis: &Analysis) -> Vec<(&'static str, String)> {
    let (text, report) = (analysis.text(), analysis.report());
    let facts = [
        (page::CLAIMED_BY, speaker_of(text, report, finding)),
        (page::CITED_FOR, cited_for(text, report, finding)),
        (page::HOW_KNOWN, knowledge_of(text, finding)),
        (page::WHY_UNNAMED, reason_of(text, report, finding)),
    ];
    let words = |(label, span): (&'static str, Option<Span>)| Some((label, analysis.phrase(span?)));
    let step = parties_of(text, report, finding).map(|who| (page::who_label(finding.kind()), who.into_owned()));
    facts.into_iter().filter_map(words).chain(step).chain(words((page::WHEN, finding.date))).collect()
}

//! The matter of an open decision, as the text words it: the clause or phrase around a wording.

use crate::engine::ledger::{matter_end, matter_start};
use crate::engine::lex::token::tokens_of;
use crate::engine::report::{Finding, Report};
use crate::engine::text::Span;

/// Returns a wording with its subject and with what stands behind it, up to the end of its clause: `The council plans to sell the old harbour`.
pub(super) fn matter(text: &str, report: &Report, finding: &Finding) -> Span {
    let Some(sentence) = report.sentences.get(finding.sentence) else { return finding.span };
    let tokens = tokens_of(text, *sentence);
    let wording = tokens.partition_point(|token| token.span.end <= finding.span.start)
        ..tokens.partition_point(|token| token.span.start < finding.span.end);
    if wording.is_empty() {
        return finding.span;
    }
    let decider = finding.decider.map(|who| tokens.partition_point(|token| token.span.start < who.start));
    let start = tokens[matter_start::start(text, &tokens, &wording, decider)].span.start;
    let end = tokens[..matter_end::end(text, &tokens, &wording)].last().map_or(finding.span.end, |last| last.span.end);
    Span { start: start.min(finding.span.start), end: end.max(finding.span.end) }
}

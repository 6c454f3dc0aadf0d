//! The matter of an open decision, as the text words it: the clause or phrase around a wording.

use crate::engine::ledger::{matter_end, matter_start};
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::{Finding, Report};
use crate::engine::text::Span;
use std::ops::Range;

/// Returns a wording with its subject and with what stands behind it, up to the end of its clause: `The council plans to sell the old harbour`.
pub(super) fn matter(text: &str, report: &Report, finding: &Finding) -> Span {
    let Some((tokens, wording)) = wording(text, report, finding) else { return finding.span };
    let decider = finding.decider.map(|who| tokens.partition_point(|token| token.span.start < who.start));
    let start = tokens[matter_start::start(text, &tokens, &wording, decider)].span.start;
    let end = tokens[..matter_end::end(text, &tokens, &wording)].last().map_or(finding.span.end, |last| last.span.end);
    Span { start: start.min(finding.span.start), end: end.max(finding.span.end) }
}

/// Returns the subject of a wording if it stands apart from it: `The council` in `The council sold the mill and plans to leave`.
pub(super) fn distant_subject(text: &str, report: &Report, finding: &Finding) -> Option<Span> {
    let (tokens, wording) = wording(text, report, finding)?;
    let who = matter_start::distant_subject(text, &tokens, wording.start)?;
    Some(Span { start: tokens[who.start].span.start, end: tokens[who.end - 1].span.end })
}

/// Returns the tokens of the sentence and those of the wording.
fn wording(text: &str, report: &Report, finding: &Finding) -> Option<(Vec<Token>, Range<usize>)> {
    let tokens = tokens_of(text, *report.sentences.get(finding.sentence)?);
    let start = tokens.partition_point(|token| token.span.end <= finding.span.start);
    let end = tokens.partition_point(|token| token.span.start < finding.span.end);
    (start < end).then_some((tokens, start..end))
}

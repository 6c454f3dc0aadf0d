//! Where the quotations of a paragraph stand.

use crate::engine::report::Report;
use crate::engine::text::Span;

/// The longest paragraph whose quotations are searched for their speakers, in bytes: keeps the time linear. Nobody writes longer ones.
const LONGEST: usize = 10_000;

/// Returns the paragraph around a byte and its number; nothing for one that is not searched.
pub(super) fn paragraph(report: &Report, at: usize) -> Option<(usize, Span)> {
    let place = report.blocks.partition_point(|block| block.span.end <= at);
    let block = report.blocks.get(place)?.span;
    (block.len() <= LONGEST).then_some((place, block))
}

/// Returns true if one of the quotations, which are in order, holds a phrase.
pub(super) fn is_inside(quotations: &[Span], phrase: Span) -> bool {
    let place = quotations.partition_point(|quotation| quotation.end < phrase.end);
    quotations.get(place).is_some_and(|quotation| quotation.start <= phrase.start)
}

pub(super) fn is_blank(text: &str, span: Span) -> bool {
    span.start >= span.end || text.get(span.start..span.end).is_some_and(|between| between.trim().is_empty())
}

/// Returns the quotations of a paragraph, unless it is too long to be searched.
pub(super) fn quotations_of(text: &str, block: Span) -> Vec<Span> {
    if block.len() <= LONGEST { quotations(text, block) } else { Vec::new() }
}

/// Returns the quotations of a paragraph with their marks. One that is not closed reaches to its end.
pub(super) fn quotations(text: &str, block: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let words = text.get(block.start..block.end).unwrap_or_default();
    for (at, mark) in words.char_indices().filter(|(_, mark)| matches!(mark, '“' | '”' | '"')) {
        let free = |before: char| before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–');
        let spaced = words[..at].chars().next_back().is_none_or(free);
        let opens = mark == '“' || (mark == '"' && spaced && words[at + 1..].starts_with(|next: char| !next.is_whitespace()));
        let at = block.start + at;
        if opens {
            // A paragraph of a quotation may begin with another mark.
            open = open.or(Some(at));
        } else if open.is_some() || found.is_empty() {
            found.push(Span { start: open.take().unwrap_or(block.start), end: at + mark.len_utf8() });
        }
    }
    found.extend(open.map(|start| Span { start, end: block.end }));
    found
}

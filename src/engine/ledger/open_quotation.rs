//! Quotation marks whose other half stands outside a head.

use crate::engine::grammar::said_edges::is_quotation_mark;
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::text::Span;
use crate::lexicon::class;
use crate::lexicon::pattern::instruction::shape;

/// How many tokens `Lena Huld, the mayor, said on Monday` may take.
const ATTRIBUTION: usize = 12;

/// Returns a head without a mark that opens or closes a quotation of other sentences, and without who says it: `We will discuss it` of
/// `We will discuss it,” Lena Huld said`.
pub(super) fn without_open_quotation(text: &str, head: Span) -> Span {
    let tokens = tokens_of(text, head);
    let Some(single) = unpaired(text, &tokens) else { return head };
    if single == 0 {
        return Span { start: tokens.get(1).map_or(head.start, |first| first.span.start), ..head };
    }
    let behind = &tokens[single + 1..];
    let says =
        behind.len() <= ATTRIBUTION && behind.iter().any(|token| token.is(class::SAY)) && !behind.iter().any(|token| token.is(class::CONJ));
    let closes = behind.iter().all(|token| token.is(shape::MARK)) || says;
    let stop = |token: &&Token| token.is_mark(text, ",") || token.is_mark(text, ".");
    let end = single - tokens[..single].iter().rev().take_while(stop).count();
    let last = tokens[..end].last().filter(|_| closes);
    Span { end: last.map_or(head.end, |last| last.span.end), ..head }
}

/// Returns the only mark that opens or closes a quotation without its other half.
fn unpaired(text: &str, tokens: &[Token]) -> Option<usize> {
    let marks: Vec<usize> = (0..tokens.len()).filter(|at| is_quotation_mark(text, &tokens[*at])).collect();
    if marks.len().is_multiple_of(2) {
        return None;
    }
    let opens = |at: usize| tokens[at].span.of(text) == "“" || (tokens[at].is(shape::SPACED) && tokens[at].span.of(text) == "\"");
    // `It is “old” and late,” Huld said`
    let (first, last) = (*marks.first()?, *marks.last()?);
    if first == 0 && marks.get(1).is_none_or(|next| opens(*next)) { Some(first) } else { Some(last).filter(|last| !opens(*last)) }
}

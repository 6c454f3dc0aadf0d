//! Whose words: direct quotations and citation brackets, marked on the tokens.

use super::report::Citation;
use super::segment::{BlockKind, TokenBlock};
use super::text::Span;
use super::token::Token;
use crate::lexicon::op::shape;

/// Marks the tokens of `[Citation: ...]` brackets; a block of nothing else is furniture.
#[cfg_attr(small, optimize(speed))]
pub(crate) fn mark_citations(text: &str, blocks: &mut [TokenBlock], tokens: &mut [Token]) -> Vec<Citation> {
    let mut citations = Vec::new();
    for block in blocks {
        let mut at = block.first;
        while at < block.last {
            // Looked at only where it can begin.
            let found = if tokens[at].byte == b'[' { citation(text, &tokens[at..block.last]) } else { None };
            match found {
                Some(length) => {
                    for token in &mut tokens[at..at + length] {
                        token.bits |= shape::CITATION;
                    }
                    if length > 4 {
                        let span = Span { start: tokens[at].span.start, end: tokens[at + length - 1].span.end };
                        citations.push(Citation {
                            span,
                            name: Span { start: tokens[at + 3].span.start, end: tokens[at + length - 2].span.end },
                        });
                    }
                    at += length;
                    let comma = tokens.get(at).is_some_and(|token| token.is_mark(text, ","));
                    if comma && at + 1 < block.last && citation(text, &tokens[at + 1..block.last]).is_some() {
                        tokens[at].bits |= shape::CITATION;
                        at += 1;
                    }
                }
                None => at += 1,
            }
        }
        let in_brackets = tokens[block.first..block.last].iter().filter(|token| token.is(shape::CITATION)).count();
        if in_brackets > 0 && block.block.kind != BlockKind::Furniture {
            block.block.kind = if in_brackets == block.last - block.first { BlockKind::Furniture } else { BlockKind::Paragraph };
        }
    }
    citations
}

/// The number of tokens of a citation bracket that begins here.
fn citation(text: &str, tokens: &[Token]) -> Option<usize> {
    let [open, word, colon, ..] = tokens else { return None };
    let label = ["citation", "source", "sources", "ref", "reference"].iter().any(|label| word.span.of(text).eq_ignore_ascii_case(label));
    if !(open.is_mark(text, "[") && label && colon.is_mark(text, ":")) {
        return None;
    }
    tokens.iter().take(60).position(|token| token.is_mark(text, "]")).map(|place| place + 1)
}

/// How many tokens ahead the end of a single quotation is looked for.
const FARTHEST: usize = 400;

/// The mark that ends a quotation, and whether it began curly.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    Straight,
    Curly,
    Guillemet,
    Low,
}

/// Marks the tokens inside direct quotations. A quotation that a paragraph leaves open goes on in the next one when
/// that one closes it.
#[cfg_attr(small, optimize(speed))]
pub(crate) fn mark_quotations(text: &str, blocks: &[TokenBlock], tokens: &mut [Token]) {
    let mut left_open = None;
    for block in blocks {
        let line = &mut tokens[block.first..block.last];
        if block.block.kind == BlockKind::Quotation {
            for token in line {
                token.bits |= shape::QUOTED;
            }
            continue;
        }
        let mut open = left_open.filter(|open| closes_first(text, line, *open));
        let mut single = false;
        for at in 0..line.len() {
            let was_quoted = open.is_some() || single;
            if line[at].is(shape::MARK) && matches!(line[at].byte, b'"' | b'\'' | 128..) {
                open = double_quotation(text, line, at, open);
                single = single_quotation(text, line, at, single);
            }
            if was_quoted && (open.is_some() || single) {
                line[at].bits |= shape::QUOTED;
            }
        }
        left_open = open;
    }
}

/// Whether the block closes a quotation before it opens one.
fn closes_first(text: &str, line: &[Token], open: Open) -> bool {
    let marks = || line.iter().map(|token| token.span.of(text));
    match open {
        Open::Curly => marks().find(|mark| matches!(*mark, "“" | "”")) == Some("”"),
        Open::Straight => marks().next() != Some("\"") && marks().filter(|mark| *mark == "\"").count() % 2 == 1,
        Open::Guillemet | Open::Low => false,
    }
}

fn double_quotation(text: &str, line: &[Token], at: usize, open: Option<Open>) -> Option<Open> {
    let spaced_after = line.get(at + 1).is_none_or(|next| next.is(shape::SPACED));
    let after_digit = at > 0 && line[at - 1].is(shape::DIGITS) && !line[at].is(shape::SPACED);
    match line[at].span.of(text) {
        "“" if open == Some(Open::Low) => None,
        "“" => Some(Open::Curly),
        "„" => Some(Open::Low),
        "«" => Some(Open::Guillemet),
        "\"" if open.is_none() && after_digit && spaced_after => None,
        "\"" if open.is_some() && line[at].is(shape::SPACED) && !spaced_after => Some(Open::Straight),
        "\"" if open.is_none() => Some(Open::Straight),
        "”" | "»" | "\"" => None,
        _ => open,
    }
}

/// Single quotation marks: an apostrophe opens nothing, and what no mark closes in the block was an apostrophe.
fn single_quotation(text: &str, line: &[Token], at: usize, single: bool) -> bool {
    let mark = |token: &Token| matches!(token.span.of(text), "'" | "‘" | "’");
    if !mark(&line[at]) {
        return single;
    }
    let spaced_after = |at: usize| line.get(at + 1).is_none_or(|next| next.is(shape::SPACED | shape::MARK));
    let closes = |at: usize| line[at].span.of(text) != "‘" && !line[at].is(shape::SPACED) && spaced_after(at);
    if single {
        return !closes(at);
    }
    let begins = at == 0 || line[at].is(shape::SPACED) || line[at - 1].span.of(text) == "“" || line[at - 1].span.of(text) == "\"";
    let opens = line[at].span.of(text) != "’" && begins && !spaced_after(at);
    opens && (at + 2..line.len().min(at + FARTHEST)).any(|later| mark(&line[later]) && closes(later))
}

//! The edges of what is said: marks, conjunctions and quotation marks without a partner.

use crate::engine::grammar::clause::has_finite_verb;
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// The fewest tokens of a clause.
pub(super) const SHORTEST: usize = 3;

/// Removes commas, full stops and citation brackets at both ends, and quotation marks there whose partner lies outside.
pub(super) fn trimmed(text: &str, tokens: &[Token], mut range: Range<usize>) -> Range<usize> {
    let mark = |token: &Token| token.is(shape::MARK) && matches!(token.span.of(text), "," | ";" | ":" | "." | "–" | "—" | "-");
    let stop = |token: &Token| token.is(shape::CITATION) || mark(token);
    loop {
        let before = range.clone();
        while !range.is_empty() && (stop(&tokens[range.start]) || joins(tokens, range.start)) {
            range.start += 1;
        }
        while !range.is_empty() && stop(&tokens[range.end - 1]) {
            range.end -= 1;
        }
        let open = range.clone().filter(|at| tokens[*at].is_mark(text, "(")).count();
        if !range.is_empty() && open == 0 && tokens[range.end - 1].is_mark(text, ")") {
            range.end -= 1;
        }
        if let Some(mark) = unpaired(text, tokens, range.clone()) {
            if mark + 1 == range.end {
                range.end -= 1;
            } else if mark == range.start {
                range.start += 1;
            }
        }
        if range == before {
            return range;
        }
    }
}

/// Returns where a quotation begins that is not closed in the sentence, if something stands before it: `it is grand: “It shines`.
pub(super) fn before_open_quotation(text: &str, tokens: &[Token], start: usize, end: usize) -> usize {
    let marks: Vec<usize> = (start..end).filter(|at| is_quotation_mark(text, &tokens[*at])).collect();
    let Some(last) = marks.last().copied() else { return end };
    let straight = tokens[last].is_mark(text, "\"") && marks.len() % 2 == 1;
    let open = straight || matches!(tokens[last].span.of(text), "“" | "«" | "„");
    let introduced = last > start && (tokens[last - 1].is_mark(text, ":") || tokens[last - 1].is_mark(text, ","));
    if open && introduced && has_finite_verb(&tokens[start..last]) { last } else { end }
}

/// Returns true for `But` and `and` before a clause.
fn joins(tokens: &[Token], at: usize) -> bool {
    word_at(tokens, at, set::CONTRAST) || tokens[at].reads(words!("and" | "but"))
}

/// Returns a quotation mark at one end of a range without a partner in it.
fn unpaired(text: &str, tokens: &[Token], range: Range<usize>) -> Option<usize> {
    let marks = || range.clone().filter(|at| is_quotation_mark(text, &tokens[*at]));
    let is = |at: usize, marks: &[&str]| marks.contains(&tokens[at].span.of(text));
    let (first, last) = (marks().next()?, marks().next_back()?);
    let straight = marks().filter(|at| is(*at, &["\""])).count() % 2 == 1;
    if (straight && is(last, &["\""]) && last + 1 == range.end) || (is(first, &["”", "»"]) && first == last && first + 1 == range.end) {
        return Some(last);
    }
    let opens = (straight && is(first, &["\""])) || (is(last, &["“", "«", "„"]) && first == last);
    (opens && first == range.start).then_some(first)
}

/// Returns true for a double quotation mark.
pub(crate) fn is_quotation_mark(text: &str, token: &Token) -> bool {
    token.is(shape::MARK) && matches!(token.span.of(text), "\"" | "“" | "”" | "„" | "«" | "»")
}

/// Returns true for `saying:`.
pub(super) fn introduces_quotation(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens[at].is_word(words!("saying")) && tokens.get(at + 1).is_some_and(|next| next.is_mark(text, ":"))
}

pub(super) fn is_dash(text: &str, token: &Token) -> bool {
    matches!(token.span.of(text), "-" | "–" | "—")
}

/// Returns where a dash ends what is said: `it was likely - a view that many share`. An aside between two dashes does not end it if the verb
/// of the clause stands behind it: `the bridge - built in 1920 - could fall`.
pub(super) fn dash_or_end(text: &str, tokens: &[Token], start: usize, end: usize) -> usize {
    let dash = |at: &usize| tokens[*at].is(shape::SPACED) && !tokens[*at].is(shape::QUOTED) && is_dash(text, &tokens[*at]);
    let Some(first) = (start.min(end)..end).find(dash) else { return end };
    let verb =
        |token: &Token| token.is(class::BE | class::HAVE | class::DO | class::MODAL) || (token.is(shape::ED) && !token.is(shape::UPPER));
    let complete = tokens[start..first].iter().skip(1).any(verb);
    let close = (first + 1..end).find(dash).filter(|_| !complete);
    match close {
        Some(close) => (close + 1..end).find(dash).unwrap_or(end),
        None if first < start + SHORTEST => end,
        None => first,
    }
}

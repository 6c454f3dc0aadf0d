//! Quotations in single marks, which also are apostrophes: `'The workers' plan'`, `the '90s`.

use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set};

/// How many tokens ahead the end of a quotation may stand.
const FARTHEST: usize = 400;

/// Returns whether a quotation is open after the token `at`. A mark that nothing closes in the block was an apostrophe.
pub(super) fn quotation(text: &str, line: &[Token], at: usize, open: bool) -> bool {
    if !is_mark(text, &line[at]) {
        return open;
    }
    if open {
        return !closes(text, line, at) || is_possessive(text, line, at);
    }
    opens(text, line, at) && (at + 2..line.len().min(at + FARTHEST)).any(|later| is_mark(text, &line[later]) && closes(text, line, later))
}

/// Returns true if the block begins with a mark that nothing closes: the first paragraphs of a long quotation.
pub(super) fn goes_on(text: &str, line: &[Token]) -> bool {
    let first = line.first().is_some_and(|first| matches!(first.span.of(text), "‘" | "'"));
    first && opens(text, line, 0) && !(2..line.len()).any(|later| is_mark(text, &line[later]) && closes(text, line, later))
}

/// Returns true if the block closes a quotation before it opens one.
pub(super) fn closes_first(text: &str, line: &[Token]) -> bool {
    let ends = |at: &usize| is_mark(text, &line[*at]) && (opens(text, line, *at) || closes(text, line, *at));
    (0..line.len()).find(ends).is_some_and(|at| closes(text, line, at) && !line[at - 1].is(shape::WORD))
}

fn is_mark(text: &str, token: &Token) -> bool {
    token.is(shape::MARK) && matches!(token.span.of(text), "'" | "‘" | "’" | "‚" | "‛" | "`")
}

/// Returns true for a mark before a word, which is no apostrophe of it.
fn opens(text: &str, line: &[Token], at: usize) -> bool {
    let mark = line[at].span.of(text);
    let begins = at == 0 || line[at].is(shape::SPACED) || matches!(line[at - 1].span.of(text), "“" | "\"" | "(" | "[" | "—");
    // Backticks enclose code in pairs.
    let near = line[at.saturating_sub(FARTHEST)..line.len().min(at + FARTHEST)].iter();
    let code = || mark == "`" && near.filter(|token| token.is_mark(text, "`")).count() > 1;
    mark != "’" && begins && !code() && !spaced_after(line, at) && !line.get(at + 1).is_some_and(|next| is_elided(text, next))
}

/// Returns true for what an apostrophe begins: `'90s`, `'twas`.
fn is_elided(text: &str, next: &Token) -> bool {
    let word = next.span.of(text);
    let years = next.is(shape::DIGITS) && word.trim_end_matches('s').len() == 2;
    years || next.reads(set::ELIDED)
}

fn closes(text: &str, line: &[Token], at: usize) -> bool {
    let mark = line[at].span.of(text);
    let low = || line[at.saturating_sub(FARTHEST)..at].iter().any(|token| token.is_mark(text, "‚"));
    at > 0
        && !matches!(mark, "`" | "‚" | "‛")
        && !line[at].is(shape::SPACED)
        && spaced_after(line, at)
        && (mark != "‘" || line[at - 1].is(shape::MARK) || low())
}

/// Returns true for the apostrophe of `workers'` before its noun, if another mark closes the quotation.
fn is_possessive(text: &str, line: &[Token], at: usize) -> bool {
    let possessor = at > 0 && line[at - 1].is(shape::WORD) && line[at - 1].span.of(text).ends_with('s');
    let function =
        class::DET | class::PREP | class::BE | class::HAVE | class::DO | class::MODAL | class::PRONOUN | class::CONJ | class::SAY;
    let noun_follows = line.get(at + 1).is_some_and(|next| next.is(shape::WORD) && !next.is(function | shape::UPPER));
    let marks = || (at + 1..line.len().min(at + FARTHEST)).filter(|later| is_mark(text, &line[*later]));
    let ends = || marks().find(|later| opens(text, line, *later) || closes(text, line, *later));
    possessor && noun_follows && ends().is_some_and(|later| closes(text, line, later))
}

fn spaced_after(line: &[Token], at: usize) -> bool {
    line.get(at + 1).is_none_or(|next| next.is(shape::SPACED | shape::MARK))
}

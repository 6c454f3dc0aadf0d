//! What a claim governs: where the clause of a reporting verb begins and ends.

use crate::engine::grammar::clause::has_finite_verb;
use crate::engine::grammar::said::is_clause_by_form;
use crate::engine::grammar::said_content::{citing_aside, content_start};
use crate::engine::grammar::said_edges::introduces_quotation;
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// Returns what a reporting verb governs of the clause that ends at `end`. A comment of the article is no part of it, nor the object of a verdict:
/// in `praised the proposed tax` the word `proposed` is the article's.
pub(super) fn governed(text: &str, tokens: &[Token], verb: usize, end: usize) -> Range<usize> {
    let end = (verb + 1..end).find(|at| is_circumstance(text, tokens, *at)).unwrap_or(end);
    let verdict = (tokens[verb].is_word(set::JUDGING_VERB) || word_at(tokens, verb + 1, words!("against")))
        && !content_start(text, tokens, verb, end).1;
    if !verdict {
        // The object of a verb ends at a comma: `rejected the bill, which was likely`.
        let (content, clause) = content_start(text, tokens, verb, end);
        // `As Huld reports, it may fail`
        let content = content + usize::from(content == verb + 1 && tokens.get(content).is_some_and(|next| next.is_mark(text, ",")));
        let said = clause
            || tokens[verb].is_word(set::SAID)
            || tokens[verb].is(class::THINK)
            || content >= end
            || is_clause_by_form(text, tokens, &(content..end));
        let other =
            |at: usize| word_at(tokens, at, words!("and")) && tokens.get(at + 1).is_some_and(|next| next.is(class::BE | class::HAVE));
        let comma = |at: &usize| (tokens[*at].is_mark(text, ",") && !tokens[*at].is(shape::QUOTED)) || other(*at);
        let quoted = tokens[content.min(end - 1)..end].iter().any(|token| token.is(shape::QUOTED));
        return verb..if said || quoted { end } else { (verb + 1..end).find(comma).unwrap_or(end) };
    }
    let opens = |at: &usize| tokens[*at].is(shape::QUOTED) || tokens[*at].is_word(set::BEFORE_REASON);
    let start = (verb + 1..end).find(opens);
    start.map_or(verb..verb + 1, |start| start..new_clause(text, tokens, start, end))
}

/// Returns where `, and he may` begins a clause of its own, or `end`.
pub(super) fn new_clause(text: &str, tokens: &[Token], start: usize, end: usize) -> usize {
    let comma = |at: &usize| tokens[*at].is_mark(text, ",") && !tokens[*at].is(shape::QUOTED);
    let joined = |at: &usize| {
        tokens.get(at + 1).is_some_and(|next| next.is(class::CONJ)) && !tokens.get(at + 2).is_some_and(|next| next.is(shape::ING))
    };
    (start..end).filter(comma).find(joined).unwrap_or(end)
}

/// Returns true for the comma of `, after a fire` and `, two weeks after it began`, which are often the words of the article.
fn is_circumstance(text: &str, tokens: &[Token], at: usize) -> bool {
    let period = tokens.get(at + 2).is_some_and(|token| token.is(class::PERIOD)) && word_at(tokens, at + 3, set::BEFORE_CIRCUMSTANCE);
    tokens[at].is_mark(text, ",") && !tokens[at].is(shape::QUOTED) && (period || word_at(tokens, at + 1, set::BEFORE_CIRCUMSTANCE))
}

/// Returns true for the comma of `, adding that it was too late`: another claim of the same speaker.
pub(super) fn adds(text: &str, tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1);
    // `a soft policy, according to some experts, may fail`
    let close = (at + 2..tokens.len().min(at + 2 + ADJUNCTS)).find(|close| tokens[*close].is_mark(text, ","));
    let verb = |next: &Token| next.is(class::BE | class::HAVE | class::DO | class::MODAL);
    let aside = word_at(tokens, at + 1, words!("according")) && close.is_some_and(|close| tokens.get(close + 1).is_some_and(verb));
    if introduces_quotation(text, tokens, at) {
        return true;
    }
    tokens[at].is_mark(text, ",")
        && !aside
        && citing_aside(text, tokens, at).is_none()
        && next.is_some_and(|next| (next.is(class::SAY | class::THINK) && next.is(shape::ING)) || next.is_word(set::BEFORE_RELAY))
}

/// The longest `on Tuesday in the capital` behind a verb, in tokens.
pub(super) const ADJUNCTS: usize = 6;

/// Returns true if nothing but time and place follows up to the next break: `..., the ministry said on Tuesday.`
pub(super) fn only_adjuncts(text: &str, tokens: &[Token], start: usize) -> bool {
    let adjunct = |token: &Token| token.is(class::PREP | class::WEEKDAY | class::MONTH | class::ADVERB) && !token.is(class::PRONOUN);
    let end = (start..tokens.len()).find(|at| is_break(text, &tokens[*at]) || tokens[*at].is_mark(text, ".")).unwrap_or(tokens.len());
    tokens.get(start).is_some_and(adjunct) && end - start <= ADJUNCTS
}

pub(super) fn is_break(text: &str, token: &Token) -> bool {
    token.is(shape::MARK) && matches!(token.span.of(text), "," | "\"" | "”" | "“" | "—" | "–" | ":" | "'" | "’" | "»" | ";")
}

/// Returns where the clause before `end` begins: after a semicolon, or after `, but` where somebody else's claim ends.
pub(super) fn clause_start(text: &str, tokens: &[Token], end: usize) -> usize {
    let cut = |at: &usize| {
        tokens[*at].is_mark(text, ";") || (tokens[*at].is_mark(text, ",") && turns(tokens, at + 1) && !tokens[*at].is(shape::QUOTED))
    };
    (0..end.saturating_sub(1)).rev().find(cut).map_or(0, |at| at + 1)
}

/// Returns true for the comma of `, which may explain it`: a comment, often not the speaker's.
fn comments(text: &str, tokens: &[Token], at: usize) -> bool {
    // `, a view that many share`
    let verdict = word_at(tokens, at + 1, words!("a" | "an")) && word_at(tokens, at + 2, set::COMMENT);
    let verdict = verdict && (at + 3..tokens.len().min(at + 5)).any(|at| tokens[at].is_word(set::RELATIVE) || tokens[at].is(shape::ED));
    // `, not that he could say much else`
    let verdict = verdict || (word_at(tokens, at + 1, words!("not")) && word_at(tokens, at + 2, words!("that")));
    tokens[at].is_mark(text, ",") && !tokens[at].is(shape::QUOTED) && (verdict || word_at(tokens, at + 1, words!("which" | "something")))
}

/// Returns where the clause that begins at `start` ends.
pub(super) fn clause_end(text: &str, tokens: &[Token], start: usize) -> usize {
    let cut = |at: &usize| {
        let mark = |mark: &str| tokens[*at].is_mark(text, mark) && !tokens[*at].is(shape::QUOTED);
        (mark(";") && !is_list(text, tokens, *at))
            || mark("—")
            || (comments(text, tokens, *at) && !is_aside(text, tokens, start, *at))
            || (mark(",") && turns(tokens, at + 1))
    };
    (start..tokens.len()).find(cut).unwrap_or(tokens.len())
}

/// Returns true for a semicolon inside a list: `they are the Opal, of 1984; the Ruby, of 1990; and the Onyx`.
fn is_list(text: &str, tokens: &[Token], at: usize) -> bool {
    let mark = |at: usize| tokens[at].is_mark(text, ";");
    let joined = |at: usize| mark(at) && word_at(tokens, at + 1, words!("and" | "or"));
    let last = (1..tokens.len()).find(|at| joined(*at)).filter(|last| *last >= at);
    last.is_some_and(|last| (1..last).any(mark))
}

/// The longest clause between a subject and its verb, in tokens.
const ASIDE: usize = 25;

/// Returns true for the comma of an aside between a subject and its verb: `the watch, which has a gold case, could cost a fortune`.
fn is_aside(text: &str, tokens: &[Token], start: usize, comma: usize) -> bool {
    let verb = |token: &Token| token.is(class::BE | class::HAVE | class::MODAL | class::DO);
    let closes = |at: &usize| tokens[*at].is_mark(text, ",") && tokens.get(at + 1).is_some_and(verb);
    // `this year's festival`
    let subject: Vec<Token> = tokens[start..comma].iter().copied().filter(|token| !token.reads(words!("'s"))).collect();
    start < comma && !has_finite_verb(&subject) && (comma + 1..tokens.len().min(comma + ASIDE)).any(|at| closes(&at))
}

/// Returns true for `, but it`, not for `, but that it` and `, but also`, which go on with what is said.
fn turns(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.is_word(set::CONTRAST)) && !word_at(tokens, at + 1, words!("that" | "also"))
}

//! Whether what is said stands before its speaker: `“It may fail,” she told the chamber.`

use crate::engine::grammar::claim_scope::{clause_start, is_break, only_adjuncts};
use crate::engine::grammar::clause::{has_finite_verb, noun_phrase_before};
use crate::engine::grammar::said::content_start;
use crate::engine::grammar::said_edges::is_dash;
use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// The fewest tokens of a claim before its speaker, so that `but` in `but Reuters reported, citing ...` is none.
pub(super) const SHORTEST: usize = 3;

/// Returns true if no verb can stand among the tokens: `The dam` in `The dam, Lena Huld said, could leak`.
pub(super) fn is_phrase(tokens: &[Token]) -> bool {
    !has_finite_verb(tokens) && !tokens.iter().any(|token| token.is(class::PRONOUN | class::CONJ) && !token.is(class::DET))
}

/// Returns where the list of speakers begins: `police and` in `police and the friend said`.
pub(super) fn list_start(text: &str, tokens: &[Token], start: usize) -> usize {
    let joined = start > 1 && tokens[start - 1].is_word(words!("and" | "or"));
    let partner = if joined { noun_phrase_before(text, tokens, start - 1) } else { None };
    partner.map_or(start, |partner| partner.start)
}

/// Returns true if what is said stands before the speaker `who` of the verb at `at`: `“It may fail,” she told the chamber.`
pub(super) fn follows_claim(text: &str, tokens: &[Token], who: &Range<usize>, at: usize) -> bool {
    // What follows a colon or an opening quotation mark is said: `Asked about it, she replied: “No”`.
    let opens = |next: &Token| next.is_mark(text, ":") || (next.is(shape::SPACED) && !next.is_mark(text, ",") && !is_dash(text, next));
    let first = list_start(text, tokens, who.start);
    let after_break = first > 0 && is_break(text, &tokens[first - 1]);
    let ends_here = after_break && tokens.get(at + 1).is_none_or(|next| (is_break(text, next) && !opens(next)) || next.is_mark(text, "."));
    let after_quotation = after_break && who.start >= 2 && tokens[who.start - 2..who.start].iter().any(|token| token.is(shape::QUOTED));
    // In `he had “liked” a post that said` the quotation is one word; in `Huld calls it` the verb has an object.
    let run = tokens[..who.start].iter().rev().skip(1).take_while(|token| token.is(shape::QUOTED)).count();
    let closed =
        after_quotation && tokens[who.start - 2..who.start].iter().any(|token| matches!(token.span.of(text), "," | "." | "?" | "!"));
    let object = tokens.get(at + 1).is_some_and(|next| next.is_word(set::OBJECT));
    let after_quotation = after_quotation && !tokens[who.start].is(shape::QUOTED) && (closed || run > SHORTEST) && !object;
    let after_comma = after_break && !tokens[who.start - 1].is_mark(text, ";");
    // In `In the economy, the ministry pointed to a fall` the words before are an adjunct.
    let opening = clause_start(text, tokens, who.start)..who.start;
    let before = || {
        after_comma && (has_finite_verb(&tokens[opening.clone()]) || (opening.len() > SHORTEST && !tokens[opening.start].is(class::PREP)))
    };
    let adjunct = || tokens.get(content_start(text, tokens, at, tokens.len()).0).is_some_and(|first| first.is(class::PREP));
    ends_here || after_quotation || (before() && (adjunct() || only_adjuncts(text, tokens, at + 1)))
}

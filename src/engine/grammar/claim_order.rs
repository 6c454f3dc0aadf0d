//! Whether what is said stands before its speaker: `“It may fail,” she told the chamber.`

use crate::engine::grammar::claim_scope::{clause_start, is_break, only_adjuncts};
use crate::engine::grammar::clause::{has_finite_verb, noun_phrase_before};
use crate::engine::grammar::said_content::content_start;
use crate::engine::grammar::said_edges::{is_dash, is_quotation_mark};
use crate::engine::grammar::speaker::is_person;
use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// The fewest tokens of a claim before its speaker, so that `but` in `but Reuters reported, citing ...` is none.
pub(super) const SHORTEST: usize = 3;

/// How many persons may stand before the last two of a list.
const PARTNERS: usize = 3;

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

/// Extends a speaker over the persons named before: `Lena Huld and Tom Quill` for `Tom Quill`.
pub(super) fn with_partners(text: &str, tokens: &[Token], who: Range<usize>) -> Range<usize> {
    let first = list_start(text, tokens, who.start);
    let part = |token: &Token| token.is(shape::UPPER | shape::MARK | class::TITLE | shape::AGENT | class::DET);
    // `Huld and Quill`, `Tarn & Vell and Oster Steel`
    let capitals = |phrase: &[Token]| phrase.iter().all(|token| token.is(shape::UPPER) || token.is_mark(text, "&"));
    let names = |phrase: &[Token]| capitals(phrase) && phrase.iter().all(|token| !token.is(class::NOT_A_NAME | class::DET | class::PREP));
    let both = names(&tokens[who.clone()]);
    let name = |phrase: &[Token]| (is_person(phrase) || (both && names(phrase))) && phrase.iter().all(part);
    if first == who.start || !(both || is_person(&tokens[who.clone()])) || !name(&tokens[first..who.start - 1]) {
        return who;
    }
    let mut start = first;
    for _ in 0..PARTNERS {
        let comma = start.checked_sub(1).filter(|comma| tokens[*comma].is_mark(text, ","));
        let Some(partner) = comma.and_then(|comma| noun_phrase_before(text, tokens, comma)) else { break };
        if !name(&tokens[partner.clone()]) {
            break;
        }
        start = partner.start;
    }
    // In `met Lena Huld and Tom Quill said` a clause ends between the two.
    let opens = start == 0 || tokens[start - 1].is(shape::MARK | class::CONJ) || tokens[start - 1].is_word(words!("that"));
    let plain = !tokens[start..who.end].iter().any(|token| token.is(class::PREP) && !token.is_word(words!("of")));
    if opens && plain { start..who.end } else { who }
}

/// Returns true if what is said stands before the speaker `who` of the verb at `at`: `“It may fail,” she told the chamber.`
pub(super) fn follows_claim(text: &str, tokens: &[Token], who: &Range<usize>, at: usize) -> bool {
    // What follows a colon or an opening quotation mark is said: `Asked about it, she replied: “No”`.
    let quotes = tokens.get(at + 2).is_some_and(|next| is_quotation_mark(text, next) && next.is(shape::SPACED));
    let before_quotation = quotes && !(who.start > 1 && tokens[who.start - 2].is(shape::QUOTED));
    let opens = |next: &Token| {
        next.is_mark(text, ":")
            || (next.is_mark(text, ",") && before_quotation)
            || (next.is(shape::SPACED) && !next.is_mark(text, ",") && !is_dash(text, next))
    };
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
    let content = content_start(text, tokens, at, tokens.len()).0;
    let told = tokens[at].is_word(set::TELLING) && content > at + 1;
    // `told the Post, a move that`: an apposition to the clause before.
    let comma = |at: usize| tokens.get(at).is_some_and(|token| token.is_mark(text, ","));
    let apposition = told && (comma(content) || comma(content - 1));
    let adjunct = || apposition || tokens.get(content).is_none_or(|first| first.is(class::PREP) || (told && first.is_mark(text, ".")));
    // `, the port called for calm`
    let calls = tokens[at].is_word(set::CALL) && tokens.get(at + 1).is_some_and(|next| next.is_word(words!("for" | "on")));
    ends_here || after_quotation || (!calls && before() && (adjunct() || only_adjuncts(text, tokens, at + 1)))
}

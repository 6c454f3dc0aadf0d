//! Speech that shows by its place: any verb beside a quotation, `"It may fail," an usher giggled`, or before a clause, `islanders huffed that`.

use crate::engine::grammar::noun_phrase::is_quote;
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// How many adverbs may stand between a subject and its verb.
const ADVERBS: usize = 3;

/// How many words may stand between a verb and its `that`: `radioed back to the tower that`.
const BEFORE_THAT: usize = 4;

/// How many words may stand between a verb and the colon before a quotation.
const BEFORE_COLON: usize = 10;

/// Returns true if any verb would report speech behind the subject `phrase`, whose predicate begins at `predicate`.
pub(super) fn speaks_by_position(text: &str, tokens: &[Token], phrase: Range<usize>, predicate: usize) -> bool {
    let adverb = |token: &&Token| token.is(shape::LY | class::ADVERB) && !token.is(class::NEGATOR);
    let verb = predicate + tokens.iter().skip(predicate).take(ADVERBS).take_while(adverb).count();
    let follows = || follows_quotation(text, tokens, phrase.start) && is_finite(tokens, verb);
    follows() || before_colon(text, tokens, phrase.start, verb) || before_that(tokens, phrase.end, verb) || comments(tokens, &phrase, verb)
}

/// Returns true if a verb stands between a quotation and `start`: `"It leaks," fumed one official`.
pub(super) fn verb_follows_quotation(text: &str, tokens: &[Token], start: usize, end: usize) -> bool {
    let Some(verb) = start.checked_sub(1).filter(|verb| *verb > 1) else { return false };
    let ends = tokens.get(end).is_none_or(|next| !next.is(class::BE | class::HAVE | class::MODAL | shape::ED));
    ends && tokens[verb].is(shape::ED) && !tokens[verb].is(class::PREP) && follows_quotation(text, tokens, verb)
}

/// Returns true behind `,"` and `",`, `?"` and `!"`: a quotation that its sentence goes on from. A title is part of a phrase: `the song "Home,"`.
pub(super) fn follows_quotation(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(inner) = at.checked_sub(2) else { return false };
    let stop = |at: usize| tokens[at].is(shape::MARK) && matches!(tokens[at].byte, b',' | b'?' | b'!');
    let american = is_quote(text, tokens, at - 1) && stop(inner) && tokens[inner].is(shape::QUOTED);
    let british = tokens[at - 1].is_mark(text, ",") && is_quote(text, tokens, inner) && inner > 0 && tokens[inner - 1].is(shape::QUOTED);
    let words = || tokens[..inner].iter().rev().take_while(|token| token.is(shape::QUOTED)).count();
    let opens = || (inner - words()).checked_sub(2).is_none_or(|before| tokens[before].is(shape::MARK));
    (american || british) && opens()
}

/// Returns true for a finite verb that is no auxiliary: `giggled`, `says`.
fn is_finite(tokens: &[Token], at: usize) -> bool {
    const OTHER: u64 = class::BE | class::HAVE | class::DO | class::MODAL | class::PREP | class::CONJ | class::PRONOUN | class::DET;
    let Some(verb) = tokens.get(at) else { return false };
    let past = verb.is(shape::ED) || verb.is_word(set::IRREGULAR_PAST) || verb.is_word(set::IRREGULAR_ACT);
    past && !verb.is(OTHER | shape::UPPER) && !word_at(tokens, at + 1, words!("by"))
}

/// Returns true for a verb before a colon and a quotation: `winced at the fee: "It is too much"`.
fn before_colon(text: &str, tokens: &[Token], start: usize, verb: usize) -> bool {
    let indefinite = tokens[start].reads(set::ONE_MORE);
    let directly = tokens.get(verb).is_some_and(|token| token.is(shape::PLURAL) && !token.is(shape::AGENTS));
    if indefinite && directly && tokens.get(verb + 1).is_some_and(|next| next.is_mark(text, ":")) {
        return true;
    }
    let opens = start == 0 || tokens[start - 1].is(shape::MARK) || tokens[start - 1].is_word(words!("but" | "while" | "though"));
    if !is_finite(tokens, verb) || !opens {
        return false;
    }
    let mark = |token: &Token| token.is(shape::MARK) && !token.is_mark(text, ",");
    // `winced at the fee:`, not `wore a shirt with the words:`
    if tokens.get(verb + 1).is_some_and(|next| !next.is(class::PREP | shape::MARK)) {
        return false;
    }
    let colon = (verb + 1..tokens.len().min(verb + BEFORE_COLON)).find(|at| mark(&tokens[*at]));
    colon.is_some_and(|at| tokens[at].is_mark(text, ":") && is_quote(text, tokens, at + 1))
}

/// Returns true for a verb before `that` and a clause: `huffed that`, `radioed in that`, `tut that`.
fn before_that(tokens: &[Token], end: usize, verb: usize) -> bool {
    let Some(token) = tokens.get(verb) else { return false };
    // Known verbs of saying have conditions of their own.
    if token.is(shape::UPPER | class::SIGNAL) || token.is_word(set::NO_SPEECH_BEFORE_THAT) {
        return false;
    }
    let past = token.is(shape::ED) && is_finite(tokens, verb);
    let plural = tokens[end - 1].is(shape::PLURAL | shape::AGENTS);
    let known = class::SAY | class::PREP | class::CONJ | class::PRONOUN | class::DET | class::ADVERB | class::NEGATOR;
    let base = plural && token.is(shape::WORD) && !token.is(known | shape::PLURAL | shape::ING | shape::ED | shape::LY);
    let base = base && !token.is(class::BE | class::HAVE | class::DO | class::MODAL | class::EVIDENCE | class::INSTITUTION);
    let inner = |token: &&Token| token.is(shape::LY) || token.is_word(set::PARTICLE_BEFORE_THAT);
    let between = tokens[verb + 1..].iter().take(BEFORE_THAT).take_while(inner).count();
    // `boasted to the crew that`
    let plain = |token: &&Token| token.is(shape::WORD) && !token.is_word(words!("that"));
    let hearers = tokens[verb + 1..].iter().take(BEFORE_THAT).take_while(plain).count();
    let to_hearers = word_at(tokens, verb + 1, words!("to")) && tokens[verb + hearers].reads(set::HEARERS);
    let between = if to_hearers { hearers } else { between };
    let that = verb + 1 + if past { between } else { 0 };
    let clause = tokens.get(that + 1).is_some_and(|next| {
        next.is(class::DET | class::PRONOUN | class::NUMBER | shape::DIGITS | shape::UPPER | shape::PLURAL | class::NEGATOR)
    });
    (past || base) && word_at(tokens, that, words!("that")) && clause
}

/// Returns true for `if critics are to be believed` and `, so a spokesman,`.
pub(super) fn is_trusted(text: &str, tokens: &[Token], start: usize, end: usize) -> bool {
    let supposed = start > 0 && tokens[start - 1].reads(words!("if"));
    let right = word_at(tokens, end, words!("are" | "is"));
    let believed = (end + 1..end + 5).any(|at| tokens.get(at).is_some_and(|token| token.is_word(set::BELIEVED_OR_RIGHT)));
    // `For many of the players, the law is a fraud.`
    let opens = start > 0 && tokens[start - 1].reads(words!("for")) && (start == 1 || tokens[start - 2].is(shape::MARK));
    let view = opens
        && ((tokens[start].reads(set::MANY_OR_FEW) && word_at(tokens, start + 1, words!("of")))
            || tokens[end - 1].reads(set::OPINION_HOLDER));
    // `The thief, so a spokesman on Tuesday, wore a mask.`
    let so = start > 1 && tokens[start - 1].is_word(words!("so")) && tokens[start - 2].is_mark(text, ",");
    let dated = word_at(tokens, end, words!("on")) && tokens.get(end + 1).is_some_and(|day| day.is(class::WEEKDAY));
    let ends = tokens.get(if dated { end + 2 } else { end }).is_none_or(|next| next.is(shape::MARK));
    (supposed && right && believed) || (view && tokens.get(end).is_some_and(|next| next.is_mark(text, ","))) || (so && ends)
}

/// Returns true for any verb but that of an act behind people who comment: `critics tore into the plan`, `pundits detect a plot`.
fn comments(tokens: &[Token], phrase: &Range<usize>, verb: usize) -> bool {
    const OTHER: u64 = class::BE | class::HAVE | class::DO | class::MODAL | class::ACT | class::PREP | class::CONJ | class::PRONOUN;
    const NO_VERB: u64 =
        class::DET | class::ADVERB | class::NEGATOR | class::POST | class::EVIDENCE | class::INSTITUTION | class::KNOWLEDGE;
    let indefinite = !tokens[phrase.start].reads(set::DEFINITE) && !tokens[phrase.start].reads(set::POSSESSIVE);
    let last = tokens[phrase.clone()]
        .iter()
        .any(|token| token.is_word(set::COMMENTATOR) || (token.is(shape::INITIAL) && token.reads(set::COMMENTATOR)));
    let Some(token) = tokens.get(verb).filter(|token| token.is(shape::WORD) && indefinite && last) else { return false };
    let form = !token.is(OTHER | NO_VERB | class::SAY | class::THINK | shape::UPPER | shape::PLURAL | shape::ING | shape::LY);
    // `tore into the plan`, not `counted the ballots`
    let past = token.is(shape::ED);
    let object = tokens
        .get(verb + 1)
        .is_some_and(|next| next.is_word(set::PARTICLE) || (!past && next.is(class::DET | class::PRONOUN | shape::UPPER | shape::DIGITS)));
    // `critics gathered the press`, not `critics gathered in the hall`
    form && object && !token.is_word(set::IRREGULAR_ACT)
}

//! Verbs of saying by which nobody says anything: `No official said`, `will not say`, `denies them their dignity`.

use crate::engine::grammar::claim_scope::ADJUNCTS;
use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, has, set, words};
use std::ops::Range;

/// Returns true for `Neither Huld nor Quill said`, `No official said`, `asked how she would describe it` and `will not apologise`.
pub(super) fn has_not_spoken(tokens: &[Token], who: &Range<usize>, auxiliaries: Range<usize>) -> bool {
    if says_nothing(tokens, who, auxiliaries.clone()) {
        return true;
    }
    let before = who.start.checked_sub(1).map(|before| &tokens[before]);
    let nobody = tokens[who.start].reads(set::NOBODY) || before.is_some_and(|before| before.is_word(words!("nor" | "neither")));
    let asked = before.is_some_and(|before| before.is_word(words!("how" | "why" | "whether")));
    // `Moscow will not say`, `Moscow has not confirmed the loss`
    let confirms = tokens[auxiliaries.end].is_word(words!("confirm" | "confirmed")) && !is_before(tokens, auxiliaries.end, &words!("that"));
    let auxiliaries = &tokens[auxiliaries];
    let refuses = auxiliaries.iter().any(|token| token.is(class::NEGATOR))
        && (confirms || auxiliaries.iter().any(|token| token.is_word(words!("will" | "won't"))));
    nobody || refuses || (asked && auxiliaries.iter().any(|token| token.is(class::MODAL)))
}

/// Returns true for a verb that reports no speech here.
fn says_nothing(tokens: &[Token], who: &Range<usize>, auxiliaries: Range<usize>) -> bool {
    let verb = auxiliaries.end;
    withholds(tokens, verb)
        || feels(tokens, verb)
        || leaves_unaccepted(tokens, who.start, auxiliaries.clone())
        || (auxiliaries.is_empty() && (is_condition(tokens, who.start, verb) || is_circulated(tokens, who, verb)))
}

/// Returns true if one of these words, without a capital, stands behind the verb.
fn is_before(tokens: &[Token], verb: usize, words: &[u16]) -> bool {
    tokens.get(verb + 1).is_some_and(|next| has(words, next.word) && !next.is(shape::UPPER))
}

/// Returns true for `denies them their dignity`, not for `denies you could see it`.
fn withholds(tokens: &[Token], verb: usize) -> bool {
    let clause = tokens.get(verb + 2).is_some_and(|next| next.is(class::MODAL | class::BE | class::HAVE));
    tokens[verb].is_word(set::DENY) && is_before(tokens, verb, &words!("them" | "him" | "us" | "me" | "you")) && !clause
}

/// Returns true for `felt undermined by her`.
fn feels(tokens: &[Token], verb: usize) -> bool {
    let participle = tokens.get(verb + 1).is_some_and(|next| next.is(shape::ED));
    let ends = tokens.get(verb + 2).is_none_or(|next| next.is(class::PREP | shape::MARK));
    tokens[verb].is_word(words!("felt" | "feels" | "feel")) && participle && ends
}

/// Returns true for `which Oster does not acknowledge`.
fn leaves_unaccepted(tokens: &[Token], who: usize, auxiliaries: Range<usize>) -> bool {
    let relative = who > 0 && tokens[who - 1].reads(words!("which" | "that"));
    let accepts = tokens[auxiliaries.end].is_word(words!("acknowledge" | "recognise" | "recognize" | "accept"));
    relative && accepts && tokens[auxiliaries].iter().any(|token| token.is(class::NEGATOR))
}

/// Returns true for `when allies agree`.
fn is_condition(tokens: &[Token], who: usize, verb: usize) -> bool {
    let agrees = tokens[verb].is_word(words!("agree" | "agrees" | "approve" | "approves" | "deny" | "denies"));
    let condition = who > 0 && tokens[who - 1].reads(words!("when" | "whenever" | "if" | "unless" | "once"));
    condition && agrees && !is_before(tokens, verb, &words!("that"))
}

/// Returns true for `video posted on the site showed`: what is shown stands behind the second verb.
fn is_circulated(tokens: &[Token], who: &Range<usize>, verb: usize) -> bool {
    let recording = |token: &Token| token.is(class::EVIDENCE) || token.reads(set::RECORDING);
    let recording = tokens[who.clone()].iter().take_while(|token| !token.is_word(set::CIRCULATED)).last().is_some_and(recording);
    let circulated = tokens[verb].is_word(set::CIRCULATED) && is_before(tokens, verb, &words!("on" | "online" | "with" | "to" | "by"));
    recording && circulated && tokens[verb + 1..].iter().take(ADJUNCTS).any(|token| token.is(class::SIGNAL))
}

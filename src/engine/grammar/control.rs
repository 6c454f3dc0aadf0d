//! Verbs between a subject and the verb of its act: `was thought to be`, `is racing to`.

use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// How many auxiliaries and adverbs stand before a verb.
const AUXILIARIES: usize = 4;

/// Returns where `was thought to be` and `is in the process of` begin before a verb, or the verb.
pub(crate) fn thought_to(tokens: &[Token], verb: usize) -> usize {
    let process = verb >= 4 && tokens[verb - 1].is_word(words!("of")) && tokens[verb - 2].is_word(words!("process"));
    if process && tokens[verb - 4].is_word(words!("in")) {
        return verb - 4;
    }
    // `The council will be able to agree`
    if verb >= 3 && tokens[verb - 1].is_word(words!("to")) && tokens[verb - 2].is_word(words!("able")) {
        return verb - 2;
    }
    let auxiliary = |token: &&Token| token.is(class::BE | class::HAVE | class::ADVERB) || token.is_word(words!("to"));
    let start = verb - tokens[..verb].iter().rev().take(AUXILIARIES).take_while(auxiliary).count();
    let infinitive = start < verb && tokens[start].is_word(words!("to"));
    // `The sides are to resume talks`, `Oster plans to resume talks`
    let control = infinitive && start >= 1 && (tokens[start - 1].is(class::BE) || tokens[start - 1].is_word(set::SUBJECT_CONTROL));
    // `Oster is racing to resume talks`
    let progressive = start >= 2 && tokens[start - 2].is(class::BE);
    if control && start + 1 == verb && (progressive || !tokens[start - 1].is(shape::ING)) {
        return start - 1;
    }
    let be = infinitive
        && start >= 2
        && tokens[start - 1].is_word(set::THOUGHT_TO)
        && tokens[start - 2].is(class::BE | class::HAVE | class::ADVERB);
    if be { start - 1 } else { verb }
}

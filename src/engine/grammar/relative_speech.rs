//! Speech in a relative clause: `the farmers who claim they were cheated`.

use crate::engine::grammar::reporting_verbs::reports_speech;
use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// How many adverbs and auxiliaries may stand between `who` and its verb.
const BETWEEN: usize = 6;

/// Returns true if `who say` stands behind the head: `a payment to the farmers who claim they were cheated`.
pub(crate) fn speaks_in_clause(text: &str, tokens: &[Token], start: usize, head_end: usize) -> bool {
    // `He is a leader who tells lies.`
    let predicate = start > 0 && tokens[start - 1].is(class::BE);
    let joined = start > 0 && tokens[start - 1].is_word(words!("and" | "or"));
    let comma = !joined && tokens.get(head_end).is_some_and(|token| token.is_mark(text, ","));
    let who = head_end + usize::from(comma);
    if predicate || !tokens.get(who).is_some_and(|token| token.is_word(words!("who"))) {
        return false;
    }
    let auxiliary = |token: &&Token| token.is(class::ADVERB | class::HAVE | shape::LY);
    let verb = who + 1 + tokens[who + 1..].iter().take(BETWEEN).take_while(auxiliary).count();
    // `analysts, who had predicted that`
    let claims = || comma && tokens.get(verb + 1).is_some_and(|next| next.is_word(words!("that")));
    let says = tokens
        .get(verb)
        .is_some_and(|token| token.is(class::SAY) && !token.is(shape::ING) && (token.is_word(set::SPEECH_IN_CLAUSE) || claims()));
    says && reports_speech(text, tokens, verb, false)
}

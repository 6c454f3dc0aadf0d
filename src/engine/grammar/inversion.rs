//! Speakers behind what they say: `"It may fail," said one diplomat`, and the source at the end of a headline.

use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// Returns true for the source at the end of a headline: `Deal may fail – source`.
pub(super) fn closes_headline(text: &str, tokens: &[Token], start: usize, end: usize) -> bool {
    let Some(mark) = start.checked_sub(1).map(|before| &tokens[before]) else { return false };
    let dash = ["–", "—", "-"].iter().any(|dash| mark.is_mark(text, dash)) && mark.is(shape::SPACED);
    end == tokens.len() && start > 2 && mark.is(shape::HEADLINE) && (dash || mark.is_mark(text, ":"))
}

/// Returns true for a subject behind its verb: `"It may fail," said one diplomat`.
pub(super) fn inverted(text: &str, tokens: &[Token], start: usize, end: usize) -> bool {
    let Some(verb) = start.checked_sub(1) else { return false };
    let opens =
        || verb == 0 || (tokens[verb - 1].is(shape::MARK) && !tokens[verb - 1].is_mark(text, "-")) || tokens[verb - 1].is_mark(text, "as");
    // In `the mayor, said officials had left` the phrase has a verb of its own.
    let free = tokens.get(end).is_none_or(|next| {
        let follows = class::PREP | class::CONJ | class::ADVERB | class::WEEKDAY | class::MONTH | class::PRONOUN;
        next.is(follows | shape::MARK | shape::ING | shape::LY) && !next.is(class::SAY | class::BE)
    });
    // `Peter Neumann, said changes in the last years have contributed`
    let quoted = verb > 0 && tokens[verb - 1..verb].iter().chain(tokens[..verb - 1].last()).any(|token| token.is(shape::QUOTED));
    let verb_behind = || {
        let clause =
            tokens[end..].iter().take_while(|token| !token.is(shape::MARK) && !token.is(class::CONJ) && !token.is_word(set::RELATIVE));
        clause.into_iter().any(|token| token.is(class::BE | class::HAVE | class::MODAL))
    };
    let free = free && (quoted || verb == 0 || !(verb_behind() || tokens.get(end).is_some_and(|next| next.is_word(words!("to")))));
    tokens[verb].is_word(set::QUOTING) && free && opens()
}

//! Capitals that say nothing about their word: those of a sentence's beginning, of a title and of a line in capitals.

use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{BITS, class, is_known};

/// How many words of a line in capitals may be in small letters: one in so many.
const SMALL: usize = 10;

/// Clears the capital of the first word, which it has whatever it is.
pub(super) fn clear_initial(tokens: &mut [Token]) {
    if let Some(first) = tokens.iter_mut().find(|token| token.is(shape::WORD | shape::DIGITS)) {
        first.bits = (first.bits & !shape::CAPITAL) | shape::INITIAL;
    }
}

/// Takes the auxiliary out of the month: `said in May that`.
pub(super) fn clear_modal_of_month(tokens: &mut [Token]) {
    for month in tokens.iter_mut().filter(|token| token.is(shape::CAPITAL) && token.is(class::MONTH) && !token.is(shape::HEADLINE)) {
        month.bits &= !class::MODAL;
    }
}

/// Clears capitals in a headline that capitalises its words.
pub(super) fn clear_title_case(tokens: &mut [Token]) {
    let function = class::DET | class::PREP | class::CONJ | class::PRONOUN | class::BE;
    let long = |token: &Token| token.is(shape::WORD) && token.span.len() > 3;
    let full = |token: &Token| token.is(shape::WORD) && token.span.len() > 1 && !token.is(function);
    let count = |is: &dyn Fn(&Token) -> bool| tokens.iter().filter(|token| is(token)).count();
    let capitals = |is: &dyn Fn(&Token) -> bool| tokens.iter().filter(|token| is(token) && token.is(shape::UPPER)).count();
    let (all_long, all_full) = (count(&long), count(&full));
    if (all_long > 2 && capitals(&long) * 10 >= all_long * 7) || (all_full > 1 && capitals(&full) == all_full) {
        clear(tokens);
    }
}

/// Clears capitals in a sentence that is written in them.
pub(super) fn clear_shouted(text: &str, tokens: &mut [Token]) {
    let is_word = |token: &&Token| token.is(shape::WORD) && token.span.len() > 1;
    if tokens.iter().filter(is_word).take(2).any(|token| !token.is(shape::UPPER)) {
        return;
    }
    let shouted = |token: &&Token| !token.span.of(text).contains(char::is_lowercase);
    let words = tokens.iter().filter(is_word).count();
    let small = words - tokens.iter().filter(is_word).filter(shouted).count();
    if words > 2 && small * SMALL <= words {
        clear(tokens);
        for token in tokens {
            // `IT` is a pronoun here, `WORKERS` are people.
            token.bits |= BITS.get(usize::from(token.word)).map_or(0, |bits| bits & (class::PRONOUN | shape::AGENTS));
        }
    }
}

/// Clears the capitals of all words. Those that the lexicon does not have may be names, and titles, months and days show them.
fn clear(tokens: &mut [Token]) {
    for token in tokens {
        let keeps = !is_known(token.word) || token.is(class::TITLE | class::MONTH | class::WEEKDAY);
        token.bits &= !(shape::CAPITAL | if keeps { 0 } else { shape::UPPER });
    }
}

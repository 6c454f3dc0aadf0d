//! Lists of names: `Oster, Sund, and Nordhall`.

use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::words;

/// Returns true for the last comma of `Oster, Sund, and Nordhall, are`.
pub(super) fn closes_list(text: &str, tokens: &[Token], end: usize) -> bool {
    let comma = |at: usize| at < end && tokens[at].is_mark(text, ",");
    let names = |end: usize| tokens[..end].iter().rev().take_while(|token| token.is(shape::UPPER)).count();
    let Some(last) = end.checked_sub(1).filter(|last| comma(*last)) else { return false };
    let Some(and) = last.checked_sub(names(last) + 1).filter(|and| and + 1 < last && tokens[*and].is_word(words!("and"))) else {
        return false;
    };
    let Some(before) = and.checked_sub(1).filter(|before| comma(*before)) else { return false };
    let first = names(before);
    first > 0 && before.checked_sub(first + 1).is_some_and(comma)
}

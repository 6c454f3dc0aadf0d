//! Subjects that an aside names: `The mayor, Ana Ruiz, said`.

use crate::engine::grammar::speaker::{head, is_person};
use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, is_known, set, words};
use std::ops::Range;

/// Returns the phrase with the name in the aside behind it, or the name alone where the phrase is not whole; nothing if the aside names nobody.
/// The aside has its marks: `, Ana Ruiz,`.
pub(super) fn named_by_aside(text: &str, tokens: &[Token], phrase: &Range<usize>, aside: &Range<usize>) -> Option<Range<usize>> {
    let last = aside.end.checked_sub(1).filter(|last| *last > aside.start)?;
    // `The mayor, Ana Ruiz,` is one phrase: the aside has the name.
    let capital = |range: &Range<usize>| {
        tokens[range.clone()].iter().any(|token| token.is(shape::CAPITAL) && !token.is(class::WEEKDAY | class::MONTH))
    };
    let name = tokens[phrase.start].is(shape::UPPER) && !is_known(tokens[phrase.start].word);
    let clause = tokens.get(aside.start + 1).is_some_and(|token| token.is(shape::ING) || token.is_word(set::RELATIVE_PERSON));
    if !name && phrase.len() > 1 && !clause && !capital(phrase) && capital(aside) {
        return Some(phrase.start..last);
    }
    // Behind `the League (LPTO), Tom Quill,` the name begins at the last comma.
    let opening = (aside.start..last).rev().find(|at| tokens[*at].is_mark(text, ",")).unwrap_or(aside.start);
    // `The Oster Rail spokesman, Tom Quill,`
    let owned = phrase.clone().rev().find(|at| tokens[*at].reads(words!("'s"))).map_or(phrase.start, |owner| owner + 1);
    if !is_name(&tokens[opening + 1..last]) || is_person(&tokens[owned..phrase.end]) {
        return None;
    }
    // `The envoy for the League for Peace and Trade in Oster (LPTO), Tom Quill,`: the phrase is not whole, the name is.
    if phrase.start > 0 && (tokens[phrase.start - 1].is_word(words!("and")) || tokens[phrase.start - 1].is(class::PREP)) {
        return Some(opening + 1..last);
    }
    let role = head(&tokens[phrase.clone()]);
    let role = role.is(class::TITLE | shape::AGENT)
        || ((!role.is(shape::UPPER) || (role.is(shape::INITIAL) && is_known(role.word))) && !role.is(class::INSTITUTION));
    // `Head from Oster, Tom Quill,`
    let placed = tokens[phrase.clone()].iter().any(|token| token.is_word(words!("from" | "of" | "for")));
    let placed = placed && !head(&tokens[phrase.clone()]).is(class::INSTITUTION | class::OUTLET);
    (role || placed).then_some(phrase.start..last)
}

/// Returns true for nothing but the name of a person: `Tom Quill`, `Rear Admiral Tom Quill`.
fn is_name(tokens: &[Token]) -> bool {
    let name = |token: &Token| token.is(shape::UPPER) && !token.is(class::DET | class::PREP | class::INSTITUTION);
    (2..=5).contains(&tokens.len()) && tokens.iter().all(name) && tokens.last().is_some_and(|last| !is_known(last.word))
}

//! What may stand between a subject and its verb: further speakers of a list, a day, an aside.

use crate::engine::grammar::noun_phrase::{complement_end, is_quote, right_edge};
use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// How many more speakers a list may have.
const PARTNERS: usize = 4;

/// Skips `and residents` behind `officials`, and `, a nurse and two patients`, where a clause begins with them.
pub(super) fn skip_partner(text: &str, tokens: &[Token], start: usize, at: usize) -> usize {
    let opens = start == 0 || (tokens[start - 1].is(shape::MARK | class::CONJ) && !tokens[start - 1].is_word(words!("as")));
    let is_and = |at: usize| tokens.get(at).is_some_and(|token| token.is_word(words!("and" | "or")));
    let mut end = at;
    for _ in 0..PARTNERS {
        let comma = usize::from(tokens.get(end).is_some_and(|token| token.is_mark(text, ",")));
        let last = is_and(end + comma);
        let first = end + comma + usize::from(last);
        // `officials, and the ministry, said` has an aside.
        if end == at && comma == 1 && last {
            break;
        }
        let other = complement_end(text, tokens, first);
        if !opens || first == end || other <= first {
            break;
        }
        // `party spokesman and candidate for Oster Ana Ruiz` is one person.
        let another = tokens[first].is(class::DET | class::NUMBER | shape::DIGITS) || tokens[other - 1].is(shape::PLURAL | shape::AGENTS);
        let quoted = start > 0 && is_quote(text, tokens, start - 1);
        end = if other < tokens.len() && another && !quoted { right_edge(text, tokens, other) } else { other };
        if last {
            return end;
        }
    }
    at
}

/// Returns true if `Friday`, `on Friday` or `this week` stands at `at`.
pub(super) fn dated(tokens: &[Token], at: usize) -> bool {
    let is = |at: usize, bits: u64| tokens.get(at).is_some_and(|token| token.is(bits));
    let joined = tokens.get(at).is_some_and(|token| token.is_word(set::LAST) || token.is_word(words!("on" | "in")));
    is(at, class::WEEKDAY) || (joined && is(at + 1, class::WEEKDAY | class::PERIOD | class::MONTH | class::DET))
}

/// Returns the mark that closes an aside in brackets or dashes.
pub(super) fn closing_mark(text: &str, open: &Token) -> Option<&'static str> {
    let dash = ["–", "—", "-"].into_iter().find(|dash| open.is_mark(text, dash) && (*dash == "—" || open.is(shape::SPACED)));
    if open.is_mark(text, "(") { Some(")") } else { dash }
}

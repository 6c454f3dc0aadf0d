//! What may stand between a subject and its verb: a day, an aside.

use crate::engine::grammar::adverbial::{adverbial_end, month_end};
use crate::engine::grammar::noun_phrase_end::complement_end;
use crate::engine::grammar::relative_clause::closing_mark;
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// How many tokens an aside between a subject and its verb may take: `, originally from the city of Oster,`.
const ASIDE: usize = 14;

/// The same for a clause: `, who left the city of Oster in 1999,`.
const CLAUSE: usize = 30;

/// Returns true if `Friday`, `on Friday` or `this week` stands at `at`.
fn dated(tokens: &[Token], at: usize) -> bool {
    let is = |at: usize, bits: u64| tokens.get(at).is_some_and(|token| token.is(bits));
    let joined = tokens.get(at).is_some_and(|token| token.is_word(set::LAST) || token.is_word(words!("on" | "in")));
    is(at, class::WEEKDAY) || (joined && is(at + 1, class::WEEKDAY | class::PERIOD | class::MONTH | class::DET))
}

/// Returns the end of `when asked` and `when contacted` at `at`.
fn asked_end(tokens: &[Token], at: usize) -> Option<usize> {
    (word_at(tokens, at, words!("when")) && tokens.get(at + 1)?.is(shape::ED)).then_some(at + 2)
}

/// Skips `in a statement` and `on Tuesday` between a subject and its verb.
pub(super) fn skip_adjuncts(text: &str, tokens: &[Token], mut at: usize) -> usize {
    for _ in 0..3 {
        let adjunct = tokens.get(at).is_some_and(|token| token.is_word(set::ADJUNCT));
        let period = tokens.get(at + 1).is_some_and(|token| token.is(class::PERIOD));
        if let Some(end) = adverbial_end(tokens, at).or_else(|| month_end(tokens, at)).or_else(|| asked_end(tokens, at)) {
            at = end;
            continue;
        }
        // `again on Friday`
        let again = tokens.get(at).is_some_and(|token| token.is(class::ADVERB | shape::LY));
        if again && tokens.get(at + 1).is_some_and(|token| token.is_word(set::ADJUNCT)) {
            at += 1;
            continue;
        }
        if period && tokens[at].is_word(set::LAST) {
            at += 2;
            continue;
        }
        // `late on Friday`, `earlier this week`
        let day = tokens.get(at).is_some_and(|token| token.is(class::WEEKDAY));
        if day || (tokens.get(at).is_some_and(|token| token.is_word(set::EARLY_OR_LATE)) && dated(tokens, at + 1)) {
            at += 1;
            continue;
        }
        if !adjunct {
            break;
        }
        at = complement_end(text, tokens, at + 1).max(at);
    }
    at
}

/// Returns true for the `email` of `in an email` and for `'s`, which are no verbs.
fn is_noun(tokens: &[Token], at: usize) -> bool {
    tokens[at].reads(words!("'s")) || (tokens[at - 1].is(class::DET) && !tokens[at].is(class::BE | class::HAVE))
}

/// Returns true for `said Ana Ruiz` at the end of a sentence: who speaks stands behind the verb.
fn said_by_name(tokens: &[Token], verb: usize) -> bool {
    let names = tokens.iter().skip(verb + 1).take_while(|token| token.is(shape::UPPER)).count();
    tokens.get(verb).is_some_and(|token| token.is_word(set::SAID))
        && names > 0
        && tokens[verb + 1 + names..].iter().all(|next| next.is(shape::MARK))
}

/// Skips `, however,` and `, on Tuesday,` after a subject, or a lone comma or dash before its verb.
pub(super) fn skip_parenthesis(text: &str, tokens: &[Token], at: usize) -> usize {
    if let Some(close) = tokens.get(at).and_then(|open| closing_mark(text, open)) {
        let close = (at + 1..tokens.len().min(at + ASIDE)).find(|place| tokens[*place].is_mark(text, close));
        return close.map_or(at, |close| close + 1);
    }
    if !tokens.get(at).is_some_and(|token| token.is_mark(text, ",")) {
        return at;
    }
    let clause = tokens.get(at + 1).is_some_and(|token| token.is_word(words!("which" | "who" | "whose")));
    let reach = if clause { CLAUSE } else { ASIDE };
    let close = (at + 1..tokens.len().min(at + reach)).find(|place| tokens[*place].is_mark(text, ","));
    // `Officials, citing a report, said`
    let first = at + 1 + usize::from(tokens.get(at + 1).is_some_and(|participle| participle.is(shape::ING)));
    match close {
        Some(close) if said_by_name(tokens, close + 1) => at,
        // `Critics, he said, argue`
        Some(close) if tokens[at + 1].reads(set::SUBJECT_PRONOUN) || tokens[at + 1].is_word(set::WHEN_ASKED) => close + 1,
        Some(close) if tokens[at + 1..close].iter().any(|token| token.is_word(words!("which" | "who" | "whose"))) => close + 1,
        Some(close) if !(first..close).any(|at| tokens[at].is(class::SAY | class::BE | class::HAVE) && !is_noun(tokens, at)) => close + 1,
        _ => at,
    }
}

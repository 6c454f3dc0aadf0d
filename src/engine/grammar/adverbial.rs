//! Adverbials behind a subject: when and how somebody says something.

use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// How many words may stand between a preposition and the noun of `in the past few weeks`.
const BETWEEN: usize = 3;

/// Returns true for phrases that tell how something was said: `in an interview`, `by phone`.
pub(super) fn is_occasion(tokens: &[Token], at: usize) -> bool {
    let occasion = |token: &Token| token.is_word(set::OCCASION);
    tokens[at].is_word(set::BEFORE_OCCASION) && tokens[at + 1..].iter().take(3).any(occasion)
}

/// Returns true for `on Tuesday` and `late on Tuesday`, which tell when somebody said something. `Reports on Tuesday` are of that day.
pub(super) fn is_day(tokens: &[Token], at: usize) -> bool {
    if is_of_evidence(tokens, at) {
        return false;
    }
    let at = at + usize::from(tokens[at].is_word(set::EARLY_OR_LATE));
    word_at(tokens, at, words!("on")) && tokens.get(at + 1).is_some_and(|day| day.is(class::WEEKDAY))
}

/// Returns the end of `in May` and `in early May 2010` before a verb: the month in which somebody said something.
pub(super) fn month_end(tokens: &[Token], at: usize) -> Option<usize> {
    if !word_at(tokens, at, words!("in")) || is_of_evidence(tokens, at) {
        return None;
    }
    let month = at + 1 + usize::from(tokens.get(at + 1)?.is_word(set::EARLY_OR_LATE));
    let named = tokens.get(month).is_some_and(|token| token.is(class::MONTH) && token.is(shape::UPPER));
    let verb = month + 1 + usize::from(tokens.get(month + 1)?.is(shape::DIGITS));
    let verbal = class::SAY | class::THINK | class::HAVE | class::BE;
    (named && tokens.get(verb)?.is(verbal)).then_some(verb)
}

/// Returns the end of an adverbial that begins at `at`: `at first`, `for years`, `in the past few weeks`, `by phone`, `behind closed doors`.
pub(super) fn adverbial_end(tokens: &[Token], at: usize) -> Option<usize> {
    if !tokens.get(at)?.is_word(set::BEFORE_ADVERBIAL) || is_of_evidence(tokens, at) {
        return None;
    }
    let lasts = tokens[at].is_word(words!("for" | "in" | "over"));
    let inner = |token: &&Token| {
        let joins = token.is(class::DET | class::NUMBER | class::MODIFIER | class::ADVERB | shape::DIGITS) || token.is_word(set::PASSING);
        joins && !token.is_word(set::ADVERBIAL_NOUN) && !token.is(shape::UPPER)
    };
    let noun = at + 1 + tokens[at + 1..].iter().take(BETWEEN).take_while(inner).count();
    let closes = |token: &Token| token.is_word(set::ADVERBIAL_NOUN) || (lasts && token.is(class::PERIOD) && !token.is(shape::UPPER));
    // `at least twice`
    let counted = usize::from(word_at(tokens, noun + 1, words!("once" | "twice")));
    // `at a private clinic`: the word belongs to another noun.
    let verbal = |next: &Token| {
        let class = class::SAY | class::THINK | class::BE | class::HAVE | class::DO | class::MODAL | class::ADVERB | class::NEGATOR;
        let shape = shape::MARK | shape::ED | shape::LY;
        next.is(class | shape | class::CONJ | class::BEGINNING | class::WEEKDAY) || next.is_word(set::IRREGULAR_ACT)
    };
    let free = tokens.get(noun + 1 + counted).is_none_or(verbal);
    (tokens.get(noun).is_some_and(closes) && free).then_some(noun + 1 + counted)
}

fn is_of_evidence(tokens: &[Token], at: usize) -> bool {
    at > 0 && tokens[at - 1].is(class::EVIDENCE)
}

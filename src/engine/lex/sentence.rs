//! Blocks to sentences.

use crate::engine::lex::block::BlockKind;
use crate::engine::lex::token::{Token, Tokens};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set};

/// A sentence: `tokens[first..last]` of its block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sentence {
    pub first: usize,
    pub last: usize,
}

/// The longest sentence, in tokens. Longer ones are lists or no prose; cutting them keeps every rule linear.
const LONGEST: usize = 400;
/// The longest row of closing or opening marks between two sentences, in tokens.
const NEAR: usize = 40;

/// Replaces `sentences` with those of a block; furniture has none. Clears the capitals that only mark a beginning or a title.
pub(crate) fn sentences(text: &str, kind: BlockKind, Tokens { all: tokens, marks }: &mut Tokens, sentences: &mut Vec<Sentence>) {
    sentences.clear();
    if kind == BlockKind::Furniture {
        return;
    }
    let mut first = 0;
    let ends = marks.iter().filter(|at| ends_sentence(text, tokens, **at)).map(|at| at + 1);
    for end in ends.chain([tokens.len()]) {
        while first < end {
            let last = end.min(first + LONGEST);
            sentences.push(Sentence { first, last });
            first = last;
        }
    }
    if kind == BlockKind::Headline {
        for token in tokens.iter_mut() {
            token.bits |= shape::HEADLINE;
        }
        clear_title_case(tokens);
    }
    for sentence in sentences {
        clear_initial(&mut tokens[sentence.first..sentence.last]);
    }
}

/// Returns true if a sentence ends after token `at`, the last closing mark behind a full stop.
fn ends_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return true };
    let token = &tokens[at];
    if token.is(shape::WORD | shape::DIGITS) && !token.is(shape::CITATION) && !text.as_bytes()[..token.span.end].ends_with(b".") {
        return false;
    }
    if token.is(shape::CITATION) && !next.is(shape::CITATION) {
        return starts_sentence(text, tokens, at + 1) && before_closers(text, tokens, at).is_some_and(|stop| ends_word(text, tokens, stop));
    }
    if is_closer(text, next) || next.is(shape::CITATION) {
        return false;
    }
    let Some(stop) = before_closers(text, tokens, at) else { return false };
    ends_word(text, tokens, stop) && starts_sentence(text, tokens, at + 1)
}

/// Returns the last token that is neither a closing mark nor part of a citation.
fn before_closers(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    (at.saturating_sub(NEAR)..=at).rev().find(|place| !tokens[*place].is(shape::CITATION) && !is_closer(text, &tokens[*place]))
}

fn is_closer(text: &str, token: &Token) -> bool {
    token.is(shape::MARK) && !token.is(shape::SPACED) && matches!(token.span.of(text), "\"" | "”" | "’" | "'" | ")" | "]" | "»")
}

/// Returns true if the mark or word at `stop` can end a sentence.
fn ends_word(text: &str, tokens: &[Token], stop: usize) -> bool {
    let token = &tokens[stop];
    let source = token.span.of(text);
    match source {
        "!" | "?" | "…" => true,
        "." => stop.checked_sub(1).is_none_or(|before| !is_abbreviation(text, tokens, before)),
        _ if source.starts_with("..") => true,
        // `U.S.` swallows the full stop of its sentence, so only a function word with a capital shows that it ends one.
        _ => {
            source.ends_with('.')
                && source.len() > 2
                && tokens
                    .get(stop + 1)
                    .is_some_and(|next| next.is(class::DET | class::PREP | class::PRONOUN | class::CONJ) && next.is(shape::UPPER))
        }
    }
}

fn is_abbreviation(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let (source, upper) = (token.span.of(text), token.is(shape::UPPER));
    let initial = source.len() == 1 && upper && source != "I";
    let needs_number = token.is(class::MONTH) || token.reads(set::BEFORE_NUMBER);
    let number_follows = tokens.get(at + 2).is_some_and(|next| next.is(shape::DIGITS));
    let known = token.is(class::ABBREVIATION) && (upper || source.len() <= 3);
    initial || (known && (number_follows || !needs_number))
}

/// Returns true if a sentence can begin here: not with a small letter.
fn starts_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    let opening = |token: &&Token| token.is(shape::MARK) && !matches!(token.span.of(text), "," | ";" | ":" | "-" | "–" | "—");
    let first = tokens[at..].iter().take(NEAR).find(|token| !opening(token));
    first.is_none_or(|token| !token.is(shape::WORD) || token.is(shape::UPPER) || !token.span.of(text).starts_with(char::is_lowercase))
        && first.is_none_or(|token| !token.is(shape::MARK))
}

/// Clears capitals in a headline that capitalises its words.
fn clear_title_case(tokens: &mut [Token]) {
    let long = |token: &&Token| token.is(shape::WORD) && token.span.len() > 3;
    let (all, upper) =
        tokens.iter().filter(long).fold((0, 0), |(all, upper), token| (all + 1, upper + usize::from(token.is(shape::UPPER))));
    if all > 2 && upper * 10 >= all * 7 {
        for token in tokens {
            token.bits &= !shape::CAPITAL;
        }
    }
}

/// Clears the capital of the first word, which it has whatever it is.
fn clear_initial(tokens: &mut [Token]) {
    if let Some(first) = tokens.iter_mut().find(|token| token.is(shape::WORD | shape::DIGITS)) {
        first.bits = (first.bits & !shape::CAPITAL) | shape::INITIAL;
    }
}

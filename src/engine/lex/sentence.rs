//! Blocks to sentences.

use crate::engine::lex::block::BlockKind;
use crate::engine::lex::capitals;
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
        capitals::clear_title_case(tokens);
    }
    for sentence in sentences {
        let tokens = &mut tokens[sentence.first..sentence.last];
        capitals::clear_shouted(text, tokens);
        capitals::clear_initial(tokens);
        capitals::clear_modal_of_month(tokens);
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
    if closes(text, tokens, at + 1) || next.is(shape::CITATION) || goes_on(text, next) {
        return false;
    }
    let Some(stop) = before_closers(text, tokens, at) else { return false };
    ends_word(text, tokens, stop) && starts_sentence(text, tokens, at + 1)
}

/// Returns the last token that is neither a closing mark nor part of a citation.
fn before_closers(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    (at.saturating_sub(NEAR)..=at).rev().find(|place| !tokens[*place].is(shape::CITATION) && !closes(text, tokens, *place))
}

/// Returns true for a mark that closes a quotation or brackets.
fn closes(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let spaced_after = || tokens.get(at + 1).is_none_or(|next| next.is(shape::SPACED | shape::MARK));
    let closes = match token.span.of(text) {
        "\"" | "”" | "’" | "'" | ")" | "]" | "»" | "›" | "″" | "＂" | "〞" => true,
        "“" | "‘" | "«" | "‹" => spaced_after(),
        _ => false,
    };
    closes && token.is(shape::MARK) && !token.is(shape::SPACED)
}

/// Returns true for the further marks of `?!` and `!!`.
fn goes_on(text: &str, next: &Token) -> bool {
    next.is(shape::MARK) && !next.is(shape::SPACED) && matches!(next.span.of(text), "!" | "?" | "…")
}

/// Returns true if the mark or word at `stop` can end a sentence.
fn ends_word(text: &str, tokens: &[Token], stop: usize) -> bool {
    let token = &tokens[stop];
    let source = token.span.of(text);
    match source {
        "!" => {
            let name = stop.checked_sub(1).is_some_and(|before| tokens[before].reads(set::EXCLAIMING_NAME));
            !name || begins_with_function_word(tokens, stop + 1)
        }
        "?" | "…" => true,
        // `Norvik (NRV.L)`
        "." if is_inside_code(text, tokens, stop) => false,
        "." => stop.checked_sub(1).is_none_or(|before| !is_abbreviation(text, tokens, before)),
        _ if source.starts_with("..") => true,
        // `U.S.` swallows the full stop of its sentence, so only a function word with a capital shows that it ends one.
        _ => source.ends_with('.') && source.len() > 2 && begins_with_function_word(tokens, stop + 1),
    }
}

/// Returns true for the full stop of `(NRV.L)`.
fn is_inside_code(text: &str, tokens: &[Token], stop: usize) -> bool {
    const LONGEST: usize = 5;
    let part = |token: &Token| {
        let code = token.span.of(text);
        code.len() <= LONGEST && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    let before = stop.checked_sub(1).is_some_and(|before| part(&tokens[before]));
    let joined = |next: &Token| !next.is(shape::SPACED) && part(next);
    let bracket = stop > 1 && matches!(tokens[stop - 2].byte, b'(' | b'<' | b'[');
    bracket && before && !tokens[stop].is(shape::SPACED) && tokens.get(stop + 1).is_some_and(joined)
}

/// Returns true if a function word with a capital stands at `at`: `The`.
fn begins_with_function_word(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|next| next.is(class::DET | class::PREP | class::PRONOUN | class::CONJ) && next.is(shape::UPPER))
}

/// Returns true if the full stop after token `at` belongs to it.
fn is_abbreviation(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let (source, upper) = (token.span.of(text), token.is(shape::UPPER));
    // The number of an item: `1. The harbour`.
    if at == 0 && (source.len() == 1 || (token.is(shape::DIGITS) && source.len() < 4)) {
        return true;
    }
    let single = tokens.get(at + 2).is_some_and(|next| next.span.len() == 1);
    if begins_with_function_word(tokens, at + 2) && !single && !token.is(class::TITLE) && !token.reads(set::BETWEEN_PARTIES) {
        return false;
    }
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

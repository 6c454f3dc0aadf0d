//! Details of an open decision: who decides, and when.

use crate::engine::grammar::clause::{noun_phrase_at, subject};
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{Kind, class, set, words};
use std::ops::Range;

/// How far from the wording its date may stand, in tokens.
const NEAR: usize = 14;
/// A date before the wording opens the sentence: `On 14 August the council will vote`.
const OPENING: usize = 3;
/// How far behind the wording `by the board` may stand.
const AGENT: usize = 4;

/// Returns who decides, if the sentence says so: behind `awaiting` and `by`, else the subject.
pub(crate) fn decider(text: &str, tokens: &[Token], span: &Range<usize>, kind: Kind) -> Option<Range<usize>> {
    let behind = (kind == Kind::Awaiting).then(|| noun_phrase_at(text, tokens, span.end)).flatten();
    let by = (span.start..tokens.len().min(span.end + AGENT)).find(|at| tokens[*at].span.of(text) == "by");
    let agent = || by.and_then(|by| noun_phrase_at(text, tokens, by + 1));
    let inside = || (span.start + 1..span.end).find(|at| tokens[*at].span.of(text).starts_with(['\'', '’']));
    let owner = || inside().filter(|_| kind == Kind::Awaiting).and_then(|at| subject(text, tokens, at));
    let found =
        behind.or_else(agent).or_else(owner).map(|found| without_act(text, tokens, found)).filter(|found| can_decide(tokens, found));
    // Only a verb has a subject that decides: not `sits within the agenda of`, not `no decision`.
    let verb = kind != Kind::Awaiting && !tokens[span.start].is(class::PREP | class::DET | class::NEGATOR);
    let subject = || subject(text, tokens, span.start).filter(|found| can_decide(tokens, found) && is_whole(tokens, found));
    found.or_else(|| verb.then(subject).flatten())
}

/// Returns true if the phrase is not a part of a longer one, as `departments` is in `officials and allied departments`.
fn is_whole(tokens: &[Token], found: &Range<usize>) -> bool {
    let list = |token: &Token| token.is_word(words!("and" | "or"));
    let free = |token: &Token| token.is(shape::MARK | class::PRONOUN) || (token.is(class::CONJ) && !list(token));
    let first = &tokens[found.start];
    first.is(class::DET | class::NUMBER | shape::UPPER) || found.start.checked_sub(1).is_none_or(|before| free(&tokens[before]))
}

/// Returns `Congress` of `Congress's approval`.
fn without_act(text: &str, tokens: &[Token], found: Range<usize>) -> Range<usize> {
    let owner = found.clone().find(|at| tokens[*at].reads(words!("'s")) || tokens[*at].is_apostrophe(text));
    found.start..owner.unwrap_or(found.end)
}

/// Returns true for a name, an institution or people: not `the plan` and not `it`.
fn can_decide(tokens: &[Token], found: &Range<usize>) -> bool {
    let not_one = class::WEEKDAY | class::MONTH | class::PRONOUN;
    tokens[found.clone()].iter().any(|token| {
        let name = token.is(shape::UPPER) && !token.is(not_one | class::DET | class::PREP | class::ADVERB | class::NUMBER);
        name || token.is(class::INSTITUTION | class::OFFICE)
    })
}

/// Returns the date nearest to the wording.
pub(crate) fn date(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    // In `said on Tuesday` the date is that of the saying.
    let of_saying = |at: usize| tokens[at.saturating_sub(2)..at].iter().any(|token| token.is(class::SAY));
    let found = |at: usize| date_at(text, tokens, at).filter(|_| !of_saying(at)).map(|end| at..end);
    let behind = (span.end..tokens.len().min(span.end + NEAR)).find_map(found);
    behind.or_else(|| (0..span.start.min(OPENING)).find_map(found))
}

/// Returns the end of a date that begins at `at`: `next spring`, `14 August`, `2031`, `by the end of May`.
fn date_at(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let month = |at: usize| tokens.get(at).is_some_and(|token| token.is(class::MONTH) && token.is(shape::UPPER));
    let day = |at: usize| tokens.get(at).is_some_and(|token| token.is(shape::DIGITS) && token.span.len() <= 4);
    let year = |at: usize| matches!(word(at).as_bytes(), [b'1' | b'2', b'0' | b'9', b'0'..=b'9', b'0'..=b'9']);
    let period = |at: usize| tokens.get(at).is_some_and(|token| token.is(class::PERIOD | class::WEEKDAY)) || month(at);
    let after_day = |at: usize| {
        let comma = usize::from(word(at) == "," && year(at + 1));
        if year(at + comma) { at + comma + 1 } else { at }
    };
    let part_of_period = || {
        let the = usize::from(word_at(tokens, at + 2, words!("the")));
        period(at + 2 + the).then_some(at + 3 + the)
    };
    let token = &tokens[at];
    let later = || token.is_word(words!("later")) && word_at(tokens, at + 1, words!("this"));
    let in_some = || token.is_word(words!("in")) && day(at + 1);
    if token.is_word(set::NEAR_DAY) || token.is(class::WEEKDAY) {
        Some(at + 1)
    } else if token.is_word(set::BEFORE_COMING_PERIOD) && period(at + 1) {
        Some(at + 2)
    } else if (later() || in_some()) && period(at + 2) {
        Some(at + 3)
    } else if token.is_word(set::PART_OF_PERIOD) && word_at(tokens, at + 1, words!("of")) {
        date_at(text, tokens, at + 2).or_else(part_of_period)
    } else if (month(at) && day(at + 1)) || (day(at) && month(at + 1)) {
        Some(after_day(at + 2))
    } else if month(at) || (year(at) && at > 0 && tokens[at - 1].is(class::PREP)) {
        Some(at + 1)
    } else {
        None
    }
}

//! When an open step is due.

use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// How far from the wording its date may stand, in tokens.
const NEAR: usize = 14;
/// A date before the wording opens the sentence: `On 14 August the council will vote`.
const OPENING: usize = 3;

/// Returns the date of the open step: the nearest one behind the wording, or one that opens the sentence. `by`, `before` and `until` belong to it.
pub(crate) fn date(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    // In `said on Tuesday` the date is that of the saying.
    let of_saying = |at: usize| tokens[at.saturating_sub(2)..at].iter().any(|token| token.is(class::SAY));
    // `Oster, March 3 - ...` is a dateline.
    let dateline =
        |end: usize| tokens.get(end).is_some_and(|next| next.is(shape::MARK) && matches!(next.span.of(text), "-" | "–" | "—" | "("));
    let found = |at: usize| {
        let end = date_at(text, tokens, at).filter(|end| !(of_saying(at) || (at < span.start && dateline(*end))))?;
        // `Monday's front pages` are not the step.
        let owner = tokens.get(end).is_some_and(|next| next.reads(words!("'s")) || next.is_apostrophe(text));
        // `last Monday`, `Oster's October 1 strike`, a loan `for 1987`
        let before = at.checked_sub(1).map(|before| &tokens[before]);
        let other = before
            .is_some_and(|before| before.reads(set::BEFORE_OTHER_DATE) || (before.is_word(words!("for")) && tokens[at].is(shape::DIGITS)));
        let from = if at >= span.end { span.end } else { 0 };
        (!owner && !other).then(|| with_bound(text, tokens, at).max(from)..with_rest(text, tokens, end))
    };
    // In `announced its intention to buy it on Monday` the date is that of the announcement.
    let noun = span.start > 0 && (tokens[span.start - 1].is(class::DET) || tokens[span.start - 1].reads(set::POSSESSIVE_END));
    let told = noun && tokens[..span.start].iter().any(|token| token.is(class::SAY));
    let end = tokens.len().min(span.end + NEAR);
    let end = (span.end..end).find(|at| tells_of_another(text, tokens, *at)).unwrap_or(end);
    // `was due next year`: it may have been put off.
    let lapsed = (span.start.saturating_sub(1)..span.end).any(|at| tokens[at].is_word(words!("was" | "were")));
    if told || lapsed {
        return None;
    }
    let behind = (span.end..end).find_map(found);
    // `In 1987, when` and the date of a dateline are past.
    let open = (span.start.saturating_sub(2)..span.end).any(|at| tokens[at].is(class::MODAL) || tokens[at].is_word(words!("to")));
    let opens = |at: &usize| tokens[*at].is(class::PREP | class::WEEKDAY) || tokens[*at].is_word(set::BEFORE_COMING_PERIOD);
    // In `On Wednesday Huld said it would be settled by the court` the date is that of the saying.
    let verbal = class::SAY | class::THINK | class::CONJ | shape::ED | shape::ING;
    let own =
        |date: &Range<usize>| !tokens[date.end.min(span.start)..span.start].iter().any(|token| token.is(verbal) && !token.is(shape::UPPER));
    let past = |date: &Range<usize>| date.len() == 1 && tokens[date.start].is(shape::DIGITS);
    behind.or_else(|| {
        (0..span.start.min(OPENING))
            .filter(|at| open && !noun && (*at > 0 || opens(at)))
            .find_map(found)
            .filter(|date| !past(date) && own(date))
    })
}

/// Returns true where another event begins, which has its own dates: `which expired`, `after attacks`, `and`.
fn tells_of_another(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    // `the girls kidnapped in April`: a participle behind a noun.
    let participle = token.is(shape::ED) && at > 0 && !tokens[at - 1].is(class::BE | class::ADVERB | class::PREP | class::DET | shape::LY);
    let event = token.is_word(set::BEFORE_EVENT) && (at + 1..tokens.len().min(at + 3)).all(|next| date_at(text, tokens, next).is_none());
    event || participle || token.is(class::CONJ) || token.is_mark(text, ";") || token.is_word(set::RELATIVE)
}

/// Takes in what bounds or narrows a date: `by 2060`, `until after May`, `mid-October`.
fn with_bound(text: &str, tokens: &[Token], date: usize) -> usize {
    let mut start = date;
    if start >= 2 && tokens[start - 1].is_mark(text, "-") && tokens[start - 2].is_word(words!("mid")) {
        start -= 2;
    }
    start -= usize::from(start > 0 && tokens[start - 1].is_word(words!("first" | "second" | "third" | "fourth")));
    start -= usize::from(start > 0 && tokens[start - 1].is_word(words!("this" | "the")));
    let bounded = tokens[..start].iter().rev().take_while(|token| token.reads(set::DATE_BOUND)).count();
    let article = start < date && tokens[start].is_word(words!("the"));
    if bounded == 0 && article { date } else { start - bounded }
}

/// Takes in the day behind a weekday: `Tuesday, July 19, 2022`.
fn with_rest(text: &str, tokens: &[Token], end: usize) -> usize {
    let weekday = tokens[end - 1].is(class::WEEKDAY) && tokens.get(end).is_some_and(|token| token.is_mark(text, ","));
    let day = tokens.get(end + 1).filter(|_| weekday).and_then(|_| date_at(text, tokens, end + 1));
    day.filter(|_| tokens[end + 1].is(class::MONTH)).unwrap_or(end)
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
    let number = |at: usize| day(at) || tokens.get(at).is_some_and(|token| token.is(class::NUMBER));
    let in_some = || token.is_word(words!("in" | "within")) && number(at + 1);
    let season =
        || token.is_word(words!("the")) && at > 0 && tokens[at - 1].is_word(set::DATE_BOUND) && word_at(tokens, at + 1, set::SEASON);
    if token.is_word(set::NEAR_DAY) || token.is(class::WEEKDAY) {
        Some(at + 1)
    } else if season() || (token.is_word(set::BEFORE_COMING_PERIOD) && period(at + 1)) {
        Some(at + 2)
    } else if (later() || in_some()) && period(at + 2) {
        Some(at + 3)
    } else if token.is_word(set::PART_OF_PERIOD) && word_at(tokens, at + 1, words!("of")) {
        date_at(text, tokens, at + 2).or_else(part_of_period)
    } else if (month(at) && day(at + 1)) || (day(at) && month(at + 1)) {
        Some(after_day(at + 2))
    } else if month(at) && word(at + 1) == "." && day(at + 2) {
        Some(after_day(at + 3))
    } else if month(at) || (year(at) && at > 0 && tokens[at - 1].is(class::PREP)) {
        Some(at + 1)
    } else {
        None
    }
}

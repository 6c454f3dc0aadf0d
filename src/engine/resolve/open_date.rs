//! When an open step is due.

use crate::engine::lex::token::{Token, word_at};
use crate::engine::resolve::date_phrase::date_at;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// How far from the wording its date may stand, in tokens.
const NEAR: usize = 20;
/// A date before the wording opens the sentence: `On 14 August the council will vote`.
const OPENING: usize = 3;

/// Returns the date of the open step: the nearest one behind the wording, or one that opens the sentence. `by`, `before` and `until` belong to it.
pub(crate) fn date(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    // In `announced its intention to buy it on Monday` the date is that of the announcement.
    let article = |token: &Token| token.is(class::DET) && !token.is_word(words!("that"));
    let noun = span.start > 0 && (article(&tokens[span.start - 1]) || tokens[span.start - 1].reads(set::POSSESSIVE_END));
    let told = noun && !tokens[span.clone()].iter().any(|token| token.is(class::BE | class::MODAL));
    let told = told && tokens[..span.start].iter().any(|token| token.is(class::SAY));
    // `passed on first reading on 12 August`
    let read = tokens[span.end - 1].is_word(words!("reading"));
    if told || read || has_lapsed(tokens, span) {
        return None;
    }
    let found = |at: usize| own_date(text, tokens, span, at);
    let end = tokens.len().min(span.end + NEAR);
    let aside = is_in_relative_clause(text, tokens, span.start);
    let other = |at: &usize| tells_of_another(text, tokens, *at) || (aside && tokens[*at].is_mark(text, ","));
    let end = (span.end..end).find(other).unwrap_or(end);
    let behind = (span.end..end).find_map(found);
    // `In 1987, when` and the date of a dateline are past.
    let open = (span.start.saturating_sub(2)..span.end).any(|at| tokens[at].is(class::MODAL) || tokens[at].is_word(words!("to")));
    let opens = |at: &usize| {
        tokens[*at].is(class::PREP | class::WEEKDAY) || tokens[*at].is_word(set::BEFORE_COMING_PERIOD) || tokens[*at].reads(set::NEAR_DAY)
    };
    let past = |date: &Range<usize>| date.len() == 1 && tokens[date.start].is(shape::DIGITS);
    // The court `would not rule today` but some other day; `No 10 plans` and `has not ruled out` deny no step.
    let negates = |at: usize| tokens[at].is(class::NEGATOR) && !tokens.get(at + 1).is_some_and(|next| next.is(shape::DIGITS));
    let rules_out = tokens[span.clone()].iter().any(|token| token.is_word(words!("out")));
    let denied = (span.start.saturating_sub(2)..span.end).any(negates) && !rules_out;
    let asks = |at: usize| word_at(tokens, at, words!("if" | "whether"));
    let denied = denied && !asks(span.end) && !asks(span.end - 1);
    let bounded = |date: &Range<usize>| tokens[date.clone()].iter().any(|token| token.reads(set::DATE_BOUND));
    let found = behind.or_else(|| {
        let opening = (0..span.start.min(OPENING)).filter(|at| open && !noun && (*at > 0 || opens(at))).find_map(found);
        opening.filter(|date| !past(date) && !tells_of_saying(&tokens[date.end.min(span.start)..span.start]))
    });
    // `would not rule on the request today`: the day of the ruling.
    let beside =
        |date: &Range<usize>| noun && (0..span.start).any(negates) && date.start == span.end && !tokens[date.start].is(class::PREP);
    found.filter(|date| (!denied || bounded(date)) && !beside(date))
}

/// Returns true for `plans to run` in `Huld, who plans to run, spoke on Monday`: a comma ends its clause.
fn is_in_relative_clause(text: &str, tokens: &[Token], at: usize) -> bool {
    let comma = tokens[..at].iter().rev().take(NEAR).position(|token| token.is_mark(text, ",")).map(|back| at - 1 - back);
    comma.is_some_and(|comma| word_at(tokens, comma + 1, words!("who" | "which" | "whose")))
}

/// Returns true for `was due next year` and `had already been planned for`: it may have been put off.
fn has_lapsed(tokens: &[Token], span: &Range<usize>) -> bool {
    let past = (span.start.saturating_sub(1)..span.end).any(|at| tokens[at].is_word(words!("was" | "were")));
    let auxiliary = |token: &&Token| token.is(class::BE | class::HAVE | class::ADVERB | shape::LY);
    let mut auxiliaries = tokens[..span.start].iter().rev().take(3).take_while(auxiliary);
    past || auxiliaries.any(|token| token.is_word(words!("had")))
}

/// Returns true for the words between date and wording of `On Wednesday Huld said it would be settled`: the date is that of the saying.
fn tells_of_saying(between: &[Token]) -> bool {
    let verbal = class::SAY | class::THINK | class::CONJ | shape::ED | shape::ING;
    between.iter().any(|token| token.is(verbal) && !token.is(shape::UPPER) && !token.is_word(words!("and" | "or")))
}

/// Returns the date at `at` with what belongs to it, unless it is that of something else.
fn own_date(text: &str, tokens: &[Token], span: &Range<usize>, at: usize) -> Option<Range<usize>> {
    // In `said on Tuesday` the date is that of the saying.
    // In `is to be announced on Tuesday`, `is slated for May` and `is to report on Friday` the saying is the step.
    let step = |said: usize| said >= span.start && said > 0 && (tokens[said - 1].is(class::BE) || tokens[said - 1].is_word(words!("to")));
    let of_saying = |at: usize| (at.saturating_sub(2)..at).any(|said| tokens[said].is(class::SAY) && !step(said));
    // `Oster, March 3 - ...` is a dateline.
    let dateline =
        |end: usize| tokens.get(end).is_some_and(|next| next.is(shape::MARK) && matches!(next.span.of(text), "-" | "–" | "—" | "("));
    // `“We rule nothing out,” Huld told the Herald late on Saturday`
    let told = at > span.end && is_told_then(text, tokens, span.end..at, step);
    let end = date_at(text, tokens, at).filter(|end| !(of_saying(at) || told || (at < span.start && dateline(*end))))?;
    // `Monday's front pages` are not the step.
    let owner = tokens.get(end).is_some_and(|next| next.reads(words!("'s")) || next.is_apostrophe(text));
    let from = if at >= span.end { span.end } else { 0 };
    (!owner && !is_other_date(tokens, span, at)).then(|| with_bound(text, tokens, at).max(from)..with_rest(text, tokens, end))
}

/// Returns true if somebody says something between a wording and a date, and neither a comma nor `that` shows that the date is not of it.
fn is_told_then(text: &str, tokens: &[Token], between: Range<usize>, step: impl Fn(usize) -> bool) -> bool {
    let told = between.clone().find(|at| tokens[*at].is(class::SAY) && !tokens[*at].is(shape::ING) && !step(*at));
    let name = |told: usize| told > 0 && (tokens[told - 1].is(shape::UPPER) || tokens[told - 1].reads(set::SPEAKING_PRONOUN));
    told.filter(|told| name(*told)).is_some_and(|told| {
        !tokens[told..between.end].iter().any(|token| token.is_mark(text, ",") || token.is_word(words!("that")) || token.is(shape::QUOTED))
    })
}

/// Returns true for `last Monday`, `Oster's October 1 strike`, a loan `for 1987`, `move it to August instead of June`.
fn is_other_date(tokens: &[Token], span: &Range<usize>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &tokens[before]) else { return false };
    let moved = before.is_word(words!("to")) && at > span.end;
    let instead = at > 1 && tokens[at - 2].is_word(words!("instead"));
    // Not so in `is slated for 2014`.
    let of_year = before.is_word(words!("for")) && tokens[at].is(shape::DIGITS) && at > span.end + 1;
    before.reads(set::BEFORE_OTHER_DATE) || moved || instead || of_year
}

/// Returns true where another event begins, which has its own dates: `which expired`, `after attacks`, `and`.
fn tells_of_another(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    // `the girls kidnapped in April`: a participle behind a noun.
    let second = at > 1 && tokens[at - 1].is_word(words!("and")) && tokens[at - 2].is(shape::ED);
    let participle =
        token.is(shape::ED) && at > 0 && !second && !tokens[at - 1].is(class::BE | class::ADVERB | class::PREP | class::DET | shape::LY);
    let event = token.is_word(set::BEFORE_EVENT) && (at..tokens.len().min(at + 3)).all(|next| date_at(text, tokens, next).is_none());
    // `as early as next week`
    let early = |at: usize| tokens.get(at).is_some_and(|token| token.is_word(set::EARLY_OR_LATE_DATE));
    let compared = token.is_word(words!("as")) && (early(at + 1) || early(at.saturating_sub(1)));
    // `to be signed and ratified by May`
    let participles = at > 1 && token.is_word(words!("and")) && tokens[at - 1].is(shape::ED) && tokens[at - 2].is(class::BE);
    let joins = token.is(class::CONJ) && !compared && !participles && !joins_nouns(tokens, at) && date_at(text, tokens, at).is_none();
    event || participle || joins || token.is_mark(text, ";") || token.is_word(set::RELATIVE)
}

/// How far behind `and` a verb shows that it joins clauses.
const CLAUSE: usize = 4;

/// Returns true for the `and` of `close the pool and the library by June`.
fn joins_nouns(tokens: &[Token], at: usize) -> bool {
    const VERBAL: u64 = class::BE | class::HAVE | class::DO | class::MODAL | class::SAY | class::THINK;
    let behind = &tokens[at + 1..tokens.len().min(at + 1 + CLAUSE)];
    let phrase = behind.iter().take_while(|token| !token.is(class::PREP | shape::MARK) && !token.is_word(set::LATER_OR_LATE));
    let verbal = |token: &Token| token.is(VERBAL | class::PRONOUN | class::ADVERB | shape::ED | shape::LY) && !token.is(class::DET);
    // `proposed patrols last week and intends to present a draft in May`
    let plans = tokens.get(at + 1).is_some_and(|verb| verb.is_word(set::SUBJECT_CONTROL)) && word_at(tokens, at + 2, words!("to"));
    tokens[at].is_word(words!("and" | "or")) && !behind.is_empty() && !plans && !phrase.into_iter().any(verbal)
}

/// Takes in what bounds or narrows a date: `by 2060`, `until after May`, `mid-October`.
fn with_bound(text: &str, tokens: &[Token], date: usize) -> usize {
    let mut start = date;
    if start >= 2 && tokens[start - 1].is_mark(text, "-") && tokens[start - 2].is_word(words!("mid")) {
        start -= 2;
    }
    start -= usize::from(start > 0 && tokens[start - 1].is_word(words!("first" | "second" | "third" | "fourth")));
    let ordinal = start < date;
    start -= usize::from(start > 0 && tokens[start - 1].is_word(words!("this" | "the")));
    let bounded = tokens[..start].iter().rev().take_while(|token| token.reads(set::DATE_BOUND)).count();
    // `the April 9 issue`
    let part = ordinal || tokens[date].is_word(set::PART_OF_PERIOD) || tokens[date].is_word(set::BEFORE_COMING_PERIOD);
    let article = start < date && tokens[start].is_word(words!("the"));
    as_early_as(tokens, if bounded == 0 && article && !part { date } else { start - bounded })
}

/// Takes in `as early as`, `no later than` and `sometime` before a date.
fn as_early_as(tokens: &[Token], date: usize) -> usize {
    let compared = date >= 3
        && tokens[date - 2].is_word(set::EARLY_OR_LATE_DATE)
        && ((tokens[date - 3].is_word(words!("as")) && tokens[date - 1].is_word(words!("as")))
            || (tokens[date - 3].is_word(words!("no")) && tokens[date - 1].is_word(words!("than"))));
    date - if compared { 3 } else { usize::from(date > 0 && tokens[date - 1].is_word(words!("sometime"))) }
}

/// Takes in the day behind a weekday: `Tuesday, July 19, 2022`.
fn with_rest(text: &str, tokens: &[Token], end: usize) -> usize {
    // `the third Monday of every February`
    let every = usize::from(word_at(tokens, end + 1, words!("every" | "each")));
    let month = tokens.get(end + 1 + every).is_some_and(|token| token.is(class::MONTH) && token.is(shape::UPPER));
    if tokens[end - 1].is(class::WEEKDAY) && word_at(tokens, end, words!("of" | "in")) && month {
        return end + 2 + every;
    }
    let weekday = tokens[end - 1].is(class::WEEKDAY) && tokens.get(end).is_some_and(|token| token.is_mark(text, ","));
    let day = tokens.get(end + 1).filter(|_| weekday).and_then(|_| date_at(text, tokens, end + 1));
    day.filter(|_| tokens[end + 1].is(class::MONTH)).unwrap_or(end)
}

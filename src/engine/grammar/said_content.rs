//! Where the clause behind a verb of saying begins: behind hearer, time, occasion and `that`.

use crate::engine::grammar::clause::{has_finite_verb, noun_phrase_at};
use crate::engine::grammar::said_edges::is_quotation_mark;
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// How many words `a monthly news briefing` may have.
const HEARER: usize = 5;
/// How many tokens of addressee, time and occasion may stand between a verb and the clause: `told reporters in Oster on Tuesday that`.
const BETWEEN: usize = 18;

/// Returns where the clause behind a verb of saying begins, behind addressee, time, occasion and `that`, and whether `that` shows that it is one.
pub(crate) fn content_start(text: &str, tokens: &[Token], verb: usize, end: usize) -> (usize, bool) {
    let mut at = verb + 1 + usize::from(tokens.get(verb + 1).is_some_and(|next| next.is_word(set::PARTICLE)));
    let adjunct = |token: &Token| token.is(class::PREP) || token.is_word(set::PARTICLE);
    if let Some(quotation) = quotation_behind_place(text, tokens, verb, end) {
        return (quotation, false);
    }
    if let Some(behind) = behind_aside(text, tokens, verb, end) {
        return behind;
    }
    // `responded to the charge in a statement: “It leaks”`
    let responds = tokens[verb].is_word(set::RESPOND_OR_THREATEN) && word_at(tokens, verb + 1, words!("to"));
    if let Some(colon) = (verb + 1..end).find(|at| responds && tokens[*at].is_mark(text, ":")) {
        return (colon + 1, false);
    }
    let telling = tokens[verb].is_word(set::TELLING);
    let that = if telling || tokens.get(verb + 1).is_some_and(adjunct) { that_before_verb(text, tokens, verb, end) } else { None };
    if let Some(that) = that {
        return (that + 1, true);
    }
    // `said only: “It leaks”`
    if word_at(tokens, verb + 1, words!("only" | "simply" | "just")) && tokens.get(verb + 2).is_some_and(|next| next.is_mark(text, ":")) {
        return (verb + 3, false);
    }
    if telling {
        at = behind_hearer(text, tokens, at);
    }
    // `reports more definitely that`
    let adverb = |token: &&Token| token.is(shape::LY | class::ADVERB) || token.is_word(words!("more" | "most" | "further"));
    let adverbs = tokens[at.min(end)..end].iter().take(3).take_while(adverb).count();
    if word_at(tokens, at + adverbs, words!("that")) && at + adverbs < end {
        return (at + adverbs + 1, true);
    }
    behind_adjuncts(text, tokens, verb, at, end)
}

/// Returns where the clause begins behind time, place and hearer, and whether `that` opens it.
fn behind_adjuncts(text: &str, tokens: &[Token], verb: usize, start: usize, end: usize) -> (usize, bool) {
    let mut at = start;
    while at < end && at - verb < BETWEEN {
        let token = &tokens[at];
        if token.is_word(words!("that")) {
            return (at + 1, true);
        }
        let comma = token.is_mark(text, ",") && tokens.get(at + 1).is_some_and(|next| is_quotation_mark(text, next));
        if token.is_mark(text, ":") || comma {
            return (at + 1, false);
        }
        let next = citing_aside(text, tokens, at).or_else(|| adjunct_end(text, tokens, at).filter(|next| *next <= end));
        let Some(next) = next else { break };
        at = next;
    }
    (at, false)
}

/// Returns the `that` of `told reporters in Oster that` and `wrote on the site Oakum, once Barge, that`, before any other verb.
fn that_before_verb(text: &str, tokens: &[Token], verb: usize, end: usize) -> Option<usize> {
    let finite = |token: &Token| token.is(class::BE | class::HAVE | class::MODAL);
    let limit = end.min(verb + BETWEEN);
    let mut aside = false;
    for at in verb + 1..limit {
        let closes = aside && tokens[at].is_mark(text, ",");
        if tokens[at].is_word(words!("that")) && !aside {
            return Some(at);
        }
        if closes && !word_at(tokens, at + 1, words!("that"))
            || finite(&tokens[at])
            || (tokens[at].is(shape::MARK) && !tokens[at].is_mark(text, ","))
        {
            return None;
        }
        aside ^= tokens[at].is_mark(text, ",");
    }
    None
}

/// Returns the end of `reporters` at `at` in `told reporters it may fail`. In `warned such charges could fail` the phrase is the subject of
/// the clause.
fn behind_hearer(text: &str, tokens: &[Token], at: usize) -> usize {
    let subject = |end: usize| tokens.get(end).is_some_and(|next| next.is(class::MODAL | class::BE | class::HAVE));
    // `told us ministers had left`
    if word_at(tokens, at, words!("me" | "us" | "him" | "them")) {
        return at + 1;
    }
    // `told a monthly news briefing`
    let plain = |token: &&Token| token.is(shape::WORD) && !token.is(class::PREP | class::CONJ | class::BE | class::HAVE | class::MODAL);
    let rest = tokens.get(at + 1..).unwrap_or_default();
    let words = 1 + rest.iter().take(HEARER).take_while(|token| plain(token) && !token.is(class::DET)).count();
    let article = tokens.get(at).is_some_and(|first| first.reads(set::ARTICLE));
    if let Some(hearers) = (at + 1..at + words).find(|hearers| article && tokens[*hearers].is_word(set::AUDIENCE)) {
        return if subject(hearers + 1) { at } else { hearers + 1 };
    }
    noun_phrase_at(text, tokens, at).map_or(at, |hearer| if subject(hearer.end) { end_of_outlet(tokens, at) } else { hearer.end })
}

/// Returns the end of `the BBC` in `told the BBC prices had risen`, or `at`.
fn end_of_outlet(tokens: &[Token], at: usize) -> usize {
    let outlet = at + usize::from(tokens[at].reads(words!("the")));
    if !tokens.get(outlet).is_some_and(|name| name.is(class::OUTLET) && name.is(shape::UPPER)) {
        return at;
    }
    let part = |token: &&Token| token.is(shape::DIGITS) || (token.is(shape::UPPER) && token.reads(set::PART_OF_OUTLET));
    outlet + 1 + tokens[outlet + 1..].iter().take(HEARER).take_while(part).count()
}

/// Returns where the clause of `said, in a speech on Friday, that it may fail` begins, and whether `that` shows that it is one.
fn behind_aside(text: &str, tokens: &[Token], verb: usize, end: usize) -> Option<(usize, bool)> {
    let opens = tokens.get(verb + 1).is_some_and(|comma| comma.is_mark(text, ",")) && tokens.get(verb + 2)?.is(class::PREP);
    let close = (verb + 2..end.min(verb + BETWEEN)).find(|at| opens && tokens[*at].is_mark(text, ","))?;
    let that = word_at(tokens, close + 1, words!("that"));
    let quotes = tokens.get(close + 1).is_some_and(|next| is_quotation_mark(text, next));
    ((that || quotes) && close + 2 < end).then_some((close + 1 + usize::from(that), that))
}

/// Returns where the quotation of `said on the radio, “It may fail”` and `said of the mast: “It may fail”` begins.
fn quotation_behind_place(text: &str, tokens: &[Token], verb: usize, end: usize) -> Option<usize> {
    let place = tokens.get(verb + 1).is_some_and(|next| next.is_word(set::BEFORE_TOPIC_OR_PLACE));
    let near = verb + 1..end.min(verb + BETWEEN);
    let pause = |at: &usize| tokens[*at].is_mark(text, ",") || tokens[*at].is_mark(text, ":");
    let comma = near.clone().find(|at| tokens[*at].is(shape::MARK)).filter(|at| place && pause(at))?;
    let opens = tokens.get(comma + 1).is_some_and(|next| is_quotation_mark(text, next)) && comma + 1 < end;
    (opens && !has_finite_verb(&tokens[verb + 1..comma])).then_some(comma + 1)
}

/// Returns the end of `, citing two officials,` at `at`.
pub(crate) fn citing_aside(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let cites = tokens[at].is_mark(text, ",") && word_at(tokens, at + 1, set::BEFORE_RELAY);
    let close = (at + 2..tokens.len().min(at + BETWEEN)).find(|at| tokens[*at].is_mark(text, ","))?;
    (cites && word_at(tokens, close + 1, words!("that"))).then_some(close + 1)
}

/// Returns the end of `on Tuesday`, `in an interview with the radio`, `to reporters`, `again` at `at`.
fn adjunct_end(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let token = &tokens[at];
    if token.is(class::WEEKDAY) || token.is_word(set::TIME_OF_SAYING) {
        let part_of_day = token.is(class::WEEKDAY) && word_at(tokens, at + 1, words!("morning" | "afternoon" | "evening" | "night"));
        return Some(at + 1 + usize::from(part_of_day));
    }
    // In `said this year would be its last` the year is the subject.
    let subject = tokens.get(at + 2).is_some_and(|next| next.is(class::BE | class::HAVE | class::MODAL));
    if token.is_word(words!("last" | "this")) && !subject && tokens.get(at + 1).is_some_and(|next| next.is(class::PERIOD | class::WEEKDAY))
    {
        return Some(at + 2);
    }
    if !token.is(class::PREP) {
        return None;
    }
    // `on Monday prices rose`
    let subject = |end: usize| tokens.get(end).is_some_and(|next| next.is(class::BE | class::HAVE | class::MODAL | shape::ED));
    let phrase = noun_phrase_at(text, tokens, at + 1)?;
    let day = tokens[at + 1].is(class::WEEKDAY) && !word_at(tokens, at + 2, words!("'s"));
    if day && phrase.len() > 1 && subject(phrase.end) {
        return adjunct_end(text, tokens, at + 1);
    }
    let dated = tokens[phrase.clone()].iter().any(|token| token.is(class::WEEKDAY | class::MONTH | class::PERIOD));
    let occasion = tokens[phrase.clone()].iter().any(|token| token.is_word(set::OCCASION) || token.is_word(set::AUDIENCE));
    let listener = token.is_word(words!("to")) && tokens[phrase.start].is(shape::UPPER);
    let clause = word_at(tokens, phrase.end, words!("that"));
    // `said on the site “It leaks.”`
    let quoted = tokens.get(phrase.end).is_some_and(|next| is_quotation_mark(text, next) && next.is(shape::SPACED));
    let sentence = tokens.get(phrase.end + 1).is_some_and(|first| first.is(shape::CAPITAL)) && !tokens[phrase.end - 1].is(class::DET);
    let quoted = quoted && sentence && token.is_word(words!("on" | "in" | "at"));
    let placed = end_of_place(text, tokens, phrase.end);
    placed.or_else(|| (dated || occasion || listener || clause || quoted).then_some(phrase.end))
}

/// Returns the end of `, Nordhall,` at `at` behind a town, before `that`.
fn end_of_place(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let comma = tokens.get(at).is_some_and(|token| token.is_mark(text, ",")) && tokens.get(at.checked_sub(1)?)?.is(shape::UPPER);
    let names = tokens.get(at + 1..)?.iter().take(HEARER).take_while(|token| token.is(shape::UPPER)).count();
    let close = at + 1 + names;
    let that = close + usize::from(tokens.get(close).is_some_and(|token| token.is_mark(text, ",")));
    (comma && names > 0 && word_at(tokens, that, words!("that"))).then_some(that)
}

//! What a reporting verb reports: the clause that is said, without the verb where the clause can stand alone.

use crate::engine::grammar::clause::{has_finite_verb, noun_phrase_at};
use crate::engine::grammar::said_edges::{SHORTEST, before_open_quotation, dash_or_end, is_dash, is_quotation_mark, trimmed};
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// How many tokens of addressee, time and occasion may stand between a verb and the clause: `told reporters in Oster on Tuesday that`.
const BETWEEN: usize = 18;

/// Returns what stands behind the verb up to `end`: `the dam holds` in `told reporters on Friday that the dam holds`. A verb that is no mere
/// saying stays (`denied that the dam leaks`), and so does one that is negated or reports no clause (`praised the deal`). `from` is where verb
/// and auxiliaries begin.
pub(crate) fn said_behind(text: &str, tokens: &[Token], from: usize, verb: usize, end: usize) -> Option<Range<usize>> {
    let negated = tokens[from..verb].iter().any(|token| token.is(class::NEGATOR));
    let (start, is_clause) = content_start(text, tokens, verb, end);
    // `that` shows a clause: only `denied that` and the like carry a sense of their own.
    let mere = tokens[verb].is_word(set::MERE_SAYING) || (is_clause && !tokens[verb].is_word(set::SENSE_OF_ITS_OWN));
    let plain = mere && !negated;
    let end = dash_or_end(text, tokens, start, end);
    // In `that the line, which is new, holds` the clause goes on behind the aside.
    let stub = is_clause && start < end && !has_finite_verb(&tokens[start..end]) && word_at(tokens, end + 1, words!("which"));
    let end = if stub { tokens.len() } else { end };
    let end = end_of_opening_quotation(text, tokens, start, end);
    let colon = start > 0 && tokens[start - 1].is_mark(text, ":");
    let clause = trimmed(text, tokens, start..before_open_quotation(text, tokens, start, end));
    let quoted = clause.clone().any(|at| is_quotation_mark(text, &tokens[at])) || clause.clone().all(|at| tokens[at].is(shape::QUOTED));
    // A bare `said`, `said on Tuesday`, `said so` and `said no` say nothing.
    // `a device that Oster said would be its last`: the subject stands before.
    let no_subject =
        mere && tokens[clause.start.min(tokens.len() - 1)].is(class::MODAL | class::HAVE) && !tokens[clause.start].is(shape::QUOTED);
    let aside = tokens.get(verb + 1).is_some_and(|next| is_dash(text, next) || next.is_mark(text, ")"));
    if clause.len() < 2 || no_subject || is_answer(&tokens[clause.clone()]) || aside {
        return None;
    }
    // `said during a visit`: only where and when.
    let occasion = tokens[clause.start].is_word(set::BEFORE_OCCASION_OF_SAYING) && !has_finite_verb(&tokens[clause.clone()]);
    if plain && !is_clause && !quoted && occasion {
        return None;
    }
    // `warned against travel` would lose its sense without the verb.
    let plain = plain && (is_clause || !tokens[clause.start].is(class::PREP) || is_quotation_mark(text, &tokens[start]));
    // `said nobody smiled`: mere `said` takes a clause, whatever its verb is.
    let is_clause = is_clause || tokens[verb].is_word(set::SAID);
    if plain && (is_clause || (clause.len() >= SHORTEST && (quoted || colon || is_clause_by_form(text, tokens, &clause)))) {
        return Some(clause);
    }
    let end = before_open_quotation(text, tokens, start, end);
    let end = if quoted || (!negated && (is_clause || mere)) { end } else { end_of_predicate(text, tokens, start..end) };
    let whole = trimmed(text, tokens, if negated { from } else { verb }..end);
    (whole.len() >= SHORTEST).then_some(whole)
}

/// Returns where a quotation ends that the clause begins with, if words of the article follow it: `wrote, “It leaks,” and so it did`.
fn end_of_opening_quotation(text: &str, tokens: &[Token], start: usize, end: usize) -> usize {
    let opens = tokens.get(start).is_some_and(|first| is_quotation_mark(text, first)) && start + 1 < end;
    let stop = |at: usize| matches!(tokens[at].byte, b'.' | b',' | b'!' | b'?') && tokens[at].is(shape::QUOTED);
    let close = (start + 2..end).find(|at| opens && is_quotation_mark(text, &tokens[*at]));
    close.filter(|close| stop(close - 1)).map_or(end, |close| close + 1)
}

/// Returns true for the `no` of `said no to the deal`, not for `said no one was hurt`.
fn is_answer(clause: &[Token]) -> bool {
    clause.first().is_some_and(|first| first.is_word(set::ANSWER) && !(first.is_word(words!("no")) && has_finite_verb(clause)))
}

/// Returns where another predicate or clause begins, which says nothing: `dismissed the idea and was sent home`.
fn end_of_predicate(text: &str, tokens: &[Token], range: Range<usize>) -> usize {
    let other = |at: &usize| {
        let next = tokens.get(at + 1).is_some_and(|next| next.is(class::BE | class::HAVE | class::NEGATOR) || next.is_word(words!("then")));
        tokens[*at].is_word(words!("and" | "but")) && next
    };
    let opens = |token: &Token| token.reads(set::SUBJECT_PRONOUN) || token.is(class::CONJ | class::PREP);
    let joined = |at: usize| word_at(tokens, at + 1, words!("and" | "but")) && tokens.get(at + 2).is_some_and(opens);
    let clause_behind = |at: &usize| tokens[*at].is_mark(text, ",") && (joined(*at) || other_clause(text, tokens, at + 1, range.end));
    let breaks = |at: &usize| !tokens[*at].is(shape::QUOTED) && (other(at) || clause_behind(at));
    range.clone().find(breaks).unwrap_or(range.end)
}

/// Returns true for `and the council has` at `at`: a clause with a subject of its own.
pub(super) fn other_clause(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let subject = if word_at(tokens, at, words!("and" | "but")) { noun_phrase_at(text, tokens, at + 1) } else { None };
    subject.is_some_and(|subject| subject.end < end && tokens[subject.end].is(class::BE | class::HAVE | class::MODAL | shape::ED))
}

/// Returns a clause that stands before its speaker: `The dam holds` in `The dam holds, the ministry said`.
pub(crate) fn said_before(text: &str, tokens: &[Token], clause: Range<usize>) -> Option<Range<usize>> {
    let clause = trimmed(text, tokens, behind_dateline(text, tokens, clause));
    // `The roof was, according to the mayor, in poor shape`
    let broken = |last: &Token| last.is(class::BE | class::HAVE | class::DET) && !last.is(class::PRONOUN | shape::QUOTED | shape::UPPER);
    // `The party leader, Lena Huld, said`: a role is no statement.
    let verb = |token: &Token| token.is(class::BE | class::HAVE | class::DO | class::MODAL | class::SAY | shape::ED | shape::PLURAL);
    let role = |clause: &[Token]| clause.last().is_some_and(|last| last.is(class::TITLE | shape::AGENT)) && !clause.iter().any(verb);
    // `a bill that will, according to the mayor, cost a million`
    let modal = |clause: &[Token]| {
        let [.., before, last] = clause else { return false };
        last.is(class::MODAL) && !before.is(class::DET | class::MODIFIER) && !before.reads(words!("'s")) && !last.is(shape::QUOTED)
    };
    let whole =
        clause.len() >= SHORTEST && !modal(&tokens[clause.clone()]) && !broken(&tokens[clause.end - 1]) && !role(&tokens[clause.clone()]);
    whole.then_some(clause)
}

/// How many tokens a dateline may take.
const DATELINE: usize = 12;

/// Leaves out the dateline of `OSTER, March 3 - The dam holds, the ministry said`.
fn behind_dateline(text: &str, tokens: &[Token], clause: Range<usize>) -> Range<usize> {
    let near = clause.start..clause.end.min(clause.start + DATELINE);
    let dash = near.clone().find(|at| tokens[*at].is(shape::SPACED) && matches!(tokens[*at].span.of(text), "-" | "--" | "–" | "—"));
    let is_place = |token: &Token| token.is(shape::UPPER | shape::DIGITS | shape::MARK | class::MONTH);
    match dash.filter(|dash| clause.start == 0 && tokens[..*dash].iter().all(is_place)) {
        Some(dash) => dash + 1..clause.end,
        None => clause,
    }
}

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
    let telling = tokens[verb].is_word(set::TELLING);
    let that = if telling || tokens.get(verb + 1).is_some_and(adjunct) { that_before_verb(tokens, verb, end) } else { None };
    if let Some(that) = that {
        return (that + 1, true);
    }
    if telling {
        at = behind_hearer(text, tokens, at);
    }
    // `reports more definitely that`
    let adverb = |token: &&Token| token.is(shape::LY | class::ADVERB) || token.is_word(words!("more" | "most"));
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

/// Returns the `that` of `told reporters in Oster that`, before any other verb.
fn that_before_verb(tokens: &[Token], verb: usize, end: usize) -> Option<usize> {
    let finite = |token: &Token| token.is(class::BE | class::HAVE | class::MODAL | shape::MARK);
    let near = verb + 1..end.min(verb + BETWEEN);
    near.take_while(|at| !finite(&tokens[*at])).find(|at| tokens[*at].is_word(words!("that")))
}

/// Returns the end of `reporters` at `at` in `told reporters it may fail`. In `warned such charges could fail` the phrase is the subject of
/// the clause.
fn behind_hearer(text: &str, tokens: &[Token], at: usize) -> usize {
    let subject = |end: usize| tokens.get(end).is_some_and(|next| next.is(class::MODAL | class::BE | class::HAVE));
    noun_phrase_at(text, tokens, at).map_or(at, |hearer| if subject(hearer.end) { at } else { hearer.end })
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
        return Some(at + 1);
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
    let phrase = noun_phrase_at(text, tokens, at + 1)?;
    let dated = tokens[phrase.clone()].iter().any(|token| token.is(class::WEEKDAY | class::MONTH | class::PERIOD));
    let occasion = tokens[phrase.clone()].iter().any(|token| token.is_word(set::OCCASION) || token.is_word(set::AUDIENCE));
    let listener = token.is_word(words!("to")) && tokens[phrase.start].is(shape::UPPER);
    let clause = word_at(tokens, phrase.end, words!("that"));
    (dated || occasion || listener || clause).then_some(phrase.end)
}

/// Returns true if a verb follows the phrase with which the words begin: not in `acknowledged the briefing but declined`.
pub(super) fn is_clause_by_form(text: &str, tokens: &[Token], clause: &Range<usize>) -> bool {
    let Some(subject) = noun_phrase_at(text, tokens, clause.start).filter(|subject| subject.end < clause.end) else { return false };
    let next = &tokens[subject.end];
    let verb = class::BE | class::HAVE | class::DO | class::MODAL | class::ADVERB | class::NEGATOR | shape::ED | shape::PLURAL | shape::LY;
    let object = next.is(shape::MARK | class::CONJ | class::PREP) && !next.is_mark(text, ",");
    // `announced the first year of tests`: the article is no subject.
    let article = subject.len() == 1 && tokens[subject.start].is(class::DET) && !tokens[subject.start].is(class::PRONOUN);
    let auxiliary = |token: &Token| token.is(class::BE | class::HAVE | class::DO | class::MODAL);
    if article {
        return tokens[clause.clone()].iter().any(auxiliary);
    }
    // `reported strong sales, leading others to follow`
    if next.is_mark(text, ",") {
        let verb_behind_aside = |pair: &[Token]| pair[0].is_mark(text, ",") && pair[1].is(shape::ED);
        let behind = &tokens[subject.end + 1..clause.end];
        return behind.iter().any(auxiliary) || behind.windows(2).any(verb_behind_aside);
    }
    !object && (next.is(verb) || has_finite_verb(&tokens[clause.clone()]))
}

#[cfg(test)]
mod tests {
    use crate::engine::analyze;

    /// Compares what the first claim of a sentence says.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let report = analyze(text);
        let said = report.claims.first().and_then(|claim| claim.said);
        assert_eq!(said.map_or("", |said| said.of(text)), expected);
    }

    #[test]
    fn the_clause_stands_without_the_verb() {
        check("Lena Huld said that the dam holds.", "the dam holds");
        check("Lena Huld told reporters in Oster on Tuesday that the dam holds.", "the dam holds");
        check("Lena Huld told the Oster Herald the dam could fail.", "the dam could fail");
        check("Lena Huld said in an interview with the radio that the dam holds, adding that she would stay.", "the dam holds");
        check("The dam holds, Lena Huld said on Tuesday.", "The dam holds");
        check("“The dam holds,” Lena Huld said.", "“The dam holds,”");
        check("According to Lena Huld, the dam holds.", "the dam holds");
    }

    #[test]
    fn a_verb_that_carries_the_sense_stays() {
        check("Lena Huld denied that the dam leaks.", "denied that the dam leaks");
        check("Lena Huld praised the deal with Oster.", "praised the deal with Oster");
        check("Lena Huld did not say when the dam would open.", "did not say when the dam would open");
    }

    #[test]
    fn nothing_said_is_blank() {
        check("Lena Huld said on Tuesday.", "");
    }
}

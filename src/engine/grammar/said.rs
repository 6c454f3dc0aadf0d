//! What a reporting verb reports: the clause that is said, without the verb where the clause can stand alone.

use crate::engine::grammar::clause::{has_finite_verb, has_verb, noun_phrase_at};
use crate::engine::grammar::said_content::content_start;
use crate::engine::grammar::said_edges::{SHORTEST, before_open_quotation, dash_or_end, is_dash, is_quotation_mark, trimmed};
use crate::engine::grammar::speaker::head;
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

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
    let clause = with_concession(text, tokens, start, trimmed(text, tokens, start..before_open_quotation(text, tokens, start, end)));
    let quoted = clause.clone().any(|at| is_quotation_mark(text, &tokens[at])) || clause.clone().all(|at| tokens[at].is(shape::QUOTED));
    // A bare `said`, `said on Tuesday`, `said so` and `said no` say nothing.
    // `a device that Oster said would be its last`: the subject stands before.
    let no_subject =
        mere && tokens[clause.start.min(tokens.len() - 1)].is(class::MODAL | class::HAVE) && !tokens[clause.start].is(shape::QUOTED);
    let aside = tokens.get(verb + 1).is_some_and(|next| is_dash(text, next) || next.is_mark(text, ")"));
    let withheld = negated && is_withheld(&tokens[clause.clone()]);
    if clause.len() < 2 || no_subject || withheld || is_answer(&tokens[clause.clone()]) || cites_people(text, tokens, verb) || aside {
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
    // `will blame the council`
    let coming = tokens[from..verb].iter().any(|token| token.is_word(words!("will" | "would" | "may" | "might")));
    let whole = trimmed(text, tokens, if negated || coming { from } else { verb }..end);
    (whole.len() >= SHORTEST).then_some(whole)
}

/// Returns the whole of a clause that its speaker interrupts: `The dam, Lena Huld said, is old`. Nothing for one with a quotation, of which the
/// ledger joins the halves, and for one without a verb.
pub(super) fn interrupted(text: &str, tokens: &[Token], clause: Range<usize>) -> Option<Range<usize>> {
    let quoted = tokens[clause.clone()].iter().any(|token| token.is(shape::QUOTED) || is_quotation_mark(text, token));
    // `The port, Huld said, is old, and the wall, Quill said, is weak`
    let others = tokens[clause.clone()].iter().filter(|token| token.is_word(set::MERE_SAYING) && !token.is(shape::ING)).count() > 1;
    (!quoted && !others && has_finite_verb(&tokens[clause.clone()]))
        .then(|| trimmed(text, tokens, clause))
        .filter(|said| said.len() >= SHORTEST)
}

/// Returns where a quotation ends that the clause begins with, if words of the article follow it: `wrote, “It leaks,” and so it did`.
fn end_of_opening_quotation(text: &str, tokens: &[Token], start: usize, end: usize) -> usize {
    let opens = tokens.get(start).is_some_and(|first| is_quotation_mark(text, first)) && start + 1 < end;
    let stop = |at: usize| matches!(tokens[at].byte, b'.' | b',' | b'!' | b'?') && tokens[at].is(shape::QUOTED);
    let close = (start + 2..end).find(|at| opens && is_quotation_mark(text, &tokens[*at]));
    // `replied “No” when asked`
    let asked = |at: usize| word_at(tokens, at, words!("when")) && tokens.get(at + 1).is_some_and(|next| next.is(shape::ED));
    close.filter(|close| stop(close - 1) || asked(close + 1)).map_or(end, |close| close + 1)
}

/// Returns true for `which paper` in `did not say which paper`.
fn is_withheld(clause: &[Token]) -> bool {
    clause.first().is_some_and(|first| first.is_word(words!("which" | "what" | "who" | "whom"))) && !has_finite_verb(clause)
}

/// Takes in the `while` of `argued that while the dam is old, the wall is sound`.
fn with_concession(text: &str, tokens: &[Token], start: usize, clause: Range<usize>) -> Range<usize> {
    let concedes = clause.start == start + 1
        && tokens.get(start).is_some_and(|first| first.is_word(set::CONTRAST))
        && !word_at(tokens, start, words!("but" | "yet"));
    if concedes && tokens[clause.clone()].iter().any(|token| token.is_mark(text, ",")) { start..clause.end } else { clause }
}

/// Returns true for `cited two aides`: whom somebody cites, not what they say.
fn cites_people(text: &str, tokens: &[Token], verb: usize) -> bool {
    let cited = noun_phrase_at(text, tokens, verb + 1).filter(|_| tokens[verb].is_word(set::CITE));
    cited.is_some_and(|who| {
        let head = head(&tokens[who]);
        let agent = head.is(class::TITLE | shape::AGENT | shape::AGENTS) && !head.is(class::NOT_AGENT);
        agent || head.reads(set::DECIDING_PEOPLE) || head.reads(words!("source" | "sources"))
    })
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
    // `This year at the port, Huld said, work must be done`: when and where.
    let circumstance = |clause: &[Token]| {
        let [first, second, ..] = clause else { return false };
        let dated = first.reads(words!("this" | "last" | "next")) && second.is(class::PERIOD | class::WEEKDAY | class::MONTH);
        let opens = dated || first.is(class::WEEKDAY) || (first.is(class::PREP) && !first.is(shape::QUOTED));
        opens && !first.is(shape::QUOTED) && !has_verb(clause) && !clause.iter().any(|token| token.is_mark(text, ","))
    };
    let whole = clause.len() >= SHORTEST
        && !circumstance(&tokens[clause.clone()])
        && !modal(&tokens[clause.clone()])
        && !broken(&tokens[clause.end - 1])
        && !role(&tokens[clause.clone()]);
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

/// Returns true if a verb follows the phrase with which the words begin: not in `acknowledged the briefing but declined`.
pub(super) fn is_clause_by_form(text: &str, tokens: &[Token], clause: &Range<usize>) -> bool {
    let Some(subject) = noun_phrase_at(text, tokens, clause.start).filter(|subject| subject.end < clause.end) else { return false };
    let next = &tokens[subject.end];
    let verb = class::BE | class::HAVE | class::DO | class::MODAL | class::ADVERB | class::NEGATOR | shape::ED | shape::PLURAL | shape::LY;
    // `insist it lives`
    if tokens[clause.start].reads(set::SUBJECT_PRONOUN)
        && clause.len() > 1
        && !tokens[clause.start + 1].is(shape::MARK | class::CONJ | class::PREP)
    {
        return true;
    }
    // `Japan wants to keep it`: the verb has the form of a noun.
    let wishes = subject.len() > 1 && next.is_word(words!("to")) && tokens[subject.end - 1].is_word(set::WISHES);
    let object = next.is(shape::MARK | class::CONJ | class::PREP) && !next.is_mark(text, ",") && !wishes;
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
    !object && (wishes || next.is(verb) || has_finite_verb(&tokens[clause.clone()]))
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

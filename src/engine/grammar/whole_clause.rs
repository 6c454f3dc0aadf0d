//! The clause of a verb from its subject on, and the agent of a passive.

use crate::engine::grammar::claim_scope::clause_end;
use crate::engine::grammar::clause::{is_object, noun_phrase_at, subject};
use crate::engine::grammar::noun_phrase::left_edge;
use crate::engine::grammar::noun_phrase_end::complement_end;
use crate::engine::grammar::said::{other_clause, said_before};
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// How many tokens may stand between a passive and the `by` of its agent: `was described as a trap by`.
const PASSIVE: usize = 7;

pub(super) const AUXILIARY: u64 = class::BE | class::HAVE | class::DO | class::MODAL;

/// The agent of a passive of saying.
pub(super) struct Agent {
    /// Who speaks.
    pub who: Range<usize>,
    /// What the claim governs.
    pub scope: Range<usize>,
    /// The clause.
    pub said: Range<usize>,
}

/// Reads the agent of a passive whose `by` stands at `place`: `The mayor was accused by the union of hiding the bill`.
pub(super) fn agent(text: &str, tokens: &[Token], place: usize) -> Option<Agent> {
    let by = place + usize::from(tokens.get(place + 1).is_some_and(|next| next.is_word(words!("both" | "either"))));
    let plain = complement_end(text, tokens, by + 1);
    let tail = word_at(tokens, plain, words!("of")) && !tokens.get(plain + 1).is_some_and(|next| next.is(shape::ING));
    let who = if tail { noun_phrase_at(text, tokens, by + 1)? } else { by + 1..plain };
    // `warned by Oster Rail of a threat`
    let warned = place > 0 && tokens[place - 1].is_word(words!("warned" | "informed" | "accused" | "notified" | "told"));
    let topic = (who.start + 1..who.end).find(|at| warned && tokens[*at].is_word(words!("of")));
    let who = who.start..topic.unwrap_or(who.end);
    if who.end <= who.start {
        return None;
    }
    let end = clause_end(text, tokens, who.end);
    let end = (who.end..end).find(|at| tokens[*at].is_mark(text, ",") && other_clause(text, tokens, at + 1, end)).unwrap_or(end);
    let said = passive_clause(text, tokens, place, end)?;
    let behind = tokens.get(who.end).is_some_and(|next| next.is_word(words!("of" | "as" | "for" | "that")));
    let scope = if behind { who.end..end } else { said.start..place };
    Some(Agent { who, scope, said })
}

/// Returns true for `This was confirmed at a briefing`, which says nothing that the sentence before does not say.
pub(super) fn points_back(clause: &[Token]) -> bool {
    let verb = clause.iter().position(|token| token.is(class::SAY | class::THINK));
    let passive =
        |verb: usize| (2..=PASSIVE).contains(&verb) && clause[1..verb].iter().all(|token| token.is(AUXILIARY | class::ADVERB | shape::LY));
    let bare = clause.first().is_some_and(|first| first.reads(words!("this" | "that" | "it")));
    bare && verb.is_some_and(|verb| {
        passive(verb) && clause.get(verb + 1).is_none_or(|next| next.is(class::PREP | shape::MARK) && !next.is_word(words!("as")))
    })
}

/// Returns the clause of the verb at `verb`, of which the tokens up to `from` are known to be part. A relative clause ends at a comma.
pub(super) fn clause_of(text: &str, tokens: &[Token], verb: usize, from: usize, end: usize) -> Option<Range<usize>> {
    let start = start_of_clause(text, tokens, verb)?;
    let verb = first_auxiliary(tokens, verb);
    let relative = verb > 0 && tokens[verb - 1].is_word(set::RELATIVE);
    let comma = (from..end).find(|at| relative && tokens[*at].is_mark(text, ","));
    Some(start..comma.unwrap_or(end))
}

/// Returns where the auxiliaries and adverbs before a verb begin.
fn first_auxiliary(tokens: &[Token], verb: usize) -> usize {
    let skipped = |token: &&Token| token.is(AUXILIARY | class::ADVERB | class::NEGATOR | shape::LY);
    verb - tokens[..verb].iter().rev().take_while(skipped).count()
}

/// Returns where the clause of the verb at `at` begins, if nothing but its subject stands before the verb.
fn start_of_clause(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let at = first_auxiliary(tokens, at);
    let before = at.checked_sub(1)?;
    if tokens[before].is_word(words!("what")) {
        return Some(before);
    }
    if tokens[before].is_word(set::RELATIVE) {
        let comma = before > 0 && tokens[before - 1].is_mark(text, ",");
        let noun = (before - usize::from(comma)).checked_sub(1)?;
        let noun = left_edge(text, tokens, noun)..noun + 1;
        let last = &tokens[noun.end - 1];
        // `on Saturday, which was considered early`
        let dated = last.is(class::WEEKDAY | class::MONTH | class::PERIOD);
        return (last.is(shape::WORD) && !dated && (comma || !is_object(tokens, &noun))).then_some(noun.start);
    }
    let subject = subject(text, tokens, at).filter(|subject| !is_verb(&tokens[subject.end - 1]))?;
    let mut start = subject.start;
    while start > 0 {
        match step_left(text, tokens, start) {
            Step::Part => start -= 1,
            Step::Border => break,
            Step::Unclear => return None,
        }
    }
    Some(start)
}

/// What the token before a part of a clause is.
enum Step {
    /// It belongs to the clause.
    Part,
    /// The clause begins behind it.
    Border,
    /// It belongs to a clause inside the subject.
    Unclear,
}

fn step_left(text: &str, tokens: &[Token], start: usize) -> Step {
    let token = &tokens[start - 1];
    let joins = token.is_word(words!("and" | "or"));
    let mark = token.is(shape::MARK) && !is_inside_word(text, tokens, start - 1);
    let says = token.is(class::SAY | class::THINK) && is_verb(token);
    let opens_event = token.is_word(words!("before" | "after" | "until" | "since"))
        && !tokens[start].is(class::PERIOD | class::MONTH | class::WEEKDAY | shape::DIGITS);
    let asks = token.is_word(words!("where" | "when" | "why" | "how"));
    if mark || says || asks || opens_event || (token.is(class::CONJ) && !joins) || (joins && has_verb(&tokens[..start - 1])) {
        return Step::Border;
    }
    if token.is_word(set::RELATIVE) {
        // In `the ship that sank in May is believed` the subject begins before the relative clause.
        let opens = tokens[start].is(class::DET | class::PRONOUN | class::NUMBER | shape::UPPER | shape::DIGITS);
        return if opens { Step::Border } else { Step::Unclear };
    }
    if token.is(AUXILIARY) { Step::Unclear } else { Step::Part }
}

/// Returns true for the hyphen of `sea-wall`, the point of `Mr.` and the apostrophe of `miners' union`.
fn is_inside_word(text: &str, tokens: &[Token], at: usize) -> bool {
    let closed = tokens.get(at + 1).is_some_and(|next| !next.is(shape::SPACED));
    let abbreviated = at > 0 && tokens[at].is_mark(text, ".") && tokens[at - 1].is(class::ABBREVIATION | shape::UPPER);
    (tokens[at].is_mark(text, "-") && closed && !tokens[at].is(shape::SPACED)) || abbreviated || tokens[at].is_apostrophe(text)
}

pub(super) fn is_verb(token: &Token) -> bool {
    token.is(AUXILIARY) || (token.is(class::SAY | class::THINK | shape::ED) && !token.is(shape::UPPER | class::MODIFIER | shape::PLURAL))
}

fn has_verb(tokens: &[Token]) -> bool {
    let clause = tokens.iter().rev().take_while(|token| !token.is(shape::MARK));
    clause.into_iter().any(is_verb)
}

/// Returns true for adverbs and the words of a date: `on December 11`.
fn is_when(token: &Token) -> bool {
    let date = class::WEEKDAY | class::MONTH | class::PERIOD | shape::DIGITS;
    token.is(class::ADVERB | shape::LY | date) || token.is_word(words!("on" | "in" | "last" | "late"))
}

/// Returns the clause of a passive of saying whose `by` stands at `by`. In `as reported by critics` it is the clause before.
pub(super) fn passive_clause(text: &str, tokens: &[Token], by: usize, end: usize) -> Option<Range<usize>> {
    let says = |token: &Token| token.is(class::SAY) || token.is_word(set::JUDGING_VERB);
    let speaks = |at: &usize| says(&tokens[*at]) && tokens[*at].is(shape::ED | class::PARTICIPLE);
    let near = (by.saturating_sub(PASSIVE)..by).rev().take_while(|at| !tokens[*at].is(shape::MARK | AUXILIARY));
    let verb = near.into_iter().find(speaks)?;
    let between = &tokens[verb + 1..by];
    let judged = between.first().is_some_and(|first| first.is_word(words!("as")));
    // `quoted by the Courier as saying`, `called by Huld`, `welcomed by Huld`
    let act = tokens[verb].is_word(words!("offered"))
        || tokens[verb].is_word(set::QUOTING_VERB)
        || tokens[verb].is_word(set::CALL)
        || tokens[verb].is_word(words!("welcomed"));
    let direct = !act;
    if !(judged || (direct && between.iter().all(is_when))) {
        return None;
    }
    if verb + 1 == by && verb > 0 && tokens[verb - 1].is_word(words!("as")) {
        return said_before(text, tokens, 0..verb - 1);
    }
    let auxiliaries = first_auxiliary(tokens, verb);
    // `will be announced by the council`, `to be announced by the council`: nothing is said yet.
    let coming = auxiliaries > 0 && tokens[auxiliaries - 1].is_word(words!("to"));
    if coming || tokens[auxiliaries..verb].iter().any(|token| token.is(class::MODAL)) {
        return None;
    }
    let passive = tokens[auxiliaries..verb].iter().any(|token| token.is(class::BE));
    if passive { clause_of(text, tokens, verb, by, end) } else { None }
}

//! What a source without a claim of its own is cited for: the clause around `is believed to`, behind `it is said that`, before `by critics`.

use crate::engine::grammar::claim_scope::clause_end;
use crate::engine::grammar::clause::{noun_phrase_at, noun_phrase_before};
use crate::engine::grammar::reporting_verbs::gives_statement;
use crate::engine::grammar::said::{other_clause, said_before, said_behind};
use crate::engine::grammar::said_edges::trimmed;
use crate::engine::grammar::spoken_by::SpokenBy;
use crate::engine::grammar::whole_clause::{AUXILIARY, clause_of, is_verb, passive_clause, points_back};
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{Kind, class, set, words};
use std::ops::Range;

/// The fewest tokens of a clause.
const SHORTEST: usize = 3;
/// How many tokens may stand between a wording and its `that`: `it was learned on Sunday that`.
const BETWEEN: usize = 4;

/// Returns what the source at `place` is cited for, unless one of the claims of the sentence says it.
pub(crate) fn cited_for(text: &str, tokens: &[Token], place: &Range<usize>, kind: Kind, claims: &[SpokenBy]) -> Option<Range<usize>> {
    let own = |claim: &SpokenBy| claim.said.is_some() && claim.who.start < place.end && place.start < claim.who.end;
    if claims.iter().any(own) {
        return None;
    }
    let end = end_of_clause(text, tokens, place, claims);
    let clause = if kind == Kind::Agentless {
        reported_behind(tokens, place, end, kind).or_else(|| clause_around(text, tokens, place, end))
    } else {
        passive_before(text, tokens, place, end)
            .or_else(|| reported_behind(tokens, place, end, kind))
            .or_else(|| statement_behind(text, tokens, place, end))
            .or_else(|| evidence_shows(text, tokens, place, end, kind))
    };
    let clause = trimmed(text, tokens, clause?);
    (clause.len() >= SHORTEST && !points_back(&tokens[clause.clone()])).then_some(clause)
}

/// Returns where the clause around the place ends: before another clause, and before whoever relays it.
fn end_of_clause(text: &str, tokens: &[Token], place: &Range<usize>, claims: &[SpokenBy]) -> usize {
    let end = clause_end(text, tokens, place.end);
    let quoted = tokens[place.start].is(shape::QUOTED);
    let other = |at: &usize| {
        let closes = quoted && !tokens[*at].is(shape::QUOTED);
        closes || (tokens[*at].is_mark(text, ",") && other_clause(text, tokens, at + 1, end))
    };
    let end = (place.end..end).find(other).unwrap_or(end);
    // `While some blogs report that it leaks, the council says no`
    let subordinate = place.start > 0 && tokens[place.start - 1].reads(set::SUBORDINATING);
    let end = (place.end..end).find(|at| subordinate && tokens[*at].is_mark(text, ",")).unwrap_or(end);
    let relays = claims.iter().filter(|claim| claim.who.start > place.end && claim.scope.contains(&place.start));
    let comma = |who: usize| (place.end..who).rev().take(SHORTEST).find(|at| tokens[*at].is_mark(text, ","));
    relays.filter_map(|claim| comma(claim.who.start)).min().map_or(end, |comma| comma.min(end))
}

/// Returns the clause behind `it is said that`, `rumours spread that` and `reports that`.
fn reported_behind(tokens: &[Token], place: &Range<usize>, end: usize, kind: Kind) -> Option<Range<usize>> {
    let (agentless, evidence) = (kind == Kind::Agentless, kind == Kind::Reports);
    let first = &tokens[place.start];
    let last = &tokens[place.end - 1];
    if last.is_word(words!("that")) {
        // In `Rumours that he could leave have been denied` the second verb is that of the rumours.
        let joins = |token: &Token| token.is(shape::MARK | class::CONJ) || token.is_word(set::RELATIVE);
        let verbs = tokens[place.end..end]
            .iter()
            .take_while(|token| !joins(token))
            .filter(|token| is_verb(token) && !token.is_word(words!("be")))
            .count();
        let noun = !first.reads(words!("it" | "there")) && place.len() > 1;
        return Some(place.end..if verbs < 2 || !noun { end } else { place.end });
    }
    let expletive = |token: &Token| token.reads(words!("it" | "there"));
    let empty = expletive(first) || place.start.checked_sub(1).is_some_and(|before| expletive(&tokens[before]));
    let empty = empty && !last.is_word(words!("as" | "to"));
    let joined = tokens.get(place.end).is_some_and(|next| next.is(class::BE) || (evidence && next.is(shape::ING)));
    let reach = if empty || (agentless && !first.is(AUXILIARY)) { BETWEEN } else { 1 + usize::from(joined) };
    // `reports of a fire that`, `was accused of a theft that`: the clause describes another noun.
    let other = |token: &Token| token.is(shape::MARK | class::PREP) && !token.is_word(words!("on" | "that"));
    let near = (place.end..end.min(place.end + reach)).take_while(|at| !other(&tokens[*at]) || empty);
    if let Some(that) = near.into_iter().find(|at| tokens[*at].is_word(words!("that"))) {
        return Some(that + 1..end);
    }
    let opens = tokens.get(place.end).is_some_and(|next| !next.is(class::PREP | class::SAY) && !next.is_word(words!("to" | "as")));
    (empty && opens && place.end < end && tokens[place.end..end].iter().any(is_verb)).then_some(place.end..end)
}

/// Returns the clause in which a passive stands, with its subject.
fn clause_around(text: &str, tokens: &[Token], place: &Range<usize>, end: usize) -> Option<Range<usize>> {
    let first = &tokens[place.start];
    let after = place.start.checked_sub(1).map(|before| &tokens[before]);
    let free = !after.is_some_and(|before| before.is(AUXILIARY | class::ADVERB | shape::LY) || before.is_word(words!("to")));
    let participle = first.is(shape::ED) || first.is_word(words!("said" | "thought" | "seen"));
    if free && participle && place.len() <= SHORTEST {
        if after.is_some() {
            return participle_with_noun(text, tokens, place.start, end);
        }
        let comma = (place.end..end).find(|at| tokens[*at].is_mark(text, ","))?;
        return noun_phrase_at(text, tokens, comma + 1).map(|noun| 0..noun.end);
    }
    // `From what we're being told, it leaks`
    if first.is_word(words!("told")) {
        return tokens.get(place.end).filter(|next| next.is_mark(text, ",")).map(|_| place.end..end);
    }
    // `Doubts have been raised about the cost`, `There are fears about it`
    if free && (first.is(shape::PLURAL) || first.reads(words!("there"))) {
        return noun_phrase_before(text, tokens, place.start + 1).map(|noun| noun.start..end).or(Some(place.start..end));
    }
    clause_of(text, tokens, place.start, place.end, end)
}

/// Returns the noun and the participle behind it: `The pact, hailed as historic` of `The pact, hailed as historic, was signed`.
fn participle_with_noun(text: &str, tokens: &[Token], at: usize, end: usize) -> Option<Range<usize>> {
    let comma = tokens[at - 1].is_mark(text, ",");
    let noun = noun_phrase_before(text, tokens, at - usize::from(comma))?;
    // `believed to have been lost`
    let infinitive =
        |at: usize| tokens[..at].iter().rev().find(|token| !token.is(AUXILIARY)).is_some_and(|token| token.is_word(words!("to")));
    let close = |at: &usize| tokens[*at].is_mark(text, ",") || (!comma && tokens[*at].is(AUXILIARY) && !infinitive(*at));
    let end = (at + 1..end).find(close).unwrap_or(end);
    // `held for sailors believed to have been lost`
    let act = tokens[noun.start].is_word(set::IRREGULAR_PAST) || tokens[noun.start].is_word(set::IRREGULAR_ACT);
    let act = act && tokens[noun.start + 1].is(class::PREP);
    Some(noun.start + 2 * usize::from(act)..end)
}

/// Returns the passive clause whose agent stands at `place`: `The cut was criticised by lawmakers as unfair`.
fn passive_before(text: &str, tokens: &[Token], place: &Range<usize>, end: usize) -> Option<Range<usize>> {
    let by = place.start.checked_sub(1).filter(|by| tokens[*by].is_word(words!("by")))?;
    passive_clause(text, tokens, by, end)
}

/// Returns the verb phrase of a source that speaks without a verb of saying: `raised concerns about the cut`, `are demanding a vote`.
fn statement_behind(text: &str, tokens: &[Token], place: &Range<usize>, end: usize) -> Option<Range<usize>> {
    let skipped = |token: &&Token| token.is(AUXILIARY | class::ADVERB | shape::LY) && !token.is(class::NEGATOR);
    let from = place.end + usize::from(tokens.get(place.end).is_some_and(|next| next.is_mark(text, ",")));
    let verb = from + tokens[from.min(tokens.len())..].iter().take_while(skipped).count();
    let token = tokens.get(verb).filter(|_| verb < end)?;
    let passive = tokens[from..verb].iter().any(|token| token.is(class::BE));
    let goes_on = passive && token.is(class::SAY | class::THINK) && token.is(shape::ING);
    let speaks =
        goes_on || (!passive && !token.is(shape::ING) && (gives_statement(tokens, verb) || token.is(class::SAY)) && !token.is(class::PREP));
    if !speaks || !has_object(tokens, verb, end) {
        return None;
    }
    said_behind(text, tokens, verb, verb, end)
}

/// Returns true if more than one word stands behind the verb.
fn has_object(tokens: &[Token], verb: usize, end: usize) -> bool {
    end > verb + 2 && tokens.get(verb + 1).is_some_and(|next| next.is(shape::WORD) || next.byte == b'"')
}

/// Returns the clause behind `the data show` and the one before `, data show`.
fn evidence_shows(text: &str, tokens: &[Token], place: &Range<usize>, end: usize, kind: Kind) -> Option<Range<usize>> {
    if kind != Kind::Reports {
        return None;
    }
    let skipped = |token: &&Token| {
        token.is(class::HAVE | class::ADVERB | class::MODAL | class::PERIOD | class::WEEKDAY | shape::LY)
            || token.is_word(words!("this" | "last" | "on"))
    };
    let verb = place.end + tokens[place.end..].iter().take_while(skipped).count();
    let shows = tokens.get(verb)?.is(class::SIGNAL) || tokens[verb].reads(words!("found"));
    if !shows {
        return None;
    }
    let closes = tokens.get(verb + 1).is_none_or(|next| next.is(shape::MARK));
    let comma = place.start.checked_sub(1).filter(|comma| closes && tokens[*comma].is_mark(text, ","));
    match comma {
        Some(comma) => said_before(text, tokens, 0..comma),
        None if has_object(tokens, verb, end) && !word_at(tokens, verb + 1, words!("by" | "to" | "in")) => {
            said_behind(text, tokens, verb, verb, end)
        }
        None => None,
    }
}

//! Reported speech: whose claim a part of a sentence is.

use crate::engine::grammar::according_to::{according, is_according};
use crate::engine::grammar::claim_order::{SHORTEST, follows_claim, is_phrase, list_start, with_partners};
use crate::engine::grammar::claim_scope::{ADJUNCTS, adds, clause_end, clause_start, governed, is_break};
use crate::engine::grammar::clause::{has_finite_verb, has_verb, noun_phrase_at, subject, without_adjunct};
use crate::engine::grammar::evidence_owner::owner_of;
use crate::engine::grammar::further_claims::{
    Object, asks, document_shows, is_mere_act, label_before_quotation, object_of, puts_it, responds, said_before_colon, states_before_colon,
};
use crate::engine::grammar::not_spoken::has_not_spoken;
use crate::engine::grammar::own_words::end_before_own_words;
use crate::engine::grammar::participle_claim::saying;
use crate::engine::grammar::reporting_verbs::reports_speech;
use crate::engine::grammar::said::{interrupted, said_before, said_behind};
use crate::engine::grammar::said_edges::{introduces_quotation, is_quotation_mark, trimmed};
use crate::engine::grammar::second_predicate::end_before_second_predicate;
use crate::engine::grammar::speaker::{can_speak, whole_source};
use crate::engine::grammar::speaker_phrase::{name_behind_role, role_before, with_name_behind_title, without_place};
use crate::engine::grammar::speaking_subject::{Subject, issuer, subject_that_speaks};
use crate::engine::grammar::spoken_by::{SpokenBy, end_before_others, end_before_relays, without_inner_denials};
use crate::engine::grammar::verb_of_claim::is_verb_of_claim;
use crate::engine::grammar::whole_clause::{Agent, agent, points_back};
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// Returns the claims of a sentence. `sources` are the phrases that the rules for sources know, named or not: any other speaker has a name or
/// is a pronoun.
pub(crate) fn claims(text: &str, tokens: &[Token], sources: &[Range<usize>]) -> Vec<SpokenBy> {
    let claims = (0..tokens.len()).filter_map(|at| claim(text, tokens, at, sources));
    let owner = |claim: &SpokenBy| owner_of(text, tokens, &claim.who);
    let whole =
        |claim: SpokenBy| SpokenBy { who: owner(&claim).unwrap_or_else(|| issuer(tokens, whole_source(&claim.who, sources))), ..claim };
    let mut claims: Vec<SpokenBy> = claims.filter(|claim| can_speak(tokens, &claim.who, sources)).map(whole).collect();
    for at in 0..tokens.len() {
        let spoken = saying(text, tokens, at, &claims).filter(|claim| can_speak(tokens, &claim.who, sources));
        let Some(spoken) = spoken.map(whole) else { continue };
        match claims.iter_mut().find(|claim| claim.scope.contains(&at)) {
            // `Huld disagreed, saying it would hold`
            Some(claim) if claim.who == spoken.who && (claim.said.is_none() || introduces_quotation(text, tokens, at)) => {
                claim.said = spoken.said;
            }
            // `Huld said it leaked, adding that it would hold`
            Some(claim) if claim.who == spoken.who && claim.said.as_ref().is_some_and(|said| said.end <= at) => {
                end_before_further(text, tokens, &mut claims, at);
                claims.push(spoken);
            }
            Some(_) => {}
            None => claims.push(spoken),
        }
    }
    without_inner_denials(tokens, &mut claims);
    end_before_second_predicate(text, tokens, &mut claims);
    end_before_relays(text, tokens, &mut claims);
    end_before_others(text, tokens, &mut claims);
    end_before_own_words(text, tokens, &mut claims);
    claims
}

/// Ends what is said before the participle at `further`, which adds something: `it leaked, saying it was old, adding that it would hold`.
fn end_before_further(text: &str, tokens: &[Token], claims: &mut [SpokenBy], further: usize) {
    for said in claims.iter_mut().filter_map(|claim| claim.said.as_mut()).filter(|said| said.contains(&further)) {
        *said = trimmed(text, tokens, said.start..further);
    }
}

fn claim(text: &str, tokens: &[Token], at: usize, sources: &[Range<usize>]) -> Option<SpokenBy> {
    if is_according(text, tokens, at) {
        return according(text, tokens, at);
    }
    if let Some(Agent { who, scope, said }) = Some(at).filter(|at| tokens[*at].is_word(words!("by"))).and_then(|by| agent(text, tokens, by))
    {
        let said = Some(trimmed(text, tokens, said)).filter(|said| !points_back(&tokens[said.clone()]));
        return Some(SpokenBy { who, scope, said, asserted: true, through: None });
    }
    if let Some(quoted) = quoted_as_saying(text, tokens, at) {
        return Some(quoted);
    }
    let stated = puts_it(text, tokens, at).or_else(|| said_before_colon(text, tokens, at));
    if let Some(stated) = stated.or_else(|| label_before_quotation(text, tokens, at)) {
        return Some(stated);
    }
    if !is_verb_of_claim(tokens, at) {
        return document_shows(text, tokens, at, sources).or_else(|| states_before_colon(text, tokens, at, sources));
    }
    let behind = spoken_behind(text, tokens, at).filter(|claim| can_speak(tokens, &claim.who, sources));
    behind.or_else(|| spoken_before(text, tokens, at, sources))
}

/// Reads `AP quoted Lena Huld as saying that` and `Lena Huld was quoted as saying`: the speaker is who is quoted.
fn quoted_as_saying(text: &str, tokens: &[Token], at: usize) -> Option<SpokenBy> {
    if !tokens[at].is_word(set::QUOTING_VERB) {
        return None;
    }
    let limit = tokens.len().min(at + ADJUNCTS * 2);
    let saying = (at + 1..limit).find(|verb| tokens[*verb].is_word(words!("as")) && word_at(tokens, verb + 1, set::SAYING_OR_TELLING))? + 1;
    // `Huld was quoted by the Courier as saying`
    let relay = Some(at + 1).filter(|by| word_at(tokens, *by, words!("by"))).and_then(|by| noun_phrase_at(text, tokens, by + 1));
    let passive = saying == at + 2 || relay.is_some();
    let who = if passive { subject(text, tokens, at)? } else { noun_phrase_at(text, tokens, at + 1)? };
    let end = clause_end(text, tokens, saying + 1);
    let through = if passive { relay } else { subject(text, tokens, at) };
    let said = said_behind(text, tokens, saying, saying, end);
    // `“It leaks,” the Courier quoted Huld as saying.`
    let first = if passive { Some(&who) } else { through.as_ref() }.map_or(at, |first| first.start);
    let before = || (first > 0).then(|| said_before(text, tokens, clause_start(text, tokens, first)..first)).flatten();
    let said =
        said.or_else(|| before().filter(|said| tokens[said.start].is(shape::QUOTED) || is_quotation_mark(text, &tokens[said.start])));
    Some(SpokenBy { who, scope: saying..end, said, asserted: true, through })
}

/// Reads a speaker behind the verb: `It may fail, said the mayor.`
fn spoken_behind(text: &str, tokens: &[Token], at: usize) -> Option<SpokenBy> {
    // `“Call Susan,” he said`: an order.
    let orders = tokens[at].is(shape::UPPER) && tokens[at].is(shape::QUOTED) && !tokens[at].is(shape::ED | shape::PLURAL);
    // `told Reuters` names the hearer.
    let after_clause = at > 0
        && !orders
        && is_break(text, &tokens[at - 1])
        && tokens[at].is(class::SAY)
        && !tokens[at].reads(set::TELL)
        && !tokens[at].is_word(set::NAMING)
        && !tokens[at].is_word(set::ABOUT_SOMEBODY);
    let who = noun_phrase_at(text, tokens, at + 1).filter(|_| after_clause)?;
    let who = with_name_behind_title(tokens, without_place(tokens, without_adjunct(tokens, who)));
    let who = name_behind_role(text, tokens, who);
    // In `The mayor, Ana Ruiz, said the port could close` and `said the delay hurt her` a verb follows the phrase.
    let ends = class::PREP | class::WEEKDAY | class::ADVERB | class::CONJ;
    let hyphen = |next: &Token| next.is_mark(text, "-") && !next.is(shape::SPACED);
    // `said Russia “cannot agree”`: the quotation goes on with the clause.
    let opening = !tokens[..at].iter().rev().take(2).any(|token| token.is(shape::QUOTED));
    let stopped = |next: &Token| text[..next.span.start].trim_end().ends_with('.');
    let quotes = |next: &Token| opening && is_quotation_mark(text, next) && next.is(shape::SPACED) && !stopped(next);
    let closed = |next: &Token| (next.is(ends | shape::MARK) && !hyphen(next) && !quotes(next)) || next.is_word(set::RELATIVE);
    if tokens.get(who.end).is_some_and(|next| !closed(next)) {
        return None;
    }
    let scope = clause_start(text, tokens, at - 1)..at;
    // `The dam, said Lena Huld, is old`
    let verb = class::BE | class::HAVE | class::DO | class::MODAL;
    let comma = (who.end..tokens.len().min(who.end + ADJUNCTS)).find(|at| tokens[*at].is(shape::MARK));
    let comma = comma.filter(|comma| tokens[*comma].is_mark(text, ",")).unwrap_or(who.end);
    let goes_on = tokens.get(comma).is_some_and(|next| next.is_mark(text, ",")) && tokens.get(comma + 1).is_some_and(|next| next.is(verb));
    // `The new party, said Huld in an interview, would win`: the first half is no statement.
    let half = comma > who.end && goes_on && !has_finite_verb(&tokens[scope.clone()]);
    let said = said_before(text, tokens, scope.clone()).filter(|_| !half);
    let whole = || interrupted(text, tokens, scope.start..clause_end(text, tokens, comma + 1)).filter(|_| goes_on);
    Some(SpokenBy { said: said.or_else(whole), who: who.clone(), scope, asserted: true, through: None })
}

/// Reads a speaker before the verb: `The mayor said it may fail.`, `“It may fail,” the mayor said.`
fn spoken_before(text: &str, tokens: &[Token], at: usize, sources: &[Range<usize>]) -> Option<SpokenBy> {
    if !(reports_speech(text, tokens, at, false) || asks(text, tokens, at) || responds(text, tokens, at)) {
        return None;
    }
    // `A guest, who feared reprisals, said`: the clause is a part of the source.
    let relative = at > 0 && tokens[at - 1].is_word(words!("who")) && tokens[at].is_word(words!("fear" | "fears" | "feared"));
    if relative && sources.iter().any(|source| source.start < at && at < source.end) {
        return None;
    }
    let Subject { who, end: auxiliaries, dependent } = subject_that_speaks(text, tokens, at, sources)?;
    let who = with_partners(text, tokens, who);
    let beside_role = tokens.get(who.end).is_some_and(|next| next.is_mark(text, ","));
    let first = role_before(text, tokens, who.start).filter(|_| beside_role).unwrap_or(who.start);
    let before = clause_start(text, tokens, first)..list_start(text, tokens, first);
    if let Some(scope) = interrupted_scope(text, tokens, &before, &who, at) {
        let said = interrupted(text, tokens, before.start..scope.end);
        let said = said.filter(|_| tokens[at].is_word(set::MERE_SAYING) || tokens[at].is_word(set::ADD));
        return Some(SpokenBy { who, scope, said, asserted: true, through: None });
    }
    if before.len() >= SHORTEST && !is_beside(text, &tokens[before.clone()]) && follows_claim(text, tokens, &who, at) {
        let said = said_before(text, tokens, before.clone());
        return Some(SpokenBy { who, scope: before, said, asserted: true, through: None });
    }
    let end = clause_end(text, tokens, at + 1);
    let end = if dependent { end_of_dependent(text, tokens, at, end) } else { end };
    let further = (at + 1..end).find(|further| adds(text, tokens, *further)).unwrap_or(end);
    let said = match object_of(text, tokens, who.start, at, further) {
        Object::Behind => said_behind(text, tokens, auxiliaries, at, further),
        Object::Before => None,
        Object::Predicate(said) => Some(said),
    };
    // `something Oster denies.`: the clause does not give what is said.
    let last = tokens.get(at + 1).is_none_or(|next| next.is_mark(text, "."));
    if last && who.start > 0 && said.is_none() && !is_break(text, &tokens[who.start - 1]) {
        return None;
    }
    if has_not_spoken(tokens, &who, auxiliaries..at) || is_mere_act(text, tokens, auxiliaries, at) {
        return None;
    }
    let asserted = is_asserted(tokens, who.start, auxiliaries, at);
    Some(SpokenBy { who, scope: governed(text, tokens, at, end), said, asserted, through: None })
}

/// Returns what follows the verb of `The dam, Lena Huld said, could leak`, where the speaker interrupts the claim that `before` begins.
fn interrupted_scope(text: &str, tokens: &[Token], before: &Range<usize>, who: &Range<usize>, at: usize) -> Option<Range<usize>> {
    let goes_on = tokens.get(at + 2).is_some_and(|verb| verb.is(class::BE | class::HAVE | class::DO | class::MODAL));
    let first = before.clone().next_back().filter(|last| tokens[*last].is_mark(text, ",")).map(|_| &tokens[before.clone()])?;
    (interrupts(text, tokens, who, at) && (goes_on || is_phrase(first))).then(|| at + 1..clause_end(text, tokens, at + 2))
}

/// Returns where the clause of `Huld, who said it may fail, left` ends: at a comma, unless it joins another phrase to what is said.
fn end_of_dependent(text: &str, tokens: &[Token], verb: usize, end: usize) -> usize {
    let comma = |at: &usize| tokens[*at].is_mark(text, ",") && !tokens[*at].is(shape::QUOTED);
    let Some(close) = (verb + 1..end).find(comma) else { return end };
    let joined = word_at(tokens, close + 1, words!("and" | "or")) && !(close + 1..end).any(|at| comma(&at));
    let act = |token: &Token| token.is(class::BE | class::HAVE | class::DO | class::MODAL | class::SAY | shape::ED);
    if joined && !tokens[close + 1..end].iter().any(act) { end } else { close }
}

/// Returns true for `As the talks go on,` before `others have weighed in`: a clause of the article's own.
fn is_beside(text: &str, clause: &[Token]) -> bool {
    // `Asked whether it holds,`
    let opens = |first: &Token| first.reads(words!("as")) || first.reads(set::SUBORDINATING);
    let next = |second: &Token| second.is(class::PREP) || second.is_word(words!("whether" | "if" | "why" | "how" | "what"));
    let asked = clause.first().is_some_and(|first| first.reads(set::BEING_ASKED)) && clause.get(1).is_some_and(next);
    // `For the best view, experts advise`
    let adjunct = clause.first().is_some_and(|first| first.is(class::PREP)) && !has_verb(clause);
    adjunct || asked || clause.first().is_some_and(opens) && clause.iter().filter(|token| token.is_mark(text, ",")).count() < 2
}

/// Returns true if the speaker has said it: not in `If Huld said`, `did not say` and `said little about his plan`.
fn is_asserted(tokens: &[Token], speaker: usize, auxiliaries: usize, verb: usize) -> bool {
    let negated = tokens[auxiliaries..verb].iter().any(|token| token.is(class::NEGATOR));
    let soon = speaker > 1 && tokens[speaker - 1].is_word(words!("as")) && tokens[speaker - 2].is_word(words!("soon"));
    let unreal = soon || (speaker > 0 && tokens[speaker - 1].reads(set::UNREAL));
    let silent = tokens[verb].is_word(set::SAID) && word_at(tokens, verb + 1, set::ANSWER);
    !unreal && !silent && !(negated && (tokens[verb].is_word(set::SAID) || tokens[verb].is(class::THINK)))
}

/// Returns true if what is said goes on behind the verb and a comma, and no quotation begins there.
fn interrupts(text: &str, tokens: &[Token], who: &Range<usize>, at: usize) -> bool {
    let quotes = tokens.get(at + 2).is_some_and(|next| is_quotation_mark(text, next) && next.is(shape::SPACED));
    let quotes = quotes && !(who.start > 1 && tokens[who.start - 2].is(shape::QUOTED));
    !quotes && tokens.get(at + 1).is_some_and(|next| next.is_mark(text, ",") && !next.is(shape::QUOTED))
}

//! A claim with its speaker, and where the claims of a sentence end each other.

use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// A claim and its speaker, as tokens of the sentence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SpokenBy {
    pub who: Range<usize>,
    /// What the claim governs: a hedge in it is the speaker's.
    pub scope: Range<usize>,
    /// What is said, as a unit of meaning; `None` if the sentence does not give it.
    pub said: Option<Range<usize>>,
    /// Whether it is asserted: not in `would not say when it could open`.
    pub asserted: bool,
    /// Who relays it: `AP` in `AP quoted him as saying`.
    pub through: Option<Range<usize>>,
}

/// Returns the speaker of the narrowest claim around token `at`. In a quotation, `I` and `we` are whoever is quoted.
pub(crate) fn whose(tokens: &[Token], claims: &[SpokenBy], at: usize) -> Option<Range<usize>> {
    let quoted = |claim: &&SpokenBy| !tokens[claim.who.start].reads(set::FIRST_PERSON);
    let holding = claims.iter().filter(|claim| claim.asserted && claim.scope.contains(&at)).filter(quoted);
    holding.min_by_key(|claim| claim.scope.len()).map(|claim| claim.who.clone())
}

/// Drops the second claim of `Oster said Nordhall did not announce the sale`: only Oster speaks.
pub(super) fn without_inner_denials(tokens: &[Token], claims: &mut Vec<SpokenBy>) {
    let outer: Vec<SpokenBy> = claims.clone();
    let inner = |claim: &SpokenBy| outer.iter().any(|other| other.who != claim.who && other.scope.contains(&claim.who.start));
    let silent = |claim: &SpokenBy| {
        let verb = claim.scope.start;
        let denied = claim.who.end < verb && tokens[claim.who.end..verb].iter().any(|token| token.is(class::NEGATOR));
        denied && !tokens[verb].is(class::THINK) && !tokens[claim.who.start].is(class::PRONOUN)
    };
    claims.retain(|claim| !(silent(claim) && inner(claim)));
}

/// Ends what is said before `, and the council said`: somebody else's claim.
pub(super) fn end_before_others(text: &str, tokens: &[Token], claims: &mut [SpokenBy]) {
    let speakers: Vec<usize> = claims.iter().map(|claim| claim.who.start).collect();
    let is_verb = |token: &Token| {
        token.is(class::BE | class::HAVE | class::DO | class::MODAL) || (token.is(shape::ED) && !token.is(shape::UPPER | class::MODIFIER))
    };
    let border = |start: usize, who: usize| {
        let comma = tokens[who - 2].is_mark(text, ",");
        let joined = tokens[who - 1].is_word(words!("and" | "but" | "while" | "whereas" | "as"));
        let clause = tokens[who - 1].is_word(words!("and" | "but" | "while" | "whereas")) && tokens[start..who - 1].iter().any(is_verb);
        (joined && (comma || clause)).then(|| if comma { who - 2 } else { who - 1 })
    };
    // `some recall a bang, others say it rolled over`
    let some = |who: usize| tokens[who].reads(words!("some" | "many" | "several"));
    let others = |who: usize| tokens[who].is_word(words!("others")) && tokens[who - 1].is_mark(text, ",");
    for claim in claims {
        let first = claim.who.start;
        let Some(said) = &mut claim.said else { continue };
        let behind = speakers.iter().filter(|who| **who > said.start + 2 && **who < said.end && !tokens[**who].is(shape::QUOTED));
        let border = |who: usize| if some(first) && others(who) { Some(who - 1) } else { border(said.start, who) };
        if let Some(end) = behind.filter_map(|who| border(*who)).min() {
            said.end = end;
        }
    }
}

/// Ends what is said before `, Reuters reported` and `, according to Reuters`: somebody relays the whole claim.
pub(super) fn end_before_relays(text: &str, tokens: &[Token], claims: &mut [SpokenBy]) {
    let relays: Vec<(Range<usize>, usize)> = claims.iter().map(|claim| (claim.scope.clone(), claim.who.start)).collect();
    for claim in claims {
        let Some(said) = &mut claim.said else { continue };
        let relay = relays.iter().filter(|(_, who)| !tokens[*who].reads(set::FIRST_PERSON));
        let relay =
            relay.filter(|(scope, who)| scope.contains(&claim.who.start) && *who > claim.who.start && *who > said.start && *who < said.end);
        let comma = |who: usize| (said.start..who).rev().take(3).find(|at| tokens[*at].is_mark(text, ","));
        if let Some(end) = relay.filter_map(|(_, who)| comma(*who)).min() {
            said.end = end;
        }
        if said.len() < 2 {
            claim.said = None;
        }
    }
}

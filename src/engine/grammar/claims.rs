//! Reported speech: whose claim a part of a sentence is.

use crate::engine::grammar::clause::{noun_phrase_at, noun_phrase_before, subject};
use crate::engine::grammar::reporting_verbs::reports_speech;
use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, is_known, set, words};
use std::ops::Range;

/// A claim and its speaker: `who` says what stands in `scope`, both as tokens of the sentence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SpokenBy {
    pub who: Range<usize>,
    pub scope: Range<usize>,
}

const ACCORDING: &str = "according";
/// The fewest tokens of a claim before its speaker, so that `but` in `but Reuters reported, citing ...` is none.
const SHORTEST: usize = 3;

/// Returns the claims of a sentence.
pub(crate) fn claims(text: &str, tokens: &[Token]) -> Vec<SpokenBy> {
    (0..tokens.len()).filter_map(|at| claim(text, tokens, at)).collect()
}

/// Returns the speaker of the narrowest claim around token `at`.
pub(crate) fn whose(claims: &[SpokenBy], at: usize) -> Option<Range<usize>> {
    let holding = claims.iter().filter(|claim| claim.scope.contains(&at));
    holding.min_by_key(|claim| claim.scope.len()).map(|claim| claim.who.clone())
}

fn claim(text: &str, tokens: &[Token], at: usize) -> Option<SpokenBy> {
    let according = tokens[at].span.len() == ACCORDING.len()
        && matches!(tokens[at].byte, b'a' | b'A')
        && tokens[at].span.of(text).eq_ignore_ascii_case(ACCORDING)
        && tokens.get(at + 1)?.is_word(words!("to"));
    if according {
        let who = noun_phrase_at(text, tokens, at + 2)?;
        let scope = if at == 0 { who.end..tokens.len() } else { clause_start(text, tokens, at)..at };
        return Some(SpokenBy { who, scope });
    }
    if !is_verb_of_claim(tokens, at) {
        return None;
    }
    let after_clause = at > 0 && is_break(text, &tokens[at - 1]);
    let speaker = noun_phrase_at(text, tokens, at + 1).filter(|_| after_clause && tokens[at].is(class::SAY));
    // In `The mayor, Ana Ruiz, said the port could close` the phrase behind the verb has a verb of its own.
    let free = |who: &Range<usize>| {
        tokens.get(who.end).is_none_or(|next| !next.is(class::BE | class::HAVE | class::MODAL | class::SAY | class::NEGATOR))
    };
    if let Some(who) = speaker.filter(free) {
        return Some(SpokenBy { who, scope: clause_start(text, tokens, at - 1)..at });
    }
    if !reports_speech(text, tokens, at, false) {
        return None;
    }
    let who = antecedent(text, tokens, subject(text, tokens, at)?);
    let ends_here = tokens.get(at + 1).is_none_or(|next| is_break(text, next) || next.is_mark(text, "."));
    let before = clause_start(text, tokens, who.start)..who.start;
    // `“It may fail,” she told the chamber.`
    let after_quotation = who.start >= 2
        && is_break(text, &tokens[who.start - 1])
        && tokens[who.start - 2..who.start].iter().any(|token| token.is(shape::QUOTED));
    let after_comma = who.start > 0 && is_break(text, &tokens[who.start - 1]) && !tokens[who.start - 1].is_mark(text, ";");
    let ends_here = ends_here || (after_comma && only_adjuncts(text, tokens, at + 1));
    let scope = if (ends_here || after_quotation) && before.len() >= SHORTEST { before } else { at..clause_end(text, tokens, at + 1) };
    Some(SpokenBy { who, scope })
}

/// The longest `on Tuesday in the capital` behind a verb, in tokens.
const ADJUNCTS: usize = 6;

/// Returns true if nothing but time and place follows up to the next break: `..., the ministry said on Tuesday.`
fn only_adjuncts(text: &str, tokens: &[Token], start: usize) -> bool {
    let adjunct = |token: &Token| token.is(class::PREP | class::WEEKDAY | class::MONTH | class::ADVERB) && !token.is(class::PRONOUN);
    let end = (start..tokens.len()).find(|at| is_break(text, &tokens[*at]) || tokens[*at].is_mark(text, ".")).unwrap_or(tokens.len());
    tokens.get(start).is_some_and(adjunct) && end - start <= ADJUNCTS
}

/// Returns the antecedent of `who`: `Ilse Maran` in `Ilse Maran, who told parliament`.
fn antecedent(text: &str, tokens: &[Token], who: Range<usize>) -> Range<usize> {
    let relative = who.len() == 1 && tokens[who.start].is_word(words!("who"));
    let end = who.start - usize::from(who.start > 0 && tokens[who.start - 1].is_mark(text, ","));
    if relative { noun_phrase_before(text, tokens, end).unwrap_or(who) } else { who }
}

/// Returns true if the phrase carries a name: a capital that is not only the start of the sentence.
pub(crate) fn is_named(phrase: &[Token]) -> bool {
    let not_one = class::PRONOUN | class::DET | class::WEEKDAY | class::MONTH | class::ADVERB | class::PREP;
    let name = |token: &Token| token.is(shape::CAPITAL) && !token.is(not_one);
    let opening = |token: &Token| token.is(shape::UPPER) && (!is_known(token.word) || token.is(class::OUTLET));
    // `The defence ministry` is an organisation that the article identifies.
    let definite = phrase.first().is_some_and(|first| first.is(class::DET) && !first.is(class::NUMBER));
    let institution = definite && phrase.last().is_some_and(|last| last.is(class::INSTITUTION));
    phrase.iter().any(name) || phrase.first().is_some_and(opening) || institution
}

/// Returns true if the name of a person stands among the tokens: a title and a name, or two names that are no words of the lexicon.
pub(crate) fn is_person(tokens: &[Token]) -> bool {
    let name = |token: &Token| token.is(shape::CAPITAL) && !is_known(token.word);
    tokens.windows(2).any(|pair| (name(&pair[0]) || pair[0].is(class::TITLE)) && name(&pair[1]))
}

/// Returns true for a finite verb of saying or thinking, not a noun of that form (`the report`, `a claim`).
fn is_verb_of_claim(tokens: &[Token], at: usize) -> bool {
    // Most words are none.
    if !tokens[at].is(class::SAY | class::THINK) {
        return false;
    }
    let nominal = at > 0 && tokens[at - 1].is(class::DET | class::PREP | class::NUMBER) && !tokens[at - 1].is(class::PRONOUN | class::CONJ);
    let infinitive = at > 0 && tokens[at - 1].is(class::PREP);
    // `the United States persist`: a capital is a name, not a verb.
    !tokens[at].is(shape::CAPITAL) && !tokens[at].is(shape::ING | class::MODAL | class::PREP) && !nominal && !infinitive
}

fn is_break(text: &str, token: &Token) -> bool {
    token.is(shape::MARK) && matches!(token.span.of(text), "," | "\"" | "”" | "“" | "—" | "–" | ":" | "'" | "’" | "»" | ";")
}

/// Returns where the clause before `end` begins: after a semicolon, or after `, but` where somebody else's claim ends.
fn clause_start(text: &str, tokens: &[Token], end: usize) -> usize {
    let cut = |at: &usize| tokens[*at].is_mark(text, ";") || (tokens[*at].is_mark(text, ",") && turns(tokens, at + 1));
    (0..end.saturating_sub(1)).rev().find(cut).map_or(0, |at| at + 1)
}

/// Returns where the clause that begins at `start` ends.
fn clause_end(text: &str, tokens: &[Token], start: usize) -> usize {
    let cut = |at: &usize| tokens[*at].is_mark(text, ";") || (tokens[*at].is_mark(text, ",") && turns(tokens, at + 1));
    (start..tokens.len()).find(cut).unwrap_or(tokens.len())
}

fn turns(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.is_word(set::CONTRAST))
}

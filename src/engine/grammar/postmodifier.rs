//! Noun phrases: participles and clauses behind the head, with the verb of saying that follows them.

use crate::engine::grammar::noun_phrase::VERBAL;
use crate::engine::grammar::relative_clause::CLAUSE;
use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// Returns the verb of saying behind a participle or a clause that belongs to the phrase.
pub(super) fn verb_behind_clause(tokens: &[Token], head_end: usize, at: usize) -> Option<usize> {
    let clause = busy_until(tokens, head_end, at).or_else(|| contact_clause(tokens, head_end, at));
    clause.or_else(|| circulated_until(tokens, head_end, at))
}

/// Returns the verb of saying behind a participle that tells what the people do or suffer: `Police searching the lake say`,
/// `Students camped on the steps accuse`.
fn busy_until(tokens: &[Token], head_end: usize, at: usize) -> Option<usize> {
    const OTHER: u64 = VERBAL | class::CONJ | class::SAY | class::THINK | shape::MARK | class::NEGATOR;
    let last = &tokens[head_end - 1];
    let people = last.is(shape::PLURAL | shape::AGENTS | shape::AGENT) || last.reads(set::STANDING_BODY) || last.reads(words!("those"));
    if !people || !is_participle_of_people(tokens, at) {
        return None;
    }
    let verb = at + 1 + tokens[at + 1..].iter().take(CLAUSE).take_while(|token| !token.is(OTHER)).count();
    let said = tokens.get(verb).is_some_and(|token| token.is_word(set::HUMAN_SPEECH));
    (said && verb > at + 1 && !tokens[verb - 1].is(class::DET | class::PREP | shape::UPPER)).then_some(verb)
}

/// Returns true for `searching`, and for `camped` before anything but an object.
fn is_participle_of_people(tokens: &[Token], at: usize) -> bool {
    let past = tokens[at].is(shape::ED) || tokens[at].is_word(set::IRREGULAR_ACT);
    let place =
        |next: &Token| next.is(class::PREP | class::ADVERB | shape::LY) || next.is_word(set::PARTICLE) || next.is_word(words!("to" | "by"));
    let suffered = past && tokens.get(at + 1).is_some_and(place);
    (tokens[at].is(shape::ING) || suffered) && !tokens[at].is(class::SAY | class::THINK | class::SIGNAL)
}

/// Returns the verb behind a participle that tells where a document is: `Invoices lodged with the court on Monday show`.
fn circulated_until(tokens: &[Token], head_end: usize, at: usize) -> Option<usize> {
    const OTHER: u64 = VERBAL | shape::MARK | class::CONJ | class::SIGNAL | class::PRONOUN;
    let document = tokens[head_end - 1].is(class::EVIDENCE) || tokens[head_end - 1].is_word(set::PAPER);
    if at != head_end || !document || !tokens[at].is_word(set::CIRCULATED) {
        return None;
    }
    let told = |token: &Token| token.is_word(set::TELL_OF) && !token.is_word(set::CIRCULATED);
    let words = tokens[at + 1..].iter().take(CLAUSE).take_while(|token| !token.is(OTHER) && !told(token)).count();
    let verb = at + 1 + words;
    let signals = tokens.get(verb).is_some_and(|token| token.is(class::SIGNAL) || told(token));
    (signals && words > 0 && !tokens[verb - 1].is(class::DET | class::PREP)).then_some(verb)
}

/// Returns the verb of saying behind a clause without `whom`: `Experts we spoke to say`.
fn contact_clause(tokens: &[Token], head_end: usize, at: usize) -> Option<usize> {
    let act = tokens.get(at + 1).filter(|_| at == head_end && tokens[at].reads(set::SUBJECT_PRONOUN))?;
    let past = act.is(shape::ED | class::HAVE) || act.is_word(set::IRREGULAR_ACT);
    let verb = at + 2 + tokens[at + 2..].iter().take(CLAUSE).take_while(|token| !token.is(shape::MARK | class::CONJ | class::SAY)).count();
    let said = tokens.get(verb).is_some_and(|token| token.is_word(set::HUMAN_SPEECH));
    (past && !act.is(class::SAY | class::THINK) && said).then_some(verb)
}

//! Claims with `according to`.

use crate::engine::grammar::claim_scope::{ADJUNCTS, clause_end, clause_start};
use crate::engine::grammar::clause::{has_finite_verb, noun_phrase_at};
use crate::engine::grammar::said::{interrupted, said_before};
use crate::engine::grammar::speaker::is_person;
use crate::engine::grammar::speaker_phrase::{end_of_apposition, name_behind_role, whole_name};
use crate::engine::grammar::spoken_by::SpokenBy;
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

const ACCORDING: &str = "according";

/// Returns true for the `according` of `according to`.
pub(super) fn is_according(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens[at].span.len() == ACCORDING.len()
        && matches!(tokens[at].byte, b'a' | b'A')
        && tokens[at].span.of(text).eq_ignore_ascii_case(ACCORDING)
        && tokens.get(at + 1).is_some_and(|next| next.is_word(words!("to")))
}

/// Reads `It leaks, according to Lena Huld` and `According to Lena Huld, it leaks`.
pub(super) fn according(text: &str, tokens: &[Token], at: usize) -> Option<SpokenBy> {
    let who = speaker_behind(text, tokens, at + 2)?;
    // `According to the Courier he said it leaks`: who relays the claim.
    let relays = tokens.get(who.end).is_some_and(|next| next.reads(set::SUBJECT_PRONOUN));
    if relays && tokens.get(who.end + 1).is_some_and(|next| next.is_word(set::SAID)) {
        return None;
    }
    let opens = opens_sentence(text, tokens, at);
    if let Some(claim) = behind_clause(text, tokens, &who).filter(|_| opens) {
        return Some(claim);
    }
    // `According to Reuters, the mayor, Lena Huld, left`: the office is no outlet's.
    let role = tokens.get(who.end + 1).is_some_and(|next| next.is_word(words!("the"))) && !is_person(&tokens[who.clone()]);
    let office = role && tokens.get(who.end + 2).is_some_and(|next| next.is(class::TITLE));
    let comma = end_of_apposition(text, tokens, who.end)
        .filter(|_| !office)
        .or_else(|| (who.end..tokens.len().min(who.end + ADJUNCTS * 2)).find(|at| tokens[*at].is_mark(text, ",")));
    // `It holds, according to Lena Huld, who saw it`
    // `According to Reuters the mayor, Lena Huld, left`
    let comma = comma.filter(|_| !tokens.get(who.end).is_some_and(|next| next.is(class::DET)));
    let comma = comma.filter(|comma| !word_at(tokens, comma + 1, set::RELATIVE) && has_finite_verb(&tokens[*comma..]));
    // `This time, according to Reuters, it holds`
    let before = clause_start(text, tokens, at)..at;
    let opens = opens || (comma.is_some() && !has_finite_verb(&tokens[before]));
    let scope = if opens { comma.unwrap_or(who.end)..tokens.len() } else { clause_start(text, tokens, at)..at };
    // `The tax, according to Lena Huld, may fail`: the speaker interrupts the claim.
    let goes_on = comma.filter(|comma| {
        let verb = class::BE | class::HAVE | class::DO | class::MODAL;
        at > 1 && tokens[at - 1].is_mark(text, ",") && tokens.get(comma + 1).is_some_and(|next| next.is(verb))
    });
    if let Some(comma) = goes_on {
        let end = clause_end(text, tokens, comma + 1);
        let start = clause_start(text, tokens, at);
        // `Huld noted that the tax, according to two clerks, may fail`
        let inner = (start..at).rev().find(|that| tokens[*that].is_word(words!("that"))).map_or(start, |that| that + 1);
        let said = interrupted(text, tokens, inner..end);
        return Some(SpokenBy { who, scope: comma..end, said, asserted: true, through: None });
    }
    let said = said_before(text, tokens, scope.clone());
    Some(SpokenBy { who, scope, said, asserted: true, through: None })
}

/// Returns true for `according` at the beginning of a sentence, behind a colon and behind `and`.
fn opens_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    let joins = |token: &Token| token.is_word(words!("and" | "but" | "that" | "which"));
    let colon = at > 0 && (tokens[at - 1].is_mark(text, ":") || tokens[at - 1].is_mark(text, ";"));
    let clause = at > 1 && (joins(&tokens[at - 1]) || (tokens[at - 1].is_mark(text, ",") && joins(&tokens[at - 2])));
    at == 0 || colon || clause || !tokens[..at].iter().any(|token| token.is(shape::WORD) && !token.is(class::CONJ))
}

/// Reads `According to a sailor, whose account was shared by a union, it holds`.
fn behind_clause(text: &str, tokens: &[Token], who: &Range<usize>) -> Option<SpokenBy> {
    let relative = word_at(tokens, who.end + 1, set::RELATIVE) || word_at(tokens, who.end + 1, words!("whose"));
    let opens = relative && tokens.get(who.end).is_some_and(|comma| comma.is_mark(text, ","));
    let close = (who.end + 1..tokens.len()).find(|at| opens && tokens[*at].is_mark(text, ","))?;
    let scope = close..tokens.len();
    let said = said_before(text, tokens, scope.clone());
    has_finite_verb(&tokens[close..]).then(|| SpokenBy { who: who.clone(), scope, said, asserted: true, through: None })
}

/// Returns the speaker behind `according to`.
fn speaker_behind(text: &str, tokens: &[Token], at: usize) -> Option<Range<usize>> {
    // `According to So, it leaks`
    let word = tokens.get(at).is_some_and(|name| name.is(shape::CAPITAL) && name.is(class::PREP | class::CONJ | class::ADVERB));
    let word = word && tokens.get(at + 1).is_none_or(|next| next.is(shape::MARK));
    let who = if word { Some(at..at + 1) } else { noun_phrase_at(text, tokens, at) }?;
    // `USA Today`
    let today = tokens[who.end - 1].is(shape::UPPER)
        && tokens.get(who.end).is_some_and(|next| next.is(shape::CAPITAL) && next.reads(words!("today")));
    let who = who.start..who.end + usize::from(today);
    Some(name_behind_role(text, tokens, whole_name(text, tokens, who)))
}

//! Noun phrases: the clauses with `who` and `whose` behind the head, and those that withhold its name.

use crate::engine::grammar::noun_phrase::{VERBAL, is_possessive};
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// How many tokens a clause behind the head may take.
pub(super) const CLAUSE: usize = 25;

/// Returns the end of a clause that withholds the name, with its marks: `, insisting on anonymity,` and `whose name is being withheld`.
pub(super) fn withheld_end(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let close = if tokens[at].is_mark(text, ",") { Some(",") } else { closing_mark(text, &tokens[at]) };
    let first = at + usize::from(close.is_some());
    if !word_at(tokens, first, set::ABOUT_THE_NAME) {
        return None;
    }
    let clause = tokens[first..].iter().take(CLAUSE).take_while(|token| !token.is(shape::MARK) || token.is_apostrophe(text)).count();
    let last = first + name_kept_back(&tokens[first..first + clause])?;
    // `who said the letter was anonymous`
    if tokens[first..last].iter().any(|token| token.is_word(set::HUMAN_SPEECH) && !token.is(shape::ING)) {
        return None;
    }
    let end = first + clause;
    if let Some(close) = close {
        return Some(end + usize::from(tokens.get(end).is_some_and(|token| token.is_mark(text, close))));
    }
    let reason = tokens.get(last + 1).is_some_and(|next| next.is(class::PREP | class::CONJ));
    let says = |at: &usize| tokens[*at].is(class::SAY) && !tokens[at - 1].is(class::PREP | class::DET);
    Some(if reason { (last + 1..end).find(says).unwrap_or(end) } else { last + 1 })
}

/// Returns the word of a clause that shows that the name is withheld: `named` in `who asked not to be named`, nothing in `who named the suspect`.
pub(crate) fn name_kept_back(clause: &[Token]) -> Option<usize> {
    let first = clause.first()?;
    if first.is_word(words!("whose")) {
        return clause.iter().position(|token| token.is_word(set::NAME_KEPT));
    }
    let told = first.is_word(words!("who" | "whom"));
    let kept_back = |token: &Token| token.is(class::NEGATOR) || token.is_word(set::DECLINE_OR_ASK);
    let last = (0..clause.len()).find(|at| {
        let around = &clause[..clause.len().min(at + 2)];
        let kept = || clause[*at].is_word(set::KEPT_ANONYMOUS) || around.iter().any(kept_back);
        clause[*at].reads(set::NAME_WITHHELD) && (!told || kept())
    })?;
    // `who gave his name only as Piet`
    Some(last + usize::from(clause.get(last + 1).is_some_and(kept_back)))
}

/// Returns the mark that closes an aside in brackets or dashes.
pub(super) fn closing_mark(text: &str, open: &Token) -> Option<&'static str> {
    let dash = ["–", "—", "-"].into_iter().find(|dash| open.is_mark(text, dash) && (*dash == "—" || open.is(shape::SPACED)));
    if open.is_mark(text, "(") { Some(")") } else { dash }
}

/// Returns the end of a relative clause: `, who asked not to be named,` and `(who asked not to be named)` with their marks, `who attended the
/// talks` up to the verb of the sentence.
pub(super) fn clause_end(text: &str, tokens: &[Token], start: usize) -> usize {
    let close = closing_mark(text, &tokens[start]).unwrap_or(",");
    let in_marks = tokens[start].is(shape::MARK);
    let limit = tokens.len().min(start + CLAUSE);
    let auxiliary = |token: &&Token| token.is(VERBAL | class::ADVERB | class::NEGATOR | shape::LY);
    let own_verb = start + 1 + usize::from(in_marks);
    let own_verb = if tokens[start].is_word(words!("whose")) { verb_of_owned(tokens, own_verb, limit) } else { own_verb };
    let own_verb = own_verb + tokens[own_verb.min(limit)..limit].iter().take_while(auxiliary).count();
    if tokens[start].is_mark(text, ",") && says_more(&tokens[own_verb.min(limit)..limit]) {
        return start;
    }
    let mut at = start + 2;
    while at < limit {
        let token = &tokens[at];
        if token.is_mark(text, close) {
            return if in_marks { at + 1 } else { at };
        }
        let infinitive = tokens[at - 1].is_word(words!("to"));
        let next_verb = at > own_verb && !infinitive && (token.is(VERBAL) || (token.is(class::SAY) && !is_noun_of_saying(tokens, at)));
        let mark = token.is(shape::MARK) && !token.is_mark(text, "-") && !is_possessive(text, token);
        // `A guard who resigned and a nurse said`
        let another = token.is_word(words!("and")) && tokens.get(at + 1).is_some_and(|next| next.is(class::DET | class::NUMBER));
        let ended = another && tokens[at - 1].is(shape::ED | class::PERIOD | class::WEEKDAY | class::ADVERB) && at > own_verb;
        if mark || (!in_marks && (next_verb || ended)) {
            return at;
        }
        at += 1;
    }
    if at == tokens.len() { at } else { start }
}

/// Returns true behind an article or a preposition, where the form is a noun: `the claim`. In `who met her said` it is the verb.
fn is_noun_of_saying(tokens: &[Token], at: usize) -> bool {
    let object = tokens[at - 1].reads(words!("her" | "that" | "this" | "both" | "all")) && tokens[at].is_word(set::SAID_OR_TOLD);
    tokens[at - 1].is(class::PREP | class::DET) && !object
}

/// Returns where the verb of a clause with `whose` may stand: behind the words that are owned.
fn verb_of_owned(tokens: &[Token], first: usize, limit: usize) -> usize {
    const OWNED: usize = 5;
    let verbal = |at: &usize| tokens[*at].is(VERBAL | shape::ED) || tokens[*at].is_word(set::IRREGULAR_ACT);
    (first + 1..limit.min(first + OWNED)).find(verbal).unwrap_or(first + 1)
}

/// Returns true for a clause that tells more of what is said, and nothing of the name: `, who said the deal was dead`.
fn says_more(clause: &[Token]) -> bool {
    let clause = &clause[..clause.iter().take_while(|token| !token.is(shape::MARK)).count()];
    // `, who feared reprisals,` tells of the person, and nothing that is said.
    let says = |verb: &Token| verb.is_word(set::HUMAN_SPEECH) && !verb.is_word(words!("fear" | "fears" | "feared"));
    clause.first().is_some_and(says) && !clause.iter().any(|token| token.is_word(set::NAME_WITHHELD))
}

//! Where what is said ends and the article goes on in its own words: `called for calm, even though`, `“irreversible” as they met`,
//! `is poised for a step, in a document seen by the Courier`, `had clear deadlines, and expressed hope`.

use crate::engine::grammar::clause::noun_phrase_at;
use crate::engine::grammar::said_edges::{is_quotation_mark, trimmed};
use crate::engine::grammar::speaker::{head, is_named};
use crate::engine::grammar::spoken_by::SpokenBy;
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// How many words may stand between `in a` and the document behind a comma.
const DOCUMENT: usize = 4;

/// The fewest tokens that are left of what is said.
const LEFT: usize = 2;

/// Ends what is said before the article's own words.
pub(super) fn end_before_own_words(text: &str, tokens: &[Token], claims: &mut [SpokenBy]) {
    for claim in claims {
        let Some(said) = claim.said.clone().filter(|said| said.start >= claim.who.end) else { continue };
        let said = behind_adverb(text, tokens, said);
        let ends = |at: &usize| {
            is_concession(text, tokens, &said, *at)
                || is_beside_quotation(text, tokens, &said, *at)
                || names_document(text, tokens, *at, said.end)
                || is_second_act(text, tokens, &said, *at)
                || is_main_verb(tokens, claim.who.start, &said, *at)
        };
        let end = (said.start + LEFT..said.end).find(ends).unwrap_or(said.end);
        // `, however`
        let however = end > said.start + LEFT && tokens[end - 1].is_word(words!("however")) && !tokens[end - 1].is(shape::QUOTED);
        let end = if however { end - 1 } else { end };
        claim.said = Some(if end < said.end { trimmed(text, tokens, said.start..end) } else { said });
    }
}

/// Returns what is said without the adverb of `tweeted further, “It leaks”`.
fn behind_adverb(text: &str, tokens: &[Token], said: Range<usize>) -> Range<usize> {
    let adverb = tokens[said.start].is(class::ADVERB | shape::LY) || tokens[said.start].is_word(words!("further"));
    let quotes = said.len() > LEFT + 1 && is_comma(text, tokens, said.start + 1) && is_quotation_mark(text, &tokens[said.start + 2]);
    if adverb && quotes { said.start + 2..said.end } else { said }
}

/// Returns true for the comma of `called on them to come home, even though`: behind an appeal the reason against it is the article's.
fn is_concession(text: &str, tokens: &[Token], said: &Range<usize>, at: usize) -> bool {
    let appeal = tokens[said.start].is(class::SAY) && !tokens[said.start].is(shape::QUOTED);
    let concedes = word_at(tokens, at + 1, words!("although" | "though" | "despite"))
        || (word_at(tokens, at + 1, words!("even")) && word_at(tokens, at + 2, words!("though" | "as")));
    appeal && concedes && is_comma(text, tokens, at)
}

/// Returns true for the `as` and the comma behind a quotation, where most articles go on in their own words: `“irreversible” as they met`,
/// `“almost over” in Oster, where`.
fn is_beside_quotation(text: &str, tokens: &[Token], said: &Range<usize>, at: usize) -> bool {
    if tokens[at].is(shape::QUOTED) || !tokens[said.start..at].iter().any(|token| token.is(shape::QUOTED)) {
        return false;
    }
    let closed = at > said.start && (is_quotation_mark(text, &tokens[at - 1]) || tokens[at - 1].is_mark(text, ","));
    let subject = tokens.get(at + 1).is_some_and(|next| next.is(class::PRONOUN | shape::UPPER) || next.reads(set::POSSESSIVE));
    let goes_on = closed && tokens[at].is_word(words!("as" | "while")) && subject;
    let quotes_again = || tokens[at..said.end].iter().any(|token| token.is(shape::QUOTED));
    let clause = tokens.get(at + 2).is_some_and(|next| next.is(class::DET | class::PRONOUN | class::NUMBER | shape::UPPER | shape::DIGITS));
    let clause = clause || word_at(tokens, at + 2, words!("more"));
    let relative = is_comma(text, tokens, at) && word_at(tokens, at + 1, words!("where")) && clause;
    (goes_on || relative) && !quotes_again()
}

/// Returns true for the comma of `, in a document seen by the Courier`.
fn names_document(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    if !is_comma(text, tokens, at) || !word_at(tokens, at + 1, words!("in" | "according")) || !word_at(tokens, at + 2, words!("a" | "an")) {
        return false;
    }
    let last = end.min(at + 3 + DOCUMENT);
    (at + 3..last).any(|noun| tokens[noun].is_word(set::OCCASION) || tokens[noun].is_word(words!("document" | "memo" | "video" | "filing")))
}

/// Returns true for the `and` before another act of the speaker: `had clear deadlines, and expressed hope`. Where the clause is about somebody
/// who can speak, its subject may act.
fn is_second_act(text: &str, tokens: &[Token], said: &Range<usize>, at: usize) -> bool {
    if !tokens[at].is_word(words!("and" | "but")) || tokens[at].is(shape::QUOTED) {
        return false;
    }
    let adverbs = tokens[at + 1..said.end].iter().take_while(|token| token.is(shape::LY | class::ADVERB)).count();
    let Some(verb) = tokens.get(at + 1 + adverbs).filter(|_| at + 1 + adverbs < said.end) else { return false };
    if !verb.is(shape::ED) || verb.is(shape::QUOTED) || !(verb.is_word(set::SECOND_VERB) || verb.is_word(set::SECOND_ACT)) {
        return false;
    }
    let Some(subject) = subject_of_clause(text, tokens, said) else { return false };
    let phrase = &tokens[subject.clone()];
    let speaks = class::INSTITUTION | class::OFFICE | class::TITLE | class::OUTLET | class::EVIDENCE | shape::AGENT | shape::AGENTS;
    let thing = !is_named(phrase) && !head(phrase).is(speaks) && !head(phrase).reads(set::MAY_ACT);
    let person = phrase[0].is(class::PRONOUN) && !phrase[0].is(class::DET) && !phrase[0].reads(words!("it" | "there"));
    let relative = |token: &Token| token.is_word(set::RELATIVE);
    subject.end < at && thing && !person && !tokens[subject.end..at].iter().any(relative)
}

/// How far before a speaker the `in which` of its clause may stand, in tokens.
const BEFORE_SPEAKER: usize = 8;

/// Returns true for the verb of the sentence around a relative clause: the second `had` of `a video in which he said that it had failed had spread`.
fn is_main_verb(tokens: &[Token], who: usize, said: &Range<usize>, at: usize) -> bool {
    let auxiliary =
        |token: &Token| token.is(class::BE | class::HAVE) && !token.is(shape::ING) && !token.reads(words!("'s" | "be" | "been"));
    let plain = |token: &&Token| token.is(shape::WORD);
    let before = tokens[..who].iter().rev().take(BEFORE_SPEAKER).take_while(plain);
    let which = before.clone().position(|token| token.is_word(words!("which"))).and_then(|which| who.checked_sub(which + 2));
    let relative = which.is_some_and(|before| tokens[before].is(class::PREP));
    let finite = tokens[said.start..at].iter().any(|token| token.is(class::BE | class::HAVE | class::MODAL | shape::ED));
    let joined = tokens[at - 1].is(class::CONJ | class::PRONOUN | class::BE | class::HAVE | class::MODAL | class::ADVERB | shape::MARK)
        || tokens[at - 1].is_word(set::RELATIVE);
    let other = |token: &Token| token.is(class::CONJ | shape::MARK) || token.is_word(set::RELATIVE);
    relative && finite && auxiliary(&tokens[at]) && !joined && !tokens[said.start..at].iter().any(other)
}

/// Returns the subject of a clause, without its `that`.
fn subject_of_clause(text: &str, tokens: &[Token], said: &Range<usize>) -> Option<Range<usize>> {
    let start = said.start + usize::from(tokens[said.start].is_word(words!("that")));
    if tokens.get(start)?.reads(words!("it" | "there")) {
        return Some(start..start + 1);
    }
    noun_phrase_at(text, tokens, start).filter(|subject| subject.end < said.end)
}

fn is_comma(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens[at].is_mark(text, ",") && !tokens[at].is(shape::QUOTED)
}

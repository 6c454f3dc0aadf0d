//! Speakers that no rule knows: the subject of a verb by which only people speak, `a beekeeper` in `a beekeeper told the council`.

use crate::engine::grammar::clause::{noun_phrase_at, noun_phrase_before};
use crate::engine::grammar::noun_phrase::is_quote;
use crate::engine::grammar::speech_by_position::follows_quotation;
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// How many adverbs and auxiliaries may stand between a subject and its verb.
const BETWEEN: usize = 4;

/// The head of a noun phrase that speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Speaker {
    pub head: usize,
    /// True for people without a number: `beekeepers`. False for `a beekeeper` and `two beekeepers`.
    pub group: bool,
}

/// Returns the speakers of a sentence whose heads may be any noun.
pub(crate) fn speakers(text: &str, tokens: &[Token]) -> Vec<Speaker> {
    let spoken = |at: &usize| tokens[*at].is_word(set::HUMAN_SPEECH) || by_position(text, tokens, *at);
    let verbs = (0..tokens.len()).filter(|at| !tokens[*at].is(shape::MARK | shape::ING | shape::CITATION) && spoken(at));
    verbs.filter_map(|verb| before(text, tokens, verb).or_else(|| behind(text, tokens, verb))).collect()
}

/// Returns true for a verb that may report speech by its place: before `that`, behind a quotation or a subject that follows one.
fn by_position(text: &str, tokens: &[Token], verb: usize) -> bool {
    const REACH: usize = 14;
    let past = tokens[verb].is(shape::ED)
        && !tokens[verb].is(class::BE | class::HAVE | class::SIGNAL | shape::UPPER)
        && !tokens[verb].is_word(set::NO_SPEECH_BEFORE_THAT);
    let clause = |at: usize| word_at(tokens, at, words!("that")) || (tokens[at].is_mark(text, ":") && is_quote(text, tokens, at + 1));
    let before_clause = || (verb + 1..tokens.len().min(verb + 3)).any(clause);
    let behind = || (verb.saturating_sub(REACH)..=verb).any(|at| follows_quotation(text, tokens, at));
    past && (before_clause() || behind())
}

/// Returns the speaker before its verb: `Beekeepers in the valley have said`.
fn before(text: &str, tokens: &[Token], verb: usize) -> Option<Speaker> {
    let skipped = class::ADVERB | class::HAVE | class::DO | class::NEGATOR | shape::LY;
    let between = tokens[..verb].iter().rev().take(BETWEEN).take_while(|token| token.is(skipped) && !token.is(class::PRONOUN)).count();
    let finite = tokens[verb].is(shape::ED | shape::PLURAL) || tokens[verb].is_word(set::SAID_OR_TOLD);
    // `An equality think tank`, `losing gadgets explains the rise`: number and ending agree.
    let third_person = tokens[verb].is(shape::PLURAL);
    // `three altar boys allege that`
    let base = !third_person && tokens.get(verb + 1).is_some_and(|next| next.is(class::DET | class::PRONOUN));
    speaker(tokens, noun_phrase_before(text, tokens, verb - between)?)
        .filter(|speaker| if speaker.group { !third_person } else { finite || (base && tokens[speaker.head].is(shape::PLURAL)) })
}

/// Returns the speaker behind its verb: `"It may fail," said one beekeeper`.
fn behind(text: &str, tokens: &[Token], verb: usize) -> Option<Speaker> {
    let quoted = verb > 1
        && tokens[verb - 1].is(shape::MARK)
        && (tokens[verb].is_word(set::QUOTING) || follows_quotation(text, tokens, verb))
        && tokens[verb - 2].is(shape::QUOTED | shape::MARK);
    if quoted { speaker(tokens, noun_phrase_at(text, tokens, verb + 1)?) } else { None }
}

/// Returns the person who stands for the head of `phrase`.
fn speaker(tokens: &[Token], phrase: Range<usize>) -> Option<Speaker> {
    let tail = (phrase.start + 1..phrase.end).find(|at| tokens[*at].is_word(set::TAIL_BEFORE));
    let head = tail.unwrap_or(phrase.end).checked_sub(1).filter(|head| *head >= phrase.start)?;
    // `a nurse late on Monday`
    let head = head - usize::from(head > phrase.start && tokens[head].is_word(set::EARLY_OR_LATE));
    let (first, last) = (&tokens[phrase.start], &tokens[head]);
    let plural = last.is(shape::PLURAL | shape::AGENTS);
    let counted = first.is(class::NUMBER | shape::DIGITS) && !first.is(class::PRONOUN);
    let indefinite = first.reads(set::ONE_MORE) || first.reads(set::ONE_TO_TEN);
    let bare = !first.is(class::DET | class::NUMBER | shape::DIGITS);
    let joined = phrase.start > 0 && tokens[phrase.start - 1].is_word(words!("and" | "or"));
    // In `a way of life Tao said` the name speaks.
    let name_behind =
        phrase.len() > 2 && tokens[phrase.end - 1].is(shape::UPPER) && !tokens[phrase.end - 2].is(shape::UPPER | class::PREP | class::DET);
    if name_behind {
        return None;
    }
    let known = if plural && bare && !joined { plural } else { (plural && counted) || (!plural && indefinite && head > phrase.start) };
    (known && is_person(last)).then_some(Speaker { head, group: plural && bare })
}

/// Returns true for a noun that is no name and nothing the lexicon knows as a thing.
fn is_person(noun: &Token) -> bool {
    const THING: u64 = class::EVIDENCE | class::ANNOUNCEMENT | class::NOT_AGENT | class::PERIOD | class::UNIT;
    const OTHER: u64 = class::PRONOUN | class::NUMBER | class::ADVERB | class::PREP | class::CONJ | class::DET | class::NEGATOR;
    let institution = noun.is(class::INSTITUTION) && !noun.is(shape::PLURAL);
    let verbal = shape::ED | shape::ING | shape::LY | class::BE | class::HAVE | class::MODAL;
    let word = noun.is(shape::WORD) && !noun.is(THING | OTHER | verbal | class::MONTH | class::WEEKDAY | shape::QUOTED);
    word && !noun.is(shape::UPPER) && !institution && !noun.reads(set::WRITTEN_THING)
}

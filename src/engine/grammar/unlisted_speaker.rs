//! Speakers that no rule knows: the subject of a verb by which only people speak, `a beekeeper` in `a beekeeper told the council`.

use crate::engine::grammar::clause::{noun_phrase_at, noun_phrase_before};
use crate::engine::lex::token::Token;
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
    let verbs = (0..tokens.len()).filter(|at| tokens[*at].is_word(set::HUMAN_SPEECH) && !tokens[*at].is(shape::ING | shape::CITATION));
    verbs.filter_map(|verb| before(text, tokens, verb).or_else(|| behind(text, tokens, verb))).collect()
}

/// Returns the speaker before its verb: `Beekeepers in the valley have said`.
fn before(text: &str, tokens: &[Token], verb: usize) -> Option<Speaker> {
    let skipped = class::ADVERB | class::HAVE | class::DO | class::NEGATOR | shape::LY;
    let between = tokens[..verb].iter().rev().take(BETWEEN).take_while(|token| token.is(skipped) && !token.is(class::PRONOUN)).count();
    let finite = tokens[verb].is(shape::ED | shape::PLURAL) || tokens[verb].is_word(set::SAID_OR_TOLD);
    // `An equality think tank`, `losing gadgets explains the rise`: number and ending agree.
    let third_person = tokens[verb].is(shape::PLURAL);
    speaker(tokens, noun_phrase_before(text, tokens, verb - between)?).filter(|speaker| if speaker.group { !third_person } else { finite })
}

/// Returns the speaker behind its verb: `"It may fail," said one beekeeper`.
fn behind(text: &str, tokens: &[Token], verb: usize) -> Option<Speaker> {
    let quoted = verb > 1
        && tokens[verb - 1].is(shape::MARK)
        && tokens[verb].is_word(set::QUOTING)
        && tokens[verb - 2].is(shape::QUOTED | shape::MARK);
    if quoted { speaker(tokens, noun_phrase_at(text, tokens, verb + 1)?) } else { None }
}

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

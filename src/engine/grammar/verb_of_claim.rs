//! Verbs of saying and thinking: which forms report a claim.

use crate::engine::grammar::reporting_verbs::goes_on_to;
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// How many adverbs may stand between `are` and `warning`, and the auxiliary.
const ADVERBS: usize = 3;

/// Returns where `went on to say` and `began to say` begin, or the verb.
pub(super) fn start_of_verb(tokens: &[Token], at: usize) -> usize {
    let begun = at >= 2 && word_at(tokens, at - 1, words!("to")) && tokens[at - 2].is(class::BEGINNING);
    if begun {
        return at - 2;
    }
    let start = at.checked_sub(3).filter(|start| word_at(tokens, at - 1, words!("to")) && goes_on_to(tokens, *start) == Some(2));
    start.unwrap_or(at)
}

/// The longest name between a quotation and its verb, in tokens.
const NAME: usize = 4;

/// Returns true for the verb of `“It leaks,” Lena Huld continued.` and of `Lena Huld continued, “It leaks.”`
fn is_beside_quotation(tokens: &[Token], at: usize) -> bool {
    let pause = tokens.get(at + 1).is_some_and(|next| next.is(shape::MARK));
    let behind = tokens.get(at + 3).is_some_and(|quoted| quoted.is(shape::QUOTED)) && tokens[at + 2].is(shape::MARK);
    let before = tokens[at.saturating_sub(NAME)..at].iter().any(|token| token.is(shape::QUOTED));
    pause && !tokens[at].is(shape::QUOTED) && (behind || before)
}

/// Returns true for a finite verb of saying or thinking, not a noun of that form (`the report`, `a claim`).
pub(super) fn is_verb_of_claim(tokens: &[Token], at: usize) -> bool {
    if tokens[at].is_word(set::CONTINUING) || tokens[at].is_word(set::RULE) {
        return rules_that(tokens, at) || is_beside_quotation(tokens, at);
    }
    // Most words are none.
    if !tokens[at].is(class::SAY | class::THINK)
        || (tokens[at].is_word(words!("think")) && word_at(tokens, at + 1, words!("tank" | "tanks")))
    {
        return false;
    }
    let beside = class::DET | class::PREP | class::NUMBER;
    let nominal = at > 0
        && tokens[at - 1].is(beside)
        && !tokens[at - 1].is(class::PRONOUN | class::CONJ)
        && start_of_verb(tokens, at) == at
        && !is_said_by_some(tokens, at);
    let infinitive = at > 0 && tokens[at - 1].is(class::PREP) && start_of_verb(tokens, at) == at;
    // `his new post`: only behind a plural, a pronoun or an adverb is it the verb.
    let finite = class::PRONOUN | class::ADVERB | class::MODAL | class::DO | shape::PLURAL | shape::AGENTS | shape::LY;
    let clause = tokens.get(at + 1).is_some_and(|next| next.is_word(words!("that")) || next.is_word(set::SUBJECT_PRONOUN));
    let noun = tokens[at].reads(set::NOUN_OR_VERB_OF_SAYING) && !clause && !(at > 0 && tokens[at - 1].is(finite));
    // `Media reports said`
    // `the president would consider it` weighs.
    let weighs = tokens[at].is_word(words!("consider")) && at > 0 && tokens[..at].iter().rev().take(2).any(|token| token.is(class::MODAL));
    let object = tokens.get(at + 1).is_some_and(|next| next.reads(set::ARTICLE) || next.reads(set::POSSESSIVE));
    let gesture = (tokens[at].is_word(set::GESTURE) && !clause) || (tokens[at].is_word(set::ENDING_VERB) && object);
    let plea = tokens[at].is_word(set::PLEAD) && word_at(tokens, at + 1, set::PLEA_WORDS);
    // `Oster Express is late`
    let base = !tokens[at].is(shape::ED | shape::PLURAL) && !tokens[at].is_word(set::SAID) && at > 0 && tokens[at - 1].is(shape::UPPER);
    let name = base && tokens.get(at + 1).is_some_and(|next| next.is(class::BE | class::HAVE));
    // `slammed into the coast`
    let act = word_at(tokens, at + 1, words!("into"));
    let noun = noun || is_noun_by_next(tokens, at) || is_passive_before_agent(tokens, at);
    let noun = noun || name || act || weighs || gesture || plea || tokens.get(at + 1).is_some_and(|next| next.is_word(set::SAID));
    // `the United States persist`: a capital is a name, not a verb.
    // `are warning`
    let goes_on = tokens[..at].iter().rev().take(ADVERBS).find(|before| !before.is(class::ADVERB | shape::LY));
    let speaks = tokens[at].is_word(set::SAYING) && !tokens[at].is_word(words!("adding"));
    let participle = tokens[at].is(shape::ING) && !(speaks && goes_on.is_some_and(|before| before.is(class::BE)));
    !tokens[at].is(shape::CAPITAL) && !tokens[at].is(class::MODAL | class::PREP) && !participle && !nominal && !infinitive && !noun
}

/// Returns true for `Some believe` and `Many fear the wall leaks`, where the word before is the subject.
fn is_said_by_some(tokens: &[Token], at: usize) -> bool {
    let some = tokens[at - 1].reads(words!("some" | "many" | "most" | "several")) && !tokens[at].is(shape::PLURAL | shape::ED);
    let object = |next: &Token| next.is(class::DET | class::PRONOUN | shape::UPPER) || next.is_word(words!("that"));
    some && tokens.get(at + 1).is_some_and(object)
}

/// Returns true for the noun of `analyst reports have suggested` and `US claims of theft`.
fn is_noun_by_next(tokens: &[Token], at: usize) -> bool {
    let subject = tokens[at].is(shape::PLURAL) && tokens.get(at + 1).is_some_and(|next| next.is(class::HAVE | class::MODAL));
    subject || (word_at(tokens, at + 1, words!("of")) && tokens[at].reads(words!("claim" | "claims" | "report" | "reports")))
}

/// How many tokens may stand between `ruled` and `that`: `ruled unanimously on Friday that`.
const BEFORE_THAT: usize = 5;

/// Returns true for the verb of `the court ruled on Friday that`.
fn rules_that(tokens: &[Token], at: usize) -> bool {
    let inner = |at: &usize| {
        let date = class::WEEKDAY | class::MONTH | class::PERIOD | class::ADVERB | class::PREP | shape::LY | shape::DIGITS;
        tokens[*at].is(date) || tokens[*at].is_word(set::TIME_OF_SAYING)
    };
    if !tokens[at].is_word(set::RULE) {
        return false;
    }
    let between = (at + 1..tokens.len().min(at + BEFORE_THAT)).take_while(|at| inner(at) && !tokens[*at].is_word(words!("that")));
    word_at(tokens, at + 1 + between.count(), words!("that"))
}

/// Returns true for the participle of `Huld warned by the police of a threat`, not for `responded by saying` and `said by phone`.
fn is_passive_before_agent(tokens: &[Token], at: usize) -> bool {
    let agent = tokens.get(at + 2).is_some_and(|next| !next.is(shape::ING) && !next.is_word(set::OCCASION));
    tokens[at].is(shape::ED) && word_at(tokens, at + 1, words!("by")) && agent
}

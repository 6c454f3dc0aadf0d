//! Where the words for an undecided matter end: at the end of its clause.

use crate::engine::grammar::clause::{noun_phrase_at, noun_phrase_before};
use crate::engine::grammar::said_edges::is_quotation_mark;
use crate::engine::ledger::matter_start::{FINITE, is_verbal, relative_before};
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// How many tokens behind a wording its matter may take.
const LONGEST: usize = 24;
/// How many tokens a member of a list or a name behind a comma may take.
const MEMBER: usize = 5;

/// Returns the end of the clause behind a wording.
pub(super) fn end(text: &str, tokens: &[Token], wording: &Range<usize>) -> usize {
    let first = wording.end;
    let limit = tokens.len().min(first + LONGEST);
    let mut end = first;
    while end < limit {
        end = match step(text, tokens, wording, end) {
            Step::Past(next) => next.min(tokens.len()),
            Step::End => break,
            Step::Before(last) => {
                end = last;
                break;
            }
        };
    }
    // A name is not cut.
    let name = tokens[end..].iter().take_while(|token| token.is(shape::UPPER)).count();
    let end = if end >= limit { end + name } else { end };
    let open = |token: &&Token| token.is(class::PREP | class::CONJ) || (token.is(class::DET) && !token.is(class::PRONOUN | class::NUMBER));
    end - tokens[first..end].iter().rev().take_while(open).count()
}

/// What a token is to a clause.
enum Step {
    /// The clause goes on at this token.
    Past(usize),
    /// The clause ends before the token.
    End,
    /// The clause ended before this earlier token.
    Before(usize),
}

fn step(text: &str, tokens: &[Token], wording: &Range<usize>, at: usize) -> Step {
    let token = &tokens[at];
    if is_quotation_mark(text, token) || token.is_mark(text, "‘") {
        return quotation(text, tokens, at).map_or(Step::End, Step::Past);
    }
    // `players in the league (NHL)`, `due Feb. 5`, `Lena M. Huld`
    let close = tokens.get(at + 2).filter(|close| token.byte == b'(' && close.byte == b')');
    let before = &tokens[at - 1];
    let initial = before.is(shape::UPPER) && (before.span.len() == 1 || before.is(class::ABBREVIATION | class::TITLE | class::MONTH));
    let goes_on = tokens.get(at + 1).is_some_and(|next| next.is(shape::DIGITS | shape::UPPER));
    let abbreviated = token.is_mark(text, ".") && initial && goes_on;
    if close.is_some() || abbreviated {
        return Step::Past(if abbreviated { at + 1 } else { at + 3 });
    }
    // `Huld & Quill`
    if token.is_mark(text, "&") && before.is(shape::UPPER) {
        return Step::Past(at + 1);
    }
    if token.is_mark(text, ",") {
        return if goes_on_behind_comma(text, tokens, at) { Step::Past(at + 1) } else { Step::End };
    }
    let tight = !token.is(shape::SPACED) || token.is_mark(text, "$") || token.is_mark(text, "£") || token.is_mark(text, "€");
    let joint = token.is_apostrophe(text) || (tight && !matches!(token.byte, b'.' | b':' | b';' | b'!' | b'?' | b')' | b']'));
    let range = tokens[at - 1].is(shape::DIGITS) && tokens.get(at + 1).is_some_and(|next| next.is(shape::DIGITS));
    let dash = matches!(token.span.of(text), "—" | "–" | "--" | "…") && !range;
    if (token.is(shape::MARK) && (!joint || dash)) || token.is(shape::CITATION) {
        return Step::End;
    }
    if opens_other(tokens, wording, at) {
        return Step::End;
    }
    if at == wording.end && is_own_verb(text, tokens, wording) {
        return Step::End;
    }
    if at > wording.end && is_finite(tokens, at) { second_verb(text, tokens, wording, at) } else { Step::Past(at + 1) }
}

/// Returns true where a clause begins that tells of something else. A condition belongs to the matter: `will resign if the bill fails`.
fn opens_other(tokens: &[Token], wording: &Range<usize>, at: usize) -> bool {
    let token = &tokens[at];
    let clause = token.is(class::CONJ) && !token.is_word(words!("and" | "or" | "that" | "whether" | "if" | "unless" | "until"));
    let says = at > wording.end && token.is_word(set::SAID);
    let instead = token.is_word(words!("rather")) && word_at(tokens, at + 1, words!("than"));
    (clause && !token.is_word(set::RELATIVE)) || says || instead
}

/// Returns true for the verb of a noun: `The debate shows how`.
fn is_own_verb(text: &str, tokens: &[Token], wording: &Range<usize>) -> bool {
    let verb = &tokens[wording.end];
    let opens = |next: &Token| next.is(class::DET) || next.is_word(words!("how" | "that" | "whether" | "why" | "what"));
    let singular = !tokens[wording.end - 1].is(shape::PLURAL | class::PREP | FINITE);
    singular && verb.is(shape::PLURAL) && tokens.get(wording.end + 1).is_some_and(opens) && !is_verbal(text, tokens, wording.start)
}

/// Returns true for `has` and `is`, not for `to have`, `would be` and the `'s` of an owner.
fn is_finite(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let contracted = tokens[at - 1].is(class::PRONOUN) || tokens.get(at + 1).is_none_or(|next| next.is(class::DET | shape::MARK));
    let owner = token.reads(words!("'s")) && !contracted;
    // `and have not been published`
    let perfect = tokens.get(at + 1).is_some_and(|next| next.is(class::NEGATOR | class::ADVERB | shape::ED | class::BE));
    let listed = tokens[at - 1].is_word(words!("and" | "or")) && !perfect;
    let bare = listed || tokens[at - 1].is(FINITE | class::NEGATOR | class::ADVERB) || tokens[at - 1].is_word(words!("to"));
    let infinitive = token.is_word(words!("be" | "been" | "being" | "having")) || (bare && token.is_word(words!("have")));
    token.is(FINITE) && !token.is(shape::UPPER) && !owner && !infinitive
}

/// Returns what a second finite verb is to the clause: in `whether it should close` it goes on, before `and people are losing` it ended.
fn second_verb(text: &str, tokens: &[Token], wording: &Range<usize>, at: usize) -> Step {
    let opens = |at: &usize| tokens[*at].is(class::CONJ) || tokens[*at].is_word(set::RELATIVE) || tokens[*at].is_word(words!("how"));
    let list = |at: usize| tokens[at].is_word(words!("and" | "or"));
    // The name of a body has its `and`; `whether or not`.
    let next = |at: usize| tokens.get(at + 1);
    let named = |at: usize| tokens[at - 1].is(shape::UPPER) && next(at).is_some_and(|next| next.is(shape::UPPER));
    let within = |at: usize| list(at) && (named(at) || next(at).is_some_and(|next| next.is_word(words!("not"))));
    let opened = (wording.start + 1..at).rev().find(|at| opens(at) && !within(*at));
    let verbal = is_verbal(text, tokens, wording.start);
    // In `The missions that are to be flown in May are new` the clause ends before the verb of the other.
    if opened.is_none() && relative_before(tokens, wording.start).is_some() {
        return Step::End;
    }
    match opened {
        Some(opened) if !list(opened) => Step::Past(at + 1),
        Some(opened) if verbal && opened >= wording.end => Step::Before(opened),
        // `plans to close the pool have been dropped`: of a noun the verb is its own.
        _ if !verbal => Step::End,
        _ => {
            // In `the firm plans to leave are untrue` and `to close its mill has shocked` the phrase is the object of the step.
            let phrase = noun_phrase_before(text, tokens, at).filter(|phrase| phrase.start > wording.end + 1);
            Step::Before(phrase.map_or(at, |phrase| phrase.start))
        }
    }
}

/// Returns true if a comma stands in a date, between a town and its country, or in a list that ends with `and`.
fn goes_on_behind_comma(text: &str, tokens: &[Token], comma: usize) -> bool {
    let Some(next) = tokens.get(comma + 1) else { return false };
    let before = &tokens[comma - 1];
    if before.is(shape::DIGITS) && next.is(shape::DIGITS) {
        return true;
    }
    let place = before.is(shape::UPPER) && next.is(shape::UPPER) && !next.is(class::DET | class::PRONOUN | class::CONJ);
    let closes = |at: usize| tokens.get(at).is_none_or(|token| token.is(shape::MARK));
    let name = tokens[comma + 1..].iter().take(MEMBER).take_while(|token| token.is(shape::UPPER)).count();
    (place && name <= 2 && closes(comma + 1 + name)) || is_listed(text, tokens, comma) || is_between_adjectives(tokens, comma)
}

/// Returns true for the comma of `into firm, lasting rules`.
fn is_between_adjectives(tokens: &[Token], comma: usize) -> bool {
    const OTHER: u64 = FINITE | class::PREP | class::CONJ | class::PRONOUN | class::DET | class::SAY | class::THINK | class::ADVERB;
    let single = |token: &Token| token.is(shape::WORD) && !token.is(OTHER | shape::UPPER | shape::ED | shape::ING | class::PERIOD);
    let opens =
        comma > 1 && tokens[comma - 2].is(class::PREP | class::DET) && single(&tokens[comma - 1]) && !tokens[comma - 1].is(shape::PLURAL);
    let noun = |token: &Token| token.is(shape::PLURAL) && single(token);
    opens && tokens.get(comma + 1).is_some_and(single) && tokens.get(comma + 2).is_some_and(noun)
}

/// Returns true for a comma of `the pool, the library and the hall`.
fn is_listed(text: &str, tokens: &[Token], comma: usize) -> bool {
    // `by Friday, the council and the mayor`
    if tokens[comma - 1].is(class::PERIOD | class::WEEKDAY | class::MONTH) {
        return false;
    }
    let opening = comma + 1 + usize::from(word_at(tokens, comma + 1, words!("and" | "or")));
    let Some(member) = noun_phrase_at(text, tokens, opening).filter(|member| member.len() <= MEMBER) else { return false };
    let plain = !tokens[member.clone()].iter().any(|token| token.is(class::PRONOUN | FINITE));
    let same = tokens[comma - 1].is(shape::UPPER) == tokens[member.end - 1].is(shape::UPPER);
    let ends = |at: usize| tokens.get(at).is_none_or(|next| next.is(shape::MARK | class::PREP));
    match tokens.get(member.end) {
        _ if opening > comma + 1 => plain && ends(member.end),
        Some(next) if next.is_word(words!("and" | "or")) => {
            let last = noun_phrase_at(text, tokens, member.end + 1);
            plain && same && last.is_some_and(|last| last.len() <= MEMBER && ends(last.end))
        }
        Some(next) if next.is_mark(text, ",") => plain && same && is_listed(text, tokens, member.end),
        _ => false,
    }
}

/// Returns the token behind a quotation that opens at `at` and closes near it.
fn quotation(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let opens = tokens[at].is(shape::SPACED) && tokens.get(at + 1).is_some_and(|next| !next.is(shape::SPACED));
    let single = tokens[at].is_mark(text, "‘");
    // An apostrophe stands inside a word.
    let ends = |at: usize| tokens.get(at + 1).is_none_or(|next| next.is(shape::SPACED | shape::MARK));
    let closes = |at: &usize| if single { tokens[*at].is_mark(text, "’") && ends(*at) } else { is_quotation_mark(text, &tokens[*at]) };
    let close = (at + 1..tokens.len().min(at + LONGEST)).find(closes);
    close.filter(|_| opens).map(|close| close + 1)
}

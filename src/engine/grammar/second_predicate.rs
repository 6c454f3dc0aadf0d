//! The subject of a verb of saying that another predicate precedes: `The council sold the mill but said it would stay`.

use crate::engine::grammar::clause::{main_subject, noun_phrase_at};
use crate::engine::grammar::said::is_clause_by_form;
use crate::engine::grammar::said_edges::trimmed;
use crate::engine::grammar::spoken_by::SpokenBy;
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// How many adverbs may stand between `and` and the second verb.
const ADVERBS: usize = 2;

/// Returns the subject of the first predicate of `The council sold the mill but said it would stay`.
pub(super) fn of_first_predicate(text: &str, tokens: &[Token], verb: usize) -> Option<Range<usize>> {
    let joined = joiner_before(tokens, verb)?;
    // `Huld has not named the clerk, but said`
    let first = noun_phrase_at(text, tokens, 0).filter(|first| first.end + 2 < joined);
    let denied = |first: &Range<usize>| {
        let verb = &tokens[first.end];
        verb.is(class::HAVE | class::DO) && (verb.is(class::NEGATOR) || tokens[first.end + 1].is(class::NEGATOR))
    };
    let turns = joined > 0 && tokens[joined].is_word(words!("but")) && tokens[joined - 1].is_mark(text, ",");
    if let Some(first) = first.filter(|first| turns && denied(first)) {
        return Some(first);
    }
    // Behind a comma the second verb goes back to the first subject: `said the wall leaked, and warned that`.
    let apart = joined > 0 && tokens[joined - 1].is_mark(text, ",");
    let adds = (tokens[verb].is_word(set::ADD) || apart) && word_at(tokens, verb + 1, words!("that"));
    let adds = adds || says_of_thing(text, tokens, joined, verb);
    if let Some(who) = adds.then(|| subject_of_first_claim(text, tokens, joined)).flatten() {
        return Some(who);
    }
    let who = main_subject(text, tokens, joined)?;
    let skipped = |token: &&Token| token.is(class::HAVE | class::ADVERB | shape::LY) && !token.is(class::NEGATOR);
    let predicate = who.end + tokens[who.end..joined].iter().take_while(skipped).count();
    // In `Huld said Quill came home and said` either may speak.
    let other = class::BE | class::HAVE | class::MODAL | class::DO | class::SAY | class::THINK | shape::QUOTED;
    let plain = predicate < joined && !tokens[predicate + 1..joined].iter().any(|token| token.is(other));
    (plain && (!tokens[predicate].is(other) || has_mere_object(text, tokens, predicate, joined))).then_some(who)
}

/// Returns the `and` before a second verb and its adverbs: `and later told`.
fn joiner_before(tokens: &[Token], verb: usize) -> Option<usize> {
    let skipped = |token: &&Token| token.is(class::ADVERB | class::HAVE | shape::LY) || token.is_word(set::TIME_OF_SAYING);
    let adverbs = tokens[..verb].iter().rev().take(ADVERBS).take_while(skipped).count();
    (verb - adverbs).checked_sub(1).filter(|joined| tokens[*joined].is_word(words!("and" | "but")))
}

/// Ends what is said before the second predicate of its speaker: `criticised the plan` in `criticised the plan and said it could fail`.
pub(super) fn end_before_second_predicate(text: &str, tokens: &[Token], claims: &mut [SpokenBy]) {
    let verbs: Vec<(Range<usize>, usize)> = claims.iter().map(|claim| (claim.who.clone(), claim.scope.start)).collect();
    for claim in claims {
        let Some(said) = &mut claim.said else { continue };
        let further = verbs.iter().filter(|(who, verb)| *who == claim.who && *verb > said.start + 1 && *verb < said.end);
        let joined = further.filter(|(_, verb)| tokens[*verb].is(class::SAY)).filter_map(|(_, verb)| joiner_before(tokens, *verb));
        if let Some(joined) = joined.filter(|joined| *joined > said.start + 1).min() {
            *said = trimmed(text, tokens, said.start..joined);
        }
    }
}

/// Returns true for `criticised the plan and said`: no clause, in which somebody else may speak, follows the first verb of saying.
fn has_mere_object(text: &str, tokens: &[Token], first: usize, joined: usize) -> bool {
    let object = first + 1..joined;
    let clause = tokens[object.clone()].iter().any(|token| token.is(class::CONJ) || token.is_word(set::RELATIVE));
    let says = tokens[first].is(class::SAY) && !tokens[first].is(shape::ING | shape::UPPER) && !tokens[first].is_word(set::MERE_SAYING);
    says && !clause && !is_clause_by_form(text, tokens, &object)
}

/// Returns the main subject before `and added that`, if its verb says something: who says it adds something.
fn subject_of_first_claim(text: &str, tokens: &[Token], joined: usize) -> Option<Range<usize>> {
    let first = (1..joined).find(|at| tokens[*at].is(class::SAY) && !tokens[*at].is(shape::ING | shape::UPPER | shape::QUOTED))?;
    main_subject(text, tokens, first + 1).filter(|who| who.end <= first)
}

/// Returns true for `said` in `said it was old, but said it could be mended` and in `said the plan was old and called it late`: the subject of the
/// clause before it cannot speak.
fn says_of_thing(text: &str, tokens: &[Token], joined: usize, verb: usize) -> bool {
    let finite = |token: &Token| token.is(class::SAY) && token.is(shape::ED) && !token.is(shape::UPPER | shape::QUOTED);
    let said = |token: &Token| finite(token) || token.is_word(words!("said" | "told"));
    let Some(first) = (1..joined).find(|at| said(&tokens[*at])).filter(|_| said(&tokens[verb])) else { return false };
    let start = first + 1 + usize::from(word_at(tokens, first + 1, words!("that")));
    let Some(subject) = noun_phrase_at(text, tokens, start).filter(|subject| subject.end < joined) else { return false };
    let thing = |token: &Token| token.reads(set::MATTER_NOUN) || token.reads(set::GENERAL_MATTER) || token.reads(set::TAKEN_UP);
    let pronoun = subject.len() == 1 && tokens[start].reads(words!("it" | "this" | "that" | "there"));
    let verb = tokens[subject.end].is(class::BE | class::HAVE | class::MODAL | class::DO | shape::ED);
    verb && (pronoun || thing(&tokens[subject.end - 1]))
}

//! Where the words for an undecided matter begin: at the subject of its clause, or with its noun phrase.

use crate::engine::grammar::clause::{is_object, main_subject, noun_phrase_before, subject};
use crate::engine::grammar::control::thought_to;
use crate::engine::grammar::noun_phrase::left_edge;
use crate::engine::grammar::said_edges::is_quotation_mark;
use crate::engine::lex::token::Token;
use crate::engine::resolve::plan_owner::is_noun;
use crate::engine::resolve::step_subject::may_report;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// Verbs that make a clause.
pub(super) const FINITE: u64 = class::BE | class::HAVE | class::MODAL;
/// How many tokens a subject may take, with what stands between it and the wording.
const SUBJECT: usize = 20;
/// How many prepositions a subject may have before its head: `protests against the plan of the council`.
const TAILS: usize = 3;
/// How many auxiliaries and adverbs stand before a verb.
const AUXILIARIES: usize = 4;
/// How many tokens the last members of a list may take.
const MEMBERS: usize = 8;
/// How many tokens a phrase may be widened by.
const WIDER: usize = 5;

/// Returns where the clause of a verb begins, or the phrase of a noun, without its article.
pub(super) fn start(text: &str, tokens: &[Token], wording: &Range<usize>, decider: Option<usize>) -> usize {
    let first = wording.start;
    let verbal = is_verbal(text, tokens, first);
    // `have been put on hold`
    let done = |token: &Token| token.is(shape::ED | class::PARTICIPLE) || token.is_word(set::IRREGULAR_PARTICIPLE);
    let passive = first > 1 && tokens[first].is(class::PREP) && done(&tokens[first - 1]) && tokens[first - 2].is(class::BE);
    let whole = if verbal || passive { subject_start(text, tokens, first - usize::from(passive)) } else { None };
    let decider = decider.filter(|start| *start < first && is_unbroken(text, &tokens[*start..first]));
    // In `The mayor left and was to return` the clause of the subject is another.
    let own = |start: &usize| !tokens[*start..=first].windows(2).any(|pair| pair[0].is(class::CONJ) && pair[1].is(FINITE | shape::ED));
    let governed = |start: &usize| *start > 0 && tokens[*start - 1].is(class::PREP);
    let near = |start: &usize| verbal || !tokens[*start..first].iter().any(|token| token.is_mark(text, ","));
    let apart = distant_subject(text, tokens, first).is_some();
    let decider = decider.filter(|start| own(start) && near(start) && !governed(start) && !apart);
    let whole = whole.map_or(decider, |whole| Some(decider.map_or(whole, |decider| decider.min(whole))));
    let whole = question_start(tokens, first).or(whole).or_else(|| described(text, tokens, first));
    whole.unwrap_or_else(|| if verbal { first } else { phrase_start(text, tokens, wording) })
}

/// Returns where an indirect question begins that is the subject: `Whether` in `Whether the mayor will sign remains to be seen`.
fn question_start(tokens: &[Token], first: usize) -> Option<usize> {
    let opens = |at: &usize| {
        // `the mayor, who has yet to`: a relative clause.
        let at_start = *at == 0 && tokens[*at].reads(words!("who" | "when"));
        (at_start || tokens[*at].reads(words!("whether" | "how" | "what" | "why"))) && opens_clause(tokens, *at)
    };
    let open = (first.saturating_sub(SUBJECT)..first).rev().take_while(|at| !tokens[*at].is(shape::MARK)).find(opens)?;
    let verb = |token: &Token| token.is(FINITE | shape::ED | shape::PLURAL);
    (tokens[first].is(FINITE | shape::PLURAL) || tokens[first - 1].is(FINITE))
        .then_some(open)
        .filter(|open| tokens[*open..first].iter().any(verb))
}

/// Returns the subject of a second verb or of a participle, with other words between.
pub(super) fn distant_subject(text: &str, tokens: &[Token], first: usize) -> Option<Range<usize>> {
    let verb = auxiliaries_start(tokens, first);
    let before = &tokens[verb.checked_sub(1)?];
    let joined = before.is_word(words!("and" | "but" | "or"));
    let participle = verb == first && before.is_mark(text, ",") && tokens[first].is(shape::ING);
    let second = joined && (verb < first || tokens[first].is(FINITE | shape::ED | shape::PLURAL | shape::ING));
    let who = main_subject(text, tokens, verb - 1).filter(|who| (second || participle) && who.end < verb)?;
    // In `Huld said the council sold the mill and plans to leave` either may plan it.
    let reported = may_report(&tokens[who.end..verb]);
    let whole = !tokens[who.clone()].iter().any(|token| is_quotation_mark(text, token) || token.is(class::PRONOUN));
    (!reported && whole && who.len() <= SUBJECT).then_some(who)
}

/// Returns where the auxiliaries and adverbs of a verb begin.
fn auxiliaries_start(tokens: &[Token], verb: usize) -> usize {
    let auxiliary = |token: &&Token| token.is(FINITE | class::ADVERB | shape::LY);
    verb - tokens[..verb].iter().rev().take(AUXILIARIES).take_while(auxiliary).count()
}

/// Returns true where a clause can begin: at the start, behind a mark and behind `that`.
fn opens_clause(tokens: &[Token], at: usize) -> bool {
    at == 0 || tokens[at - 1].is(shape::MARK) || tokens[at - 1].is_word(words!("that"))
}

/// Returns where the phrase begins that an aside describes: `The sale` in `The sale, expected to close in May, would` and in `The bill, under review, is`.
fn described(text: &str, tokens: &[Token], first: usize) -> Option<usize> {
    let comma = first.checked_sub(1).filter(|comma| tokens[*comma].is_mark(text, ","))?;
    let aside = tokens[first].is(class::PREP) || (tokens[first].is(shape::ED) && !tokens[first].is(FINITE));
    let phrase = noun_phrase_before(text, tokens, comma).filter(|_| aside)?;
    let start = whole_phrase(tokens, phrase.start);
    let opens = |at: usize| opens_clause(tokens, at) || tokens[at - 1].is(class::CONJ);
    let date = tokens[phrase.end - 1].is(class::PERIOD | class::WEEKDAY | class::MONTH | shape::DIGITS | class::PRONOUN);
    (opens(start) && !date && !tokens[start].is(class::PREP)).then_some(start)
}

/// Returns true if the tokens can be the subject of a clause and what stands between it and its verb.
fn is_unbroken(text: &str, tokens: &[Token]) -> bool {
    tokens.len() <= SUBJECT && !tokens.iter().any(|token| is_quotation_mark(text, token) || token.is_mark(text, ":"))
}

/// Returns where the subject of a verb begins: with `which`, at the phrase before it.
fn subject_start(text: &str, tokens: &[Token], verb: usize) -> Option<usize> {
    let pronoun = relative_before(tokens, verb).map(|pronoun| pronoun..pronoun + 1);
    let who = pronoun.or_else(|| subject(text, tokens, thought_to(tokens, verb))).filter(|who| who.start < verb)?;
    let relative = who.len() == 1 && tokens[who.start].is_word(words!("which" | "who" | "that"));
    let comma = usize::from(who.start > 0 && tokens[who.start - 1].is_mark(text, ","));
    if tokens[who.start].is_word(words!("what")) {
        return Some(who.start);
    }
    // `used the day to announce plans to`: no subject.
    let infinitive = |pair: &[Token]| pair[0].is_word(words!("to")) && !pair[1].is(class::DET | shape::UPPER | class::NUMBER);
    if tokens[who.clone()].windows(2).any(infinitive) {
        return None;
    }
    // `who have been raising awareness are due to`: an object.
    if who.start > 1 && tokens[who.start - 1].is(shape::ING) && tokens[who.start - 2].is(class::BE) {
        return None;
    }
    if relative {
        let last = who.start.checked_sub(comma + 1).filter(|last| tokens[*last].is(shape::WORD))?;
        let start = left_edge(text, tokens, last);
        return is_unbroken(text, &tokens[start..verb]).then_some(start);
    }
    let start = governing(text, tokens, whole_phrase(tokens, who.start), verb);
    // `a sum which parliament has yet to approve`
    let object = start > 1 && tokens[start - 1].is_word(words!("which"));
    let aside = usize::from(start > 2 && tokens[start - 2].is_mark(text, ","));
    let antecedent = noun_phrase_before(text, tokens, start.saturating_sub(1 + aside)).filter(|_| object);
    let start = antecedent.map_or_else(|| first_partner(text, tokens, start), |phrase| phrase.start);
    let start = list_start(text, tokens, start)?;
    // `News that Acme plans`
    let start = start + usize::from(tokens[start].is_word(words!("that")) && start + 1 < verb && tokens[start + 1].is(shape::UPPER));
    is_unbroken(text, &tokens[start..verb]).then_some(start)
}

/// Returns where the phrase begins that a prepositional object belongs to: `protests` in `protests against the plan of the council`.
fn governing(text: &str, tokens: &[Token], object: usize, verb: usize) -> usize {
    let mut start = object;
    for _ in 0..TAILS {
        let to = start > 0 && tokens[start - 1].is_word(words!("to"));
        // `a vote on joining Oster`
        let joining = start > 1 && tokens[start - 1].is(shape::ING) && tokens[start - 2].is(class::PREP);
        let governed = start.checked_sub(1 + usize::from(joining)).filter(|_| to || joining || is_object(tokens, &(start..verb)));
        // `leaders from around the world`
        let double = |preposition: usize| preposition - usize::from(preposition > 0 && tokens[preposition - 1].is(class::PREP));
        let Some(phrase) = governed.map(double).and_then(|preposition| noun_phrase_before(text, tokens, preposition)) else { break };
        start = whole_phrase(tokens, phrase.start);
    }
    start
}

/// Returns true for the last words of `The ban on cars, vans and lorries`, whose head stands before the list; not for `On Friday, the mayor`.
fn ends_list(text: &str, tokens: &[Token], first: usize, joined: bool) -> bool {
    let Some(comma) = first.checked_sub(1).filter(|comma| tokens[*comma].is_mark(text, ",")) else { return false };
    let border = |at: &usize| tokens[*at].is(shape::MARK) && !tokens[*at].is_mark(text, ",");
    let clause = (0..comma).rev().find(border).map_or(0, |border| border + 1);
    let opening =
        tokens[clause..comma].first().is_none_or(|first| first.is(class::PREP | class::ADVERB | class::CONJ | class::WEEKDAY | shape::ING));
    let verb = tokens[clause..comma].iter().any(|token| token.is(FINITE | class::SAY | class::THINK | shape::ED));
    let list =
        joined || tokens[first..].iter().take(MEMBERS).take_while(|token| !token.is(FINITE)).any(|token| token.is_word(words!("and")));
    list && !opening && !verb
}

/// Returns the place of `that` in `missions that are to be flown`.
pub(super) fn relative_before(tokens: &[Token], verb: usize) -> Option<usize> {
    auxiliaries_start(tokens, verb)
        .checked_sub(1)
        .filter(|pronoun| *pronoun > 0 && tokens[*pronoun].is_word(words!("that" | "which" | "who")))
}

/// Returns where the list of names begins that ends at `start`: `Oster` in `Oster, Sund and Nordhall will vote`. Nothing for `Limits on Oster,
/// Sund and Nordhall will end`: the subject stands before the list.
fn list_start(text: &str, tokens: &[Token], start: usize) -> Option<usize> {
    let and = start.checked_sub(1).filter(|and| tokens[*and].is_word(words!("and")));
    let mut listed = and.is_some();
    let mut first = start;
    let mut end = and.unwrap_or(start);
    while tokens[start].is(shape::UPPER) || tokens[start].is_word(words!("the")) {
        let names = tokens[..end].iter().rev().take_while(|token| token.is(shape::UPPER)).count();
        let Some(comma) = (end - names).checked_sub(1).filter(|comma| tokens[*comma].is_mark(text, ",") && *comma > 0) else {
            first = if listed && names > 0 { end - names } else { first };
            break;
        };
        if !tokens[comma - 1].is(shape::UPPER) {
            break;
        }
        (first, end, listed) = (end - names, comma, true);
    }
    let governed = first < start && first > 0 && tokens[first - 1].is(class::PREP);
    (!governed && !ends_list(text, tokens, first, and.is_some())).then_some(first)
}

/// Returns where a phrase begins that fills its clause up to a border: `flame-resistant coveralls` for `coveralls`.
fn whole_phrase(tokens: &[Token], start: usize) -> usize {
    const OTHER: u64 = FINITE | class::PREP | class::CONJ | class::PRONOUN | class::DET | class::DO | class::SAY | class::THINK;
    if tokens[start].is(OTHER) {
        return start;
    }
    let part = |token: &&Token| matches!(token.byte, b'-' | b'(' | b')') || (token.is(shape::WORD) && !token.is(OTHER));
    let first = start - tokens[..start].iter().rev().take(WIDER).take_while(part).count();
    let article = first > 0 && tokens[first - 1].is(class::DET) && !tokens[first - 1].is(class::PRONOUN);
    let first = first - usize::from(article);
    let border = article || opens_clause(tokens, first) || tokens[first - 1].is(class::CONJ);
    if border { first } else { start }
}

/// Returns where the first of two subjects begins: `The mayor and` before `the council plan to`.
fn first_partner(text: &str, tokens: &[Token], start: usize) -> usize {
    let and = start.checked_sub(1).filter(|and| tokens[*and].is_word(words!("and")));
    let partner = and.and_then(|and| noun_phrase_before(text, tokens, and));
    let partner = partner.map(|partner| governing(text, tokens, whole_phrase(tokens, partner.start), start));
    partner.filter(|first| opens_clause(tokens, *first)).unwrap_or(start)
}

/// Returns where the phrase of a noun begins, without its article; with it where a clause begins there.
fn phrase_start(text: &str, tokens: &[Token], wording: &Range<usize>) -> usize {
    let noun = wording.start;
    // `keeps the tax under review`
    if tokens[noun].is(class::PREP) {
        let phrase = noun_phrase_before(text, tokens, noun).filter(|phrase| !tokens[phrase.end - 1].is(shape::ED | class::PRONOUN));
        return phrase.map(|phrase| phrase.start).filter(|start| is_unbroken(text, &tokens[*start..noun])).unwrap_or(noun);
    }
    let start = left_edge(text, tokens, noun);
    let articles = tokens[start..noun].iter().take_while(|token| token.reads(set::ARTICLE)).count();
    // In `ignited debate` the first word is a verb.
    let verbs = tokens[start..noun].iter().take_while(|token| token.is(shape::ED | shape::ING) && !token.is(shape::UPPER)).count();
    // `the ministry's plan` and the clause `the decision will come` keep it.
    let owner = tokens[start..noun].iter().any(|token| token.reads(words!("'s")) || token.is_apostrophe(text));
    let clause = tokens[wording.clone()].iter().any(|token| token.is(FINITE));
    let dropped = if articles > 0 { articles } else { verbs };
    // `The link between need and council approval will decide`
    let whole = if clause { first_partner(text, tokens, start) } else { start };
    let first = if owner || clause { whole } else { start + dropped };
    // `The president opposes plans`: an -s before the noun is that of a verb.
    let verb = |at: &usize| tokens[*at].is(shape::PLURAL) && !tokens[*at].is(shape::UPPER) && !owner && tokens[noun].is(shape::PLURAL);
    let first = (first..noun).rev().find(verb).map_or(first, |verb| verb + 1);
    if is_unbroken(text, &tokens[first..noun]) { first } else { noun }
}

/// Returns true if a wording is the verb of its clause, not a noun or a preposition.
pub(super) fn is_verbal(text: &str, tokens: &[Token], first: usize) -> bool {
    let token = &tokens[first];
    let Some(before) = first.checked_sub(1).map(|before| &tokens[before]) else { return token.is(FINITE | shape::ED | shape::ING) };
    let owner = before.reads(words!("'s")) && !(first > 1 && tokens[first - 2].is(class::PRONOUN));
    if owner {
        return false;
    }
    // `an early plan`
    let adverb =
        before.is(class::ADVERB | shape::LY) && !(first > 1 && tokens[first - 2].is(class::DET) && !tokens[first - 2].is(class::PRONOUN));
    // `the United States rests with`
    let rests = token.is_word(set::REST_WITH) && before.is(shape::UPPER);
    if rests || adverb || before.is(FINITE) || token.is(FINITE) || token.is_word(words!("to" | "not")) {
        return true;
    }
    let adjective = before.is(class::MODIFIER) && !before.is(class::INSTITUTION);
    let modified = adjective || before.is(class::DET | class::PREP | shape::MARK | shape::DIGITS) || before.reads(set::POSSESSIVE);
    if token.is(shape::ED) {
        return !modified;
    }
    // `But proposals to close it`
    let opens = before.is(class::CONJ) && (first == 1 || tokens[first - 2].is(shape::MARK));
    // `said talks could`, `hoped talks would`, `opposes plans to`: behind a verb stands a noun.
    let verb = before.is(class::SAY | class::THINK | shape::ED) && !before.is(shape::UPPER);
    let object = token.is(shape::PLURAL) && before.is(shape::PLURAL) && !before.is(shape::UPPER);
    let modified = modified || opens || verb || object;
    let subject = before.is(shape::PLURAL | class::PRONOUN | shape::UPPER);
    !token.is(class::PREP | class::DET) && !modified && !is_noun(text, tokens, first) && (subject || token.is(shape::PLURAL | shape::ING))
}

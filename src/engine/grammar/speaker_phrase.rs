//! The phrase of a speaker: what belongs to it, and what is only beside it.

use crate::engine::grammar::claim_scope::ADJUNCTS;
use crate::engine::grammar::clause::{has_finite_verb, noun_phrase_before};
use crate::engine::grammar::speaker::{head, is_person};
use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, is_known, set, words};
use std::ops::Range;

/// Returns the whole name of `a Courier Today/Herald poll`, and the name alone of `Oster Aid at least 79 people`.
pub(super) fn whole_name(text: &str, tokens: &[Token], who: Range<usize>) -> Range<usize> {
    let number = |at: &usize| {
        let bound = tokens[*at].is_word(words!("at")) && tokens.get(at + 1).is_some_and(|next| next.is_word(set::BOUND));
        let counted =
            tokens[*at].is(shape::DIGITS) && *at + 1 == who.end && tokens.get(who.end).is_some_and(|next| !next.is_mark(text, ","));
        bound || counted
    };
    if let Some(end) = (who.start + 1..who.end).find(number) {
        return who.start..end;
    }
    let slash = |at: usize| tokens.get(at).is_some_and(|token| token.is_mark(text, "/") && !token.is(shape::SPACED));
    let part = |token: &Token| token.is(shape::UPPER) || token.is_mark(text, "/");
    let name = tokens[who.end..].iter().take_while(|token| part(token)).count();
    let joined = (who.end..who.end + name).any(slash) || slash(who.end);
    let head = who.end + name;
    if joined && tokens.get(head).is_some_and(|head| head.is(class::EVIDENCE)) { who.start..head + 1 } else { who }
}

/// Returns the comma behind `, a professor of law,` at `at`.
pub(super) fn end_of_apposition(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    tokens.get(at).filter(|token| token.is_mark(text, ","))?;
    tokens.get(at + 1).filter(|token| !token.is(class::PREP))?;
    let article = tokens.get(at + 1).is_some_and(|token| token.reads(set::ARTICLE));
    let reach = if article { ADJUNCTS * 4 } else { ADJUNCTS * 2 };
    let close = (at + 1..tokens.len().min(at + reach)).find(|close| tokens[*close].is_mark(text, ","))?;
    (!has_finite_verb(&tokens[at..close]) && has_finite_verb(&tokens[close..])).then_some(close)
}

/// Leaves out where a person spoke: `Lena Huld` of `Lena Huld in the evening news`.
pub(super) fn without_place(tokens: &[Token], who: Range<usize>) -> Range<usize> {
    let place = (who.start + 1..who.end).find(|at| tokens[*at].is_word(words!("in" | "at" | "on" | "during")));
    // `Huld in a 2015 article`
    let surname = |place: usize| place == who.start + 1 && tokens[who.start].is(shape::UPPER) && !is_known(tokens[who.start].word);
    let occasion = |place: usize| tokens.get(place + 1).is_some_and(|next| next.reads(words!("a" | "an")) || next.reads(set::POSSESSIVE));
    place
        .filter(|place| is_person(&tokens[who.start..*place]) || (surname(*place) && occasion(*place)))
        .map_or(who.clone(), |place| who.start..place)
}

/// Returns where `the Centres for Flood Control and Prevention` begins, of which `Prevention` is the end.
pub(super) fn start_of_body(text: &str, tokens: &[Token], who: &Range<usize>) -> usize {
    // `Save the Whales`
    let called = who.start == 1 && tokens[1].is_word(words!("the")) && tokens[0].reads(set::BEGINS_A_NAME);
    if called && tokens.get(2).is_some_and(|name| name.is(shape::UPPER)) {
        return 0;
    }
    // `Tom Quill of Tarn and Co`
    let firm = who.start > 1
        && tokens[who.start].reads(set::FIRM_AFTER_AND)
        && tokens[who.start].is(shape::UPPER)
        && tokens[who.start - 1].is_word(words!("and"))
        && tokens[who.start - 2].is(shape::UPPER);
    if let Some(name) = noun_phrase_before(text, tokens, who.start - usize::from(firm)).filter(|_| firm) {
        return name.start;
    }
    // `Prevention`, `Application of Technology`
    let end_of_name =
        who.len() == 1 || (tokens[who.start + 1].is_word(words!("of" | "in" | "for")) && !tokens[who.start].is(class::INSTITUTION));
    let joined = end_of_name && who.start > 1 && tokens[who.start].is(shape::UPPER) && tokens[who.start - 1].is_word(words!("and"));
    let first = who.start.checked_sub(1).filter(|_| joined).and_then(|and| noun_phrase_before(text, tokens, and));
    let part = |token: &Token| token.is(shape::UPPER) || token.is_word(words!("of" | "for" | "the" | "'s"));
    let body = |first: &Range<usize>| {
        let phrase = &tokens[first.clone()];
        phrase.iter().any(|token| token.is_word(words!("of" | "for"))) && phrase.iter().all(|token| part(token) || token.is(class::DET))
    };
    first.filter(body).map_or(who.start, |first| first.start)
}

/// Returns the antecedent of `who` and `which`: `Ilse Maran` in `Ilse Maran, who told parliament`.
pub(crate) fn antecedent(text: &str, tokens: &[Token], who: Range<usize>) -> Range<usize> {
    let relative = who.len() == 1 && tokens[who.start].is_word(words!("who" | "which"));
    let end = who.start - usize::from(who.start > 0 && tokens[who.start - 1].is_mark(text, ","));
    if !relative {
        return who;
    }
    let Some(phrase) = noun_phrase_before(text, tokens, end) else { return who };
    // `the choice rests with Huld, who`
    let rests = |at: &usize| *at > phrase.start && tokens[*at].is(class::PREP) && tokens[at - 1].is_word(set::REST_WITH);
    let phrase = phrase.clone().find(rests).map_or(phrase.start, |with| with + 1)..phrase.end;
    // `is a close ally of Huld, who has vowed`
    let names = tokens[phrase.clone()].iter().rev().take_while(|token| token.is(shape::UPPER)).count();
    let of = names > 0 && names + 1 < phrase.len() && tokens[phrase.end - names - 1].is_word(words!("of"));
    let described = tokens[phrase.start].is_word(words!("a" | "an")) && phrase.start > 0 && tokens[phrase.start - 1].is(class::BE);
    if of && described { phrase.end - names..phrase.end } else { phrase }
}

/// How many tokens a title may have behind its first noun: `Secretary of State for European and Eurasian Affairs`.
const TITLE: usize = 14;

/// Takes in the name behind a long title: `Assistant Secretary of State for Security Lena Huld` for `Assistant Secretary of State`.
pub(super) fn with_name_behind_title(tokens: &[Token], who: Range<usize>) -> Range<usize> {
    let titled =
        tokens[who.clone()].iter().any(|token| token.is(class::TITLE) && token.is(shape::UPPER)) && !is_person(&tokens[who.clone()]);
    let tail = tokens.get(who.end).is_some_and(|next| next.is_word(words!("for" | "of" | "to")));
    let part = |token: &&Token| token.is(shape::UPPER) || token.is_word(words!("for" | "of" | "to" | "and" | "the"));
    let end = who.end + tokens[who.end..].iter().take(TITLE).take_while(part).count();
    let name = |token: &Token| token.is(shape::UPPER) && !is_known(token.word);
    let named = end > who.end + 2 && name(&tokens[end - 1]) && name(&tokens[end - 2]);
    if titled && tail && named { who.start..end } else { who }
}

/// The longest name beside a role, in tokens.
const NAME: usize = 5;

/// Returns the name beside a role: `Lena Huld` for `the mayor` in `said the mayor, Lena Huld.`
pub(super) fn name_behind_role(text: &str, tokens: &[Token], who: Range<usize>) -> Range<usize> {
    let comma = tokens.get(who.end).is_some_and(|next| next.is_mark(text, ","));
    let head = head(&tokens[who.clone()]);
    let role = head.is(class::TITLE | shape::AGENT) && !is_person(&tokens[who.clone()]);
    if !comma || !role {
        return who;
    }
    let name = |token: &&Token| token.is(shape::UPPER) && !token.is(class::DET | class::PREP | class::INSTITUTION | class::TITLE);
    // `the leader of the study, Dr. Lena Huld`
    let titled = tokens.get(who.end + 1).is_some_and(|title| title.is(class::TITLE) && title.is(shape::UPPER));
    let dotted = tokens.get(who.end + 2).is_some_and(|dot| dot.is_mark(text, "."));
    let title = usize::from(titled) + usize::from(titled && dotted);
    let end = who.end + 1 + title + tokens[(who.end + 1 + title).min(tokens.len())..].iter().take_while(name).count();
    let closed = tokens.get(end).is_none_or(|next| next.is(shape::MARK | class::PREP | class::WEEKDAY) && !next.reads(words!("'s")));
    let name = &tokens[who.end + 1..end];
    if closed && (is_full_name(name) || (titled && name.len() > 1)) { who.end + 1..end } else { who }
}

/// Returns true for a name of two words or more, one of which is none of the lexicon: `Mark Huld`, `Lena Baker`; not for places.
fn is_full_name(name: &[Token]) -> bool {
    let unknown = |token: &Token| token.is(shape::WORD) && !is_known(token.word) && !token.is(class::MONTH | class::WEEKDAY);
    (2..=NAME).contains(&name.len()) && !name[0].reads(set::BEFORE_PLACE_NAME) && name.iter().any(unknown)
}

/// Returns `Tim Cook` before the verb of `The firm's chief executive, Tim Cook, said`.
pub(super) fn name_beside_role(text: &str, tokens: &[Token], verb: usize) -> Option<Range<usize>> {
    let close = verb.checked_sub(1).filter(|close| tokens[*close].is_mark(text, ","))?;
    let part = |token: &&Token| token.is(shape::UPPER) && token.is(shape::WORD);
    let start = close - tokens[..close].iter().rev().take_while(part).count();
    (is_full_name(&tokens[start..close]) && role_before(text, tokens, start).is_some()).then_some(start..close)
}

/// Returns where the role before a name begins, up to the comma between them: `The firm's chief executive` of `The firm's chief executive, Tim Cook`.
pub(super) fn role_before(text: &str, tokens: &[Token], name: usize) -> Option<usize> {
    let comma = name.checked_sub(1).filter(|comma| tokens[*comma].is_mark(text, ","))?;
    let words = tokens[..comma].iter().rev().take_while(|token| token.is(shape::WORD) || matches!(token.byte, b'-' | b'\'')).count();
    let role = |token: &Token| {
        let person = token.reads(set::DECIDING_PERSON) || token.reads(set::ROLE_BESIDE_NAME);
        (person || token.is(class::TITLE | shape::AGENT)) && !token.is(shape::UPPER | shape::PLURAL | shape::AGENTS)
    };
    let phrase = &tokens[comma - words..comma];
    // `Its head of policy`
    let head = phrase.iter().position(|token| token.is(class::PREP)).unwrap_or(phrase.len());
    let verb = |token: &Token| {
        let acts = token.is(class::BE | class::HAVE | class::MODAL | class::SAY | class::CONJ) && !token.reads(words!("'s"));
        let past = token.is(shape::ED) && !token.is(shape::UPPER | class::MODIFIER);
        acts || past || token.is_word(set::RELATIVE_PERSON) || token.is_word(set::IRREGULAR_PAST) || token.is_word(set::IRREGULAR_ACT)
    };
    // `Tom Quill, its head, Lena Huld, said`
    let opens = comma == words || !tokens[comma - words - 1].is_mark(text, ",") || tokens[comma - words - 1].is(shape::QUOTED);
    let first = phrase.first().is_some_and(|first| first.is(class::DET | shape::UPPER | class::TITLE) || first.reads(set::POSSESSIVE));
    (phrase[..head].last().is_some_and(role) && first && opens && !phrase.iter().any(verb)).then_some(comma - words)
}

//! Clauses: the subject before a verb, and the noun phrases that begin or end at a place.

use crate::engine::grammar::name_in_aside::named_by_aside;
use crate::engine::grammar::name_list::closes_list;
use crate::engine::grammar::noun_phrase::left_edge;
use crate::engine::grammar::noun_phrase_end::complement_end;
use crate::engine::grammar::speaker::head;
use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// How many adverbs and auxiliaries may stand between a subject and its verb.
const BETWEEN: usize = 5;
/// How many `of the ministry` a subject may carry.
const TAILS: usize = 3;
/// How many tokens an aside between commas may take.
const ASIDE: usize = 14;

/// Returns the subject of the verb at `verb` if it stands before the verb: `The mayor, however, has said`.
pub(crate) fn subject(text: &str, tokens: &[Token], verb: usize) -> Option<Range<usize>> {
    let mut end = verb;
    let skipped = class::ADVERB | class::HAVE | class::BE | class::DO | class::MODAL | class::NEGATOR | shape::LY;
    while end > 0
        && verb - end < BETWEEN
        && (tokens[end - 1].is(skipped) || is_floating(tokens, end - 1))
        && !tokens[end - 1].is(class::PRONOUN)
        && !tokens[end - 1].reads(set::NOUN_IN_LY)
        && !ends_name(tokens, end - 1)
    {
        end -= 1;
    }
    let end = end - usize::from(closes_list(text, tokens, end));
    let before_aside = aside_start(text, tokens, end);
    let phrase = noun_phrase_before(text, tokens, before_aside)?;
    let phrase = if before_aside < end { before_state(text, tokens, &phrase).unwrap_or(phrase) } else { phrase };
    let aside = before_aside..end;
    // `Earlier this year, the Oster Institute, said`: the phrase before the commas is a date.
    if aside.len() > 2 && head(&tokens[phrase.clone()]).is(class::PERIOD | class::WEEKDAY | class::MONTH | shape::DIGITS) {
        return Some(aside.start + 1..end - 1).filter(|name| tokens[name.start].is(class::DET | shape::UPPER));
    }
    named_by_aside(text, tokens, &phrase, &aside).or_else(|| Some(without_adjunct(tokens, phrase)))
}

/// Returns true for the `both` of `The ministers have both said`.
fn is_floating(tokens: &[Token], at: usize) -> bool {
    tokens[at].is_word(words!("both" | "all" | "each")) && at > 0 && tokens[at - 1].is(class::BE | class::HAVE)
}

/// Returns `The mayor of Oster` for the `Ohio` of `The mayor of Oster, Ohio, Lena Huld, said`, and `Rep. Huld` for the `R-Ohio` of `Rep. Huld,
/// R-Ohio, who was fined, said`.
fn before_state(text: &str, tokens: &[Token], state: &Range<usize>) -> Option<Range<usize>> {
    let comma = state.start.checked_sub(1).filter(|comma| tokens[*comma].is_mark(text, ","))?;
    let phrase = noun_phrase_before(text, tokens, comma).filter(|phrase| tokens[phrase.end - 1].is(shape::UPPER))?;
    let placed = tokens[phrase.clone()].iter().any(|token| token.is_word(set::BEFORE_PLACE));
    let party = tokens[state.start].span.len() == 1 && tokens.get(state.start + 1).is_some_and(|next| next.is_mark(text, "-"));
    (party || (placed && tokens[state.clone()].iter().all(|token| token.is(shape::UPPER)))).then_some(phrase)
}

/// How many tokens a clause between a subject and its second verb or participle may take.
const CLAUSE: usize = 40;

/// Returns the subject of the clause around `at` if its first verb stands directly behind it: `The council` before `plans` in `The council sold
/// the mill and plans to leave` and before `saying` in `The council sold the mill, saying it may leave`.
pub(crate) fn main_subject(text: &str, tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let start = behind_border(text, tokens, at);
    let start = behind_opening(text, tokens, start, at);
    let phrase = noun_phrase_at(text, tokens, start).filter(|phrase| phrase.end <= at && at - start <= CLAUSE)?;
    // `Lena Huld began by`
    let past = |token: &Token| token.is(class::BEGINNING) || token.is_word(set::IRREGULAR_ACT) || token.is_word(set::IRREGULAR_PAST);
    let phrase = phrase.start..(phrase.start + 1..phrase.end).find(|at| past(&tokens[*at])).unwrap_or(phrase.end);
    let verb = behind_aside(text, tokens, phrase.end, at);
    let verb = verb + tokens[verb..at].iter().take_while(|token| token.is(class::ADVERB | shape::LY)).count();
    let finite = class::BE | class::HAVE | class::DO | class::MODAL | class::SAY | class::THINK | class::BEGINNING | shape::ED;
    let is_verb =
        verb < at && (tokens[verb].is(finite) || tokens[verb].is_word(set::IRREGULAR_ACT) || tokens[verb].is_word(set::IRREGULAR_PAST));
    let other = |token: &Token| token.is_word(set::RELATIVE) || (token.is(class::CONJ) && !token.is_word(words!("and" | "or" | "but")));
    let simple = !tokens[verb..at].iter().any(other) && !tokens[verb..at].iter().any(|token| token.is_word(words!("according")));
    (is_verb && simple && !tokens[phrase.start].is(class::PREP | class::CONJ)).then_some(phrase)
}

/// Returns the subject of the verb at `verb` before a relative clause: `All members` in `All members who live in the port are willing to`.
pub(crate) fn subject_before_relative(text: &str, tokens: &[Token], verb: usize) -> Option<Range<usize>> {
    let start = behind_opening(text, tokens, behind_border(text, tokens, verb), verb);
    let phrase = noun_phrase_at(text, tokens, start).filter(|phrase| phrase.end <= verb && verb - start <= CLAUSE)?;
    let relative = (phrase.start + 1..verb).find(|at| tokens[*at].is_word(words!("who" | "which" | "that")))?;
    let clause = tokens.get(relative + 1..verb).filter(|clause| clause.len() > 1)?;
    // In `The plan that the council wants` the clause has a subject of its own.
    let own = clause[0].is(class::DET | class::PRONOUN | class::INSTITUTION | shape::UPPER);
    let other = |token: &Token| token.is(class::CONJ | class::SAY | class::THINK | shape::MARK) || token.is_word(set::RELATIVE);
    // `The body that fined it learned the firm plans to`: a second verb.
    let finite = |token: &Token| token.is(class::BE | class::HAVE | class::MODAL | shape::ED) || token.is_word(set::IRREGULAR_PAST);
    let verbs = clause.iter().take_while(|token| finite(token) || token.is(class::ADVERB | shape::LY)).count().max(1);
    let second = clause[verbs..].iter().any(finite);
    (relative <= phrase.end && !own && !second && !clause.iter().any(other)).then_some(phrase.start..relative)
}

/// Returns where the clause around `at` begins: behind a colon, a quotation mark or a dash that no other one closes.
fn behind_border(text: &str, tokens: &[Token], at: usize) -> usize {
    let dash = |at: &usize| matches!(tokens[*at].span.of(text), "—" | "–");
    let border = |at: &usize| matches!(tokens[*at].span.of(text), ";" | ":" | "“" | "”" | "\"") || tokens[*at].is(shape::CITATION);
    let last = (0..at).rev().find(border).map_or(0, |border| border + 1);
    let mut dashes = (last..at).rev().filter(dash);
    match (dashes.next(), dashes.next()) {
        (Some(only), None) => only + 1,
        _ => last,
    }
}

/// Skips `On Friday,` at the start of a clause.
fn behind_opening(text: &str, tokens: &[Token], start: usize, end: usize) -> usize {
    let joins = start < end && tokens[start].is_word(words!("and" | "but"));
    let start = start + usize::from(joins);
    let opens = start < end && tokens[start].is(class::PREP | class::ADVERB | class::WEEKDAY);
    let comma = (start..end.min(start + ASIDE)).find(|at| tokens[*at].is_mark(text, ","));
    comma.filter(|_| opens).map_or(start, |comma| comma + 1)
}

/// Skips `, the head of the port,` and `— head of the port —` at `at`.
fn behind_aside(text: &str, tokens: &[Token], at: usize, end: usize) -> usize {
    let mark = if at < end { tokens[at].span.of(text) } else { "" };
    let longest = match mark {
        "," => ASIDE,
        "—" | "–" => CLAUSE,
        _ => return at,
    };
    (at + 1..end.min(at + longest)).find(|at| tokens[*at].is_mark(text, mark)).map_or(at, |close| close + 1)
}

/// Returns true for the object of a preposition, which is no subject: `the government` in `protests against the government threatened to`. Words
/// that may also begin a clause (`after Oster said`) are no prepositions here.
pub(crate) fn is_object(tokens: &[Token], phrase: &Range<usize>) -> bool {
    let before = first_of_names(tokens, phrase.start).checked_sub(1).map(|before| &tokens[before]);
    before.is_some_and(|before| {
        before.is(class::PREP) && !before.is(class::CONJ) && !before.reads(set::AWAITING_CLAUSE) && !before.reads(set::BEFORE_EVENT)
    })
}

/// Returns where a list of names begins that ends before `start`: `Huld and` in `reported by Huld and Quill`.
fn first_of_names(tokens: &[Token], start: usize) -> usize {
    let joined = start > 1 && tokens[start - 1].is_word(words!("and" | "or")) && tokens[start].is(shape::UPPER);
    let names = tokens[..start.saturating_sub(1)].iter().rev().take_while(|token| token.is(shape::UPPER)).count();
    let agents = joined && names > 0 && start > 1 + names && tokens[start - 2 - names].is_word(words!("by" | "against" | "with"));
    if agents { start - 1 - names } else { start }
}

/// Returns true for `Today` in `USA Today` and for `Daily` in `the People's Daily`.
fn ends_name(tokens: &[Token], at: usize) -> bool {
    let owned = at > 1 && tokens[at - 1].reads(words!("'s")) && tokens[at - 2].is(shape::UPPER);
    at > 0 && tokens[at].is(shape::CAPITAL) && (tokens[at - 1].is(shape::UPPER) || owned)
}

/// Leaves out when and how somebody spoke: `in an interview`, `on Friday` in `The agency on Friday said`.
pub(crate) fn without_adjunct(tokens: &[Token], phrase: Range<usize>) -> Range<usize> {
    let adjunct = |at: &usize| {
        let rest = &tokens[at + 1..phrase.end];
        let when_or_how =
            |token: &Token| token.is(class::WEEKDAY | class::MONTH) || token.is_word(set::OCCASION) || token.is_word(set::AUDIENCE);
        tokens[*at].is(class::PREP) && !tokens[*at].is_word(words!("of")) && rest.iter().any(when_or_how)
    };
    (phrase.start + 1..phrase.end).find(adjunct).map_or(phrase.clone(), |end| phrase.start..end)
}

/// Skips `, however,` and `— the head of the port —` back to the phrase before it, and `, 45,` and `(45)` before such an aside.
fn aside_start(text: &str, tokens: &[Token], end: usize) -> usize {
    let Some(last) = end.checked_sub(1) else { return end };
    let opening = match tokens[last].span.of(text) {
        "," => ",",
        ")" => "(",
        dash @ ("—" | "–") => dash,
        "-" if tokens[last].is(shape::SPACED) => "-",
        _ => return end,
    };
    let Some(start) = (end.saturating_sub(CLAUSE)..last).rev().find(|at| tokens[*at].is_mark(text, opening)) else { return end };
    let clause = tokens[start + 1].is(shape::ING) || tokens[start + 1].is_word(set::RELATIVE_PERSON);
    if last - start > ASIDE && !clause && !is_apposition(tokens, start, last) {
        return end;
    }
    // `Lena Huld, director of the port, who saw it, said`
    let first = if clause { (start.saturating_sub(ASIDE)..start).rev().find(|at| tokens[*at].is_mark(text, ",")) } else { None };
    let place = |first: usize| {
        let name = tokens[..first].iter().rev().take_while(|token| token.is(shape::UPPER | class::DET)).count();
        name < first && tokens[first - 1 - name].is(class::PREP)
    };
    if let Some(first) = first.filter(|first| is_apposition(tokens, *first, start) && !place(*first)) {
        return first;
    }
    let age = |at: usize| at >= 3 && tokens[at - 1].is(shape::DIGITS) && tokens[at - 2].is_mark(text, ",");
    let in_brackets = start >= 4 && tokens[start - 1].is_mark(text, ")") && tokens[start - 3].is_mark(text, "(");
    if age(start) {
        start - 2
    } else if in_brackets {
        start - 3
    } else {
        start
    }
}

/// Returns true for `one of the main suspects in the case` and `director of the port` behind a name and a comma.
fn is_apposition(tokens: &[Token], comma: usize, end: usize) -> bool {
    let verb = |token: &Token| token.is(class::BE | class::HAVE | class::MODAL | class::SAY) && !token.reads(words!("'s"));
    let opens = tokens[comma + 1].is_word(words!("one" | "a" | "an" | "the")) || tokens[comma + 1].is(class::TITLE | shape::AGENT);
    let named = comma > 0 && tokens[comma - 1].is(shape::UPPER) && !tokens[comma - 1].is(class::WEEKDAY | class::MONTH);
    named && opens && !tokens[comma + 1..end].iter().any(verb)
}

/// Returns the noun phrase that ends just before `end`, with its tails: `a spokesman for the ministry`.
pub(crate) fn noun_phrase_before(text: &str, tokens: &[Token], end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1)?;
    // `Lena Huld Jr. said`
    let abbreviated = last > 0 && tokens[last].is_mark(text, ".") && tokens[last - 1].is(class::ABBREVIATION);
    let last = last - usize::from(abbreviated && tokens[last - 1].is(shape::UPPER));
    if tokens[last].is(class::PRONOUN) && !tokens[last].is(class::DET) {
        return Some(last..end);
    }
    if !is_nominal(&tokens[last]) {
        return None;
    }
    let mut start = left_edge(text, tokens, last);
    for _ in 0..TAILS {
        let tail = start >= 2 && tokens[start - 1].is_word(set::TAIL_BEFORE) && is_nominal(&tokens[start - 2]);
        if !tail {
            break;
        }
        start = left_edge(text, tokens, start - 2);
    }
    Some(with_title(text, tokens, start)..end)
}

/// Takes in the `Mr.` of `Mr. Huld` and the given name of `June Huld`.
fn with_title(text: &str, tokens: &[Token], start: usize) -> usize {
    let titled = start >= 2
        && tokens[start - 1].is_mark(text, ".")
        && tokens[start - 2].is(class::TITLE | class::ABBREVIATION)
        && tokens[start - 2].is(shape::UPPER);
    let given = start >= 2
        && tokens[start - 1].is(class::MONTH)
        && tokens[start - 1].is(shape::UPPER)
        && tokens[start].is(shape::UPPER)
        && !tokens[start - 2].is(class::PREP | class::DET | shape::MARK);
    if titled {
        left_edge(text, tokens, start - 2)
    } else if given {
        left_edge(text, tokens, start - 1)
    } else {
        start
    }
}

fn is_nominal(token: &Token) -> bool {
    let other =
        class::PREP | class::CONJ | class::ADVERB | class::BE | class::HAVE | class::DO | class::MODAL | shape::MARK | shape::CITATION;
    token.is(shape::WORD) && (!token.is(other) || token.is(shape::UPPER))
}

/// Returns the noun phrase that begins at `start`, with one tail: `the head of the port`.
pub(crate) fn noun_phrase_at(text: &str, tokens: &[Token], start: usize) -> Option<Range<usize>> {
    let mut end = complement_end(text, tokens, start);
    let tail = tokens.get(end).is_some_and(|token| token.is_word(set::TAIL));
    if tail && end > start {
        end = complement_end(text, tokens, end + 1).max(end);
    }
    (end > start && start < tokens.len()).then_some(start..end)
}

/// Returns true if a finite verb can stand among the tokens.
pub(crate) fn has_finite_verb(clause: &[Token]) -> bool {
    let verb = |token: &Token| token.is(class::BE | class::HAVE | class::DO | class::MODAL | class::SAY | class::THINK | class::SETTLE);
    let ending = |token: &Token| token.is(shape::ED | shape::PLURAL) && !token.is(shape::UPPER | class::PERIOD | class::UNIT);
    // `responsibility for a fire that killed two`: a verb behind a relative pronoun is not that of the clause.
    let own = clause.iter().skip(1).take_while(|token| !token.is_word(set::RELATIVE));
    own.into_iter().any(|token| verb(token) || ending(token))
}

/// Returns true if a verb stands among the tokens, also an irregular one and one behind `that`: `In that year, a storm struck the port`.
pub(crate) fn has_verb(clause: &[Token]) -> bool {
    let irregular = |token: &Token| token.is_word(set::IRREGULAR_PAST) || token.is_word(set::IRREGULAR_ACT);
    let past = |token: &Token| token.is(shape::ED) && !token.is(shape::UPPER | class::MODIFIER);
    has_finite_verb(clause) || clause.windows(2).any(|pair| !pair[0].is(class::DET) && (irregular(&pair[1]) || past(&pair[1])))
}

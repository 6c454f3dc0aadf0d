//! Names of persons: where they stand, and whether a pronoun fits their titles.

use crate::engine::ledger::source_names::without_particle;
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::Report;
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, is_known, set, words};
use std::ops::Range;

/// How many claims before a pronoun are searched for whose surname a name is.
const CLAIMS: usize = 60;

/// Returns where persons are named: a title and a name, or two capitalised words that the lexicon does not know.
pub(super) fn names_in(tokens: &[Token]) -> impl Iterator<Item = Range<usize>> {
    const NO_SURNAME: u64 = class::CONJ | class::SAY | class::BE;
    const NO_NAME: u64 =
        class::NOT_A_NAME | class::INSTITUTION | class::OUTLET | class::MONTH | class::WEEKDAY | class::PRONOUN | class::DET;
    let name = |token: &Token| token.is(shape::UPPER) && !is_known(token.word);
    // `James To`
    let surname = |token: &Token| {
        let word = token.is(class::PREP) && (!token.is(shape::CAPITAL) || token.is(shape::HEADLINE));
        token.is(shape::UPPER) && !token.is(NO_NAME | NO_SURNAME) && !word
    };
    let starts = (0..tokens.len()).filter(move |at| {
        let before = |token: &Token| name(token) || (token.is(shape::UPPER) && token.reads(set::GIVEN_NAME));
        let inside = *at > 0 && before(&tokens[at - 1]) && !tokens[*at].is(class::TITLE);
        let given = tokens[*at].reads(set::GIVEN_NAME) && tokens[*at].is(shape::UPPER) && tokens.get(at + 1).is_some_and(name);
        let person = given || (tokens.get(at + 1).is_some_and(surname) && (tokens[*at].is(class::TITLE) || name(&tokens[*at])));
        (person || is_dotted_title(tokens, *at)) && !inside
    });
    starts
        .map(move |at| {
            // `Wang Chien-shien`
            let joined = |token: &Token| token.is(shape::MARK) && token.byte == b'-' && !token.is(shape::SPACED);
            let dot = usize::from(is_dotted_title(tokens, at));
            let mut length = dot + tokens[at + 1 + dot..].iter().take_while(|token| surname(token)).count();
            while tokens.get(at + 1 + length).is_some_and(joined) && tokens.get(at + 2 + length).is_some_and(|next| !next.is(shape::SPACED))
            {
                length += 2;
            }
            let body = tokens.get(at + 1 + length).is_some_and(|next| next.is(class::INSTITUTION) && next.is(shape::UPPER));
            // `New Jersey Governor Lena Huld`
            let placed = at > 0 && tokens[at - 1].is(shape::UPPER) && tokens[at - 1].reads(set::BEFORE_PLACE_NAME);
            at - usize::from(placed)..if body { at - usize::from(placed) } else { at + 1 + length }
        })
        .filter(|range| !range.is_empty())
}

/// Returns true for `Prime Minister Lena Huld`, `a ministry spokesman` and `the head of Norvik`: a person, whatever body the phrase names.
pub(super) fn ends_with_person(phrase: &[Token]) -> bool {
    // `Bank of Oster Governor Tom Huld`
    let titled = |name: Range<usize>| {
        let title = |at: usize| phrase[at].is(class::TITLE | class::OFFICE | shape::AGENT);
        name.end == phrase.len() && (title(name.start) || (name.start > 0 && title(name.start - 1)))
    };
    let tail = phrase.iter().skip(1).position(|token| token.is(class::PREP) || token.byte == b',');
    let head = tail.map_or(phrase.len(), |tail| tail + 1);
    // `Tom Huld of the Harbour Board`, `the engineer Tom Huld`
    let named = |name: Range<usize>| name.end == head && (name.start == 0 || !phrase[name.start - 1].is(shape::UPPER));
    let role = |head: &Token| {
        let body = head.reads(set::DECIDING_BODY) || head.is(class::INSTITUTION);
        let person = head.reads(set::PLAIN_PERSON) || head.reads(set::DECIDING_PERSON) || head.reads(set::ROLE_BESIDE_NAME);
        (head.is(class::TITLE | shape::AGENT) || person) && !body && !head.is(shape::PLURAL | shape::AGENTS)
    };
    names_in(phrase).any(titled) || names_in(&phrase[..head]).any(named) || phrase[..head].last().is_some_and(role)
}

/// Returns true for the title in `Mr. Huld`.
fn is_dotted_title(tokens: &[Token], at: usize) -> bool {
    let dot = tokens.get(at + 1).is_some_and(|dot| dot.byte == b'.' && dot.is(shape::MARK));
    let name = tokens.get(at + 2).is_some_and(|name| name.is(shape::UPPER) && !name.is(class::DET | class::PRONOUN | class::PREP));
    tokens[at].is(class::TITLE) && tokens[at].is(class::ABBREVIATION) && tokens[at].is(shape::UPPER) && dot && name
}

/// Returns true for `she` after `Mrs Huld`.
pub(super) fn has_title(phrase: &[Token], pronoun: &Token) -> bool {
    let he = pronoun.reads(words!("he" | "his" | "him"));
    phrase.iter().any(|token| if he { token.reads(words!("mr")) } else { token.reads(words!("mrs" | "ms")) })
}

/// Returns false for `he` and `Mr` after `Mrs Huld` and for `she` after `Mr Quill`.
pub(super) fn fits_title(phrase: &[Token], other: &Token) -> bool {
    let man = other.reads(words!("he" | "his" | "him")) || other.reads(set::TITLE_OF_MAN);
    let woman = !man && (other.is(class::PRONOUN) || other.reads(set::TITLE_OF_WOMAN));
    !phrase.iter().any(|token| (man && token.reads(set::TITLE_OF_WOMAN)) || (woman && token.reads(set::TITLE_OF_MAN)))
}

/// Returns the speaker whose name ends with a word: `Lena Huld` for `Huld`.
pub(super) fn known(text: &str, speakers: &[Span], word: Span) -> Option<Span> {
    let named = |who: &Span| {
        if !who.of(text).contains(word.of(text)) {
            return None;
        }
        let tokens = tokens_of(text, *who);
        // Of `Lena Huld and Tom Quill` the one of the name.
        if tokens.iter().any(|token| token.is_word(words!("and"))) {
            let own = names_in(&tokens).find(|name| tokens[name.end - 1].span.of(text) == word.of(text))?;
            return Some(Span { start: tokens[own.start].span.start, end: tokens[own.end - 1].span.end });
        }
        // Of `Lena Huld of the Harbour Board` Huld is the surname, of `Chancellor of the Exchequer Lena Huld` too.
        let placed =
            |name: &Range<usize>| tokens.get(name.end).is_some_and(|next| next.is(class::PREP)) && !is_known(tokens[name.end - 1].word);
        let first = names_in(&tokens).next()?;
        let last = if placed(&first) { tokens[first.end - 1].span.of(text) } else { without_particle(surname(text, *who)) };
        (last == word.of(text)).then_some(*who)
    };
    speakers.iter().find_map(named)
}

pub(super) fn surname(text: &str, name: Span) -> &str {
    name.of(text).split_whitespace().next_back().unwrap_or_default()
}

/// Returns true for `Lena Huld` and `Huld`, not for `Lena Huld` and `Sven Huld`.
pub(super) fn may_be_one(text: &str, one: Span, other: Span) -> bool {
    let given = |name: Span| tokens_of(text, name).into_iter().rev().nth(1).filter(|given| !given.is(class::TITLE | shape::MARK));
    let (first, second) = (given(one), given(other));
    let differ = first.zip(second).is_some_and(|(first, second)| first.span.of(text) != second.span.of(text));
    surname(text, one) == surname(text, other) && !differ
}

/// Returns the last named speakers before a sentence.
pub(super) fn speakers_before(report: &Report, sentence: usize) -> Vec<Span> {
    let before = report.claims.partition_point(|other| other.sentence < sentence);
    report.claims[..before].iter().rev().take(CLAIMS).filter(|other| other.named).map(|it| it.who).collect()
}

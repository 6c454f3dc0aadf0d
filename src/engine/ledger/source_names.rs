//! Names of sources: which words they have, and whether two of them belong to one source.

use crate::engine::grammar::speaker::{is_document, is_person};
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, is_known, set, words};

/// Returns true if both names belong to one source: `Huld` and `Lena Huld`, `Choi` and `Choi Tak-tsan`, but not `Sarah Smith` and `Tom Smith`.
pub(super) fn same(one: &[String], other: &[String]) -> bool {
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    let by_family = |long: &[String]| matches!((long, short), ([.., family, given], [only]) if given.contains('-') && family == only);
    if by_family(long) {
        return true;
    }
    if is_acronym_of(long, short) || is_acronym_of(short, long) {
        return true;
    }
    let start = long.len() - short.len();
    !short.is_empty()
        && long[start..].iter().zip(short).all(|(one, other)| without_particle(one).eq_ignore_ascii_case(without_particle(other)))
}

/// Returns the `Masri` of `al-Masri`.
pub(super) fn without_particle(name: &str) -> &str {
    name.split_once('-').filter(|(particle, _)| particle.starts_with(char::is_lowercase)).map_or(name, |(_, family)| family)
}

/// The fewest letters of an acronym: two may be the initials of a person.
const LETTERS: usize = 3;

/// Returns true for `Oster Defence Forces` and `ODF`, and for `Centres for Flood Control and Prevention` and `CFC`.
fn is_acronym_of(long: &[String], short: &[String]) -> bool {
    let [acronym] = short else { return false };
    if long.len() < LETTERS || acronym.len() < LETTERS || !acronym.chars().all(|letter| letter.is_ascii_uppercase()) {
        return false;
    }
    let mut initials = long.iter().filter_map(|word| word.chars().next());
    acronym.chars().all(|letter| initials.next() == Some(letter))
}

/// Returns the words of the name: `Lena`, `Huld` in `Senator Lena Huld of the port` and `the mayor, Lena Huld`; of an organisation all words of
/// its name, `Ministry`, `Defence` in `the Ministry of Defence`; of one without a name, all its words.
pub(super) fn name(text: &str, tokens: &[Token]) -> Vec<String> {
    // `the Oster ministry spokesman, Lena Huld`
    let comma = tokens.iter().position(|token| token.is_mark(text, ","));
    let behind = comma.map_or(&tokens[..0], |comma| &tokens[comma + 1..]);
    let tokens = if behind.len() > 1 && behind.iter().all(|token| token.is(shape::UPPER)) { behind } else { behind_role(tokens) };
    let honour = |token: &Token| token.reads(set::HONOURS);
    let part = |token: &&Token| token.is(shape::UPPER) && !token.is(class::DET | class::PRONOUN | class::TITLE) && !honour(token);
    let word = |token: &Token| token.span.of(text).to_owned();
    // `Acting District Attorney Lena Huld`: the name stands behind the last title.
    let run = tokens.iter().take_while(|token| token.is(shape::UPPER)).count();
    let title =
        tokens[..run].iter().rposition(|token| token.is(class::TITLE) || token.reads(set::DECIDING_PEOPLE)).filter(|title| title + 1 < run);
    let tokens = title.map_or(tokens, |title| &tokens[title + 1..]);
    let tokens = behind_employer(tokens);
    let Some(first) = tokens.iter().position(|token| part(&token)) else {
        return tokens.iter().map(|token| word(token).to_lowercase()).collect();
    };
    let tokens = &tokens[first..];
    let end = tokens.iter().position(|token| token.is_mark(text, ",")).unwrap_or(tokens.len());
    // `James To`
    let joins = |token: &Token| token.is(class::PREP) && !token.is(shape::CAPITAL);
    let tail = tokens[..end].iter().position(joins).unwrap_or(end);
    // `the Ministry of Defence` and `the Ministry of Finance` are two.
    let body = tail > 0 && is_known(tokens[tail - 1].word) && !is_person(&tokens[..tail]);
    let tokens = &tokens[..if body { end } else { tail }];
    let hyphen = |at: usize| tokens.get(at).is_some_and(|mark| mark.byte == b'-' && !mark.is(shape::SPACED));
    // `Tak-tsan` is one name.
    let joined = |at: usize| hyphen(at + 1) && at + 2 < tokens.len();
    let end = |at: usize| if joined(at) { tokens[at + 2].span.end } else { tokens[at].span.end };
    let whole = |at: usize| Span { start: tokens[at].span.start, end: end(at) };
    // `al-Masri` is one name, too.
    let particle = |at: usize| joined(at) && tokens[at].span.len() < 4 && tokens[at + 2].is(shape::UPPER) && !tokens[at].is(class::DET);
    let starts = |at: &usize| (part(&&tokens[*at]) || particle(*at)) && !(*at > 1 && hyphen(*at - 1));
    (0..tokens.len()).filter(starts).map(|at| whole(at).of(text).to_owned()).collect()
}

/// Returns the `Lena Huld` of `Oster Rail head of operations Lena Huld`, or all tokens.
fn behind_role(tokens: &[Token]) -> &[Token] {
    // `Tak-tsan`
    let hyphened = |at: usize| at > 0 && tokens[at - 1].byte == b'-' && !tokens[at].is(shape::SPACED);
    let part = |at: &usize| tokens[*at].is(shape::UPPER) || tokens[*at].byte == b'-' || hyphened(*at);
    let start = tokens.len() - (0..tokens.len()).rev().take_while(part).count();
    let role = start > 0 && tokens[start - 1].is(shape::WORD) && !tokens[start - 1].is(class::PREP | class::DET | class::CONJ);
    let joined = start > 1 && tokens[..start].iter().any(|token| token.is(class::PREP));
    if role && joined && tokens.len() > start + 1 { &tokens[start..] } else { tokens }
}

/// Returns the `Huld` of `the Oster Herald's Huld`, or all tokens.
fn behind_employer(tokens: &[Token]) -> &[Token] {
    let owner = tokens.iter().position(|token| token.reads(words!("'s"))).map_or(0, |owner| owner + 1);
    let person = |name: &[Token]| is_person(name) || matches!(name, [only] if only.is(shape::UPPER) && !is_known(only.word));
    let body = !tokens[..owner].iter().any(|token| token.is(class::PREP | shape::MARK));
    if owner > 0 && body && person(&tokens[owner..]) { &tokens[owner..] } else { tokens }
}

/// Returns the people of `Lena Huld and Tom Quill`, or the phrase itself.
pub(super) fn people(text: &str, who: Span) -> Vec<Span> {
    let tokens = tokens_of(text, who);
    let parts: Vec<&[Token]> =
        tokens.split(|token| token.is_word(words!("and")) || token.is_mark(text, ",")).filter(|part| !part.is_empty()).collect();
    let joined = tokens.iter().any(|token| token.is_word(words!("and")));
    let apart = |part: &[Token]| is_person(part) || is_named_apart(text, who, part);
    if !joined || parts.len() < 2 || !parts.iter().all(|part| apart(part)) {
        return vec![who];
    }
    // `the analysts Lena Huld and Tom Quill`: the role is that of both.
    let plain = |part: &[Token]| part.iter().rposition(|token| token.is(shape::WORD) && !token.is(shape::UPPER)).map_or(0, |role| role + 1);
    let first = |part: &[Token]| if part[0].is(class::DET) && is_person(&part[plain(part)..]) { plain(part) } else { 0 };
    parts.iter().map(|part| Span { start: part[first(part)].span.start, end: part[part.len() - 1].span.end }).collect()
}

/// Returns the `Lena Huld` of `his mother Lena Huld` and of `his doctor, Lena Huld`.
pub(super) fn without_kin(text: &str, who: Span) -> Span {
    let tokens = tokens_of(text, who);
    let names = tokens.iter().rev().take_while(|token| token.is(shape::UPPER) || token.is_mark(text, ".")).count();
    let name = &tokens[tokens.len() - names..];
    let owned = tokens.first().is_some_and(|first| first.reads(set::POSSESSIVE)) && names < tokens.len();
    if owned && name.len() > 1 && is_person(name) { Span { start: name[0].span.start, end: who.end } } else { who }
}

/// Returns true for a part of `Huld and Quill` that the article also names elsewhere: `Marks` of `Marks and Spencer` is no name.
fn is_named_apart(text: &str, who: Span, part: &[Token]) -> bool {
    let outlet = part.iter().all(|token| token.is(class::OUTLET));
    let name = Span { start: part[0].span.start, end: part[part.len() - 1].span.end }.of(text);
    let near = around(text, who);
    let count = |words: &str| near.matches(words).count();
    // `Johnson and Johnson`
    let twice = who.of(text).matches(name).count() > 1;
    part.iter().all(|token| token.is(shape::UPPER | shape::MARK)) && !twice && (outlet || count(name) > count(who.of(text)))
}

/// How far around a name the article is searched for it, in bytes: keeps the time linear.
const NEAR: usize = 20_000;

/// Returns the text around a name.
pub(super) fn around(text: &str, name: Span) -> &str {
    &text[text.ceil_char_boundary(name.start.saturating_sub(NEAR))..text.floor_char_boundary(name.end + NEAR)]
}

/// Returns true for `One Labour councillor` and `a Herald`, whose capitals name nobody; not for `an angry Lena Huld`, `a Herald report` and
/// `a Karsk committee`.
pub(super) fn is_one_of_many(text: &str, who: Span) -> bool {
    let tokens = tokens_of(text, who);
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
    // `One Medical` is a name.
    let one = first.reads(words!("one")) && !tokens.iter().all(|token| token.is(shape::UPPER));
    let indefinite = first.reads(set::ONE_MORE) || one || first.reads(set::MANY_OR_FEW) || first.reads(set::SEVERAL);
    let body = (last.is(class::INSTITUTION) && !last.is(shape::UPPER)) || is_document(last) || last.reads(set::POLL);
    indefinite && tokens.len() > 1 && !body && !is_person(&tokens)
}

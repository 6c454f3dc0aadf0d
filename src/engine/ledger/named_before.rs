//! Persons whom the sentences before a pronoun name, and who of them it stands for.

use crate::engine::ledger::person_names::{fits_title, has_title, known, may_be_one, names_in, speakers_before, surname};
use crate::engine::ledger::row_head::behind_dateline;
use crate::engine::ledger::running_quotation::is_quoted;
use crate::engine::ledger::single_names::{only_single_name, single_names};
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::Report;
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, is_known, set, words};
use std::ops::Range;

/// What a verb looks like behind its subject.
const FINITE: u64 = class::BE | class::HAVE | class::DO | class::MODAL | class::SAY | class::THINK | shape::ED | shape::PLURAL;
/// How many sentences before a pronoun are searched for the name that it stands for.
const NEAR: usize = 3;
/// How far from the start of its sentence, in bytes, a subject begins.
const SUBJECT: usize = 12;

/// Returns the one person whom the sentences before a pronoun name, if that person speaks in them or begins one of them; nothing if they name
/// several, or none.
pub(super) fn only_person_before(text: &str, report: &Report, sentence: usize, pronoun: &Token) -> Option<Span> {
    let speakers = speakers_before(report, sentence);
    let mut found: Option<(Span, bool)> = None;
    let mut singles: Vec<&str> = Vec::new();
    for near in (sentence.saturating_sub(NEAR)..=sentence).rev() {
        let span = report.sentences[near];
        let tokens = tokens_of(text, Span { start: span.start, end: span.end.min(pronoun.span.start).max(span.start) });
        let single = single_names(text, report, near, &tokens, pronoun);
        let fitting = |name: &Span| fits_title(&tokens_of(text, *name), pronoun) && !is_quoted(text, report, *name);
        // `SAN FRANCISCO — A judge`, not `Josh Huld - the member - says`
        let shouted = tokens.first().is_some_and(|first| first.span.len() > 1 && !first.span.of(text).contains(char::is_lowercase));
        let behind = if shouted { behind_dateline(text, &tokens) } else { &tokens };
        for name in persons(text, behind, &speakers).into_iter().filter(fitting) {
            let speaks = report.claims_in(near).iter().any(|claim| claim.who.overlaps(name))
                || is_subject(&tokens, name)
                || has_title(&tokens_of(text, name), pronoun);
            found = match found {
                Some((other, _)) if !other.overlaps(name) && !may_be_one(text, other, name) => return None,
                Some((other, spoke)) => Some((if other.len() >= name.len() { other } else { name }, spoke || speaks)),
                None => Some((name, speaks)),
            };
        }
        singles.extend(single);
        // `Lena Huld stated her intention`: the subject of the sentence.
        if found.is_some_and(|(_, speaks)| speaks || near < sentence) {
            break;
        }
    }
    if found.is_none() {
        return only_single_name(text, report, sentence, &singles).filter(|name| fits_title(&tokens_of(text, *name), pronoun));
    }
    let certain = |name: Span| singles.iter().all(|single| surname(text, name) == *single);
    found.filter(|(name, speaks)| certain(*name) && (*speaks || is_alone(text, report, sentence, *name))).map(|(name, _)| name)
}

/// Returns true for a name that begins its sentence, with its role: `Harbour pilot Lena Huld left`.
fn is_subject(tokens: &[Token], name: Span) -> bool {
    const VERB: u64 = class::BE | class::HAVE | class::MODAL | class::DO | class::SAY | class::THINK;
    const OTHER: u64 = VERB | shape::MARK | class::PREP | class::CONJ;
    let before = tokens.iter().take_while(|token| token.span.start < name.start);
    let words: Vec<&Token> = before.collect();
    let starts = tokens.first().is_some_and(|first| name.start <= first.span.start + SUBJECT);
    // `The mayor of Oster, Lena Huld, opened the port`
    let comma = |token: &Token| token.is(shape::MARK) && token.byte == b',';
    let beside = words.last().is_some_and(|last| comma(last)) && tokens[words.len()..].iter().any(comma);
    let role = &words[..words.len().saturating_sub(1)];
    let verbal = |token: &&&Token| token.is(VERB | shape::MARK) || (token.is(shape::ED) && !token.is(shape::UPPER | class::MODIFIER));
    let named = beside && role.first().is_some_and(|first| first.is(class::DET)) && !role.iter().any(|token| verbal(&token));
    starts || named || !words.iter().any(|token| token.is(OTHER) || (token.is(shape::ED) && !token.is(shape::UPPER | class::MODIFIER)))
}

/// Returns the persons that tokens name, with the full name for the surname of a speaker.
fn persons(text: &str, tokens: &[Token], speakers: &[Span]) -> Vec<Span> {
    let in_place = |start: usize| start > 0 && tokens[start - 1].is(class::PREP | class::DET);
    let span = |range: Range<usize>| Span { start: tokens[range.start].span.start, end: tokens[range.end - 1].span.end };
    let titled = |range: &Range<usize>| tokens[range.start].is(class::TITLE);
    // `the high-end Opal Watch` is a thing.
    let described = |start: usize| {
        start > 2 && (tokens[start - 1].is(class::MODIFIER) || tokens[start - 2].byte == b'-') && !tokens[start - 1].is(shape::UPPER)
    };
    let full = names_in(tokens).filter(|range| titled(range) || !(in_place(range.start) || described(range.start)));
    // `Finance chief Raj Menon`
    let role = |start: usize| start > 0 && tokens[start].is(class::TITLE) && !tokens[start].is(shape::UPPER);
    let full = full.map(|range| span(range.start + usize::from(role(range.start) && range.len() > 2)..range.end));
    let surnames = tokens.iter().filter(|token| token.is(shape::UPPER)).filter_map(|token| known(text, speakers, token.span));
    full.chain(surnames).collect()
}

/// Returns true if the sentence before names this person as what a body or several people act on, and nobody speaks near it: `The army freed
/// Tom Quill. He`. Not behind `A guard met Tom Quill`.
fn is_alone(text: &str, report: &Report, sentence: usize, name: Span) -> bool {
    let Some(before) = sentence.checked_sub(1).map(|before| report.sentences[before]) else { return false };
    let near = sentence.saturating_sub(NEAR)..sentence;
    let speaks = near.into_iter().any(|near| report.claims_in(near).iter().any(|claim| !claim.who.overlaps(name)));
    let ahead = tokens_of(text, Span { start: before.start, end: name.start.max(before.start) });
    let behind = tokens_of(text, Span { start: name.end.min(before.end), end: before.end });
    // A body and several people are no `he`.
    let others = ahead.iter().any(|token| token.is(class::INSTITUTION | shape::PLURAL | shape::AGENTS) || token.is_word(words!("police")));
    let single = |token: &Token| {
        let person = token.is(class::TITLE | shape::AGENT) || token.reads(set::DECIDING_PERSON) || token.reads(set::PLAIN_PERSON);
        (person || token.is_word(set::KIN) || token.reads(set::HE_OR_SHE)) && !token.is(shape::PLURAL | shape::AGENTS | class::INSTITUTION)
    };
    // `Quill's lawyer`, `Quill and his wife`; `Quill, a local official.`
    let alone = behind.first().is_none_or(|next| !next.reads(words!("'s" | "and")));
    let described = behind.first().is_some_and(|next| next.is_mark(text, ","));
    let clear = !ahead.iter().any(single) && (described || !behind.iter().any(single));
    let inside = before.start <= name.start && name.end <= before.end;
    inside && !speaks && others && alone && clear
}

/// Returns true if somebody else stands between a speaker and a pronoun, who may be meant: `Huld said Quill denies the plan he`.
pub(super) fn has_other_subject(text: &str, between: Span, pronoun: &Token) -> bool {
    let tokens = tokens_of(text, between);
    let person = pronoun.reads(set::HE_OR_SHE);
    // Several are seldom one name.
    let several = pronoun.reads(words!("they" | "their"));
    !several
        && (1..tokens.len()).any(|at| {
            let token = &tokens[at];
            let name = token.is(shape::UPPER) && !is_known(token.word) && !token.is(shape::INITIAL);
            let role = token.is(class::TITLE) || token.reads(set::DECIDING_PERSON) || token.is_word(set::KIN);
            let body = token.is(class::INSTITUTION) || token.reads(set::DECIDING_BODY);
            let other = name || if person { role && !token.is(shape::PLURAL) } else { body };
            other && tokens.get(at + 1).is_some_and(|next| next.is(FINITE))
        })
}

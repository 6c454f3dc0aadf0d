//! Names of one word, which may be whom a pronoun stands for: `Quill` in `Quill left the dam. He said`.

use crate::engine::ledger::person_names::{may_be_one, names_in};
use crate::engine::ledger::running_quotation::is_quoted;
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::Report;
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, is_known, set, words};
use std::ops::Range;

/// How far behind the start of its sentence a subject may stand after `On Friday,`, in tokens.
const OPENING_WORDS: usize = 8;
/// How many sentences before a pronoun are searched for the full form of a single name.
const FULL_NAME: usize = 40;

/// How many words a given name and a family name are.
const FAMILY: usize = 2;

/// Returns the person of the only single name that the sentences before a pronoun give, if the article names that person in full earlier.
pub(super) fn only_single_name(text: &str, report: &Report, sentence: usize, singles: &[&str]) -> Option<Span> {
    let single = singles.first().filter(|first| singles.iter().all(|other| other == *first))?;
    full_names(text, report, sentence, single).next()
}

/// Returns `Ana Ruiz` of `Mayor Ana Ruiz` for `Ruiz`, if the sentences before name one person so and no place.
pub(super) fn only_full_name(text: &str, report: &Report, sentence: usize, single: &str) -> Option<Span> {
    let before = sentences_before(text, report, sentence);
    let place = |preposition: &str| before.contains(&format!(" {preposition} {single}"));
    let mut names = full_names(text, report, sentence, single);
    let first = names.next()?;
    let one = names.all(|other| may_be_one(text, first, other));
    let person = without_role(text, first).filter(|_| one);
    person.filter(|_| !["in", "from", "to"].into_iter().any(place))
}

/// Returns `Ana Ruiz` of `Foreign Minister Ana Ruiz` and of `Foreign Affairs Ana Ruiz`; nothing for `Mrs Ruiz`.
fn without_role(text: &str, name: Span) -> Option<Span> {
    let tokens = tokens_of(text, name);
    let title = tokens.iter().rposition(|token| token.is(class::TITLE) || token.is_mark(text, ".")).map_or(0, |title| title + 1);
    let before = text[..name.start].split_whitespace().next_back().unwrap_or_default();
    let of_office = matches!(before, "of" | "for") || before.starts_with(char::is_uppercase);
    let role = title == 0 && of_office && tokens.len() > FAMILY + 1;
    let person = &tokens[title + usize::from(role)..];
    // `Chief Executive Ana Ruiz`
    let offices = person.iter().take_while(|token| token.is(shape::AGENT) || token.reads(set::DECIDING_PEOPLE)).count();
    let person = if person.len() >= offices + FAMILY { &person[offices..] } else { person };
    // In a title case headline, `Acme Buys Ruiz` looks like a name.
    let headline = person.iter().any(|token| token.is(shape::HEADLINE));
    (person.len() >= FAMILY && !headline).then(|| Span { start: person[0].span.start, end: name.end })
}

/// Returns the text of the sentences before one.
fn sentences_before<'a>(text: &'a str, report: &Report, sentence: usize) -> &'a str {
    let end = report.sentences.get(sentence).map_or(0, |sentence| sentence.start);
    let start = report.sentences.get(sentence.saturating_sub(FULL_NAME)).map_or(end, |first| first.start);
    text.get(start..end).unwrap_or_default()
}

/// Returns the names before a sentence that end with a single name: `Mayor Ana Ruiz` for `Ruiz`.
fn full_names<'a>(text: &'a str, report: &'a Report, sentence: usize, single: &'a str) -> impl Iterator<Item = Span> + 'a {
    let before = sentences_before(text, report, sentence);
    let start = report.sentences.get(sentence).map_or(0, |sentence| sentence.start) - before.len();
    before.match_indices(single).filter_map(move |(at, _)| {
        let place = start + at;
        let around = report.sentences[..sentence].partition_point(|sentence| sentence.end <= place);
        let tokens = tokens_of(text, *report.sentences.get(around)?);
        let whole = tokens.iter().any(|token| token.span.start == place);
        let span = |range: Range<usize>| Span { start: tokens[range.start].span.start, end: tokens[range.end - 1].span.end };
        names_in(&tokens).map(span).find(|name| whole && name.end == place + single.len() && name.start < place)
    })
}

/// Returns the single names that begin a sentence or speak in it: `Quill` in `Quill left the dam` may be whom a pronoun stands for.
pub(super) fn single_names<'a>(text: &'a str, report: &Report, sentence: usize, tokens: &[Token], pronoun: &Token) -> Vec<&'a str> {
    const VERB: u64 = class::BE | class::HAVE | class::MODAL | class::DO | class::SAY | class::THINK | class::ADVERB | shape::ED;
    let name = |token: &Token| token.is(shape::UPPER) && !is_known(token.word) && !token.is(shape::LY | shape::ING | shape::AGENTS);
    let quoted = |first: &Token| text[..first.span.start].ends_with(['"', '“', '‘', '\'']);
    let acts = |next: &Token| {
        let verb = next.is(VERB) || next.is_word(set::IRREGULAR_ACT) || next.is_word(set::IRREGULAR_PAST) || is_contracted(text, next);
        verb && !next.reads(words!("'s")) && !next.is(shape::UPPER)
    };
    // `Quill left`, `On Friday, Quill left`
    let alone = (0..tokens.len()).filter(|at| {
        let adjunct = || tokens[0].is(class::PREP | class::ADVERB | class::WEEKDAY) && !is_quoted(text, report, tokens[*at].span);
        let opens = *at == 0 || (*at < OPENING_WORDS && tokens[at - 1].is_mark(text, ",") && adjunct());
        let afterward = |next: &Token| next.span.of(text).starts_with("afterward");
        opens && name(&tokens[*at]) && !quoted(&tokens[*at]) && tokens.get(at + 1).is_some_and(|next| acts(next) || afterward(next))
    });
    let alone: Vec<&str> = alone.map(|at| tokens[at].span.of(text)).collect();
    let claims = report.claims_in(sentence).iter().filter(|claim| claim.named && claim.who.end <= pronoun.span.start);
    let speaks = claims.filter_map(|claim| match tokens_of(text, claim.who).as_slice() {
        [only] if only.is(shape::UPPER) && !only.is(class::OUTLET | class::INSTITUTION | class::PRONOUN) => Some(only.span.of(text)),
        _ => None,
    });
    speaks.chain(alone).collect()
}

/// Returns true for `ain't`.
fn is_contracted(text: &str, token: &Token) -> bool {
    token.span.of(text).ends_with("n't") || token.span.of(text).ends_with("n’t")
}

//! Named speakers that are joined to unnamed ones: `Mayor Huld and two aides said`.

use crate::engine::grammar::clause::noun_phrase_before;
use crate::engine::grammar::speaker::is_named_speaker;
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::{Claim, Report};
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{Category, class, words};

/// Returns the named speaker who is joined to an unnamed one: `Mayor Huld` in `Mayor Huld and two aides said`.
pub(super) fn partner_before(text: &str, report: &Report, claim: &Claim) -> Option<Span> {
    let unnamed = unnamed_at(report, claim.who)?;
    let sentence = report.sentences.get(claim.sentence)?;
    let tokens = tokens_of(text, Span { start: sentence.start, end: unnamed.start.max(sentence.start) });
    let and = tokens.len().checked_sub(1).filter(|last| tokens[*last].is_word(words!("and")))?;
    let phrase = noun_phrase_before(text, &tokens, and)?;
    // In `met Lena Huld and two aides said` a clause ends between the two.
    let opens =
        phrase.start == 0 || tokens[phrase.start - 1].is(shape::MARK | class::CONJ) || tokens[phrase.start - 1].is_word(words!("that"));
    let behind =
        claim.said.or(Some(claim.scope)).is_some_and(|said| said.start >= claim.who.end || said.end <= tokens[phrase.start].span.start);
    let span = Span { start: tokens[phrase.start].span.start, end: tokens[phrase.end - 1].span.end };
    let part = |token: &Token| token.is(shape::UPPER | shape::MARK | class::DET) || token.is_word(words!("of" | "'s"));
    let plain = tokens[phrase.clone()].iter().all(part);
    (opens && plain && behind && is_named_speaker(&tokens[phrase.clone()]) && unnamed_at(report, span).is_none()).then_some(span)
}

/// Returns the unnamed source at the place of a phrase.
pub(super) fn unnamed_at(report: &Report, who: Span) -> Option<Span> {
    let first = report.findings.partition_point(|finding| finding.span.end <= who.start);
    let near = report.findings[first..].iter().take_while(|finding| finding.span.start < who.end);
    near.into_iter().find(|finding| finding.category() == Category::Source && finding.span.overlaps(who)).map(|finding| finding.span)
}

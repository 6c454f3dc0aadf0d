//! Findings of the report, made of candidates.

use crate::engine::grammar::cited_clause::cited_for;
use crate::engine::grammar::spoken_by::{SpokenBy, whose};
use crate::engine::lex::token::Token;
use crate::engine::matching::candidates::Candidate;
use crate::engine::report::{Finding, Voice};
use crate::engine::resolve::{decision_details, open_date};
use crate::engine::text::Span;
use crate::lexicon::Category;
use crate::lexicon::pattern::instruction::shape;
use std::ops::Range;

/// Makes a finding of a candidate, with whose claim it is, who decides and when, and what a source is cited for.
pub(super) fn finding(text: &str, tokens: &[Token], candidate: Candidate, sentence: usize, claims: &[SpokenBy]) -> Finding {
    let place = candidate.start..candidate.end;
    let kind = candidate.rule.kind;
    let source = kind.category() == Category::Source;
    let open = kind.category() == Category::Pending;
    let span = |range: Range<usize>| bytes(tokens, &range);
    let said = |who: Range<usize>| (who.end <= place.start || who.start >= place.end).then(|| span(who));
    Finding {
        span: bytes(tokens, &place),
        voice: if tokens[candidate.start].is(shape::QUOTED) { Voice::Quoted } else { Voice::Article },
        sentence,
        cues: candidate.cues,
        whose: if source { None } else { whose(tokens, claims, candidate.start).and_then(said) },
        decider: if open { decision_details::decider(text, tokens, &place, kind).map(span) } else { None },
        partner: if open { decision_details::partner(text, tokens, &place, kind).map(span) } else { None },
        date: if open { open_date::date(text, tokens, &place).map(span) } else { None },
        cited_for: if source { cited_for(text, tokens, &place, kind, claims).map(span) } else { None },
        rule: candidate.rule,
    }
}

/// Returns the bytes of some tokens.
pub(super) fn bytes(tokens: &[Token], place: &Range<usize>) -> Span {
    Span { start: tokens[place.start].span.start, end: tokens[place.end - 1].span.end }
}

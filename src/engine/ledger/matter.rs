//! The matter of an open decision, as the text words it.

use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::{Finding, Report};
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// How many tokens behind a wording its matter may take.
const LONGEST: usize = 12;

/// Returns a wording with the phrase behind it, up to the end of its clause: `plans to sell the old harbour`.
pub(super) fn matter(text: &str, report: &Report, finding: &Finding) -> Span {
    let Some(sentence) = report.sentences.get(finding.sentence) else { return finding.span };
    let tokens = tokens_of(text, *sentence);
    let end = tokens.partition_point(|token| token.span.start < finding.span.end);
    let length = tokens[end..].iter().take(LONGEST).take_while(|token| !ends_clause(text, token)).count();
    // `upcoming vote` ends before `could change the plan`.
    let opened = |at: usize| tokens[end..at].iter().any(|token| token.is(class::CONJ));
    let verb = |token: &Token| {
        token.is(class::BE | class::HAVE | class::MODAL)
            && !token.is(shape::UPPER)
            && !token.is_word(words!("be" | "been" | "have" | "being"))
    };
    let length = (end + 1..end + length).find(|at| verb(&tokens[*at]) && !opened(*at)).map_or(length, |at| at - end);
    // A name is not cut.
    let whole = tokens[end + length..].iter().take_while(|token| token.is(shape::UPPER)).count();
    let length = if length == LONGEST { length + whole } else { length };
    let open = |token: &&Token| token.is(class::PREP | class::CONJ) || (token.is(class::DET) && !token.is(class::PRONOUN | class::NUMBER));
    let open = tokens[end..end + length].iter().rev().take_while(open).count();
    let last = tokens[..end + length - open].last().map_or(finding.span.end, |last| last.span.end);
    Span { start: finding.span.start, end: last.max(finding.span.end) }
}

fn ends_clause(text: &str, token: &Token) -> bool {
    let joint = token.is_mark(text, "-") || token.is_apostrophe(text);
    let clause = token.is(class::CONJ) && !token.is_word(words!("and" | "or" | "that" | "whether"));
    (token.is(shape::MARK | shape::CITATION) && !joint)
        || clause
        || (token.is(class::SAY) && !token.is(shape::UPPER))
        || token.is_word(set::RELATIVE)
}

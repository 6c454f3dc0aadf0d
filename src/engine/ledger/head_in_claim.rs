//! A head without the words that only tell who says it: `the bridge will be sold` of `Huld said the mill is old, and that the bridge will be sold`.

use crate::engine::grammar::clause::noun_phrase_at;
use crate::engine::grammar::said_edges::is_quotation_mark;
use crate::engine::ledger::speakers::referent;
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::{Claim, Finding, Report};
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// Returns the statement that holds a wording, and the subject that its pronoun stands for: `the deal may close`, and `will decide` with `Lena Huld`
/// for `Lena Huld told reporters on Monday that she will decide`. Nothing for `denied that`, `few say that` and quotations.
pub(super) fn head_in_claim(text: &str, report: &Report, finding: &Finding) -> Option<(Span, Option<Span>)> {
    let (sentence, wording) = (finding.sentence, finding.span);
    let around = report
        .claims_in(sentence)
        .iter()
        .filter(|claim| claim.said.is_some_and(|said| said.start <= wording.start && wording.end <= said.end));
    let claim = around.filter(|claim| is_plain(text, report, claim)).min_by_key(|claim| claim.said.map(Span::len))?;
    let said = last_that_clause(text, claim.said?, wording);
    let tokens = tokens_of(text, said);
    let first = tokens.first().filter(|first| !is_quotation_mark(text, first))?;
    // In `Huld believes the mill is old and plans to leave` she plans.
    let before = tokens.partition_point(|token| token.span.end <= wording.start);
    let verb = tokens[..before].iter().rev().find(|token| !token.is(class::ADVERB | class::BE | class::HAVE | class::MODAL | shape::LY));
    if verb.is_some_and(|token| token.is_word(words!("and" | "or" | "but"))) {
        return None;
    }
    if tokens.iter().filter(|token| is_quotation_mark(text, token)).count() % 2 == 1 {
        return None;
    }
    if !first.is(class::PRONOUN) || first.reads(set::POSSESSIVE) {
        return names_matter(text, &tokens).then_some((said, None));
    }
    let who = referent(text, report, sentence, first.span, true)?.who;
    let rest = tokens.get(1).filter(|verb| is_finite(verb) && verb.span.start < wording.end)?;
    // `it would take a year to decide`: it stands for nothing.
    let at = tokens.partition_point(|token| token.span.end <= wording.start).max(1);
    let acts = tokens[1..at].iter().all(|token| token.is(class::ADVERB | class::BE | class::HAVE | class::MODAL | shape::LY));
    let empty = first.reads(words!("it")) && !acts;
    let owned = tokens_of(text, who).first().is_some_and(|first| first.reads(set::POSSESSIVE));
    if empty || owned {
        return None;
    }
    // `Huld said … “she will go”`
    (who.end <= said.start).then_some((Span { start: rest.span.start, ..said }, Some(who)))
}

/// Returns true if nothing turns round what somebody says: not for `denied that`, `did not say that`, `few say that`, `if Huld says`.
fn is_plain(text: &str, report: &Report, claim: &Claim) -> bool {
    let (Some(said), Some(sentence)) = (claim.said, report.sentences.get(claim.sentence)) else { return false };
    let before = tokens_of(text, Span { start: sentence.start, end: said.start.max(sentence.start) });
    let behind =
        tokens_of(text, Span { start: said.end.min(sentence.end), end: claim.scope.end.clamp(said.end.min(sentence.end), sentence.end) });
    let (own, verb) = (
        before.partition_point(|token| token.span.start < claim.who.start),
        before.partition_point(|token| token.span.start < claim.who.end),
    );
    let turned =
        |token: &Token| token.is(class::NEGATOR) || (token.is(class::MODAL) && !token.is(shape::UPPER)) || token.is_word(set::DENY);
    // `Not many officials`, `Nobody but Huld`
    let few = before[own.saturating_sub(2)..verb].iter().take(4).any(|token| token.reads(set::FEW) || token.is(class::NEGATOR));
    let condition = before.iter().any(|token| token.reads(set::TURNS_ROUND));
    !few && !condition && !before[verb..].iter().chain(&behind).any(turned)
}

/// Returns the clause of a wording in `the mill is old, and that the bridge will be sold`.
fn last_that_clause(text: &str, said: Span, wording: Span) -> Span {
    let tokens = tokens_of(text, said);
    let joins = |at: &usize| {
        tokens[*at].is_word(words!("that")) && *at > 0 && tokens[at - 1].is_word(words!("and" | "but")) && tokens.get(at + 1).is_some()
    };
    let start = (0..tokens.len()).rev().filter(joins).find(|that| tokens[*that].span.end <= wording.start);
    let end = (0..tokens.len()).filter(joins).find(|that| tokens[*that].span.start >= wording.end);
    let before = |that: usize| tokens[..that - 1].iter().rev().find(|token| token.is(shape::WORD)).map(|last| last.span.end);
    Span { start: start.map_or(said.start, |that| tokens[that + 1].span.start), end: end.and_then(before).unwrap_or(said.end) }
}

/// Returns true for a clause that names what it is about: not for `rejected the plan`, `this may happen`.
fn names_matter(text: &str, tokens: &[Token]) -> bool {
    let Some(first) = tokens.first() else { return false };
    let verb = first.is(class::SAY | class::THINK | class::BE | class::HAVE | class::MODAL | shape::ED)
        || first.is_word(set::VERB_OF_WHAT_IS_SAID);
    let points = first.reads(words!("this" | "that" | "these" | "those" | "such")) || first.reads(set::POSSESSIVE);
    let subject = noun_phrase_at(text, tokens, 0);
    let opens = subject.is_some() || first.reads(words!("there")) || first.is(class::PREP);
    // `announced a series of proposed reforms`: an object.
    let finite = |token: &&Token| {
        let past = token.is_word(set::IRREGULAR_PAST) || token.is_word(set::VOLITION);
        token.is(class::BE | class::HAVE | class::DO | class::MODAL) || past
    };
    let relative = |token: &&Token| token.is_word(set::RELATIVE);
    let verbs = tokens.iter().skip(1).filter(finite).count() > tokens.iter().filter(relative).count();
    let third_person = |subject: Range<usize>| {
        let singular = !tokens[subject.end - 1].is(shape::PLURAL);
        singular && tokens.get(subject.end).is_some_and(|verb| verb.is(shape::ED) || (verb.is(shape::PLURAL) && !verb.is(shape::UPPER)))
    };
    opens && !verb && !points && (verbs || subject.is_some_and(third_person))
}

/// Returns true for a verb in its finite form behind a pronoun.
fn is_finite(verb: &Token) -> bool {
    let past = verb.is_word(set::IRREGULAR_PAST) || verb.is_word(set::VOLITION);
    verb.is(class::BE | class::HAVE | class::DO | class::MODAL | class::ADVERB | shape::ED | shape::LY | shape::PLURAL) || past
}

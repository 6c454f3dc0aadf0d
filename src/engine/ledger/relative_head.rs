//! The head of a matter beside a relative clause or in one: `a safety bill … still needs a vote` of `They passed a safety bill, which still needs a vote`.

use crate::engine::grammar::clause::noun_phrase_before;
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::{Finding, Report};
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// How many tokens the phrase may have that the clause describes.
const ANTECEDENT: usize = 8;
/// How many auxiliaries and adverbs may stand between the pronoun and the wording.
const BETWEEN: usize = 4;

/// Returns the relative clause of a wording up to its end, and the phrase that it describes. Nothing for `the owner of the bill, which needs`,
/// where either may be meant.
pub(super) fn relative_head(text: &str, report: &Report, finding: &Finding) -> Option<(Span, Option<Span>)> {
    let tokens = tokens_of(text, *report.sentences.get(finding.sentence)?);
    let wording = tokens.partition_point(|token| token.span.end <= finding.span.start);
    let between = |token: &&Token| token.is(class::BE | class::HAVE | class::MODAL | class::ADVERB | shape::LY);
    let verb = wording - tokens[..wording].iter().rev().take(BETWEEN).take_while(between).count();
    let pronoun = verb.checked_sub(1).filter(|at| tokens[*at].is_word(words!("which" | "who")))?;
    let comma = pronoun.checked_sub(1).filter(|comma| tokens[*comma].is_mark(text, ","))?;
    let phrase = noun_phrase_before(text, &tokens, comma).filter(|phrase| phrase.len() <= ANTECEDENT)?;
    let phrase = with_determiner(&tokens, phrase.start)..phrase.end;
    let denied = tokens[..pronoun].iter().any(|token| token.is(class::NEGATOR));
    if denied || !is_whole(&tokens, &phrase) || !agrees(&tokens[phrase.end - 1], &tokens[verb]) {
        return None;
    }
    let end = tokens.partition_point(|token| token.span.start < finding.span.end);
    let closes =
        |token: &&Token| !(token.is_mark(text, ",") || token.is_mark(text, "—") || token.is_mark(text, "–") || token.is_mark(text, ";"));
    let behind = tokens[end..].iter().take_while(closes).count();
    let last = tokens[..end + behind].iter().rev().find(|token| !token.is_mark(text, "."))?;
    let span = |first: usize, end: usize| Span { start: tokens[first].span.start, end };
    // `which needs` alone tells no more than the wording.
    (last.span.end > tokens[verb].span.start)
        .then(|| (span(verb, last.span.end), Some(span(phrase.start, tokens[phrase.end - 1].span.end))))
}

/// Returns the predicate of a wording and its subject, if only an aside stands between them: `Lena Huld … vowed to close the port` of `Lena Huld, who
/// runs Oster, also vowed to close the port`.
pub(super) fn head_behind_aside(text: &str, report: &Report, finding: &Finding) -> Option<(Span, Option<Span>)> {
    let who = finding.decider.filter(|who| who.end < finding.span.start)?;
    let tokens = tokens_of(text, *report.sentences.get(finding.sentence)?);
    let subject = tokens.partition_point(|token| token.span.end <= who.end);
    let wording = tokens.partition_point(|token| token.span.end <= finding.span.start);
    let between =
        |token: &&Token| token.is(class::BE | class::HAVE | class::MODAL | class::ADVERB | shape::LY) && !token.is(class::NEGATOR);
    let verb = wording - tokens[..wording].iter().rev().take(BETWEEN).take_while(between).count();
    let aside = subject + 1 < verb && tokens[subject].is_mark(text, ",") && tokens[verb - 1].is_mark(text, ",");
    let whole = aside && !tokens[subject + 1..verb - 1].iter().any(|token| token.is(shape::QUOTED));
    let opens = tokens.first().is_some_and(|first| first.span.start == who.start);
    let behind = tokens.partition_point(|token| token.span.start < finding.span.end);
    let words = tokens[behind..].iter().take_while(|token| !token.is_mark(text, ",") && !token.is_mark(text, ";")).count();
    let last = tokens[..behind + words].iter().rev().find(|token| !token.is_mark(text, "."))?;
    let end = last.span.end;
    (whole && opens && end > finding.span.end).then(|| (Span { start: tokens[verb].span.start, end }, Some(who)))
}

/// Returns true for a phrase that names what the clause describes: no object of a preposition or of `told`, no `these`, nothing with a verb in it.
fn is_whole(tokens: &[Token], phrase: &Range<usize>) -> bool {
    let before = phrase.start.checked_sub(1).map(|before| &tokens[before]);
    let governed =
        before.is_some_and(|before| before.is(class::PREP | class::SAY | class::NUMBER | class::CONJ) || before.reads(words!("half")));
    let points = |token: &Token| (token.is(class::PRONOUN) && !token.is(class::DET)) || token.reads(set::POINTING_BACK);
    let verb = |token: &Token| {
        let past = token.is_word(set::IRREGULAR_PAST) || token.is_word(set::IRREGULAR_ACT);
        past || (token.is(class::BE | class::HAVE | class::MODAL | class::PREP | class::SAY) && !token.reads(words!("'s")))
    };
    let head = phrase.end - 1;
    // `The bank lent the town money, which`
    let second = tokens[phrase.start + 1..phrase.end].iter().any(|token| token.is(class::DET) && !token.is(class::NUMBER));
    !governed && !second && !points(&tokens[head]) && !tokens[phrase.start..head].iter().any(|token| points(token) || verb(token))
}

/// Returns true unless one is singular and the other plural: not for `a mill, which are`.
fn agrees(head: &Token, verb: &Token) -> bool {
    let plural = head.is(shape::PLURAL | shape::AGENTS);
    match () {
        () if verb.is_word(words!("are" | "were" | "have")) => plural,
        () if verb.is_word(words!("is" | "was" | "has")) => !plural || head.is(shape::UPPER),
        () => true,
    }
}

/// Returns where `last year's spending cuts` begins, of which `cuts` is the end.
fn with_determiner(tokens: &[Token], start: usize) -> usize {
    const OTHER: u64 = class::BE | class::HAVE | class::MODAL | class::SAY | class::PREP | class::CONJ | shape::MARK | shape::ED;
    let word = |token: &&Token| (token.is(shape::WORD) && !token.is(OTHER | class::DET)) || token.reads(words!("'s"));
    let words = tokens[..start].iter().rev().take(ANTECEDENT / 2).take_while(word).count();
    let first = start - words;
    // `praises cuts`, `praises last year's cuts`
    let opens = |at: &usize| tokens[*at].reads(words!("last" | "this" | "next"));
    let article = |at: &usize| tokens[*at].is(class::DET) && !tokens[*at].is(class::CONJ);
    let determiner = first.checked_sub(1).filter(article).or_else(|| (first..start).find(opens));
    determiner.unwrap_or(start)
}

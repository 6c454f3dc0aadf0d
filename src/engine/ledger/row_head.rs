//! Whether the clause of a matter may head its row alone, without the rest of its sentence.
//!
//! A head that loses its subject, or words that turn its sense round (`has cancelled`, `opposed`, `only a few said`), is worse than a long one.

use crate::engine::grammar::clause::noun_phrase_at;
use crate::engine::lex::block::without_bullet;
use crate::engine::lex::token::{Token, tokens_of, word_at};
use crate::engine::report::Report;
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// Verbs that make a clause.
const FINITE: u64 = class::BE | class::HAVE | class::DO | class::MODAL | class::SAY | class::THINK | class::SETTLE | shape::ED;
/// How many adverbs may stand before a verb.
const ADVERBS: usize = 3;
/// How many tokens an attribution takes from its verb to what is said: `told the council on Monday that`.
const ATTRIBUTION: usize = 8;
/// How many tokens a circumstance before a clause takes: `After the seminar,`.
const CIRCUMSTANCE: usize = 12;
/// How many tokens behind a comma the next member of a list may end.
const LIST: usize = 5;
/// How many tokens a dateline takes: `BRUSSELS, April 2 (Reuters) -`.
const DATELINE: usize = 12;

/// What heads a row.
pub(super) enum RowHead {
    /// The clause of the matter.
    Clause(Span),
    /// Its whole sentence, because the clause alone may mislead.
    Sentence(Span),
}

/// Returns a matter, or its whole sentence where the clause alone may mislead. `decider` is who takes the step.
pub(super) fn row_head(text: &str, report: &Report, matter: Span, decider: Option<Span>) -> RowHead {
    let around = report.sentences.partition_point(|sentence| sentence.end <= matter.start);
    let Some(sentence) = report.sentences.get(around).copied() else { return RowHead::Clause(matter) };
    // `The talks go on. [Citation: Harbour Board]`
    let first = report.citations.partition_point(|citation| citation.span.start < matter.end);
    let cited = report.citations.get(first).map_or(sentence.end, |citation| citation.span.start);
    let tokens = tokens_of(text, Span { start: sentence.start, end: cited.clamp(matter.end, sentence.end.max(matter.end)) });
    let tokens = behind_dateline(text, &tokens);
    let start = tokens.partition_point(|token| token.span.end <= matter.start);
    let end = tokens.partition_point(|token| token.span.start < matter.end);
    if start >= end {
        return RowHead::Clause(matter);
    }
    let end = before_speaker(text, tokens, start, end);
    let matter = Span { start: tokens[start].span.start, end: tokens[end - 1].span.end };
    let subject = decider.is_some_and(|decider| decider.start == matter.start && decider.end < matter.end);
    let clause = (subject && !names_nobody(&tokens[start])) || is_clause(text, tokens, &(start..end));
    if clause && may_go_before(text, tokens, start) && may_go_behind(text, tokens, end) {
        return RowHead::Clause(matter);
    }
    RowHead::Sentence(whole(text, tokens, matter))
}

/// Returns the end of a matter without who says it: `The mayor may leave` of `The mayor may leave, two aides` before `said`.
fn before_speaker(text: &str, tokens: &[Token], start: usize, end: usize) -> usize {
    let says = tokens.get(end).is_some_and(|verb| verb.is(class::SAY) && !verb.is(shape::ING));
    let comma = (start + 1..end).rev().take(ATTRIBUTION).find(|at| tokens[*at].is_mark(text, ","));
    let speaker = |comma: &usize| says && !tokens[comma + 1..end].iter().any(|token| token.is(FINITE));
    comma.filter(speaker).unwrap_or(end)
}

/// Returns the tokens behind `BRUSSELS, April 2 (Reuters) -`.
pub(super) fn behind_dateline<'a>(text: &str, tokens: &'a [Token]) -> &'a [Token] {
    let place = |token: &Token| token.is(shape::UPPER | shape::DIGITS | shape::MARK | class::MONTH | class::WEEKDAY);
    let dash = tokens.iter().take(DATELINE).position(|token| token.is(shape::SPACED) && matches!(token.span.of(text), "-" | "–" | "—"));
    let dash = dash.filter(|dash| *dash > 0 && tokens[..*dash].iter().all(place));
    dash.map_or(tokens, |dash| &tokens[dash + 1..])
}

/// Returns the sentence without a bullet and without the point that ends it.
fn whole(text: &str, tokens: &[Token], matter: Span) -> Span {
    let start = tokens.first().map_or(matter.start, |first| first.span.start);
    // `> • The council plans to sell`
    let line = text.get(start..matter.end).unwrap_or_default();
    let start = start + line.len() - without_bullet(line.trim_start_matches(['>', ' '])).len();
    let point = usize::from(tokens.last().is_some_and(|last| last.is_mark(text, ".")));
    let end = tokens[..tokens.len() - point].last().map_or(matter.end, |last| last.span.end);
    Span { start: start.min(matter.start), end: end.max(matter.end) }
}

/// Returns true for a pronoun that stands for somebody: `he`, `this`.
fn names_nobody(first: &Token) -> bool {
    first.is(class::PRONOUN) && !first.reads(set::POSSESSIVE)
}

/// Returns true for `The council still plans to leave`: a subject that names something, and its verb.
fn is_clause(text: &str, tokens: &[Token], place: &Range<usize>) -> bool {
    // `Whether the council will agree remains to be seen`, `No decision has been made`
    if tokens[place.start].is_word(words!("whether" | "no")) {
        return true;
    }
    let Some(subject) = noun_phrase_at(text, tokens, place.start).filter(|subject| subject.end < place.end) else { return false };
    let adverb = |token: &&Token| token.is(class::ADVERB | shape::LY);
    let at = subject.end + tokens[subject.end..place.end].iter().take(ADVERBS).take_while(adverb).count();
    let finite = |verb: &Token| {
        let third_person = verb.is(shape::PLURAL) && !tokens[subject.end - 1].is(shape::PLURAL);
        verb.is(FINITE) || third_person || verb.is_word(set::VOLITION) || verb.is_word(set::IRREGULAR_PAST)
    };
    tokens.get(at).is_some_and(finite) && !names_nobody(&tokens[place.start])
}

/// Returns true if what stands before a clause may go: nothing, a link, a circumstance, or who says it.
fn may_go_before(text: &str, tokens: &[Token], start: usize) -> bool {
    const LINK: u64 = class::CONJ | class::ADVERB | class::WEEKDAY | class::MONTH | shape::MARK | shape::DIGITS | shape::CITATION;
    let before = &tokens[..start];
    let Some(last) = before.last() else { return true };
    // `If the mayor wants to run`, `Pending approval,`, `Huld falsely claimed that`
    if before.iter().any(|token| token.reads(set::TURNS_ROUND)) {
        return false;
    }
    // `On Monday`, `After the seminar,`
    let date = |token: &Token| token.is(LINK | class::PREP | class::PERIOD | class::DET);
    let circumstance =
        last.is_mark(text, ",") && before.len() <= CIRCUMSTANCE && !before.iter().any(|token| token.is(FINITE | class::NEGATOR));
    if circumstance || before.iter().all(|token| token.is(LINK)) || (before.iter().all(date) && before.len() <= ATTRIBUTION) {
        return true;
    }
    // `The council left, and the mayor plans to go`
    let joined = start > 1 && last.is_word(words!("and" | "but" | "while")) && tokens[start - 2].is_mark(text, ",");
    // `It is not true; the council plans to sell`
    let stop = matches!(last.byte, b';' | b':') && !before.iter().any(|token| token.is(class::NEGATOR));
    joined || stop || is_told(text, tokens, start)
}

/// Returns true if somebody says what begins at `start`: `the mayor told reporters on Monday that`; not for `only a few said` and `denied that`.
fn is_told(text: &str, tokens: &[Token], start: usize) -> bool {
    let end = start - usize::from(tokens[start - 1].is_word(words!("that")));
    let Some(verb) = (end.saturating_sub(ATTRIBUTION)..end).rev().find(|at| tokens[*at].is(class::SAY)) else { return false };
    let doubtful = tokens[..verb].iter().any(|token| token.is(class::NEGATOR | class::MODAL) || token.reads(set::FEW));
    let other = tokens[verb..end].iter().any(|token| token.is_mark(text, ",") || token.is(class::CONJ));
    !doubtful && !other && !tokens[verb].is_word(set::DENY)
}

/// Returns true if what stands behind a clause may go: nothing, or another clause behind a comma.
fn may_go_behind(text: &str, tokens: &[Token], end: usize) -> bool {
    let Some(next) = tokens.get(end) else { return true };
    let comma = next.is_mark(text, ",");
    // `, including Oster`, `, if Congress agrees`, `(unless Congress agrees)`, `, but only if`
    let first = |token: &Token| {
        token.is_word(words!("including" | "such" | "or" | "to" | "for" | "of" | "in" | "when")) || token.reads(set::TURNS_ROUND)
    };
    let only = word_at(tokens, end + 1, words!("but")) && word_at(tokens, end + 2, words!("only"));
    // `with Ukraine, France and Nordhall`
    let name = |at: usize| tokens.get(at).is_some_and(|token| token.is(shape::UPPER));
    let listed = |at: usize| tokens.get(at).is_some_and(|token| token.is_mark(text, ",") || token.is_word(words!("and")));
    let list = comma && name(end - 1) && name(end + 1) && (end + 2..end + LIST).any(listed);
    let part = list || (comma || next.byte == b'(') && (only || tokens.get(end + 1).is_some_and(first));
    // `, but the mayor left`, `while the mayor left`; not `as a candidate`, `providing the council agrees`
    let clause = |next: &Token| next.is_word(words!("and" | "but" | "while" | "whereas" | "although" | "though"));
    let other = tokens.get(end + usize::from(comma)).is_some_and(|next| clause(next) || next.is(class::SAY));
    !part && ((next.is(shape::MARK) && next.byte != b'-' && next.byte != b'/') || other)
}

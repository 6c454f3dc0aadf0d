//! What is undecided, as the text words it: the clause or phrase around a wording.

use crate::engine::ledger::{matter_end, matter_start};
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::{Finding, Report};
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// Returns a wording with its subject and with what stands behind it, up to the end of its clause: `The council plans to sell the old harbour`.
pub(super) fn matter(text: &str, report: &Report, finding: &Finding) -> Span {
    let Some((tokens, wording)) = wording(text, report, finding) else { return finding.span };
    let decider = finding.decider.map(|who| tokens.partition_point(|token| token.span.start < who.start));
    let own = matter_start::start(text, &tokens, &wording, decider);
    // A verb without its subject names no matter: the clause does.
    let bare = own == wording.start && matter_start::is_verbal(text, &tokens, own);
    let bare = bare && matter_start::distant_subject(text, &tokens, own).is_none();
    let start = tokens[if bare { clause_start(text, &tokens, own) } else { own }].span.start;
    let end = tokens[..matter_end::end(text, &tokens, &wording)].last().map_or(finding.span.end, |last| last.span.end);
    Span { start: start.min(finding.span.start), end: end.max(finding.span.end) }
}

/// How many tokens of a clause may stand before a verb whose subject is not known.
const CLAUSE: usize = 40;

/// Returns where the clause of a verb begins: behind a quotation mark, a colon, a semicolon or a dash, or with its sentence. The verb itself
/// if that is far away.
fn clause_start(text: &str, tokens: &[Token], verb: usize) -> usize {
    let border = |token: &Token| token.is(shape::CITATION) || matches!(token.span.of(text), "“" | "”" | "\"" | ";" | ":" | "—" | "–");
    let start = verb - tokens[..verb].iter().rev().take_while(|token| !border(token)).count();
    if verb - start <= CLAUSE { start } else { verb }
}

/// Returns the matter of a wording and the subject that stands apart from it: `The council` and `plans to leave` in `The council sold the mill
/// and plans to leave`, `Acme` and `plans to leave` for `It plans to leave` if the pronoun stands for Acme.
pub(super) fn heading(text: &str, report: &Report, finding: &Finding, decider: Option<Span>) -> (Span, Option<Span>) {
    let matter = matter(text, report, finding);
    let named = || {
        let pronoun = finding.decider.filter(|who| who.start == matter.start && who.end < matter.end)?;
        let stands_for = decider.filter(|who| *who != pronoun)?;
        // `Huld … am going to`, `Huld … intention to`
        if tokens_of(text, pronoun).iter().any(|token| token.reads(set::FIRST_PERSON) || token.reads(set::POSSESSIVE)) {
            return None;
        }
        // In `asked the president to consider` the president is no subject.
        let rest = text[pronoun.end..matter.end].strip_prefix(' ').filter(|rest| !rest.starts_with("to "))?;
        Some((Span { start: matter.end - rest.len(), end: matter.end }, Some(stands_for)))
    };
    // `Huld … is expected to speak` for `the choice rests with Huld, who is expected to speak`
    let relative = || {
        let who = finding.decider.filter(|who| who.end <= finding.span.start)?;
        let between = Span { start: who.end, end: finding.span.start };
        let words = tokens_of(text, between);
        let opens = words.iter().position(|token| token.is_word(words!("who" | "which")))?;
        let direct = words[..opens].iter().all(|token| token.is_mark(text, ",")) && matter.start < words[opens].span.end;
        let rest = words[opens + 1..].iter().all(|token| token.is(class::BE | class::HAVE | class::ADVERB | class::MODAL | shape::LY));
        let start = words.get(opens + 1).map_or(finding.span.start, |first| first.span.start);
        // `who is expected to speak, and Quill`
        let behind = tokens_of(text, Span { start: finding.span.end, end: matter.end.max(finding.span.end) });
        let end = behind.iter().find(|token| token.is_mark(text, ",")).map_or(matter.end, |comma| comma.span.start);
        (direct && rest && start < end).then_some((Span { start, end }, Some(decider.unwrap_or(who))))
    };
    named().or_else(relative).unwrap_or_else(|| (matter, distant_subject(text, report, finding)))
}

/// Returns the subject of a wording if it stands apart from it: `The council` in `The council sold the mill and plans to leave`.
fn distant_subject(text: &str, report: &Report, finding: &Finding) -> Option<Span> {
    let (tokens, wording) = wording(text, report, finding)?;
    let who = matter_start::distant_subject(text, &tokens, wording.start)?;
    Some(Span { start: tokens[who.start].span.start, end: tokens[who.end - 1].span.end })
}

/// Returns the tokens of the sentence and those of the wording.
fn wording(text: &str, report: &Report, finding: &Finding) -> Option<(Vec<Token>, Range<usize>)> {
    let tokens = tokens_of(text, *report.sentences.get(finding.sentence)?);
    let start = tokens.partition_point(|token| token.span.end <= finding.span.start);
    let end = tokens.partition_point(|token| token.span.start < finding.span.end);
    (start < end).then_some((tokens, start..end))
}

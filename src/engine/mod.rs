//! Text in, [`Report`] out: pure, without I/O, and it cannot fail on any input.
//!
//! The text takes this way: `segment` finds furniture, headlines and paragraphs; `sentence` and `quote` divide them;
//! `find` matches the lexicon; `phrase`, `attribution` and `named` decide which noun phrases are unnamed sources;
//! `settle` resolves overlaps, `stack` joins hedges that lean on each other. `speech` knows whose claim a stretch of a
//! sentence is, `detail` who decides and when.

mod attribution;
mod clause;
mod decisions;
mod detail;
mod find;
mod matcher;
mod named;
mod needs;
mod phrase;
mod pieces;
mod quote;
mod report;
mod saying;
mod segment;
mod sentence;
mod settle;
mod sources;
mod speech;
mod stack;
mod text;
mod token;

pub use decisions::{Decision, decisions};
pub use pieces::{Piece, pieces};
pub use report::{Citation, Claim, Finding, Notice, Rejected, Report, Voice};
pub use segment::{Block, BlockKind};
pub use sources::{Number, Source, SourceLedger, sources};
pub use text::{Ruler, Span, Unit};
pub use token::plain_pattern;

use crate::lexicon::op::shape;
use crate::lexicon::{Category, Own, class};
use find::{Candidate, Memory};
use sentence::Sentence;
use std::ops::Range;
use token::Token;

/// Analyses an article.
///
/// ```
/// use caveat_lector::engine::analyze;
/// use caveat_lector::lexicon::Category;
///
/// let text = "The mission may fail, according to two officials briefed on the plan.";
/// let report = analyze(text);
/// let marked: Vec<(Category, &str)> = report.findings.iter().map(|f| (f.category(), f.span.of(text))).collect();
/// assert_eq!(marked, [(Category::Hedge, "may"), (Category::Source, "two officials briefed on the plan")]);
/// ```
#[must_use]
pub fn analyze(text: &str) -> Report {
    analyze_with(text, None)
}

/// Analyses an article with a reader's own list beside the lexicon.
///
/// ```
/// use caveat_lector::engine::analyze_with;
/// use caveat_lector::lexicon::List;
///
/// let list = List::read("[[entry]]\nkind = 'hearsay'\npatterns = ['word on the quay is']").expect("a list");
/// let own = list.compile().expect("patterns");
/// let text = "Word on the quay is that the ferry sails.";
/// assert_eq!(analyze_with(text, Some(&own)).findings[0].span.of(text), "Word on the quay is");
/// ```
#[must_use]
#[cfg_attr(small, optimize(speed))]
pub fn analyze_with(text: &str, own: Option<&Own>) -> Report {
    let (mut blocks, mut tokens) = segment::segment(text);
    if let Some(own) = own {
        token::learn(text, own, &mut tokens);
    }
    let citations = quote::mark_citations(text, &mut blocks, &mut tokens);
    quote::mark_quotations(text, &blocks, &mut tokens);
    let sentences = sentence::sentences(text, &blocks, &mut tokens);
    let mut report = Report {
        blocks: blocks.iter().map(|block| block.block).collect(),
        sentences: sentences.iter().map(|sentence| sentence.span(&tokens)).collect(),
        citations,
        notice: notice(text, &tokens),
        ..Report::default()
    };
    if report.notice.is_none() {
        let mut memory = Memory::default();
        let headlines = blocks.iter().filter(|block| block.block.kind != BlockKind::Furniture);
        let headlines = headlines.take_while(|block| block.block.kind == BlockKind::Headline).count();
        memory.read_lead(text, sentences.iter().take(headlines + LEAD).map(|sentence| &tokens[sentence.first..sentence.last]));
        for (number, sentence) in sentences.iter().enumerate() {
            if number == headlines + 1 {
                memory.leave_lead();
            }
            add_findings(text, &tokens, (number, sentence), own, &mut memory, &mut report);
        }
    }
    report
}

fn add_findings(
    text: &str,
    tokens: &[Token],
    (number, sentence): (usize, &Sentence),
    own: Option<&Own>,
    memory: &mut Memory,
    report: &mut Report,
) {
    let tokens = &tokens[sentence.first..sentence.last];
    let (findings, rejected) = settle::settle(find::find(text, tokens, own, memory));
    let findings = stack::stack(tokens, findings);
    let span = |candidate: &Candidate| bytes(tokens, &(candidate.start..candidate.end));
    let claims = speech::claims(text, tokens);
    report.findings.extend(findings.iter().map(|candidate| {
        let place = candidate.start..candidate.end;
        let kind = candidate.entry.kind;
        let open = kind.category() == Category::Pending;
        let said = |who: Range<usize>| (who.end <= place.start || who.start >= place.end).then(|| bytes(tokens, &who));
        Finding {
            span: span(candidate),
            rule: candidate.entry,
            voice: if tokens[candidate.start].is(shape::QUOTED) { Voice::Quoted } else { Voice::Article },
            sentence: number,
            cues: candidate.cues,
            whose: if kind.category() == Category::Source { None } else { speech::whose(&claims, candidate.start).and_then(said) },
            decider: if open { detail::decider(text, tokens, &place, kind).map(|who| bytes(tokens, &who)) } else { None },
            date: if open { detail::date(text, tokens, &place).map(|date| bytes(tokens, &date)) } else { None },
        }
    }));
    report.claims.extend(claims.iter().filter(|claim| !claim.scope.is_empty()).map(|claim| Claim {
        who: bytes(tokens, &claim.who),
        scope: bytes(tokens, &claim.scope),
        named: speech::is_named(&tokens[claim.who.clone()]),
        sentence: number,
    }));
    report.rejected.extend(
        rejected
            .iter()
            .filter_map(|candidate| Some(Rejected { span: span(candidate), rule: candidate.entry, reason: candidate.rejected? })),
    );
}

fn bytes(tokens: &[Token], place: &Range<usize>) -> Span {
    Span { start: tokens[place.start].span.start, end: tokens[place.end - 1].span.end }
}

/// How many sentences of the body can name whom headline and opening speak of.
const LEAD: usize = 4;

/// How many words it takes to tell the language.
const ENOUGH_WORDS: usize = 25;

/// English news has a function word in every third word or so; other languages hardly have any.
fn notice(text: &str, tokens: &[Token]) -> Option<Notice> {
    if text.trim().is_empty() {
        return Some(Notice::Empty);
    }
    let words = tokens.iter().filter(|token| token.is(shape::WORD)).count();
    let odd = tokens.iter().filter(|token| is_odd(text, token)).count();
    if odd * 20 > text.len() || (words * 20 < tokens.len() && tokens.len() > 40) {
        return Some(Notice::NotText);
    }
    let function = class::DET | class::PREP | class::BE | class::PRONOUN | class::CONJ;
    let known = tokens.iter().filter(|token| token.is(function)).count();
    (words >= ENOUGH_WORDS && known * 6 < words).then_some(Notice::NotEnglish)
}

/// A character that no text has: each is a token of its own.
fn is_odd(text: &str, token: &Token) -> bool {
    let odd = |c: char| (c.is_control() && !c.is_whitespace()) || c == '\u{fffd}';
    matches!(token.byte, 0..32 | 127.. ) && token.is(shape::MARK) && token.span.of(text).starts_with(odd)
}

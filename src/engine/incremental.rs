//! Reuses a former analysis for a changed text: blocks that did not change keep their findings.

use crate::engine::analyzer::{Analyzer, Checkpoint, Trace};
use crate::engine::lex::block::Block;
use crate::engine::lex::quotation::Citation;
use crate::engine::report::{Claim, Finding, Rejected, Report};
use crate::engine::resolve::mentions::Mention;
use crate::engine::text::Span;
use rustc_hash::FxHashSet;

/// The analysis of a text, which can be revised when the text changes.
#[derive(Clone, Debug, Default)]
pub struct Analysed {
    /// What was found.
    pub report: Report,
    pub(crate) trace: Trace,
}

/// How many blocks of the former text were kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// At the beginning.
    pub before: usize,
    /// At the end.
    pub after: usize,
}

impl Analysed {
    /// Counts the blocks at both ends that are the same in the new text.
    pub(crate) fn unchanged(&self, old: &str, text: &str, blocks: &[Span]) -> Kept {
        let was = &self.report.blocks;
        let equal = |(one, other): &(u8, u8)| one == other;
        let head = old.bytes().zip(text.bytes()).take_while(equal).count();
        let tail =
            old.as_bytes()[head..].iter().rev().zip(text.as_bytes()[head..].iter().rev()).take_while(|(one, other)| one == other).count();
        // What stands behind a line tells whether a list of titles follows it.
        let gap_behind = |number: usize| {
            let next = blocks.get(number + 1).map_or(text.len(), |next| next.start);
            let next_before = was.get(number + 1).map_or(old.len(), |next| next.span.start);
            next.max(next_before) <= head
        };
        let block_before = |(number, (was, is)): &(usize, (&Block, &Span))| was.span == **is && is.end <= head && gap_behind(*number);
        let before = was.iter().zip(blocks).enumerate().take_while(block_before).count();
        let moved = text.len().wrapping_sub(old.len());
        // And what stands before it, whether it belongs to the list.
        let gap_before = |number: usize| blocks.len().checked_sub(number + 2).map_or(0, |other| blocks[other].end) >= text.len() - tail;
        let block_after = |(number, (was, is)): &(usize, (&Block, &Span))| {
            was.span.moved(moved) == **is && is.start >= text.len() - tail && gap_before(*number)
        };
        let most = was.len().min(blocks.len()) - before;
        let after = was.iter().rev().zip(blocks.iter().rev()).enumerate().take(most).take_while(block_after).count();
        Kept { before, after }
    }

    /// Returns true if the state carried into the last `left` blocks equals the former one and no lead is among them.
    pub(crate) fn same_carry(&self, analyzer: &Analyzer, left: usize, lead: usize) -> bool {
        let first = self.report.blocks.len() - left;
        let same = self.trace.checkpoints.get(first).is_some_and(|checkpoint| checkpoint.carry == analyzer.carry);
        same && first >= lead && analyzer.report.blocks.len() >= lead
    }

    /// Returns true if each mention that the last `left` blocks look up stands before them in both analyses or in neither.
    pub(crate) fn same_mentions(&self, analyzer: &Analyzer, left: usize) -> bool {
        let first = self.report.blocks.len() - left;
        let before: FxHashSet<Mention> =
            self.trace.mentioned.iter().take_while(|(block, _)| *block < first).map(|(_, mention)| *mention).collect();
        let mut looked_up = self.trace.looked_up.iter().rev().take_while(|(block, _)| *block >= first);
        looked_up.all(|(_, mention)| before.contains(mention) == analyzer.mentions.all.contains(mention))
    }
}

impl Analyzer {
    /// Takes over the first blocks of a former analysis.
    pub(crate) fn keep_first(&mut self, from: &Analysed, count: usize) {
        let Some(last) = count.checked_sub(1) else { return };
        let (was, trace) = (&from.report, &from.trace);
        let end = trace.checkpoints.get(count);
        let (sentences, citations) = end.map_or((was.sentences.len(), was.citations.len()), |end| (end.sentences, end.citations));
        let findings = end.map_or(was.findings.len(), |end| end.findings);
        let (claims, rejected) = end.map_or((was.claims.len(), was.rejected.len()), |end| (end.claims, end.rejected));
        self.report.blocks.extend_from_slice(&was.blocks[..count]);
        self.report.sentences.extend_from_slice(&was.sentences[..sentences]);
        self.report.citations.extend_from_slice(&was.citations[..citations]);
        self.report.findings.extend_from_slice(&was.findings[..findings]);
        self.report.claims.extend_from_slice(&was.claims[..claims]);
        self.report.rejected.extend_from_slice(&was.rejected[..rejected]);
        self.trace.checkpoints.extend_from_slice(&trace.checkpoints[..count]);
        self.mentions.added.extend(trace.mentioned.iter().take_while(|(block, _)| *block <= last));
        self.mentions.looked_up.extend(trace.looked_up.iter().take_while(|(block, _)| *block <= last));
        self.mentions.all = self.mentions.added.iter().map(|(_, mention)| *mention).collect();
        self.skip_lead();
        self.carry = end.map_or(trace.end, |end| end.carry);
    }

    /// Takes over the last blocks of a former analysis, moved by a number of bytes (see [`Span::moved`]).
    pub(crate) fn keep_last(&mut self, from: &Analysed, count: usize, moved: usize) {
        let trace = &from.trace;
        let first = from.report.blocks.len() - count;
        let Some(start) = trace.checkpoints.get(first) else { return };
        let now = self.checkpoint();
        let blocks = self.report.blocks.len().wrapping_sub(first);
        append(&mut self.report, &from.report, first, start, moved);
        self.trace.checkpoints.extend(trace.checkpoints[first..].iter().map(|it| Checkpoint {
            sentences: it.sentences.wrapping_add(now.sentences.wrapping_sub(start.sentences)),
            citations: it.citations.wrapping_add(now.citations.wrapping_sub(start.citations)),
            findings: it.findings.wrapping_add(now.findings.wrapping_sub(start.findings)),
            claims: it.claims.wrapping_add(now.claims.wrapping_sub(start.claims)),
            rejected: it.rejected.wrapping_add(now.rejected.wrapping_sub(start.rejected)),
            ..*it
        }));
        let further = |list: &[(usize, Mention)]| -> Vec<(usize, Mention)> {
            let start = list.partition_point(|(block, _)| *block < first);
            list[start..].iter().map(|(block, mention)| (block.wrapping_add(blocks), *mention)).collect()
        };
        self.mentions.added.extend(further(&trace.mentioned));
        self.mentions.looked_up.extend(further(&trace.looked_up));
        self.carry = trace.end;
    }
}

/// Appends the blocks of `was` from `first` on, with all that is found in them. `start` is the former state before the first of them.
fn append(report: &mut Report, was: &Report, first: usize, start: &Checkpoint, moved: usize) {
    let sentences = report.sentences.len().wrapping_sub(start.sentences);
    let to = |span: Span| span.moved(moved);
    let maybe = |span: Option<Span>| span.map(to);
    report.blocks.extend(was.blocks[first..].iter().map(|block| Block { span: to(block.span), kind: block.kind }));
    report.sentences.extend(was.sentences[start.sentences..].iter().map(|span| to(*span)));
    report.citations.extend(was.citations[start.citations..].iter().map(|it| Citation { span: to(it.span), name: to(it.name) }));
    report.findings.extend(was.findings[start.findings..].iter().map(|it| Finding {
        span: to(it.span),
        sentence: it.sentence.wrapping_add(sentences),
        whose: maybe(it.whose),
        decider: maybe(it.decider),
        partner: maybe(it.partner),
        date: maybe(it.date),
        cited_for: maybe(it.cited_for),
        ..it.clone()
    }));
    report.claims.extend(was.claims[start.claims..].iter().map(|it| Claim {
        who: to(it.who),
        scope: to(it.scope),
        said: maybe(it.said),
        through: maybe(it.through),
        sentence: it.sentence.wrapping_add(sentences),
        ..*it
    }));
    report.rejected.extend(was.rejected[start.rejected..].iter().map(|it| Rejected { span: to(it.span), ..it.clone() }));
}

//! A changed text: what did not change keeps its findings.

use crate::engine::analyzer::{Flow, Given, Mark, Trace};
use crate::engine::lex::block::Block;
use crate::engine::matching::word_set::WordSet;
use crate::engine::report::{Citation, Claim, Finding, Rejected, Report};
use crate::engine::steps::Steps;
use crate::engine::text::Span;
use crate::lexicon::Own;

/// A text with all that is known about it, ready to be changed.
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
    /// Analyses a text.
    #[must_use]
    pub fn new(text: &str, own: Option<&Own>) -> Self {
        let given = Given { text, own };
        Steps::new(given, None).finish(given, None).0
    }

    /// Analyses the text that `old` became: the same as from the beginning, in the time that the changed blocks take. `old` is the
    /// text of this analysis, and the list is the same.
    ///
    /// ```
    /// use caveat_lector::engine::{Analysed, analyze};
    ///
    /// let (old, new) = ("A title\n\nIt may rain.\n\nIt snows.", "A title\n\nIt may rain.\n\nIt might snow.");
    /// let (revised, _) = Analysed::new(old, None).revise(old, new, None);
    /// assert_eq!(revised.report, analyze(new));
    /// ```
    #[must_use]
    pub fn revise(&self, old: &str, text: &str, own: Option<&Own>) -> (Self, Kept) {
        let (given, was) = (Given { text, own }, Some((self, old)));
        Steps::new(given, was).finish(given, was)
    }

    /// The blocks at both ends that are the same in the new text.
    pub(crate) fn unchanged(&self, old: &str, text: &str, blocks: &[Span]) -> Kept {
        let was = &self.report.blocks;
        let head = same_head(old.as_bytes(), text.as_bytes());
        let tail = same_tail(&old.as_bytes()[head..], &text.as_bytes()[head..]);
        let block_before = |(was, is): &(&Block, &Span)| was.span == **is && is.end <= head;
        let before = was.iter().zip(blocks).take_while(block_before).count();
        let moved = text.len().wrapping_sub(old.len());
        let block_after = |(was, is): &(&Block, &Span)| was.span.moved(moved) == **is && is.start >= text.len() - tail;
        let most = was.len().min(blocks.len()) - before;
        let after = was.iter().rev().zip(blocks.iter().rev()).take(most).take_while(block_after).count();
        Kept { before, after }
    }

    /// Whether the flow, with so many blocks left, stands as this analysis did with as many left.
    pub(crate) fn carries_on(&self, flow: &Flow, left: usize, lead: usize) -> bool {
        let first = self.report.blocks.len() - left;
        let same = self.trace.marks.get(first).is_some_and(|mark| mark.carry == flow.carry);
        same && first >= lead && flow.report.blocks.len() >= lead
    }

    /// Whether what the blocks that are left ask for is named in both, or in neither.
    pub(crate) fn knows_the_same(&self, flow: &Flow, left: usize) -> bool {
        let first = self.report.blocks.len() - left;
        let told = self.trace.names.iter().take_while(|(block, _)| *block < first);
        let named: WordSet = told.collect();
        let mut asked = self.trace.asks.iter().rev().take_while(|(block, _)| *block >= first);
        asked.all(|(_, word)| named.contains(*word) == flow.memory.named_heads.contains(*word))
    }
}

/// How many bytes at the beginning are the same.
#[cfg_attr(small, optimize(speed))]
fn same_head(one: &[u8], other: &[u8]) -> usize {
    let words = one.as_chunks::<8>().0.iter().zip(other.as_chunks::<8>().0).take_while(|(one, other)| one == other).count() * 8;
    words + one[words..].iter().zip(&other[words..]).take_while(|(one, other)| one == other).count()
}

/// How many bytes at the end are the same.
#[cfg_attr(small, optimize(speed))]
fn same_tail(one: &[u8], other: &[u8]) -> usize {
    let ends = one.as_rchunks::<8>().1.iter().rev().zip(other.as_rchunks::<8>().1.iter().rev());
    let words = ends.take_while(|(one, other)| one == other).count() * 8;
    let (one, other) = (&one[..one.len() - words], &other[..other.len() - words]);
    words + one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count()
}

impl Flow {
    /// Takes over the first blocks.
    pub(crate) fn keep_first(&mut self, from: &Analysed, count: usize) {
        let Some(last) = count.checked_sub(1) else { return };
        let (was, trace) = (&from.report, &from.trace);
        let end = trace.marks.get(count);
        let (sentences, citations) = end.map_or((was.sentences.len(), was.citations.len()), |mark| (mark.sentences, mark.citations));
        let findings = end.map_or(was.findings.len(), |mark| mark.findings);
        let (claims, rejected) = end.map_or((was.claims.len(), was.rejected.len()), |mark| (mark.claims, mark.rejected));
        self.report.blocks.extend_from_slice(&was.blocks[..count]);
        self.report.sentences.extend_from_slice(&was.sentences[..sentences]);
        self.report.citations.extend_from_slice(&was.citations[..citations]);
        self.report.findings.extend_from_slice(&was.findings[..findings]);
        self.report.claims.extend_from_slice(&was.claims[..claims]);
        self.report.rejected.extend_from_slice(&was.rejected[..rejected]);
        self.trace.marks.extend_from_slice(&trace.marks[..count]);
        self.memory.names.extend(trace.names.iter().take_while(|(block, _)| *block <= last));
        self.memory.asks.extend(trace.asks.iter().take_while(|(block, _)| *block <= last));
        self.memory.named_heads = self.memory.names.iter().collect();
        self.memory.named_in_lead.clear();
        self.carry = end.map_or(trace.end, |mark| mark.carry);
    }

    /// Takes over the last blocks, so many bytes further on.
    pub(crate) fn keep_last(&mut self, from: &Analysed, count: usize, moved: usize) {
        let (was, trace) = (&from.report, &from.trace);
        let first = was.blocks.len() - count;
        let Some(mark) = trace.marks.get(first) else { return };
        let now = self.mark();
        let (blocks, sentences) = (self.report.blocks.len().wrapping_sub(first), now.sentences.wrapping_sub(mark.sentences));
        let to = |span: Span| span.moved(moved);
        let maybe = |span: Option<Span>| span.map(to);
        self.report.blocks.extend(was.blocks[first..].iter().map(|block| Block { span: to(block.span), kind: block.kind }));
        self.report.sentences.extend(was.sentences[mark.sentences..].iter().map(|span| to(*span)));
        self.report.citations.extend(was.citations[mark.citations..].iter().map(|it| Citation { span: to(it.span), name: to(it.name) }));
        self.report.findings.extend(was.findings[mark.findings..].iter().map(|it| Finding {
            span: to(it.span),
            sentence: it.sentence.wrapping_add(sentences),
            whose: maybe(it.whose),
            decider: maybe(it.decider),
            date: maybe(it.date),
            ..it.clone()
        }));
        self.report.claims.extend(was.claims[mark.claims..].iter().map(|it| Claim {
            who: to(it.who),
            scope: to(it.scope),
            sentence: it.sentence.wrapping_add(sentences),
            ..*it
        }));
        self.report.rejected.extend(was.rejected[mark.rejected..].iter().map(|it| Rejected { span: to(it.span), ..it.clone() }));
        self.trace.marks.extend(trace.marks[first..].iter().map(|it| Mark {
            sentences: it.sentences.wrapping_add(sentences),
            citations: it.citations.wrapping_add(now.citations.wrapping_sub(mark.citations)),
            findings: it.findings.wrapping_add(now.findings.wrapping_sub(mark.findings)),
            claims: it.claims.wrapping_add(now.claims.wrapping_sub(mark.claims)),
            rejected: it.rejected.wrapping_add(now.rejected.wrapping_sub(mark.rejected)),
            ..*it
        }));
        let further = |list: &[(usize, u16)]| -> Vec<(usize, u16)> {
            let start = list.partition_point(|(block, _)| *block < first);
            list[start..].iter().map(|(block, word)| (block.wrapping_add(blocks), *word)).collect()
        };
        self.memory.names.extend(further(&trace.names));
        self.memory.asks.extend(further(&trace.asks));
        self.carry = trace.end;
    }
}

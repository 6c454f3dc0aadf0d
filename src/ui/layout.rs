//! The article as rows in sections, which browsers lay out one by one. A section that says and marks the same in a changed article
//! stays as it is on the page.

use super::analysis::Analysis;
use crate::engine::{BlockKind, Finding, Span};
use std::ops::Range;
use std::sync::Arc;

/// Rows in one section; what changed may make it twice as long.
const SECTION: usize = 20;
/// Longest paragraph that is drawn in one, in bytes: browsers lay out endless lines very slowly.
const LONGEST: usize = 12_000;

/// What is drawn as one paragraph: a block, or a part of a very long one.
#[derive(Clone, Copy)]
pub struct Row {
    /// What the block is.
    pub kind: BlockKind,
    /// Whether it opens the article.
    pub first: bool,
    /// What it holds.
    pub span: Span,
}

/// Where a section begins: on the page it counts from here.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Base {
    /// Bytes of the text before it.
    pub bytes: usize,
    /// Findings before it.
    pub findings: usize,
    /// Look-alikes before it.
    pub rejected: usize,
}

/// Rows that are drawn together.
#[derive(Clone)]
pub struct Section {
    /// Its number, which no other section ever had.
    pub number: usize,
    /// Its rows.
    pub rows: Range<usize>,
    /// Where it begins.
    pub base: Base,
}

/// An article in sections; equal only to itself.
#[derive(Clone)]
pub struct Layout(Arc<Arrangement>);

/// What a layout holds.
pub struct Arrangement {
    /// What is shown.
    pub shown: Analysis,
    /// Whether look-alikes are marked too.
    pub look_alikes: bool,
    /// All rows, in order.
    pub rows: Vec<Row>,
    /// The sections, in order.
    pub sections: Vec<Section>,
    next: usize,
}

impl PartialEq for Layout {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Layout {
    type Target = Arrangement;

    fn deref(&self) -> &Arrangement {
        &self.0
    }
}

impl Layout {
    /// The sections of an article, those of the one before where they say the same.
    pub fn new(shown: Analysis, look_alikes: bool, was: Option<&Self>) -> Self {
        let rows = rows(&shown);
        let next = was.map_or(0, |was| was.next);
        let mut new = Arrangement { shown, look_alikes, rows, sections: Vec::new(), next };
        match was {
            Some(was) if was.look_alikes == look_alikes => new.follow(was),
            _ => new.cut(0..new.rows.len()),
        }
        Self(Arc::new(new))
    }
}

impl Arrangement {
    /// How many sections are drawn at least, for the article to be there up to a byte.
    pub fn up_to(&self, byte: usize) -> usize {
        self.sections.partition_point(|section| section.base.bytes <= byte)
    }

    /// The section of a number.
    pub fn section(&self, number: usize) -> Option<&Section> {
        self.sections.iter().find(|section| section.number == number)
    }

    /// Takes over the sections at both ends that say the same; between them, those that fit.
    fn follow(&mut self, was: &Self) {
        let count = self.rows.len();
        let mut head = 0;
        let same_head = |section: &&Section| {
            let rows = head..head + section.rows.len();
            let same = self.says(&rows, was, section);
            head = if same { rows.end } else { head };
            same
        };
        let before = was.sections.iter().take_while(same_head).count();
        let mut tail = count;
        let same_tail = |section: &&Section| {
            let same = tail.checked_sub(section.rows.len()).is_some_and(|start| start >= head && self.says(&(start..tail), was, section));
            tail -= if same { section.rows.len() } else { 0 };
            same
        };
        let after = was.sections[before..].iter().rev().take_while(same_tail).count();
        let (middle, last) = was.sections[before..].split_at(was.sections.len() - before - after);
        for section in &was.sections[..before] {
            self.push(section.rows.clone(), Some(section.number));
        }
        if middle.iter().map(|section| section.rows.len()).sum::<usize>() == tail - head {
            for section in middle {
                let rows = head..head + section.rows.len();
                head = rows.end;
                let same = self.says(&rows, was, section);
                self.push(rows, same.then_some(section.number));
            }
        } else {
            self.cut(head..tail);
        }
        let mut start = tail;
        for section in last {
            self.push(start..start + section.rows.len(), Some(section.number));
            start += section.rows.len();
        }
    }

    /// Cuts rows into sections.
    fn cut(&mut self, rows: Range<usize>) {
        let mut start = rows.start;
        while start < rows.end {
            let end = if rows.end - start < 2 * SECTION { rows.end } else { start + SECTION };
            self.push(start..end, None);
            start = end;
        }
    }

    fn push(&mut self, rows: Range<usize>, number: Option<usize>) {
        let number = number.unwrap_or_else(|| {
            self.next += 1;
            self.next
        });
        let base = self.base(&rows);
        self.sections.push(Section { number, rows, base });
    }

    fn base(&self, rows: &Range<usize>) -> Base {
        let bytes = self.rows.get(rows.start).map_or(0, |row| row.span.start);
        let report = self.shown.report();
        Base {
            bytes,
            findings: report.findings.partition_point(|finding| finding.span.start < bytes),
            rejected: report.rejected.partition_point(|rejected| rejected.span.start < bytes),
        }
    }

    /// Whether rows would be drawn as a section of another article is.
    fn says(&self, rows: &Range<usize>, was: &Self, section: &Section) -> bool {
        let (Some(new), old) = (self.rows.get(rows.clone()), &was.rows[section.rows.clone()]) else { return false };
        let base = self.base(rows);
        let moved = base.bytes.wrapping_sub(section.base.bytes);
        let same_row = |(new, old): (&Row, &Row)| {
            new.kind == old.kind
                && new.first == old.first
                && new.span == old.span.moved(moved)
                && new.span.of(self.shown.text()) == old.span.of(was.shown.text())
        };
        let end = new.last().map_or(base.bytes, |row| row.span.end);
        let (new_report, old_report) = (self.shown.report(), was.shown.report());
        new.iter().zip(old).all(same_row)
            && alike(
                new_report.findings[base.findings..].iter().take_while(|finding| finding.span.start < end),
                old_report.findings[section.base.findings..].iter().take_while(|finding| finding.span.start < end.wrapping_sub(moved)),
                |new, old| is_same(new, old, moved),
            )
            && (!self.look_alikes
                || alike(
                    new_report.rejected[base.rejected..].iter().take_while(|rejected| rejected.span.start < end),
                    old_report.rejected[section.base.rejected..]
                        .iter()
                        .take_while(|rejected| rejected.span.start < end.wrapping_sub(moved)),
                    |new, old| new.span == old.span.moved(moved) && new.reason == old.reason,
                ))
    }
}

/// Whether a finding is drawn as another one is, so many bytes further on.
fn is_same(new: &Finding, old: &Finding, moved: usize) -> bool {
    new.span == old.span.moved(moved) && new.rule == old.rule && new.cues == old.cues
}

fn alike<'a, T: 'a>(mut new: impl Iterator<Item = &'a T>, mut old: impl Iterator<Item = &'a T>, same: impl Fn(&T, &T) -> bool) -> bool {
    loop {
        match (new.next(), old.next()) {
            (Some(new), Some(old)) if same(new, old) => {}
            (None, None) => return true,
            _ => return false,
        }
    }
}

/// The rows of an article, in order.
pub fn rows(analysis: &Analysis) -> Vec<Row> {
    let report = analysis.report();
    let mut rows = Vec::with_capacity(report.blocks.len());
    for (number, block) in report.blocks.iter().enumerate() {
        let parts = parts(analysis.text(), block.span, &report.sentences);
        rows.extend(parts.into_iter().map(|span| Row { kind: block.kind, first: number == 0, span }));
    }
    rows
}

/// Cuts a long block after a sentence; inside one only where a sentence alone is too long.
fn parts(text: &str, block: Span, sentences: &[Span]) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = block.start;
    while block.end - start > LONGEST {
        let limit = start + LONGEST;
        let next = sentences.partition_point(|sentence| sentence.end <= limit);
        let sentence_end = next.checked_sub(1).map(|last| sentences[last].end).filter(|end| *end > start);
        let end = sentence_end.unwrap_or_else(|| text.floor_char_boundary(limit)).min(block.end);
        parts.push(Span { start, end });
        start = end;
    }
    if start < block.end {
        parts.push(Span { start, end: block.end });
    }
    parts
}

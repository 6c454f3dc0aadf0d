//! The article in sections of some 20 rows, which the page draws, and browsers lay out, one by one.
//!
//! A section of a changed article that has the same text and marks as before keeps its number, so the page keeps its nodes.

use super::Analysis;
use super::article_rows::{ArticleRow, article_rows};
use super::section_base::SectionBase;
use crate::engine::Finding;
use std::ops::Range;

/// Rows in one section; the last one of a cut has up to twice as many.
const SECTION: usize = 20;

/// Rows that are drawn together.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its number, which no other section of this article or of the ones before it has.
    pub number: usize,
    /// Its rows, as a range of [`Layout::rows`].
    pub rows: Range<usize>,
    /// Where it begins.
    pub base: SectionBase,
}

/// An article in sections.
pub struct Layout {
    /// What is shown.
    pub shown: Analysis,
    /// Whether look-alikes are marked too.
    pub look_alikes: bool,
    /// All rows, in order.
    pub rows: Vec<ArticleRow>,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// The highest number that a section has had.
    last_number: usize,
}

/// A layout is equal only to itself, so that a memo takes each new one for a change without comparing whole articles.
impl PartialEq for Layout {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Layout {
    /// Cuts an article into sections. Sections of the layout `before` that have the same text and marks are kept.
    #[must_use]
    pub fn new(shown: Analysis, look_alikes: bool, before: Option<&Self>) -> Self {
        let rows = article_rows(&shown);
        let last_number = before.map_or(0, |before| before.last_number);
        let mut new = Self { shown, look_alikes, rows, sections: Vec::new(), last_number };
        match before {
            Some(before) if before.look_alikes == look_alikes => new.keep(before),
            _ => new.cut(0..new.rows.len()),
        }
        new
    }

    /// Returns how many sections have to be drawn for the article to be on the page up to a byte.
    #[must_use]
    pub fn up_to(&self, byte: usize) -> usize {
        self.sections.partition_point(|section| section.base.bytes <= byte)
    }

    /// Takes over the unchanged sections at both ends. Between them, sections keep their cuts if the number of rows is the same, and their
    /// numbers if they are unchanged; otherwise the rows are cut anew.
    fn keep(&mut self, old: &Self) {
        let count = self.rows.len();
        let mut head = 0;
        let same_head = |section: &&Section| {
            let rows = head..head + section.rows.len();
            let same = self.is_unchanged(&rows, old, section);
            head = if same { rows.end } else { head };
            same
        };
        let before = old.sections.iter().take_while(same_head).count();
        let mut tail = count;
        let same_tail = |section: &&Section| {
            let same =
                tail.checked_sub(section.rows.len()).is_some_and(|start| start >= head && self.is_unchanged(&(start..tail), old, section));
            tail -= if same { section.rows.len() } else { 0 };
            same
        };
        let after = old.sections[before..].iter().rev().take_while(same_tail).count();
        let (middle, last) = old.sections[before..].split_at(old.sections.len() - before - after);
        for section in &old.sections[..before] {
            self.push(section.rows.clone(), Some(section.number));
        }
        if middle.iter().map(|section| section.rows.len()).sum::<usize>() == tail - head {
            for section in middle {
                let rows = head..head + section.rows.len();
                head = rows.end;
                let same = self.is_unchanged(&rows, old, section);
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

    /// Appends a section; without a number it gets a new one.
    fn push(&mut self, rows: Range<usize>, number: Option<usize>) {
        let number = number.unwrap_or_else(|| {
            self.last_number += 1;
            self.last_number
        });
        let base = self.base(&rows);
        self.sections.push(Section { number, rows, base });
    }

    fn base(&self, rows: &Range<usize>) -> SectionBase {
        let bytes = self.rows.get(rows.start).map_or(0, |row| row.span.start);
        let report = self.shown.report();
        SectionBase {
            bytes,
            findings: report.findings.partition_point(|finding| finding.span.start < bytes),
            rejected: report.rejected.partition_point(|rejected| rejected.span.start < bytes),
        }
    }

    /// True if `rows` would be drawn as the section of the old layout is.
    fn is_unchanged(&self, rows: &Range<usize>, old: &Self, section: &Section) -> bool {
        let (Some(new_rows), old_rows) = (self.rows.get(rows.clone()), &old.rows[section.rows.clone()]) else { return false };
        let base = self.base(rows);
        let moved = base.bytes.wrapping_sub(section.base.bytes);
        let same_row = |(new_row, old_row): (&ArticleRow, &ArticleRow)| {
            new_row.kind == old_row.kind
                && new_row.first == old_row.first
                && new_row.span == old_row.span.moved(moved)
                && new_row.span.of(self.shown.text()) == old_row.span.of(old.shown.text())
        };
        let end = new_rows.last().map_or(base.bytes, |row| row.span.end);
        let (new_report, old_report) = (self.shown.report(), old.shown.report());
        new_rows.iter().zip(old_rows).all(same_row)
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

/// True if a finding is drawn as an old one is, `moved` bytes further on.
fn is_same(new: &Finding, old: &Finding, moved: usize) -> bool {
    new.span == old.span.moved(moved) && new.rule == old.rule && new.cues == old.cues
}

/// True if both sequences have the same length and `same` is true for each pair.
fn alike<'a, T: 'a>(mut new: impl Iterator<Item = &'a T>, mut old: impl Iterator<Item = &'a T>, same: impl Fn(&T, &T) -> bool) -> bool {
    loop {
        match (new.next(), old.next()) {
            (Some(new), Some(old)) if same(new, old) => {}
            (None, None) => return true,
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn analysis(text: &str) -> Analysis {
        Analysis::new(text.into(), None)
    }

    fn article(paragraphs: usize) -> Vec<String> {
        (0..paragraphs).map(|number| format!("Paragraph {number} may say so, officials said.")).collect()
    }

    fn lay_out(paragraphs: &[String], before: Option<&Layout>) -> Layout {
        Layout::new(analysis(&paragraphs.join("\n\n")), false, before)
    }

    fn numbers(layout: &Layout) -> Vec<usize> {
        layout.sections.iter().map(|section| section.number).collect()
    }

    /// Checks that the sections cover the rows once and know where they begin; returns their lengths in rows.
    #[track_caller]
    fn lengths(layout: &Layout) -> Vec<usize> {
        let covered: Vec<usize> = layout.sections.iter().flat_map(|section| section.rows.clone()).collect();
        assert!(covered.into_iter().eq(0..layout.rows.len()));
        for section in &layout.sections {
            let start = layout.rows[section.rows.start].span.start;
            let before = layout.shown.report().findings.iter().filter(|finding| finding.span.start < start).count();
            assert_eq!((section.base.bytes, section.base.findings), (start, before));
        }
        layout.sections.iter().map(|section| section.rows.len()).collect()
    }

    #[test]
    fn an_article_is_cut_into_sections() {
        let check = |rows, expected: &[usize]| assert_eq!(lengths(&lay_out(&article(rows), None)), expected, "{rows} rows");
        check(0, &[]);
        check(1, &[1]);
        check(39, &[39]);
        check(40, &[20, 20]);
        check(75, &[20, 20, 35]);
    }

    /// Changes the article of 100 paragraphs; compares the numbers of its five sections, and of the sections after the change.
    #[track_caller]
    fn check(change: impl FnOnce(&mut Vec<String>), expected: &[usize]) {
        let mut text = article(100);
        let before = lay_out(&text, None);
        assert_eq!(numbers(&before), [1, 2, 3, 4, 5]);
        change(&mut text);
        let after = lay_out(&text, Some(&before));
        lengths(&after);
        assert_eq!(numbers(&after), expected);
    }

    #[test]
    fn sections_without_a_change_stay() {
        check(|_| {}, &[1, 2, 3, 4, 5]);
        check(|text| text[50] += " So.", &[1, 2, 6, 4, 5]);
        check(|text| text[0] += " So.", &[6, 2, 3, 4, 5]);
        check(|text| text[99] += " So.", &[1, 2, 3, 4, 6]);
        check(|text| (text[25].push_str(" So."), text[65].push_str(" So.")).0, &[1, 6, 3, 7, 5]);
        check(|text| text.insert(50, "A new paragraph may come.".into()), &[1, 2, 6, 4, 5]);
        check(|text| _ = text.remove(50), &[1, 2, 6, 4, 5]);
        check(|text| text.extend(article(10)), &[1, 2, 3, 4, 5, 6]);
        check(|text| _ = text.drain(20..40), &[1, 3, 4, 5]);
        check(Vec::clear, &[]);
    }

    #[test]
    fn a_change_of_a_mark_changes_its_section() {
        let text = article(60);
        let before = lay_out(&text, None);
        let mut ignored = crate::reading::ExceptionList::default();
        ignored.add(crate::reading::Exception::of(before.shown.text(), before.shown.report(), 60).expect("there are 120"));
        let shown = before.shown.shown(&crate::reading::Filter::default(), &ignored);
        assert_eq!(numbers(&Layout::new(shown, false, Some(&before))), [1, 4, 3]);
        assert_eq!(numbers(&Layout::new(before.shown.clone(), true, Some(&before))), [4, 5, 6]);
    }

    #[test]
    fn numbers_are_never_used_again() {
        let empty = lay_out(&[], Some(&lay_out(&article(60), None)));
        assert_eq!(numbers(&lay_out(&article(60), Some(&empty))), [4, 5, 6]);
    }

    #[test]
    fn sections_up_to_a_byte_are_counted() {
        let layout = lay_out(&article(60), None);
        assert_eq!(
            [0, layout.sections[1].base.bytes - 1, layout.sections[1].base.bytes, usize::MAX].map(|byte| layout.up_to(byte)),
            [1, 1, 2, 3]
        );
    }
}

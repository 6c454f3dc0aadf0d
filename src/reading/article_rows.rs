//! The rows of the article: what the page draws as one paragraph each.

use super::Analysis;
use crate::engine::{BlockKind, Span};

/// Longest row, in bytes: browsers take seconds to lay out a paragraph of a megabyte.
const LONGEST: usize = 12_000;

/// A block of the article, or a part of a very long one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArticleRow {
    /// The kind of the block.
    pub kind: BlockKind,
    /// Whether the block is the first of the article.
    pub first: bool,
    /// The bytes of the text that the row shows.
    pub span: Span,
}

/// Returns the rows of an article, in order.
#[must_use]
pub fn article_rows(analysis: &Analysis) -> Vec<ArticleRow> {
    let report = analysis.report();
    let mut rows = Vec::with_capacity(report.blocks.len());
    for (number, block) in report.blocks.iter().enumerate() {
        let parts = parts(analysis.text(), block.span, &report.sentences);
        rows.extend(parts.into_iter().map(|span| ArticleRow { kind: block.kind, first: number == 0, span }));
    }
    rows
}

/// Cuts a block that is longer than [`LONGEST`] after a sentence, or inside a sentence that is too long by itself.
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares the rows of a text, given as their kinds and lengths.
    #[track_caller]
    fn check(text: &str, expected: &[(BlockKind, usize)]) {
        let rows = article_rows(&Analysis::new(text.into(), None));
        assert_eq!(rows.iter().map(|row| (row.kind, row.span.len())).collect::<Vec<_>>(), expected);
        let shown: String = rows.iter().map(|row| row.span.of(text)).collect();
        assert_eq!(shown, text.replace('\n', ""));
        assert!(rows.iter().enumerate().all(|(place, row)| !row.first || row.span.start == 0 || rows[place - 1].first));
    }

    #[test]
    fn a_block_is_a_row() {
        check("", &[]);
        check(
            "The tram may come.\n\n- It rained.\n\nThe end.",
            &[(BlockKind::Paragraph, 18), (BlockKind::Item, 12), (BlockKind::Paragraph, 8)],
        );
    }

    #[test]
    fn a_long_block_is_cut_after_a_sentence() {
        let sentence = "The tram may come. ";
        let text = sentence.repeat(1_000);
        check(text.trim(), &[(BlockKind::Paragraph, 631 * 19 - 1), (BlockKind::Paragraph, 369 * 19)]);
    }

    #[test]
    fn a_long_word_is_cut_between_characters() {
        let text = "é".repeat(LONGEST / 2 + 10) + "x";
        check(&text, &[(BlockKind::Paragraph, LONGEST), (BlockKind::Paragraph, 21)]);
    }
}

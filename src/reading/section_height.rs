//! How high a section of the article will be, before the browser lays it out: without a good estimate the page grows under the reader.

use super::article_rows::ArticleRow;
use crate::engine::BlockKind;

/// How the browser sets a paragraph, as measured on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Typography {
    /// Characters in a full line.
    pub characters: f64,
    /// Height of a line in CSS pixels.
    pub line: f64,
}

/// A paragraph that the browser has laid out: its characters, and its height in CSS pixels.
pub type SetParagraph = (usize, f64);

impl Typography {
    /// Measures paragraphs with lines of this height. Those of one line do not tell how much a line holds; without others nothing does.
    #[must_use]
    pub fn measured(line: f64, paragraphs: impl Iterator<Item = SetParagraph>) -> Option<Self> {
        let (mut characters, mut lines) = (0.0, 0.0);
        for (length, height) in paragraphs.filter(|(_, height)| *height > 1.5 * line) {
            characters += float(length);
            // The last line is half full on average.
            lines += height / line - 0.5;
        }
        (lines > 0.0).then(|| Self { characters: characters / lines, line })
    }

    /// Estimates the height of rows of the article, in CSS pixels. The proportions are those of the style sheet (`article.css`).
    #[must_use]
    pub fn height(&self, text: &str, rows: &[ArticleRow]) -> f64 {
        rows.iter().map(|row| self.row_height(row, row.span.of(text).chars().count())).sum()
    }

    fn row_height(&self, row: &ArticleRow, characters: usize) -> f64 {
        let Setting { width, line, gap } = setting(row);
        (float(characters) / (self.characters * width)).ceil().max(1.0) * self.line * line + self.line * gap
    }
}

/// How a kind of row is set, in comparison with a paragraph.
struct Setting {
    /// Characters in a line, as a multiple of those of a paragraph.
    width: f64,
    /// Height of a line, in lines of a paragraph.
    line: f64,
    /// Space around the row, in lines of a paragraph.
    gap: f64,
}

fn setting(row: &ArticleRow) -> Setting {
    let (width, line, gap) = match row.kind {
        BlockKind::Headline if row.first => (0.52, 1.28, 0.58),
        BlockKind::Headline => (0.8, 0.88, 0.68),
        BlockKind::Paragraph => (1.0, 1.0, 0.62),
        BlockKind::Item => (0.96, 1.0, 0.32),
        BlockKind::Quotation => (0.96, 1.0, 0.62),
        BlockKind::Furniture => (1.3, 0.64, 0.26),
    };
    Setting { width, line, gap }
}

#[expect(clippy::cast_precision_loss, reason = "lengths of texts are far below 2^52")]
fn float(length: usize) -> f64 {
    length as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::{Analysis, article_rows};

    const SET: Typography = Typography { characters: 80.0, line: 30.0 };

    #[track_caller]
    fn check(text: &str, lines: f64) {
        let height = SET.height(text, &article_rows(&Analysis::new(text.into(), None)));
        assert!((height - lines * SET.line).abs() < 0.01 * SET.line, "{} lines", height / SET.line);
    }

    #[test]
    fn a_paragraph_has_full_lines_and_a_gap() {
        check("", 0.0);
        check("The tram may come.", 1.62);
        check(&format!("{}.", "The tram may come and go. ".repeat(12).trim()), 4.62);
        check("The tram may come.\n\n- It rained.\n\nThe end.", 1.62 + 1.32 + 1.62);
    }

    #[test]
    fn paragraphs_of_several_lines_tell_how_much_a_line_holds() {
        let measured = |paragraphs: &[SetParagraph]| Typography::measured(30.0, paragraphs.iter().copied());
        assert_eq!(measured(&[]), None);
        assert_eq!(measured(&[(10, 30.0), (40, 30.0)]), None);
        assert_eq!(measured(&[(10, 30.0), (200, 90.0), (360, 150.0)]), Some(Typography { characters: 80.0, line: 30.0 }));
    }
}

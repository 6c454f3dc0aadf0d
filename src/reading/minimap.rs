//! The minimap: the article as a column with one cell a sentence, as long as its share of the text, and a lane for each category.
//!
//! Lengths in the drawing count in [`PIXEL`]s, so that cells of a long text keep their proportions without fractions.

use crate::engine::{Report, Span};
use crate::lexicon::Category;
use std::ops::Range;

/// A CSS pixel in units of the drawing.
pub const PIXEL: i32 = 10;
/// Width of the drawing.
pub const WIDTH: i32 = 180;
/// Width of the lane of one category.
pub const LANE: i32 = 60;
/// Cells of at least this length have a gap of one pixel after them.
const ROOMY: i32 = 4 * PIXEL;
/// Cells that touch are merged in texts with more sentences than this, for they cannot be told apart.
const MANY: usize = 4000;
/// Shortest outline of the part in view.
const LEAST_VIEW: i32 = 6 * PIXEL;

/// Where the sentences begin in the minimap, as shares of its length; one more for the end.
#[derive(Clone, Debug, PartialEq)]
pub struct MinimapScale {
    starts: Vec<f64>,
    sentences: Vec<Span>,
}

impl Default for MinimapScale {
    fn default() -> Self {
        Self { starts: vec![0.0], sentences: Vec::new() }
    }
}

impl MinimapScale {
    /// The scale of the sentences of a report.
    #[must_use]
    pub fn new(report: &Report) -> Self {
        let mut at = 0.0;
        let mut starts = vec![0.0];
        for sentence in &report.sentences {
            at += float(sentence.len().max(1));
            starts.push(at);
        }
        Self { starts: starts.into_iter().map(|start| start / at.max(1.0)).collect(), sentences: report.sentences.clone() }
    }

    /// Returns the number of sentences.
    #[must_use]
    pub fn count(&self) -> usize {
        self.sentences.len()
    }

    /// Returns the number of the sentence at a share of the length; 0 if there is none.
    #[must_use]
    pub fn sentence_at(&self, share: f64) -> usize {
        self.starts.partition_point(|start| *start <= share).saturating_sub(1).min(self.count().saturating_sub(1))
    }

    /// Returns the number of the sentence that a pointer at height `y` hits, in a track that begins at `top` and is `height` long.
    #[must_use]
    pub fn sentence_hit(&self, y: f64, top: f64, height: f64) -> usize {
        self.sentence_at((y - top) / height.max(1.0))
    }

    /// Returns the share of the length at which a byte of the text stands.
    #[must_use]
    pub fn share_of(&self, byte: usize) -> f64 {
        let next = self.sentences.partition_point(|sentence| sentence.end <= byte);
        let Some(sentence) = self.sentences.get(next) else { return 1.0 };
        let inside = float(byte.saturating_sub(sentence.start)) / float(sentence.len().max(1));
        self.starts[next] + inside * (self.starts[next + 1] - self.starts[next])
    }

    /// Returns the sentence that a key of a slider leads to from sentence `here`; nothing for other keys.
    #[must_use]
    pub fn sentence_after_key(&self, key: &str, here: usize) -> Option<usize> {
        let last = self.count().checked_sub(1)?;
        let to = match key {
            "ArrowDown" | "ArrowRight" => here + 1,
            "ArrowUp" | "ArrowLeft" => here.saturating_sub(1),
            "PageDown" => here + 10,
            "PageUp" => here.saturating_sub(10),
            "Home" => 0,
            "End" => last,
            _ => return None,
        };
        Some(to.min(last))
    }

    /// Returns the tops and bottoms of the cells of the sentences for which `holds` is true, in a drawing of this length.
    #[must_use]
    pub fn cells(&self, length: i32, holds: impl Fn(usize) -> bool) -> Vec<Range<i32>> {
        let mut cells: Vec<Range<i32>> = Vec::new();
        // The minimap is not on the page yet.
        if length == 0 {
            return cells;
        }
        let merge = self.count() > MANY;
        for (_, ends) in self.starts.windows(2).enumerate().filter(|(number, _)| holds(*number)) {
            let top = scaled(ends[0], length);
            let tall = (scaled(ends[1], length) - top).max(1);
            let bottom = top + if tall >= ROOMY { tall - PIXEL } else { tall };
            match cells.last_mut() {
                Some(last) if merge && top <= last.end => last.end = last.end.max(bottom),
                _ => cells.push(top..bottom),
            }
        }
        cells
    }

    /// Returns the cells of the sentences that hold a finding of a category.
    #[must_use]
    pub fn lane(&self, length: i32, report: &Report, category: Category) -> Vec<Range<i32>> {
        self.cells(length, |sentence| report.findings_in(sentence).iter().any(|finding| finding.category() == category))
    }
}

/// Returns the top and the height of the outline of the part in view, which is given as shares of the length.
#[must_use]
pub fn part_in_view((top, bottom): (f64, f64), length: i32) -> (i32, i32) {
    (scaled(top, length), scaled(bottom - top, length).max(LEAST_VIEW))
}

/// Returns how far the reader has come, from 0 to 1, if this part of the text is in view: nothing while its beginning is, all once its
/// end is.
#[must_use]
pub fn progress((top, bottom): (f64, f64)) -> f64 {
    let out_of_view = 1.0 - (bottom - top);
    if out_of_view <= 0.0 { 1.0 } else { (top / out_of_view).clamp(0.0, 1.0) }
}

/// Returns the categories of the findings in a sentence, each once.
#[must_use]
pub fn categories_in(report: &Report, sentence: usize) -> Vec<Category> {
    let findings = report.findings_in(sentence);
    Category::ALL.into_iter().filter(|category| findings.iter().any(|finding| finding.category() == *category)).collect()
}

#[expect(clippy::cast_precision_loss, reason = "lengths of texts are far below 2^52")]
fn float(number: usize) -> f64 {
    number as f64
}

#[expect(clippy::cast_possible_truncation, reason = "a minimap is no longer than a window")]
fn scaled(share: f64, length: i32) -> i32 {
    (share * f64::from(length)).round() as i32
}

#[cfg(test)]
#[expect(
    clippy::single_range_in_vec_init,
    clippy::items_after_statements,
    reason = "a row of cells is one range; a check stands beside its cases"
)]
mod tests {
    use super::*;
    use crate::engine::analyze;

    // Sentences of 12, 11 and 23 bytes, 46 in all.
    const TEXT: &str = "It may rain. It is cold. Officials say it is ok.";

    fn scale() -> MinimapScale {
        MinimapScale::new(&analyze(TEXT))
    }

    #[test]
    fn a_pointer_hits_the_sentence_below_it() {
        let check = |y, expected| assert_eq!(scale().sentence_hit(y, 100.0, 460.0), expected, "at {y}");
        check(0.0, 0);
        check(100.0, 0);
        check(219.0, 0);
        check(221.0, 1);
        check(329.0, 1);
        check(331.0, 2);
        check(559.0, 2);
        check(900.0, 2);
        assert_eq!(scale().sentence_hit(5.0, 0.0, 0.0), 2);
        assert_eq!(MinimapScale::default().sentence_hit(5.0, 0.0, 10.0), 0);
    }

    #[test]
    fn bytes_have_a_share() {
        let scale = scale();
        #[track_caller]
        fn check(share: f64, expected: f64) {
            assert!((share - expected).abs() < 0.001, "{share}, not {expected}");
        }
        check(scale.share_of(0), 0.0);
        check(scale.share_of(6), 6.0 / 46.0);
        check(scale.share_of(12), 12.0 / 46.0);
        check(scale.share_of(TEXT.len()), 1.0);
        check(MinimapScale::default().share_of(7), 1.0);
    }

    #[test]
    fn every_sentence_has_a_cell_and_a_long_cell_a_gap() {
        let scale = scale();
        assert_eq!(scale.cells(0, |_| true), []);
        assert_eq!(scale.cells(460, |_| true), [0..110, 120..220, 230..450]);
        assert_eq!(scale.cells(46, |_| true), [0..12, 12..23, 23..46]);
        assert_eq!(scale.cells(460, |number| number == 1), [120..220]);
        assert_eq!(MinimapScale::default().cells(460, |_| true), []);
    }

    #[test]
    fn lanes_show_the_sentences_of_a_category() {
        let (scale, report) = (scale(), analyze(TEXT));
        assert_eq!(scale.lane(460, &report, Category::Hedge), [0..110]);
        assert_eq!(scale.lane(460, &report, Category::Source), [230..450]);
        assert_eq!(scale.lane(460, &report, Category::Pending), []);
        assert_eq!(categories_in(&report, 0), [Category::Hedge]);
        assert_eq!(categories_in(&report, 1), []);
        assert_eq!(categories_in(&report, 2), [Category::Source]);
        assert_eq!(categories_in(&report, 3), []);
    }

    #[test]
    fn touching_cells_of_a_very_long_text_are_merged() {
        let report = analyze(&"It may rain. ".repeat(MANY + 1));
        let scale = MinimapScale::new(&report);
        assert_eq!(scale.cells(1_000, |_| true), [0..1_001]);
        assert_eq!(scale.cells(1_000, |number| number == 0 || number == MANY), [0..1, 1_000..1_001]);
    }

    #[test]
    fn keys_lead_to_sentences() {
        let long = MinimapScale::new(&analyze(&"It may rain. ".repeat(30)));
        let check = |key, here, expected| assert_eq!(long.sentence_after_key(key, here), expected, "{key} from {here}");
        check("ArrowDown", 3, Some(4));
        check("ArrowRight", 29, Some(29));
        check("ArrowUp", 3, Some(2));
        check("ArrowLeft", 0, Some(0));
        check("PageDown", 3, Some(13));
        check("PageUp", 3, Some(0));
        check("Home", 3, Some(0));
        check("End", 3, Some(29));
        check("a", 3, None);
        assert_eq!(MinimapScale::default().sentence_after_key("End", 0), None);
    }

    #[test]
    fn the_part_in_view_is_never_too_small_to_see() {
        assert_eq!(part_in_view((0.25, 0.75), 1_000), (250, 500));
        assert_eq!(part_in_view((0.5, 0.501), 1_000), (500, LEAST_VIEW));
    }
}

//! The geometry of the minimap: one cell for each sentence, as long as its share of the text.

use crate::engine::Report;
use std::fmt::Write as _;

/// Tenths of a CSS pixel, the unit of the drawing, in a pixel.
pub const PIXEL: i32 = 10;
/// Cells of at least this length have a gap behind them.
const ROOMY: i32 = 4 * PIXEL;
/// With more sentences than this, cells that touch are drawn as one.
const MANY: usize = 4000;

/// The starts of the sentences as shares of the length, and the end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scale(Vec<f64>);

impl Scale {
    /// Measures the sentences of a report.
    pub fn new(report: &Report) -> Self {
        let mut at = 0.0;
        let mut starts = vec![0.0];
        for sentence in &report.sentences {
            at += float(sentence.len().max(1));
            starts.push(at);
        }
        Self(starts.into_iter().map(|start| start / at.max(1.0)).collect())
    }

    /// The number of sentences.
    pub fn count(&self) -> usize {
        self.0.len() - 1
    }

    /// The sentence at a share of the length.
    pub fn sentence_at(&self, share: f64) -> usize {
        self.0.partition_point(|start| *start <= share).saturating_sub(1).min(self.count().saturating_sub(1))
    }

    /// The share of the length at a byte of the text.
    pub fn share_of(&self, report: &Report, byte: usize) -> f64 {
        let next = report.sentences.partition_point(|sentence| sentence.end <= byte);
        let Some(sentence) = report.sentences.get(next) else { return 1.0 };
        let inside = float(byte.saturating_sub(sentence.start)) / float(sentence.len().max(1));
        self.0[next] + inside * (self.0[next + 1] - self.0[next])
    }

    /// The SVG path of the cells for which `holds` is true, in a lane of this length, left edge and width.
    pub fn cells(&self, length: i32, left: i32, width: i32, holds: impl Fn(usize) -> bool) -> String {
        let mut path = String::new();
        // The minimap has no layout yet.
        if length == 0 {
            return path;
        }
        let mut draw = |(top, bottom): (i32, i32)| {
            let _ = write!(path, "M{left} {top}h{width}V{bottom}h-{width}z");
        };
        let joins = self.count() > MANY;
        let mut last = None::<(i32, i32)>;
        for (_, ends) in self.0.windows(2).enumerate().filter(|(number, _)| holds(*number)) {
            let top = length_of(ends[0], length);
            let tall = (length_of(ends[1], length) - top).max(1);
            let bottom = top + if tall >= ROOMY { tall - PIXEL } else { tall };
            last = match last {
                Some((start, end)) if joins && top <= end => Some((start, end.max(bottom))),
                _ => {
                    last.map(&mut draw);
                    Some((top, bottom))
                }
            };
        }
        last.map(draw);
        path
    }
}

#[expect(clippy::cast_precision_loss, reason = "lengths of texts are small")]
fn float(number: usize) -> f64 {
    number as f64
}

/// A share of a length.
#[expect(clippy::cast_possible_truncation, reason = "a minimap is no longer than a window")]
pub fn length_of(share: f64, length: i32) -> i32 {
    (share * f64::from(length)).round() as i32
}

/// The sentence that a key of the slider leads to.
pub fn sentence_after_key(key: &str, here: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
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

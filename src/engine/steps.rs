//! An analysis in steps, between which a page can answer.

use crate::engine::analyzer::{Analyzer, Given};
use crate::engine::incremental::{Analysed, Kept};
use crate::engine::lex::line_wrap::paragraphs;
use crate::engine::text::Span;
use crate::lexicon::Own;

impl Analysed {
    /// Analyses a text.
    #[must_use]
    pub fn new(text: &str, own: Option<&Own>) -> Self {
        Self::of(Given::new(text, own))
    }

    /// Analyses what is given.
    pub(crate) fn of(given: Given<'_>) -> Self {
        Steps::new(given, None).finish(given, None).0
    }

    /// Analyses the text that `old` became. The result is the same as that of [`Analysed::new`], in the time that the changed blocks take.
    /// `old` is the text of this analysis, and the list is the same.
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
        let (given, was) = (Given::new(text, own), Some((self, old)));
        Steps::new(given, was).finish(given, was)
    }
}

/// An analysis in progress, of a whole text or of what changed in one. It holds no text; the caller passes the same to every call.
pub(crate) struct Steps {
    blocks: Vec<Span>,
    next: usize,
    analyzer: Analyzer,
    kept: Kept,
    /// How many blocks the lead takes, in the former text or in this one.
    lead: usize,
}

/// The former analysis and its text.
pub(crate) type Former<'a> = Option<(&'a Analysed, &'a str)>;

impl Steps {
    /// Starts an analysis. Blocks of the former text that did not change are taken over.
    pub fn new(given: Given<'_>, was: Former<'_>) -> Self {
        let blocks = paragraphs(given.text);
        let analyzer = Analyzer::new(given, &blocks);
        let lead = analyzer.trace.lead;
        let mut steps = Self { blocks, next: 0, analyzer, kept: Kept { before: 0, after: 0 }, lead };
        if let Some((was, old)) = was.filter(|(was, _)| was.report.notice.is_none()) {
            steps.kept = was.unchanged(old, given.text, &steps.blocks);
            steps.lead = lead.max(was.trace.lead);
            if steps.kept.before < steps.lead {
                steps.kept.before = 0;
            }
            steps.analyzer.keep_first(was, steps.kept.before);
            steps.next = steps.kept.before;
        }
        steps
    }

    /// Analyses the next blocks while `more` returns true. Returns true when all are done.
    pub fn go_on(&mut self, given: Given<'_>, was: Former<'_>, mut more: impl FnMut() -> bool) -> bool {
        while self.next < self.blocks.len() {
            let left = self.blocks.len() - self.next;
            if let Some((was, _)) = was
                && left <= self.kept.after
                && was.same_carry(&self.analyzer, left, self.lead)
            {
                if was.same_mentions(&self.analyzer, left) {
                    return true;
                }
                self.kept.after = 0;
            }
            if !more() {
                return false;
            }
            self.analyzer.block(given, self.blocks[self.next]);
            self.next += 1;
        }
        true
    }

    /// Analyses all blocks that are left. Returns the analysis and what it keeps of the former one.
    pub fn finish(mut self, given: Given<'_>, was: Former<'_>) -> (Analysed, Kept) {
        self.go_on(given, was, || true);
        self.kept.after = self.blocks.len() - self.next;
        if let Some((was, old)) = was {
            self.analyzer.keep_last(was, self.kept.after, given.text.len().wrapping_sub(old.len()));
        }
        let (report, trace) = self.analyzer.finish(given);
        (Analysed { report, trace }, self.kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suspended_analysis_gives_the_same_report() {
        let old = format!("A title\n\n{}“It may rain,\n\nit could snow,” she said.", "Critics say it may fail.\n\n".repeat(30));
        let new = old.replacen("fail", "hold", 3).replace("snow", "hail");
        let was = Analysed::new(&old, None);
        for former in [None, Some((&was, old.as_str()))] {
            let given = Given::new(&new, None);
            let mut steps = Steps::new(given, former);
            let mut rounds = 0;
            let mut budget = [true, false].into_iter().cycle();
            while !steps.go_on(given, former, || budget.next().unwrap_or_default()) {
                rounds += 1;
            }
            assert!(rounds > 2);
            assert_eq!(steps.finish(given, former).0.report, crate::engine::analyze(&new));
        }
    }
}

//! An analysis step by step, so that a page can answer in between.

use crate::engine::analyzer::{Flow, Given};
use crate::engine::incremental::{Analysed, Kept};
use crate::engine::lex::block::paragraphs;
use crate::engine::text::Span;

/// An analysis under way: of a whole text, or of what changed in one. It holds no text; every step is given the same.
pub(crate) struct Steps {
    blocks: Vec<Span>,
    next: usize,
    flow: Flow,
    kept: Kept,
    /// How many blocks the opening takes, in the former text or this one.
    lead: usize,
}

/// The former analysis and its text.
pub(crate) type Former<'a> = Option<(&'a Analysed, &'a str)>;

impl Steps {
    /// Before the first step; blocks of the former text that did not change are taken over.
    pub fn new(given: Given<'_>, was: Former<'_>) -> Self {
        let blocks = paragraphs(given.text);
        let flow = Flow::new(given, &blocks);
        let lead = flow.trace.lead;
        let mut steps = Self { blocks, next: 0, flow, kept: Kept { before: 0, after: 0 }, lead };
        if let Some((was, old)) = was.filter(|(was, _)| was.report.notice.is_none()) {
            steps.kept = was.unchanged(old, given.text, &steps.blocks);
            steps.lead = lead.max(was.trace.lead);
            if steps.kept.before < steps.lead {
                steps.kept.before = 0;
            }
            steps.flow.keep_first(was, steps.kept.before);
            steps.next = steps.kept.before;
        }
        steps
    }

    /// Takes the next blocks while `more` says so. Whether all are taken.
    pub fn go_on(&mut self, given: Given<'_>, was: Former<'_>, mut more: impl FnMut() -> bool) -> bool {
        while self.next < self.blocks.len() {
            let left = self.blocks.len() - self.next;
            if let Some((was, _)) = was
                && left <= self.kept.after
                && was.carries_on(&self.flow, left, self.lead)
            {
                if was.knows_the_same(&self.flow, left) {
                    return true;
                }
                self.kept.after = 0;
            }
            if !more() {
                return false;
            }
            self.flow.block(given, self.blocks[self.next]);
            self.next += 1;
        }
        true
    }

    /// Takes all blocks that are left; the analysis, and what of the former one it keeps.
    pub fn finish(mut self, given: Given<'_>, was: Former<'_>) -> (Analysed, Kept) {
        self.go_on(given, was, || true);
        self.kept.after = self.blocks.len() - self.next;
        if let Some((was, old)) = was {
            self.flow.keep_last(was, self.kept.after, given.text.len().wrapping_sub(old.len()));
        }
        let (report, trace) = self.flow.finish(given.text);
        (Analysed { report, trace }, self.kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_analysis_that_was_put_aside_goes_on_as_if_nothing_had_been() {
        let old = format!("A title\n\n{}“It may rain,\n\nit could snow,” she said.", "Critics say it may fail.\n\n".repeat(30));
        let new = old.replacen("fail", "hold", 3).replace("snow", "hail");
        let was = Analysed::new(&old, None);
        for former in [None, Some((&was, old.as_str()))] {
            let given = Given { text: &new, own: None };
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

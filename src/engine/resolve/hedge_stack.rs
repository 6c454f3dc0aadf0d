//! Stacked hedges: hedges that weaken the same statement (`could potentially`, `may have been possibly`) are one finding, and a stronger one.

use crate::engine::lex::token::Token;
use crate::engine::matching::candidates::Candidate;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{Kind, class};

/// How many auxiliaries and adverbs may stand between two hedges of a stack.
const BETWEEN: usize = 2;

/// Joins stacked hedges; the findings are sorted by start.
pub(crate) fn stack(tokens: &[Token], findings: Vec<Candidate>) -> Vec<Candidate> {
    let mut stacked: Vec<Candidate> = Vec::with_capacity(findings.len());
    for finding in findings {
        let below = stacked.iter().rposition(stacks).filter(|_| stacks(&finding));
        match below.filter(|below| touch(tokens, stacked[*below].end, finding.start)) {
            Some(below) => {
                stacked[below].end = finding.end;
                stacked[below].cues = stacked[below].cues.saturating_add(1);
            }
            None => stacked.push(finding),
        }
    }
    stacked
}

/// Returns true for the kinds that can stack. A mark of the reader's own list stays by itself: its explanation is the reader's.
fn stacks(finding: &Candidate) -> bool {
    finding.rank > 0 && matches!(finding.rule.kind, Kind::Modal | Kind::Probability | Kind::Hearsay | Kind::Appearance)
}

fn touch(tokens: &[Token], end: usize, start: usize) -> bool {
    let between = tokens.get(end..start);
    between.is_some_and(|between| {
        between.len() <= BETWEEN && between.iter().all(|token| token.is(class::BE | class::HAVE) && !token.is(shape::MARK))
    })
}

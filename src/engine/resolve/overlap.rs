//! Candidates into findings: of two that overlap in one category the longer stays.

use crate::engine::matching::candidates::Candidate;
use crate::lexicon::{Category, Kind};

/// Sorts the candidates of a sentence into findings and rejected look-alikes, each in order of its start.
#[cfg_attr(small, optimize(speed))]
pub(crate) fn settle(mut candidates: Vec<Candidate<'_>>) -> (Vec<Candidate<'_>>, Vec<Candidate<'_>>) {
    candidates.sort_unstable_by_key(|candidate| {
        (candidate.rejected.is_some(), std::cmp::Reverse(candidate.end - candidate.start), candidate.rank, candidate.start)
    });
    let mut findings: Vec<Candidate<'_>> = Vec::new();
    let mut rejected: Vec<Candidate<'_>> = Vec::new();
    for candidate in candidates {
        let clashes = |other: &Candidate| overlaps(other, &candidate) && category(other) == category(&candidate);
        if findings.iter().any(|finding| clashes(finding) || says_it_all(finding, &candidate)) {
            continue;
        }
        if candidate.rejected.is_none() {
            findings.retain(|finding| !says_it_all(&candidate, finding));
            findings.push(candidate);
        } else if !rejected.iter().any(clashes) {
            rejected.push(candidate);
        }
    }
    findings.sort_unstable_by_key(|finding| (finding.start, finding.end, category(finding)));
    rejected.sort_unstable_by_key(|candidate| candidate.start);
    (findings, rejected)
}

fn category(candidate: &Candidate) -> Category {
    candidate.rule.kind.category()
}

fn overlaps(a: &Candidate, b: &Candidate) -> bool {
    a.start < b.end && b.start < a.end
}

/// `is believed to` is an agentless source, `is expected to vote` a plan: the belief verb in it is not marked again.
fn says_it_all(finding: &Candidate, other: &Candidate) -> bool {
    let covers = matches!(finding.rule.kind, Kind::Agentless | Kind::Planned | Kind::Undecided);
    covers && matches!(other.rule.kind, Kind::Belief | Kind::Appearance | Kind::Unverified) && overlaps(finding, other)
}

//! Overlaps: of two candidates of one category that overlap, the longer stays.

use crate::engine::matching::candidates::Candidate;
use crate::lexicon::{Category, Kind};

/// Splits the candidates of a sentence into findings and rejected look-alikes, each in order of its start.
pub(crate) fn settle(mut candidates: Vec<Candidate>) -> (Vec<Candidate>, Vec<Candidate>) {
    candidates.sort_unstable_by_key(|candidate| {
        (candidate.rejected.is_some(), std::cmp::Reverse(candidate.end - candidate.start), candidate.rank, candidate.start)
    });
    let mut findings: Vec<Candidate> = Vec::new();
    let mut rejected: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        let clashes = |other: &Candidate| overlaps(other, &candidate) && category(other) == category(&candidate);
        if findings.iter().any(|finding| clashes(finding) || covers(finding, &candidate)) {
            continue;
        }
        if candidate.rejected.is_none() {
            findings.retain(|finding| !covers(&candidate, finding));
            let place = |finding: &Candidate| (finding.start, finding.end, category(finding));
            findings.insert(findings.partition_point(|finding| place(finding) < place(&candidate)), candidate);
        } else if !rejected.iter().any(clashes) {
            rejected.insert(rejected.partition_point(|other| other.start <= candidate.start), candidate);
        }
    }
    (findings, rejected)
}

fn category(candidate: &Candidate) -> Category {
    candidate.rule.kind.category()
}

fn overlaps(a: &Candidate, b: &Candidate) -> bool {
    a.start < b.end && b.start < a.end
}

/// Returns true if the finding covers a belief verb that is not marked again: `is believed to`, `is expected to vote`.
fn covers(finding: &Candidate, other: &Candidate) -> bool {
    let kinds = matches!(finding.rule.kind, Kind::Agentless | Kind::Planned | Kind::Undecided);
    kinds && matches!(other.rule.kind, Kind::Belief | Kind::Appearance | Kind::Unverified) && overlaps(finding, other)
}

//! The numbers that marks have in print, where explanations stand as notes at the end.

use crate::engine::Report;

/// Returns the notes in order: the indices of the findings that end at the same place, which share one number. The first note has the number 1.
///
/// The page numbers the marks of findings that end with a CSS counter, so the order of the ends is the order of the numbers.
#[must_use]
pub fn footnotes(report: &Report) -> Vec<Vec<usize>> {
    let mut ends: Vec<(usize, usize)> = report.findings.iter().enumerate().map(|(number, finding)| (finding.span.end, number)).collect();
    ends.sort_unstable();
    ends.chunk_by(|one, other| one.0 == other.0).map(|same| same.iter().map(|(_, number)| *number).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        let report = analyze(text);
        let words = |note: &Vec<usize>| note.iter().map(|number| report.findings[*number].span.of(text)).collect::<Vec<_>>();
        assert_eq!(footnotes(&report).iter().map(words).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn notes_are_numbered_by_where_their_words_end() {
        check("", &[]);
        check("It may rain, officials said. It might snow.", &[&["may"], &["officials"], &["might"]]);
    }

    #[test]
    fn findings_that_end_together_share_a_note() {
        let text = "It may rain, officials said.";
        let mut report = analyze(text);
        let mut other = report.findings[1].clone();
        other.span.start -= 4;
        report.findings.insert(1, other);
        assert_eq!(footnotes(&report), [vec![0], vec![1, 2]]);
        report.findings[1].span.end += 5;
        assert_eq!(footnotes(&report), [vec![0], vec![2], vec![1]]);
    }
}

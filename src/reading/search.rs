//! Search in the findings.

use crate::engine::Report;

/// The numbers of the findings whose words, kind or category name hold what is searched for; case does not count.
#[must_use]
pub fn search(text: &str, report: &Report, wanted: &str) -> Vec<usize> {
    let wanted = wanted.trim().to_lowercase();
    if wanted.is_empty() {
        return Vec::new();
    }
    let holds = |words: &str| words.to_lowercase().contains(&wanted);
    let hit = |number: &usize| {
        let finding = &report.findings[*number];
        holds(finding.span.of(text)) || holds(finding.kind().title()) || holds(finding.category().name())
    };
    (0..report.findings.len()).filter(hit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;

    #[test]
    fn words_and_kinds_are_found() {
        let text = "It may rain, officials said. It may not.";
        let report = analyze(text);
        assert_eq!(search(text, &report, " MAY"), [0, 2]);
        assert_eq!(search(text, &report, "role only"), [1]);
        assert_eq!(search(text, &report, "   "), [0; 0]);
        assert_eq!(search(text, &report, "\u{0}"), [0; 0]);
    }
}

//! Minimal pairs and an inventory of cues, written by the guidelines and not for the rules.
//!
//! Each line of the files in `tests/sentences` has tab-separated fields: the kind, the outcome, a sentence with the span in braces and, in a
//! pair, its twin without a finding of that category. `pairs.tsv` and `cues.tsv` hold what the engine gets right. What it gets wrong stands in
//! `known-errors.tsv` with the outcome that it has now: a line there fails as soon as the engine gets it right, and moves to its file then.

use caveat_lector::engine::{Finding, Span, analyze};

const PAIRS: &str = include_str!("sentences/pairs.tsv");
const CUES: &str = include_str!("sentences/cues.tsv");
const KNOWN_ERRORS: &str = include_str!("sentences/known-errors.tsv");

/// Returns the findings of the category of a kind, which is given as `hedge/modal`.
fn of_category(text: &str, kind: &str) -> Vec<Finding> {
    let category = kind.split('/').next();
    analyze(text).findings.into_iter().filter(|finding| Some(finding.category().name()) == category).collect()
}

/// Returns what becomes of the words in braces: a finding of the kind overlaps them (`right`), only one of another kind of the category does
/// (`kind`), or none of the category (`missed`).
fn of_sentence(marked: &str, kind: &str) -> &'static str {
    let (before, rest) = marked.split_once('{').expect("braces enclose the span");
    let (inside, after) = rest.split_once('}').expect("braces enclose the span");
    let span = Span { start: before.len(), end: before.len() + inside.len() };
    let mut findings = of_category(&format!("{before}{inside}{after}"), kind);
    findings.retain(|finding| finding.span.overlaps(span));
    let name = |finding: &Finding| format!("{}/{}", finding.category().name(), finding.kind().name());
    match findings.len() {
        0 => "missed",
        _ if findings.iter().any(|finding| name(finding) == kind) => "right",
        _ => "kind",
    }
}

/// Returns the outcome of a sentence and, if it has one, of its twin, in which a finding of the category is an `alarm`.
fn outcome(kind: &str, sentences: &[&str]) -> String {
    let alarm = sentences.get(1).is_some_and(|twin| !of_category(twin, kind).is_empty());
    match (of_sentence(sentences[0], kind), alarm) {
        (outcome, false) => outcome.to_owned(),
        ("right", true) => "alarm".to_owned(),
        (outcome, true) => format!("{outcome} alarm"),
    }
}

/// Checks the recorded outcome of every line of a file; `fields` is their number in a line.
#[track_caller]
fn check(content: &str, fields: &[usize], is_expected: impl Fn(&str) -> bool) {
    let mut changed = Vec::new();
    for line in content.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        assert!(fields.contains(&parts.len()), "`{line}` has {} fields", parts.len());
        assert!(is_expected(parts[1]), "`{line}` stands in the wrong file");
        let now = outcome(parts[0], &parts[2..]);
        if now != parts[1] {
            changed.push(format!("{now}, no longer {}: {line}", parts[1]));
        }
    }
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

#[test]
fn minimal_pairs_are_distinguished() {
    check(PAIRS, &[4], |outcome| outcome == "right");
}

#[test]
fn the_cues_of_the_literature_are_marked() {
    check(CUES, &[3], |outcome| outcome == "right");
}

#[test]
fn known_errors_are_still_errors() {
    check(KNOWN_ERRORS, &[3, 4], |outcome| outcome != "right");
}

#[test]
fn most_lines_are_right() {
    let count = |content: &str, fields: usize| content.lines().filter(|line| line.split('\t').count() == fields).count();
    let share = |right: usize, wrong: usize| right * 100 / (right + wrong);
    assert!(share(count(PAIRS, 4), count(KNOWN_ERRORS, 4)) >= 80);
    assert!(share(count(CUES, 3), count(KNOWN_ERRORS, 3)) >= 90);
}

#[test]
fn cues_are_marked_in_capitals() {
    let mut all = 0;
    let mut missed = Vec::new();
    for line in CUES.lines().chain(PAIRS.lines()) {
        let parts: Vec<&str> = line.split('\t').collect();
        all += 1;
        if of_sentence(&parts[2].to_uppercase(), parts[0]) == "missed" {
            missed.push(line);
        }
    }
    assert!(missed.len() * 50 < all, "{}", missed.join("\n"));
}

//! Minimal pairs and an inventory of cues, written by the guidelines and not for the rules. Each line of
//! `tests/sentences` tells whether the engine gets it right, so that a change shows what it wins and what it loses.
//!
//! `pairs.tsv`: kind, outcome, a sentence with the span in braces, its twin with nothing of that category.
//! `cues.tsv`: kind, outcome, a sentence with the span in braces.

use caveat_lector::engine::{Finding, Span, analyze};

fn of_category(text: &str, kind: &str) -> Vec<Finding> {
    let category = kind.split('/').next();
    analyze(text).findings.into_iter().filter(|finding| Some(finding.category().name()) == category).collect()
}

/// Whether a finding of the category touches the words in braces.
fn is_found(marked: &str, kind: &str) -> bool {
    let (before, rest) = marked.split_once('{').expect("braces enclose the span");
    let (inside, after) = rest.split_once('}').expect("braces enclose the span");
    let span = Span { start: before.len(), end: before.len() + inside.len() };
    of_category(&format!("{before}{inside}{after}"), kind).iter().any(|finding| finding.span.overlaps(span))
}

/// Checks the recorded outcome of every line of a file; gives how many are right and how many there are.
fn check(content: &str, outcome: impl Fn(&str, &[&str]) -> &'static str) -> (usize, usize) {
    let mut changed = Vec::new();
    let (mut right, mut all) = (0, 0);
    for line in content.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [kind, recorded, sentences @ ..] = &fields[..] else { panic!("`{line}`: kind, outcome and sentence, please") };
        let now = outcome(kind, sentences);
        all += 1;
        right += usize::from(now == "right");
        if now != *recorded {
            changed.push(format!("{now}, no longer {recorded}: {line}"));
        }
    }
    assert!(changed.is_empty(), "{}", changed.join("\n"));
    (right, all)
}

#[test]
fn minimal_pairs_are_told_apart() {
    let (right, all) = check(include_str!("sentences/pairs.tsv"), |kind, sentences| {
        match (is_found(sentences[0], kind), of_category(sentences[1], kind).is_empty()) {
            (true, true) => "right",
            (false, true) => "missed",
            (true, false) => "alarm",
            (false, false) => "missed alarm",
        }
    });
    assert!(right * 100 >= all * 80, "{right} of {all} pairs");
}

#[test]
fn the_cues_of_the_literature_are_known() {
    let (right, all) =
        check(include_str!("sentences/cues.tsv"), |kind, sentences| if is_found(sentences[0], kind) { "right" } else { "missed" });
    assert!(right * 100 >= all * 90, "{right} of {all} cues");
}

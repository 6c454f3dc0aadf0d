//! Checks the examples in the lexicon. Each example must be marked by its own pattern and by no other of the rule; each look-alike
//! must be rejected by its own exception and be marked without it.
//!
//! `RULES=hedge cargo test --test lexicon` checks only the files and rules whose names begin with `hedge`.

#[expect(dead_code, reason = "the build script uses the rest")]
#[path = "../src/lexicon/build/rules.rs"]
mod rules;

use caveat_lector::engine::{BlockKind, PatternMatch, analyze, pattern_matches};
use caveat_lector::lexicon::RULES;
use rules::Rule;
use std::path::Path;

/// Calls `faults_of` for each rule, with its index in `RULES`, and reports all faults together.
#[track_caller]
fn check(faults_of: impl Fn(usize, &Rule) -> Vec<String>) {
    let wanted = std::env::var("RULES").unwrap_or_default();
    let mut faults = Vec::new();
    let mut number = 0;
    for (kind, file) in rules::read_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon")).expect("the files of rules") {
        for rule in &file.rules {
            assert_eq!(RULES[number].id, rule.id, "the rules stand in the order of the files");
            if kind.file().starts_with(&wanted) || rule.id.starts_with(&wanted) {
                faults.extend(faults_of(number, rule).into_iter().map(|fault| format!("{}: {}: {fault}", kind.file(), rule.id)));
            }
            number += 1;
        }
    }
    assert_eq!(number, RULES.len());
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// Returns a sentence without its braces, and the text between them.
fn example(sentence: &str) -> (String, &str) {
    let span = sentence.split_once('{').and_then(|(_, rest)| rest.split_once('}')).map(|(span, _)| span);
    (sentence.replace(['{', '}'], ""), span.expect("the build checks the braces"))
}

/// Returns the words that a rule marks in a text.
fn marked(rule: &Rule, text: &str) -> Vec<String> {
    let report = analyze(text);
    report.findings.iter().filter(|finding| finding.rule.id == rule.id).map(|finding| finding.span.of(text).to_owned()).collect()
}

#[test]
fn patterns_mark_their_examples() {
    check(|number, rule| {
        let patterns = rule.patterns.iter().enumerate();
        patterns
            .filter_map(|(index, pattern)| Some(format!("pattern {index}: {}", example_fault(number, rule, index, &pattern.example)?)))
            .collect()
    });
}

/// Returns what is wrong with the example of a pattern, if anything.
fn example_fault(number: usize, rule: &Rule, index: usize, sentence: &str) -> Option<String> {
    let (text, span) = example(sentence);
    let marks = marked(rule, &text);
    if !marks.iter().any(|found| found == span) {
        return Some(format!("`{sentence}`: the rule marks {marks:?}"));
    }
    let matches = pattern_matches(number, &text);
    let same: Vec<&PatternMatch> = matches.iter().filter(|found| found.span.of(&text) == span && found.exceptions.is_empty()).collect();
    if !same.iter().any(|found| found.pattern == index) {
        let spans: Vec<&str> = matches.iter().filter(|found| found.pattern == index).map(|found| found.span.of(&text)).collect();
        return Some(format!("`{sentence}`: this pattern marks {spans:?}"));
    }
    let other = same.iter().find(|found| found.pattern != index)?;
    Some(format!("`{sentence}`: pattern {} marks the same", other.pattern))
}

#[test]
fn required_contexts_hold_in_their_examples() {
    check(|number, rule| {
        let contexts = rule.only.iter().enumerate();
        let fault = |(index, only): (usize, &rules::Pattern)| {
            let (text, span) = example(&only.example);
            let marks = marked(rule, &text);
            if !marks.iter().any(|found| found == span) {
                return Some(format!("only {index}: `{}`: the rule marks {marks:?}", only.example));
            }
            let matches = pattern_matches(number, &text);
            let alone = matches.iter().any(|found| found.span.of(&text) == span && found.only == [index]);
            (!alone).then(|| format!("only {index}: `{}`: not this context alone holds: {matches:?}", only.example))
        };
        contexts.filter_map(fault).collect()
    });
}

#[test]
fn exceptions_reject_their_look_alikes() {
    check(|number, rule| {
        let exceptions = rule.exceptions.iter().enumerate();
        exceptions
            .filter_map(|(index, exception)| {
                let matches = pattern_matches(number, &exception.look_alike);
                let counts = |found: &PatternMatch| found.rejected.is_none() && (rule.only.is_empty() || !found.only.is_empty());
                let matches: Vec<PatternMatch> = matches.into_iter().filter(counts).collect();
                let alone = matches.iter().any(|found| found.exceptions == [index]);
                let others: Vec<_> =
                    matches.iter().map(|found| (found.pattern, found.span.of(&exception.look_alike), &found.exceptions)).collect();
                (!alone).then(|| {
                    format!(
                        "exception {index}: `{}`: without it nothing is marked; (pattern, span, exceptions): {others:?}",
                        exception.look_alike
                    )
                })
            })
            .collect()
    });
}

#[test]
fn rules_leave_their_look_alikes() {
    check(|_, rule| {
        let of_exceptions = rule.exceptions.iter().map(|exception| &exception.look_alike);
        let look_alikes = of_exceptions.chain(&rule.passes);
        let marks = look_alikes.map(|text| (text, marked(rule, text)));
        marks.filter(|(_, marks)| !marks.is_empty()).map(|(text, marks)| format!("`{text}`: the rule marks {marks:?}")).collect()
    });
}

#[test]
fn furniture_examples_and_look_alikes_are_recognised() {
    let kind = |line: &str| analyze(&format!("{line}\n\nThe rest of the page.")).blocks[0].kind;
    let file: toml::Table = toml::from_str(include_str!("../src/lexicon/furniture.toml")).expect("the build has read it");
    let texts = |line: &toml::Value, key: &str| -> Vec<String> {
        let list = line[key].as_array().expect("a list").iter();
        list.map(|text| text.as_str().expect("a text").to_owned()).collect()
    };
    let lines = file["line"].as_array().expect("a list of lines");
    assert!(lines.len() > 10);
    for line in lines {
        for example in texts(line, "examples") {
            assert_eq!(kind(&example), BlockKind::Furniture, "{}: {example}", line["id"]);
        }
        for look_alike in texts(line, "look-alikes") {
            assert_ne!(kind(&look_alike), BlockKind::Furniture, "{}: {look_alike}", line["id"]);
        }
    }
}

//! Every entry of the lexicon proves itself: its examples match where the braces say, its look-alikes do not.

use caveat_lector::engine::{BlockKind, analyze};
use caveat_lector::lexicon::{LINES, RULES, Rule};

fn found(rule: &Rule, text: &str) -> Vec<String> {
    let report = analyze(text);
    report.findings.iter().filter(|finding| finding.rule.id == rule.id).map(|finding| finding.span.of(text).to_owned()).collect()
}

#[test]
fn entries_mark_their_examples() {
    let mut faults = Vec::new();
    for rule in RULES.iter() {
        for flag in rule.flags {
            let text = flag.replace(['{', '}'], "");
            let expected =
                flag.split_once('{').and_then(|(_, rest)| rest.split_once('}')).map(|(span, _)| span).expect("the build checks braces");
            let said = found(rule, &text);
            if !said.iter().any(|span| span == expected) {
                faults.push(format!("{}: `{flag}` gave {said:?}", rule.id));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn entries_leave_their_look_alikes() {
    let mut faults = Vec::new();
    for rule in RULES.iter() {
        for pass in rule.passes {
            let said = found(rule, pass);
            if !said.is_empty() {
                faults.push(format!("{}: `{pass}` gave {said:?}", rule.id));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn furniture_lines_prove_themselves() {
    let kind = |line: &str| analyze(&format!("{line}\n\nThe rest of the page.")).blocks[0].kind;
    for line in LINES {
        for flag in line.flags {
            assert_eq!(kind(flag), BlockKind::Furniture, "{}: {flag}", line.id);
        }
        for pass in line.passes {
            assert_ne!(kind(pass), BlockKind::Furniture, "{}: {pass}", line.id);
        }
    }
}

//! Checks the ledgers of the texts in `tests/ledgers`: every row with every field, and no other rows.
//!
//! A file holds cases, divided by lines of `===`: a text, a line of `---`, and a line for each row. What a row does not have is left out.
//!
//! ```text
//! unnamed: PHRASE | KIND | NUMBER | PLACES | knows: ... | because: ... | through: ... | said: ... | said: ...
//! named: PHRASE | PLACES | said: ...
//! open: WORDING | STAGE | PLACES | who: ... | when: ...
//! ```
//!
//! In `matters.txt` a line stands for the matter of each row. In `claimed-by.txt` a line stands for each hedge and open matter: `WORDING | WHO CLAIMS IT`, with `-` for nobody.

use caveat_lector::engine::{Decision, Number, Report, Source, Span, analyze, decisions, sources, speaker_of};
use caveat_lector::lexicon::Category;
use std::fmt::Write as _;

#[path = "common/timing.rs"]
mod timing;
use timing::least_ratio;

fn part(text: &str, label: &str, span: Option<Span>) -> String {
    span.map(|span| format!(" | {label}: {}", span.of(text))).unwrap_or_default()
}

fn source_row(text: &str, source: &Source) -> String {
    let number = match source.number {
        Number::Count(count) => count.to_string(),
        Number::Several => "several".into(),
        Number::None => "-".into(),
    };
    let (phrase, places) = (source.phrase.of(text), source.places.len());
    let head = match source.kind {
        Some(kind) => format!("unnamed: {phrase} | {} | {number} | {places}", kind.name()),
        None => format!("named: {phrase} | {places}"),
    };
    let details = [("knows", source.knowledge), ("because", source.reason), ("through", source.outlet)];
    let said = source.claims.iter().map(|claim| ("said", Some(*claim)));
    details.into_iter().chain(said).fold(head, |row, (label, span)| row + &part(text, label, span))
}

fn decision_row(text: &str, decision: &Decision) -> String {
    let head = format!("open: {} | {} | {}", decision.wording.of(text), decision.stage.name(), decision.findings.len());
    head + &decision.parties(text).map_or(String::new(), |who| format!(" | who: {who}")) + &part(text, "when", decision.date)
}

fn rows(text: &str, report: &Report) -> Vec<String> {
    let ledger = sources(text, report);
    let sources = ledger.unnamed.iter().chain(&ledger.named).map(|source| source_row(text, source));
    sources.chain(decisions(text, report).iter().map(|decision| decision_row(text, decision))).collect()
}

fn claimed_by(text: &str, report: &Report) -> Vec<String> {
    let marked = report.findings.iter().filter(|finding| finding.category() != Category::Source);
    marked
        .map(|finding| format!("{} | {}", finding.span.of(text), speaker_of(text, report, finding).map_or("-", |who| who.of(text))))
        .collect()
}

fn matters(text: &str, report: &Report) -> Vec<String> {
    decisions(text, report).iter().map(|decision| decision.head(text).into_owned()).collect()
}

#[test]
fn every_row_has_every_field() {
    let (mut cases, mut faults) = (0, String::new());
    let mut files: Vec<_> = std::fs::read_dir("tests/ledgers").expect("a folder").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    for file in files {
        let content = std::fs::read_to_string(&file).expect("a text");
        for case in content.split("\n===\n") {
            let (text, expected) = case.split_once("\n---\n").expect("a line of --- between text and rows");
            let text = text.trim();
            let expected: Vec<&str> = expected.lines().filter(|line| !line.is_empty()).collect();
            let read = match file.file_name().and_then(|name| name.to_str()) {
                Some("claimed-by.txt") => claimed_by,
                Some("matters.txt" | "heads.txt") => matters,
                _ => rows,
            };
            let found = read(text, &analyze(text));
            cases += 1;
            if found != expected {
                let list = |rows: &[String]| rows.join("\n");
                let expected: Vec<String> = expected.iter().map(|row| (*row).to_owned()).collect();
                writeln!(faults, "{}: {text}\nexpected\n{}\nfound\n{}\n", file.display(), list(&expected), list(&found)).expect("a String");
            }
        }
    }
    assert!(cases >= 60, "only {cases} cases");
    assert!(faults.is_empty(), "{faults}");
}

/// A paragraph that never ends costs no more for its length than a short one: ten times the text takes about as long as ten texts.
#[test]
fn ledgers_take_linear_time() {
    let all = |text: &str| {
        let report = analyze(text);
        let claimed = report.findings.iter().filter_map(|finding| speaker_of(text, &report, finding)).count();
        (claimed, sources(text, &report), decisions(text, &report))
    };
    for sentence in
        ["Lena Huld said it was late. “It may fail,” she added. ", "“It may fail,” she added. ", "It plans to vote. She may decide. "]
    {
        let (short, long) = (sentence.repeat(400), sentence.repeat(4_000));
        let ratio = least_ratio(|| std::hint::black_box(all(&long)), || (0..10).for_each(|_| drop(std::hint::black_box(all(&short)))));
        assert!(ratio < 4.0, "{sentence}: ten times the text took {ratio} times as long as ten texts");
    }
}

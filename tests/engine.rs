//! Segmentation and marking. The cases are files in `tests/cases` and `tests/articles`, which show the expected blocks, sentences
//! and marks in the text. Where the engine errs, the annotation says so.

#[path = "common/marked.rs"]
mod marked;

use caveat_lector::engine::{BlockKind, Finding, Report, Span, Voice, analyze};
use caveat_lector::lexicon::{Kind, Strength};
use marked::without_marks;
use std::cmp::Reverse;
use std::path::{Path, PathBuf};

/// Returns the files of a folder of `tests`, sorted.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(&folder).expect("the folder exists").map(|entry| entry.expect("it can be read").path()).collect();
    files.sort();
    assert!(!files.is_empty(), "no cases in {}", folder.display());
    files
}

/// Returns the text with its findings in braces: `It {hedge/modal may} rain.`; quoted findings begin with `"`.
fn marked(text: &str, report: &Report) -> String {
    // At one position, marks close before others open, and the longer mark opens first.
    let mut edits: Vec<(usize, Option<Reverse<usize>>, String)> = Vec::new();
    for finding in &report.findings {
        let voice = if finding.voice == Voice::Quoted { "\"" } else { "" };
        edits.push((
            finding.span.start,
            Some(Reverse(finding.span.end)),
            format!("{{{voice}{}/{} ", finding.category().name(), finding.kind().name()),
        ));
        edits.push((finding.span.end, None, "}".into()));
    }
    edits.sort_by_key(|edit| (edit.0, edit.1));
    let mut shown = String::new();
    let mut at = 0;
    for (position, _, edit) in edits {
        shown += &text[at..position];
        shown += &edit;
        at = position;
    }
    shown + &text[at..]
}

/// Returns the marks that the engine makes, from an annotation that records its errors: `{-hedge/modal could}` is missed,
/// `{+hedge/modal could}` is marked although it should not be.
fn with_errors(annotated: &str) -> String {
    let mut marked = String::new();
    let mut missed = Vec::new();
    let mut rest = annotated;
    while let Some(at) = rest.find(['{', '}']) {
        marked += &rest[..at];
        rest = &rest[at..];
        if rest.starts_with('}') {
            let is_missed = missed.pop().expect("every mark is opened before it is closed");
            marked += if is_missed { "" } else { "}" };
            rest = &rest[1..];
        } else if rest.starts_with("{-") {
            missed.push(true);
            rest = rest.split_once(' ').expect("a mark names its kind").1;
        } else {
            missed.push(false);
            marked += "{";
            rest = rest[1..].trim_start_matches('+');
        }
    }
    marked + rest
}

#[test]
fn articles_are_marked_as_annotated() {
    for path in files("articles") {
        let annotated = std::fs::read_to_string(&path).expect("the case can be read");
        let (text, expected) = (without_marks(&annotated), with_errors(&annotated));
        let found = marked(&text, &analyze(&text));
        // The first line that differs is easier to read than both articles.
        for (found, expected) in found.lines().zip(expected.lines()) {
            assert_eq!(found, expected, "{}", path.display());
        }
        assert_eq!(found, expected, "{}", path.display());
    }
}

/// Returns the blocks of a text, one on each line: a letter for its kind, then its sentences with bars between them.
fn segments(text: &str) -> String {
    let report = analyze(text);
    let mut lines = Vec::new();
    for block in &report.blocks {
        let letter = match block.kind {
            BlockKind::Furniture => "F",
            BlockKind::Headline => "H",
            BlockKind::Paragraph => "P",
            BlockKind::Item => "I",
            BlockKind::Quotation => "Q",
        };
        let inside = |span: &&Span| span.start >= block.span.start && span.end <= block.span.end;
        let sentences: Vec<String> = report.sentences.iter().filter(inside).map(|span| span.of(text).replace(['\n', '\r'], " ")).collect();
        let shown = if sentences.is_empty() { block.span.of(text).to_owned() } else { sentences.join(" | ") };
        lines.push(format!("{letter} {shown}"));
    }
    lines.join("\n") + "\n"
}

#[test]
fn texts_are_segmented_as_expected() {
    for path in files("cases") {
        let case = std::fs::read_to_string(&path).expect("the case can be read");
        let (text, expected) = case.split_once("\n=====\n").expect("a line of five = divides text and segments");
        assert_eq!(segments(text), expected, "{}", path.display());
    }
}

/// Returns the text with its quoted findings in brackets. The cases have a hedge wherever it matters whether text is quoted.
fn quoted(text: &str) -> String {
    let report = analyze(text);
    let mut shown = text.to_owned();
    for finding in report.findings.iter().rev().filter(|finding| finding.voice == Voice::Quoted) {
        shown.replace_range(finding.span.start..finding.span.end, &format!("[{}]", finding.span.of(text)));
    }
    shown
}

#[test]
fn quotations_are_delimited() {
    let cases = [
        ("“It may rain,” she said; it may snow.", "“It [may] rain,” she said; it may snow."),
        ("\"It may rain,\" she said; it may snow.", "\"It [may] rain,\" she said; it may snow."),
        ("He said: “They told me ‘it may rain’ and it may.” It may.", "He said: “They told me ‘it [may] rain’ and it [may].” It may."),
        ("The ministers’ plan may fail; the boats’ crews may stay.", "The ministers’ plan may fail; the boats’ crews may stay."),
        ("It's a plan that may fail, isn't it? The '90s may return.", "It's a plan that may fail, isn't it? The '90s may return."),
        (
            "“It may rain.\n\n“It may snow.\n\n“It may hail,” she said. It may.",
            "“It [may] rain.\n\n“It [may] snow.\n\n“It [may] hail,” she said. It may.",
        ),
        ("“It may rain.\n\nIt may snow,” he said.\n\nIt may.", "“It [may] rain.\n\nIt [may] snow,” he said.\n\nIt may."),
        ("\"It may rain.\n\nIt may hail,\" he said.\n\nIt may.", "\"It [may] rain.\n\nIt [may] hail,\" he said.\n\nIt may."),
        ("A 12\" pipe may burst. It may.", "A 12\" pipe may burst. It may."),
        ("«It may rain», she said. It may.", "«It [may] rain», she said. It may."),
        ("„It may rain“, she said. It may.", "„It [may] rain“, she said. It may."),
        ("„It may rain”, she said. It may.", "„It [may] rain”, she said. It may."),
        ("»It may rain«. Nobody came. »It might.«", "»It [may] rain«. Nobody came. »It [might].«"),
        ("‹It may rain›, she said. It may.", "‹It [may] rain›, she said. It may."),
        ("›It may rain‹, she said. It may.", "›It [may] rain‹, she said. It may."),
        ("“It may rain“, she said. It may.", "“It [may] rain“, she said. It may."),
        ("”It may rain”, she said. It may.", "”It [may] rain”, she said. It may."),
        ("'The workers' plan may fail,' she said. It may.", "'The workers' plan [may] fail,' she said. It may."),
        ("‘The workers’ plan may fail,’ she said. It may.", "‘The workers’ plan [may] fail,’ she said. It may."),
        ("He said 'it rains' and the workers' plan may fail.", "He said 'it rains' and the workers' plan may fail."),
        ("The '90s may return, the workers' plan may fail.", "The '90s may return, the workers' plan may fail."),
        ("In the summer of '68 it might end, the boys' father said.", "In the summer of '68 it might end, the boys' father said."),
        ("'Twas night; it may rain, the boats' crews said.", "'Twas night; it may rain, the boats' crews said."),
        (
            "‘It may rain.\n\n‘It may snow.\n\n‘It may hail,’ she said. It may.",
            "‘It [may] rain.\n\n‘It [may] snow.\n\n‘It [may] hail,’ she said. It may.",
        ),
        ("«It may rain.\n\nIt may snow», he said.\n\nIt may.", "«It [may] rain.\n\nIt [may] snow», he said.\n\nIt may."),
        ("‚It may rain‘, she said. It may.", "‚It [may] rain‘, she said. It may."),
        ("‚It may rain’, she said. It may.", "‚It [may] rain’, she said. It may."),
        ("``It may rain,'' she said. It may.", "``It [may] rain,'' she said. It may."),
        ("`It may rain,' she said. It may.", "`It [may] rain,' she said. It may."),
        ("‟It may rain,” she said. It may.", "‟It [may] rain,” she said. It may."),
        ("〝It may rain,〞 she said. It may.", "〝It [may] rain,〞 she said. It may."),
        ("″It may rain,″ she said. It may.", "″It [may] rain,″ she said. It may."),
        (
            "A bar of 5′ may burst. The ministers′ plan hasn′t failed; it may.",
            "A bar of 5′ may burst. The ministers′ plan hasn′t failed; it may.",
        ),
        ("The command `may` is not the workers' plan. It may.", "The command `may` is not the workers' plan. It may."),
        (
            "'It may rain.\n\n'It may snow.\n\n'It may hail,' she said. It may.",
            "'It [may] rain.\n\n'It [may] snow.\n\n'It [may] hail,' she said. It may.",
        ),
        (">It may rain.\n> It may snow.\n\nIt may.", ">It [may] rain.\n> It [may] snow.\n\nIt may."),
    ];
    for (text, expected) in cases {
        assert_eq!(quoted(text), expected);
    }
}

#[test]
fn nothing_in_an_address_is_marked() {
    for address in [
        "bit.ly/could",
        "https://harbour.example/may-sink?likely=might",
        "www.may.example",
        "may@harbour.example",
        "draft-plan-could-be.pdf",
        "reports/may_sink.docx",
        "#may",
        "#Likely",
        "@could",
        "@sources",
        "could_be",
        "/home/may/draft",
        "could-be.example.org",
    ] {
        for text in [format!("He read {address} on Monday."), format!("See ({address})."), format!("{address} went down, he wrote.")] {
            assert_eq!(analyze(&text).findings, [], "{text}");
        }
    }
}

#[test]
fn look_alikes_are_reported_with_their_reason() {
    let text = "The vote is on May 5. They rely on military might. He appeared in court. The spokesperson, Lena Huld, said no.";
    let report = analyze(text);
    let rejected: Vec<(&str, &str)> = report.rejected.iter().map(|rejected| (rejected.span.of(text), &*rejected.reason)).collect();
    assert_eq!(report.findings, []);
    assert!(rejected.contains(&("May", "the month or a name")), "{rejected:?}");
    assert!(rejected.contains(&("might", "the noun: power")), "{rejected:?}");
    assert!(rejected.contains(&("The spokesperson", "a name stands beside the role")), "{rejected:?}");
}

#[test]
fn a_role_that_the_article_names_at_once_is_no_unnamed_source() {
    let lead = "Former energy minister denies bribery\n\nA former energy minister told the court that he took no money. \
                Tomas Brandt, the former minister, said the charges were false.\n\nA minister said no.";
    let report = analyze(lead);
    let marked: Vec<&str> =
        report.findings.iter().filter(|finding| finding.kind() == Kind::Role).map(|finding| finding.span.of(lead)).collect();
    assert_eq!(marked, ["A minister"]);
}

/// Returns `text | whose | decider | date | cues` of every finding that has any of these details.
fn details(text: &str) -> Vec<String> {
    let report = analyze(text);
    let part = |span: Option<Span>| span.map_or("-", |span| span.of(text)).to_owned();
    let shown = |finding: &Finding| {
        let details = [part(finding.whose), part(finding.decider), part(finding.date)];
        format!("{} | {} | {}", finding.span.of(text), details.join(" | "), finding.cues)
    };
    report.findings.iter().map(shown).filter(|line| !line.ends_with("| - | - | - | 1")).collect()
}

#[track_caller]
fn check_details(text: &str, expected: &[&str]) {
    assert_eq!(details(text), expected, "{text}");
}

#[test]
fn findings_in_reported_speech_have_a_speaker() {
    check_details("Critics say it may fail.", &["may | Critics | - | - | 1"]);
    check_details("The mayor, Ana Ruiz, said the port might close.", &["might | The mayor, Ana Ruiz | - | - | 1"]);
    check_details("“It may rain,” said Tom Quill, a farmer.", &["may | Tom Quill | - | - | 1"]);
    check_details("According to two officials, it may fail.", &["may | two officials | - | - | 1"]);
    check_details("It may fail, according to a spokesman for the port.", &["may | a spokesman for the port | - | - | 1"]);
    check_details("It may fail; critics say otherwise.", &[]);
    check_details("She said it would hold, but it may fail.", &[]);
}

#[test]
fn hedges_that_modify_each_other_are_one_finding() {
    check_details("It could potentially fail.", &["could potentially | - | - | - | 2"]);
    check_details("It may have possibly been lost.", &["may have possibly | - | - | - | 2"]);
    check_details("It may rain and possibly snow.", &[]);
    let stacked = analyze("It could potentially fail.");
    assert_eq!(stacked.findings[0].strength(), Strength::Strong);
}

#[test]
fn open_decisions_have_decider_and_date() {
    check_details("Parliament has yet to approve the price.", &["has yet to approve | - | Parliament | - | 1"]);
    check_details("The sale is subject to the Competition Board's approval.", &["subject to | - | the Competition Board | - | 1"]);
    check_details("The council will vote on the plan on 14 August 2031.", &["will vote | - | The council | 14 August 2031 | 1"]);
    check_details("The bill is still under review next spring.", &["under review | - | - | next spring | 1"]);
    check_details("The plan is under review.", &[]);
    check_details("The possibility of sending boats to Oster sits within the agenda of the cabinet.", &[]);
    check_details("Officials from the port and allied departments continue to discuss the levy.", &[]);
}

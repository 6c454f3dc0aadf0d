//! Hard-wrapped text, as from mail, PDF and terminals, has the findings of the same text without line breaks.

#[path = "common/marked.rs"]
mod marked;

use caveat_lector::engine::analyze;
use marked::without_marks;
use std::path::Path;

/// The widths at which the articles are wrapped, in characters.
const WIDTHS: [usize; 4] = [35, 50, 65, 80];

/// How text is wrapped.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Style {
    /// Between words.
    Plain,
    /// As plain, with the line ends of Windows.
    Windows,
    /// As plain, with each line indented.
    Indented,
    /// Inside long words too, with a hyphen.
    Hyphenated,
}

/// Returns the articles of `tests/articles` without their marks.
fn articles() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut articles: Vec<(String, String)> = std::fs::read_dir(folder)
        .expect("the folder exists")
        .map(|entry| {
            let path = entry.expect("it can be read").path();
            let text = std::fs::read_to_string(&path).expect("the case can be read");
            (path.display().to_string(), without_marks(&text))
        })
        .collect();
    articles.sort();
    articles
}

fn wrapped(text: &str, width: usize, style: Style) -> String {
    let lines: Vec<String> = text.lines().map(|line| wrapped_line(line, width, style)).collect();
    let text = lines.join("\n");
    match style {
        Style::Windows => text.replace('\n', "\r\n"),
        Style::Indented => text.replace('\n', "\n    "),
        Style::Plain | Style::Hyphenated => text,
    }
}

fn wrapped_line(line: &str, width: usize, style: Style) -> String {
    let mut lines = vec![String::new()];
    for word in line.split(' ') {
        let last = lines.last_mut().expect("there is a line");
        let left = width.saturating_sub(last.chars().count() + 1);
        let length = word.chars().count();
        if last.is_empty() {
            last.push_str(word);
        } else if length <= left {
            last.extend([" ", word]);
        } else if style == Style::Hyphenated && left > 3 && length > left + 3 && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            let (first, second) = word.split_at(left - 1);
            last.extend([" ", first, "-"]);
            lines.push(second.to_owned());
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.join("\n")
}

/// Returns the findings of a text, one on each line, whatever the line breaks are.
fn findings(text: &str, style: Style) -> String {
    let report = analyze(text);
    let lines = report.findings.iter().map(|finding| {
        let words: Vec<&str> = finding.span.of(text).split_whitespace().collect();
        let words = words.join(" ");
        let words = if style == Style::Hyphenated { words.replace("- ", "") } else { words };
        format!("{:?} {}/{} {words}\n", finding.voice, finding.category().name(), finding.kind().name())
    });
    lines.collect()
}

#[test]
fn wrapped_articles_have_the_same_findings() {
    for (name, text) in articles() {
        let expected = findings(&text, Style::Plain);
        for (width, style) in
            WIDTHS.iter().flat_map(|width| [Style::Plain, Style::Windows, Style::Indented, Style::Hyphenated].map(|style| (*width, style)))
        {
            let found = findings(&wrapped(&text, width, style), style);
            for (found, expected) in found.lines().zip(expected.lines()) {
                assert_eq!(found, expected, "{name} at {width}, {style:?}");
            }
            assert_eq!(found, expected, "{name} at {width}, {style:?}");
        }
    }
}

//! Output for people: the marked article, and lines with a position that editors can jump to.

use crate::engine::{Finding, Notice, Rejected, Report, Span, Voice, parties_of, speaker_of};
use crate::lexicon::Category;
use crate::reading::in_one_line;
use crate::wording::{self, page::quoted_words};
use anstyle::{AnsiColor, Effects, Style};
use std::io::{self, Write};

/// Returns the terminal style of a category.
fn style(category: Category) -> Style {
    let color = match category {
        Category::Hedge => AnsiColor::Yellow,
        Category::Source => AnsiColor::Blue,
        Category::Pending => AnsiColor::Green,
    };
    color.on_default() | Effects::UNDERLINE
}

/// Returns the summary; of a text that is not English it names the option that marks it anyway.
pub(super) fn summary(report: &Report) -> String {
    let option = if report.notice == Some(Notice::NotEnglish) { " --any-language marks it anyway." } else { "" };
    wording::summary(report, &Category::ALL) + option
}

/// Writes the summary, the article with its marks, and a line for each finding.
pub(super) fn article(report: &Report, text: &str, path: &str, explain: bool, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{bold}{}{bold:#}\n", summary(report), bold = Style::new().bold())?;
    let mut written = 0;
    for finding in &report.findings {
        if finding.span.start < written {
            continue;
        }
        let (style, letter) = (style(finding.category()), finding.category().letter());
        write!(out, "{}{style}{}{style:#}[{letter}]", visible(&text[written..finding.span.start]), visible(finding.span.of(text)))?;
        written = finding.span.end;
    }
    writeln!(out, "{}\n", visible(text[written..].trim_end()))?;
    lines(report, text, path, explain, out)
}

/// Writes a line for each finding, in the order of the text: `path:line:column: category/kind: "text"`, why it may matter
/// and what to ask. With `explain`, also writes a line for each look-alike.
pub(super) fn lines(report: &Report, text: &str, path: &str, explain: bool, out: &mut impl Write) -> io::Result<()> {
    let findings = report.findings.iter().map(|finding| (finding.span, finding_line(finding, report, text)));
    let rejected = report.rejected.iter().filter(|_| explain).map(|rejected| (rejected.span, rejected_line(rejected, text)));
    let mut all: Vec<(Span, String)> = findings.chain(rejected).collect();
    all.sort_by_key(|(span, _)| *span);
    let mut position = Position { line: 1, column: 1, byte: 0 };
    for (span, line) in all {
        position.advance(text, span.start);
        writeln!(out, "{path}:{}:{}: {line}", position.line, position.column)?;
    }
    Ok(())
}

fn finding_line(finding: &Finding, report: &Report, text: &str) -> String {
    let style = style(finding.category());
    let rule = &finding.rule;
    let words = |span: Option<Span>| span.map(|span| in_one_line(span.of(text)));
    let details = [
        ("claimed by", words(speaker_of(text, report, finding))),
        ("decided by", parties_of(text, report, finding)),
        ("date", words(finding.date)),
    ];
    let notes: String = details.into_iter().filter_map(|(label, words)| Some(format!(", {label} {}", in_quotes(&words?)))).collect();
    let voice = if finding.voice == Voice::Quoted { ", quoted" } else { "" };
    let (category, kind) = (finding.category().name(), finding.kind().name());
    format!(
        "{style}{category}/{kind}{style:#}: {}{voice}{notes}: {} {}",
        quoted(finding.span, text),
        quoted_words(&rule.why),
        quoted_words(&rule.ask)
    )
}

fn rejected_line(rejected: &Rejected, text: &str) -> String {
    format!("not {}: {}: {}", rejected.rule.id, quoted(rejected.span, text), quoted_words(&rejected.reason))
}

/// Returns the words of a span on one line, in quotation marks.
fn quoted(span: Span, text: &str) -> String {
    in_quotes(&in_one_line(span.of(text)))
}

fn in_quotes(words: &str) -> String {
    format!("\u{201c}{}\u{201d}", visible(words).replace('\n', " "))
}

/// A position in a text: line and column count from 1, columns in code points.
struct Position {
    line: usize,
    column: usize,
    byte: usize,
}

impl Position {
    /// Moves forward to an offset in bytes.
    fn advance(&mut self, text: &str, byte: usize) {
        for c in text[self.byte..byte].chars() {
            (self.line, self.column) = if c == '\n' { (self.line + 1, 1) } else { (self.line, self.column + 1) };
        }
        self.byte = byte;
    }
}

/// Replaces control characters, which could change the state of the terminal, by U+FFFD. Line breaks and tabs stay.
fn visible(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { '\u{fffd}' } else { c }).collect()
}
